#include "server/ws/directory.h"

#include "server/core/log.h"
#include "server/ws/event_batch.h"
#include "shared/api/json_reader.h"
#include "shared/api/json_writer.h"

#include <QCoreApplication>
#include <QEvent>

#include <utility>

namespace cargo::ws {

namespace {
constexpr char kEvents[] = "ws.events";
constexpr char kVolatile[] = "ws.volatile";
constexpr char kPresence[] = "ws.presence";
constexpr char kSessionEnded[] = "session.ended";
} // namespace

void Inbox::put(Delivery delivery)
{
    const std::lock_guard lock(m_mutex);
    if (!m_owner)
        return;
    const bool wake = m_deliveries.empty();
    m_deliveries.push_back(std::move(delivery));
    if (wake)
        QCoreApplication::postEvent(m_owner, new QEvent(QEvent::User));
}

std::vector<Delivery> Inbox::takeAll()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_deliveries, {});
}

void Inbox::close()
{
    const std::lock_guard lock(m_mutex);
    m_owner = nullptr;
    m_deliveries.clear();
}

Directory::Directory(Bus &bus, limits::Ws limits) : m_bus(bus), m_limits(limits)
{
    m_subscriptions.push_back(bus.subscribe(kEvents, [this](const QByteArray &payload) {
        for (BusEvent &event : readBusEvents(payload))
            deliver(event.user,
                    {.kind = Delivery::Kind::Event, .subject = event.user.uuid, .seq = event.seq, .frame = event.frame});
    }));
    m_subscriptions.push_back(bus.subscribe(kVolatile, [this](const QByteArray &payload) {
        for (BusEvent &event : readBusEvents(payload))
            deliver(event.user, {.kind = Delivery::Kind::Volatile, .subject = event.user.uuid, .frame = event.frame});
    }));
    m_subscriptions.push_back(bus.subscribe(kPresence, [this](const QByteArray &payload) { onPresence(payload); }));
    m_subscriptions.push_back(bus.subscribe(
        kBusGapTopic, [this](const QByteArray &) { put(~quint64(0), {.kind = Delivery::Kind::LookAgain, .subject = {}}); }));
    m_subscriptions.push_back(bus.subscribe(kSessionEnded, [this](const QByteArray &payload) { onSessionEnded(payload); }));
}

Directory::~Directory()
{
    for (const quint64 number : m_subscriptions)
        m_bus.unsubscribe(number);
}

int Directory::attach(std::shared_ptr<Inbox> inbox)
{
    const std::lock_guard lock(m_hubsMutex);
    for (int i = 0; i < kMaxHubs; ++i) {
        if (!m_hubs[size_t(i)]) {
            m_hubs[size_t(i)] = std::move(inbox);
            return i;
        }
    }
    qFatal("more than %d WebSocket hubs", kMaxHubs);
}

void Directory::detach(int hub)
{
    std::shared_ptr<Inbox> inbox;
    {
        const std::lock_guard lock(m_hubsMutex);
        inbox = std::move(m_hubs[size_t(hub)]);
    }
    if (inbox)
        inbox->close();
}

bool Directory::connected(UserId user, int hub, bool firstOnHub)
{
    bool first = false;
    {
        Shard &shard = shardOf(user.uuid);
        const std::lock_guard lock(shard.mutex);
        Presence &presence = shard.users[user.uuid];
        if (presence.connections >= m_limits.connectionsPerUser)
            return false;
        first = presence.connections++ == 0;
        if (firstOnHub)
            presence.hubs |= quint64(1) << hub;
    }
    if (first)
        announce(user, true);
    return true;
}

void Directory::disconnected(UserId user, int hub, bool lastOnHub)
{
    bool last = false;
    {
        Shard &shard = shardOf(user.uuid);
        const std::lock_guard lock(shard.mutex);
        const auto found = shard.users.find(user.uuid);
        if (found == shard.users.end())
            return;
        if (lastOnHub)
            found->second.hubs &= ~(quint64(1) << hub);
        last = --found->second.connections == 0;
        if (last)
            shard.users.erase(found);
    }
    if (last)
        announce(user, false);
}

