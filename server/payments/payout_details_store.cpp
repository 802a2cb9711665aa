#include "server/payments/payout_details_store.h"

namespace cargo::payments {

namespace {
const db::Query kFind{"payments.payout_details",
                      "select bic, account, holder, changed_at from payout_details where user_id = $1"};
const db::Query kPut{"payments.put_payout_details", R"(
    insert into payout_details (user_id, bic, account, holder, changed_at) values ($1, $2, $3, $4, $5)
    on conflict (user_id) do update set bic = excluded.bic, account = excluded.account, holder = excluded.holder,
        changed_at = excluded.changed_at)"};
const db::Query kRemove{"payments.remove_payout_details", "delete from payout_details where user_id = $1"};
const db::Query kHold{"payments.hold_payouts", R"(
    update provider_ops o set next_try_at = greatest(o.next_try_at, $2) from escrows e
    where e.deal_id = o.deal_id and e.payee_id = $1 and o.kind = 'payout' and o.state = 'new' returning o.id)"};
const db::Query kAddress{"payments.payee_address", "select email, locale from users where id = $1 and status = 'active'"};
} // namespace

QCoro::Task<Result<std::optional<PayoutDetails>>> PayoutDetailsStore::find(CallContextPtr context, UserId user)
{
    const auto rows = co_await m_db.query(context, kFind, user);
    CARGO_CO_TRY(rows);
    std::optional<PayoutDetails> found;
    if (!rows->empty())
        found = PayoutDetails{rows->text(0, 0), rows->text(0, 1), rows->text(0, 2), rows->timestamp(0, 3)};
    co_return found;
}

QCoro::Task<Outcome> PayoutDetailsStore::put(db::Transaction tx, UserId user, PayoutDetails details)
{
    CARGO_CO_TRY(co_await tx.run(kPut, user, details.bic, details.account, details.holder, details.changedAt));
    co_return ok();
}

QCoro::Task<Outcome> PayoutDetailsStore::remove(CallContextPtr context, UserId user)
{
    CARGO_CO_TRY(co_await m_db.write(context, kRemove, user));
    co_return ok();
}

QCoro::Task<Result<std::vector<Uuid>>> PayoutDetailsStore::hold(db::Transaction tx, UserId user, Timestamp until)
{
    const auto rows = co_await tx.run(kHold, user, until);
    CARGO_CO_TRY(rows);
    std::vector<Uuid> held;
    for (int row = 0; row < rows->count(); ++row)
        held.push_back(rows->uuid(row, 0));
    co_return held;
}

QCoro::Task<Result<std::optional<PayoutDetailsStore::Address>>> PayoutDetailsStore::address(CallContextPtr context, UserId user)
{
    const auto rows = co_await m_db.query(context, kAddress, user);
    CARGO_CO_TRY(rows);
    std::optional<Address> found;
    if (!rows->empty())
        found = Address{rows->text(0, 0), rows->text(0, 1)};
    co_return found;
}

} // namespace cargo::payments
