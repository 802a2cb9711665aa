#pragma once

#include "server/core/runtime.h"

#include <QCoroTask>

namespace cargo::admin {

// What the console's search box finds: by id, number, name, e-mail, phone, VIN. Only what the permissions of who asks reach.
class FindStore
{
public:
    explicit FindStore(Runtime &runtime) : m_db(runtime.db) {}

    // A JSON array of {kind, id, title, detail}, exact hits first, at most 20.
    QCoro::Task<Result<QByteArray>> find(CallContextPtr context, QString text);

private:
    db::Database &m_db;
};

} // namespace cargo::admin
