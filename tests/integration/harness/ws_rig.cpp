#include "harness/ws_rig.h"

#include <fcntl.h>
#include <sys/socket.h>

namespace cargo::test {

UserId newUser() { return UserId::make(Timestamp{1'790'000'000'000}); }

Result<Principal> TokenTable::authenticate(QByteArrayView token, Timestamp) const
{
    const QList<QByteArray> parts = token.toByteArray().split(':');
    const auto user = parts.size() >= 2 ? UserId::fromText(QByteArrayView(parts[1])) : std::nullopt;
    if (!user)
        return ErrorCode::Unauthorized;
    Principal principal;
    principal.user = *user;
    if (parts.size() == 3)
        principal.session = SessionId::fromText(QByteArrayView(parts[2])).value_or(SessionId{});
    return principal;
}

QCoro::Task<Result<ws::EventLog::Page>> MemoryLog::after(CallContextPtr, UserId user, qint64 seq, int limit)
{
    ++reads;
    if (slow)
        co_await QCoro::sleepFor(std::chrono::milliseconds(0));
    if (failing)
        co_return ErrorCode::Unavailable;
    Page page;
    const auto &[current, events] = m_events[user.uuid];
    page.currentSeq = current;
    for (const Event &event : events) {
        if (event.seq > seq && int(page.events.size()) < limit)
            page.events.push_back(event);
    }
    co_return page;
}

QCoro::Task<Result<ws::EventLog::Numbers>> MemoryLog::current(CallContextPtr, std::vector<UserId> users)
{
    if (failing)
        co_return ErrorCode::Unavailable;
    Numbers numbers;
    for (const UserId &user : users)
        numbers.emplace_back(user, m_events[user.uuid].first);
    co_return numbers;
}

QByteArray MemoryLog::append(UserId user, const QByteArray &fields)
{
    auto &[current, events] = m_events[user.uuid];
    const QByteArray number = QByteArray::number(++current);
    const QByteArray frame = "{\"seq\":" + number + ',' + fields + '}';
    events.push_back({current, frame});
    return "{\"user\":\"" + user.toText() + "\",\"seq\":" + number + ",\"frame\":" + frame + '}';
}

void MemoryLog::forgetUpTo(UserId user, qint64 seq)
{
    std::erase_if(m_events[user.uuid].second, [&](const Event &event) { return event.seq <= seq; });
}

limits::Ws WsRig::quick()
{
    limits::Ws limits;
    limits.authMs = 150;
    limits.pingMs = 100;
    limits.closeMs = 300;
    limits.sweepMs = 10;
    limits.framesPerSecond = 0;
    return limits;
}

WsRig::WsRig(limits::Ws limits, ws::HandshakePolicy policy)
    : directory(bus, limits), hub(directory, log, tokens, clock, std::move(policy))
{
}

http::RequestPtr WsRig::request(const QByteArray &head)
{
    auto request = std::make_shared<http::Request>();
    const QList<QByteArray> lines = head.trimmed().split('\n');
    const QList<QByteArray> first = lines[0].trimmed().split(' ');
    request->method = first[0] == "GET" ? http::Method::Get : http::Method::Post;
    request->path = first[1];
    for (const QByteArray &line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        request->headers.emplace_back(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
    }
    request->context = std::make_shared<CallContext>(Timestamp{1'790'000'000'000}, Timestamp{1'790'000'030'000});
    return request;
}

std::unique_ptr<WsPeer> WsRig::open(const QByteArray &head)
{
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return nullptr;
    ::fcntl(ends[0], F_SETFL, O_NONBLOCK);
    auto peer = std::make_unique<WsPeer>(ends[1]);
    hub.adopt(ends[0], request(head));
    return peer;
}

std::unique_ptr<WsPeer> WsRig::signedIn(UserId user, qint64 lastSeq)
{
    auto peer = open();
    peer->auth(TokenTable::tokenOf(user), lastSeq);
    return peer;
}

} // namespace cargo::test
