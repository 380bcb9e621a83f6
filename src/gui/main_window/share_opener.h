// What is to be shared: the form for what is new, a word for what is shared already.
#pragma once

#include "gui/services.h"
#include "gui/tracker/shared_check.h"

#include <QList>
#include <QObject>
#include <QStringList>

namespace essaim::gui {

/// GUI thread. Drops that come while an earlier one is looked at wait for their turn.
class ShareOpener : public QObject {
    Q_OBJECT
public:
    ShareOpener(const Services& services, QObject* parent);

    /// Each of the paths by itself, or all as one torrent.
    void open(const QStringList& paths, bool oneEach);

Q_SIGNALS:
    /// To be made: what is not shared yet.
    void newToShare(const QStringList& paths, bool oneEach);
    void alreadyShared(const essaim::gui::AlreadyShared& shared);
    /// In a sentence for the user.
    void told(const QString& sentence);

private:
    struct Drop {
        QStringList paths;
        bool oneEach = false;
        qsizetype waitsFor = 1; ///< answers
        QStringList fresh = {};
        QList<AlreadyShared> shared = {};
    };
    void take(const QStringList& paths, const std::optional<AlreadyShared>& found);
    void finish(const Drop& drop);
    [[nodiscard]] bool isBeingMade(const QStringList& paths) const;

    Services m_services;
    SharedCheck m_check;
    QList<Drop> m_drops; ///< the answers are for the first
};

} // namespace essaim::gui
