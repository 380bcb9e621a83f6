// The file in which followed hosts are kept: their invite links stand nowhere else.
#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QString>

#include <mutex>
#include <optional>

namespace essaim::hosting {

/// Never loses what it holds: a damaged file is put aside under another name, one that cannot be read or is of a newer
/// version is left alone, and the generation before lies next to it as "….previous". Thread-safe; blocks on the disk.
class FollowedFile {
public:
    static constexpr int kVersion = 1; ///< in the key "version" of what is written; missing = 1

    /// Empty = remember nothing.
    explicit FollowedFile(const QString& path)
        : m_path(path) {}

    struct Content {
        QByteArray bytes;           ///< JSON with a list "hosts", maybe of the generation before; empty = there is none
        std::optional<Error> error; ///< what is wrong with the file
    };
    /// To be called before anything is written, and again until mayWrite().
    [[nodiscard]] Content read();
    /// Was the file read, or put aside? Otherwise nothing is written over it.
    [[nodiscard]] bool mayWrite() const;

    /// Whoever comes late with an older `generation` does not write it. PermissionDenied unless mayWrite().
    [[nodiscard]] Expected<void> write(const QByteArray& bytes, quint64 generation);

private:
    [[nodiscard]] Content withPrevious(const std::optional<Error>& error) const;
    void keepPrevious() const;

    const QString m_path;
    mutable std::mutex m_mutex;
    bool m_mayWrite = false; ///< guarded, as is the next
    quint64 m_written = 0;
};

} // namespace essaim::hosting
