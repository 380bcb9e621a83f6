#include "gui/create_torrent/creation_strip.h"

#include "create_torrent/ui_creation_strip.h"

#include "gui/create_torrent/job_model.h"
#include "gui/create_torrent/job_texts.h"
#include "gui/widgets/cell_painting.h"
#include "gui/widgets/row_delegate.h"
#include "gui/widgets/theme.h"
#include "hosting/creation_queue.h"

#include <QAction>
#include <QClipboard>
#include <QDesktopServices>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QUrl>

#include <algorithm>

namespace essaim::gui {

namespace {

using hosting::CreationJob;
using State = CreationJob::State;

constexpr int kBarSteps = 1000;

/// A bar with its figure beside it.
class BarDelegate : public RowDelegate {
public:
    using RowDelegate::RowDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        constexpr int kFigure = 48;
        constexpr int kBarHeight = 6;
        if (option.state.testFlag(QStyle::State_Selected))
            painter->fillRect(option.rect, option.palette.brush(QPalette::Highlight));
        QRect bar = option.rect.adjusted(kCellMargin, 0, -kFigure, 0);
        bar = QRect(bar.left(), bar.center().y() - kBarHeight / 2, bar.width(), kBarHeight);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const auto tint = Tint(index.data(JobModel::kTintRole).toInt());
        paintBar(
            *painter, bar, index.data(JobModel::kFractionRole).toDouble(), tintColor(tint, option.palette),
            tintColor(Tint::Line, option.palette));
        painter->restore();
        painter->setPen(tintColor(Tint::Text, option.palette));
        painter->drawText(
            option.rect.adjusted(0, 0, -kCellMargin, 0), Qt::AlignRight | Qt::AlignVCenter, index.data().toString());
    }
};

} // namespace

struct CreationStrip::Private {
    Private(CreationStrip& owner, const Services& used)
        : q(owner)
        , queue(used.creations)
        , model(new JobModel(used.creations, &owner)) {}

    void arrange();
    QAction* addAction(const char* name, const char* icon, const QString& text);
    void makeActions();
    void connectParts();
    void update();
    void fitList();
    void updateActions();
    void showList(bool open);
    void clear();
    [[nodiscard]] QList<CreationJob> selected() const;
    template <typename Function>
    void withSelected(Function function) {
        for (const CreationJob& job : selected())
            function(job);
        updateActions();
    }

    CreationStrip& q;
    hosting::CreationQueue& queue;
    JobModel* model;
    Ui::CreationStrip ui;
    QAction* pause = nullptr;
    QAction* resume = nullptr;
    QAction* cancel = nullptr;
    QAction* retry = nullptr;
    QAction* copyLink = nullptr;
    QAction* openFolder = nullptr;
};

void CreationStrip::Private::arrange() {
    ui.setupUi(&q);
    ui.jobView->setModel(model);
    ui.jobView->setItemDelegate(new RowDelegate(&q));
    ui.jobView->setItemDelegateForColumn(JobModel::ProgressColumn, new BarDelegate(&q));
    QHeaderView& header = *ui.jobView->header();
    constexpr int kNameWidth = 300;
    constexpr int kProgressWidth = 220;
    header.resizeSection(JobModel::NameColumn, kNameWidth);
    header.resizeSection(JobModel::ProgressColumn, kProgressWidth);
    header.setStretchLastSection(true);
    ui.clearButton->setIcon(themedIcon(QStringLiteral("close")));
    ui.clearButton->setToolButtonStyle(Qt::ToolButtonIconOnly);
    ui.jobView->installEventFilter(&q);
    ui.jobView->setContextMenuPolicy(Qt::ActionsContextMenu);
    makeActions();
    showList(false);
}

/// In the context menu of the list, and as a button below it.
QAction* CreationStrip::Private::addAction(const char* name, const char* icon, const QString& text) {
    auto* action = new QAction(themedIcon(QString::fromLatin1(icon)), text, &q);
    action->setObjectName(QString::fromLatin1(name));
    ui.jobView->addAction(action);
    auto* button = new QToolButton(ui.listArea);
    button->setObjectName(QString::fromLatin1(name) + QStringLiteral("Button"));
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    ui.actionLayout->insertWidget(ui.actionLayout->count() - 1, button);
    return action;
}

void CreationStrip::Private::makeActions() {
    pause = addAction("pauseJob", "pause", tr("Pause"));
    resume = addAction("resumeJob", "play", tr("Resume"));
    cancel = addAction("cancelJob", "close", tr("Cancel"));
    retry = addAction("retryJob", "refresh", tr("Try again"));
    copyLink = addAction("copyJobLink", "link", tr("Copy the invite link"));
    openFolder = addAction("openJobFolder", "folder", tr("Open the folder"));
}

