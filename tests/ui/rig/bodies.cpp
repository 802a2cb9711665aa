#include "tests/ui/rig/bodies.h"

#include <QTcpServer>

namespace cargo::test {

QJsonObject signBody() { return {{QStringLiteral("version"), 1}}; }

QJsonObject personBody(const QString &email, const QString &role, const QString &name)
{
    return {{QStringLiteral("email"), email},
            {QStringLiteral("password"), QStringLiteral("brings cars home 7")},
            {QStringLiteral("role"), role},
            {QStringLiteral("display_name"), name},
            {QStringLiteral("locale"), QStringLiteral("ru")}};
}

QJsonObject carBody(const QJsonArray &photos)
{
    return {{QStringLiteral("brand"), QStringLiteral("Toyota")},
            {QStringLiteral("model"), QStringLiteral("RAV4")},
            {QStringLiteral("year"), 2020},
            {QStringLiteral("mileage_km"), 48000},
            {QStringLiteral("country_from"), QStringLiteral("JP")},
            {QStringLiteral("price"),
             QJsonObject{{QStringLiteral("amount"), 265000000}, {QStringLiteral("currency"), QStringLiteral("RUB")}}},
            {QStringLiteral("delivery_eta_days"), 38},
            {QStringLiteral("description"), QStringLiteral("One owner.")},
            {QStringLiteral("body_type"), QStringLiteral("suv")},
            {QStringLiteral("fuel"), QStringLiteral("petrol")},
            {QStringLiteral("transmission"), QStringLiteral("cvt")},
            {QStringLiteral("drive"), QStringLiteral("awd")},
            {QStringLiteral("engine_cc"), 1987},
            {QStringLiteral("power_hp"), 171},
            {QStringLiteral("color"), QStringLiteral("white")},
            {QStringLiteral("photos"), photos},
            {QStringLiteral("attributes"), QJsonObject()}};
}

quint16 freePort()
{
    QTcpServer probe;
    probe.listen(QHostAddress::LocalHost);
    return probe.serverPort();
}

} // namespace cargo::test
