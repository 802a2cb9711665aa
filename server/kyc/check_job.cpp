#include "server/kyc/check_job.h"

#include "server/desk/desk.h"
#include "server/desk/queues.h"
#include "server/jobs/outbox.h"
#include "server/jobs/scheduler.h"
#include "server/kyc/check_rule.h"

#include <algorithm>

namespace cargo::kyc {

namespace {
constexpr char kTimer[] = "kyc.check";
constexpr char kTopic[] = "kyc_check";
constexpr qint64 kPauseMs = kMinuteMs;
constexpr qint64 kLookEveryMs = 30 * kMinuteMs; // should a webhook be lost
constexpr int kCallsBeforePerson = 6;

qint64 backoffMs(int attempts)
{
    static constexpr qint64 kMinutes[] = {1, 2, 5, 15, 60};
    return kMinutes[std::clamp(attempts - 1, 0, 4)] * kMinuteMs;
}

// The provider names what he refused; when he names nothing, all of it is asked for again.
void markFaults(Application &application, const ProviderView &view, const std::vector<std::pair<Uuid, QByteArray>> &sent)
{
    bool any = false;
    for (DocumentRow &document : application.documents) {
        const auto ours = std::find_if(sent.begin(), sent.end(), [&](const auto &pair) { return pair.first == document.id; });
        if (ours == sent.end())
            continue;
        const auto fault = std::find_if(view.faults.begin(), view.faults.end(),
                                        [&](const auto &pair) { return !pair.first.isEmpty() && pair.first == ours->second; });
        if (fault == view.faults.end())
            continue;
        document.fault = fault->second;
        any = true;
    }
    for (DocumentRow &document : application.documents) {
        if (!any)
            document.fault = DocumentFault::Unreadable;
    }
}
} // namespace

void CheckJob::registerJobs(jobs::Registry &registry)
{
    registry.onTimer(kTimer, [this](CallContextPtr context, Uuid id, Timestamp) { return wake(context, id); });
    registry.onEvent(kTopic, "kyc.call", [this](CallContextPtr context, jobs::StoredEvent event) {
        return step(std::move(context), Uuid::fromText(QByteArrayView(event.event.key)).value_or(Uuid()));
    });
}

QCoro::Task<Outcome> CheckJob::begin(db::Transaction tx, Application application)
{
    if (!m_provider)
        co_return co_await askPerson(tx, application.id);
    CARGO_CO_TRY(co_await m_checks.insert(tx, application.id, application.user, m_provider->name(), now()));
    const auto check = co_await m_checks.lock(tx, application.id);
    CARGO_CO_TRY(check);
    if ((*check)->needsPerson)
        CARGO_CO_TRY(co_await askPerson(tx, application.id));
    co_return co_await goOn(tx, application.id);
}

QCoro::Task<Outcome> CheckJob::askPerson(db::Transaction tx, Uuid application)
{
    const auto found = co_await m_store.lock(tx, application);
    CARGO_CO_TRY(found);
    if (!found->has_value() || (*found)->status != KycStatus::InReview)
        co_return ok();
    const Timestamp due = desk::dueAt(m_runtime.settings, "kyc", now());
    desk::NewItem waiting{"kyc", application, now(), due, (*found)->user};
    co_return co_await desk::open(tx, waiting);
}

QCoro::Task<Outcome> CheckJob::goOn(db::Transaction tx, Uuid application)
{
    jobs::OutboxEvent event{kTopic, application.toText(), "{}"};
    co_return co_await jobs::append(tx, event);
}

QCoro::Task<Outcome> CheckJob::wake(CallContextPtr context, Uuid application)
{
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    CARGO_CO_TRY(co_await goOn(*tx, application));
    co_return co_await tx->commit();
}

QCoro::Task<Outcome> CheckJob::hear(CallContextPtr context, QByteArray provider, KycProvider::Headers headers, QByteArray body)
{
    if (!m_provider || provider != m_provider->name())
        co_return ErrorCode::NotFound;
    const auto hint = m_provider->readWebhook(headers, body);
    CARGO_CO_TRY(hint);
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    const auto applications = co_await m_checks.takeHint(*tx, provider, *hint, now());
    CARGO_CO_TRY(applications);
    for (const Uuid &application : *applications)
        CARGO_CO_TRY(co_await goOn(*tx, application));
    co_return co_await tx->commit();
}

QCoro::Task<Outcome> CheckJob::step(CallContextPtr context, Uuid id)
{
    if (!m_provider)
        co_return ok();
    const auto found = co_await m_store.find(context, id);
    CARGO_CO_TRY(found);
    const auto check = co_await m_checks.find(context, id);
    CARGO_CO_TRY(check);
    if (!found->has_value() || !check->has_value())
        co_return ok();
    const Application application = **found;
    if (application.status != KycStatus::InReview && application.status != KycStatus::Approved)
        co_return ok(); // it is the user's turn, or it is over
    if (now() < m_pausedUntil)
        co_return co_await keep(context, **check, Next::Later, kPauseMs);
    if (application.status == KycStatus::Approved || (*check)->submission >= application.submissions)
        co_return (*check)->applicant.isEmpty() ? ok() : co_await look(context, **check);
    if ((*check)->applicant.isEmpty())
        co_return co_await openPerson(context, **check);
    const auto sent = co_await m_checks.sentDocuments(context, id);
    CARGO_CO_TRY(sent);
    for (const DocumentRow &document : application.documents) {
        const bool isThere = std::any_of(sent->begin(), sent->end(), [&](const auto &pair) { return pair.first == document.id; });
        if (!isThere)
            co_return co_await sendDocument(context, **check, document);
    }
    co_return co_await askForReview(context, **check, application.submissions);
}

QCoro::Task<Outcome> CheckJob::openPerson(CallContextPtr context, Check check)
{
    ProviderPerson person{check.externalId, check.email};
    const auto applicant = co_await m_provider->open(context, person);
    if (!applicant)
        co_return co_await failed(context, check, applicant.error());
    check.applicant = *applicant;
    check.attempts = 0;
    check.lastError.clear();
    co_return co_await keep(context, check, Next::AtOnce);
}

QCoro::Task<Outcome> CheckJob::sendDocument(CallContextPtr context, Check check, DocumentRow document)
{
    const vault::Vault *vault = &m_vault;
    const vault::Vault::Stored stored{document.fileSha256, document.wrappedKey, document.keyId};
    const auto work = [vault, id = document.id, stored] { return vault->read(id, stored); };
    auto reading = m_runtime.cpu.run(work);
    const Result<QByteArray> jpeg = co_await reading;
    if (!jpeg)
        co_return co_await failed(context, check, jpeg.error());
    ProviderDocument picture{document.kind, *jpeg};
    const auto sent = co_await m_provider->addDocument(context, check.applicant, picture);
    if (!sent)
        co_return co_await failed(context, check, sent.error());
    check.attempts = 0;
    check.lastError.clear();
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    CARGO_CO_TRY(co_await m_checks.documentSent(*tx, document.id, *sent, now()));
    CARGO_CO_TRY(co_await m_checks.save(*tx, check));
    CARGO_CO_TRY(co_await goOn(*tx, check.application));
    co_return co_await tx->commit();
}

QCoro::Task<Outcome> CheckJob::askForReview(CallContextPtr context, Check check, int submission)
{
    // A first try may have got through, and be worked on or even answered by now.
    bool isAsked = false;
    if (check.attempts > 0) {
        const auto seen = co_await m_provider->look(context, check.applicant);
        if (!seen)
            co_return co_await failed(context, check, seen.error());
        const bool answered = seen->stage == ProviderView::Stage::Completed && check.submission == 0;
        isAsked = answered || seen->stage == ProviderView::Stage::InReview || seen->stage == ProviderView::Stage::OnHold;
    }
    if (!isAsked) {
        const Outcome asked = co_await m_provider->askForReview(context, check.applicant);
        if (!asked)
            co_return co_await failed(context, check, asked.error());
    }
    check.submission = submission;
    check.view = ProviderView{ProviderView::Stage::InReview, ProviderView::Answer::None, {}, {}, {}};
    check.attempts = 0;
    check.lastError.clear();
    co_return co_await keep(context, check, Next::Later, kLookEveryMs);
}

QCoro::Task<Outcome> CheckJob::look(CallContextPtr context, Check check)
{
    const auto view = co_await m_provider->look(context, check.applicant);
    if (!view)
        co_return co_await failed(context, check, view.error());
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    const auto application = co_await m_store.lock(*tx, check.application);
    CARGO_CO_TRY(application);
    const auto locked = co_await m_checks.lock(*tx, check.application);
    CARGO_CO_TRY(locked);
    // Handed in again while we asked: what we heard is of the time before.
    if (!application->has_value() || !locked->has_value() || (*application)->submissions > (*locked)->submission)
        co_return ok();
    CARGO_CO_TRY(co_await follow(*tx, **locked, **application, *view));
    co_return co_await tx->commit();
}

QCoro::Task<Outcome> CheckJob::follow(db::Transaction tx, Check check, Application application, ProviderView view)
{
    const RuleStep rule = ruleStep(application.status, check.view, view);
    check.view = view;
    check.seenAt = now();
    check.attempts = 0;
    check.lastError.clear();
    check.needsPerson = check.needsPerson || rule == RuleStep::AskPerson || rule == RuleStep::Withdraw;
    if (rule == RuleStep::Approve || rule == RuleStep::AskAgain)
        check.needsPerson = false;
    CARGO_CO_TRY(co_await m_checks.save(tx, check));
    if (view.stage != ProviderView::Stage::Completed)
        CARGO_CO_TRY(co_await jobs::setTimer(tx, kTimer, check.application, now().plusMs(kLookEveryMs)));
    if (rule == RuleStep::Withdraw)
        CARGO_CO_TRY(co_await m_verdicts.withdraw(tx, application, "provider_revised"));
    if (check.needsPerson)
        co_return co_await askPerson(tx, check.application);
    if (rule != RuleStep::Approve && rule != RuleStep::AskAgain)
        co_return ok();
    CARGO_CO_TRY(co_await desk::leave(tx, "kyc", check.application, now()));
    application.decidedBy.reset();
    application.note.clear();
    application.text.clear();
    application.status = rule == RuleStep::Approve ? KycStatus::Approved : KycStatus::Retry;
    application.reasonCode = rule == RuleStep::Approve ? "provider_confirmed" : "provider_retry";
    if (rule == RuleStep::AskAgain) {
        const auto sent = co_await m_checks.sentDocuments(tx.context(), application.id);
        CARGO_CO_TRY(sent);
        markFaults(application, view, *sent);
        application.text = view.comment.toUtf8();
    }
    co_return co_await m_verdicts.give(tx, application);
}

QCoro::Task<Outcome> CheckJob::failed(CallContextPtr context, Check check, Error error)
{
    const bool hopeless = error.code == ErrorCode::InvalidFormat || error.code == ErrorCode::NotFound;
    check.attempts += 1;
    check.lastError = error.detail.toUtf8().left(500);
    check.needsPerson = check.needsPerson || hopeless || check.attempts >= kCallsBeforePerson;
    if (error.code == ErrorCode::Unavailable)
        m_pausedUntil = now().plusMs(kPauseMs);
    co_return co_await keep(context, check, hopeless ? Next::WhenTold : Next::Later, backoffMs(check.attempts));
}

QCoro::Task<Outcome> CheckJob::keep(CallContextPtr context, Check check, Next next, qint64 laterMs)
{
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    if (check.needsPerson) // the application is locked before its check, as in look()
        CARGO_CO_TRY(co_await askPerson(*tx, check.application));
    CARGO_CO_TRY(co_await m_checks.save(*tx, check));
    if (next == Next::AtOnce)
        CARGO_CO_TRY(co_await goOn(*tx, check.application));
    if (next == Next::Later)
        CARGO_CO_TRY(co_await jobs::setTimer(*tx, kTimer, check.application, now().plusMs(laterMs)));
    co_return co_await tx->commit();
}

} // namespace cargo::kyc
