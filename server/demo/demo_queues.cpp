#include "server/demo/demo_queues.h"

namespace cargo::demo {

Outcome DemoQueues::fill()
{
    m_market.tell(QStringLiteral("queues"));
    static const char *const kQuestions[][2] = {
        {"Когда придёт возврат?", "Сделка отменена вчера, деньги ещё не вернулись на карту."},
        {"Как поменять город доставки?", "Переезжаю, машина уже в пути. Что нужно сделать?"},
        {"Не приходит код на почту", "Пробовал трижды, в спаме тоже пусто."}};
    for (size_t i = 0; i < std::size(kQuestions); ++i)
        CARGO_TRY(m_market.api.call("POST", QStringLiteral("/tickets"), m_market.buyers[i].token,
                                    {{QStringLiteral("subject"), text(kQuestions[i][0])},
                                     {QStringLiteral("body"), text(kQuestions[i][1])},
                                     {QStringLiteral("attachments"), QJsonArray()}},
                                    "demo-ticket-" + QByteArray::number(qulonglong(i))));
    const QJsonObject report{{QStringLiteral("reason"), QStringLiteral("wrong_data")},
                             {QStringLiteral("text"), text("На фотографиях другая комплектация.")}};
    for (size_t i = 3; i < 6; ++i)
        CARGO_TRY(m_market.api.call("POST",
                                    QStringLiteral("/listings/") + m_market.offers[1 + i % 2].id + QStringLiteral("/report"),
                                    m_market.buyers[i].token, report, "demo-report-" + QByteArray::number(qulonglong(i))));
    CARGO_TRY(offerWhatRulesStop());
    CARGO_TRY(changeWhatIsOnSale());
    return tryToMeetOutside();
}

Outcome DemoQueues::offerWhatRulesStop()
{
    const Offer &like = m_market.offers[m_market.offers.size() - 1];
    const QByteArray &token = m_market.drivers[like.driver].token;
    QJsonObject body = like.listing;
    body.insert(QStringLiteral("description"), text("Отличное состояние, продаётся без ПТС, под документы."));
    const auto made = m_market.api.call("POST", QStringLiteral("/listings"), token, body, "demo-stopped");
    CARGO_TRY(made);
    const QString path = QStringLiteral("/listings/") + made->value(QLatin1String("id")).toString();
    CARGO_TRY(m_market.api.call("POST", path + QStringLiteral("/publish"), token, {}, "demo-stopped-publish"));
    return ok();
}

// A car of its own: nobody can buy it until somebody has looked.
Outcome DemoQueues::changeWhatIsOnSale()
{
    const Offer &like = m_market.offers[0];
    const QByteArray &token = m_market.drivers[like.driver].token;
    const auto made = m_market.api.call("POST", QStringLiteral("/listings"), token, like.listing, "demo-changed");
    CARGO_TRY(made);
    const QString path = QStringLiteral("/listings/") + made->value(QLatin1String("id")).toString();
    CARGO_TRY(m_market.api.call("POST", path + QStringLiteral("/publish"), token, {}, "demo-changed-publish"));
    const auto now = m_market.api.get(path, token);
    CARGO_TRY(now);
    const QJsonObject change{
        {QStringLiteral("description"), text("Состояние отличное. Отдам без ПТС, документы на руках у хозяина.")}};
    if (now->value(QLatin1String("description")) == change.value(QLatin1String("description")))
        return ok(); // said in a run before
    CARGO_TRY(m_market.api.patch(path, token, now->value(QLatin1String("version")).toInteger(), change));
    return ok();
}

Outcome DemoQueues::tryToMeetOutside()
{
    const Offer &offer = m_market.offers[2];
    const QByteArray &token = m_market.buyers[6].token;
    const auto opened = m_market.api.call("POST", QStringLiteral("/listings/") + offer.id + QStringLiteral("/conversations"),
                                          token, {}, "demo-outside");
    CARGO_TRY(opened);
    static const char *const kTries[] = {"Напишите мне: +7 914 655-20-47", "Или на почту ivan.petrov@example.org",
                                         "Тогда в телеграме @ivan_petrov_77"};
    for (size_t i = 0; i < std::size(kTries); ++i) {
        const auto said = m_market.say(opened->value(QLatin1String("id")).toString(), token, kTries[i],
                                       "demo-outside-" + QByteArray::number(qulonglong(i)));
        if (!said && said.code() != ErrorCode::Muted) // he is stopped after some
            return said;
    }
    return ok();
}

} // namespace cargo::demo
