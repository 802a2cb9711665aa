// The way of a deal: its steps, what the driver recorded, whether that still holds, when the car should be there.
#include "qml/deals/deal_words.h"

#include "qml/client/fields.h"
#include "qml/client/format.h"
#include "qml/deals/driver_deal_words.h"
#include "shared/api/checkpoint_chain.h"

#include <QCoreApplication>
#include <QDateTime>

namespace cargo::deals {

using client::at;
using client::Format;
using client::word;

namespace {

constexpr double kDayMs = 24 * 3600 * 1000.0;

struct DealStory
{
    Q_DECLARE_TR_FUNCTIONS(DealStory)
};

std::vector<QJsonObject> checkpointsOf(const QJsonArray &events)
{
    std::vector<QJsonObject> points;
    for (const QJsonValue &event : events) {
        if (const QJsonObject point = event.toObject().value(QLatin1String("checkpoint")).toObject(); !point.isEmpty())
            points.push_back(point);
    }
    return points;
}

std::pair<QString, QString> kindOf(const QString &kind) // title, icon
{
    if (kind == QLatin1String("pickup"))
        return {DealStory::tr("The car is picked up"), QStringLiteral("vpn_key")};
    if (kind == QLatin1String("border"))
        return {DealStory::tr("Border"), QStringLiteral("flag")};
    if (kind == QLatin1String("customs"))
        return {DealStory::tr("Customs"), QStringLiteral("account_balance")};
    if (kind == QLatin1String("ferry"))
        return {DealStory::tr("Ferry"), QStringLiteral("directions_boat")};
    if (kind == QLatin1String("arrival"))
        return {DealStory::tr("The car is there"), QStringLiteral("location_on")};
    if (kind == QLatin1String("absent"))
        return {DealStory::tr("The buyer was not there"), QStringLiteral("person_outline")};
    if (kind == QLatin1String("handover"))
        return {DealStory::tr("Inspection at the handover"), QStringLiteral("fact_check")};
    if (kind == QLatin1String("road"))
        return {DealStory::tr("On the road"), QStringLiteral("local_shipping")};
    return {DealStory::tr("On the way"), QStringLiteral("place")};
}

QString placeAndKm(const QJsonObject &point)
{
    QStringList parts;
    if (!word(point, "place").isEmpty())
        parts << word(point, "place");
    if (const double km = point.value(QLatin1String("odometer_km")).toDouble(); km > 0)
        parts << DealStory::tr("%1 km").arg(Format::number(km));
    return parts.join(QStringLiteral(" · "));
}

// The two clocks: a record that waited for a network, and a phone whose clock is wrong, are told apart where the server could.
QString clockText(const QJsonObject &point, double device, double recorded, bool toDriver)
{
    if (point.value(QLatin1String("clock_disagrees")).toBool())
        return (toDriver ? DealStory::tr("The clock of your phone is wrong: it said %1, it reached us %2")
                         : DealStory::tr("The clock of the driver's phone is wrong: it said %1, it reached us %2"))
            .arg(Format::moment(device), Format::moment(recorded));
    constexpr double kLateMs = 10 * 60 * 1000;
    if (device > 0 && qAbs(device - recorded) > kLateMs)
        return DealStory::tr("Recorded without a network %1, it reached us %2")
            .arg(Format::moment(device), Format::moment(recorded));
    return {};
}

QJsonObject lastEvent(const QJsonArray &events, const char *name)
{
    for (qsizetype i = events.size(); i > 0; --i) {
        const QJsonObject event = events.at(i - 1).toObject();
        if (word(event, "event") == QLatin1String(name))
            return event;
    }
    return {};
}

} // namespace

QVariantList photoUrls(const QJsonArray &photos, const UrlOf &urlOf)
{
    QVariantList urls;
    for (const QJsonValue &photo : photos) {
        const QString id = photo.isObject() ? word(photo.toObject(), "id") : photo.toString();
        urls.append(urlOf(QStringLiteral("/api/v1/media/%1/card").arg(id)));
    }
    return urls;
}

QList<QVariantMap> timelineRows(const QJsonObject &deal, const QJsonArray &events, const UrlOf &urlOf, bool toDriver)
{
    QList<QVariantMap> rows;
    const QString done = QStringLiteral("done"), now = QStringLiteral("now"), next = QStringLiteral("next");
    const auto add = [&rows](const char *key, const QString &title, double moment, const QString &detail, const QString &state,
                             const QVariantList &photos = {}) {
        rows.append({{QStringLiteral("key"), QLatin1String(key)},
                     {QStringLiteral("title"), title},
                     {QStringLiteral("moment"), Format::moment(moment)},
                     {QStringLiteral("detail"), detail},
                     {QStringLiteral("state"), state},
                     {QStringLiteral("photos"), photos}});
    };
    const QString status = word(deal, "status");
    const double funded = at(deal, "funded_at"), started = at(deal, "started_at"), arrived = at(deal, "arrived_at");
    const double delivered = at(deal, "delivered_at"), finished = at(deal, "finished_at");
    const bool over = status == QLatin1String("cancelled"), disputed = status == QLatin1String("disputed");
    const bool resolved = status.startsWith(QLatin1String("resolved_"));
    const bool stopped = disputed || resolved;
    add("created", DealStory::tr("Agreed"), at(deal, "created_at"), DealStory::tr("The terms are fixed for both sides"), done);
    if (funded > 0 || !over)
        add("funded", funded > 0 ? DealStory::tr("Paid") : DealStory::tr("Payment"), funded,
            funded > 0 ? DealStory::tr("The bank confirmed and holds the money")
            : toDriver ? DealStory::tr("to the bank, before you set out")
                       : DealStory::tr("to the bank, not to the driver"),
            funded > 0 ? done : now);
    if (const QJsonObject changed = lastEvent(events, "amendment_accepted"); !changed.isEmpty())
        add("changed", DealStory::tr("The terms were changed"), at(changed, "created_at"), DealStory::tr("both sides agreed"),
            done);
    const std::vector<QJsonObject> points = checkpointsOf(events);
    if (started > 0 || (!over && !stopped)) {
        const QString days = DealStory::tr("%n day(s)", "delivery", deal.value(QLatin1String("delivery_eta_days")).toInt());
        QJsonObject shown; // the last with photos, else the last
        for (const QJsonObject &point : points)
            shown = shown.isEmpty() || !point.value(QLatin1String("photos")).toArray().isEmpty() ? point : shown;
        const QString where = placeAndKm(points.empty() ? QJsonObject() : points.back());
        add("started", DealStory::tr("On the way"), points.empty() ? started : at(points.back(), "recorded_at"),
            !where.isEmpty() ? where
            : started > 0    ? DealStory::tr("no news from the way yet")
                             : days,
            arrived > 0 || delivered > 0 || stopped ? done
            : funded > 0                            ? now
                                                    : next,
            photoUrls(shown.value(QLatin1String("photos")).toArray(), urlOf));
    }
    if (arrived > 0)
        add("arrived", DealStory::tr("The car is there"), arrived,
            delivered > 0 || stopped ? QString()
            : toDriver               ? DealStory::tr("The buyer looks at it, then shows you his code")
                                     : DealStory::tr("Look at it, then show the code"),
            delivered > 0 || stopped ? done : now);
    if (delivered > 0 || (!over && !stopped))
        add("delivered", DealStory::tr("Handover"), delivered,
            delivered > 0 ? QString() : DealStory::tr("by the code, when you meet"), delivered > 0 ? done : next);
    if (stopped)
        add("disputed", DealStory::tr("Problem reported"), at(deal, "disputed_at"),
            disputed ? DealStory::tr("Our clocks stand still, the money stays at the bank") : QString(),
            disputed ? QStringLiteral("problem") : done);
    if (resolved)
        add("resolved", toDriver ? driverStatusText(deal) : statusText(deal), finished, DealStory::tr("CarGo has decided"), done);
    else if (disputed)
        add("decision", DealStory::tr("Decision"), 0, DealStory::tr("by CarGo, on the evidence of both sides"), next);
    else if (over)
        add("cancelled", DealStory::tr("Cancelled"), finished,
            word(lastEvent(events, "payment_deadline").value(QLatin1String("details")).toObject(), "reason")
                    == QLatin1String("car_taken")
                ? toDriver ? DealStory::tr("Another buyer paid for this car first.")
                           : DealStory::tr("Somebody else paid for this car first. Nothing was taken from you.")
                : QString(),
            QStringLiteral("problem"));
    else
        add("released", toDriver ? DealStory::tr("Payout to you") : DealStory::tr("Payout to the driver"), finished,
            finished > 0 ? QString()
            : toDriver   ? DealStory::tr("24 hours after the buyer's “yes”")
                         : DealStory::tr("24 hours after your “yes”"),
            finished > 0    ? done
            : delivered > 0 ? now
                            : next);
    return rows;
}

int checkpointsHolding(const QString &dealId, const QJsonArray &events)
{
    const auto id = DealId::fromText(QStringView(dealId));
    std::vector<api::CheckpointDto> chain;
    for (const QJsonObject &point : checkpointsOf(events)) {
        const auto read = api::CheckpointDto::read(point);
        if (!read.ok())
            break;
        chain.push_back(read.value);
    }
    return id ? int(api::checkpointsThatHold(*id, chain)) : 0;
}

QList<QVariantMap> checkpointRows(const QJsonArray &events, int holding, const UrlOf &urlOf, bool toDriver)
{
    const std::vector<QJsonObject> points = checkpointsOf(events);
    QList<QVariantMap> rows;
    double before = 0; // odometer
    for (size_t i = 0; i < points.size(); ++i) {
        const QJsonObject &point = points[i];
        const auto [title, icon] = kindOf(word(point, "kind"));
        const double km = point.value(QLatin1String("odometer_km")).toDouble();
        QString detail = km > 0 ? DealStory::tr("%1 km on the odometer").arg(Format::number(km)) : QString();
        if (km > before && before > 0)
            detail += DealStory::tr(", %1 km further").arg(Format::number(km - before));
        if (km > 0)
            before = km;
        const double device = at(point, "device_time"), recorded = at(point, "recorded_at");
        const QString clock = clockText(point, device, recorded, toDriver);
        rows.prepend({{QStringLiteral("key"), word(point, "id")},
                      {QStringLiteral("seq"), int(i) + 1},
                      {QStringLiteral("iconName"), icon},
                      {QStringLiteral("title"), title},
                      {QStringLiteral("place"), word(point, "place")},
                      {QStringLiteral("detail"), detail},
                      {QStringLiteral("note"), word(point, "note")},
                      {QStringLiteral("moment"), Format::moment(recorded)},
                      {QStringLiteral("day"), Format::day(recorded)},
                      {QStringLiteral("deviceText"), clock},
                      {QStringLiteral("inspection"), inspectionWords(point)},
                      {QStringLiteral("photos"), photoUrls(point.value(QLatin1String("photos")).toArray(), urlOf)},
                      {QStringLiteral("hash"), word(point, "hash")},
                      {QStringLiteral("previousHash"), word(point, "previous_hash")},
                      {QStringLiteral("holds"), int(i) < holding}});
    }
    return rows;
}

QVariantMap chainWords(const QJsonArray &events, int holding, bool toDriver)
{
    const int count = int(checkpointsOf(events).size());
    const bool good = holding == count;
    return {{QStringLiteral("count"), count},
            {QStringLiteral("holds"), holding},
            {QStringLiteral("state"), count == 0 ? QStringLiteral("none")
                                      : good     ? QStringLiteral("ok")
                                                 : QStringLiteral("broken")},
            {QStringLiteral("title"), count == 0 ? QString()
                                      : good ? DealStory::tr("Nothing was changed: the chain of %n record(s) holds", "", count)
                                             : DealStory::tr("The chain is broken at record %1").arg(holding + 1)},
            {QStringLiteral("text"),
             count == 0 ? QString()
             : good ? DealStory::tr("Every record carries the fingerprint of the one before and of its photos. This device has "
                                    "computed them again.")
             : toDriver
                 ? DealStory::tr("What was recorded does not fit its fingerprint. Write to support with the number of the "
                                 "deal.")
                 : DealStory::tr("What was recorded does not fit its fingerprint. Do not confirm the car: write to support "
                                 "with the number of the deal.")}};
}

QVariantMap etaWords(const QJsonObject &deal, const QJsonArray &events, double nowMs, bool toDriver)
{
    const int days = deal.value(QLatin1String("delivery_eta_days")).toInt();
    const int first = deal.value(QLatin1String("listing")).toObject().value(QLatin1String("delivery_eta_days")).toInt();
    const double paid = at(deal, "funded_at"), arrived = at(deal, "arrived_at");
    const QString term = DealStory::tr("%n day(s)", "delivery", days);
    QVariantMap words{{QStringLiteral("tone"), QStringLiteral("plain")}};
    if (const QJsonObject changed = lastEvent(events, "amendment_accepted"); !changed.isEmpty() && first > 0 && first != days)
        words.insert(QStringLiteral("changed"),
                     DealStory::tr("At first %1 were agreed, changed by both sides %2")
                         .arg(DealStory::tr("%n day(s)", "delivery", first), Format::moment(at(changed, "created_at"))));
    if (paid <= 0) {
        words.insert(QStringLiteral("title"), DealStory::tr("%1 after the payment").arg(term));
        return words;
    }
    const double due = paid + days * kDayMs;
    if (arrived > 0) {
        const int late = int((arrived - due) / kDayMs);
        words.insert(QStringLiteral("title"), DealStory::tr("There since %1").arg(Format::day(arrived)));
        words.insert(QStringLiteral("text"), late > 0   ? DealStory::tr("%n day(s) later than agreed", "", late)
                                             : late < 0 ? DealStory::tr("%n day(s) earlier than agreed", "", -late)
                                                        : DealStory::tr("as agreed"));
        words.insert(QStringLiteral("tone"), late > 0 ? QStringLiteral("warn") : QStringLiteral("good"));
        return words;
    }
    const int late = int((nowMs - due) / kDayMs);
    words.insert(QStringLiteral("title"),
                 (toDriver ? DealStory::tr("Bring it by %1") : DealStory::tr("By %1")).arg(Format::date(due)));
    words.insert(QStringLiteral("text"),
                 nowMs > due && toDriver ? DealStory::tr("%n day(s) late. Propose another term to the buyer.", "", qMax(1, late))
                 : nowMs > due ? DealStory::tr("%n day(s) late. You can report a problem at any time.", "", qMax(1, late))
                               : DealStory::tr("%1 from the payment").arg(term));
    if (nowMs > due)
        words.insert(QStringLiteral("tone"), QStringLiteral("warn"));
    return words;
}

QString shareText(const QJsonObject &deal, const QJsonArray &events)
{
    const QJsonObject car = deal.value(QLatin1String("listing")).toObject();
    QStringList lines;
    lines << DealStory::tr("%1 %2, %3: deal %4 on CarGo")
                 .arg(word(car, "brand"), word(car, "model"), QString::number(car.value(QLatin1String("year")).toInt()),
                      word(deal, "number"));
    lines << statusText(deal);
    const std::vector<QJsonObject> points = checkpointsOf(events);
    if (!points.empty() && !placeAndKm(points.back()).isEmpty())
        lines << DealStory::tr("Last seen: %1, %2")
                     .arg(placeAndKm(points.back()), Format::moment(at(points.back(), "recorded_at")));
    const QVariantMap eta = etaWords(deal, events, double(QDateTime::currentMSecsSinceEpoch()), false);
    lines << DealStory::tr("To %1: %2").arg(word(deal, "delivery_place"), eta.value(QStringLiteral("title")).toString());
    return lines.join(u'\n');
}

} // namespace cargo::deals
