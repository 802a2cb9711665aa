#pragma once

#include "server/http/front_door.h"

#include <QObject>
#include <QSocketNotifier>

namespace cargo::http {

// A connection in its first moments: a descriptor that has not told yet whether it wants HTTP or a WebSocket. It looks at
// the bytes without taking them, except when they can only be an upgrade. Deletes itself.
class Arrival final : public QObject, public Watched
{
    Q_OBJECT
public:
    static void begin(FrontDoor *door, int fd, const AddressKey &address);
    // Says why and waits for the client to read it, as long as not too many do.
    static void refuse(FrontDoor *door, int fd, const Refusal &refusal);

    void expire() override;
    void drain() override;

private:
    enum class State { Looking, Upgrade, Lingering };
    Arrival(FrontDoor *door, int fd);
    ~Arrival() override;

    void look();
    void readUpgrade();
    void upgrade();
    void sayNo(const Refusal &refusal, Exchange *exchange);
    void discard();
    void wait(int lowWaterBytes);
    void end();
    void releaseAddress();

    FrontDoor *m_door;
    int m_fd;
    State m_state = State::Looking;
    AddressKey m_address{};
    bool m_counted = false;
    int m_lowWaterBytes = 1;
    QByteArray m_head;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace cargo::http
