#pragma once

#include "server/bus/bus.h"
#include "server/limits.h"
#include "shared/domain/ids.h"

#include <QByteArray>

#include <array>
#include <atomic>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <vector>

QT_BEGIN_NAMESPACE
class QObject;
QT_END_NAMESPACE

namespace cargo::ws {

// Something that the sessions of one user on one thread are to be told.
struct Delivery
{
    enum class Kind : quint8 { Event, Volatile, Presence, EndSession, EndUser, LookAgain };
    Kind kind = Kind::Volatile;
    bool online = false;   // Presence
    Uuid subject;          // user, or the session that ended
    qint64 seq = 0;        // Event
    QByteArray frame = {}; // Event, Volatile
};

// What other threads leave for a hub. The hub is woken once, however much is left before it looks.
class Inbox
{
public:
    explicit Inbox(QObject *owner) : m_owner(owner) {}

    void put(Delivery delivery);
    std::vector<Delivery> takeAll();
    // After this nothing is put and nobody is woken.
    void close();

private:
    std::mutex m_mutex;
    std::vector<Delivery> m_deliveries;
    QObject *m_owner;
};

// Which threads of this server hold sockets of which user: the one map that the hubs share, sharded. Takes live events,
// presence and ended sessions from the bus and leaves them in the inboxes of the hubs concerned. Holds no sockets, reads
// no database; thread-safe. Must outlive its hubs.
class Directory
{
public:
    explicit Directory(Bus &bus, limits::Ws limits = {});
    ~Directory();
    Directory(const Directory &) = delete;
    Directory &operator=(const Directory &) = delete;

    static constexpr int kMaxHubs = 64;
    // A hub's number, until detach().
    int attach(std::shared_ptr<Inbox> inbox);
    void detach(int hub);

    // False: the user has too many sockets.
    bool connected(UserId user, int hub, bool firstOnHub);
    void disconnected(UserId user, int hub, bool lastOnHub);
    bool isOnline(UserId user) const;
    // Presence of `user` is delivered to this hub until unwatch().
    void watch(UserId user, int hub);
    void unwatch(UserId user, int hub);
    // Other servers that hold this user say so.
    void ask(UserId user);

    // To the hubs that hold sockets of this user, on this server.
    void deliver(UserId user, const Delivery &delivery);
    // Not numbered and not stored, to all servers: typing, read.
    void publishVolatile(const std::vector<UserId> &users, const QByteArray &frame);

    const limits::Ws &limits() const { return m_limits; }

private:
    struct UuidHash
    {
        size_t operator()(const Uuid &uuid) const noexcept { return qHash(uuid); }
    };
    struct Presence
    {
        quint64 hubs = 0;
        int connections = 0;
    };
    struct Shard
    {
        mutable std::mutex mutex;
        std::unordered_map<Uuid, Presence, UuidHash> users;
        std::unordered_map<Uuid, quint64, UuidHash> watchers;
    };
    static constexpr size_t kShards = 64;

    // Version 7 ids begin with the time; their last byte is random.
    Shard &shardOf(const Uuid &uuid) { return m_shards[uuid.bytes[15] % kShards]; }
    const Shard &shardOf(const Uuid &uuid) const { return m_shards[uuid.bytes[15] % kShards]; }
    void put(quint64 hubs, const Delivery &delivery);
    void announce(UserId user, bool online);
    void onPresence(const QByteArray &payload);
    void onSessionEnded(const QByteArray &payload);

    Bus &m_bus;
    const limits::Ws m_limits;
    std::array<Shard, kShards> m_shards;
    mutable std::mutex m_hubsMutex;
    std::array<std::shared_ptr<Inbox>, kMaxHubs> m_hubs;
    std::vector<quint64> m_subscriptions;
};

} // namespace cargo::ws
