#include "gui/move/move_strip.h"

#include "engine/session.h"
#include "gui/create_torrent/slim_progress_bar.h"
#include "gui/move/move_row.h"
#include "gui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace essaim::gui {

using engine::MoveSnapshot;

namespace {

constexpr int kMostRows = 3;

QList<qint64> jobsOf(const QList<MoveSnapshot>& moves) {
    QList<qint64> jobs;
    for (const MoveSnapshot& move : moves)
        jobs.append(move.jobId);
    return jobs;
}

QHBoxLayout* makeLine(QWidget& line) {
    auto* row = new QHBoxLayout(&line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    return row;
}

} // namespace

MoveStrip::MoveStrip(engine::Session& session, QWidget* parent)
    : QFrame(parent)
    , m_session(session)
    , m_column(new QVBoxLayout(this))
    , m_totals(new QWidget(this))
    , m_more(new QLabel(this))
    , m_end(new QWidget(this)) {
    setObjectName(QStringLiteral("moveStrip"));
    setAccessibleName(tr("Moves of files"));
    m_column->setContentsMargins(16, 6, 8, 6);
    m_column->setSpacing(4);
    makeTotals();
    makeEnd();
    m_more->setProperty("muted", true);
    m_column->addWidget(m_totals);
    m_column->addWidget(m_more);
    m_column->addWidget(m_end);
    hide();
    connect(&m_session, &engine::Session::movesChanged, this, &MoveStrip::showMoves);
}

void MoveStrip::makeTotals() {
    auto* row = makeLine(*m_totals);
    m_totalsLabel = new QLabel(m_totals);
    m_totalsLabel->setObjectName(QStringLiteral("moveTotalsLabel"));
    m_totalsBar = new SlimProgressBar(m_totals);
    m_totalsBar->setFixedWidth(140);
    m_totalsBar->setFixedHeight(6);
    m_totalsBar->setRange(0, 1000);
    row->addWidget(m_totalsBar);
    row->addWidget(m_totalsLabel, 1);
    m_pauseAll = addButton(*m_totals, "pauseMovesButton", "pause", tr("Pause all"), &MoveStrip::pauseAll);
    m_resumeAll = addButton(*m_totals, "resumeMovesButton", "play", tr("Go on with all"), &MoveStrip::resumeAll);
    addButton(*m_totals, "cancelMovesButton", "close", tr("Cancel all"), &MoveStrip::cancelAll)
        ->setToolTip(tr("Take everything back to where it was"));
}

void MoveStrip::makeEnd() {
    auto* row = makeLine(*m_end);
    m_endLabel = new QLabel(m_end);
    m_endLabel->setObjectName(QStringLiteral("movesEndedLabel"));
    row->addWidget(m_endLabel, 1);
    addButton(*m_end, "undoMovesButton", "refresh", tr("Undo"), &MoveStrip::moveAllBack)
        ->setToolTip(tr("Move the files back to where they were"));
    addButton(*m_end, "dismissMovesButton", "close", tr("Close"), &MoveStrip::dismissEnded);
}

QToolButton* MoveStrip::addButton(
    QWidget& line, const char* name, const char* icon, const QString& words, void (MoveStrip::*clicked)()) {
    auto* button = new QToolButton(&line);
    button->setObjectName(QString::fromLatin1(name));
    button->setText(words);
    button->setIcon(themedIcon(QString::fromLatin1(icon)));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::StrongFocus);
    line.layout()->addWidget(button);
    connect(button, &QToolButton::clicked, this, clicked);
    return button;
}

