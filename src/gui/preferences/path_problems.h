// What is wrong with a path that somebody typed.
#pragma once

#include <QString>

namespace essaim::gui {

/// Sentences that say what is wrong and what to do; empty = nothing is, or there is nothing. Any thread; they wait for
/// the disk.
[[nodiscard]] QString countryDatabaseProblem(const QString& path);
/// `command`: a program with its arguments, as QProcess::splitCommand() takes it.
[[nodiscard]] QString programProblem(const QString& command);

} // namespace essaim::gui
