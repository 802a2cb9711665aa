#include "server/ws/session.h"

#include "server/ws/hub.h"
#include "shared/api/json_writer.h"

#include <algorithm>
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
    QList<Hush> &hushed = busy().hushed;
    hushed.append({"\"client_id\":\"" + clientId.toText() + '"', false});
    if (hushed.size() > kHushedMax)
        hushed.removeFirst();
}

void Session::settleEcho(const Uuid &clientId, bool acked)
{
    Busy &state = busy();
    const QByteArray field = "\"client_id\":\"" + clientId.toText() + '"';
    for (qsizetype i = state.hushed.size() - 1; i >= 0; --i) {
        if (state.hushed.at(i).field != field)
            continue;
        if (acked)
            state.hushed[i].acked = true;
        else
            state.hushed.removeAt(i);
    }
    if (std::exchange(state.held, false) && m_hub && isOpen())
        m_hub->goOn(shared_from_this());
}

// Quotes inside JSON strings are escaped, so a body cannot pretend to be a field.
QList<Session::Hush>::iterator Session::hushOf(const QByteArray &frame)
{
    QList<Hush> &hushed = busy().hushed;
    const QByteArray sender = "\"sender_id\":\"" + m_principal.user.toText() + '"';
    return std::find_if(hushed.begin(), hushed.end(),
                        [&](const Hush &hush) { return frame.contains(hush.field) && frame.contains(sender); });
}

bool Session::mayTellTyping(bool active, Timestamp now)
{
    Busy &state = busy();
    const bool soon = now >= state.typedAt && now.unixMs - state.typedAt.unixMs < limits::kTypingGapMs;
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

Session::Told Session::sendEvent(qint64 seq, const QByteArray &frame)
{
    if (seq != m_lastSeq + 1)
        return Told::Gap;
    if (m_busy && !m_busy->hushed.isEmpty()) {
        const auto hush = hushOf(frame);
        if (hush != m_busy->hushed.end() && !hush->acked) {
            m_busy->held = true;
            return Told::Held;
        }
        if (hush != m_busy->hushed.end()) {
            m_busy->hushed.erase(hush);
            m_lastSeq = seq;
            return Told::Yes;
        }
    }
    m_lastSeq = seq;
    m_channel.sendText(frame);
    return Told::Yes;
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
