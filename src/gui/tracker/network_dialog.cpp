#include "gui/tracker/network_dialog.h"

#include "tracker/ui_network_dialog.h"

#include "gui/tracker/typed_text.h"

#include <QPushButton>

namespace essaim::gui {

NetworkDialog::NetworkDialog(const hosting::Network& network, const QStringList& taken, QWidget* parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::NetworkDialog>())
    , m_taken(taken) {
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("networkDialog"));
    setWindowTitle(network.name.isEmpty() ? tr("Add network") : tr("Edit network"));
    m_ui->networkNameEdit->setText(network.name);
    m_ui->rangesEdit->setText(hosting::rangesText(network.ranges));
    m_ui->allowedBox->setChecked(network.isAllowed);
    m_ui->prefersBox->setChecked(network.prefersOwn);
    QPushButton* save = m_ui->buttonBox->button(QDialogButtonBox::Ok);
    save->setObjectName(QStringLiteral("saveButton"));
    save->setText(tr("Save"));
    save->setProperty("accent", true);
    connect(m_ui->networkNameEdit, &QLineEdit::textChanged, this, &NetworkDialog::check);
    connect(m_ui->rangesEdit, &QLineEdit::textChanged, this, &NetworkDialog::check);
    check();
}

NetworkDialog::~NetworkDialog() = default;

hosting::Network NetworkDialog::network() const {
    return {
        m_ui->networkNameEdit->text().simplified(),
        hosting::parseRanges(m_ui->rangesEdit->text()).value_or(std::vector<Cidr>()), m_ui->allowedBox->isChecked(),
        m_ui->prefersBox->isChecked()};
}

void NetworkDialog::check() {
    const QString name = m_ui->networkNameEdit->text().simplified();
    const auto ranges = hosting::parseRanges(m_ui->rangesEdit->text());
    QString problem;
    if (m_taken.contains(name))
        problem = tr("There is a network of this name already.");
    else if (!ranges && !ranges.error().subject.empty())
        problem = tr("“%1” is no address and no range such as 192.168.0.0/16.")
                      .arg(typedText(QString::fromStdString(ranges.error().subject)));
    m_ui->problemLabel->setText(problem);
    m_ui->problemLabel->setHidden(problem.isEmpty());
    m_ui->buttonBox->button(QDialogButtonBox::Ok)->setEnabled(!name.isEmpty() && ranges && problem.isEmpty());
}

} // namespace essaim::gui
