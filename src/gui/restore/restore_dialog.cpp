#include "gui/restore/restore_dialog.h"

#include "restore/ui_restore_dialog.h"

#include "engine/session.h"
#include "gui/widgets/style_sheet.h"
#include "text/text.h"

#include <QDateTime>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>

namespace essaim::gui {

namespace {

constexpr int kFileRole = Qt::UserRole;

QString reason(engine::BackupInfo::Kind kind) {
    switch (kind) {
    case engine::BackupInfo::Kind::Daily:
        return RestoreDialog::tr("Every day");
    case engine::BackupInfo::Kind::Weekly:
        return RestoreDialog::tr("Every week");
    case engine::BackupInfo::Kind::BeforeRestore:
        return RestoreDialog::tr("Before a list was restored");
    case engine::BackupInfo::Kind::BeforeUpdate:
        return RestoreDialog::tr("Before an update of Essaim");
    }
    return {};
}

QTreeWidgetItem* itemOf(const engine::BackupInfo& backup) {
    const auto moment = QDateTime::fromSecsSinceEpoch(backup.takenAt);
    const bool isReadable = backup.torrents >= 0;
    auto* item = new QTreeWidgetItem(
        {QLocale().toString(moment, QLocale::LongFormat).remove(moment.timeZoneAbbreviation()).trimmed(),
         isReadable ? QLocale().toString(backup.torrents) : RestoreDialog::tr("cannot be read"), reason(backup.kind),
         text::size(backup.size)});
    item->setData(0, kFileRole, backup.file);
    item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    item->setTextAlignment(3, Qt::AlignRight | Qt::AlignVCenter);
    if (!isReadable)
        item->setFlags(Qt::NoItemFlags);
    return item;
}

} // namespace

RestoreDialog::RestoreDialog(engine::Session& session, QWidget* parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::RestoreDialog>())
    , m_session(session) {
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("restoreDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    QHeaderView& header = *m_ui->backupTree->header();
    header.setStretchLastSection(false);
    header.setSectionResizeMode(QHeaderView::ResizeToContents);
    header.setSectionResizeMode(2, QHeaderView::Stretch);
    m_ui->exactlyCheck->hide();
    QPushButton* button = m_ui->buttonBox->button(QDialogButtonBox::Ok);
    button->setObjectName(QStringLiteral("restoreButton"));
    button->setText(tr("Restore"));
    button->setEnabled(false);
    connect(m_ui->backupTree, &QTreeWidget::itemSelectionChanged, this, &RestoreDialog::askForPreview);
    connect(&session, &engine::Session::backups, this, &RestoreDialog::showBackups);
    connect(&session, &engine::Session::restorePreview, this, &RestoreDialog::showPreview);
    m_ui->changeLabel->setText(tr("Looking for backups…"));
    session.requestBackups();
}

RestoreDialog::~RestoreDialog() = default;

QString RestoreDialog::chosenFile() const {
    const auto chosen = m_ui->backupTree->selectedItems();
    return chosen.isEmpty() ? QString() : chosen.first()->data(0, kFileRole).toString();
}

void RestoreDialog::accept() {
    Q_EMIT restoreRequested({chosenFile(), m_ui->exactlyCheck->isVisible() && m_ui->exactlyCheck->isChecked()});
    QDialog::accept();
}

void RestoreDialog::showBackups(const QList<engine::BackupInfo>& backups) {
    m_ui->backupTree->clear();
    for (const engine::BackupInfo& backup : backups)
        m_ui->backupTree->addTopLevelItem(itemOf(backup));
    m_ui->changeTree->hide();
    m_ui->changeLabel->setText(
        backups.isEmpty() ? tr("There is no backup yet. The first is made while Essaim has a quiet moment today.")
                          : tr("Choose a backup to see what it would change."));
    for (int row = 0; row < m_ui->backupTree->topLevelItemCount(); ++row) {
        QTreeWidgetItem* item = m_ui->backupTree->topLevelItem(row);
        if ((item->flags() & Qt::ItemIsEnabled) != 0)
            return m_ui->backupTree->setCurrentItem(item); // asks for its preview
    }
}

void RestoreDialog::askForPreview() {
    m_ui->buttonBox->button(QDialogButtonBox::Ok)->setEnabled(false);
    m_ui->exactlyCheck->hide();
    m_ui->changeTree->hide();
    setSheetProperty(*m_ui->changeLabel, "problem", false);
    if (const QString file = chosenFile(); !file.isEmpty()) {
        m_ui->changeLabel->setText(tr("Comparing…"));
        m_session.requestRestorePreview(file);
    }
}

void RestoreDialog::showPreview(const engine::RestorePreview& preview) {
    if (preview.file != chosenFile())
        return;
    setSheetProperty(*m_ui->changeLabel, "problem", preview.error.has_value());
    if (preview.error) {
        m_ui->changeLabel->setText(text::errorSentence(*preview.error));
        return;
    }
    const bool isSame = preview.returning.isEmpty() && preview.changed.isEmpty();
    QStringList sentences{
        isSame ? tr("Everything that is in this backup is in your list, as it was then.")
               : tr("%n torrent(s) stay as they are.", nullptr, preview.unchanged + int(preview.newer.size()))};
    if (preview.unreadable > 0)
        sentences << tr("%n torrent(s) in this backup are damaged and are left out.", nullptr, preview.unreadable);
    m_ui->changeLabel->setText(sentences.join(QLatin1Char(' ')));
    m_ui->changeTree->clear();
    addGroup(tr("Come back; their files are checked (%L1)").arg(preview.returning.size()), preview.returning);
    addGroup(tr("Get the settings of that day (%L1)").arg(preview.changed.size()), preview.changed);
    addGroup(tr("Newer than the backup (%L1)").arg(preview.newer.size()), preview.newer);
    m_ui->changeTree->setVisible(m_ui->changeTree->topLevelItemCount() > 0);
    m_ui->exactlyCheck->setText(
        tr("Take the %n newer torrent(s) off the list; their files stay", nullptr, int(preview.newer.size())));
    m_ui->exactlyCheck->setVisible(!preview.newer.isEmpty());
    m_ui->buttonBox->button(QDialogButtonBox::Ok)->setEnabled(!isSame || !preview.newer.isEmpty());
}

void RestoreDialog::addGroup(const QString& title, const QStringList& names) {
    if (names.isEmpty())
        return;
    auto* group = new QTreeWidgetItem(m_ui->changeTree, {title});
    for (const QString& name : names)
        group->addChild(new QTreeWidgetItem({name}));
    group->setExpanded(names.size() <= 20);
}

} // namespace essaim::gui