bool Directory::isOnline(UserId user) const
{
    const Shard &shard = shardOf(user.uuid);
    const std::lock_guard lock(shard.mutex);
    return shard.users.contains(user.uuid);
}

void Directory::watch(UserId user, int hub)
{
    {
        Shard &shard = shardOf(user.uuid);
        const std::lock_guard lock(shard.mutex);
        shard.watchers[user.uuid] |= quint64(1) << hub;
    }
    ask(user);
}

void Directory::ask(UserId user)
{
    api::JsonWriter out(96);
    out.beginObject().field("ask", user).endObject();
    m_bus.publish(kPresence, out.take());
}

void Directory::unwatch(UserId user, int hub)
{
    Shard &shard = shardOf(user.uuid);
    const std::lock_guard lock(shard.mutex);
    const auto found = shard.watchers.find(user.uuid);
    if (found == shard.watchers.end())
        return;
    found->second &= ~(quint64(1) << hub);
    if (found->second == 0)
        shard.watchers.erase(found);
}

void Directory::put(quint64 hubs, const Delivery &delivery)
{
    for (int i = 0; hubs != 0; ++i, hubs >>= 1) {
        if ((hubs & 1) == 0)
            continue;
        std::shared_ptr<Inbox> inbox;
        {
            const std::lock_guard lock(m_hubsMutex);
            inbox = m_hubs[size_t(i)];
        }
        if (inbox)
            inbox->put(delivery);
    }
}

void Directory::deliver(UserId user, const Delivery &delivery)
{
    quint64 hubs = 0;
    {
        Shard &shard = shardOf(user.uuid);
        const std::lock_guard lock(shard.mutex);
        const auto found = shard.users.find(user.uuid);
        if (found == shard.users.end())
            return;
        hubs = found->second.hubs;
    }
    put(hubs, delivery);
}

void Directory::publishVolatile(const std::vector<UserId> &users, const QByteArray &frame)
{
    m_bus.publish(kVolatile, writeBusEvents(users, frame));
}

void Directory::announce(UserId user, bool online)
{
    api::JsonWriter out(96);
    out.beginObject().field("user", user).field("online", online).endObject();
    m_bus.publish(kPresence, out.take());
}

void Directory::onPresence(const QByteArray &payload)
{
    const auto object = api::parseObject(payload);
    if (!object)
        return;
    api::JsonReader in(*object);
    if (const auto asked = in.id<UserId>("ask", false)) {
        if (isOnline(*asked))
            announce(*asked, true);
        return;
    }
    const auto user = in.id<UserId>("user");
    const auto online = in.boolean("online", true);
    if (!in.ok())
        return;
    quint64 hubs = 0;
    bool here = false;
    {
        Shard &shard = shardOf(user->uuid);
        const std::lock_guard lock(shard.mutex);
        here = shard.users.contains(user->uuid);
        const auto found = shard.watchers.find(user->uuid);
        if (found != shard.watchers.end())
            hubs = found->second;
    }
    // He left another server, but not this one.
    if (!*online && here)
        return announce(*user, true);
    put(hubs, {.kind = Delivery::Kind::Presence, .online = *online, .subject = user->uuid});
}

void Directory::onSessionEnded(const QByteArray &payload)
{
    const auto object = api::parseObject(payload);
    if (!object)
        return log::warning("ws.session_ended_unreadable");
    api::JsonReader in(*object);
    if (const auto user = in.id<UserId>("user", false))
        deliver(*user, {.kind = Delivery::Kind::EndUser, .subject = user->uuid});
    if (const auto session = in.id<SessionId>("session", false))
        put(~quint64(0), {.kind = Delivery::Kind::EndSession, .subject = session->uuid});
}

} // namespace cargo::ws
