// The user's account at a mail server, as the preferences have it.
#pragma once

#include "core/error.h"
#include "mail/delivery.h"

#include <QString>

namespace essaim::settings {
class SettingsStore;
}

namespace essaim::gui {

/// With the file of the password, not the password itself.
[[nodiscard]] mail::Account mailAccount(const settings::SettingsStore& settings);

/// Beside the settings and not in them: those are looked at, copied, and shown to who helps.
[[nodiscard]] QString mailPasswordFile(const settings::SettingsStore& settings);

/// Only the user may read it. Empty = the file goes. Waits for the disk.
[[nodiscard]] Expected<void> saveMailPassword(const settings::SettingsStore& settings, const QString& password);

/// What went wrong and what to do about it, in a sentence. `message` is the one that did not go.
[[nodiscard]] QString
mailSentence(const mail::Failure& failure, const mail::Account& account, const mail::Message& message);

} // namespace essaim::gui
