#include "gui/details/source_words.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>

namespace essaim::gui {

namespace {

/// Scope of the translations of this file.
struct SourceWords {
    Q_DECLARE_TR_FUNCTIONS(SourceWords)
};

constexpr qsizetype kLongestWord = 15; ///< of a path; what is longer may be a passkey

} // namespace

QString sourceStateWords(engine::SourceState state) {
    switch (state) {
    case engine::SourceState::Off:
        return SourceWords::tr("Off");
    case engine::SourceState::NotAsked:
        return SourceWords::tr("Not asked yet");
    case engine::SourceState::Asking:
        return SourceWords::tr("Being asked");
    case engine::SourceState::Working:
        return SourceWords::tr("Working");
    case engine::SourceState::Failing:
        return SourceWords::tr("Failing");
    }
    return {};
}

Tint sourceStateTint(engine::SourceState state) {
    switch (state) {
    case engine::SourceState::Asking:
        return Tint::Moving;
    case engine::SourceState::Working:
        return Tint::Whole;
    case engine::SourceState::Failing:
        return Tint::Attention;
    default:
        return Tint::Muted;
    }
}

QString peerSourceName(engine::PeerSourceDetails::Kind kind) {
    switch (kind) {
    case engine::PeerSourceDetails::Kind::Dht:
        return SourceWords::tr("DHT, the network’s own directory");
    case engine::PeerSourceDetails::Kind::PeerExchange:
        return SourceWords::tr("Other peers (PEX)");
    case engine::PeerSourceDetails::Kind::LocalDiscovery:
        return SourceWords::tr("The local network (LSD)");
    }
    return {};
}

QString withoutSecret(const QString& url) {
    const QUrl parsed(url);
    if (!parsed.isValid() || parsed.host().isEmpty())
        return url;
    QStringList parts = parsed.path().split(u'/');
    for (QString& part : parts) {
        if (part.size() > kLongestWord)
            part = QStringLiteral("…");
    }
    QString shown = parsed.scheme() + QStringLiteral("://") + parsed.host();
    if (parsed.port() > 0)
        shown += u':' + QString::number(parsed.port());
    shown += parts.join(u'/');
    return parsed.hasQuery() ? shown + QStringLiteral("?…") : shown;
}

bool mayHoldKey(const QString& url) {
    const QUrl parsed(url);
    const QStringList parts = parsed.path().split(u'/');
    return parsed.hasQuery() || !parsed.userInfo().isEmpty() ||
           std::ranges::any_of(parts, [](const QString& part) { return part.size() > kLongestWord; });
}

} // namespace essaim::gui
