#include "tracker/access/stand_ins.h"

namespace essaim::tracker {

using storage::StandInRecord;
using storage::StandInStore;

Expected<void> StandIns::load() {
    if (!m_database)
        return {};
    auto loaded = m_database->run(
        Operation::OpenStore, [](SQLite::Database& database) { return StandInStore(database).loadStandIns(); });
    if (!loaded)
        return std::unexpected(loaded.error());
    const std::lock_guard lock(m_mutex);
    for (auto& record : *loaded)
        m_accepted[record.friendId] = std::move(record);
    return {};
}

Expected<void> StandIns::save(const StandInRecord& record) {
    if (!m_database)
        return {};
    return m_database->run(
        Operation::SaveStore, [&record](SQLite::Database& database) { StandInStore(database).putStandIn(record); });
}

Expected<void> StandIns::remove(std::int64_t friendId) {
    if (!m_database)
        return {};
    return m_database->run(Operation::SaveStore, [friendId](SQLite::Database& database) {
        StandInStore(database).removeStandIn(friendId);
    });
}

void StandIns::offer(std::int64_t friendId, std::vector<std::string> urls, std::int64_t now) {
    if (urls.size() > kMostUrls)
        urls.resize(kMostUrls);
    const std::lock_guard lock(m_mutex);
    m_offers[friendId] = {std::move(urls), now};
}

StandIns::Changes StandIns::takeOffers() {
    const std::lock_guard saving(m_saving);
    std::vector<StandInRecord> moved;
    std::vector<std::int64_t> gone;
    {
        const std::lock_guard lock(m_mutex);
        for (const auto& [id, record] : m_accepted) {
            const auto offer = m_offers.find(id);
            if (offer == m_offers.end() || offer->second.urls == record.urls)
                continue;
            if (offer->second.urls.empty())
                gone.push_back(id);
            else
                moved.push_back({id, offer->second.urls, record.mergedAt});
        }
    }
    std::erase_if(moved, [this](const StandInRecord& record) { return !save(record); }); // tried again
    std::erase_if(gone, [this](std::int64_t id) { return !remove(id); });

    const std::lock_guard lock(m_mutex);
    Changes changes;
    changes.any = !moved.empty() || !gone.empty();
    for (auto& record : moved)
        m_accepted[record.friendId] = std::move(record);
    for (const std::int64_t id : gone)
        m_accepted.erase(id);
    std::erase_if(
        m_offers, [this](const auto& offer) { return offer.second.urls.empty() && !m_accepted.contains(offer.first); });
    changes.withdrawn = std::move(gone);
    return changes;
}

Expected<void> StandIns::accept(std::int64_t friendId) {
    const std::lock_guard saving(m_saving);
    StandInRecord record{friendId, {}, 0};
    {
        const std::lock_guard lock(m_mutex);
        const auto offer = m_offers.find(friendId);
        if (offer == m_offers.end() || offer->second.urls.empty())
            return failure(ErrorKind::NotFound, Operation::SaveStore, {}, "this friend has not offered to stand in");
        if (!m_accepted.contains(friendId) && m_accepted.size() >= kMostAccepted)
            return failure(ErrorKind::Unsupported, Operation::SaveStore, {}, "four trackers stand in already");
        record.urls = offer->second.urls;
        if (const auto known = m_accepted.find(friendId); known != m_accepted.end())
            record.mergedAt = known->second.mergedAt;
    }
    if (auto saved = save(record); !saved)
        return saved;
    const std::lock_guard lock(m_mutex);
    m_accepted[friendId] = std::move(record);
    return {};
}

Expected<void> StandIns::end(std::int64_t friendId) {
    const std::lock_guard saving(m_saving);
    if (auto removed = remove(friendId); !removed)
        return removed;
    const std::lock_guard lock(m_mutex);
    m_accepted.erase(friendId);
    m_answeredAt.erase(friendId);
    return {};
}

Expected<void> StandIns::answered(std::int64_t friendId, std::int64_t mergedAt, std::int64_t now) {
    const std::lock_guard saving(m_saving);
    StandInRecord record;
    {
        const std::lock_guard lock(m_mutex);
        const auto known = m_accepted.find(friendId);
        if (known == m_accepted.end())
            return {};
        m_answeredAt[friendId] = now;
        record = known->second;
    }
    record.mergedAt = mergedAt;
    if (auto saved = save(record); !saved)
        return saved;
    const std::lock_guard lock(m_mutex);
    m_accepted[friendId] = std::move(record);
    return {};
}

std::vector<StandInRecord> StandIns::accepted() const {
    const std::lock_guard lock(m_mutex);
    std::vector<StandInRecord> result;
    for (const auto& [id, record] : m_accepted)
        result.push_back(record);
    return result;
}

std::vector<StandInStatus> StandIns::statuses() const {
    const std::lock_guard lock(m_mutex);
    std::map<std::int64_t, StandInStatus> result;
    for (const auto& [id, record] : m_accepted) {
        const auto answered = m_answeredAt.find(id);
        result[id] = {id, record.urls, true, 0, answered == m_answeredAt.end() ? 0 : answered->second, {}};
    }
    for (const auto& [id, offer] : m_offers) {
        if (offer.urls.empty())
            continue;
        auto& status = result[id];
        status.friendId = id;
        status.offeredAt = offer.at;
        if (!status.isAccepted)
            status.urls = offer.urls;
    }
    std::vector<StandInStatus> list;
    for (auto& [id, status] : result)
        list.push_back(std::move(status));
    return list;
}

} // namespace essaim::tracker
