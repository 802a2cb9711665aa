#include "server/behaviour/profile_shelf.h"

namespace cargo::behaviour {

ProfileShelf::ProfileShelf(Bus &bus) : m_bus(bus)
{
    const auto forget = [this](const QByteArray &payload) {
        m_changes.fetch_add(1, std::memory_order_acq_rel);
        const std::lock_guard lock(m_mutex);
        if (const auto user = UserId::fromText(QByteArrayView(payload)))
            m_held.remove(*user);
        else
            m_held.clear();
    };
    m_subscriptions = {m_bus.subscribe(kBehaviourChanged, forget), m_bus.subscribe(kBusGapTopic, forget)};
}

ProfileShelf::~ProfileShelf()
{
    for (const quint64 subscription : m_subscriptions)
        m_bus.unsubscribe(subscription);
}

std::optional<Known> ProfileShelf::find(UserId user, Timestamp now)
{
    const std::lock_guard lock(m_mutex);
    const Held *held = m_held.object(user);
    if (!held || now < held->readAt || now.unixMs - held->readAt.unixMs >= kKeptMs)
        return std::nullopt;
    return held->known;
}

void ProfileShelf::put(UserId user, const Known &known, Timestamp readAt, quint64 moment)
{
    const std::lock_guard lock(m_mutex);
    if (m_changes.load(std::memory_order_acquire) == moment)
        m_held.insert(user, new Held{known, readAt}); // the cache owns it
}

} // namespace cargo::behaviour
