#include "gui/move/move_row.h"

#include "gui/create_torrent/slim_progress_bar.h"
#include "gui/move/move_summary.h"
#include "gui/widgets/elided_label.h"
#include "gui/widgets/theme.h"
#include "text/text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace essaim::gui {

using engine::MoveSnapshot;
using engine::MoveState;

namespace {

QString doneWords(const MoveSnapshot& move) {
    if (move.leftBehind.isEmpty())
        return MoveRow::tr("Moved");
    return MoveRow::tr(
        "Moved; %n file(s) stayed because somebody had changed them", nullptr, int(move.leftBehind.size()));
}

} // namespace

QString moveWords(const MoveSnapshot& move) {
    if (move.error && (move.state == MoveState::Stopped || move.state == MoveState::Refused))
        return text::errorSentence(*move.error);
    switch (move.state) {
    case MoveState::Waiting:
        return MoveRow::tr("Waits for its turn or its drive");
    case MoveState::Preparing:
        return MoveRow::tr("Closing the files");
    case MoveState::Moving:
        return amountWords(move.done, move.total, move.rate, move.etaSeconds);
    case MoveState::Paused:
        return MoveRow::tr("Paused");
    case MoveState::RollingBack:
        return MoveRow::tr("Taking everything back");
    case MoveState::CleaningUp:
        return MoveRow::tr("Moved; removing the old files");
    case MoveState::Done:
        return doneWords(move);
    case MoveState::Cancelled:
        return MoveRow::tr("Cancelled; the files are where they were");
    case MoveState::Stopped:
    case MoveState::Refused:
        break;
    }
    return MoveRow::tr("Stopped");
}

MoveRow::MoveRow(QWidget* parent)
    : QWidget(parent)
    , m_title(new ElidedLabel(this))
    , m_status(new QLabel(this))
    , m_bar(new SlimProgressBar(this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // what a torrent is called widens no window
    m_status->setTextFormat(Qt::PlainText);
    m_status->setObjectName(QStringLiteral("moveStatusLabel"));
    m_status->setWordWrap(true);
    m_bar->setFixedWidth(140);
    m_bar->setFixedHeight(6);
    m_bar->setRange(0, 1000);
    row->addWidget(m_title, 2);
    row->addWidget(m_bar);
    row->addWidget(m_status, 3);
    const auto button = [&](const char* name, const char* icon, const QString& words, void (MoveRow::*signal)()) {
        auto* made = new QToolButton(this);
        made->setObjectName(QString::fromLatin1(name));
        made->setText(words);
        made->setIcon(themedIcon(QString::fromLatin1(icon)));
        made->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        made->setFocusPolicy(Qt::StrongFocus);
        row->addWidget(made);
        connect(made, &QToolButton::clicked, this, signal);
        return made;
    };
    m_pause = button("pauseMoveButton", "pause", tr("Pause"), &MoveRow::pauseRequested);
    m_resume = button("resumeMoveButton", "play", tr("Go on"), &MoveRow::resumeRequested);
    m_cancel = button("cancelMoveButton", "close", tr("Cancel"), &MoveRow::cancelRequested);
    m_back = button("undoMoveButton", "refresh", tr("Undo"), &MoveRow::backRequested);
    m_dismiss = button("dismissMoveButton", "close", tr("Close"), &MoveRow::dismissRequested);
    m_cancel->setToolTip(tr("Take everything back to where it was"));
    m_back->setToolTip(tr("Move the files back to where they were"));
}

void MoveRow::showMove(const MoveSnapshot& move) {
    m_title->setText(tr("%1 → %2").arg(move.name, move.target));
    m_title->setToolTip(tr("From %1 to %2").arg(move.source, move.target));
    m_status->setText(moveWords(move));
    m_status->setToolTip(move.leftBehind.join(u'\n'));
    m_bar->setValue(move.total > 0 ? int(1000 * double(move.done) / double(move.total)) : 0);
    m_bar->setVisible(!move.isOver());
    const bool isForward = goesForward(move);
    const bool isHeld = move.state == MoveState::Paused || move.state == MoveState::Stopped;
    m_pause->setVisible(isForward);
    m_resume->setVisible(isHeld);
    m_cancel->setVisible(isForward || isHeld);
    m_back->setVisible(move.state == MoveState::Done);
    m_dismiss->setVisible(move.isOver());
}

} // namespace essaim::gui
