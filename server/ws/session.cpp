#include "server/ws/session.h"

#include "server/ws/hub.h"
#include "shared/api/json_writer.h"

#include <utility>

namespace cargo::ws {

namespace {
constexpr qsizetype kHushedMax = 32;
}

Session::Session(Hub *hub, int fd, const limits::Ws *limits, qint64 nowMs, CallContextPtr head)
    : m_hub(hub), m_locale(head ? head->locale : Locale::Ru), m_acceptedAtMs(nowMs), m_lastPingMs(nowMs),
      m_peerAddress(head ? head->peerAddress : QByteArray()), m_channel(fd, this, limits, nowMs)
{
}

Session::~Session() = default;

Session::Busy &Session::busy()
{
    if (!m_busy)
        m_busy = std::make_unique<Busy>();
    return *m_busy;
}

void Session::send(const QByteArray &frame)
{
    if (m_ready)
        m_channel.sendText(frame);
}

void Session::hushEcho(const Uuid &clientId)
{
    QList<QByteArray> &hushed = busy().hushed;
    hushed.append("\"client_id\":\"" + clientId.toText() + '"');
    if (hushed.size() > kHushedMax)
        hushed.removeFirst();
}

// Quotes inside JSON strings are escaped, so a body cannot pretend to be a field.
bool Session::isHushed(const QByteArray &frame) const
{
    if (!m_busy || m_busy->hushed.isEmpty())
        return false;
    for (const QByteArray &clientId : m_busy->hushed) {
        if (frame.contains(clientId))
            return frame.contains(QByteArray("\"sender_id\":\"" + m_principal.user.toText() + '"'));
    }
    return false;
}

bool Session::mayTellTyping(bool active, Timestamp now)
{
    Busy &state = busy();
    const bool soon = now.unixMs - state.typedAt.unixMs < limits::kTypingGapMs;
    if (soon && (active || !state.typing))
        return false;
    state.typedAt = now;
    state.typing = active;
    return true;
}

void Session::watchPresence(UserId partner, const Uuid &conversation)
{
    if (m_hub && m_stage != Stage::Ended)
        m_hub->watch(*this, partner, conversation);
}

bool Session::sendEvent(qint64 seq, const QByteArray &frame)
{
    if (seq != m_lastSeq + 1)
        return false;
    m_lastSeq = seq;
    if (!isHushed(frame))
        m_channel.sendText(frame);
    return true;
}

void Session::sendError(const Error &error, const QString &clientId)
{
    api::JsonWriter out(160);
    out.beginObject().field("type", "error").field("code", errorWord(error.code));
    if (!clientId.isEmpty())
        out.field("client_id", clientId);
    if (!error.field.isEmpty())
        out.field("field", error.field);
    out.field("detail", error.detail).endObject();
    m_channel.sendText(out.take());
}

void Session::textReceived(QByteArray text)
{
    m_pingsMissed = 0;
    if (!m_hub)
        return;
    if (m_working) {
        auto &waiting = busy().waiting;
        waiting.push_back(std::move(text));
        if (qsizetype(waiting.size()) >= m_hub->limits().waitingFrames)
            m_channel.pauseReading();
        return;
    }
    m_hub->handle(shared_from_this(), std::move(text));
}

void Session::frameRefused() { sendError(Error{ErrorCode::RateLimited, {}, QStringLiteral("too many frames")}); }

void Session::channelDrained()
{
    if (m_onDrained)
        std::exchange(m_onDrained, {}).resume();
}

void Session::channelClosed()
{
    m_stage = Stage::Ended;
    m_ready = false;
    if (m_hub)
        m_hub->ended(this);
    channelDrained();
}

} // namespace cargo::ws
