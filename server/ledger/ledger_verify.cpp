#include "server/ledger/ledger_service.h"

#include "shared/domain/deal/money_table.h"

namespace cargo::ledger {

namespace {

const db::Query kCrookedEntries{
    "ledger.crooked_entries",
    R"(select e.deal_id, e.id, e.kind, p.currency, coalesce(sum(p.amount_minor), 0)::bigint, count(p.line)
       from ledger_entries e left join ledger_postings p on p.entry_id = e.id
       group by e.id, p.currency having coalesce(sum(p.amount_minor), 0) <> 0 or count(p.line) = 0 order by e.id)"};
const db::Query kStrayPostings{
    "ledger.stray_postings",
    R"(select p.deal_id, p.entry_id, p.line from ledger_postings p join ledger_entries e on e.id = p.entry_id
       where e.deal_id <> p.deal_id order by p.entry_id)"};
const db::Query kWrongBalances{"ledger.wrong_balances",
                               R"(with journal as (select deal_id, account, currency, sum(amount_minor)::bigint as amount
                        from ledger_postings group by deal_id, account, currency)
       select coalesce(j.deal_id, b.deal_id), coalesce(j.account, b.account), coalesce(j.amount, 0), coalesce(b.balance_minor, 0)
       from journal j full join ledger_balances b on b.deal_id = j.deal_id and b.account = j.account and b.currency = j.currency
       where coalesce(j.amount, 0) <> coalesce(b.balance_minor, 0) order by 1, 2)"};
// Credit balances of every escrow straight from the journal, beside what the tables of deals and payments say.
const db::Query kEscrows{"ledger.escrows",
                         R"(with journal as (
           select deal_id,
               -sum(amount_minor) filter (where account = 'hold_pending') as hold,
               -sum(amount_minor) filter (where account = 'escrow') as escrow,
               -sum(amount_minor) filter (where account = 'driver_payable') as payable,
               -sum(amount_minor) filter (where account = 'refund_payable') as refund,
               sum(amount_minor) filter (where account like 'provider_clearing:%') as clearing
           from ledger_postings group by deal_id),
       paid as (select deal_id, sum(captured_minor - refunded_minor) as amount from payments group by deal_id),
       ops as (select deal_id,
               sum(amount_minor) filter (where kind = 'payout' and state = 'succeeded') as payouts,
               sum(amount_minor) filter (where kind = 'refund' and state <> 'succeeded' and request::jsonb @> '{"purpose":"amendment"}')
                   as amending
           from provider_ops group by deal_id)
       select e.deal_id, e.money_status, e.amount_minor, e.refund_minor, e.disposition, d.status,
           coalesce(j.hold, 0)::bigint, coalesce(j.escrow, 0)::bigint, coalesce(j.payable, 0)::bigint,
           coalesce(j.refund, 0)::bigint, coalesce(j.clearing, 0)::bigint,
           coalesce(p.amount, 0)::bigint, coalesce(o.payouts, 0)::bigint, coalesce(o.amending, 0)::bigint
       from escrows e join deals d on d.id = e.deal_id left join journal j on j.deal_id = e.deal_id
           left join paid p on p.deal_id = e.deal_id left join ops o on o.deal_id = e.deal_id
       order by e.deal_id)"};

struct Balances
{
    qint64 hold, escrow, payable, refund;
};

// Whether the journal looks as it must in this money state. A failed step waits for finance: only that money is there is known.
bool fits(MoneyStatus status, const Balances &b, qint64 amount, qint64 splitRefund, bool split)
{
    const bool nothing = b.hold == 0 && b.escrow == 0 && b.payable == 0 && b.refund == 0;
    switch (status) {
    case MoneyStatus::None:
    case MoneyStatus::Awaiting:
    case MoneyStatus::Void:
    case MoneyStatus::Paid:
    case MoneyStatus::Refunded: return nothing;
    case MoneyStatus::Held:
    case MoneyStatus::KeepQueued:
    case MoneyStatus::VoidQueued: return b.hold == amount && b.escrow == 0 && b.payable == 0 && b.refund == 0;
    case MoneyStatus::Kept: return b.hold == 0 && b.escrow == amount && b.payable == 0 && b.refund == 0;
    case MoneyStatus::PayoutQueued:
    case MoneyStatus::PayoutSent: return b.hold == 0 && b.escrow == 0 && b.payable > 0 && b.payable <= amount && b.refund == 0;
    case MoneyStatus::RefundQueued:
    case MoneyStatus::RefundSent:
        return b.hold == 0 && b.payable == 0 && b.escrow == (split ? amount - splitRefund : 0)
               && b.refund == (split ? splitRefund : amount);
    case MoneyStatus::Failed: return b.hold + b.escrow + b.payable + b.refund > 0 && b.hold >= 0 && b.escrow >= 0;
    }
    return false;
}

