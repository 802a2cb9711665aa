#include "server/auth/session_authenticator.h"

#include <algorithm>
#include <mutex>

namespace cargo::auth {

SessionAuthenticator::SessionAuthenticator(AuthTokens tokens, Bus &bus) : m_tokens(std::move(tokens)), m_bus(bus)
{
    m_subscription = m_bus.subscribe(kSessionEndedTopic, [this](const QByteArray &payload) {
        if (const auto event = SessionEnded::fromJson(payload))
            remember(*event);
    });
}

SessionAuthenticator::~SessionAuthenticator() { m_bus.unsubscribe(m_subscription); }

Result<Principal> SessionAuthenticator::authenticate(QByteArrayView accessToken, Timestamp now) const
{
    auto content = m_known.find(accessToken);
    if (!content) {
        const auto read = m_tokens.read(accessToken);
        if (!read)
            return read.error();
        content = *read;
        m_known.add(accessToken, *read);
    }
    auto principal = content->at(now);
    if (!principal)
        return principal;
    std::shared_lock lock(m_mutex);
    const auto end = m_sessions.find(principal->session.uuid);
    if (end != m_sessions.end())
        return Error{end->second.banned ? ErrorCode::Banned : ErrorCode::Unauthorized, {}, QStringLiteral("session ended")};
    return principal;
}

void SessionAuthenticator::remember(const SessionEnded &event)
{
    std::unique_lock lock(m_mutex);
    m_sessions.insert_or_assign(event.session.uuid, End{event.endedAt, event.reason == "banned"});
    if (m_sessions.size() < m_pruneAt)
        return;
    // Older than any token that can still be valid; a minute for clocks of other servers.
    const Timestamp oldest = event.endedAt.plusMs(-m_tokens.lifetimeMs() - kMinuteMs);
    std::erase_if(m_sessions, [&](const auto &entry) { return entry.second.at < oldest; });
    m_pruneAt = std::max<size_t>(1024, 2 * m_sessions.size());
}

size_t SessionAuthenticator::remembered() const
{
    std::shared_lock lock(m_mutex);
    return m_sessions.size();
}

} // namespace cargo::auth
