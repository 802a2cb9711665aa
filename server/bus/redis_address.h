#pragma once

#include "shared/domain/result.h"

#include <QByteArray>

namespace cargo {

// Where a Redis (or Valkey) listens and how one signs in: redis://[user][:password]@host[:port][/database] or
// unix:///path/to/socket[?db=number].
struct RedisAddress
{
    QByteArray host; // empty: socket
    int port = 6379;
    QByteArray socket;
    QByteArray user;
    QByteArray password;
    int database = 0;

    // Error: InvalidFormat.
    static Result<RedisAddress> fromUrl(const QByteArray &url);
};

} // namespace cargo
