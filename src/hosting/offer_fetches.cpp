#include "hosting/offer_fetches.h"

#include "engine/session.h"
#include "hosting/invite_feed.h"
#include "hosting/torrent_download.h"

#include <utility>

namespace essaim::hosting {

namespace {

constexpr int kMostAtOnce = 3;
constexpr int kMostInVain = 3;        ///< in a row, then the host is taken for gone
constexpr qsizetype kMostAdding = 50; ///< that the session has not answered yet

bool isSilence(const Error& error) {
    return error.kind == ErrorKind::Network || error.kind == ErrorKind::Timeout;
}

/// It was in the list before; other things may exist already, too, such as files of the same name.
bool isInList(const Error& error) {
    return error.kind == ErrorKind::AlreadyExists && error.operation == Operation::AddTorrent;
}

} // namespace

OfferFetches::OfferFetches(engine::Session& session, QObject* parent)
    : QObject(parent)
    , m_session(session) {
    connect(&session, &engine::Session::addFinished, this, [this](const auto& outcome) { finish(outcome); });
}

void OfferFetches::fetch(const Offer& offer) {
    if (m_known.contains(offer.key()))
        return;
    m_known.insert(offer.key());
    m_waiting.push_back(offer);
    next();
}

void OfferFetches::forget(const QString& link) {
    std::erase_if(m_waiting, [&](const Offer& offer) {
        if (offer.link != link)
            return false;
        m_known.remove(offer.key());
        return true;
    });
    tellWhenDone();
}

void OfferFetches::next() {
    while (m_underWay < kMostAtOnce && m_adding.size() < kMostAdding && !m_waiting.empty()) {
        const Offer offer = m_waiting.front();
        m_waiting.pop_front();
        start(offer);
    }
}

void OfferFetches::start(const Offer& offer) {
    ++m_underWay;
    auto* download = new TorrentDownload(this);
    connect(download, &TorrentDownload::finished, this, [this, download, offer](const Expected<QByteArray>& bytes) {
        download->deleteLater();
        --m_underWay;
        fetched(offer, bytes);
        next();
    });
    download->start(torrentUrl(offer.link, offer.id));
}

void OfferFetches::fetched(const Offer& offer, const Expected<QByteArray>& bytes) {
    if (!bytes) {
        fail(offer, bytes.error());
        return;
    }
    m_silence.remove(offer.link);
    engine::AddTorrentRequest request;
    request.requestId = ++m_lastRequest;
    request.torrent = *bytes;
    request.savePath = offer.folder;
    m_adding.insert(request.requestId, offer);
    m_session.add(request);
}

void OfferFetches::finish(const engine::AddTorrentOutcome& outcome) {
    const auto request = m_adding.constFind(outcome.requestId);
    if (request == m_adding.cend())
        return;
    const Offer offer = *request;
    m_adding.erase(request);
    if (outcome.error && !isInList(*outcome.error)) {
        fail(offer, *outcome.error);
    } else {
        Q_EMIT added(offer.link, offer.id, !outcome.error);
        ended(offer);
    }
    next();
}

void OfferFetches::fail(const Offer& offer, const Error& error) {
    m_failures.append({offer, error});
    if (!isSilence(error))
        m_silence.remove(offer.link);
    else if (++m_silence[offer.link] >= kMostInVain)
        giveUp(offer.link, error);
    ended(offer);
}

void OfferFetches::giveUp(const QString& link, const Error& error) {
    for (const Offer& offer : m_waiting) {
        if (offer.link == link)
            m_failures.append({offer, error});
    }
    forget(link);
    m_silence.remove(link);
}

void OfferFetches::ended(const Offer& offer) {
    m_known.remove(offer.key());
    tellWhenDone();
}

void OfferFetches::tellWhenDone() {
    if (m_known.isEmpty() && !m_failures.isEmpty())
        Q_EMIT failed(std::exchange(m_failures, {}));
}

} // namespace essaim::hosting
