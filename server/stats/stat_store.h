#pragma once

#include "server/core/runtime.h"
#include "server/stats/figure_table.h"

#include <QDate>

#include <optional>

namespace cargo::stats {

// Whole days of UTC, both ends included.
struct Span
{
    QDate from;
    QDate to;
};

// SQL over the views that StatJob keeps fresh.
class StatStore
{
public:
    explicit StatStore(Runtime &runtime) : m_db(runtime.db) {}

    QCoro::Task<Result<std::optional<Timestamp>>> refreshedAt(CallContextPtr context);
    // One row: views, chats, deals, paid, released, cancelled, refunded, disputed.
    QCoro::Task<Result<FigureTable>> funnel(CallContextPtr context, Span span);
    // A row for each currency: currency, deals, paid, volume, released, released_volume, fees.
    QCoro::Task<Result<FigureTable>> money(CallContextPtr context, Span span);
    // A row for each day, week or month (its first day) and currency; days without anything have no row.
    QCoro::Task<Result<FigureTable>> series(CallContextPtr context, Span span, QString bucket);
    // A row for each state: state, deals, mean_s, and deals by how long: under_1h … from_30d.
    QCoro::Task<Result<FigureTable>> waits(CallContextPtr context, Span span);
    // A row for each role, month and age in months: role, month, size, age, active.
    QCoro::Task<Result<FigureTable>> cohorts(CallContextPtr context, Span span);

    // One view after the other, without keeping readers waiting.
    QCoro::Task<Outcome> refresh(CallContextPtr context, Timestamp now);

private:
    db::Database &m_db;
};

} // namespace cargo::stats
