#include "server/admin/find_store.h"

namespace cargo::admin {

namespace {
// $1 what was typed in lower case, $2 as an id, $3 as a number of a deal or ticket, $4 … $6 the permissions. Each branch goes
// along an index, but for names: those are looked through.
const db::Query kFind{"admin.find", R"(
    select coalesce(json_agg(json_build_object('kind', kind, 'id', id, 'title', title, 'detail', detail) order by rank, title, id), '[]')
    from (
        (select 0 rank, 'user' kind, id, display_name title, email detail from users where $4::bool and id = $2::uuid)
        union all (select 0, 'user', id, display_name, email from users where $4::bool and (lower(email) = $1 or phone = $1))
        union all (select 1, 'user', id, display_name, email from users where $4::bool and char_length($1) >= 3
            and (strpos(lower(display_name), $1) = 1 or strpos(lower(email), $1) = 1) and lower(email) <> $1 order by id desc limit 10)
        union all (select 0, 'deal', id, 'CG-' || number, status from deals where $5::bool and (id = $2::uuid or number = $3::bigint))
        union all (select 1, 'deal', id, 'CG-' || number, status from deals where $5::bool and id in (
            select d.id from deals d join listings l on l.id = d.listing_id where l.vin = upper($1)) limit 10)
        union all (select 0, 'listing', id, brand || ' ' || model || ' ' || year, status from listings
            where $6::bool and (id = $2::uuid or vin = upper($1)))
        union all (select 0, 'ticket', id, 'T-' || number, subject from tickets
            where $4::bool and kind = 'question' and (id = $2::uuid or number = $3::bigint))
        union all (select 0, 'dispute', id, reason, status from disputes where $5::bool and id = $2::uuid)
        union all (select 0, 'kyc', id, status, '' from kyc_applications where $6::bool and id = $2::uuid)
        union all (select 0, 'appeal', id, coalesce(outcome, 'open'), '' from appeals where ($4::bool or $6::bool) and id = $2::uuid)
        limit 20) found)"};
} // namespace

QCoro::Task<Result<QByteArray>> FindStore::find(CallContextPtr context, QString text)
{
    const Principal &me = *context->principal;
    const QString typed = text.trimmed().toLower();
    QString digits = typed;
    if (digits.startsWith(QLatin1String("cg-")))
        digits.remove(0, 3);
    else if (digits.startsWith(QLatin1String("t-")))
        digits.remove(0, 2);
    bool isNumber = false;
    const qint64 number = digits.toLongLong(&isNumber);
    const auto id = Uuid::fromText(QStringView(typed));
    const auto wanted = isNumber ? std::optional<qint64>(number) : std::nullopt;
    const bool people = me.may(Permission::Support);
    const bool deals = me.may(Permission::Support | Permission::Finance);
    const bool listings = me.may(Permission::Moderate);
    const auto rows = co_await m_db.query(context, kFind, typed, id, wanted, people, deals, listings);
    CARGO_CO_TRY(rows);
    co_return rows->bytes(0, 0);
}

} // namespace cargo::admin
