#pragma once

#include <QByteArray>

#include <functional>

namespace cargo {

// Fan-out between threads, and between servers when Redis stands behind it. At most once: who must not miss anything
// reads the database (user_events) as well. Thread-safe. Handlers are called on the thread that published or on the
// bus's own thread: they must hand over at once and never block.
class Bus
{
public:
    using Handler = std::function<void(const QByteArray &payload)>;

    virtual ~Bus() = default;
    virtual void publish(const QByteArray &topic, const QByteArray &payload) = 0;
    // Returns a number for unsubscribe().
    virtual quint64 subscribe(const QByteArray &topic, Handler handler) = 0;
    virtual void unsubscribe(quint64 number) = 0;
    // False while what is published here reaches this server alone, or what others publish does not come here.
    virtual bool reachesAll() const { return true; }
};

// Published by the bus itself, with no payload: messages of other servers may have been lost up to now. Who follows something
// looks where it stands.
inline constexpr char kBusGapTopic[] = "bus.gap";

} // namespace cargo