QByteArray describe(const Balances &b)
{
    return "hold " + QByteArray::number(b.hold) + ", escrow " + QByteArray::number(b.escrow) + ", driver_payable "
           + QByteArray::number(b.payable) + ", refund_payable " + QByteArray::number(b.refund);
}

void checkEscrow(const db::Rows &rows, int row, std::vector<Difference> *found)
{
    const QByteArray deal = rows.bytes(row, 0);
    const auto status = moneyStatusFromWord(rows.text(row, 1)).value_or(MoneyStatus::None);
    const qint64 amount = rows.int64(row, 2);
    const bool split = rows.bytes(row, 4) == "split";
    const QByteArray dealStatus = rows.bytes(row, 5);
    // A refund agreed on the way runs beside the main money.
    const Balances balances{rows.int64(row, 6), rows.int64(row, 7), rows.int64(row, 8), rows.int64(row, 9) - rows.int64(row, 13)};
    if (!fits(status, balances, amount, rows.int64(row, 3), split))
        found->push_back({deal, "money_status",
                          QByteArray(word(status)) + " of " + QByteArray::number(amount) + " but " + describe(balances)});
    const qint64 clearing = rows.int64(row, 10);
    const qint64 expected = rows.int64(row, 11) - rows.int64(row, 12);
    if (clearing != expected)
        found->push_back({deal, "clearing",
                          "journal " + QByteArray::number(clearing) + ", payments and payouts " + QByteArray::number(expected)});
    const bool running = dealStatus == "funded" || dealStatus == "in_transit" || dealStatus == "delivered";
    if (running && balances.hold + balances.escrow != amount)
        found->push_back({deal, "funded", dealStatus + " without its money: " + describe(balances)});
}

} // namespace

QCoro::Task<Result<std::vector<Difference>>> verify(db::Database *db, CallContextPtr context)
{
    std::vector<Difference> found;
    const auto crooked = co_await db->query(context, kCrookedEntries);
    if (!crooked.ok())
        co_return crooked.error();
    for (int row = 0; row < crooked->count(); ++row) {
        found.push_back({crooked->bytes(row, 0), "entry",
                         "entry " + crooked->bytes(row, 1) + " (" + crooked->bytes(row, 2) + ") sums to " + crooked->bytes(row, 4)
                             + ' ' + crooked->bytes(row, 3)});
    }
    const auto stray = co_await db->query(context, kStrayPostings);
    if (!stray.ok())
        co_return stray.error();
    for (int row = 0; row < stray->count(); ++row)
        found.push_back({stray->bytes(row, 0), "posting", "entry " + stray->bytes(row, 1) + " belongs to another deal"});
    const auto wrong = co_await db->query(context, kWrongBalances);
    if (!wrong.ok())
        co_return wrong.error();
    for (int row = 0; row < wrong->count(); ++row) {
        found.push_back({wrong->bytes(row, 0), "balance",
                         wrong->bytes(row, 1) + ": journal " + wrong->bytes(row, 2) + ", stored " + wrong->bytes(row, 3)});
    }
    const auto escrows = co_await db->query(context, kEscrows);
    if (!escrows.ok())
        co_return escrows.error();
    for (int row = 0; row < escrows->count(); ++row)
        checkEscrow(*escrows, row, &found);
    co_return found;
}

} // namespace cargo::ledger
