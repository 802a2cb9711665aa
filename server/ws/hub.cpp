#include "server/ws/hub.h"

#include "server/core/log.h"
#include "server/core/metrics.h"
#include "shared/api/json_reader.h"
#include "shared/api/json_writer.h"
#include "shared/api/ws_message.h"

#include <QCoreApplication>
#include <QEvent>

#include <algorithm>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace cargo::ws {

namespace {
constexpr int kCloseGoingAway = 1001;

const auto kPurgeEvent = QEvent::Type(QEvent::registerEventType());

metrics::Gauge &sessionsGauge()
{
    static metrics::Gauge &gauge = metrics::gauge("cargo_ws_sessions", "Open WebSockets");
    return gauge;
}
metrics::Counter &framesCounter()
{
    static metrics::Counter &counter = metrics::counter("cargo_ws_frames_received_total", "Messages received on WebSockets");
    return counter;
}
} // namespace

Hub::Hub(Directory &directory, EventLog &log, const Authenticator &authenticator, const Clock &clock, HandshakePolicy policy)
    : m_directory(directory), m_log(log), m_authenticator(authenticator), m_clock(clock), m_policy(std::move(policy)),
      m_limits(directory.limits()), m_inbox(std::make_shared<Inbox>(this)), m_number(directory.attach(m_inbox)),
      m_presence(directory, m_number, m_limits)
{
    m_steady.start();
    m_sweep.setInterval(m_limits.sweepMs);
    m_sweep.callOnTimeout(this, &Hub::sweep);
    m_sweep.start();
}

Hub::~Hub()
{
    m_directory.detach(m_number);
    // Coroutines that still run keep their session; it no longer knows us.
    for (auto &[session, pointer] : m_sessions) {
        session->m_channel.abort();
        session->m_hub = nullptr;
    }
    purge();
}

void Hub::onFrame(QByteArray type, FrameHandler handler) { m_handlers[QString::fromUtf8(type)] = std::move(handler); }

void Hub::adopt(int fd, http::RequestPtr head)
{
    HandshakeAnswer answer = answerHandshake(*head, m_policy);
    if (answer.accepted && (m_draining || m_unsigned >= m_limits.unsignedSockets || sessionCount() >= m_limits.sockets))
        answer = answerBusy(*head);
    ::send(fd, answer.bytes.constData(), size_t(answer.bytes.size()), MSG_NOSIGNAL);
    if (!answer.accepted) {
        ::shutdown(fd, SHUT_WR);
        ::close(fd);
        return;
    }
    const int on = 1;
    ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    auto session = std::make_shared<Session>(this, fd, &m_limits, steadyMs(), head->context);
    m_sessions.emplace(session.get(), session);
    ++m_unsigned;
    sessionsGauge().add(1);
}

void Hub::handle(SessionPtr session, QByteArray text)
{
    framesCounter().add();
    session->m_channel.setNow(steadyMs());
    work(std::move(session), std::move(text));
}

// One frame after another. The task runs on by itself; the session in its frame lives as long as it does.
QCoro::Task<void> Hub::work(SessionPtr session, QByteArray text)
{
    session->m_working = true;
    for (;;) {
        co_await handleFrame(session, std::move(text));
        if (!session->m_hub || session->m_stage == Session::Stage::Ended)
            break;
        if (!session->m_busy || session->m_busy->waiting.empty())
            break;
        text = std::move(session->m_busy->waiting.front());
        session->m_busy->waiting.pop_front();
        if (qsizetype(session->m_busy->waiting.size()) <= m_limits.waitingFrames / 2)
            session->m_channel.resumeReading();
    }
    session->m_working = false;
}

QCoro::Task<void> Hub::handleFrame(SessionPtr session, QByteArray text)
{
    auto frame = api::parseObject(text);
    if (!frame) {
        session->sendError(frame.error());
        co_return;
    }
    const QString type = frame->value(QLatin1String("type")).toString();
    if (session->m_stage == Session::Stage::AwaitingAuth) {
        if (type == QLatin1String("auth"))
            co_return co_await signIn(session, std::move(*frame));
        session->sendError(Error{ErrorCode::Unauthorized, {}, QStringLiteral("the first frame must be auth")});
        session->close(api::ws::kCloseUnauthorized, "auth first");
        co_return;
    }
    if (type == QLatin1String("ping")) {
        session->send(QByteArrayLiteral(R"({"type":"pong"})"));
        co_return;
    }
    const QString clientId = frame->value(QLatin1String("client_id")).toString().left(64);
    const auto found = m_handlers.constFind(type);
    if (found == m_handlers.constEnd()) {
        session->sendError(Error{ErrorCode::UnknownValue, QStringLiteral("type"), QStringLiteral("unknown frame type")},
                           clientId);
        co_return;
    }
    const FrameHandler handler = *found;
    const auto answer = co_await handler(session, newCall(*session), std::move(*frame));
    if (!session->isOpen())
        co_return;
    if (!answer) {
        session->sendError(answer.error(), clientId);
    } else if (!answer->isEmpty()) {
        // The handler's object goes on behind ours.
        api::JsonWriter out(64);
        out.beginObject().field("type", "ack");
        if (!clientId.isEmpty())
            out.field("client_id", clientId);
        out.endObject();
        QByteArray ack = out.take();
        ack.chop(1);
        ack += *answer == "{}" ? QByteArrayLiteral("}") : QByteArray(',' + answer->mid(1));
        session->send(ack);
    }
}

