// Friends by their ids, as a window knows them.
#include "tracker/tracker_private.h"

namespace essaim::tracker {

Expected<std::int64_t> Tracker::addFriend(const FriendTerms& terms) {
    const std::lock_guard lock(m_private->changes);
    auto id = m_private->friends.add(terms, m_private->unixNow());
    m_private->publish();
    return id;
}

Expected<void> Tracker::changeFriend(std::int64_t id, const FriendTerms& terms) {
    const std::lock_guard lock(m_private->changes);
    auto changed = m_private->friends.change(id, terms);
    m_private->publish();
    if (changed && terms.isPaused)
        m_private->removePeersOf(id);
    return changed;
}

Expected<void> Tracker::renewFriend(std::int64_t id) {
    const std::lock_guard lock(m_private->changes);
    auto renewed = m_private->friends.renew(id);
    m_private->publish();
    if (renewed)
        m_private->removePeersOf(id);
    return renewed;
}

Expected<void> Tracker::revokeFriend(std::int64_t id) {
    const std::lock_guard lock(m_private->changes);
    auto revoked = m_private->friends.revoke(id, m_private->unixNow());
    m_private->publish();
    if (revoked)
        m_private->removePeersOf(id);
    return revoked;
}

Expected<void> Tracker::forgetFriend(std::int64_t id) {
    const std::lock_guard lock(m_private->changes);
    auto forgotten = m_private->friends.forget(id);
    m_private->publish();
    if (forgotten)
        m_private->accounting.forget(id);
    return forgotten;
}

Expected<FriendKeys> Tracker::keysOf(std::int64_t id) const {
    return m_private->friends.keysOf(id);
}

std::string Tracker::ownPasskey() const {
    return m_private->friends.ownPasskey();
}

} // namespace essaim::tracker
