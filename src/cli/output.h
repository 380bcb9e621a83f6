// What the commands print: words for people, one JSON object a line for programs.
#pragma once

#include "core/error.h"

#include <QJsonObject>
#include <QString>

namespace essaim::cli {

enum ExitCode : int { Success = 0, Failure = 1, WrongUsage = 2 };

/// Standard output and error of one command. Progress is one line that is written over on a terminal; elsewhere it is
/// a line each time something worth a line happened.
class Output {
public:
    explicit Output(bool json);

    [[nodiscard]] bool isJson() const { return m_isJson; }
    [[nodiscard]] bool isTerminal() const { return m_isTerminal; }

    /// For people; nothing with --json.
    void line(const QString& text);
    /// For programs; nothing without --json.
    void object(const QJsonObject& object);
    /// `isMilestone`: worth a line where lines cannot be written over.
    void progress(const QString& text, bool isMilestone);
    /// A sentence on standard error, or an object with "event": "error".
    int fail(const Error& error);
    int wrongUsage(const QString& text);

private:
    void endProgress();

    bool m_isJson;
    bool m_isTerminal;
    bool m_hasProgress = false; ///< the cursor stands behind a progress line
};

/// A word of the program's own language for scripts: "disk-full".
[[nodiscard]] QString kindName(ErrorKind kind);

/// "256 KiB": lengths of pieces are powers of two, so they are shown in binary units.
[[nodiscard]] QString pieceLengthText(qint64 bytes);

/// Argument of the command line as text.
[[nodiscard]] QString fromArgument(const std::string& argument);
[[nodiscard]] QStringList fromArguments(const std::vector<std::string>& arguments);
/// Relative paths are those of the working directory.
[[nodiscard]] QString absolutePath(const std::string& argument);

} // namespace essaim::cli
