#include "server/demo/demo.h"

#include "server/demo/demo_api.h"
#include "server/demo/demo_catalog.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QImageWriter>
#include <QJsonArray>
#include <QTimer>

#include <future>

namespace cargo::demo {

namespace {
constexpr int kStepMs = 30'000; // for what the background work of the server does after an order
constexpr int kLookAgainMs = 40;

QString text(const char *utf8) { return QString::fromUtf8(utf8); }

struct Account
{
    DemoPerson person;
    QByteArray token;
};

struct Offer
{
    size_t driver = 0;
    QString id;
    QStringList photos;
    QJsonObject listing;
};

// How far a deal of the demonstration goes.
enum class Goal { Created, Cancelled, Funded, InTransit, Amended, Arrived, Delivered, Released, Disputed, Refunded, Paid, Split };
constexpr Goal kGoals[] = {Goal::Released, Goal::InTransit, Goal::Delivered, Goal::Released, Goal::Disputed,  Goal::Funded,
                           Goal::Released, Goal::Amended,   Goal::Arrived,   Goal::Refunded, Goal::Cancelled, Goal::Released,
                           Goal::Split,    Goal::InTransit, Goal::Paid,      Goal::Released, Goal::Created,   Goal::InTransit};

QByteArray jpegOf(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "jpeg");
    writer.setQuality(92);
    writer.write(image);
    return bytes;
}

// A UUID that the same thing always gets.
QString steadyUuid(const QByteArray &of)
{
    const QByteArray hex = QCryptographicHash::hash(of, QCryptographicHash::Sha256).toHex();
    return QString::fromLatin1(hex.left(8) + '-' + hex.mid(8, 4) + "-4" + hex.mid(13, 3) + "-a" + hex.mid(17, 3) + '-'
                               + hex.mid(20, 12));
}

class Demo
{
public:
    Demo(const DemoOptions &options, const std::function<void(const QString &)> &tell)
        : m_options(options), m_tell(tell), m_api(options.base)
    {
    }

    Result<bool> run()
    {
        CARGO_TRY(signIn());
        if (const auto there = everythingThere(); !there || *there)
            return there ? Result<bool>(false) : Result<bool>(there.error());
        CARGO_TRY(bringCars());
        CARGO_TRY(keepFavourites());
        CARGO_TRY(talk());
        CARGO_TRY(fillQueues());
        CARGO_TRY(deal());
        return true;
    }

private:
    Outcome signIn()
    {
        m_tell(QStringLiteral("accounts"));
        for (const DemoPerson &person : demoPeople()) {
            const QJsonObject login{{QStringLiteral("email"), person.email}, {QStringLiteral("password"), text(kDemoPassword)}};
            auto session = m_api.call("POST", QStringLiteral("/auth/login"), {}, login);
            if (!session && session.code() == ErrorCode::WrongCredentials) {
                QJsonObject body = login;
                body.insert(QStringLiteral("role"), person.driver ? QStringLiteral("driver") : QStringLiteral("buyer"));
                body.insert(QStringLiteral("display_name"), person.name);
                body.insert(QStringLiteral("locale"), QStringLiteral("ru"));
                session = m_api.call("POST", QStringLiteral("/auth/register"), {}, body);
            }
            CARGO_TRY(session);
            const QByteArray token = session->value(QLatin1String("access_token")).toString().toLatin1();
            (person.driver ? m_drivers : m_buyers).push_back({person, token});
        }
        return ok();
    }

    // The last thing that a run makes is the last buyer's deal.
    Result<bool> everythingThere()
    {
        const size_t last = (std::size(kGoals) - 1) % m_buyers.size();
        const size_t wanted = (std::size(kGoals) - 1) / m_buyers.size() + 1;
        const auto deals = m_api.get(QStringLiteral("/deals?limit=100"), m_buyers[last].token);
        CARGO_TRY(deals);
        return size_t(deals->value(QLatin1String("items")).toArray().size()) >= wanted;
    }

    Outcome bringCars()
    {
        const std::vector<DemoCar> cars = demoCars(m_options.cars);
        for (size_t i = 0; i < cars.size(); ++i) {
            if (i % 20 == 0)
                m_tell(QStringLiteral("cars: %1 of %2").arg(i).arg(cars.size()));
            CARGO_TRY(bringCar(cars[i], i));
        }
        return ok();
    }

