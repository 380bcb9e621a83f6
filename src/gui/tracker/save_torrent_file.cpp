#include "gui/tracker/save_torrent_file.h"

#include "engine/background.h"
#include "engine/session.h"
#include "hosting/torrent_writer.h"
#include "text/text.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QMessageBox>
#include <QPointer>
#include <QStandardPaths>
#include <QTimer>

#include <chrono>

namespace essaim::gui {

namespace {

using namespace std::chrono_literals;
/// The session answers from memory; it stays silent about a torrent that is not in the list any more.
constexpr auto kPatience = 5s;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(essaim::gui::SaveTorrentFile)
};

void tell(QWidget* parent, const QString& sentence) {
    auto* box = new QMessageBox(QMessageBox::Warning, {}, sentence, QMessageBox::Ok, parent);
    box->setObjectName(QStringLiteral("saveFailedBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

using Change = std::function<Expected<QByteArray>(const QByteArray&)>;

Expected<hosting::TorrentFileWritten>
changeAndWrite(const QString& path, const QByteArray& bytes, const Change& change) {
    const auto changed = change ? change(bytes) : Expected<QByteArray>(bytes);
    return changed ? hosting::writeTorrentFile(path, *changed) : std::unexpected(changed.error());
}

void write(const QString& path, const QByteArray& bytes, const Change& change, QWidget* parent) {
    engine::runInBackground(
        parent, [path, bytes, change] { return changeAndWrite(path, bytes, change); },
        [parent](const Expected<hosting::TorrentFileWritten>& result) {
            if (!result)
                tell(parent, text::errorSentence(result.error()));
        });
}

void fetchAndWrite(
    engine::Session& session, const TorrentId& id, const QString& path, const Change& change, QWidget* parent) {
    auto* request = new QObject(parent); // lives until the answer or the end of patience
    QObject::connect(
        &session, &engine::Session::torrentFile, request,
        [request, wanted = id, path, change, parent](const TorrentId& answered, const QByteArray& bytes) {
            if (answered != wanted)
                return;
            write(path, bytes, change, parent);
            delete request; // with its timer; nothing of it is used below
        });
    auto* patience = new QTimer(request);
    patience->setSingleShot(true);
    QObject::connect(patience, &QTimer::timeout, request, [request, parent] {
        request->deleteLater();
        tell(parent, Words::tr("The .torrent is not there any more: the torrent was removed from the transfers."));
    });
    patience->start(kPatience);
    session.requestTorrentFile(id);
}

QString fileNameFor(const QString& name) {
    QString result = name;
    return result.replace(QLatin1Char('/'), QLatin1Char('_')) + QStringLiteral(".torrent");
}

} // namespace

void saveTorrentFile(
    engine::Session& session, const TorrentId& id, const QString& name, QWidget* parent, const Change& change) {
    auto* dialog = new QFileDialog(parent, Words::tr("Save the .torrent"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("torrent"));
    dialog->setNameFilter(Words::tr("Torrents (*.torrent)"));
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DownloadLocation));
    dialog->selectFile(fileNameFor(name));
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, [&session, id, change, parent](const QString& path) {
        fetchAndWrite(session, id, path, change, parent);
    });
    dialog->open();
}

} // namespace essaim::gui
