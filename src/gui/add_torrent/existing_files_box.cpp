#include "gui/add_torrent/existing_files_box.h"

#include "engine/session.h"
#include "gui/widgets/style_sheet.h"
#include "text/text.h"

#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QRandomGenerator>
#include <QVBoxLayout>

#include <chrono>

namespace essaim::gui {

using engine::ExistingFiles;
using State = engine::TargetFileReport::State;

ExistingFilesBox::ExistingFilesBox(engine::Session& session, QWidget* parent)
    : QFrame(parent)
    , m_session(session)
    , m_label(new QLabel(this))
    , m_choice(new QComboBox(this)) {
    constexpr std::chrono::milliseconds kDelay{250};
    m_label->setObjectName(QStringLiteral("existingLabel"));
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true);
    m_choice->setObjectName(QStringLiteral("existingChoice"));
    m_choice->setAccessibleName(tr("What to do about files that differ"));
    m_choice->addItem(
        tr("Keep mine, download those under another name"), QVariant::fromValue(int(ExistingFiles::KeepBoth)));
    m_choice->addItem(
        tr("Complete or overwrite mine with those of the torrent"), QVariant::fromValue(int(ExistingFiles::Overwrite)));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_label);
    column->addWidget(m_choice);
    m_delay.setSingleShot(true);
    m_delay.setInterval(kDelay);
    connect(&m_delay, &QTimer::timeout, this, &ExistingFilesBox::ask);
    connect(&session, &engine::Session::targetInspected, this, &ExistingFilesBox::showReport);
    connect(&session, &engine::Session::targetProgress, this, [this](quint64 requestId, qint64 done, qint64 total) {
        if (requestId != m_request || total <= 0)
            return;
        m_label->setText(tr("Comparing the files that are there: %1").arg(text::percent(double(done) / double(total))));
        m_choice->hide();
        show();
    });
    hide();
}

ExistingFilesBox::~ExistingFilesBox() {
    if (m_request != 0)
        m_session.cancelInspection(m_request);
}

void ExistingFilesBox::look(const QByteArray& torrent, const QString& savePath, const QStringList& diskPaths) {
    m_torrent = torrent;
    m_savePath = savePath;
    m_diskPaths = diskPaths;
    m_isKnown = false;
    hide();
    m_delay.start();
}

void ExistingFilesBox::ask() {
    if (m_request != 0)
        m_session.cancelInspection(m_request);
    m_request = 0;
    if (m_torrent.isEmpty() || !QDir::isAbsolutePath(m_savePath))
        return;
    m_request = QRandomGenerator::global()->generate64() | 1; // never 0
    m_session.inspectTarget(m_request, m_torrent, m_savePath, m_diskPaths);
}

void ExistingFilesBox::showReport(const engine::TargetReport& report) {
    if (m_request == 0 || report.requestId != m_request)
        return;
    m_request = 0;
    if (report.error)
        return hide(); // adding says it better
    m_isKnown = true;
    const bool isDifferent = report.count(State::Differs) + report.count(State::Blocked) > 0;
    m_label->setText(words(report));
    setSheetProperty(*m_label, "warning", isDifferent || !report.claimedBy.isEmpty());
    m_choice->setVisible(isDifferent && report.claimedBy.isEmpty());
    setVisible(!report.existing.isEmpty() || !report.claimedBy.isEmpty());
    m_rightSize = 0;
    for (const engine::TargetFileReport& file : report.existing)
        m_rightSize += file.state == State::Matches ? file.size : 0;
    Q_EMIT looked();
}

QString ExistingFilesBox::words(const engine::TargetReport& report) const {
    const int right = report.count(State::Matches);
    const int different = int(report.existing.size()) - right;
    QStringList sentences;
    if (right == report.fileCount)
        sentences.append(tr("All files are there already and right: nothing needs to be downloaded."));
    else if (right > 0)
        sentences.append(tr("%1 of %n files are there already and right.", nullptr, report.fileCount).arg(right));
    if (different > 0)
        sentences.append(
            tr("%n file(s) of the same name differ, are incomplete or cannot be compared by themselves.", nullptr,
               different));
    if (!report.claimedBy.isEmpty() && right < report.fileCount)
        sentences.append(
            tr("“%1” in your list downloads to the same files: choose another folder.").arg(report.claimedBy));
    return sentences.join(QLatin1Char(' '));
}

ExistingFiles ExistingFilesBox::policy() const {
    return m_isKnown ? ExistingFiles(m_choice->currentData().toInt()) : ExistingFiles::Refuse;
}

} // namespace essaim::gui
