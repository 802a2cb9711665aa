#include "server/demo/demo_deals.h"

#include <QDeadlineTimer>
#include <QEventLoop>
#include <QTimer>

namespace cargo::demo {

namespace {
constexpr int kStepMs = 30'000; // for what the background work of the server does after an order
constexpr int kLookAgainMs = 40;
} // namespace

enum class DemoDeals::Goal : quint8 {
    Created,
    Cancelled,
    Funded,
    InTransit,
    Amended,
    Arrived,
    Delivered,
    Released,
    Disputed,
    Refunded,
    Paid,
    Split
};

const std::vector<DemoDeals::Goal> &DemoDeals::goals()
{
    static const std::vector<Goal> all{Goal::Released,  Goal::InTransit, Goal::Delivered, Goal::Released,  Goal::Disputed,
                                       Goal::Funded,    Goal::Released,  Goal::Amended,   Goal::Arrived,   Goal::Refunded,
                                       Goal::Cancelled, Goal::Released,  Goal::Split,     Goal::InTransit, Goal::Paid,
                                       Goal::Released,  Goal::Created,   Goal::InTransit};
    return all;
}

Result<bool> DemoDeals::isEverythingThere()
{
    const size_t last = (goals().size() - 1) % m_market.buyers.size();
    const size_t wanted = (goals().size() - 1) / m_market.buyers.size() + 1;
    const auto deals = m_market.api.get(QStringLiteral("/deals?limit=100"), m_market.buyers[last].token);
    CARGO_TRY(deals);
    return size_t(deals->value(QLatin1String("items")).toArray().size()) >= wanted;
}

Outcome DemoDeals::appeal(const Run &run, const QByteArray &who)
{
    const auto decisions = m_market.api.get(QStringLiteral("/me/decisions"), who);
    CARGO_TRY(decisions);
    const QString id = decisions->value(QLatin1String("items")).toArray().at(0).toObject().value(QLatin1String("id")).toString();
    CARGO_TRY(
        m_market.api.call("POST", QStringLiteral("/me/decisions/") + id + QStringLiteral("/appeal"), who,
                          {{QStringLiteral("text"), text("Трещина была видна на моих фотографиях приёмки, посмотрите ещё раз.")}},
                          run.key + "-appeal"));
    return ok();
}

Result<QJsonObject> DemoDeals::order(const Run &run, const QByteArray &who, const char *step, const QJsonObject &body)
{
    return m_market.api.call("POST", QStringLiteral("/deals/") + run.id + u'/' + QLatin1String(step), who, body,
                             run.key + '-' + step);
}

Outcome DemoDeals::waitWhile(const Run &run, const char *status)
{
    QDeadlineTimer deadline(kStepMs);
    for (;;) {
        const auto deal = m_market.api.get(QStringLiteral("/deals/") + run.id, run.buyer);
        CARGO_TRY(deal);
        if (deal->value(QLatin1String("status")).toString() != QLatin1String(status))
            return ok();
        if (deadline.hasExpired())
            return {ErrorCode::Timeout, {}, QStringLiteral("deal ") + run.id + QStringLiteral(" stays ") + QLatin1String(status)};
        QEventLoop loop;
        QTimer::singleShot(kLookAgainMs, &loop, &QEventLoop::quit);
        loop.exec();
    }
}

Outcome DemoDeals::checkpoint(const Run &run, const char *kind, const char *place, int odometer, int photo)
{
    const QByteArray key = run.key + "-checkpoint-" + kind;
    const QJsonObject body{{QStringLiteral("client_id"), steadyUuid(key)},
                           {QStringLiteral("kind"), text(kind)},
                           {QStringLiteral("place"), text(place)},
                           {QStringLiteral("odometer_km"), odometer},
                           {QStringLiteral("photos"), QJsonArray{run.offer->photos.value(photo)}},
                           {QStringLiteral("note"), text("Всё в порядке, едем дальше по плану.")}};
    CARGO_TRY(
        m_market.api.call("POST", QStringLiteral("/deals/") + run.id + QStringLiteral("/checkpoints"), run.driver, body, key));
    return ok();
}

Outcome DemoDeals::travel(const Run &run, size_t number)
{
    const int odometer = run.offer->listing.value(QLatin1String("mileage_km")).toInt();
    const QString vin = QStringLiteral("JTEBR3FJ50K01%1").arg(2000 + number);
    CARGO_TRY(order(run, run.driver, "start",
                    {{QStringLiteral("vin"), vin},
                     {QStringLiteral("odometer_km"), odometer},
                     {QStringLiteral("photos"), QJsonArray{run.offer->photos.value(0), run.offer->photos.value(3)}},
                     {QStringLiteral("note"), text("Принял машину на площадке, комплектация как в объявлении.")}}));
    CARGO_TRY(waitWhile(run, "funded"));
    CARGO_TRY(checkpoint(run, "border", "Погранпереход, документы проверены", odometer + 640, 1));
    return checkpoint(run, "road", "Стоянка на трассе", odometer + 1480, 2);
}

Outcome DemoDeals::review(const Run &run, const QByteArray &who, int rating, const char *words, const char *side)
{
    CARGO_TRY(m_market.api.call("POST", QStringLiteral("/deals/") + run.id + QStringLiteral("/reviews"), who,
                                {{QStringLiteral("rating"), rating}, {QStringLiteral("comment"), text(words)}},
                                run.key + "-review-" + side));
    return ok();
}

Outcome DemoDeals::dispute(const Run &run, Goal goal)
{
    CARGO_TRY(order(run, run.buyer, "dispute",
                    {{QStringLiteral("reason"), QStringLiteral("damaged")},
                     {QStringLiteral("text"), text("На бампере трещина, которой не было на фотографиях приёмки.")},
                     {QStringLiteral("photos"), QJsonArray()}}));
    if (goal == Goal::Disputed)
        return ok();
    if (m_staffToken.isEmpty()) {
        const auto token = m_market.options.signInStaff();
        CARGO_TRY(token);
        m_staffToken = *token;
    }
    const char *outcome = goal == Goal::Refunded ? "refund" : goal == Goal::Paid ? "release" : "split";
    QJsonObject decision{{QStringLiteral("outcome"), text(outcome)},
                         {QStringLiteral("reason_code"), QStringLiteral("photos_show_damage")},
                         {QStringLiteral("text"), text("Решение по фотографиям приёмки и передачи.")}};
    if (goal == Goal::Split) {
        QJsonObject refund = run.offer->listing.value(QLatin1String("price")).toObject();
        refund.insert(QStringLiteral("amount"), refund.value(QLatin1String("amount")).toInteger() / 10);
        decision.insert(QStringLiteral("refund"), refund);
    }
    CARGO_TRY(m_market.api.call("POST", QStringLiteral("/admin/disputes/") + run.id + QStringLiteral("/resolve"), m_staffToken,
                                decision, run.key + "-resolve"));
    return goal == Goal::Refunded ? appeal(run, run.driver) : ok();
}

Outcome DemoDeals::makeAll()
{
    for (size_t i = 0; i < goals().size(); ++i) {
        m_market.tell(QStringLiteral("deals: %1 of %2").arg(i + 1).arg(goals().size()));
        Run run;
        run.offer = &m_market.offers[i * m_market.offers.size() / goals().size()];
        run.buyer = m_market.buyers[i % m_market.buyers.size()].token;
        run.driver = m_market.drivers[run.offer->driver].token;
        run.key = "demo-deal-" + QByteArray::number(qulonglong(i));
        CARGO_TRY(m_market.talkAbout(*run.offer, i % m_market.buyers.size(), i, run.key));
        CARGO_TRY(bring(&run, goals()[i], i));
    }
    return ok();
}

Outcome DemoDeals::bring(Run *run, Goal goal, size_t number)
{
    static const char *const kPlaces[] = {"Москва, Варшавское шоссе", "Екатеринбург", "Новосибирск, площадь Маркса", "Казань",
                                          "Самара"};
    const QJsonObject &listing = run->offer->listing;
    const auto made =
        m_market.api.call("POST", QStringLiteral("/deals"), run->buyer,
                          {{QStringLiteral("listing_id"), run->offer->id},
                           {QStringLiteral("amount"), listing.value(QLatin1String("price"))},
                           {QStringLiteral("delivery_place"), text(kPlaces[number % std::size(kPlaces)])},
                           {QStringLiteral("delivery_eta_days"), listing.value(QLatin1String("delivery_eta_days"))}},
                          run->key);
    CARGO_TRY(made);
    run->id = made->value(QLatin1String("id")).toString();
    if (goal == Goal::Created)
        return ok();
    if (goal == Goal::Cancelled) {
        CARGO_TRY(order(*run, run->buyer, "cancel", {{QStringLiteral("note"), text("Передумал, возьму другую машину.")}}));
        return ok();
    }
    const auto paid = order(*run, run->buyer, "pay", {{QStringLiteral("return_url"), QStringLiteral("cargo://deal")}});
    CARGO_TRY(paid);
    CARGO_TRY(m_market.api.checkout(
        QUrl(paid->value(QLatin1String("payment")).toObject().value(QLatin1String("confirmation_url")).toString())));
    CARGO_TRY(waitWhile(*run, "created"));
    if (goal == Goal::Funded)
        return ok();
    CARGO_TRY(travel(*run, number));
    if (goal == Goal::Disputed || goal == Goal::Refunded || goal == Goal::Paid || goal == Goal::Split)
        return dispute(*run, goal);
    if (goal == Goal::InTransit)
        return ok();
    if (goal == Goal::Amended) {
        const int eta = listing.value(QLatin1String("delivery_eta_days")).toInt() + 6;
        CARGO_TRY(order(*run, run->driver, "amendments",
                        {{QStringLiteral("delivery_eta_days"), eta},
                         {QStringLiteral("reason"), text("Паром задержали из-за шторма.")},
                         {QStringLiteral("photos"), QJsonArray{run->offer->photos.value(1)}}}));
        return ok();
    }
    CARGO_TRY(order(*run, run->driver, "arrive", {{QStringLiteral("note"), text("Я на месте, машина вымыта.")}}));
    if (goal == Goal::Arrived)
        return ok();
    CARGO_TRY(order(*run, run->buyer, "confirm", {{QStringLiteral("note"), text("Машину принял.")}}));
    if (goal == Goal::Delivered)
        return ok();
    CARGO_TRY(order(*run, run->buyer, "release", {{QStringLiteral("note"), text("Всё отлично.")}}));
    static const char *const kWords[] = {
        "Привёз раньше срока, на каждом этапе фото. Рекомендую!", "Машина точно как в объявлении, спасибо.",
        "Немного задержался на границе, но всё время был на связи.", "Очень аккуратный перегонщик, доволен."};
    CARGO_TRY(review(*run, run->buyer, number % 3 == 2 ? 4 : 5, kWords[number % std::size(kWords)], "buyer"));
    return review(*run, run->driver, 5, "Пунктуальный покупатель, приятно иметь дело.", "driver");
}

} // namespace cargo::demo
