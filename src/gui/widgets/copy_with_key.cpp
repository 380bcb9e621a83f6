#include "gui/widgets/copy_with_key.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QMessageBox>
#include <QPushButton>

namespace essaim::gui {

namespace {

/// Scope of the translations of this file.
struct CopyWithKey {
    Q_DECLARE_TR_FUNCTIONS(CopyWithKey)
};

} // namespace

void askToCopyWithKey(const QString& text, QWidget* parent) {
    auto* box = new QMessageBox(
        QMessageBox::Warning, {}, CopyWithKey::tr("This holds your own key. Copy it?"), QMessageBox::Cancel, parent);
    box->setObjectName(QStringLiteral("copyKeyBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(CopyWithKey::tr(
        "The tracker knows you by a key in its address. Whoever gets this is taken for you, with all that follows: do "
        "not pass it on. Others need an address with a key of their own."));
    QPushButton* copy = box->addButton(CopyWithKey::tr("Copy with my key"), QMessageBox::AcceptRole);
    copy->setObjectName(QStringLiteral("copyKeyButton"));
    box->setDefaultButton(QMessageBox::Cancel);
    QObject::connect(copy, &QPushButton::clicked, box, [text] { QGuiApplication::clipboard()->setText(text); });
    box->open();
}

} // namespace essaim::gui
