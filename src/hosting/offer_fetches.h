// Brings torrents that followed hosts offer into the list: a few at a time.
#pragma once

#include "core/error.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QSet>
#include <QString>

#include <deque>
#include <utility>

namespace essaim::engine {
class Session;
struct AddTorrentOutcome;
} // namespace essaim::engine

namespace essaim::hosting {

/// Hosts offer thousands of torrents, and take few connections from one address: three are fetched at once, the others
/// wait. A host that does not answer is left alone. GUI thread; nothing waits; the session outlives it.
class OfferFetches : public QObject {
    Q_OBJECT
public:
    struct Offer {
        QString link; ///< the invite link; secret
        QString id;   ///< of the torrent
        QString name;
        QString folder; ///< where it goes

        [[nodiscard]] std::pair<QString, QString> key() const { return {link, id}; }
    };
    struct Failure {
        Offer offer;
        Error error;
    };

    explicit OfferFetches(engine::Session& session, QObject* parent = nullptr);

    /// One that is on its way is not fetched twice.
    void fetch(const Offer& offer);
    /// What waits for this host is fetched no more.
    void forget(const QString& link);

Q_SIGNALS:
    /// In the list for good. `isNew`: it was not there before.
    void added(const QString& link, const QString& id, bool isNew);
    /// Once for all that was asked for, when the last one has ended.
    void failed(const QList<essaim::hosting::OfferFetches::Failure>& failures);

private:
    void next();
    void start(const Offer& offer);
    void fetched(const Offer& offer, const Expected<QByteArray>& bytes);
    void finish(const engine::AddTorrentOutcome& outcome);
    void fail(const Offer& offer, const Error& error);
    void giveUp(const QString& link, const Error& error);
    void ended(const Offer& offer);
    void tellWhenDone();

    engine::Session& m_session;
    std::deque<Offer> m_waiting;
    QSet<std::pair<QString, QString>> m_known; ///< keys of all that have not ended
    QHash<quint64, Offer> m_adding;            ///< by the number of the request
    QHash<QString, int> m_silence;             ///< how often in a row a host did not answer, by its link
    QList<Failure> m_failures;
    int m_underWay = 0;                        ///< downloads
    quint64 m_lastRequest = quint64{2} << 32U; ///< others count from 0 and from 2^32
};

} // namespace essaim::hosting
