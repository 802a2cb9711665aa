#include "server/payments/provider_op_job.h"

#include "server/core/log.h"
#include "server/jobs/idempotency.h"
#include "shared/api/json_reader.h"

#include <QCoroTimer>
#include <QRandomGenerator>

namespace cargo::payments {

namespace {

constexpr char kSweepTimer[] = "payments.sweep";
constexpr qint64 kSweepEveryMs = kMinuteMs;
constexpr char kLostTimer[] = "payments.lost";
constexpr qint64 kLostEveryMs = 15 * kSecondMs;
constexpr qint64 kQuietForMs = 2 * kMinuteMs;
constexpr qint64 kPendingPaymentsForMs = kDayMs;
constexpr qint64 kCallMs = 50 * kSecondMs; // one call with its record, below the claim of the event that brought it
constexpr qint64 kLostAfterMs = kCallMs + 5 * kSecondMs;
constexpr std::chrono::milliseconds kRecordPauseFirst{100};
constexpr std::chrono::milliseconds kRecordPauseMax{5000};
// The one subject of the sweeps' timers.
const Uuid kSweepSubject = *Uuid::fromText(QByteArrayView("00000000-0000-7000-8000-00000000005e"));

// Once soon, because most failures are short; then 1, 2, 5, 15, 60 minutes, with a fifth of jitter, or what the provider asks
// for.
qint64 backoffMs(int attempt, qint64 retryAfterMs)
{
    if (retryAfterMs > 0)
        return qMin(retryAfterMs, kHourMs);
    static constexpr qint64 kSteps[] = {5, 60, 2 * 60, 5 * 60, 15 * 60, 60 * 60};
    const qint64 base = kSteps[qBound(0, attempt - 1, 5)] * kSecondMs;
    return base * (80 + qint64(QRandomGenerator::global()->bounded(41))) / 100;
}

ProviderCall callOf(const ProviderOp &op)
{
    ProviderCall call;
    call.kind = op.kind;
    call.idempotencyKey = op.idempotencyKey;
    const bool transfer = op.kind == OpKind::Refund || op.kind == OpKind::Payout;
    call.reference = transfer ? op.id.toText() : op.payment->toText();
    call.objectRef = op.paymentRef;
    call.amount = op.amount;
    call.returnUrl = op.returnUrl;
    if (op.kind == OpKind::Authorize)
        call.description = QStringLiteral("CarGo");
    return call;
}

// Whether the object stands where the operation wanted it, or where it can never come from.
bool isDecided(OpKind kind, ObjectState state)
{
    if (kind == OpKind::Capture || kind == OpKind::Cancel)
        return state == ObjectState::Captured || state == ObjectState::Canceled;
    return true;
}

} // namespace

void ProviderOpJob::registerOn(jobs::Registry &registry)
{
    registry.onEvent("provider_op", "payments.call",
                     [this](CallContextPtr context, jobs::StoredEvent event) { return onEvent(context, event); });
    registry.onTimer(kOpRetryTimer,
                     [this](CallContextPtr context, Uuid op, Timestamp) { return run(context, ProviderOpId{op}); });
    registry.onTimer(kSweepTimer, [this](CallContextPtr context, Uuid, Timestamp) { return sweep(context, kQuietForMs); });
    registry.onTimer(kLostTimer, [this](CallContextPtr context, Uuid, Timestamp) { return findLost(context); });
}

QCoro::Task<Outcome> ProviderOpJob::onEvent(CallContextPtr context, jobs::StoredEvent event)
{
    const auto json = api::parseObject(event.event.payload);
    if (!json.ok())
        co_return json.error();
    const auto op = ProviderOpId::fromText(json->value(QLatin1String("op_id")).toString());
    if (!op)
        co_return ok();
    co_return co_await run(context, *op);
}

QCoro::Task<Outcome> ProviderOpJob::run(CallContextPtr context, ProviderOpId id)
{
    if (context->cancelled())
        co_return ErrorCode::Cancelled;
    // From here on money may move. Whoever asked may hang up: the call and what it brought are not undone by that.
    const auto own = std::make_shared<CallContext>(now(), now().plusMs(kCallMs));
    own->requestId = context->requestId;
    own->traceparent = context->traceparent;
    const auto claimed = co_await m_store.claimOp(own, id, now());
    if (!claimed.ok())
        co_return claimed.error();
    if (!claimed->has_value())
        co_return ok();
    const ProviderOp op = **claimed;
    const ProviderAnswer answer = co_await call(own, op);
    co_return co_await recordPatiently(own, op, answer);
}

// Without its record an answer is known again only after a look-up, minutes later: a database that is away for a moment is
// waited for.
QCoro::Task<Outcome> ProviderOpJob::recordPatiently(CallContextPtr context, ProviderOp op, ProviderAnswer answer)
{
    for (auto pause = kRecordPauseFirst;; pause = qMin(2 * pause, kRecordPauseMax)) {
        const Outcome recorded = co_await record(context, op, answer);
        const bool late = std::chrono::steady_clock::now() + pause > context->steadyDeadline();
        if (recorded.ok() || recorded.code() != ErrorCode::Unavailable || late)
            co_return recorded;
        co_await QCoro::sleepFor(pause);
    }
}

QCoro::Task<ProviderAnswer> ProviderOpJob::call(CallContextPtr context, ProviderOp op)
{
    using Kind = ProviderAnswer::Kind;
    const bool again = op.attempt > 1;
    const qint64 keyLife = m_provider.capabilities().idempotencyTtlMs;
    ProviderAnswer answer;
    if (again && now() > op.createdAt.plusMs(keyLife)) {
        answer = co_await look(context, op);
        if (answer.kind == Kind::NotFound) {
            // The provider never heard of it and has forgotten the key: a person decides whether to send it anew.
            answer.kind = Kind::Rejected;
            answer.error = "key expired and no such object";
        }
        co_return answer;
    }
    answer = co_await m_provider.perform(context, callOf(op));
    // "Already captured", "wrong status": an earlier try whose answer was lost may have done it.
    if (answer.kind == Kind::Rejected && (again || op.kind == OpKind::Capture || op.kind == OpKind::Cancel)) {
        const ProviderAnswer seen = co_await look(context, op);
        if (seen.kind == Kind::Done && isDecided(op.kind, seen.object.state))
            co_return seen;
    }
    co_return answer;
}

QCoro::Task<ProviderAnswer> ProviderOpJob::look(CallContextPtr context, ProviderOp op)
{
    ProviderCall call = callOf(op);
    if (op.kind == OpKind::Refund || op.kind == OpKind::Payout)
        call.objectRef = op.providerRef;
    return m_provider.lookup(std::move(context), std::move(call));
}

QCoro::Task<Outcome> ProviderOpJob::record(CallContextPtr context, ProviderOp op, ProviderAnswer answer)
{
    using Kind = ProviderAnswer::Kind;
    const auto tx = co_await m_runtime.db.begin(context);
    if (!tx.ok())
        co_return tx.error();
    if (answer.kind == Kind::Busy || answer.kind == Kind::Unknown || answer.kind == Kind::Stopped) {
        CARGO_CO_TRY(co_await postpone(*tx, op, answer));
        co_return co_await tx->commit();
    }
    const auto news = co_await m_escrow.takeAnswer(*tx, op.id, answer);
    if (!news.ok())
        co_return news.error();
    if (m_listener && news->any())
        CARGO_CO_TRY(co_await m_listener->moneyChanged(*tx, *news));
    co_return co_await tx->commit();
}

QCoro::Task<Outcome> ProviderOpJob::postpone(db::Transaction tx, ProviderOp op, ProviderAnswer answer)
{
    const auto locked = co_await m_store.lockOp(tx, op.id);
    if (!locked.ok())
        co_return locked.error();
    // A webhook may have told the outcome while we waited for the answer.
    if (!locked->has_value() || (*locked)->state != OpState::Sent)
        co_return ok();
    ProviderOp current = **locked;
    current.state = answer.kind == ProviderAnswer::Kind::Unknown ? OpState::Unknown : OpState::New;
    const bool stopped = answer.kind == ProviderAnswer::Kind::Stopped;
    current.nextTryAt = now().plusMs(stopped ? kHourMs : backoffMs(current.attempt, answer.retryAfterMs));
    CARGO_CO_TRY(co_await m_store.saveOp(tx, current, answer.http, answer.error, now()));
    if (stopped)
        CARGO_CO_TRY(
            co_await m_store.addFinanceTask(tx, current.deal, current.id, "provider_refuses_access", answer.error, now()));
    co_return co_await jobs::setTimer(tx, kOpRetryTimer, current.id.uuid, current.nextTryAt);
}

QCoro::Task<Outcome> ProviderOpJob::sweep(CallContextPtr context, qint64 quietForMs)
{
    const Timestamp at = now();
    const auto ops = co_await m_store.staleOps(context, at.plusMs(-quietForMs));
    if (!ops.ok())
        co_return ops.error();
    for (const ProviderOp &op : *ops) {
        Outcome outcome;
        if (op.state == OpState::New && op.nextTryAt <= at)
            outcome = co_await run(context, op.id);
        else if (op.state != OpState::New)
            outcome = co_await reconcile(context, op);
        passOver(op, outcome);
    }
    const auto payments = co_await m_store.pendingPayments(context, at.plusMs(-kPendingPaymentsForMs), at.plusMs(-quietForMs));
    if (!payments.ok())
        co_return payments.error();
    for (const Payment &payment : *payments) {
        if (const Outcome outcome = co_await lookAtPayment(context, payment); !outcome.ok())
            log::warning("payments.not_looked_at", {{"payment", payment.id.toText()}, {"detail", outcome.error().detail}});
    }
    co_return co_await arm(context, kSweepTimer, kSweepEveryMs);
}

// Marked as sent, and the mark's own commit was not seen, or what came of the call could not be written down in its time: a
// database that was away. Nobody works on these any more, and the event that brought them is gone.
QCoro::Task<Outcome> ProviderOpJob::findLost(CallContextPtr context)
{
    const auto ops = co_await m_store.lostOps(context, now().plusMs(-kLostAfterMs));
    CARGO_CO_TRY(ops);
    for (const ProviderOp &op : *ops) {
        const Outcome outcome = co_await reconcile(context, op);
        passOver(op, outcome);
    }
    co_return co_await arm(context, kLostTimer, kLostEveryMs);
}

// One that cannot be looked up does not keep the others waiting.
void ProviderOpJob::passOver(const ProviderOp &op, const Outcome &outcome)
{
    if (!outcome.ok())
        log::warning("payments.op_not_looked_up", {{"op", op.id.toText()}, {"detail", outcome.error().detail}});
}

QCoro::Task<Outcome> ProviderOpJob::retryFailed(CallContextPtr context, DealId deal)
{
    const auto tx = co_await m_runtime.db.begin(context);
    if (!tx.ok())
        co_return tx.error();
    CARGO_CO_TRY(co_await retryFailedIn(*tx, deal));
    CARGO_CO_TRY(co_await jobs::remember(*tx, 200, "{}"));
    co_return co_await tx->commit();
}

QCoro::Task<Outcome> ProviderOpJob::retryFailedIn(db::Transaction tx, DealId deal)
{
    const auto news = co_await m_escrow.retryFailed(tx, deal);
    CARGO_CO_TRY(news);
    if (!m_listener)
        co_return ok();
    co_return co_await m_listener->moneyChanged(tx, *news);
}

QCoro::Task<Outcome> ProviderOpJob::start(CallContextPtr context, bool alone)
{
    // What a killed process had sent was cut off: looked up now, not after two minutes.
    Outcome outcome;
    if (alone)
        outcome = co_await sweep(context, 0);
    if (!alone || !outcome.ok())
        CARGO_CO_TRY(co_await arm(context, kSweepTimer, kSweepEveryMs));
    co_return co_await arm(context, kLostTimer, kLostEveryMs);
}

QCoro::Task<Outcome> ProviderOpJob::arm(CallContextPtr context, QByteArray timer, qint64 inMs)
{
    const auto tx = co_await m_runtime.db.begin(context);
    if (!tx.ok())
        co_return tx.error();
    CARGO_CO_TRY(co_await jobs::setTimer(*tx, timer, kSweepSubject, now().plusMs(inMs)));
    co_return co_await tx->commit();
}

QCoro::Task<Outcome> ProviderOpJob::reconcile(CallContextPtr context, ProviderOp op)
{
    using Kind = ProviderAnswer::Kind;
    const ProviderAnswer seen = co_await look(context, op);
    if (seen.kind == Kind::Done && isDecided(op.kind, seen.object.state))
        co_return co_await record(context, op, seen);
    const bool notDone = seen.kind == Kind::NotFound || seen.kind == Kind::Done;
    if (!notDone || op.accepted || op.state != OpState::Sent)
        co_return ok();
    // Sent, but the provider knows nothing of it: the process ended between the mark and the call. The same key again.
    ProviderAnswer lost;
    lost.kind = Kind::Unknown;
    lost.error = "not found at the provider";
    lost.retryAfterMs = kSecondMs;
    co_return co_await record(context, op, lost);
}

QCoro::Task<Outcome> ProviderOpJob::lookAtPayment(CallContextPtr context, Payment payment)
{
    ProviderCall call;
    call.kind = OpKind::Authorize;
    call.reference = payment.id.toText();
    call.objectRef = payment.providerRef;
    const ProviderAnswer seen = co_await m_provider.lookup(context, call);
    if (seen.kind != ProviderAnswer::Kind::Done || seen.object.state == ObjectState::Pending)
        co_return ok();
    const auto tx = co_await m_runtime.db.begin(context);
    if (!tx.ok())
        co_return tx.error();
    const auto news = co_await m_escrow.takePayment(*tx, payment.id, seen.object);
    if (!news.ok())
        co_return news.error();
    if (m_listener && news->any())
        CARGO_CO_TRY(co_await m_listener->moneyChanged(*tx, *news));
    co_return co_await tx->commit();
}

} // namespace cargo::payments
