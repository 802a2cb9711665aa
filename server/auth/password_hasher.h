#pragma once

#include "server/core/cpu_pool.h"
#include "shared/domain/result.h"

#include <QByteArray>
#include <QCoroTask>
#include <QString>

#include <atomic>

namespace cargo::auth {

// Argon2id (libsodium, interactive limits: 64 MiB and about a tenth of a second each) on the processor pool, never on an
// event loop. What waits is bounded: a flood of logins is answered with Unavailable instead of growing the server.
// One for the process; thread-safe.
class PasswordHasher
{
public:
    explicit PasswordHasher(CpuPool &pool, int waitingMax = 64);

    QCoro::Task<Result<QByteArray>> hash(QString password);
    // True when the password belongs to `hash`. An empty hash (nobody has that e-mail) takes the same time and is false.
    QCoro::Task<Result<bool>> verify(QByteArray hash, QString password);

private:
    CpuPool &m_pool;
    const int m_waitingMax;
    std::atomic_int m_waiting{0};
    QByteArray m_dummyHash;
};

} // namespace cargo::auth
