#include "app/single_instance.h"

#include <QDataStream>
#include <QDir>
#include <QFileInfo>
#include <QLocalSocket>

namespace essaim::app {

namespace {

constexpr int kTimeoutMs = 2000;
constexpr QDataStream::Version kStreamVersion = QDataStream::Qt_6_0;

/// Both places belong to the user alone; a socket in a folder that everybody can write could be somebody else's.
QString socketPath(const Profile& profile) {
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return QDir::isAbsolutePath(runtime) ? runtime + QStringLiteral("/essaim-") + profile.id
                                         : profile.stateFolder + QStringLiteral("/instance.socket");
}

} // namespace

SingleInstance::SingleInstance(const Profile& profile, QObject* parent)
    : QObject(parent)
    , m_name(socketPath(profile)) {
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::serve);
}

bool SingleInstance::handOver(const QStringList& items) {
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (!socket.waitForConnected(kTimeoutMs))
        return false;
    QByteArray message;
    QDataStream out(&message, QIODevice::WriteOnly);
    out.setVersion(kStreamVersion);
    out << items;
    socket.write(message);
    while (socket.bytesToWrite() > 0)
        if (!socket.waitForBytesWritten(kTimeoutMs))
            return false;
    // The other side answers when it has read everything; a hung instance must not swallow the user's files.
    return socket.waitForReadyRead(kTimeoutMs) && socket.readAll() == QByteArrayLiteral("ok");
}

bool SingleInstance::listen() {
    QDir().mkpath(QFileInfo(m_name).path());
    if (m_server.listen(m_name))
        return true;
    // A socket file left by a killed program: nobody answered in handOver(), so nobody owns it.
    QLocalServer::removeServer(m_name);
    return m_server.listen(m_name);
}

void SingleInstance::serve() {
    while (QLocalSocket* socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        const auto read = [this, socket] {
            QDataStream in(socket);
            in.setVersion(kStreamVersion);
            in.startTransaction();
            QStringList items;
            in >> items;
            if (!in.commitTransaction())
                return; // more to come
            socket->write("ok");
            socket->flush();
            Q_EMIT received(items);
        };
        connect(socket, &QLocalSocket::readyRead, this, read);
        if (socket->bytesAvailable() > 0)
            read();
    }
}

} // namespace essaim::app
