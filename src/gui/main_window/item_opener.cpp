#include "gui/main_window/item_opener.h"

#include "engine/torrent_file.h"
#include "gui/create_torrent/create_torrent_dialog.h"
#include "text/text.h"

#include <QFuture>
#include <QPromise>
#include <QThreadPool>
#include <QWidget>

#include <memory>

namespace essaim::gui {

namespace {
constexpr qint64 kMaxTorrentFile = 10'000'000; // bytes; the limit of engine::readTorrent()
}

ItemOpener::ItemOpener(const Services& services, QWidget& window)
    : QObject(&window)
    , m_services(services)
    , m_window(window) {}

void ItemOpener::open(const DroppedItems& items, bool host) {
    for (const QString& path : items.torrentFiles)
        openFile(path);
    for (const QString& link : items.links) {
        if (link.startsWith(QLatin1String("magnet:"), Qt::CaseInsensitive))
            openMagnet(link);
        else
            fetch(link);
    }
    if (items.sources.isEmpty())
        return;
    auto* dialog = new CreateTorrentDialog(m_services, items.sources, host, &m_window);
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}

void ItemOpener::openFile(const QString& path) {
    const auto promise = std::make_shared<QPromise<Expected<QByteArray>>>();
    promise->future().then(this, [this](const Expected<QByteArray>& bytes) {
        if (bytes)
            enqueueTorrent(*bytes);
        else
            fail(bytes.error());
    });
    QThreadPool::globalInstance()->start([promise, path] {
        promise->start();
        promise->addResult(engine::readBytes(path, kMaxTorrentFile, Operation::OpenTorrent));
        promise->finish();
    });
}

void ItemOpener::openMagnet(const QString& link) {
    if (const auto magnet = engine::parseMagnet(link); !magnet)
        fail(magnet.error());
    else
        enqueue({{}, link});
}

void ItemOpener::fetch(const QString& url) {
    Q_UNUSED(url)
}

void ItemOpener::enqueueTorrent(const QByteArray& bytes) {
    if (const auto torrent = engine::parseTorrent(bytes); !torrent)
        fail(torrent.error());
    else
        enqueue({bytes, {}});
}

void ItemOpener::enqueue(const AddTorrentSource& source) {
    m_queue.enqueue(source);
    if (!m_dialog)
        showNext();
}

void ItemOpener::showNext() {
    if (m_queue.isEmpty())
        return;
    m_dialog = new AddTorrentDialog(m_services, m_queue.dequeue(), &m_window);
    connect(m_dialog, &QDialog::finished, this, [this] {
        m_dialog = nullptr;
        showNext();
    });
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void ItemOpener::fail(const Error& error) {
    Q_EMIT failed(text::errorSentence(error));
}

} // namespace essaim::gui