    Outcome bringCar(const DemoCar &car, size_t number)
    {
        Offer offer;
        offer.driver = number % m_drivers.size();
        offer.listing = car.listing;
        const QByteArray &token = m_drivers[offer.driver].token;
        const QByteArray key = "demo-car-" + QByteArray::number(qulonglong(number));

        std::vector<std::future<QByteArray>> pictures;
        for (const View view : {View::FrontQuarter, View::Side, View::RearQuarter, View::Interior}) {
            CarPicture picture = car.picture;
            picture.view = view;
            pictures.push_back(std::async(std::launch::async, [picture] { return jpegOf(paintCar(picture)); }));
        }
        QJsonArray photos;
        for (size_t i = 0; i < pictures.size(); ++i) {
            const auto photo = m_api.upload(pictures[i].get(), token, key + "-photo-" + QByteArray::number(qulonglong(i)));
            CARGO_TRY(photo);
            photos.append(*photo);
            offer.photos.append(*photo);
        }
        QJsonObject body = car.listing;
        body.insert(QStringLiteral("photos"), photos);
        const auto created = m_api.call("POST", QStringLiteral("/listings"), token, body, key);
        CARGO_TRY(created);
        offer.id = created->value(QLatin1String("id")).toString();
        CARGO_TRY(m_api.call("POST", QStringLiteral("/listings/") + offer.id + QStringLiteral("/publish"), token, {},
                             key + "-publish"));
        m_offers.push_back(std::move(offer));
        return ok();
    }

    Outcome keepFavourites()
    {
        m_tell(QStringLiteral("favourites"));
        for (size_t b = 0; b < m_buyers.size(); ++b) {
            for (size_t k = 0; k < 7; ++k) {
                const Offer &offer = m_offers[(b * 37 + k * 11) % m_offers.size()];
                CARGO_TRY(m_api.call("PUT", QStringLiteral("/me/favourites/") + offer.id, m_buyers[b].token));
            }
        }
        return ok();
    }

    Outcome say(const QString &conversation, const QByteArray &token, const char *words, const QByteArray &key)
    {
        const QJsonObject message{{QStringLiteral("client_id"), steadyUuid(key)},
                                  {QStringLiteral("body"), text(words)},
                                  {QStringLiteral("attachments"), QJsonArray()}};
        CARGO_TRY(m_api.call("POST", QStringLiteral("/conversations/") + conversation + QStringLiteral("/messages"), token,
                             message, key));
        return ok();
    }

    // `occasion` tells apart what the same two say about the same car.
    Outcome talkAbout(const Offer &offer, size_t buyer, size_t script, const QByteArray &occasion)
    {
        static const char *const kScripts[][5] = {
            {"Здравствуйте! Машина ещё доступна?", "Добрый день! Да, стоит на площадке, могу выехать на этой неделе.",
             "Есть ли окрасы или следы ремонта?",
             "Всё в родной краске, толщиномером прошёл по кругу. Фото замеров приложу при приёмке.",
             "Отлично, тогда обсудим сроки."},
            {"Добрый вечер. Что входит в цену?", "Цена с доставкой до вашего города, таможенное оформление вы делаете сами.",
             "А если на пароме будет задержка?",
             "Тогда предложу изменить срок прямо в сделке, без вашего согласия ничего не поменяется.",
             "Понял, спасибо за подробный ответ!"},
            {"Здравствуйте, торг возможен?", "Немного уступлю, если оформим сделку до выходных.",
             "Сколько владельцев по документам?", "Один, сервисная книжка на руках.", "Хорошо, подумаю до завтра."},
        };
        const QByteArray key = occasion + '-' + offer.id.toLatin1() + '-' + QByteArray::number(qulonglong(buyer));
        const QByteArray &asking = m_buyers[buyer].token;
        const auto opened =
            m_api.call("POST", QStringLiteral("/listings/") + offer.id + QStringLiteral("/conversations"), asking, {}, key);
        CARGO_TRY(opened);
        const QString conversation = opened->value(QLatin1String("id")).toString();
        for (int i = 0; i < 5; ++i)
            CARGO_TRY(say(conversation, i % 2 ? m_drivers[offer.driver].token : asking, kScripts[script % std::size(kScripts)][i],
                          key + '-' + QByteArray::number(i)));
        return ok();
    }

    Outcome talk()
    {
        m_tell(QStringLiteral("conversations"));
        for (size_t b = 0; b < m_buyers.size(); ++b) {
            for (size_t k = 0; k < 3; ++k)
                CARGO_TRY(talkAbout(m_offers[(b * 29 + k * 13) % m_offers.size()], b, b + k, "demo-talk"));
        }
        return ok();
    }

