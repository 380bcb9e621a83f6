// What happened to a list, or to settings, that had to be mended, in a few sentences.
#pragma once

#include <QString>

namespace essaim::engine {
struct StoreNotice;
}
namespace essaim::settings {
class SettingsStore;
}
namespace essaim::storage {
struct TrackerRepair;
}

namespace essaim::gui {

[[nodiscard]] QString storeNoticeSentence(const engine::StoreNotice& notice);
/// What happened to the settings file; empty if all is well.
[[nodiscard]] QString settingsSentence(const settings::SettingsStore& settings);
/// The same of the tracker's database.
[[nodiscard]] QString trackerRepairSentence(const storage::TrackerRepair& repair);

} // namespace essaim::gui
