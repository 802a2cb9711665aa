#pragma once

#include "server/core/runtime.h"

#include <QCoroTask>

namespace cargo::users {

// All that staff look at before they decide about somebody, as one JSON object: what he did, what was said of him, what was
// decided, and accounts that share something with his. Reads across features, and nothing else.
class UserOverview
{
public:
    explicit UserOverview(db::Database &db) : m_db(db) {}

    QCoro::Task<Result<QByteArray>> of(CallContextPtr context, UserId user, Timestamp now);

private:
    db::Database &m_db;
};

} // namespace cargo::users
