#include "gui/transfers/remove_dialog.h"

#include "transfers/ui_remove_dialog.h"

#include "engine/session.h"
#include "gui/widgets/row_delegate.h"
#include "text/text.h"

#include <QHeaderView>
#include <QPushButton>
#include <QRandomGenerator>

#include <array>

namespace essaim::gui {

using engine::FilesFate;
using engine::KeptBecause;
using engine::RemovalFile;

namespace {

constexpr int kMostRows = 2000; ///< a list that nobody reads to its end

QString whatHappens(KeptBecause reason, bool forGood) {
    switch (reason) {
    case KeptBecause::Nothing:
        return forGood ? RemoveDialog::tr("is deleted") : RemoveDialog::tr("goes to the bin");
    case KeptBecause::WasThere:
        return RemoveDialog::tr("stays: it was there before");
    case KeptBecause::Unknown:
        return RemoveDialog::tr("stays: perhaps it was there before");
    case KeptBecause::Changed:
        return RemoveDialog::tr("stays: it was changed since");
    case KeptBecause::UsedByAnother:
        return RemoveDialog::tr("stays: another torrent uses it");
    case KeptBecause::NotAFile:
        return RemoveDialog::tr("stays: it is not a plain file");
    }
    return {};
}

struct Totals {
    int going = 0;
    qint64 bytes = 0;
    int kept = 0;
    int others = 0;
    int unknown = 0; ///< going or kept, as the user says
};

/// Why it stays, if the user has his way.
KeptBecause reasonOf(const RemovalFile& file, bool takesUnknown) {
    return file.kept == KeptBecause::Unknown && takesUnknown ? KeptBecause::Nothing : file.kept;
}

Totals totalsOf(const engine::RemovalPlan& plan, bool takesUnknown) {
    Totals totals;
    for (const engine::TorrentRemoval& torrent : plan.torrents) {
        totals.others += torrent.others;
        for (const RemovalFile& file : torrent.files) {
            const bool goes = reasonOf(file, takesUnknown) == KeptBecause::Nothing;
            totals.unknown += file.kept == KeptBecause::Unknown ? 1 : 0;
            totals.going += goes ? 1 : 0;
            totals.bytes += goes ? file.size : 0;
            totals.kept += goes ? 0 : 1;
        }
    }
    return totals;
}

} // namespace

RemoveDialog::RemoveDialog(
    engine::Session& session, const QList<engine::TorrentSnapshot>& torrents, bool withFiles, QWidget* parent)
    : QDialog(parent)
    , m_session(session)
    , m_ui(std::make_unique<Ui::RemoveDialog>()) {
    for (const engine::TorrentSnapshot& torrent : torrents)
        m_ids.append(torrent.id);
    m_ui->setupUi(this);
    m_ui->questionLabel->setText(
        torrents.size() == 1 ? tr("Remove “%1” from the list?").arg(torrents.first().name)
                             : tr("Remove %n torrents from the list?", nullptr, int(torrents.size())));
    m_ui->fileList->setItemDelegate(new RowDelegate(m_ui->fileList));
    m_ui->fileList->header()->setStretchLastSection(false);
    m_ui->fileList->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_ui->fileList->header()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    m_ui->buttonBox->button(QDialogButtonBox::Ok)->setObjectName(QStringLiteral("removeButton"));
    m_ui->deleteFilesCheck->setChecked(withFiles);
    connect(m_ui->deleteFilesCheck, &QCheckBox::toggled, this, &RemoveDialog::showConsequence);
    for (QCheckBox* check : {m_ui->forGoodCheck, m_ui->unknownCheck})
        connect(check, &QCheckBox::toggled, this, [this] {
            if (m_plan)
                showPlan(*m_plan);
            showConsequence();
        });
    connect(&session, &engine::Session::removalPlanned, this, [this](const engine::RemovalPlan& plan) {
        if (plan.requestId != m_request)
            return;
        m_plan = std::make_unique<engine::RemovalPlan>(plan);
        if (!plan.hasBin)
            m_ui->forGoodCheck->setText(tr("There is no bin on this volume: delete them for &good"));
        m_ui->unknownCheck->setText(
            tr("Also remove %n file(s) that Essaim may not have &made", nullptr, totalsOf(plan, false).unknown));
        showPlan(plan);
        showConsequence();
    });
    showConsequence();
}

RemoveDialog::~RemoveDialog() = default;

FilesFate RemoveDialog::fate() const {
    if (!m_ui->deleteFilesCheck->isChecked())
        return FilesFate::Keep;
    if (m_ui->forGoodCheck->isChecked())
        return FilesFate::Delete;
    return m_plan && !m_plan->hasBin ? FilesFate::Keep : FilesFate::Bin;
}

bool RemoveDialog::takesUnknown() const {
    return m_ui->deleteFilesCheck->isChecked() && m_ui->unknownCheck->isChecked();
}

void RemoveDialog::askForPlan() {
    if (m_request != 0)
        return;
    m_request = QRandomGenerator::global()->generate64() | 1; // never 0
    setProperty("requestId", m_request);                      // for tests, which speak in the session's place
    m_session.planRemoval(m_request, m_ids);
}

void RemoveDialog::showPlan(const engine::RemovalPlan& plan) {
    m_ui->fileList->clear();
    QList<QTreeWidgetItem*> rows;
    for (const engine::TorrentRemoval& torrent : plan.torrents) {
        for (const RemovalFile& file : torrent.files) {
            if (rows.size() >= kMostRows)
                break;
            const QString fate = whatHappens(reasonOf(file, takesUnknown()), m_ui->forGoodCheck->isChecked());
            auto* row = new QTreeWidgetItem({file.path, text::size(file.size), fate});
            row->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
            row->setToolTip(0, file.path.toHtmlEscaped());
            rows.append(row);
        }
    }
    const Totals totals = totalsOf(plan, takesUnknown());
    if (const int more = totals.going + totals.kept - int(rows.size()); more > 0)
        rows.append(new QTreeWidgetItem({tr("… and %n more", nullptr, more), {}, {}}));
    m_ui->fileList->addTopLevelItems(rows);
}

void RemoveDialog::showConsequence() {
    const bool withFiles = m_ui->deleteFilesCheck->isChecked();
    if (withFiles)
        askForPlan();
    const bool knows = withFiles && m_plan;
    const bool anyGoes = knows && totalsOf(*m_plan, takesUnknown()).going > 0;
    m_ui->fileList->setVisible(knows && m_ui->fileList->topLevelItemCount() > 0);
    m_ui->forGoodCheck->setVisible(anyGoes);
    m_ui->unknownCheck->setVisible(knows && totalsOf(*m_plan, false).unknown > 0);
    m_ui->consequenceLabel->setText(consequence());
    QString words = tr("Remove");
    if (anyGoes && fate() == FilesFate::Bin)
        words = tr("Remove, files to the bin");
    else if (anyGoes && fate() == FilesFate::Delete)
        words = tr("Remove and delete files");
    QPushButton* button = m_ui->buttonBox->button(QDialogButtonBox::Ok);
    button->setText(words);
    button->setEnabled(!withFiles || knows); // nothing goes before it was named
    adjustSize();
}

QString RemoveDialog::consequence() const {
    if (!m_ui->deleteFilesCheck->isChecked())
        return tr("The files stay where they are.");
    if (!m_plan)
        return tr("Looking at the files…");
    const Totals totals = totalsOf(*m_plan, takesUnknown());
    if (totals.going == 0 && totals.unknown > 0)
        return tr("None of the files goes unless you say so: perhaps they were there before the torrent.");
    if (totals.going == 0)
        return tr("None of the files goes: they were there before, were changed since, or are gone already.");
    QStringList sentences;
    switch (fate()) {
    case FilesFate::Keep:
        sentences.append(
            tr("There is no bin on this volume, so the files stay unless you have them deleted for good."));
        break;
    case FilesFate::Bin:
        sentences.append(tr("%Ln file(s), %1, go to the bin.", nullptr, totals.going).arg(text::size(totals.bytes)));
        break;
    case FilesFate::Delete:
        sentences.append(
            tr("%Ln file(s), %1, are deleted for good.", nullptr, totals.going).arg(text::size(totals.bytes)));
        break;
    }
    if (totals.kept > 0)
        sentences.append(tr("%Ln file(s) of the torrent stay.", nullptr, totals.kept));
    if (totals.others > 0)
        sentences.append(tr("%n other item(s) in the folder are not touched.", nullptr, totals.others));
    return sentences.join(QLatin1Char(' '));
}

} // namespace essaim::gui
