#include "server/ws/presence_watch.h"

#include "shared/api/json_writer.h"

#include <algorithm>

namespace cargo::ws {

void PresenceWatch::watch(Session &session, UserId partner, const Uuid &conversation, qint64 nowMs)
{
    auto &watches = session.busy().watches;
    auto watch = std::find_if(watches.begin(), watches.end(), [&](const auto &w) { return w.conversation == conversation; });
    if (watch == watches.end()) {
        if (qsizetype(watches.size()) >= m_limits.watchesPerSession)
            forgetOldest(session);
        watches.push_back({partner, conversation, false});
        watch = watches.end() - 1;
        Followed &followed = m_followed[partner.uuid];
        const bool first = followed.by.empty();
        if (std::find(followed.by.begin(), followed.by.end(), &session) == followed.by.end())
            followed.by.push_back(&session);
        if (first) {
            followed.heardAtMs = followed.askedAtMs = nowMs;
            m_directory.watch(partner, m_hub);
        }
    }
    watch->online = m_directory.isOnline(partner) || m_followed[partner.uuid].online;
    session.send(frameOf(*watch));
}

void PresenceWatch::forgetOldest(Session &session)
{
    auto &watches = session.busy().watches;
    const UserId oldest = watches.front().partner;
    watches.erase(watches.begin());
    if (std::none_of(watches.begin(), watches.end(), [&](const auto &watch) { return watch.partner == oldest; }))
        leave(session, oldest);
}

void PresenceWatch::forget(Session &session)
{
    if (!session.m_busy)
        return;
    for (const Session::Watch &watch : session.m_busy->watches)
        leave(session, watch.partner);
}

void PresenceWatch::leave(Session &session, UserId partner)
{
    const auto found = m_followed.find(partner.uuid);
    if (found == m_followed.end())
        return;
    std::erase(found->second.by, &session);
    if (!found->second.by.empty())
        return;
    m_followed.erase(found);
    m_directory.unwatch(partner, m_hub);
}

void PresenceWatch::tell(const Uuid &partner, bool online, qint64 nowMs)
{
    const auto found = m_followed.find(partner);
    if (found == m_followed.end())
        return;
    found->second.online = online;
    found->second.heardAtMs = nowMs;
    for (Session *session : found->second.by) {
        for (Session::Watch &watch : session->busy().watches) {
            if (watch.partner.uuid == partner && std::exchange(watch.online, online) != online)
                session->send(frameOf(watch));
        }
    }
}

void PresenceWatch::sweep(qint64 nowMs)
{
    for (auto &[partner, followed] : m_followed) {
        if (!followed.online || m_directory.isOnline(UserId{partner}))
            continue;
        if (nowMs - followed.heardAtMs >= m_limits.presenceLostMs) {
            tell(partner, false, nowMs);
        } else if (nowMs - std::max(followed.heardAtMs, followed.askedAtMs) >= m_limits.presenceAskMs) {
            followed.askedAtMs = nowMs;
            m_directory.ask(UserId{partner});
        }
    }
}

void PresenceWatch::askAll()
{
    for (auto &[partner, followed] : m_followed)
        m_directory.ask(UserId{partner});
}

QByteArray PresenceWatch::frameOf(const Session::Watch &watch)
{
    api::JsonWriter out(192);
    out.beginObject().field("type", "presence").field("conversation_id", watch.conversation);
    out.field("user_id", watch.partner).field("online", watch.online).endObject();
    return out.take();
}

} // namespace cargo::ws
