// Friends by their ids, as a window knows them.
#include "tracker/tracker_private.h"

#include <algorithm>

namespace essaim::tracker {

std::string Tracker::Private::nameOfFriend(std::int64_t id) const {
    const auto all = friends.all();
    const auto who = std::ranges::find(all, id, &storage::FriendRecord::id);
    return who == all.end() ? std::string() : who->name;
}

Expected<std::int64_t> Tracker::addFriend(const FriendTerms& terms) {
    const std::lock_guard lock(m_private->changes);
    auto id = m_private->friends.add(terms, m_private->unixNow());
    m_private->publish();
    if (id)
        m_private->note(Activity::FriendAdded, terms.name);
    return id;
}

Expected<void> Tracker::changeFriend(std::int64_t id, const FriendTerms& terms) {
    const std::lock_guard lock(m_private->changes);
    const auto all = m_private->friends.all();
    const auto before = std::ranges::find(all, id, &storage::FriendRecord::id);
    auto changed = m_private->friends.change(id, terms);
    m_private->publish();
    if (changed && terms.isPaused)
        m_private->removePeersOf(id);
    if (changed && before != all.end() && before->isPaused != terms.isPaused)
        m_private->note(terms.isPaused ? Activity::FriendPaused : Activity::FriendResumed, terms.name);
    else if (changed)
        m_private->note(Activity::FriendChanged, terms.name);
    return changed;
}

Expected<void> Tracker::renewFriend(std::int64_t id) {
    const std::lock_guard lock(m_private->changes);
    auto renewed = m_private->friends.renew(id);
    m_private->publish();
    if (renewed) {
        m_private->removePeersOf(id);
        m_private->note(Activity::FriendRenewed, m_private->nameOfFriend(id));
    }
    return renewed;
}

Expected<void> Tracker::revokeFriend(std::int64_t id) {
    const std::lock_guard lock(m_private->changes);
    auto revoked = m_private->friends.revoke(id, m_private->unixNow());
    m_private->publish();
    if (revoked) {
        m_private->removePeersOf(id);
        m_private->note(Activity::FriendRevoked, m_private->nameOfFriend(id));
    }
    return revoked;
}

Expected<void> Tracker::forgetFriend(std::int64_t id) {
    const std::lock_guard lock(m_private->changes);
    const std::string name = m_private->nameOfFriend(id);
    auto forgotten = m_private->friends.forget(id);
    m_private->publish();
    if (forgotten) {
        m_private->accounting.forget(id);
        if (auto ended = m_private->standIns.end(id); !ended)
            return ended;
        m_private->note(Activity::FriendForgotten, name);
    }
    return forgotten;
}

Expected<FriendKeys> Tracker::keysOf(std::int64_t id) const {
    const std::lock_guard lock(m_private->changes);
    return m_private->friends.keysOf(id, m_private->activeStandIns());
}

std::string Tracker::ownPasskey() const {
    return m_private->friends.ownPasskey();
}

Expected<void> Tracker::renewOwnKey() {
    const std::lock_guard lock(m_private->changes);
    auto renewed = m_private->friends.renewOwn();
    m_private->publish();
    if (renewed)
        m_private->note(Activity::OwnKeyRenewed, {});
    return renewed;
}

} // namespace essaim::tracker