CallContextPtr Hub::newCall(const Session &session) const
{
    const Timestamp now = m_clock.now();
    auto call = std::make_shared<CallContext>(now, now.plusMs(m_limits.callMs));
    call->requestId = "ws-" + session.m_principal.session.toText();
    call->peerAddress = session.m_peerAddress;
    call->locale = session.m_locale;
    if (session.m_stage > Session::Stage::SigningIn)
        call->principal = session.m_principal;
    return call;
}

bool Hub::event(QEvent *event)
{
    if (event->type() == QEvent::User) {
        for (const Delivery &delivery : m_inbox->takeAll())
            receive(delivery);
        return true;
    }
    if (event->type() == kPurgeEvent) {
        purge();
        return true;
    }
    return QObject::event(event);
}

void Hub::receive(const Delivery &delivery)
{
    switch (delivery.kind) {
    case Delivery::Kind::Event: return receiveEvent(delivery);
    case Delivery::Kind::Volatile:
        return forSessionsOf(delivery.subject, [&](Session &session) { session.send(delivery.frame); });
    case Delivery::Kind::EndUser:
        return forSessionsOf(delivery.subject,
                             [](Session &session) { session.close(api::ws::kCloseUnauthorized, "session ended"); });
    case Delivery::Kind::EndSession:
        for (auto &[session, pointer] : m_sessions) {
            if (session->m_principal.session.uuid == delivery.subject && session->m_stage != Session::Stage::AwaitingAuth)
                session->close(api::ws::kCloseUnauthorized, "session ended");
        }
        return;
    case Delivery::Kind::Presence: return m_presence.tell(delivery.subject, delivery.online, steadyMs());
    case Delivery::Kind::LookAgain:
        m_presence.askAll();
        lookAgain();
        return;
    }
}

void Hub::receiveEvent(const Delivery &delivery)
{
    forSessionsOf(delivery.subject, [&](Session &session) {
        if (delivery.seq <= session.m_lastSeq)
            return;
        session.m_targetSeq = std::max(session.m_targetSeq, delivery.seq);
        if (session.m_stage != Session::Stage::Live || !session.isOpen())
            return;
        const Session::Told told = session.sendEvent(delivery.seq, delivery.frame);
        if (told == Session::Told::Gap)
            catchUp(session.shared_from_this());
        else if (told == Session::Told::Held)
            session.m_stage = Session::Stage::CatchingUp; // goOn() follows
    });
}

void Hub::sendTo(UserId user, const QByteArray &frame)
{
    bool here = false;
    forSessionsOf(user.uuid, [&](Session &session) {
        here = true;
        session.send(frame);
    });
    if (!here)
        m_directory.deliver(user, {.kind = Delivery::Kind::Volatile, .subject = user.uuid, .frame = frame});
}

void Hub::watch(Session &session, UserId partner, const Uuid &conversation)
{
    m_presence.watch(session, partner, conversation, steadyMs());
}

void Hub::ended(Session *session)
{
    m_ended.push_back(session);
    if (!std::exchange(m_purgeAsked, true))
        QCoreApplication::postEvent(this, new QEvent(kPurgeEvent));
}

void Hub::purge()
{
    m_purgeAsked = false;
    for (Session *session : std::exchange(m_ended, {})) {
        const auto entry = m_sessions.find(session);
        if (entry == m_sessions.end())
            continue;
        const SessionPtr keep = entry->second;
        if (!session->m_signedIn)
            --m_unsigned;
        const auto chain = m_users.find(session->m_principal.user.uuid);
        if (chain != m_users.end()) {
            Session **link = &chain->second;
            while (*link && *link != session)
                link = &(*link)->m_nextOfUser;
            if (*link) {
                *link = session->m_nextOfUser;
                const bool last = chain->second == nullptr;
                if (last)
                    m_users.erase(chain);
                m_directory.disconnected(session->m_principal.user, m_number, last);
            }
        }
        m_presence.forget(*session);
        session->m_hub = nullptr;
        m_sessions.erase(entry);
        sessionsGauge().add(-1);
    }
    if (m_draining && m_sessions.empty() && m_onDrained)
        std::exchange(m_onDrained, {})();
}

void Hub::sweep()
{
    const qint64 now = steadyMs();
    m_presence.sweep(now);
    for (auto &[session, pointer] : m_sessions) {
        session->m_channel.tick(now);
        if (!session->isOpen())
            continue;
        if (session->m_stage == Session::Stage::AwaitingAuth) {
            if (now - session->m_acceptedAtMs >= m_limits.authMs) {
                session->sendError(Error{ErrorCode::Unauthorized, {}, QStringLiteral("no auth frame in time")});
                session->close(api::ws::kCloseUnauthorized, "no auth in time");
            }
            continue;
        }
        const qint64 silentMs = now - session->m_channel.lastHeardMs();
        if (silentMs < m_limits.pingMs) {
            session->m_pingsMissed = 0;
            continue;
        }
        if (now - session->m_lastPingMs < m_limits.pingMs)
            continue;
        if (session->m_pingsMissed >= m_limits.pingsMissed) {
            session->close(api::ws::kCloseTimeout, "no sign of life");
            continue;
        }
        ++session->m_pingsMissed;
        session->m_lastPingMs = now;
        session->m_channel.sendPing();
    }
}

void Hub::drain(std::function<void()> done)
{
    m_draining = true;
    m_onDrained = std::move(done);
    const qint64 now = steadyMs();
    for (auto &[session, pointer] : m_sessions) {
        session->m_channel.tick(now);
        session->close(kCloseGoingAway, "server is going away");
    }
    if (m_sessions.empty() && m_onDrained)
        std::exchange(m_onDrained, {})();
}

} // namespace cargo::ws