void CreationStrip::Private::connectParts() {
    const auto on = [this](QAction* action, auto function) {
        QObject::connect(action, &QAction::triggered, &q, [this, function] { withSelected(function); });
    };
    on(pause, [this](const CreationJob& job) { queue.pause(job.id); });
    on(resume, [this](const CreationJob& job) { queue.resume(job.id); });
    on(retry, [this](const CreationJob& job) { queue.retry(job.id); });
    on(cancel, [this](const CreationJob& job) { job.isOver() ? queue.remove(job.id) : queue.cancel(job.id); });
    on(openFolder, [](const CreationJob& job) {
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(job.result.torrentPath).absolutePath()));
    });
    QObject::connect(copyLink, &QAction::triggered, &q, [this] {
        QStringList links;
        for (const CreationJob& job : selected())
            links.append(job.result.inviteLink);
        links.removeAll(QString());
        QGuiApplication::clipboard()->setText(links.join(u'\n'));
    });
    QObject::connect(ui.listButton, &QToolButton::clicked, &q, [this](bool open) { showList(open); });
    QObject::connect(ui.clearButton, &QToolButton::clicked, &q, [this] { clear(); });
    QObject::connect(ui.pauseAllButton, &QToolButton::clicked, &q, [this] {
        const bool runs = std::ranges::any_of(queue.jobs(), [](const CreationJob& job) {
            return job.state == State::Running || job.state == State::Waiting;
        });
        runs ? queue.pauseAll() : queue.resumeAll();
    });
    QObject::connect(
        ui.jobView->selectionModel(), &QItemSelectionModel::selectionChanged, &q, [this] { updateActions(); });
    QObject::connect(&queue, &hosting::CreationQueue::added, &q, [this](const QList<quint64>& ids) {
        if (ids.size() > 1)
            showList(true);
        update();
    });
    QObject::connect(&queue, &hosting::CreationQueue::changed, &q, [this] { update(); });
    QObject::connect(&queue, &hosting::CreationQueue::removed, &q, [this] { update(); });
}

QList<CreationJob> CreationStrip::Private::selected() const {
    QList<CreationJob> jobs;
    QModelIndexList rows = ui.jobView->selectionModel()->selectedRows();
    if (rows.isEmpty() && model->rowCount() == 1)
        rows = {model->index(0, 0)}; // there is no doubt which one is meant
    for (const QModelIndex& index : rows) {
        if (const CreationJob* job = model->jobAt(index.row()))
            jobs.append(*job);
    }
    return jobs;
}

void CreationStrip::Private::update() {
    const QList<CreationJob>& jobs = queue.jobs();
    q.setVisible(!jobs.isEmpty());
    if (jobs.isEmpty())
        return;
    const JobSummary all = JobSummary::of(jobs);
    ui.summaryLabel->setState(all.failed > 0 ? Tint::Loss : all.open() > 0 ? Tint::Moving : Tint::Whole, all.words());
    ui.summaryLabel->setToolTip(all.words());
    ui.allBar->setValue(int(all.fraction() * kBarSteps));
    ui.allBar->setVisible(all.open() > 0);
    ui.paceLabel->setText(all.pace());
    ui.pauseAllButton->setVisible(all.open() > 0);
    const bool allPaused = all.open() > 0 && all.paused == all.open();
    ui.pauseAllButton->setText(allPaused ? tr("Resume") : tr("Pause"));
    ui.pauseAllButton->setIcon(themedIcon(allPaused ? QStringLiteral("play") : QStringLiteral("pause")));
    ui.pauseAllButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    ui.clearButton->setVisible(all.open() < jobs.size());
    fitList();
    updateActions();
}

/// As high as its rows, up to half a dozen.
void CreationStrip::Private::fitList() {
    constexpr int kMostRows = 6;
    constexpr int kRow = 26;
    const int rows = qBound(1, model->rowCount(), kMostRows);
    ui.jobView->setFixedHeight(ui.jobView->header()->sizeHint().height() + rows * kRow + 2 * ui.jobView->frameWidth());
}

void CreationStrip::Private::updateActions() {
    const QList<CreationJob> jobs = selected();
    const auto any = [&jobs](auto condition) { return std::ranges::any_of(jobs, condition); };
    pause->setEnabled(
        any([](const CreationJob& job) { return job.state == State::Running || job.state == State::Waiting; }));
    resume->setEnabled(any([](const CreationJob& job) { return job.state == State::Paused; }));
    retry->setEnabled(any([](const CreationJob& job) { return job.state == State::Failed; }));
    cancel->setEnabled(!jobs.isEmpty());
    const bool allOver = !jobs.isEmpty() && std::ranges::all_of(jobs, &CreationJob::isOver);
    cancel->setText(allOver ? tr("Take off this list") : tr("Cancel"));
    copyLink->setEnabled(any([](const CreationJob& job) { return !job.result.inviteLink.isEmpty(); }));
    openFolder->setEnabled(jobs.size() == 1 && !jobs.first().result.torrentPath.isEmpty());
}

void CreationStrip::Private::showList(bool open) {
    ui.listArea->setVisible(open);
    ui.listButton->setChecked(open);
    ui.listButton->setText(open ? tr("Hide the list") : tr("Show each"));
    ui.listButton->setIcon(themedIcon(open ? QStringLiteral("chevron-down") : QStringLiteral("chevron-up")));
}

void CreationStrip::Private::clear() {
    for (const CreationJob& job : QList<CreationJob>(queue.jobs()))
        queue.remove(job.id);
}

CreationStrip::CreationStrip(const Services& services, QWidget* parent)
    : QFrame(parent)
    , m_private(std::make_unique<Private>(*this, services)) {
    setObjectName(QStringLiteral("creationStrip"));
    m_private->arrange();
    m_private->connectParts();
    m_private->update();
}

CreationStrip::~CreationStrip() = default;

/// Delete on the list is about its rows, not about the transfers of the window.
bool CreationStrip::eventFilter(QObject* watched, QEvent* event) {
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (watched != m_private->ui.jobView || !isKey || !static_cast<QKeyEvent*>(event)->matches(QKeySequence::Delete))
        return QFrame::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::KeyPress)
        m_private->cancel->trigger();
    return true;
}

} // namespace essaim::gui
