#include "server/kyc/check_store.h"

#include <array>

namespace cargo::kyc {

namespace {
constexpr std::array kStages{"started", "in_review", "on_hold", "completed"};
constexpr std::array kAnswers{"none", "good", "retry", "final"};

const db::Query kInsert{"kyc.check_insert", R"(
    insert into kyc_checks (application_id, provider, external_id, created_at) values ($1, $3, $2, $4)
    on conflict (application_id) do nothing)"};
#define CARGO_CHECK                                                                                                              \
    "select c.application_id, a.user_id, coalesce(u.email, ''), c.external_id, c.applicant_ref, c.submission, c.stage, "         \
    "c.answer, array_to_string(c.labels, ','), c.comment, c.needs_person, c.attempts, c.last_error, c.seen_at "                  \
    "from kyc_checks c join kyc_applications a on a.id = c.application_id join users u on u.id = a.user_id "                     \
    "where c.application_id = $1"
const db::Query kFind{"kyc.check_find", CARGO_CHECK};
const db::Query kLock{"kyc.check_lock", CARGO_CHECK " for no key update of c"};
#undef CARGO_CHECK
const db::Query kSave{"kyc.check_save", R"(
    update kyc_checks set applicant_ref = nullif($2, ''), submission = $3, stage = $4, answer = $5,
        labels = coalesce(string_to_array(nullif($6::text, ''), ','), '{}'), comment = coalesce($7::text, ''),
        needs_person = $8, attempts = $9, last_error = nullif($10, ''), seen_at = $11 where application_id = $1)"};
const db::Query kSent{"kyc.check_sent", R"(
    select s.document_id, s.provider_ref from kyc_check_documents s join kyc_documents d on d.id = s.document_id
    where d.application_id = $1)"};
const db::Query kSend{"kyc.check_send", R"(
    insert into kyc_check_documents (document_id, provider_ref, warnings, sent_at)
    values ($1, coalesce($2::text, ''), coalesce(string_to_array(nullif($3::text, ''), ','), '{}'), $4)
    on conflict (document_id) do nothing)"};
const db::Query kHint{"kyc.check_hint", R"(
    with fresh as (insert into kyc_webhooks (provider, event_key, external_id, received_at)
        values ($1, $2, coalesce($3::text, ''), $4) on conflict do nothing returning 1)
    select application_id from kyc_checks where provider = $1 and external_id = $3 and exists (select from fresh))"};

template <typename Word, size_t N>
Word wordAt(const std::array<const char *, N> &words, const QByteArray &text)
{
    for (size_t i = 0; i < N; ++i) {
        if (text == words[i])
            return Word(i);
    }
    return Word(0);
}

std::optional<Check> checkAt(const db::Rows &rows)
{
    if (rows.empty())
        return std::nullopt;
    Check check;
    check.application = rows.uuid(0, 0);
    check.user = rows.id<UserId>(0, 1);
    check.email = rows.text(0, 2);
    check.externalId = rows.bytes(0, 3);
    check.applicant = rows.bytes(0, 4);
    check.submission = rows.int32(0, 5);
    check.view.stage = wordAt<ProviderView::Stage>(kStages, rows.bytes(0, 6));
    check.view.answer = wordAt<ProviderView::Answer>(kAnswers, rows.bytes(0, 7));
    if (const QByteArray labels = rows.bytes(0, 8); !labels.isEmpty())
        check.view.labels = labels.split(',');
    check.view.comment = rows.text(0, 9);
    check.needsPerson = rows.boolean(0, 10);
    check.attempts = rows.int32(0, 11);
    check.lastError = rows.bytes(0, 12);
    check.seenAt = rows.optionalTimestamp(0, 13);
    return check;
}
} // namespace

const char *stageWord(ProviderView::Stage stage) { return kStages[size_t(stage)]; }
const char *answerWord(ProviderView::Answer answer) { return kAnswers[size_t(answer)]; }

QCoro::Task<Outcome> CheckStore::insert(db::Transaction tx, Uuid application, UserId user, QByteArray provider, Timestamp now)
{
    CARGO_CO_TRY(co_await tx.run(kInsert, application, user.toText(), provider, now));
    co_return ok();
}

QCoro::Task<Result<std::optional<Check>>> CheckStore::find(CallContextPtr context, Uuid application)
{
    const auto rows = co_await m_db.query(context, kFind, application);
    CARGO_CO_TRY(rows);
    co_return checkAt(*rows);
}

QCoro::Task<Result<std::optional<Check>>> CheckStore::lock(db::Transaction tx, Uuid application)
{
    const auto rows = co_await tx.run(kLock, application);
    CARGO_CO_TRY(rows);
    co_return checkAt(*rows);
}

QCoro::Task<Outcome> CheckStore::save(db::Transaction tx, Check check)
{
    CARGO_CO_TRY(co_await tx.run(kSave, check.application, check.applicant, check.submission,
                                 QByteArray(stageWord(check.view.stage)), QByteArray(answerWord(check.view.answer)),
                                 check.view.labels.join(','), check.view.comment, check.needsPerson, check.attempts,
                                 check.lastError, check.seenAt));
    co_return ok();
}

QCoro::Task<Result<std::vector<std::pair<Uuid, QByteArray>>>> CheckStore::sentDocuments(CallContextPtr context, Uuid application)
{
    const auto rows = co_await m_db.query(context, kSent, application);
    CARGO_CO_TRY(rows);
    std::vector<std::pair<Uuid, QByteArray>> sent;
    for (int row = 0; row < rows->count(); ++row)
        sent.emplace_back(rows->uuid(row, 0), rows->bytes(row, 1));
    co_return sent;
}

QCoro::Task<Outcome> CheckStore::documentSent(db::Transaction tx, Uuid document, SentDocument sent, Timestamp now)
{
    CARGO_CO_TRY(co_await tx.run(kSend, document, sent.ref, sent.warnings.join(','), now));
    co_return ok();
}

QCoro::Task<Result<std::vector<Uuid>>> CheckStore::takeHint(db::Transaction tx, QByteArray provider, ProviderHint hint,
                                                            Timestamp now)
{
    const auto rows = co_await tx.run(kHint, provider, hint.key, hint.externalId, now);
    CARGO_CO_TRY(rows);
    std::vector<Uuid> applications;
    for (int row = 0; row < rows->count(); ++row)
        applications.push_back(rows->uuid(row, 0));
    co_return applications;
}

} // namespace cargo::kyc
