#include "gui/create_torrent/job_model.h"

#include "gui/create_torrent/job_texts.h"
#include "gui/widgets/theme.h"
#include "gui/widgets/tool_tip.h"
#include "text/text.h"

#include <QDir>

namespace essaim::gui {

namespace {

using State = hosting::CreationJob::State;

Tint tintOf(State state) {
    switch (state) {
    case State::Finished:
        return Tint::Whole;
    case State::Failed:
        return Tint::Loss;
    case State::Waiting:
    case State::Paused:
        return Tint::Muted;
    case State::Running:
        return Tint::Moving;
    }
    return Tint::Muted;
}

QString iconOf(State state) {
    switch (state) {
    case State::Finished:
        return QStringLiteral("check");
    case State::Failed:
        return QStringLiteral("alert");
    case State::Paused:
        return QStringLiteral("pause");
    case State::Waiting:
        return QStringLiteral("clock");
    case State::Running:
        return QStringLiteral("box");
    }
    return {};
}

} // namespace

JobModel::JobModel(hosting::CreationQueue& queue, QObject* parent)
    : QAbstractTableModel(parent)
    , m_queue(queue) {
    for (const hosting::CreationJob& job : queue.jobs())
        m_ids.append(job.id);
    connect(&queue, &hosting::CreationQueue::added, this, &JobModel::add);
    connect(&queue, &hosting::CreationQueue::changed, this, [this](quint64 id) {
        if (const int row = int(m_ids.indexOf(id)); row >= 0)
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    });
    connect(&queue, &hosting::CreationQueue::removed, this, [this](quint64 id) {
        const int row = int(m_ids.indexOf(id));
        if (row < 0)
            return;
        beginRemoveRows({}, row, row);
        m_ids.removeAt(row);
        endRemoveRows();
    });
}

void JobModel::add(const QList<quint64>& ids) {
    if (ids.isEmpty())
        return;
    beginInsertRows({}, int(m_ids.size()), int(m_ids.size() + ids.size()) - 1);
    m_ids += ids;
    endInsertRows();
}

const hosting::CreationJob* JobModel::jobAt(int row) const {
    return m_queue.find(m_ids.value(row));
}

int JobModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_ids.size());
}

int JobModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant JobModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const hosting::CreationJob* job = jobAt(index.row());
    if (!job)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == NameColumn)
            return job->name();
        return index.column() == StatusColumn ? JobTexts::status(*job) : text::percent(JobTexts::fraction(*job));
    case Qt::ToolTipRole:
        if (index.column() == StatusColumn)
            return plainToolTip(JobTexts::status(*job));
        return plainToolTip(QDir::toNativeSeparators(job->request.create.paths.join(u'\n')));
    case Qt::DecorationRole:
        return index.column() == NameColumn ? QVariant(themedIcon(iconOf(job->state), tintOf(job->state))) : QVariant();
    case kFractionRole:
        return JobTexts::fraction(*job);
    case kTintRole:
        return int(tintOf(job->state));
    default:
        return {};
    }
}

QVariant JobModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Name");
    case ProgressColumn:
        return tr("Progress");
    default:
        return tr("Status");
    }
}

} // namespace essaim::gui
