#pragma once

#include "server/behaviour/personal_profile.h"
#include "server/bus/bus.h"
#include "shared/domain/clock.h"
#include "shared/domain/ids.h"

#include <QCache>

#include <array>
#include <atomic>
#include <memory>
#include <mutex>

namespace cargo::behaviour {

// What is known of the one who asks.
struct Known
{
    bool personal = true;                   // he lets himself be chosen for
    std::shared_ptr<const Profile> profile; // null: he does not, or there is nothing to go by
};

// Published when somebody did something that counts, or chose; the payload is his id.
inline constexpr char kBehaviourChanged[] = "behaviour.changed";

// Profiles of those who searched lately, so that a page asks the database for none. Forgotten at the message that they changed,
// at the latest after kKeptMs. One for the process, thread-safe.
class ProfileShelf
{
public:
    explicit ProfileShelf(Bus &bus);
    ~ProfileShelf();
    ProfileShelf(const ProfileShelf &) = delete;
    ProfileShelf &operator=(const ProfileShelf &) = delete;

    static constexpr qint64 kKeptMs = 60'000;
    static constexpr int kPeople = 4096;

    std::optional<Known> find(UserId user, Timestamp now);
    // Taken before the database is asked: what was read while somebody's acts changed is not put up.
    quint64 moment() const { return m_changes.load(std::memory_order_acquire); }
    void put(UserId user, const Known &known, Timestamp readAt, quint64 moment);

private:
    struct Held
    {
        Known known;
        Timestamp readAt;
    };
    Bus &m_bus;
    std::array<quint64, 2> m_subscriptions{};
    std::atomic<quint64> m_changes{0};
    std::mutex m_mutex;
    QCache<UserId, Held> m_held{kPeople};
};

} // namespace cargo::behaviour
