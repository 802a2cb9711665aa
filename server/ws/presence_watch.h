#pragma once

#include "server/ws/directory.h"
#include "server/ws/session.h"

#include <unordered_map>
#include <vector>

namespace cargo::ws {

// Which sessions of one hub follow who is there, and what they were told last. Who is connected elsewhere is asked for again and
// again: a server that was killed says no goodbye.
class PresenceWatch
{
public:
    PresenceWatch(Directory &directory, int hub, const limits::Ws &limits) : m_directory(directory), m_hub(hub), m_limits(limits)
    {
    }

    void watch(Session &session, UserId partner, const Uuid &conversation, qint64 nowMs);
    // The session has ended.
    void forget(Session &session);
    // Somebody came or went.
    void tell(const Uuid &partner, bool online, qint64 nowMs);
    // Asks for those of whom nothing was heard for long, and gives up those who do not answer.
    void sweep(qint64 nowMs);
    // Whatever was told may be wrong.
    void askAll();

private:
    struct UuidHash
    {
        size_t operator()(const Uuid &uuid) const noexcept { return qHash(uuid); }
    };
    struct Followed
    {
        std::vector<Session *> by;
        bool online = false;
        qint64 heardAtMs = 0;
        qint64 askedAtMs = 0;
    };

    void forgetOldest(Session &session);
    void leave(Session &session, UserId partner);
    static QByteArray frameOf(const Session::Watch &watch);

    Directory &m_directory;
    const int m_hub;
    const limits::Ws &m_limits;
    std::unordered_map<Uuid, Followed, UuidHash> m_followed;
};

} // namespace cargo::ws