    // ---- Something to do for staff

    Outcome fillQueues()
    {
        m_tell(QStringLiteral("queues"));
        static const char *const kQuestions[][2] = {
            {"Когда придёт возврат?", "Сделка отменена вчера, деньги ещё не вернулись на карту."},
            {"Как поменять город доставки?", "Переезжаю, машина уже в пути. Что нужно сделать?"},
            {"Не приходит код на почту", "Пробовал трижды, в спаме тоже пусто."}};
        for (size_t i = 0; i < std::size(kQuestions); ++i)
            CARGO_TRY(m_api.call("POST", QStringLiteral("/tickets"), m_buyers[i].token,
                                 {{QStringLiteral("subject"), text(kQuestions[i][0])},
                                  {QStringLiteral("body"), text(kQuestions[i][1])},
                                  {QStringLiteral("attachments"), QJsonArray()}},
                                 "demo-ticket-" + QByteArray::number(qulonglong(i))));
        const QJsonObject report{{QStringLiteral("reason"), QStringLiteral("wrong_data")},
                                 {QStringLiteral("text"), text("На фотографиях другая комплектация.")}};
        for (size_t i = 3; i < 6; ++i)
            CARGO_TRY(m_api.call("POST", QStringLiteral("/listings/") + m_offers[1 + i % 2].id + QStringLiteral("/report"),
                                 m_buyers[i].token, report, "demo-report-" + QByteArray::number(qulonglong(i))));
        CARGO_TRY(offerWhatRulesStop());
        return tryToMeetOutside();
    }

    Outcome offerWhatRulesStop()
    {
        const Offer &like = m_offers[m_offers.size() - 1];
        const QByteArray &token = m_drivers[like.driver].token;
        QJsonObject body = like.listing;
        body.insert(QStringLiteral("description"), text("Отличное состояние, продаётся без ПТС, под документы."));
        const auto made = m_api.call("POST", QStringLiteral("/listings"), token, body, "demo-stopped");
        CARGO_TRY(made);
        const QString path = QStringLiteral("/listings/") + made->value(QLatin1String("id")).toString();
        CARGO_TRY(m_api.call("POST", path + QStringLiteral("/publish"), token, {}, "demo-stopped-publish"));
        return ok();
    }

    Outcome tryToMeetOutside()
    {
        const Offer &offer = m_offers[2];
        const QByteArray &token = m_buyers[6].token;
        const auto opened = m_api.call("POST", QStringLiteral("/listings/") + offer.id + QStringLiteral("/conversations"), token,
                                       {}, "demo-outside");
        CARGO_TRY(opened);
        static const char *const kTries[] = {"Напишите мне: +7 914 655-20-47", "Или на почту ivan.petrov@example.org",
                                             "Тогда в телеграме @ivan_petrov_77"};
        for (size_t i = 0; i < std::size(kTries); ++i) {
            const auto said = say(opened->value(QLatin1String("id")).toString(), token, kTries[i],
                                  "demo-outside-" + QByteArray::number(qulonglong(i)));
            if (!said && said.code() != ErrorCode::Muted) // he is stopped after some
                return said;
        }
        return ok();
    }

    struct Run
    {
        QString id;
        const Offer *offer = nullptr;
        QByteArray buyer, driver, key;
    };

    // Who lost a dispute does not leave it at that.
    Outcome appeal(const Run &run, const QByteArray &who)
    {
        const auto decisions = m_api.get(QStringLiteral("/me/decisions"), who);
        CARGO_TRY(decisions);
        const QString id =
            decisions->value(QLatin1String("items")).toArray().at(0).toObject().value(QLatin1String("id")).toString();
        CARGO_TRY(
            m_api.call("POST", QStringLiteral("/me/decisions/") + id + QStringLiteral("/appeal"), who,
                       {{QStringLiteral("text"), text("Трещина была видна на моих фотографиях приёмки, посмотрите ещё раз.")}},
                       run.key + "-appeal"));
        return ok();
    }

    // ---- Deals

    Result<QJsonObject> order(const Run &run, const QByteArray &who, const char *step, const QJsonObject &body = {})
    {
        return m_api.call("POST", QStringLiteral("/deals/") + run.id + u'/' + QLatin1String(step), who, body,
                          run.key + '-' + step);
    }

