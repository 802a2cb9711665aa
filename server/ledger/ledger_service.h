#pragma once

#include "server/db/database.h"
#include "shared/domain/money.h"

#include <vector>

namespace cargo::ledger {

// Accounts of the double entry. Clearing belongs to one provider; the others to one deal each.
enum class Account {
    BuyerExternal, // the buyer's own money: reserved, not ours
    HoldPending,   // reserved for the deal, not taken
    Escrow,        // taken and kept for the deal
    DriverPayable, // decided for the driver, not yet with him
    PlatformFee,
    ProviderFee,
    RefundPayable, // decided for the buyer, not yet with him
    ChargebackLoss,
    ProviderClearing, // what the provider holds for us
};
QByteArray accountName(Account account, const QByteArray &provider);

enum class EntryKind { Hold, HoldReleased, Capture, Release, RefundDecided, PayoutConfirmed, RefundConfirmed, PayoutReturned };

const char *word(EntryKind kind);

struct Entry
{
    struct Line
    {
        Account account;
        qint64 amountMinor; // debit positive, credit negative; zero lines are left out
    };

    DealId deal;
    QByteArray provider;
    EntryKind kind;
    QByteArray dedupeKey; // what must not be booked twice, for example "capture:<payment>"
    Currency currency;
    std::vector<Line> lines;
    Timestamp at;
};

// Books one entry in the caller's transaction, under the lock of the deal's row. The database refuses an entry that does
// not sum to zero when the transaction commits, and a dedupe key that was there (AlreadyExists).
QCoro::Task<Outcome> post(db::Transaction tx, Entry entry);

// Credit balances are positive here: what stands in the account for this deal.
QCoro::Task<Result<qint64>> creditBalance(db::Transaction tx, DealId deal, Account account, QByteArray provider);

struct StoredEntry
{
    qint64 id = 0;
    DealId deal;
    QByteArray kind;
    QByteArray postings; // JSON: [{"account","amount","currency"}], debit positive
    Timestamp createdAt;
};
// The journal, newest first, of one deal or of all.
QCoro::Task<Result<std::vector<StoredEntry>>> page(db::Database *db, CallContextPtr context, std::optional<DealId> deal,
                                                   std::optional<qint64> before, int limit);

// A line that `ledger verify` found wrong.
struct Difference
{
    QByteArray deal; // empty: the whole journal
    QByteArray what; // "balance", "entry", "money_status", "captured", …
    QByteArray detail;
};

// Rebuilds every balance and every deal's money state from the journal and compares with what is stored. Reads only.
QCoro::Task<Result<std::vector<Difference>>> verify(db::Database *db, CallContextPtr context);

} // namespace cargo::ledger
