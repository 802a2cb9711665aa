#pragma once

#include "harness/ws_peer.h"

#include "server/bus/in_process_bus.h"
#include "server/ws/hub.h"

#include <QCoroTimer>

#include <map>
#include <memory>
#include <mutex>

namespace cargo::test {

// Tokens are "token:<user's text id>" and "session:<user>:<session>"; nothing else is accepted.
class TokenTable final : public Authenticator
{
public:
    Result<Principal> authenticate(QByteArrayView token, Timestamp) const override;
    static QByteArray tokenOf(UserId user) { return "token:" + user.toText(); }
    static QByteArray tokenOf(UserId user, SessionId session) { return "session:" + user.toText() + ':' + session.toText(); }
};

// Events of users in memory, with the promises of user_events: numbers without gaps, stored before they are published.
class MemoryLog final : public ws::EventLog
{
public:
    QCoro::Task<Result<Page>> after(CallContextPtr context, UserId user, qint64 seq, int limit) override;
    QCoro::Task<Result<Numbers>> current(CallContextPtr context, std::vector<UserId> users) override;
    // Stores the next event and answers its entry for the bus.
    QByteArray append(UserId user, const QByteArray &fields = R"("type":"message")");
    void forgetUpTo(UserId user, qint64 seq);

    bool failing = false;
    bool slow = false; // answers a turn of the event loop later
    int reads = 0;

private:
    std::map<Uuid, std::pair<qint64, std::vector<Event>>> m_events;
};

struct FixedClock final : Clock
{
    Timestamp now() const override { return at; }
    Timestamp at{1'790'000'000'000};
};

// A hub with real sockets and real bus; only tokens and stored events are kept in memory.
struct WsRig
{
    explicit WsRig(limits::Ws limits = quick(), ws::HandshakePolicy policy = {});
    static limits::Ws quick();

    std::unique_ptr<WsPeer> open(const QByteArray &head = WsPeer::upgradeHead());
    std::unique_ptr<WsPeer> signedIn(UserId user, qint64 lastSeq = -1);
    void publish(const QByteArray &entry) { bus.publish("ws.events", '[' + entry + ']'); }
    static http::RequestPtr request(const QByteArray &head);

    FixedClock clock;
    InProcessBus bus;
    MemoryLog log;
    TokenTable tokens;
    ws::Directory directory;
    ws::Hub hub;
};

UserId newUser();

} // namespace cargo::test
