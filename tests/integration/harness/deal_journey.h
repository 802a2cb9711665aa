#pragma once

#include "harness/money_rig.h"

namespace cargo::test {

inline constexpr qint64 kPrice = 540'000'000; // 5.4 million roubles
inline constexpr qint64 kFee = 13'500'000;    // 2.5 %
inline const QByteArray kVin = "JTEBR3FJ50K012345";

inline QJsonObject money(qint64 amount, const char *currency = "RUB")
{
    return {{QStringLiteral("amount"), amount}, {QStringLiteral("currency"), QLatin1String(currency)}};
}

// One deal and its people, moved along by short words.
struct Journey
{
    explicit Journey(MoneyRig &home, qint64 amount = kPrice, const QByteArray &vin = kVin)
        : rig(home), buyer(rig.buyer()), driver(rig.driver()), support(rig.staff(Permission::Support)),
          listing(rig.listing(driver, amount, vin))
    {
        created = rig.post(buyer, "/deals", body(amount));
        id = created.text("id").toLatin1();
    }

    QJsonObject body(qint64 amount) const
    {
        return {{QStringLiteral("listing_id"), listing.toString()},
                {QStringLiteral("amount"), money(amount)},
                {QStringLiteral("delivery_place"), QStringLiteral("Vladivostok, Svetlanskaya 1")},
                {QStringLiteral("delivery_eta_days"), 45}};
    }
    QByteArray path(const char *what = "") const { return "/deals/" + id + what; }
    Reply as(const Caller &caller) { return rig.get(caller, path()); }
    QString status() { return as(buyer).text("status"); }
    QString moneyStatus() { return as(buyer).text("money_status"); }

    Reply pay() { return rig.post(buyer, path("/pay"), {{QStringLiteral("return_url"), QStringLiteral("cargo://deal")}}); }
    QString confirmationUrl(const Reply &paid) const
    {
        return paid.json.value(QLatin1String("payment")).toObject().value(QLatin1String("confirmation_url")).toString();
    }
    void fund()
    {
        rig.checkout(confirmationUrl(pay()), "outcome=success");
        rig.pump();
    }
    QJsonObject startBody(const QByteArray &vin = kVin)
    {
        const QString photo = rig.photo(driver).toString();
        return {{QStringLiteral("vin"), QString::fromLatin1(vin)},
                {QStringLiteral("odometer_km"), 45012},
                {QStringLiteral("photos"), QJsonArray{photo}},
                {QStringLiteral("note"), QStringLiteral("picked up")}};
    }
    Reply start()
    {
        const Reply reply = rig.post(driver, path("/start"), startBody());
        rig.pump();
        return reply;
    }
    Reply arrive() { return rig.post(driver, path("/arrive")); }
    Reply confirm() { return rig.post(buyer, path("/confirm")); }
    Reply release()
    {
        const Reply reply = rig.post(buyer, path("/release"));
        rig.pump();
        return reply;
    }
    void toInTransit()
    {
        fund();
        start();
    }
    void toDelivered()
    {
        toInTransit();
        arrive();
        confirm();
    }
    void toReleased()
    {
        toDelivered();
        release();
    }
    Reply dispute(const Caller &who)
    {
        return rig.post(who, path("/dispute"),
                        {{QStringLiteral("reason"), QStringLiteral("damaged")},
                         {QStringLiteral("text"), QStringLiteral("The bumper is cracked")}});
    }
    Reply resolve(const Caller &who, const char *outcome, qint64 refund = 0)
    {
        QJsonObject decision{{QStringLiteral("outcome"), QLatin1String(outcome)},
                             {QStringLiteral("reason_code"), QStringLiteral("photos_show_damage")},
                             {QStringLiteral("text"), QStringLiteral("Decided by the photos at pick-up")}};
        if (refund > 0)
            decision.insert(QStringLiteral("refund"), money(refund));
        const Reply reply = rig.post(who, "/admin/disputes/" + id + "/resolve", decision);
        rig.pump();
        return reply;
    }
    QStringList timeline()
    {
        QStringList words;
        const Reply reply = rig.get(buyer, path("/timeline?limit=100"));
        for (const QJsonValue &value : reply.json.value(QLatin1String("items")).toArray())
            words.push_back(value.toObject().value(QLatin1String("event")).toString());
        return words;
    }
    qint64 balance(const QByteArray &account)
    {
        return rig.number("select coalesce(sum(balance_minor), 0)::bigint from ledger_balances where deal_id = '" + id
                          + "' and account = '" + account + "'");
    }

    // Payments of this deal as the provider has them.
    qint64 atProvider(const QByteArray &status)
    {
        return rig.number(
            "select count(*) from sandbox_payments s join payments p on p.id::text = s.reference where p.deal_id = '" + id
            + "' and s.status = '" + status + "'");
    }

    MoneyRig &rig;
    Caller buyer, driver, support;
    ListingId listing;
    Reply created;
    QByteArray id;
};

} // namespace cargo::test
