#include "server/ws/hub.h"

#include "server/core/log.h"
#include "shared/api/json_reader.h"
#include "shared/api/json_writer.h"
#include "shared/api/ws_message.h"

#include <QPointer>

#include <algorithm>
#include <limits>

// Signing in and reading the past: the part of the hub that waits for the event log.
namespace cargo::ws {

namespace {
constexpr int kCloseInternal = 1011;
constexpr int kCloseTryLater = 1013;

constexpr size_t kReplayBytes = 64 * 1024;

constexpr size_t kLookTogether = 1'000; // users in one question
constexpr int kLookPauseMs = 1'000;
} // namespace

QCoro::Task<void> Hub::signIn(SessionPtr session, QJsonObject frame)
{
    api::JsonReader in(frame);
    const QString token = in.text("access_token", {.min = 1, .max = 8192, .trim = false});
    const auto lastSeq = in.optionalInteger("last_seq", {.min = 0});
    if (!in.ok()) {
        session->sendError(in.errors().front());
        session->close(api::ws::kCloseUnauthorized, "auth is malformed");
        co_return;
    }
    const auto principal = m_authenticator.authenticate(token.toUtf8(), m_clock.now());
    if (!principal) {
        session->sendError(Error{principal.code(), {}, QStringLiteral("the access token is not accepted")});
        session->close(api::ws::kCloseUnauthorized, "unauthorized");
        co_return;
    }
    const auto known = m_users.find(principal->user.uuid);
    if (!m_directory.connected(principal->user, m_number, known == m_users.end())) {
        session->sendError(Error{ErrorCode::RateLimited, {}, QStringLiteral("too many sockets of this user")});
        session->close(kCloseTryLater, "too many sockets");
        co_return;
    }
    // Subscribed first: what happens from here on is noticed, so that reading the past leaves no hole.
    session->m_principal = *principal;
    session->m_stage = Session::Stage::SigningIn;
    session->m_signedIn = true;
    --m_unsigned;
    if (known == m_users.end()) {
        m_users.emplace(principal->user.uuid, session.get());
    } else {
        session->m_nextOfUser = known->second;
        known->second = session.get();
    }
    if (co_await sendReady(session, lastSeq))
        catchUp(session);
}

// The first page decides whether what was missed is still there. False: the session ended meanwhile.
QCoro::Task<bool> Hub::sendReady(SessionPtr session, std::optional<qint64> lastSeq)
{
    const qint64 from = lastSeq.value_or(std::numeric_limits<qint64>::max());
    const auto page = co_await m_log.after(newCall(*session), session->user(), from, m_limits.replayPage);
    if (!session->m_hub || !session->isOpen())
        co_return false;
    if (!page) {
        session->close(kCloseInternal, "try again");
        co_return false;
    }
    bool resync = false;
    if (lastSeq) {
        const bool fromTheFuture = *lastSeq > page->currentSeq;
        const bool forgotten = *lastSeq < page->currentSeq && (page->events.empty() || page->events.front().seq != *lastSeq + 1);
        resync = fromTheFuture || forgotten || page->currentSeq - *lastSeq > m_limits.replayEvents;
    }
    session->m_lastSeq = lastSeq && !resync ? *lastSeq : page->currentSeq;
    session->m_targetSeq = std::max(session->m_targetSeq, page->currentSeq);
    session->m_stage = Session::Stage::CatchingUp;
    session->m_ready = true;
    api::JsonWriter out(128);
    out.beginObject().field("type", "ready").field("user_id", session->user());
    out.field("seq", page->currentSeq).field("resync", resync).endObject();
    session->send(out.take());
    if (!resync)
        sendPage(*session, *page);
    co_return session->isOpen();
}

// As much as the reader takes now: the past never cuts off whoever reads it slowly. What is left is read again.
void Hub::sendPage(Session &session, const EventLog::Page &page)
{
    Channel &channel = session.m_channel;
    channel.cork();
    for (const EventLog::Event &event : page.events) {
        if (event.seq > session.m_lastSeq && session.sendEvent(event.seq, event.frame) != Session::Told::Yes)
            break;
        if (channel.queuedBytes() < kReplayBytes)
            continue;
        channel.uncork();
        if (channel.queuedBytes() > 0)
            return;
        channel.cork();
    }
    channel.uncork();
}

// Reads from the database until nothing is missing, then the session is live. Live events that come meanwhile only raise
// the number to reach: they are stored, so they need not be kept here.
QCoro::Task<void> Hub::catchUp(SessionPtr session)
{
    session->m_stage = Session::Stage::CatchingUp;
    while (session->m_lastSeq < session->m_targetSeq) {
        co_await Session::Drained{session.get()};
        if (!session->m_hub || !session->isOpen())
            co_return;
        const auto page = co_await m_log.after(newCall(*session), session->user(), session->m_lastSeq, m_limits.replayPage);
        if (!session->m_hub || !session->isOpen())
            co_return;
        if (!page || page->events.empty() || page->events.front().seq != session->m_lastSeq + 1) {
            // Either the database is away or the events are: the client comes back and is told which.
            log::warning("ws.catch_up_failed", {{"missing", session->m_targetSeq - session->m_lastSeq}, {"database", !page}});
            session->close(kCloseInternal, "try again");
            co_return;
        }
        sendPage(*session, *page);
        if (!session->isOpen() || session->isHeld())
            co_return;
    }
    session->m_stage = Session::Stage::Live;
}

QCoro::Task<void> Hub::lookAgain()
{
    m_lookAgainAsked = true;
    if (std::exchange(m_lookingAgain, true))
        co_return;
    const QPointer<Hub> self(this);
    while (std::exchange(m_lookAgainAsked, false)) {
        std::vector<UserId> users;
        users.reserve(m_users.size());
        for (const auto &[user, session] : m_users)
            users.push_back(UserId{user});
        for (size_t at = 0; at < users.size(); at += kLookTogether) {
            const auto first = users.begin() + qsizetype(at);
            const std::vector<UserId> some(first, first + qsizetype(std::min(kLookTogether, users.size() - at)));
            const Timestamp now = m_clock.now();
            const auto context = std::make_shared<CallContext>(now, now.plusMs(m_limits.callMs));
            const auto numbers = co_await m_log.current(context, some);
            if (!self)
                co_return;
            if (!numbers) { // the database is away too: until it is not
                m_lookingAgain = false;
                QTimer::singleShot(kLookPauseMs, this, [this] { lookAgain(); });
                co_return;
            }
            for (const auto &[user, seq] : *numbers)
                reach(user, seq);
        }
    }
    m_lookingAgain = false;
}

void Hub::reach(UserId user, qint64 seq)
{
    forSessionsOf(user.uuid, [&](Session &session) {
        if (seq <= session.m_lastSeq)
            return;
        session.m_targetSeq = std::max(session.m_targetSeq, seq);
        if (session.m_stage == Session::Stage::Live && session.isOpen())
            catchUp(session.shared_from_this());
    });
}

void Hub::goOn(SessionPtr session)
{
    if (session->m_stage == Session::Stage::CatchingUp)
        catchUp(std::move(session));
}

} // namespace cargo::ws