void MoveStrip::showMoves(const QList<MoveSnapshot>& moves) {
    m_summary = summarize(moves);
    if (m_summary.ended.size() == 1)
        m_summary.rows.append(m_summary.ended.takeFirst());
    m_totals->setVisible(m_summary.active > 1);
    m_totalsLabel->setText(summaryWords(m_summary));
    m_totalsBar->setValue(m_summary.total > 0 ? int(1000 * double(m_summary.done) / double(m_summary.total)) : 0);
    m_pauseAll->setVisible(m_summary.canPause);
    m_resumeAll->setVisible(m_summary.canResume && !m_summary.canPause);
    showRows();
    const auto moved = std::ranges::count(m_summary.ended, engine::MoveState::Done, &MoveSnapshot::state);
    m_end->setVisible(!m_summary.ended.isEmpty());
    const auto cancelled = m_summary.ended.size() - moved;
    QStringList words;
    if (moved > 0)
        words.append(tr("%n torrent(s) moved", nullptr, int(moved)));
    if (cancelled > 0)
        words.append(tr("%n move(s) cancelled; the files are where they were", nullptr, int(cancelled)));
    m_endLabel->setText(words.join(QStringLiteral(" · ")));
    m_end->findChild<QToolButton*>(QStringLiteral("undoMovesButton"))->setVisible(moved > 0);
    setVisible(!moves.isEmpty());
}

void MoveStrip::showRows() {
    const QList<MoveSnapshot> shown = m_summary.rows.first(qMin<qsizetype>(m_summary.rows.size(), kMostRows));
    const QList<qint64> order = jobsOf(shown);
    QMap<qint64, MoveRow*> old = std::exchange(m_rows, {});
    for (const MoveSnapshot& move : shown) {
        MoveRow* row = old.take(move.jobId);
        if (row == nullptr)
            row = makeRow(move);
        row->showMove(move);
        m_rows.insert(move.jobId, row);
    }
    for (MoveRow* row : std::as_const(old)) {
        row->hide();
        row->deleteLater();
    }
    if (std::exchange(m_order, order) != order) {
        for (MoveRow* row : std::as_const(m_rows))
            m_column->removeWidget(row);
        for (int i = 0; i < order.size(); ++i)
            m_column->insertWidget(1 + i, m_rows.value(order[i]));
    }
    const int others = int(m_summary.rows.size() - shown.size());
    m_more->setVisible(others > 0);
    m_more->setText(tr("and %n more", nullptr, others));
}

MoveRow* MoveStrip::makeRow(const MoveSnapshot& move) {
    auto* row = new MoveRow(this);
    const qint64 job = move.jobId;
    connect(row, &MoveRow::pauseRequested, this, [this, job] { m_session.pauseMoves({job}); });
    connect(row, &MoveRow::resumeRequested, this, [this, job] { m_session.resumeMoves({job}); });
    connect(row, &MoveRow::cancelRequested, this, [this, job] { m_session.cancelMoves({job}); });
    connect(row, &MoveRow::dismissRequested, this, [this, job] { m_session.dismissMoves({job}); });
    connect(row, &MoveRow::backRequested, this, [this, move] { moveBack({move}); });
    return row;
}

void MoveStrip::pauseAll() {
    m_session.pauseMoves(jobsOf(m_summary.rows));
}

void MoveStrip::resumeAll() {
    m_session.resumeMoves(jobsOf(m_summary.rows));
}

void MoveStrip::cancelAll() {
    m_session.cancelMoves(jobsOf(m_summary.rows));
}

void MoveStrip::moveAllBack() {
    moveBack(m_summary.ended);
}

void MoveStrip::dismissEnded() {
    m_session.dismissMoves(jobsOf(m_summary.ended));
}

void MoveStrip::moveBack(const QList<MoveSnapshot>& moves) {
    QMap<QString, QList<TorrentId>> ids; // by the folder to which they return
    for (const MoveSnapshot& move : moves) {
        if (move.state == engine::MoveState::Cancelled)
            continue;
        ids[move.source].append(move.id);
    }
    m_session.dismissMoves(jobsOf(moves));
    for (auto group = ids.cbegin(); group != ids.cend(); ++group)
        m_session.move(group.value(), group.key());
}

} // namespace essaim::gui
