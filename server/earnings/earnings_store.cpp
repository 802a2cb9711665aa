#include "server/earnings/earnings_store.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace cargo::earnings {

namespace {

// What went back to the buyer in full, and what was never held, is nobody's earning.
#define EARNING_STATE                                                                                                            \
    "case when e.disposition = 'give_back' then null when e.money_status = 'paid' then 'paid' "                                  \
    "when e.disposition in ('release', 'split') then 'on_the_way' "                                                              \
    "when e.money_status in ('held', 'keep_queued', 'kept') then 'held' end"
#define EARNING_SELECT                                                                                                           \
    "select d.id, d.number, concat_ws(' ', d.listing->>'brand', d.listing->>'model'), " EARNING_STATE " as state, d.currency, "  \
    "d.amount_minor, d.fee_minor, coalesce(d.refund_minor, 0), p.paid_at, e.updated_at "                                         \
    "from deals d join escrows e on e.deal_id = d.id left join lateral (select max(v.created_at) as paid_at "                    \
    "from deal_events v where v.deal_id = d.id and v.event = 'money_paid') p on true "                                           \
    "where d.driver_id = $1 and " EARNING_STATE " is not null "

const db::Query kList{"earnings.list", EARNING_SELECT "and ($2::uuid is null or d.id < $2::uuid) order by d.id desc limit $3"};
const db::Query kPaid{"earnings.paid", EARNING_SELECT "and e.money_status = 'paid' and p.paid_at >= $2 and p.paid_at < $3 "
                                                      "order by p.paid_at, d.id limit $4"};
const db::Query kTotals{"earnings.totals",
                        "select currency, coalesce(sum(net) filter (where state = 'held'), 0)::bigint, "
                        "coalesce(sum(net) filter (where state = 'on_the_way'), 0)::bigint, "
                        "coalesce(sum(net) filter (where state = 'paid'), 0)::bigint from (select d.currency, " EARNING_STATE
                        " as state, d.amount_minor - d.fee_minor - coalesce(d.refund_minor, 0) as net "
                        "from deals d join escrows e on e.deal_id = d.id where d.driver_id = $1) x "
                        "where state is not null group by currency order by currency"};
const db::Query kRecord{"earnings.record", R"(select u.card,
           (select json_agg(coalesce(r.n, 0) order by s.star) from generate_series(1, 5) s(star)
              left join (select rating, count(*) n from reviews where subject_id = $1 and published_at is not null group by rating) r
              on r.rating = s.star),
           d.delivered, d.late, d.days_late, d.disputes, d.lost, d.cancelled,
           (select count(*) from deal_amendments a join deals x on x.id = a.deal_id where x.driver_id = $1 and a.proposed_by = 'driver'),
           (select coalesce(json_agg(json_build_object('month', t.month, 'mean', t.mean, 'count', t.n) order by t.month), '[]')
              from (select to_char(published_at at time zone 'UTC', 'YYYY-MM') as month, round(avg(rating), 2) as mean, count(*) as n
                      from reviews where subject_id = $1 and published_at is not null group by 1 order by 1 desc limit 12) t)
       from users u cross join lateral (select count(*) filter (where delivered_at is not null) as delivered,
           count(*) filter (where arrived_at > funded_at + delivery_eta_days * interval '1 day') as late,
           coalesce(sum(ceil(extract(epoch from arrived_at - funded_at) / 86400 - delivery_eta_days))
               filter (where arrived_at > funded_at + delivery_eta_days * interval '1 day'), 0)::bigint as days_late,
           count(*) filter (where dispute_opened_by = 'buyer') as disputes,
           count(*) filter (where status in ('resolved_refund', 'resolved_split')) as lost,
           count(*) filter (where status = 'cancelled' and funded_at is not null) as cancelled
         from deals where driver_id = $1) d
       where u.id = $1)"};

std::vector<Earning> earningsOf(const db::Rows &rows)
{
    std::vector<Earning> list;
    for (int row = 0; row < rows.count(); ++row) {
        Earning earning;
        earning.deal = rows.id<DealId>(row, 0);
        earning.number = rows.int64(row, 1);
        earning.title = rows.text(row, 2);
        earning.state = rows.bytes(row, 3);
        const Currency currency = Currency::fromCode(rows.text(row, 4)).value_or(Currency::rub());
        earning.amount = {rows.int64(row, 5), currency};
        earning.fee = {rows.int64(row, 6), currency};
        earning.refund = {rows.int64(row, 7), currency};
        earning.paidAt = rows.optionalTimestamp(row, 8);
        earning.since = rows.timestamp(row, 9);
        list.push_back(earning);
    }
    return list;
}

} // namespace

QCoro::Task<Result<std::vector<Earning>>> EarningsStore::list(CallContextPtr context, UserId driver, std::optional<Uuid> before,
                                                              int limit)
{
    const auto rows = co_await m_db.query(context, kList, driver, before, limit);
    CARGO_CO_TRY(rows);
    co_return earningsOf(*rows);
}

QCoro::Task<Result<std::vector<Earning>>> EarningsStore::paid(CallContextPtr context, UserId driver, Timestamp from, Timestamp to,
                                                              int limit)
{
    const auto rows = co_await m_db.query(context, kPaid, driver, from, to, limit);
    CARGO_CO_TRY(rows);
    co_return earningsOf(*rows);
}

QCoro::Task<Result<std::vector<EarningsTotal>>> EarningsStore::totals(CallContextPtr context, UserId driver)
{
    const auto rows = co_await m_db.query(context, kTotals, driver);
    CARGO_CO_TRY(rows);
    std::vector<EarningsTotal> totals;
    for (int row = 0; row < rows->count(); ++row)
        totals.push_back({Currency::fromCode(rows->text(row, 0)).value_or(Currency::rub()), rows->int64(row, 1),
                          rows->int64(row, 2), rows->int64(row, 3)});
    co_return totals;
}

QCoro::Task<Result<Record>> EarningsStore::record(CallContextPtr context, UserId driver)
{
    const auto rows = co_await m_db.query(context, kRecord, driver);
    CARGO_CO_TRY(rows);
    if (rows->empty())
        co_return ErrorCode::NotFound;
    Record record;
    const QJsonObject rating = QJsonDocument::fromJson(rows->bytes(0, 0)).object().value(QLatin1String("rating")).toObject();
    record.mean = rating.value(QLatin1String("mean")).toDouble();
    record.count = rating.value(QLatin1String("count")).toInt();
    const QJsonArray stars = QJsonDocument::fromJson(rows->bytes(0, 1)).array();
    for (int star = 0; star < 5; ++star)
        record.stars[star] = stars.at(star).toInt();
    int column = 2;
    for (int *count : {&record.delivered, &record.late, &record.daysLate, &record.disputes, &record.lost, &record.cancelled,
                       &record.amendments})
        *count = int(rows->int64(0, column++));
    for (const QJsonValue &value : QJsonDocument::fromJson(rows->bytes(0, column)).array()) {
        const QJsonObject month = value.toObject();
        record.trend.push_back({month.value(QLatin1String("month")).toString(), month.value(QLatin1String("mean")).toDouble(),
                                month.value(QLatin1String("count")).toInt()});
    }
    co_return record;
}

} // namespace cargo::earnings