    // Background work moves the deal on from a status: waits for that. A run that goes on after a kill finds it further still.
    Outcome waitWhile(const Run &run, const char *status)
    {
        QDeadlineTimer deadline(kStepMs);
        for (;;) {
            const auto deal = m_api.get(QStringLiteral("/deals/") + run.id, run.buyer);
            CARGO_TRY(deal);
            if (deal->value(QLatin1String("status")).toString() != QLatin1String(status))
                return ok();
            if (deadline.hasExpired())
                return {
                    ErrorCode::Timeout, {}, QStringLiteral("deal ") + run.id + QStringLiteral(" stays ") + QLatin1String(status)};
            QEventLoop loop;
            QTimer::singleShot(kLookAgainMs, &loop, &QEventLoop::quit);
            loop.exec();
        }
    }

    Outcome checkpoint(const Run &run, const char *kind, const char *place, int odometer, int photo)
    {
        const QByteArray key = run.key + "-checkpoint-" + kind;
        const QJsonObject body{{QStringLiteral("client_id"), steadyUuid(key)},
                               {QStringLiteral("kind"), text(kind)},
                               {QStringLiteral("place"), text(place)},
                               {QStringLiteral("odometer_km"), odometer},
                               {QStringLiteral("photos"), QJsonArray{run.offer->photos.value(photo)}},
                               {QStringLiteral("note"), text("Всё в порядке, едем дальше по плану.")}};
        CARGO_TRY(m_api.call("POST", QStringLiteral("/deals/") + run.id + QStringLiteral("/checkpoints"), run.driver, body, key));
        return ok();
    }

    Outcome travel(const Run &run, size_t number)
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

    Outcome review(const Run &run, const QByteArray &who, int rating, const char *words, const char *side)
    {
        CARGO_TRY(m_api.call("POST", QStringLiteral("/deals/") + run.id + QStringLiteral("/reviews"), who,
                             {{QStringLiteral("rating"), rating}, {QStringLiteral("comment"), text(words)}},
                             run.key + "-review-" + side));
        return ok();
    }

    Outcome dispute(const Run &run, Goal goal)
    {
        CARGO_TRY(order(run, run.buyer, "dispute",
                        {{QStringLiteral("reason"), QStringLiteral("damaged")},
                         {QStringLiteral("text"), text("На бампере трещина, которой не было на фотографиях приёмки.")},
                         {QStringLiteral("photos"), QJsonArray()}}));
        if (goal == Goal::Disputed)
            return ok();
        if (m_staffToken.isEmpty()) {
            const auto token = m_options.signInStaff();
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
        CARGO_TRY(m_api.call("POST", QStringLiteral("/admin/disputes/") + run.id + QStringLiteral("/resolve"), m_staffToken,
                             decision, run.key + "-resolve"));
        return goal == Goal::Refunded ? appeal(run, run.driver) : ok();
    }

    Outcome deal()
    {
        for (size_t i = 0; i < std::size(kGoals); ++i) {
            m_tell(QStringLiteral("deals: %1 of %2").arg(i + 1).arg(std::size(kGoals)));
            Run run;
            run.offer = &m_offers[i * m_offers.size() / std::size(kGoals)];
            run.buyer = m_buyers[i % m_buyers.size()].token;
            run.driver = m_drivers[run.offer->driver].token;
            run.key = "demo-deal-" + QByteArray::number(qulonglong(i));
            CARGO_TRY(talkAbout(*run.offer, i % m_buyers.size(), i, run.key));
            CARGO_TRY(bring(&run, kGoals[i], i));
        }
        return ok();
    }

    Outcome bring(Run *run, Goal goal, size_t number)
    {
        static const char *const kPlaces[] = {"Москва, Варшавское шоссе", "Екатеринбург", "Новосибирск, площадь Маркса", "Казань",
                                              "Самара"};
        const QJsonObject &listing = run->offer->listing;
        const auto made = m_api.call("POST", QStringLiteral("/deals"), run->buyer,
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
        CARGO_TRY(m_api.checkout(
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

    const DemoOptions &m_options;
    const std::function<void(const QString &)> &m_tell;
    DemoApi m_api;
    QByteArray m_staffToken;
    std::vector<Account> m_drivers;
    std::vector<Account> m_buyers;
    std::vector<Offer> m_offers;
};
} // namespace

Result<bool> runDemo(const DemoOptions &options, const std::function<void(const QString &)> &tell)
{
    return Demo(options, tell).run();
}

} // namespace cargo::demo
