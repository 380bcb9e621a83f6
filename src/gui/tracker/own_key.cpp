#include "gui/tracker/own_key.h"

#include "hosting/tracker_host.h"
#include "text/text.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>

namespace essaim::gui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(essaim::gui::OwnKey)
};

void tell(const QString& sentence, QWidget* parent) {
    auto* box = new QMessageBox(QMessageBox::Warning, {}, sentence, QMessageBox::Ok, parent);
    box->setObjectName(QStringLiteral("ownKeyFailedBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->open();
}

} // namespace

void renewOwnKey(const Services& services, QWidget* parent) {
    if (services.trackerHost.state() != hosting::TrackerHost::State::On)
        return tell(Words::tr("Your tracker is off. Switch it on to give your own client a new key."), parent);
    auto* box = new QMessageBox(
        QMessageBox::Question, {}, Words::tr("Give your own client a new key?"), QMessageBox::Cancel, parent);
    box->setObjectName(QStringLiteral("newOwnKeyBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(
        Words::tr("With its key, this client takes part in what is shared with friends only. Your tracker refuses the "
                  "old key from then on, and your transfers get the new one at once. The keys and links of your "
                  "friends stay as they are. Other programs on this computer into which you put the old key need a new "
                  ".torrent."));
    QPushButton* accept = box->addButton(Words::tr("New key"), QMessageBox::AcceptRole);
    accept->setObjectName(QStringLiteral("yesButton"));
    box->setDefaultButton(QMessageBox::Cancel);
    QObject::connect(accept, &QPushButton::clicked, parent, [&host = services.trackerHost, parent] {
        host.renewOwnKey([receiver = QPointer<QWidget>(parent)](const Expected<void>& result) {
            if (receiver && !result)
                tell(text::errorSentence(result.error()), receiver);
        });
    });
    box->open();
}

} // namespace essaim::gui
