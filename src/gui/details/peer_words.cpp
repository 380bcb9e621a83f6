#include "gui/details/peer_words.h"

#include <QCoreApplication>

namespace essaim::gui {

namespace {

using engine::PeerFlag;
using engine::PeerFlags;

/// Scope of the translations of this file.
struct PeerWords {
    Q_DECLARE_TR_FUNCTIONS(PeerWords)
};

struct Row {
    char letter; ///< 0 = none
    bool (*applies)(PeerFlags flags);
    const char* words;
};

template <PeerFlag flag>
bool has(PeerFlags flags) {
    return flags.testFlag(flag);
}

// The letters are those that other programs use.
// clang-format off
const Row kRows[] = {
    {'D', [](PeerFlags f) { return f.testFlag(PeerFlag::Interesting) && !f.testFlag(PeerFlag::ChokesUs); }, QT_TRANSLATE_NOOP("PeerWords", "it sends to us")},
    {'d', [](PeerFlags f) { return f.testFlag(PeerFlag::Interesting) && f.testFlag(PeerFlag::ChokesUs); }, QT_TRANSLATE_NOOP("PeerWords", "it has what we want and does not send it now")},
    {'U', [](PeerFlags f) { return f.testFlag(PeerFlag::WantsOurs) && !f.testFlag(PeerFlag::ChokedByUs); }, QT_TRANSLATE_NOOP("PeerWords", "we send to it")},
    {'u', [](PeerFlags f) { return f.testFlag(PeerFlag::WantsOurs) && f.testFlag(PeerFlag::ChokedByUs); }, QT_TRANSLATE_NOOP("PeerWords", "it wants what we have and has to wait for it")},
    {'O', has<PeerFlag::Optimistic>, QT_TRANSLATE_NOOP("PeerWords", "it gets something for a try")},
    {'S', has<PeerFlag::Snubbed>, QT_TRANSLATE_NOOP("PeerWords", "it promised data and has not sent any for a while")},
    {'I', has<PeerFlag::Incoming>, QT_TRANSLATE_NOOP("PeerWords", "it connected to us")},
    {'H', has<PeerFlag::FromDht>, QT_TRANSLATE_NOOP("PeerWords", "known from the DHT")},
    {'X', has<PeerFlag::FromExchange>, QT_TRANSLATE_NOOP("PeerWords", "known from other peers")},
    {'L', has<PeerFlag::FromLocal>, QT_TRANSLATE_NOOP("PeerWords", "found in the local network")},
    {'E', has<PeerFlag::Encrypted>, QT_TRANSLATE_NOOP("PeerWords", "the connection is encrypted")},
    {'e', has<PeerFlag::EncryptedStart>, QT_TRANSLATE_NOOP("PeerWords", "the greeting was encrypted")},
    {'P', has<PeerFlag::Utp>, QT_TRANSLATE_NOOP("PeerWords", "connected over uTP, which gives way to other traffic")},
    {0, has<PeerFlag::FromTracker>, QT_TRANSLATE_NOOP("PeerWords", "known from a tracker")},
    {0, has<PeerFlag::FromMemory>, QT_TRANSLATE_NOOP("PeerWords", "known from an earlier session")},
    {0, has<PeerFlag::Connecting>, QT_TRANSLATE_NOOP("PeerWords", "the connection is being made")},
    {0, has<PeerFlag::Greeting>, QT_TRANSLATE_NOOP("PeerWords", "it has not said yet what it has")},
    {0, has<PeerFlag::Seed>, QT_TRANSLATE_NOOP("PeerWords", "it has everything")},
    {0, has<PeerFlag::UploadsOnly>, QT_TRANSLATE_NOOP("PeerWords", "it wants nothing")},
    {0, has<PeerFlag::HolePunched>, QT_TRANSLATE_NOOP("PeerWords", "connected with the help of another peer")},
    {0, has<PeerFlag::Suspect>, QT_TRANSLATE_NOOP("PeerWords", "it had a part in a piece that came out wrong")},
    {0, has<PeerFlag::WebSeed>, QT_TRANSLATE_NOOP("PeerWords", "a server that sends over HTTP")},
};
// clang-format on

} // namespace

QString peerFlagLetters(PeerFlags flags) {
    QString letters;
    for (const Row& row : kRows) {
        if (row.letter == 0 || !row.applies(flags))
            continue;
        if (!letters.isEmpty())
            letters += u' ';
        letters += QLatin1Char(row.letter);
    }
    return letters;
}

QStringList peerFlagWords(PeerFlags flags) {
    QStringList lines;
    for (const Row& row : kRows) {
        if (!row.applies(flags))
            continue;
        const QString words = PeerWords::tr(row.words);
        lines.append(row.letter == 0 ? words : QStringLiteral("%1 – %2").arg(QLatin1Char(row.letter)).arg(words));
    }
    return lines;
}

QString peerConnection(PeerFlags flags) {
    if (flags.testFlag(PeerFlag::WebSeed))
        return QStringLiteral("HTTP");
    return flags.testFlag(PeerFlag::Utp) ? QStringLiteral("uTP") : QStringLiteral("TCP");
}

} // namespace essaim::gui
