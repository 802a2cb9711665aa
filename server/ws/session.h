#pragma once

#include "server/core/call_context.h"
#include "server/ws/channel.h"

#include <QList>

#include <coroutine>
#include <deque>
#include <memory>
#include <vector>

namespace cargo::ws {

class Hub;

// One signed-in socket: whose it is, up to which number it has had the user's events, and what waits to be handled.
// Belongs to its hub's thread. Features may send to it and ask whose it is; they must not keep it beyond their frame.
class Session final : public std::enable_shared_from_this<Session>, private ChannelListener
{
public:
    Session(Hub *hub, int fd, const limits::Ws *limits, qint64 nowMs, CallContextPtr head);
    ~Session();

    const Principal &principal() const { return m_principal; }
    UserId user() const { return m_principal.user; }
    bool isOpen() const { return m_channel.isOpen(); }

    // A frame without a number: dropped before the session is ready and after it has ended.
    void send(const QByteArray &frame);
    // The numbered event that carries this client_id and comes from this user is not sent here: the ack says it all. The event
    // may come faster than the answer, so it is told before; settleEcho() must follow. In between the event, and those behind
    // it, wait: without an ack the event is sent after all.
    void hushEcho(const Uuid &clientId);
    void settleEcho(const Uuid &clientId, bool acked);
    // False for what came too soon after the last one; a stop after a start always goes through.
    bool mayTellTyping(bool active, Timestamp now);
    // From now on this session is told when `partner` comes and goes. Past the limit the oldest one is forgotten.
    void watchPresence(UserId partner, const Uuid &conversation);

private:
    friend class Hub;
    friend class PresenceWatch;
    enum class Stage : quint8 { AwaitingAuth, SigningIn, CatchingUp, Live, Ended };
    struct Watch
    {
        UserId partner;
        Uuid conversation;
        bool online; // as told last
    };
    struct Hush
    {
        QByteArray field; // "client_id":"…"
        bool acked = false;
    };
    // What an idle session does not need.
    struct Busy
    {
        std::deque<QByteArray> waiting;
        QList<Hush> hushed;
        bool held = false; // an event waits for its settleEcho()
        std::vector<Watch> watches;
        Timestamp typedAt;
        bool typing = false;
    };
    // Suspends until what is queued is with the kernel, or the session ended.
    struct Drained
    {
        Session *session;
        bool await_ready() const { return session->m_channel.queuedBytes() == 0 || session->m_channel.isGone(); }
        void await_suspend(std::coroutine_handle<> awaiting) { session->m_onDrained = awaiting; }
        void await_resume() const {}
    };

    void textReceived(QByteArray text) override;
    void frameRefused() override;
    void channelDrained() override;
    void channelClosed() override;

    // Numbered, in order, without gaps. Gap: not the next one.
    enum class Told : quint8 { Yes, Gap, Held };
    Told sendEvent(qint64 seq, const QByteArray &frame);
    void sendError(const Error &error, const QString &clientId = {});
    void close(int code, const char *reason) { m_channel.close(code, reason); }
    Busy &busy();
    QList<Hush>::iterator hushOf(const QByteArray &frame);
    bool isHeld() const { return m_busy && m_busy->held; }

    Hub *m_hub; // null after the hub's end
    Stage m_stage = Stage::AwaitingAuth;
    bool m_working = false; // a frame is being handled; others wait
    bool m_ready = false;
    bool m_signedIn = false;
    Locale m_locale;
    quint8 m_pingsMissed = 0;
    qint64 m_acceptedAtMs;
    qint64 m_lastPingMs;
    qint64 m_lastSeq = 0;   // sent up to here
    qint64 m_targetSeq = 0; // known to exist, from live events
    Principal m_principal;
    QByteArray m_peerAddress;
    std::unique_ptr<Busy> m_busy;
    std::coroutine_handle<> m_onDrained;
    Session *m_nextOfUser = nullptr;
    Channel m_channel;
};

using SessionPtr = std::shared_ptr<Session>;

} // namespace cargo::ws
