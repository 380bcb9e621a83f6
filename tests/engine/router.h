// A router that answers UPnP, for tests.
#pragma once

#include "engine/router_query.h"

#include <QHash>
#include <QMap>
#include <QTcpServer>
#include <QTcpSocket>

namespace essaim {

/// Answers as home routers do, and leaves connections open, as some of them do. Its temper is in its members.
class Router : public QTcpServer {
public:
    static constexpr auto kService = "urn:schemas-upnp-org:service:WANIPConnection:1";

    struct Entry {
        QByteArray client;
        int port = 0;
        int lease = 0;
    };

    Router() {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket* socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(*socket); });
        });
    }

    [[nodiscard]] engine::RouterControl control() const {
        return {IpAddress::v4(127, 0, 0, 1), serverPort(), "/ctl/IPConn", kService};
    }

    QByteArray outside = "5.5.1.77";
    QMap<QByteArray, Entry> entries; ///< by protocol and port: "TCP 6969"
    bool isSafe = false;             ///< nobody takes back what goes to another
    bool isForEver = false;          ///< takes no time limits
    bool isLiar = false;             ///< says yes and does nothing
    QByteArrayList done;             ///< what changed entries: "add TCP 6969", "delete UDP 6969"
    int asked = 0;                   ///< requests

private:
    static QByteArray element(const QByteArray& request, const QByteArray& name) {
        const qsizetype at = request.indexOf('<' + name + '>') + name.size() + 2;
        return request.mid(at, request.indexOf('<', at) - at);
    }

    static QByteArray error(int code) { return "<errorCode>" + QByteArray::number(code) + "</errorCode>"; }

    QByteArray add(const QByteArray& name, const QByteArray& request) {
        const Entry entry{
            element(request, "NewInternalClient"), element(request, "NewInternalPort").toInt(),
            element(request, "NewLeaseDuration").toInt()};
        if (isForEver && entry.lease != 0)
            return error(725);
        if (entries.contains(name) && entries[name].client != entry.client)
            return error(718);
        if (!isLiar)
            entries[name] = entry;
        done << "add " + name;
        return {};
    }

    QByteArray remove(const QByteArray& name) {
        if (!entries.contains(name))
            return error(714);
        if (isSafe)
            return error(606);
        entries.remove(name);
        done << "delete " + name;
        return {};
    }

    QByteArray answerTo(const QByteArray& request) {
        const QByteArray name = element(request, "NewProtocol") + ' ' + element(request, "NewExternalPort");
        if (!request.startsWith("POST /ctl/IPConn HTTP/1.1\r\n"))
            return error(401);
        if (request.contains("#GetExternalIPAddress\""))
            return "<NewExternalIPAddress xmlns:dt=\"x\">" + outside + "</NewExternalIPAddress>";
        if (request.contains("#AddPortMapping\""))
            return add(name, request);
        if (request.contains("#DeletePortMapping\""))
            return remove(name);
        if (!request.contains("#GetSpecificPortMappingEntry\"") || !entries.contains(name))
            return error(714);
        return "<NewInternalPort>" + QByteArray::number(entries[name].port) + "</NewInternalPort><NewInternalClient>" +
               entries[name].client + "</NewInternalClient>";
    }

    void read(QTcpSocket& socket) {
        m_request[&socket] += socket.readAll();
        const QByteArray request = m_request[&socket];
        if (!request.contains("</s:Envelope>"))
            return;
        m_request.remove(&socket);
        ++asked;
        const QByteArray answer = answerTo(request);
        const QByteArray body = "<?xml version=\"1.0\"?><s:Envelope><s:Body>" + answer + "</s:Body></s:Envelope>";
        const QByteArray status = answer.startsWith("<errorCode>") ? "500 Internal Server Error" : "200 OK";
        socket.write(
            "HTTP/1.1 " + status + "\r\nContent-Type: text/xml\r\nContent-Length: " + QByteArray::number(body.size()) +
            "\r\n\r\n" + body);
    }

    QHash<QTcpSocket*, QByteArray> m_request;
};

} // namespace essaim
