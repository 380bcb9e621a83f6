// Files that the user never wants, by their names.
#pragma once

#include "engine/torrent_file.h"
#include "gui/services.h"

#include <QObject>
#include <QSet>

namespace essaim::gui {
class TorrentNews;

/// Patterns as settings::kExcludedFiles has them: "*.nfo; Thumbs.db; Sample". `*` and `?` stand for anything within a
/// name; one without '/' fits the name of a file or of a folder above it. Capitals do not matter.
[[nodiscard]] QStringList excludedPatterns(const QString& setting);

/// By file, whether it fits one of the patterns. Nothing, if all files would: a torrent of which nothing is wanted is
/// of no use.
[[nodiscard]] QList<bool> excludedFiles(const QStringList& patterns, const QList<engine::TorrentFileEntry>& files);

/// As AddTorrentRequest::filePriorities; empty = all are wanted.
[[nodiscard]] QList<int> prioritiesWithout(const QStringList& patterns, const QList<engine::TorrentFileEntry>& files);

/// Leaves them out of what was added by a link, as soon as its list of files is there. GUI thread.
class ExcludedFiles : public QObject {
    Q_OBJECT
public:
    /// Both outlive it.
    ExcludedFiles(const Services& services, const TorrentNews& news, QObject* parent = nullptr);

private:
    QSet<QByteArray> m_asked; ///< ids
};

} // namespace essaim::gui
