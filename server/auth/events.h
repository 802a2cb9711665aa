#pragma once

#include "shared/domain/clock.h"
#include "shared/domain/ids.h"

#include <QByteArray>

#include <optional>

namespace cargo::auth {

inline constexpr char kSessionEndedTopic[] = "session.ended";

// Published on the Bus after the commit that ended a session: tokens of it are refused at once and its WebSockets are
// closed.
struct SessionEnded
{
    UserId user;
    SessionId session;
    QByteArray reason; // logout, ended, token_reused, password_reset, banned, deleted
    Timestamp endedAt;

    QByteArray toJson() const;
    static std::optional<SessionEnded> fromJson(const QByteArray &json);
};

} // namespace cargo::auth
