#pragma once

#include "server/core/answer.h"
#include "server/reports/report_store.h"
#include "shared/api/report_dto.h"

namespace cargo::reports {

// What people say of a listing, of somebody, or of a message, and what a moderator made of it. Of one person and thing one
// report is open: saying it again replaces what was said. Features that know whether the thing may be seen file through
// file(); deciding is here alone, and changes nothing but the reports: hiding and banning are steps of their own.
class ReportService
{
public:
    explicit ReportService(Runtime &runtime) : m_runtime(runtime), m_store(runtime) {}

    // In the transaction of whoever has looked whether the reporter may see it. Needs nothing but the transaction, so that
    // every feature can file.
    static QCoro::Task<Outcome> file(db::Transaction tx, NewReport report);

    // A message of a conversation of the caller's. Errors: NotFound, StateConflict (his own; "not_a_contact" may be said of
    // one's own too, but only of what is masked).
    QCoro::Task<Outcome> reportMessage(CallContextPtr context, Uuid message, api::MessageReportDto body);
    // The open ones, oldest first. `kind`: empty for all; UnknownValue.
    QCoro::Task<Result<ReportStore::Page>> queue(CallContextPtr context, QString kind, std::optional<Uuid> after, int limit);
    // Closes every open report of the same thing, and tells who reported. A filter that was wrong is an event, and chat shows
    // the words. Errors: NotFound, StateConflict (closed already), UnknownValue (no decision for this kind).
    QCoro::Task<Result<Answer>> decide(CallContextPtr context, Uuid id, api::ReportDecisionDto decision);

private:
    Runtime &m_runtime;
    ReportStore m_store;
};

} // namespace cargo::reports
