#include "server/db/core.h"

#include "server/db/connection.h"

namespace cargo::db {

PendingQuery::PendingQuery(Lane *lane, Connection *pinned, CallContextPtr context, const Query &query, Params params,
                           std::optional<GroupKey> group)
    : m_lane(lane), m_pinned(pinned), m_context(std::move(context)), m_query(&query), m_params(std::move(params)), m_group(group)
{
}

PendingQuery::~PendingQuery()
{
    if (m_watching && m_context)
        m_context->removeOnCancel(m_cancelNumber);
    if (m_stage == Stage::Queued || m_stage == Stage::Sent || m_stage == Stage::Ready)
        m_lane->forget(this);
}

bool PendingQuery::refuse(ErrorCode code, const char *why)
{
    m_result = Error{code, {}, QString::fromLatin1(why)};
    return false;
}

bool PendingQuery::await_ready()
{
    if (!m_lane)
        return !refuse(ErrorCode::Unavailable, "transaction is over");
    if (m_context) {
        if (m_context->cancelled())
            return !refuse(ErrorCode::Cancelled, "nobody waits for it");
        using namespace std::chrono;
        m_deadlineMs = duration_cast<milliseconds>(m_context->steadyDeadline().time_since_epoch()).count();
        if (steadyMs() >= m_deadlineMs)
            return !refuse(ErrorCode::Timeout, "deadline has passed");
    }
    return !m_lane->accepts(this);
}

void PendingQuery::await_suspend(std::coroutine_handle<> awaiting)
{
    m_awaiting = awaiting;
    if (m_context) {
        m_watching = true;
        m_cancelNumber = m_context->onCancel([this] { m_lane->stop(this, ErrorCode::Cancelled); });
    }
    m_lane->submit(this);
}

Result<Rows> PendingQuery::await_resume()
{
    if (std::exchange(m_watching, false))
        m_context->removeOnCancel(m_cancelNumber);
    return std::move(m_result);
}

} // namespace cargo::db
