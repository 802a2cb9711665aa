#pragma once

#include "server/core/authenticator.h"
#include "server/http/router.h"
#include "server/ws/directory.h"
#include "server/ws/event_log.h"
#include "server/ws/handshake.h"
#include "server/ws/presence_watch.h"
#include "server/ws/session.h"

#include <QElapsedTimer>
#include <QHash>
#include <QJsonObject>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <unordered_map>

namespace cargo::ws {

// What a frame's handler gives back: the fields of the ack beside type and client_id, as a JSON object ({"message":{…}});
// empty means that there is nothing to say. An error becomes an error frame.
using FrameHandler = std::function<QCoro::Task<Result<QByteArray>>(SessionPtr, CallContextPtr, QJsonObject)>;

// The sockets of one event-loop thread: handshake, signing in, resume, heartbeat, and the way from the bus to each
// session. Knows no feature: they register handlers for frame types. Frames of one session are handled one at a time, so
// that messages are stored in the order of sending. Lives on its thread; other threads reach it through the Directory.
class Hub final : public QObject
{
    Q_OBJECT
public:
    Hub(Directory &directory, EventLog &log, const Authenticator &authenticator, const Clock &clock, HandshakePolicy policy = {});
    ~Hub() override;

    // Takes the descriptor (non-blocking, head already read) of a request for /ws. Answers 101 or refuses and closes.
    void adopt(int fd, http::RequestPtr head);
    void onFrame(QByteArray type, FrameHandler handler);

    Directory &directory() { return m_directory; }
    const limits::Ws &limits() const { return m_limits; }
    qsizetype sessionCount() const { return qsizetype(m_sessions.size()); }
    // A frame for this user's sessions on this server, from the hub's own thread.
    void sendTo(UserId user, const QByteArray &frame);

    // Says 1001 to all; takes no more. `done` is called when the last one is gone, limits.closeMs at the latest.
    void drain(std::function<void()> done = {});

protected:
    bool event(QEvent *event) override;

private:
    friend class Session;
    struct UuidHash
    {
        size_t operator()(const Uuid &uuid) const noexcept { return qHash(uuid); }
    };

    void handle(SessionPtr session, QByteArray text);
    QCoro::Task<void> work(SessionPtr session, QByteArray text);
    QCoro::Task<void> handleFrame(SessionPtr session, QByteArray text);
    QCoro::Task<void> signIn(SessionPtr session, QJsonObject frame);
    QCoro::Task<void> catchUp(SessionPtr session);
    // What was held back may be sent now.
    void goOn(SessionPtr session);
    QCoro::Task<bool> sendReady(SessionPtr session, std::optional<qint64> lastSeq);
    void sendPage(Session &session, const EventLog::Page &page);

    void watch(Session &session, UserId partner, const Uuid &conversation);
    // Messages of other servers may be missing: asks how far everybody's events are by now.
    QCoro::Task<void> lookAgain();
    void reach(UserId user, qint64 seq);
    void ended(Session *session);
    void purge();
    void sweep();
    void receive(const Delivery &delivery);
    void receiveEvent(const Delivery &delivery);
    template <typename Function>
    void forSessionsOf(const Uuid &user, Function function)
    {
        const auto found = m_users.find(user);
        if (found == m_users.end())
            return;
        // Ended sessions stay in the chain until purge(), so that the chain holds while it is walked.
        for (Session *session = found->second; session; session = session->m_nextOfUser)
            function(*session);
    }
    CallContextPtr newCall(const Session &session) const;
    qint64 steadyMs() const { return m_steady.elapsed(); }

    Directory &m_directory;
    EventLog &m_log;
    const Authenticator &m_authenticator;
    const Clock &m_clock;
    const HandshakePolicy m_policy;
    const limits::Ws m_limits;
    QHash<QString, FrameHandler> m_handlers;
    std::shared_ptr<Inbox> m_inbox;
    int m_number = -1; // in the directory
    std::unordered_map<Session *, SessionPtr> m_sessions;
    std::unordered_map<Uuid, Session *, UuidHash> m_users; // first of a chain
    PresenceWatch m_presence;
    std::vector<Session *> m_ended; // let go in the next turn, never in their own call
    std::function<void()> m_onDrained;
    int m_unsigned = 0; // sockets that have not signed in yet
    bool m_draining = false;
    bool m_purgeAsked = false;
    bool m_lookingAgain = false;
    bool m_lookAgainAsked = false;
    QElapsedTimer m_steady;
    QTimer m_sweep;
};

} // namespace cargo::ws
