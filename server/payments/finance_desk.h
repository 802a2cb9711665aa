#pragma once

#include "server/db/json_page.h"
#include "server/core/answer.h"
#include "server/payments/provider_op_job.h"

namespace cargo::payments {

// What finance looks at and decides: tasks that a machine must not decide, and payouts that do not arrive.
class FinanceDesk
{
public:
    FinanceDesk(Runtime &runtime, ProviderOpJob &job) : m_runtime(runtime), m_job(job) {}

    // A task with its deal, the deal's money, the operation that it is about and every operation of the deal, as JSON. NotFound.
    QCoro::Task<Result<QByteArray>> task(CallContextPtr context, Uuid id);
    struct Decision
    {
        QString word; // retry: try the failed step of the money again; done: it was settled elsewhere
        QString text;
    };
    // Errors: NotFound, StateConflict (decided; claimed by a colleague; retry: nothing has failed).
    QCoro::Task<Result<Answer>> decide(CallContextPtr context, Uuid id, Decision decision);

    using Page = db::JsonPage<Uuid>;
    // Newest first. `status`: queued, sent, paid, failed, or stuck (failed, or under way for more than an hour); empty: all.
    QCoro::Task<Result<Page>> payouts(CallContextPtr context, QString status, std::optional<Uuid> before, int limit);

private:
    Runtime &m_runtime;
    ProviderOpJob &m_job;
};

} // namespace cargo::payments
