#include "server/users/user_overview.h"

namespace cargo::users {

namespace {
// clang-format off
#define CARGO_LIST(fields, from) "(select coalesce(json_agg(json_build_object(" fields ")), '[]') from (" from ") x)"
const db::Query kOverview{"users.overview",
    "select json_build_object("
    "'muted_until', (select " "rfc3339(until_at)" " from user_mutes where user_id = u.id and until_at > $2::timestamptz), "
    "'banned_until', " "rfc3339(u.banned_until)" ", 'phone', u.phone, "
    "'sessions', " CARGO_LIST("'id', id, 'user_agent', user_agent, 'address', address, 'created_at', " "rfc3339(created_at)"
        ", 'last_used_at', " "rfc3339(last_used_at)" ", 'live', revoked_at is null and expires_at > $2::timestamptz",
        "select * from sessions where user_id = u.id order by created_at desc limit 20") ", "
    "'deals', " CARGO_LIST("'id', id, 'number', 'CG-' || number, 'side', case when buyer_id = u.id then 'buyer' else 'driver' end, "
        "'status', status, 'amount', json_build_object('amount', amount_minor, 'currency', currency), 'created_at', "
        "rfc3339(created_at)", "select * from deals where buyer_id = u.id or driver_id = u.id order by id desc limit 20") ", "
    "'deals_count', (select count(*) from deals where buyer_id = u.id or driver_id = u.id), "
    "'listings', (select coalesce(json_object_agg(status, n), '{}') from (select status, count(*) n from listings "
        "where driver_id = u.id group by status) l), "
    "'conversations', (select count(*) from conversations where buyer_id = u.id or driver_id = u.id), "
    "'tickets', " CARGO_LIST("'id', id, 'number', 'T-' || number, 'subject', subject, 'status', status, 'created_at', "
        "rfc3339(created_at)", "select * from tickets where opened_by = u.id order by id desc limit 10") ", "
    "'reports_about', " CARGO_LIST("'id', id, 'kind', kind, 'reason', reason, 'decision', decision, 'created_at', "
        "rfc3339(created_at)", "select * from reports where about_id = u.id order by id desc limit 20") ", "
    "'reports_by', (select count(*) from reports where reporter_id = u.id), "
    "'decisions', " CARGO_LIST("'id', id, 'kind', kind, 'outcome', outcome, 'reason_code', reason_code, 'decided_at', "
        "rfc3339(decided_at)" ", 'overturned', overturned_at is not null",
        "select * from user_decisions where user_id = u.id order by id desc limit 20") ", "
    "'kyc', (select json_build_object('application_id', id, 'status', status, 'submissions', submissions) from kyc_applications "
        "where user_id = u.id order by created_at desc limit 1), "
    "'paid_out', (select coalesce(json_agg(json_build_object('amount', total, 'currency', currency) order by currency), '[]') "
        "from (select currency, sum(amount_minor - fee_minor - refund_minor)::bigint total from escrows "
        "where payee_id = u.id and money_status = 'paid' group by currency) p), "
    // Behind one address stands a family, or an operator's whole network: it is a hint, no proof.
    "'links', " CARGO_LIST("'id', id, 'display_name', display_name, 'status', status, 'by', by",
        "select o.id, o.display_name, o.status, json_agg(distinct l.by) as by from ("
        "select o.id, 'phone' as by from users o where o.phone = u.phone and o.id <> u.id "
        "union all select b.user_id, 'bank' from payout_details a join payout_details b on b.account = a.account and b.bic = a.bic "
        "where a.user_id = u.id and b.user_id <> u.id "
        "union all select s.user_id, 'address' from (select distinct address from sessions where user_id = u.id and address <> '' "
        "limit 50) a cross join lateral (select distinct user_id from sessions where address = a.address and user_id <> u.id "
        "limit 20) s) l join users o on o.id = l.id group by o.id order by count(*) desc, o.id limit 20")
    ") from users u where u.id = $1"};
#undef CARGO_LIST
// clang-format on
} // namespace

QCoro::Task<Result<QByteArray>> UserOverview::of(CallContextPtr context, UserId user, Timestamp now)
{
    const auto rows = co_await m_db.query(context, kOverview, user, now);
    CARGO_CO_TRY(rows);
    if (rows->empty())
        co_return ErrorCode::NotFound;
    co_return rows->bytes(0, 0);
}

} // namespace cargo::users
