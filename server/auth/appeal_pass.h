#pragma once

#include "shared/domain/clock.h"
#include "shared/domain/ids.h"
#include "shared/domain/result.h"

#include <QByteArray>

namespace cargo::auth {

// Says that its bearer showed the password of a banned account, and which decision he may appeal against. It is no access
// token and none is a pass: each has a key of its own.
struct AppealPass
{
    static constexpr qint64 kLifetimeMs = 15 * kMinuteMs;

    UserId user;
    Uuid decision;
    Timestamp endsAt;

    QByteArray signedWith(const QByteArray &key) const;
    // Errors: Unauthorized (forged or malformed), TokenExpired.
    static Result<AppealPass> read(const QByteArray &text, const QByteArray &key, Timestamp now);
};

} // namespace cargo::auth
