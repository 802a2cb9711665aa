#include "server/reports/report_service.h"

#include "server/audit/audit.h"
#include "server/desk/desk.h"
#include "server/desk/queues.h"
#include "server/jobs/idempotency.h"
#include "server/jobs/outbox.h"
#include "shared/api/json_writer.h"

namespace cargo::reports {

namespace {
const QByteArray kFilter = QByteArrayLiteral("filter");
constexpr QLatin1String kNotAContact("not_a_contact");
constexpr QLatin1String kFilterWrong("filter_wrong");

// Of the filter it is said whether it was right, of people what became of them.
bool fits(const QByteArray &kind, const QString &decision) { return (kind == kFilter) == decision.startsWith(u"filter_"); }

QByteArray queueOf(const QByteArray &kind) { return kind + "_reports"; }
} // namespace

QCoro::Task<Outcome> ReportService::file(db::Transaction tx, NewReport report)
{
    CARGO_CO_TRY(co_await ReportStore::insert(tx, report));
    const auto case_ = co_await ReportStore::caseOf(tx, report.kind, report.subject);
    CARGO_CO_TRY(case_);
    desk::NewItem waiting{queueOf(report.kind), case_->id, report.at, report.dueAt, report.about, case_->title, report.reason};
    waiting.priority = case_->reports;
    co_return co_await desk::open(tx, waiting);
}

QCoro::Task<Outcome> ReportService::reportMessage(CallContextPtr context, Uuid message, api::MessageReportDto body)
{
    const UserId me = context->principal->user;
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    const auto found = co_await m_store.message(*tx, message, me);
    CARGO_CO_TRY(found);
    if (!found->has_value())
        co_return ErrorCode::NotFound;
    const bool ofFilter = body.reason == kNotAContact;
    if (!ofFilter && (*found)->sender == me)
        co_return Error{ErrorCode::StateConflict, {}, QStringLiteral("own message")};
    if (ofFilter && !(*found)->masked)
        co_return Error{ErrorCode::StateConflict, {}, QStringLiteral("nothing is hidden")};
    const Timestamp now = m_runtime.clock.now();
    const QByteArray kind = ofFilter ? kFilter : QByteArrayLiteral("message");
    const Timestamp due = desk::dueAt(m_runtime.settings, queueOf(kind), now);
    NewReport report{kind, message, (*found)->sender, me, body.reason, body.text, now, due};
    CARGO_CO_TRY(co_await file(*tx, report));
    CARGO_CO_TRY(co_await jobs::remember(*tx, 204, ""));
    co_return co_await tx->commit();
}

QCoro::Task<Result<ReportStore::Page>> ReportService::queue(CallContextPtr context, QString kind, std::optional<Uuid> after,
                                                            int limit)
{
    if (!kind.isEmpty() && kind != u"listing" && kind != u"user" && kind != u"message" && kind != u"filter")
        co_return Error{ErrorCode::UnknownValue, QStringLiteral("kind"), {}};
    co_return co_await m_store.open(context, kind.toLatin1(), after, limit);
}

QCoro::Task<Result<Answer>> ReportService::decide(CallContextPtr context, Uuid id, api::ReportDecisionDto decision)
{
    const UserId me = context->principal->user;
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    const auto found = co_await m_store.lock(*tx, id);
    CARGO_CO_TRY(found);
    if (!found->has_value())
        co_return ErrorCode::NotFound;
    if ((*found)->closed)
        co_return Error{ErrorCode::StateConflict, {}, QStringLiteral("closed")};
    const Timestamp now = m_runtime.clock.now();
    const OpenReport report = (*found)->report;
    if (!fits(report.kind, decision.decision))
        co_return Error{ErrorCode::UnknownValue, QStringLiteral("decision"), {}};
    const auto closed = co_await m_store.close(*tx, report, decision.decision, decision.text, me, now);
    CARGO_CO_TRY(closed);
    const QByteArray queue = queueOf(report.kind);
    for (const OpenReport &one : *closed) // one of them stands in the queue for all
        CARGO_CO_TRY(co_await desk::settle(*tx, queue, one.id, me, now));
    api::JsonWriter details;
    details.beginObject().field("kind", report.kind).field("decision", decision.decision);
    details.field("reports", qint64(closed->size())).endObject();
    audit::AuditEvent event{report.subject, "reports.decided", me, details.take()};
    CARGO_CO_TRY(co_await audit::append(*tx, event));
    if (decision.decision == kFilterWrong) {
        api::JsonWriter payload;
        payload.beginObject().field("message_id", report.subject).field("sender_id", (*found)->about).endObject();
        jobs::OutboxEvent wrong{"filter.wrong", report.subject.toText(), payload.take()};
        CARGO_CO_TRY(co_await jobs::append(*tx, wrong));
    }
    for (const OpenReport &one : *closed) {
        api::JsonWriter data;
        data.beginObject().field("report_kind", one.kind).field("decision", decision.decision).endObject();
        const QByteArray key = "report:" + one.id.toText();
        CARGO_CO_TRY(co_await jobs::notifyUser(*tx, one.reporter, "account_report_closed", data.take(), key));
    }
    api::JsonWriter out;
    out.beginObject().field("id", id).field("closed", qint64(closed->size())).field("decision", decision.decision).endObject();
    Answer answer{200, out.take()};
    CARGO_CO_TRY(co_await jobs::remember(*tx, answer.status, answer.body));
    CARGO_CO_TRY(co_await tx->commit());
    co_return answer;
}

} // namespace cargo::reports
