#pragma once

#include "server/db/json_page.h"
#include "server/core/answer.h"
#include "server/core/runtime.h"

namespace cargo::payments {

// The inbox of webhooks as admins see it. What was received stays as it is; a replay only makes the jobs look again, and they
// ask the provider, so it can be done any number of times.
class WebhookDesk
{
public:
    explicit WebhookDesk(Runtime &runtime) : m_runtime(runtime) {}

    using Page = db::JsonPage<Uuid>;
    // Newest first. `status`: open, done, failed (given up); empty: all.
    QCoro::Task<Result<Page>> list(CallContextPtr context, QString status, std::optional<Uuid> before, int limit);
    // The webhook as JSON, open again. Error: NotFound.
    QCoro::Task<Result<Answer>> replay(CallContextPtr context, Uuid id);

private:
    Runtime &m_runtime;
};

} // namespace cargo::payments
