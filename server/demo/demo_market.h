#pragma once

#include "server/demo/demo.h"
#include "server/demo/demo_api.h"
#include "server/demo/demo_catalog.h"

#include <QStringList>

namespace cargo::demo {

inline QString text(const char *utf8) { return QString::fromUtf8(utf8); }

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

// The people of the demonstration and their cars, and what they say to each other. Everything is made by the public API.
struct Market
{
    Market(const DemoOptions &demoOptions, const std::function<void(const QString &)> &said)
        : options(demoOptions), tell(said), api(demoOptions.base)
    {
    }

    Outcome signIn();
    Outcome bringCars();
    Outcome say(const QString &conversation, const QByteArray &token, const char *words, const QByteArray &key);
    // A whole conversation. `occasion` tells apart what the same two say about the same car.
    Outcome talkAbout(const Offer &offer, size_t buyer, size_t script, const QByteArray &occasion);

    const DemoOptions &options;
    const std::function<void(const QString &)> &tell;
    DemoApi api;
    std::vector<Account> drivers;
    std::vector<Account> buyers;
    std::vector<Offer> offers;

private:
    Outcome bringCar(const DemoCar &car, size_t number);
};

// A UUID that the same thing always gets.
QString steadyUuid(const QByteArray &of);

} // namespace cargo::demo
