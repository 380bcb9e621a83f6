#include "hosting/peer_probe.h"

#include <QDateTime>
#include <QHostAddress>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <map>

namespace essaim::hosting {

namespace {

using namespace std::chrono_literals;
constexpr auto kPatience = 5s;
constexpr qint64 kAgainAfterMs = 10 * 60 * 1000;
constexpr int kMostAtOnce = 4;

} // namespace

struct PeerProbe::Private {
    struct State {
        Answer answer = Answer::Unknown;
        qint64 triedAt = 0; ///< milliseconds; 0 = not yet
        bool isRunning = false;
    };

    explicit Private(PeerProbe& owner)
        : q(owner) {}

    void tryNext();
    void tryPeer(const Endpoint& peer);
    void finish(const Endpoint& peer, Answer answer);

    PeerProbe& q;
    std::map<Endpoint, State> states;
    int running = 0;
};

void PeerProbe::Private::tryNext() {
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    for (auto& [peer, state] : states) {
        if (running >= kMostAtOnce)
            return;
        if (!state.isRunning && (state.triedAt == 0 || now - state.triedAt >= kAgainAfterMs)) {
            state.isRunning = true;
            state.triedAt = now;
            ++running;
            tryPeer(peer);
        }
    }
}

void PeerProbe::Private::tryPeer(const Endpoint& peer) {
    auto* socket = new QTcpSocket(&q);
    auto* patience = new QTimer(socket);
    patience->setSingleShot(true);
    const auto end = [this, socket, peer](Answer answer) {
        if (socket->property("isOver").toBool())
            return;
        socket->setProperty("isOver", true);
        socket->abort();
        socket->deleteLater();
        finish(peer, answer);
    };
    QObject::connect(socket, &QTcpSocket::connected, &q, [end] { end(Answer::Yes); });
    QObject::connect(socket, &QTcpSocket::errorOccurred, &q, [end] { end(Answer::No); });
    QObject::connect(patience, &QTimer::timeout, &q, [end] { end(Answer::No); });
    patience->start(kPatience);
    socket->connectToHost(QHostAddress(QString::fromStdString(peer.address.toString())), peer.port);
}

void PeerProbe::Private::finish(const Endpoint& peer, Answer answer) {
    --running;
    if (const auto found = states.find(peer); found != states.end()) {
        found->second.isRunning = false;
        if (found->second.answer != answer) {
            found->second.answer = answer;
            Q_EMIT q.changed();
        }
    }
    tryNext();
}

PeerProbe::PeerProbe(QObject* parent)
    : QObject(parent)
    , m_private(std::make_unique<Private>(*this)) {}

PeerProbe::~PeerProbe() {
    // Sockets that end with this object must not report to what is gone.
    for (QTcpSocket* socket : findChildren<QTcpSocket*>())
        socket->disconnect(this);
}

void PeerProbe::watch(std::vector<Endpoint> peers) {
    std::ranges::sort(peers); // a friend is on many torrents
    const auto twice = std::ranges::unique(peers);
    peers.erase(twice.begin(), twice.end());
    std::erase_if(m_private->states, [&](const auto& entry) {
        return !entry.second.isRunning && !std::ranges::binary_search(peers, entry.first);
    });
    for (const Endpoint& peer : peers) {
        if (peer.port != 0)
            m_private->states.try_emplace(peer);
    }
    m_private->tryNext();
}

PeerProbe::Answer PeerProbe::answer(const Endpoint& peer) const {
    const auto found = m_private->states.find(peer);
    return found == m_private->states.end() ? Answer::Unknown : found->second.answer;
}

PeerProbe::Answer PeerProbe::answer(const std::vector<Endpoint>& peers) const {
    Answer result = peers.empty() ? Answer::Unknown : Answer::No;
    for (const Endpoint& peer : peers) {
        const Answer one = answer(peer);
        if (one == Answer::Yes)
            return one;
        if (one == Answer::Unknown)
            result = one;
    }
    return result;
}

} // namespace essaim::hosting
