#include "server/ledger/ledger_service.h"

namespace cargo::ledger {

namespace {

const db::Query kInsertEntry{
    "ledger.insert_entry",
    R"(insert into ledger_entries (deal_id, kind, dedupe_key, created_at) values ($1, $2, $3, $4) returning id)"};

const db::Query kInsertPosting{"ledger.insert_posting",
                               R"(insert into ledger_postings (entry_id, line, deal_id, account, amount_minor, currency)
       values ($1, $2, $3, $4, $5, $6))"};

const db::Query kBalance{
    "ledger.balance",
    R"(select coalesce(-sum(balance_minor), 0)::bigint from ledger_balances where deal_id = $1 and account = $2)"};

const db::Query kPage{"ledger.page",
                      R"(select e.id, e.deal_id, e.kind, e.created_at,
           (select json_agg(json_build_object('account', p.account, 'amount', p.amount_minor, 'currency', p.currency) order by p.line)
            from ledger_postings p where p.entry_id = e.id)
       from ledger_entries e
       where ($1::uuid is null or e.deal_id = $1::uuid) and ($2::bigint is null or e.id < $2::bigint)
       order by e.id desc limit $3)"};

} // namespace

const char *word(EntryKind kind)
{
    switch (kind) {
    case EntryKind::Hold: return "hold";
    case EntryKind::HoldReleased: return "hold_released";
    case EntryKind::Capture: return "capture";
    case EntryKind::Release: return "release";
    case EntryKind::RefundDecided: return "refund_decided";
    case EntryKind::PayoutConfirmed: return "payout_confirmed";
    case EntryKind::RefundConfirmed: return "refund_confirmed";
    case EntryKind::PayoutReturned: return "payout_returned";
    }
    return "adjustment";
}

QByteArray accountName(Account account, const QByteArray &provider)
{
    switch (account) {
    case Account::BuyerExternal: return "buyer_external";
    case Account::HoldPending: return "hold_pending";
    case Account::Escrow: return "escrow";
    case Account::DriverPayable: return "driver_payable";
    case Account::PlatformFee: return "platform_fee";
    case Account::ProviderFee: return "provider_fee";
    case Account::RefundPayable: return "refund_payable";
    case Account::ChargebackLoss: return "chargeback_loss";
    case Account::ProviderClearing: return "provider_clearing:" + provider;
    }
    return {};
}

QCoro::Task<Outcome> post(db::Transaction tx, Entry entry)
{
    const QByteArray kind(word(entry.kind));
    const auto inserted = co_await tx.run(kInsertEntry, entry.deal, kind, entry.dedupeKey, entry.at);
    if (!inserted.ok())
        co_return inserted.error();
    const qint64 entryId = inserted->int64(0, 0);
    int line = 0;
    for (const Entry::Line &posting : entry.lines) {
        if (posting.amountMinor == 0)
            continue;
        const QByteArray account = accountName(posting.account, entry.provider);
        const QByteArray currency = entry.currency.code();
        CARGO_CO_TRY(co_await tx.run(kInsertPosting, entryId, ++line, entry.deal, account, posting.amountMinor, currency));
    }
    co_return ok();
}

QCoro::Task<Result<qint64>> creditBalance(db::Transaction tx, DealId deal, Account account, QByteArray provider)
{
    const QByteArray name = accountName(account, provider);
    const auto rows = co_await tx.run(kBalance, deal, name);
    if (!rows.ok())
        co_return rows.error();
    co_return rows->int64(0, 0);
}

QCoro::Task<Result<std::vector<StoredEntry>>> page(db::Database *db, CallContextPtr context, std::optional<DealId> deal,
                                                   std::optional<qint64> before, int limit)
{
    const auto rows = co_await db->query(context, kPage, deal, before, limit);
    if (!rows.ok())
        co_return rows.error();
    std::vector<StoredEntry> entries;
    for (int row = 0; row < rows->count(); ++row)
        entries.push_back(
            {rows->int64(row, 0), rows->id<DealId>(row, 1), rows->bytes(row, 2), rows->bytes(row, 4), rows->timestamp(row, 3)});
    co_return entries;
}

} // namespace cargo::ledger
