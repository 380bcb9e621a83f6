// What happened to a list that had to be mended, in one sentence or two.
#pragma once

#include <QString>

namespace essaim::engine {
struct StoreNotice;
}

namespace essaim::gui {

[[nodiscard]] QString storeNoticeSentence(const engine::StoreNotice& notice);

} // namespace essaim::gui
