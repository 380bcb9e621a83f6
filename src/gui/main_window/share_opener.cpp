#include "gui/main_window/share_opener.h"

#include "hosting/creation_queue.h"

#include <QFileInfo>

#include <algorithm>

namespace essaim::gui {

ShareOpener::ShareOpener(const Services& services, QObject* parent)
    : QObject(parent)
    , m_services(services)
    , m_check(services, this) {
    connect(&m_check, &SharedCheck::answered, this, &ShareOpener::take);
}

void ShareOpener::open(const QStringList& paths, bool oneEach) {
    if (isBeingMade(paths)) {
        Q_EMIT told(tr("“%1” is on its way to your tracker already.").arg(QFileInfo(paths.first()).fileName()));
        return;
    }
    const bool isSplit = oneEach && paths.size() > 1;
    m_drops.append({paths, isSplit, isSplit ? paths.size() : 1});
    if (!isSplit)
        return m_check.ask(paths);
    for (const QString& path : paths)
        m_check.ask({path});
}

void ShareOpener::take(const QStringList& paths, const std::optional<AlreadyShared>& found) {
    Drop& drop = m_drops.first();
    if (found)
        drop.shared.append(*found);
    else
        drop.fresh += paths;
    if (--drop.waitsFor == 0)
        finish(m_drops.takeFirst());
}

void ShareOpener::finish(const Drop& drop) {
    if (!drop.fresh.isEmpty())
        Q_EMIT newToShare(drop.fresh, drop.oneEach);
    if (drop.fresh.isEmpty() && drop.shared.size() == 1)
        Q_EMIT alreadyShared(drop.shared.first());
    else if (!drop.shared.isEmpty())
        Q_EMIT told(tr("%n of these are shared already.", nullptr, int(drop.shared.size())));
}

bool ShareOpener::isBeingMade(const QStringList& paths) const {
    return std::ranges::any_of(m_services.creations.jobs(), [&paths](const hosting::CreationJob& job) {
        return !job.isOver() && job.request.host && job.request.create.paths == paths;
    });
}

} // namespace essaim::gui
