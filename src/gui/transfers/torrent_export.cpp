#include "gui/transfers/torrent_export.h"

#include "engine/background.h"
#include "engine/session.h"
#include "gui/automation/torrent_copy.h"
#include "text/text.h"

#include <QFileDialog>
#include <QMessageBox>
#include <QStandardPaths>

#include <chrono>

namespace essaim::gui {

namespace {

using namespace std::chrono_literals;
constexpr auto kPatience = 10s; ///< without any answer

} // namespace

TorrentExport::TorrentExport(
    engine::Session& session, const QList<engine::TorrentSnapshot>& torrents, const QString& folder, QWidget& window)
    : QObject(&window)
    , m_window(window)
    , m_folder(folder) {
    m_patience.setSingleShot(true);
    m_patience.start(kPatience);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_open.clear();
        finish();
    });
    connect(&session, &engine::Session::torrentFile, this, &TorrentExport::write);
    for (const engine::TorrentSnapshot& torrent : torrents) {
        if (torrent.hasMetadata)
            m_open.emplace(torrent.id, torrent.name);
    }
    for (const engine::TorrentSnapshot& torrent : torrents) {
        if (torrent.hasMetadata)
            session.requestTorrentFile(torrent.id);
    }
}

void TorrentExport::write(const TorrentId& id, const QByteArray& bytes) {
    const auto wanted = m_open.extract(id);
    if (wanted.empty())
        return;
    m_patience.start(kPatience);
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
    if (m_failure.isEmpty())
        return;
    auto* box = new QMessageBox(QMessageBox::Warning, {}, m_failure, QMessageBox::Ok, &m_window);
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
