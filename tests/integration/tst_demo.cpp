#include "server/demo/demo_catalog.h"
#include "server/listings/description_check.h"

#include <QJsonDocument>
#include <QSet>
#include <QtTest>

using namespace cargo;
using namespace cargo::demo;

// The demonstration's cars and pictures, without a server: what is drawn and what would be sent.
class TestDemo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCarIsALawfulListing()
    {
        const std::vector<DemoCar> cars = demoCars(330);
        QCOMPARE(cars.size(), size_t(330));
        QSet<QString> countries;
        QSet<QString> bodies;
        for (const DemoCar &car : cars) {
            const auto parsed = api::ListingInputDto::parse(QJsonDocument(car.listing).toJson());
            QVERIFY2(parsed.ok(), QJsonDocument(car.listing).toJson().constData());
            QVERIFY2(listings::checkForContacts(parsed.value).ok(), qPrintable(parsed.value.description));
            QVERIFY(parsed.value.price.amountMinor > 50'000'000);
            QVERIFY(parsed.value.price.amountMinor < 2'000'000'000);
            countries.insert(parsed.value.countryFrom);
            bodies.insert(parsed.value.bodyType);
        }
        QCOMPARE(countries.size(), 7);
        QCOMPARE(bodies.size(), 7);
        const std::vector<DemoCar> again = demoCars(330);
        QCOMPARE(again.back().listing, cars.back().listing);
    }

    void picturesAreSteadyAndDiffer()
    {
        CarPicture picture;
        picture.paint = paintOf(QStringLiteral("red"));
        picture.country = QStringLiteral("JP");
        picture.size = QSize(160, 100);
        QList<QImage> seen;
        for (const Body body : {Body::Sedan, Body::Suv, Body::Pickup}) {
            for (const View view : {View::Side, View::FrontQuarter, View::RearQuarter}) {
                picture.body = body;
                picture.view = view;
                const QImage image = paintCar(picture);
                QCOMPARE(image.size(), picture.size);
                QCOMPARE(paintCar(picture), image);
                QVERIFY(!seen.contains(image));
                seen.append(image);
                // Red paint covers a good part of the picture.
                int red = 0;
                for (int y = 0; y < image.height(); ++y) {
                    for (int x = 0; x < image.width(); ++x) {
                        const QColor c = image.pixelColor(x, y);
                        red += c.red() > 60 && c.red() > 2 * c.green() && c.red() > 2 * c.blue();
                    }
                }
                QVERIFY2(red > image.width() * image.height() / 50, QByteArray::number(red).constData());
            }
        }
        picture.view = View::Interior;
        QVERIFY(!seen.contains(paintCar(picture)));
    }

    void peopleHaveTheirOwnAddresses()
    {
        QSet<QString> emails;
        int drivers = 0;
        for (const DemoPerson &person : demoPeople()) {
            emails.insert(person.email);
            drivers += person.driver;
        }
        QCOMPARE(emails.size(), 25);
        QCOMPARE(drivers, 15);
    }
};

QTEST_APPLESS_MAIN(TestDemo)
#include "tst_demo.moc"
