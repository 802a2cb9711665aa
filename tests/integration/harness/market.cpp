#include "harness/market.h"

#include <QBuffer>
#include <QImage>

namespace cargo::test {

using namespace Qt::Literals;

QJsonObject rub(qint64 kopecks) { return {{u"amount"_s, kopecks}, {u"currency"_s, u"RUB"_s}}; }

QByteArray png(QColor color)
{
    QImage image(64, 48, QImage::Format_RGB32);
    image.fill(color);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, "PNG");
    return bytes;
}

QJsonObject carBody(const QJsonObject &more)
{
    QJsonObject body{{u"brand"_s, u"Toyota"_s},   {u"model"_s, u"Camry"_s},     {u"year"_s, 2020},
                     {u"mileage_km"_s, 48000},    {u"country_from"_s, u"JP"_s}, {u"price"_s, rub(300'000'000)},
                     {u"delivery_eta_days"_s, 30}};
    for (auto it = more.begin(); it != more.end(); ++it)
        body.insert(it.key(), it.value());
    return body;
}

QByteArray newCar(HttpClient &driver, const QJsonObject &more, bool published)
{
    const HttpAnswer made = driver.post("/listings", carBody(more));
    const QByteArray id = made.text(u"id"_s).toLatin1();
    if (made.status != 201)
        qFatal("no listing: %s", made.body.constData());
    if (published && driver.post("/listings/" + id + "/publish").status != 200)
        qFatal("not published");
    return id;
}

} // namespace cargo::test
