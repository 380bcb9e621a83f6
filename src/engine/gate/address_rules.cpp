#include "engine/gate/address_rules.h"

#include "engine/gate/gate_limits.h"
#include "engine/gate/url_rules.h"

#include <set>

namespace essaim::engine {
namespace {

using Value = BencodeDocument::Value;
using Type = BencodeDocument::Type;
using Kind = TorrentNote::Kind;

/// For messages: a URL may hold a secret, and one that is broken may be anything.
std::string_view exampleOf(std::string_view url) {
    return isTrackerUrl(url) ? hostOfUrl(url) : std::string_view();
}

class TrackerReader {
public:
    explicit TrackerReader(GateNotes& notes)
        : m_notes(notes) {}

    void add(Value url, std::vector<std::string>& tier) {
        const std::string_view text = url.string().value_or("");
        if (!m_known.insert(text).second)
            return;
        if (m_count >= GateLimits::kTrackers || !isTrackerUrl(text) || !mayStrangersName(text))
            return m_notes.add(Kind::TrackersLeftOut, exampleOf(text));
        if (placeOf(text) != UrlPlace::Anywhere)
            m_notes.add(Kind::LocalTrackers, hostOfUrl(text));
        tier.emplace_back(text);
        ++m_count;
    }

private:
    GateNotes& m_notes;
    std::set<std::string_view> m_known;
    std::size_t m_count = 0;
};

/// Neither this computer nor the local network: a web seed is asked for whatever path the torrent names.
bool mayBeWebSeed(std::string_view url) {
    return isWebSeedUrl(url) && placeOf(url) == UrlPlace::Anywhere && !url.contains('?');
}

} // namespace

std::vector<std::vector<std::string>> readTrackers(Value root, GateNotes& notes) {
    std::vector<std::vector<std::string>> tiers;
    TrackerReader reader(notes);
    root["announce-list"].forEach([&](Value list) {
        std::vector<std::string> tier;
        list.forEach([&](Value url) { reader.add(url, tier); });
        if (!tier.empty())
            tiers.push_back(std::move(tier));
    });
    if (const Value announce = root["announce"]; announce && tiers.empty()) {
        std::vector<std::string> tier;
        reader.add(announce, tier);
        if (!tier.empty())
            tiers.push_back(std::move(tier));
    }
    return tiers;
}

std::vector<std::string> readWebSeeds(Value root, GateNotes& notes) {
    std::vector<std::string> seeds;
    const auto add = [&](Value url) {
        const std::string_view text = url.string().value_or("");
        if (text.empty())
            return;
        if (seeds.size() < GateLimits::kWebSeeds && mayBeWebSeed(text))
            seeds.emplace_back(text);
        else
            notes.add(Kind::WebSeedsLeftOut, exampleOf(text));
    };
    const Value list = root["url-list"];
    if (list.is(Type::String))
        add(list);
    list.forEach(add);
    root["httpseeds"].forEach([&](Value) { notes.add(Kind::WebSeedsLeftOut); }); // BEP 17 is dead
    return seeds;
}

void noteNodes(Value root, GateNotes& notes) {
    if (const auto count = int(root["nodes"].size()); count > 0)
        notes.add(Kind::NodesLeftOut, {}, count);
}

} // namespace essaim::engine
