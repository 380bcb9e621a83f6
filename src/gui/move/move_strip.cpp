#include "gui/move/move_strip.h"

#include "engine/session.h"
#include "gui/move/move_row.h"

#include <QLabel>
#include <QVBoxLayout>

namespace essaim::gui {

namespace {

constexpr int kMostRows = 4;

} // namespace

MoveStrip::MoveStrip(engine::Session& session, QWidget* parent)
    : QFrame(parent)
    , m_session(session)
    , m_column(new QVBoxLayout(this))
    , m_more(new QLabel(this)) {
    setObjectName(QStringLiteral("moveStrip"));
    setAccessibleName(tr("Moves of files"));
    m_column->setContentsMargins(12, 6, 12, 6);
    m_column->setSpacing(4);
    m_more->setProperty("muted", true);
    m_column->addWidget(m_more);
    hide();
    connect(&m_session, &engine::Session::movesChanged, this, &MoveStrip::showMoves);
}

void MoveStrip::showMoves(const QList<engine::MoveSnapshot>& moves) {
    QMap<qint64, MoveRow*> old = std::exchange(m_rows, {});
    for (const engine::MoveSnapshot& move : moves.first(qMin<qsizetype>(moves.size(), kMostRows))) {
        MoveRow* row = old.take(move.jobId);
        if (row == nullptr) {
            row = new MoveRow(this);
            m_column->insertWidget(m_column->count() - 1, row);
            const qint64 job = move.jobId;
            connect(row, &MoveRow::pauseRequested, this, [this, job] { m_session.pauseMoves({job}); });
            connect(row, &MoveRow::resumeRequested, this, [this, job] { m_session.resumeMoves({job}); });
            connect(row, &MoveRow::cancelRequested, this, [this, job] { m_session.cancelMoves({job}); });
            connect(row, &MoveRow::dismissRequested, this, [this, job] { m_session.dismissMoves({job}); });
            connect(row, &MoveRow::backRequested, this, [this, job, id = move.id, source = move.source] {
                m_session.dismissMoves({job});
                m_session.move({id}, source);
            });
        }
        row->showMove(move);
        m_rows.insert(move.jobId, row);
    }
    for (MoveRow* row : std::as_const(old))
        row->deleteLater();
    const int others = int(moves.size()) - int(m_rows.size());
    m_more->setVisible(others > 0);
    m_more->setText(tr("%n more move(s)", nullptr, others));
    setVisible(!moves.isEmpty());
}

} // namespace essaim::gui
