#include "gui/tracker/take_down.h"

#include "hosting/tracker_host.h"
#include "text/text.h"

#include <QCoreApplication>
#include <QInputDialog>
#include <QMessageBox>
#include <QPointer>

namespace essaim::gui {

namespace {

/// The label breaks no lines by itself.
QString shortened(const QString& name) {
    constexpr qsizetype kMost = 60;
    return name.size() <= kMost ? name : name.left(kMost - 1).trimmed() + QChar(0x2026);
}

struct Words {
    Q_DECLARE_TR_FUNCTIONS(essaim::gui::TakeDown)
};

void withdraw(const Services& services, const TorrentId& id, const QString& reason, QWidget* parent) {
    services.trackerHost.change(
        [id, reason = reason.toStdString()](tracker::Tracker& tracker) { return tracker.withdraw(id, reason); },
        [receiver = QPointer<QWidget>(parent)](const Expected<void>& result) {
            if (!receiver || result)
                return;
            auto* box = new QMessageBox(
                QMessageBox::Warning, {}, text::errorSentence(result.error()), QMessageBox::Ok, receiver);
            box->setAttribute(Qt::WA_DeleteOnClose);
            box->open();
        });
}

} // namespace

void takeDown(const Services& services, const tracker::HostedTorrent& torrent, QWidget* parent) {
    auto* dialog = new QInputDialog(parent);
    dialog->setObjectName(QStringLiteral("takeDownDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(Words::tr("Take down"));
    dialog->setLabelText(
        Words::tr("“%1” leaves your tracker and is blocked,\nuntil you share it again under “Blocks and limits”. Its "
                  "transfer and its files stay.\nClients show this reason:")
            .arg(shortened(QString::fromStdString(torrent.name))));
    dialog->setTextValue(Words::tr("taken down by the host"));
    dialog->setOkButtonText(Words::tr("Take down"));
    QObject::connect(
        dialog, &QInputDialog::textValueSelected, parent,
        [services, parent, id = torrent.infoHash.id()](const QString& reason) {
            const QString said = reason.simplified();
            withdraw(services, id, said.isEmpty() ? Words::tr("taken down by the host") : said, parent);
        });
    dialog->open();
}

} // namespace essaim::gui
