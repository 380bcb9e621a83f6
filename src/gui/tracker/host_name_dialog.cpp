#include "gui/tracker/host_name_dialog.h"

#include "tracker/ui_host_name_dialog.h"

#include "gui/tracker/typed_text.h"
#include "gui/widgets/grow_to_fit.h"
#include "hosting/announced_address.h"
#include "settings/schema.h"
#include "settings/settings_store.h"

#include <QPushButton>
#include <QUrl>

#include <utility>

namespace essaim::gui {

namespace {

using Reach = hosting::TrackerAddress::Reach;

struct Parts {
    QString name;  ///< empty = there is none
    int port = -1; ///< -1 = none
};

/// Of what people paste: with a scheme, a port, a path.
Parts partsOf(const QString& text) {
    if (IpAddress::parse(text.toStdString()))
        return {text};
    const QUrl url(text.contains(QLatin1String("://")) ? text : QStringLiteral("http://") + text, QUrl::StrictMode);
    return {url.host(), url.port()};
}

} // namespace

HostNameDialog::HostNameDialog(settings::SettingsStore& settings, QWidget* parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_ui(std::make_unique<Ui::HostNameDialog>()) {
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("hostNameDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->hostNameEdit->setText(settings.value(settings::kTrackerHostName));
    m_ui->hostNameEdit->selectAll();
    QPushButton* save = m_ui->buttonBox->button(QDialogButtonBox::Ok);
    save->setObjectName(QStringLiteral("saveButton"));
    save->setProperty("accent", true);
    connect(m_ui->hostNameEdit, &QLineEdit::textChanged, this, &HostNameDialog::typed);
    typed();
}

HostNameDialog::~HostNameDialog() = default;

void HostNameDialog::typed() {
    m_wasWarned = false;
    m_ui->buttonBox->button(QDialogButtonBox::Ok)->setText(tr("Save"));
    m_ui->problemLabel->hide();
}

void HostNameDialog::accept() {
    const QString text = m_ui->hostNameEdit->text().trimmed();
    const Typed typed = read(text, m_settings.value(settings::kTrackerPort));
    if (!typed.problem.isEmpty())
        return tell(typed.problem);
    if (!text.isEmpty() && hosting::reachOfHost(typed.name) == Reach::LocalNetwork &&
        !std::exchange(m_wasWarned, true)) {
        m_ui->buttonBox->button(QDialogButtonBox::Ok)->setText(tr("Use it anyway"));
        return tell(tr("“%1” leads to your computer only inside your own network, or one that you share with friends "
                       "(VPN). For friends elsewhere, give your public address or a name that leads to it.")
                        .arg(typedText(typed.name)));
    }
    m_settings.set(settings::kTrackerHostName, typed.name);
    QDialog::accept();
}

HostNameDialog::Typed HostNameDialog::read(const QString& text, int ownPort) {
    if (text.trimmed().isEmpty())
        return {};
    const auto [name, port] = partsOf(text.trimmed());
    const auto reach = hosting::reachOfHost(name);
    if (!reach && IpAddress::parse(name.toStdString()))
        return {
            {},
            tr("“%1” is an address to which no link can lead: one for a single cable or Wi-Fi, for many computers at "
               "once, or for examples.")
                .arg(typedText(name))};
    if (!reach)
        return {{}, tr("“%1” is no host name and no address.").arg(typedText(text))};
    if (*reach == Reach::ThisComputer)
        return {
            {},
            tr("“%1” means, on every computer, that computer itself: no friend would find yours.")
                .arg(typedText(name))};
    if (port != -1 && port != ownPort)
        return {
            {},
            tr("Links carry the port at which your tracker is reached, now %1, and cannot carry %2. Leave it "
               "out, or choose another port in the options.")
                .arg(ownPort)
                .arg(port)};
    return {name, {}};
}

void HostNameDialog::tell(const QString& problem) {
    m_ui->problemLabel->setText(problem);
    m_ui->problemLabel->show();
    growToFit(*this);
    m_ui->hostNameEdit->setFocus();
}

} // namespace essaim::gui
