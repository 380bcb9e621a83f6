// One program per profile: a second start hands its arguments to the first.
#pragma once

#include "app/profile.h"

#include <QLocalServer>
#include <QObject>
#include <QStringList>

namespace essaim::app {

/// GUI thread. The socket lies in the user's runtime folder, or in the profile where there is none, and accepts the
/// same user only.
class SingleInstance : public QObject {
    Q_OBJECT
public:
    explicit SingleInstance(const Profile& profile, QObject* parent = nullptr);

    /// True if another instance took `items` (which may be empty: "show yourself"). Waits at most two seconds.
    [[nodiscard]] bool handOver(const QStringList& items);
    /// Becomes the instance that others hand over to. False: the socket cannot be made, the program runs without.
    bool listen();

Q_SIGNALS:
    /// A second start handed these over.
    void received(const QStringList& items);

private:
    void serve();
    QString m_name;
    QLocalServer m_server;
};

} // namespace essaim::app
