#pragma once

#include "server/core/runtime.h"

#include <optional>

namespace cargo::agreements {

// An agreement as it stands, and what somebody signed of it.
struct Standing
{
    QByteArray audience;
    qint64 version = 0;          // the current one
    qint64 signedUpTo = 0;       // the latest that he signed; 0: none
    Timestamp publishedAt;       // of the current one
    bool wasThereBefore = false; // he had his account when the current one was published
};

struct Signature
{
    UserId user;
    QByteArray slug;
    qint64 version = 0;
    Timestamp at;
    SessionId session;
    QByteArray device;
};

// SQL of signatures. They are never rewritten.
class AgreementStore
{
public:
    explicit AgreementStore(Runtime &runtime) : m_db(runtime.db) {}

    // Nothing: there is no such agreement, or none was published. The row of the page is shared until the transaction ends, so
    // that no other version comes between a look and what follows from it.
    QCoro::Task<Result<std::optional<Standing>>> standing(db::Transaction tx, QByteArray slug, UserId user);
    // False when it was signed before.
    QCoro::Task<Result<bool>> insert(db::Transaction tx, Signature signature);
    // {"slug", "version", "signed_at"}
    QCoro::Task<Result<QByteArray>> json(db::Transaction tx, QByteArray slug, qint64 version, UserId user);
    // All that concern this audience, with what he signed, as a JSON array in one language. `graceMs` is how long the version
    // before counts.
    struct Reader
    {
        UserId user;
        QByteArray audience;
        bool english = false;
        Timestamp now;
        qint64 graceMs = 0;
    };
    QCoro::Task<Result<QByteArray>> list(CallContextPtr context, Reader reader);

private:
    db::Database &m_db;
};

} // namespace cargo::agreements
