#include "gui/transfers/torrent_export.h"

#include "engine/background.h"
#include "engine/session.h"
#include "gui/automation/torrent_copy.h"
#include "text/text.h"

#include <QFileDialog>
#include <QMessageBox>
#include <QStandardPaths>

namespace essaim::gui {

TorrentExport::TorrentExport(
    engine::Session& session, const QList<engine::TorrentSnapshot>& torrents, const QString& folder, QWidget& window,
    std::chrono::milliseconds patience)
    : QObject(&window)
    , m_window(window)
    , m_folder(folder) {
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    m_patience.start();
    connect(&m_patience, &QTimer::timeout, this, &TorrentExport::giveUp);
    connect(&session, &engine::Session::torrentFile, this, &TorrentExport::write);
    connect(&session, &engine::Session::torrentsRemoved, this, &TorrentExport::forget);
    for (const engine::TorrentSnapshot& torrent : torrents) {
        if (torrent.hasMetadata)
            m_open.emplace(torrent.id, torrent.name);
    }
    for (const engine::TorrentSnapshot& torrent : torrents) {
        if (torrent.hasMetadata)
            session.requestTorrentFile(torrent.id);
    }
}

void TorrentExport::forget(const QList<TorrentId>& removed) {
    std::size_t forgotten = 0;
    for (const TorrentId& id : removed)
        forgotten += m_open.erase(id);
    if (forgotten > 0)
        finish();
}

void TorrentExport::giveUp() {
    m_missing = int(m_open.size());
    m_open.clear();
    finish();
}

void TorrentExport::write(const TorrentId& id, const QByteArray& bytes) {
    const auto wanted = m_open.extract(id);
    if (wanted.empty())
        return;
    m_patience.start();
    ++m_writing;
    engine::runInBackground(
        this,
        [folder = m_folder, name = wanted.mapped(), hash = QString::fromStdString(id.toHex()), bytes] {
            return writeTorrentCopy(folder, name, hash, bytes);
        },
        [this](const Expected<void>& written) {
            --m_writing;
            if (!written && m_failure.isEmpty())
                m_failure = text::errorSentence(written.error());
            finish();
        });
}

void TorrentExport::finish() {
    if (m_writing > 0 || !m_open.empty())
        return;
    deleteLater();
    QStringList sentences;
    if (!m_failure.isEmpty())
        sentences.append(m_failure);
    if (m_missing > 0)
        sentences.append(
            tr("%n .torrent file(s) could not be had and are missing in the folder: save them again later.", nullptr,
               m_missing));
    if (sentences.isEmpty())
        return;
    auto* box =
        new QMessageBox(QMessageBox::Warning, {}, sentences.join(QStringLiteral("\n\n")), QMessageBox::Ok, &m_window);
    box->setObjectName(QStringLiteral("exportFailedBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

void exportTorrents(engine::Session& session, const QList<engine::TorrentSnapshot>& torrents, QWidget& window) {
    auto* dialog = new QFileDialog(&window, TorrentExport::tr("Save the .torrent files into a folder"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DownloadLocation));
    QObject::connect(dialog, &QFileDialog::fileSelected, &window, [&session, torrents, &window](const QString& folder) {
        new TorrentExport(session, torrents, folder, window); // ends itself
    });
    dialog->open();
}

} // namespace essaim::gui
