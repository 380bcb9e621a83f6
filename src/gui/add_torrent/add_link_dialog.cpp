#include "gui/add_torrent/add_link_dialog.h"

#include "add_torrent/ui_add_link_dialog.h"

#include "gui/add_torrent/dropped_items.h"
#include "gui/widgets/style_sheet.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QPushButton>

namespace essaim::gui {

AddLinkDialog::AddLinkDialog(QWidget* parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::AddLinkDialog>()) {
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    QPushButton* add = m_ui->buttonBox->button(QDialogButtonBox::Ok);
    add->setObjectName(QStringLiteral("okButton"));
    add->setText(tr("Add"));
    setSheetProperty(*add, "accent", true);
    const auto update = [this, add] { add->setEnabled(!links().isEmpty()); };
    connect(m_ui->linksEdit, &QPlainTextEdit::textChanged, this, update);
    if (const QMimeData* clipboard = QGuiApplication::clipboard()->mimeData())
        m_ui->linksEdit->setPlainText(sortMimeData(*clipboard).links.join(QLatin1Char('\n')));
    m_ui->linksEdit->selectAll();
    update();
}

AddLinkDialog::~AddLinkDialog() = default;

void AddLinkDialog::accept() {
    const QStringList entered = links();
    if (entered.isEmpty())
        return;
    QDialog::accept();
    Q_EMIT linksEntered(entered);
}

QStringList AddLinkDialog::links() const {
    return sortItems(m_ui->linksEdit->toPlainText().split(QLatin1Char('\n'))).links;
}

} // namespace essaim::gui
