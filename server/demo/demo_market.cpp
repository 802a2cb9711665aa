#include "server/demo/demo_market.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QImageWriter>

#include <future>

namespace cargo::demo {

namespace {
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

} // namespace

QString steadyUuid(const QByteArray &of)
{
    const QByteArray hex = QCryptographicHash::hash(of, QCryptographicHash::Sha256).toHex();
    return QString::fromLatin1(hex.left(8) + '-' + hex.mid(8, 4) + "-4" + hex.mid(13, 3) + "-a" + hex.mid(17, 3) + '-'
                               + hex.mid(20, 12));
}

// In the version of now, whichever that is.
static Outcome sign(DemoApi &api, const QByteArray &token, const QString &agreement)
{
    const auto page = api.call("GET", QStringLiteral("/knowledge/") + agreement, token, {});
    CARGO_TRY(page);
    const auto done = api.call("POST", QStringLiteral("/me/agreements/") + agreement, token,
                               {{QStringLiteral("version"), page->value(QLatin1String("version"))}});
    CARGO_TRY(done);
    return ok();
}

Outcome Market::signIn()
{
    tell(QStringLiteral("accounts"));
    for (const DemoPerson &person : demoPeople()) {
        const QJsonObject login{{QStringLiteral("email"), person.email}, {QStringLiteral("password"), text(kDemoPassword)}};
        auto session = api.call("POST", QStringLiteral("/auth/login"), {}, login);
        if (!session && session.code() == ErrorCode::WrongCredentials) {
            QJsonObject body = login;
            body.insert(QStringLiteral("role"), person.driver ? QStringLiteral("driver") : QStringLiteral("buyer"));
            body.insert(QStringLiteral("display_name"), person.name);
            body.insert(QStringLiteral("locale"), QStringLiteral("ru"));
            session = api.call("POST", QStringLiteral("/auth/register"), {}, body);
        }
        CARGO_TRY(session);
        const QByteArray token = session->value(QLatin1String("access_token")).toString().toLatin1();
        const QString agreement = person.driver ? QStringLiteral("terms-driver") : QStringLiteral("terms-buyer");
        CARGO_TRY(sign(api, token, agreement));
        (person.driver ? drivers : buyers).push_back({person, token});
    }
    return ok();
}

Outcome Market::bringCars()
{
    const std::vector<DemoCar> cars = demoCars(options.cars);
    for (size_t i = 0; i < cars.size(); ++i) {
        if (i % 20 == 0)
            tell(QStringLiteral("cars: %1 of %2").arg(i).arg(cars.size()));
        CARGO_TRY(bringCar(cars[i], i));
    }
    return ok();
}

Outcome Market::bringCar(const DemoCar &car, size_t number)
{
    Offer offer;
    offer.driver = number % drivers.size();
    offer.listing = car.listing;
    const QByteArray &token = drivers[offer.driver].token;
    const QByteArray key = "demo-car-" + QByteArray::number(qulonglong(number));

    std::vector<std::future<QByteArray>> pictures;
    for (const View view : {View::FrontQuarter, View::Side, View::RearQuarter, View::Interior}) {
        CarPicture picture = car.picture;
        picture.view = view;
        pictures.push_back(std::async(std::launch::async, [picture] { return jpegOf(paintCar(picture)); }));
    }
    QJsonArray photos;
    for (size_t i = 0; i < pictures.size(); ++i) {
        const auto photo = api.upload(pictures[i].get(), token, key + "-photo-" + QByteArray::number(qulonglong(i)));
        CARGO_TRY(photo);
        photos.append(*photo);
        offer.photos.append(*photo);
    }
    QJsonObject body = car.listing;
    body.insert(QStringLiteral("photos"), photos);
    const auto created = api.call("POST", QStringLiteral("/listings"), token, body, key);
    CARGO_TRY(created);
    offer.id = created->value(QLatin1String("id")).toString();
    CARGO_TRY(
        api.call("POST", QStringLiteral("/listings/") + offer.id + QStringLiteral("/publish"), token, {}, key + "-publish"));
    offers.push_back(std::move(offer));
    return ok();
}

Outcome Market::say(const QString &conversation, const QByteArray &token, const char *words, const QByteArray &key)
{
    const QJsonObject message{{QStringLiteral("client_id"), steadyUuid(key)},
                              {QStringLiteral("body"), text(words)},
                              {QStringLiteral("attachments"), QJsonArray()}};
    CARGO_TRY(
        api.call("POST", QStringLiteral("/conversations/") + conversation + QStringLiteral("/messages"), token, message, key));
    return ok();
}

Outcome Market::talkAbout(const Offer &offer, size_t buyer, size_t script, const QByteArray &occasion)
{
    static const char *const kScripts[][5] = {
        {"Здравствуйте! Машина ещё доступна?", "Добрый день! Да, стоит на площадке, могу выехать на этой неделе.",
         "Есть ли окрасы или следы ремонта?",
         "Всё в родной краске, толщиномером прошёл по кругу. Фото замеров приложу при приёмке.", "Отлично, тогда обсудим сроки."},
        {"Добрый вечер. Что входит в цену?", "Цена с доставкой до вашего города, таможенное оформление вы делаете сами.",
         "А если на пароме будет задержка?",
         "Тогда предложу изменить срок прямо в сделке, без вашего согласия ничего не поменяется.",
         "Понял, спасибо за подробный ответ!"},
        {"Здравствуйте, торг возможен?", "Немного уступлю, если оформим сделку до выходных.", "Сколько владельцев по документам?",
         "Один, сервисная книжка на руках.", "Хорошо, подумаю до завтра."},
    };
    const QByteArray key = occasion + '-' + offer.id.toLatin1() + '-' + QByteArray::number(qulonglong(buyer));
    const QByteArray &asking = buyers[buyer].token;
    const auto opened =
        api.call("POST", QStringLiteral("/listings/") + offer.id + QStringLiteral("/conversations"), asking, {}, key);
    CARGO_TRY(opened);
    const QString conversation = opened->value(QLatin1String("id")).toString();
    for (int i = 0; i < 5; ++i)
        CARGO_TRY(say(conversation, i % 2 ? drivers[offer.driver].token : asking, kScripts[script % std::size(kScripts)][i],
                      key + '-' + QByteArray::number(i)));
    return ok();
}

} // namespace cargo::demo
