#include "server/ledger/ledger_books.h"

#include "server/audit/audit.h"
#include "shared/api/json_writer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <map>

namespace cargo::ledger {

namespace {
// Balances know no turnover: a sum of balances by deal is what stands open on each side.
const db::Query kNow{"ledger.trial_now", R"(
    select account, currency, coalesce(sum(balance_minor) filter (where balance_minor > 0), 0)::bigint,
        coalesce(-sum(balance_minor) filter (where balance_minor < 0), 0)::bigint, count(distinct deal_id)
    from ledger_balances group by account, currency order by currency, account)"};
const db::Query kThen{"ledger.trial_then", R"(
    select account, currency, coalesce(sum(balance) filter (where balance > 0), 0)::bigint,
        coalesce(-sum(balance) filter (where balance < 0), 0)::bigint, count(*)
    from (select p.account, p.currency, p.deal_id, sum(p.amount_minor) balance from ledger_postings p
          join ledger_entries e on e.id = p.entry_id where e.created_at < $1::timestamptz
          group by p.account, p.currency, p.deal_id) b
    group by account, currency order by currency, account)"};
const db::Query kDeal{"ledger.replay_deal", "select number, status, currency from deals where id = $1"};
// Both in one order: what was decided stands before what was booked for it.
const db::Query kLines{"ledger.replay_lines", R"(
    select created_at, 0 as part, seq as number, json_build_object('event', event, 'actor', actor, 'from', from_status,
        'to', to_status, 'details', details)::text, null::text
    from deal_events where deal_id = $1
    union all
    select e.created_at, 1, e.id, json_build_object('id', e.id, 'kind', e.kind)::text,
        (select json_agg(json_build_object('account', p.account, 'amount', p.amount_minor, 'currency', p.currency)
            order by p.line)::text from ledger_postings p where p.entry_id = e.id)
    from ledger_entries e where e.deal_id = $1
    order by created_at, part, number)"};

void writeBalances(api::JsonWriter &out, const std::map<QByteArray, qint64> &balances)
{
    out.key("balances").beginObject();
    for (const auto &[account, balance] : balances) {
        if (balance != 0)
            out.key(account).value(balance);
    }
    out.endObject();
}
} // namespace

QCoro::Task<Result<QByteArray>> trialBalance(db::Database *db, CallContextPtr context, std::optional<Timestamp> at)
{
    Result<db::Rows> rows = ErrorCode::Internal;
    if (at)
        rows = co_await db->query(context, kThen, *at);
    else
        rows = co_await db->query(context, kNow);
    CARGO_CO_TRY(rows);
    api::JsonWriter out;
    out.beginObject().field("at", at.value_or(context->startedAt)).key("items").beginArray();
    std::map<QByteArray, qint64> sums;
    for (int row = 0; row < rows->count(); ++row) {
        const qint64 debit = rows->int64(row, 2);
        const qint64 credit = rows->int64(row, 3);
        sums[rows->bytes(row, 1)] += debit - credit;
        out.beginObject().field("account", rows->bytes(row, 0)).field("currency", rows->bytes(row, 1));
        out.field("debit", debit).field("credit", credit).field("balance", debit - credit);
        out.field("deals", rows->int64(row, 4)).endObject();
    }
    const bool balanced = std::all_of(sums.begin(), sums.end(), [](const auto &sum) { return sum.second == 0; });
    out.endArray().field("balanced", balanced).endObject();
    co_return out.take();
}

QCoro::Task<Result<QByteArray>> replay(db::Database *db, CallContextPtr context, DealId deal)
{
    const auto tx = co_await db->begin(context);
    CARGO_CO_TRY(tx);
    const auto found = co_await tx->run(kDeal, deal);
    CARGO_CO_TRY(found);
    if (found->empty())
        co_return ErrorCode::NotFound;
    const auto lines = co_await tx->run(kLines, deal);
    CARGO_CO_TRY(lines);
    audit::AuditEvent look{deal.uuid, "deal.replayed", context->principal->user, "{}"};
    CARGO_CO_TRY(co_await audit::append(*tx, look));
    CARGO_CO_TRY(co_await tx->commit());

    api::JsonWriter out(8 * 1024);
    out.beginObject().field("deal_id", deal).field("deal_number", "CG-" + found->bytes(0, 0)).field("status", found->bytes(0, 1));
    out.field("currency", found->bytes(0, 2)).key("items").beginArray();
    std::map<QByteArray, qint64> balances;
    for (int row = 0; row < lines->count(); ++row) {
        const bool booked = !lines->isNull(row, 4);
        out.beginObject().field("at", lines->timestamp(row, 0));
        out.key("event");
        if (booked)
            out.null();
        else
            out.raw(lines->bytes(row, 3));
        out.key("entry");
        if (booked) {
            const QByteArray postings = lines->bytes(row, 4);
            for (const QJsonValue posting : QJsonDocument::fromJson(postings).array())
                balances[posting[QLatin1String("account")].toString().toLatin1()] += posting[QLatin1String("amount")].toInteger();
            const QByteArray entry = lines->bytes(row, 3);
            out.raw(entry.chopped(1) + ", \"postings\" : " + postings + '}');
        } else {
            out.null();
        }
        writeBalances(out, balances);
        out.endObject();
    }
    out.endArray().endObject();
    co_return out.take();
}

} // namespace cargo::ledger
