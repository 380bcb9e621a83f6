#include "gui/tracker/tracker_options_menu.h"

#include "core/endpoint.h"
#include "settings/schema.h"
#include "settings/settings_store.h"

#include <QInputDialog>
#include <QMessageBox>
#include <QUrl>

namespace essaim::gui {

namespace {

/// Of what people paste: with a scheme, a port, a path. Empty if there is none.
QString hostNameIn(const QString& typed) {
    const QString text = typed.trimmed();
    if (text.isEmpty() || IpAddress::parse(text.toStdString()))
        return text;
    const QString url = text.contains(QLatin1String("://")) ? text : QStringLiteral("http://") + text;
    return QUrl(url, QUrl::StrictMode).host();
}

} // namespace

TrackerOptionsMenu::TrackerOptionsMenu(settings::SettingsStore& settings, QWidget* parent)
    : QMenu(parent)
    , m_settings(settings) {
    connect(addAction(tr("&Port…")), &QAction::triggered, this, &TrackerOptionsMenu::askPort);
    connect(addAction(tr("&Host name in links…")), &QAction::triggered, this, &TrackerOptionsMenu::askHostName);
    connect(addAction(tr("&Your name for friends…")), &QAction::triggered, this, &TrackerOptionsMenu::askTitle);
    QAction* key = addAction(tr("New &key for your own client…"));
    key->setObjectName(QStringLiteral("newOwnKeyAction"));
    connect(key, &QAction::triggered, this, &TrackerOptionsMenu::newOwnKeyWanted);
    addSeparator();
    QAction* open = addAction(tr("&Serve any torrent, not only those shared here"));
    open->setCheckable(true);
    connect(open, &QAction::toggled, this, [this](bool on) { m_settings.set(settings::kTrackerOpen, on); });
    connect(
        this, &QMenu::aboutToShow, this, [this, open] { open->setChecked(m_settings.value(settings::kTrackerOpen)); });
}

void TrackerOptionsMenu::askPort() {
    auto* dialog = new QInputDialog(parentWidget());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Port"));
    dialog->setInputMode(QInputDialog::IntInput);
    dialog->setLabelText(tr("Port of your tracker, TCP and UDP. Links that you gave away carry the old one."));
    dialog->setIntRange(settings::kTrackerPort.minimum, settings::kTrackerPort.maximum);
    dialog->setIntValue(m_settings.value(settings::kTrackerPort));
    connect(dialog, &QInputDialog::intValueSelected, this, [this](int port) {
        m_settings.set(settings::kTrackerPort, port);
    });
    dialog->open();
}

void TrackerOptionsMenu::askHostName() {
    auto* dialog = new QInputDialog(parentWidget());
    dialog->setObjectName(QStringLiteral("hostNameDialog"));
    dialog->setWindowTitle(tr("Host name in links"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setLabelText(tr("Host name or public address for links, for example home.example.net. "
                            "Empty: an address of this computer."));
    dialog->setTextValue(m_settings.value(settings::kTrackerHostName));
    connect(dialog, &QInputDialog::textValueSelected, this, &TrackerOptionsMenu::takeHostName);
    dialog->open();
}

void TrackerOptionsMenu::takeHostName(const QString& typed) {
    const QString name = hostNameIn(typed);
    if (!name.isEmpty() || typed.trimmed().isEmpty())
        return m_settings.set(settings::kTrackerHostName, name);
    auto* box = new QMessageBox(
        QMessageBox::Warning, {},
        tr("“%1” is no host name and no address. Links stay as they are.").arg(typed.simplified()), QMessageBox::Ok,
        parentWidget());
    box->setObjectName(QStringLiteral("hostNameBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->open();
}

void TrackerOptionsMenu::askTitle() {
    auto* dialog = new QInputDialog(parentWidget());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Your name for friends"));
    dialog->setLabelText(tr("Your name, as friends see it on the page that their invite links open."));
    dialog->setTextValue(m_settings.value(settings::kTrackerTitle));
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString& title) {
        constexpr int kLongest = 100; // as in the dialog with an invite
        m_settings.set(settings::kTrackerTitle, title.simplified().left(kLongest));
    });
    dialog->open();
}

} // namespace essaim::gui
