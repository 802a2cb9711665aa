#include "server/settings/setting_service.h"

#include "server/audit/audit.h"
#include "server/jobs/idempotency.h"
#include "server/settings/live_settings.h"
#include "shared/api/json_reader.h"
#include "shared/domain/deal/fee.h"

namespace cargo::settings {

namespace {
constexpr int kHistoryLines = 5;
constexpr int kSampleDeals = 1000;

QByteArray payloadOf(const Wish &wish, const QString &before)
{
    api::JsonWriter out;
    out.beginObject().field("value", wish.value).field("reason", wish.reason).field("previous", before).endObject();
    return out.take();
}

std::optional<Wish> wishOf(const QByteArray &payload)
{
    const auto object = api::parseObject(payload);
    if (!object)
        return std::nullopt;
    Wish wish;
    if (const QJsonValue value = object->value(QLatin1String("value")); value.isString())
        wish.value = value.toString();
    wish.reason = object->value(QLatin1String("reason")).toString();
    wish.seen = object->value(QLatin1String("previous")).toString();
    return wish;
}
} // namespace

void SettingService::write(api::JsonWriter &out, const config::SettingRow &row, const Stored &stored) const
{
    const QString operators = row.print(m_operators);
    const QString standard = row.print(config::Settings());
    const Changeable *changeable = findChangeable(row.name);
    const char *source = stored.value ? "console" : operators == standard ? "default" : "environment";
    out.beginObject().field("name", row.name).field("help", row.help).field("secret", row.secret);
    out.key("value");
    if (row.secret)
        out.null();
    else
        out.value(stored.value.value_or(operators));
    out.key("default");
    if (row.secret)
        out.null();
    else
        out.value(standard);
    out.field("source", source).field("may_change", changeable != nullptr);
    out.field("four_eyes", changeable && changeable->fourEyes).key("history").raw(stored.history).endObject();
}

QCoro::Task<Outcome> SettingService::tellAgain(CallContextPtr context)
{
    const auto changes = co_await m_store.latest(context);
    CARGO_CO_TRY(changes);
    for (const Change &change : *changes)
        m_runtime.bus.publish(kChangedTopic, change.toJson());
    co_return ok();
}

QCoro::Task<Result<QByteArray>> SettingService::list(CallContextPtr context)
{
    auto stored = co_await m_store.all(context, kHistoryLines);
    CARGO_CO_TRY(stored);
    api::JsonWriter out(16 * 1024);
    out.beginObject().key("items").beginArray();
    for (const config::SettingRow &row : config::settingTable())
        write(out, row, (*stored)[row.name]);
    out.endArray().key("next_cursor").null().endObject();
    co_return out.take();
}

QCoro::Task<Result<SettingStore::Page>> SettingService::history(CallContextPtr context, QByteArray name,
                                                                std::optional<qint64> before, int limit)
{
    if (!findSetting(name))
        co_return ErrorCode::NotFound;
    co_return co_await m_store.history(context, name, before, limit);
}

QCoro::Task<Result<SettingService::Checked>> SettingService::check(db::Transaction tx, const config::SettingRow *row, Wish wish)
{
    CARGO_CO_TRY(co_await m_store.lock(tx, row->name));
    const auto stored = co_await m_store.value(tx, row->name);
    CARGO_CO_TRY(stored);
    const QString operators = row->print(m_operators);
    Checked checked;
    checked.before = stored->value_or(operators);
    if (wish.seen && *wish.seen != checked.before)
        co_return Error{ErrorCode::StateConflict, QStringLiteral("value"), checked.before};
    // Read as the operator's own would be, and written in one form.
    config::Settings tried = m_operators;
    if (const auto taken = row->read(tried, wish.value.value_or(operators)); !taken)
        co_return Error{taken.error().code, QStringLiteral("value"), taken.error().detail};
    checked.after = row->print(tried);
    if (checked.after == checked.before && wish.value.has_value() == stored->has_value())
        co_return Error{ErrorCode::StateConflict, QStringLiteral("value"), checked.before};
    co_return checked;
}

QCoro::Task<Result<Answer>> SettingService::change(CallContextPtr context, QByteArray name, Wish wish)
{
    const UserId me = context->principal->user;
    const config::SettingRow *row = findSetting(name);
    if (!row)
        co_return ErrorCode::NotFound;
    const Changeable *changeable = findChangeable(name);
    if (!changeable)
        co_return Error{ErrorCode::Forbidden, {}, QStringLiteral("the operator's alone")};
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    const auto checked = co_await check(*tx, row, wish);
    CARGO_CO_TRY(checked);
    if (wish.value)
        wish.value = checked->after;
    if (changeable->fourEyes)
        co_return co_await propose(*tx, name, wish, checked->before, me);
    NewChange change{name, wish.value, checked->before, wish.reason, me, {}, now()};
    CARGO_CO_TRY(co_await store(*tx, change));
    api::JsonWriter out;
    out.beginObject().field("name", name).field("value", checked->after).field("previous", checked->before).endObject();
    Answer answer{200, out.take()};
    CARGO_CO_TRY(co_await jobs::remember(*tx, answer.status, answer.body));
    CARGO_CO_TRY(co_await tx->commit());
    co_return answer;
}

QCoro::Task<Result<Answer>> SettingService::propose(db::Transaction tx, QByteArray name, Wish wish, QString before, UserId by)
{
    proposals::Proposal proposal;
    proposal.id = newUuid(now());
    proposal.kind = kind();
    proposal.subject = name;
    proposal.title = QString::fromLatin1(name);
    proposal.payload = payloadOf(wish, before);
    proposal.proposedBy = by;
    proposal.createdAt = now();
    const auto json = co_await m_proposals.propose(tx, proposal);
    CARGO_CO_TRY(json);
    Answer answer{202, "{\"proposal\":" + *json + '}'};
    CARGO_CO_TRY(co_await jobs::remember(tx, answer.status, answer.body));
    CARGO_CO_TRY(co_await tx.commit());
    co_return answer;
}

QCoro::Task<Outcome> SettingService::store(db::Transaction tx, NewChange change)
{
    const auto id = co_await m_store.insert(tx, change);
    CARGO_CO_TRY(id);
    api::JsonWriter details;
    details.beginObject().field("name", change.name).field("value", change.value).field("previous", change.previous);
    details.field("reason", change.reason).field("approved_by", change.approvedBy).endObject();
    audit::AuditEvent event{change.by.uuid, "setting.changed", change.by, details.take()};
    CARGO_CO_TRY(co_await audit::append(tx, event));
    Bus *bus = &m_runtime.bus;
    const QByteArray told = Change{*id, change.name, change.value}.toJson();
    tx.afterCommit([bus, told] { bus->publish(kChangedTopic, told); });
    co_return ok();
}

QCoro::Task<Outcome> SettingService::carryOut(db::Transaction tx, proposals::Proposal proposal, UserId approver)
{
    const auto wish = wishOf(proposal.payload);
    const config::SettingRow *row = findSetting(proposal.subject);
    if (!wish || !row)
        co_return Error{ErrorCode::Internal, {}, QStringLiteral("a proposal that cannot be read")};
    const auto checked = co_await check(tx, row, *wish);
    CARGO_CO_TRY(checked);
    NewChange change{proposal.subject, wish->value, checked->before, wish->reason, proposal.proposedBy, approver, now()};
    co_return co_await store(tx, change);
}

QCoro::Task<Outcome> SettingService::rejected(db::Transaction, proposals::Proposal) { co_return ok(); }

QCoro::Task<Result<QByteArray>> SettingService::previewFee(CallContextPtr context, Fee fee)
{
    const auto deals = co_await m_store.lastDeals(context, kSampleDeals);
    CARGO_CO_TRY(deals);
    const Fee present{m_runtime.settings.feeBasisPoints, m_runtime.settings.feeMinimumMinor};
    const auto of = [](const Money &amount, const Fee &terms) {
        const auto taken = platformFee(amount, terms.basisPoints, Money{terms.minimumMinor, amount.currency});
        return taken ? taken->amountMinor : 0;
    };
    api::JsonWriter out;
    out.beginObject().key("examples").beginArray();
    for (const qint64 minor : {50'000'00LL, 500'000'00LL, 1'000'000'00LL, 3'000'000'00LL, 10'000'000'00LL}) {
        const Money amount{minor, Currency::rub()};
        out.beginObject().field("amount", amount).field("fee_now", Money{of(amount, present), amount.currency});
        out.field("fee_then", Money{of(amount, fee), amount.currency}).endObject();
    }
    struct Sums
    {
        qint64 deals = 0, volume = 0, now = 0, then = 0;
    };
    std::map<QByteArray, Sums> sums;
    for (const SettingStore::Sample &deal : *deals) {
        const Money amount{deal.amountMinor, Currency::fromCode(QString::fromLatin1(deal.currency)).value_or(Currency::rub())};
        Sums &sum = sums[deal.currency];
        ++sum.deals;
        sum.volume += amount.amountMinor;
        sum.now += of(amount, present);
        sum.then += of(amount, fee);
    }
    out.endArray().key("last_deals").beginArray();
    for (const auto &[currency, sum] : sums) {
        out.beginObject().field("currency", currency).field("deals", sum.deals).field("volume", sum.volume);
        out.field("fee_now", sum.now).field("fee_then", sum.then).endObject();
    }
    out.endArray().endObject();
    co_return out.take();
}

} // namespace cargo::settings
