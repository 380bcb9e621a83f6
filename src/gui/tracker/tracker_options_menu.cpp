#include "gui/tracker/tracker_options_menu.h"

#include "gui/tracker/host_name_dialog.h"
#include "settings/schema.h"
#include "settings/settings_store.h"

#include <QInputDialog>

namespace essaim::gui {

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
    (new HostNameDialog(m_settings, parentWidget()))->open();
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
