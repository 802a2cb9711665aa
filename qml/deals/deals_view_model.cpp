#include "qml/deals/deal_view_models.h"

#include "qml/client/format.h"

#include <QCoreApplication>

namespace cargo::deals {

using client::Answer;
using client::Format;

namespace {

struct DealTexts
{
    Q_DECLARE_TR_FUNCTIONS(DealTexts)
};

} // namespace

QString statusText(const QJsonObject &deal)
{
    const QString status = deal.value(QLatin1String("status")).toString();
    if (status == QLatin1String("created"))
        return DealTexts::tr("Waits for payment");
    if (status == QLatin1String("funded"))
        return DealTexts::tr("Paid, the driver picks up the car");
    if (status == QLatin1String("in_transit"))
        return deal.value(QLatin1String("arrived_at")).isString() ? DealTexts::tr("The car has arrived")
                                                                  : DealTexts::tr("The car is on its way");
    if (status == QLatin1String("delivered"))
        return DealTexts::tr("Handed over, time to check");
    if (status == QLatin1String("released"))
        return DealTexts::tr("Done");
    if (status == QLatin1String("cancelled"))
        return DealTexts::tr("Cancelled");
    if (status == QLatin1String("disputed"))
        return DealTexts::tr("Problem, CarGo looks into it");
    if (status == QLatin1String("resolved_refund"))
        return DealTexts::tr("Decided: money back to you");
    if (status == QLatin1String("resolved_release"))
        return DealTexts::tr("Decided: the driver is paid");
    return DealTexts::tr("Decided: the sum is divided");
}

DealModel::DealModel(QObject *parent)
    : RowModel({QStringLiteral("dealId"), QStringLiteral("number"), QStringLiteral("title"), QStringLiteral("price"),
                QStringLiteral("photo"), QStringLiteral("status"), QStringLiteral("tone"), QStringLiteral("moment"),
                QStringLiteral("open")},
               parent)
{
}

void DealsViewModel::begin()
{
    connect(client()->session(), &client::Session::signedInChanged, this, &DealsViewModel::reload);
    connect(client()->ws(), &client::WsClient::resyncNeeded, this, &DealsViewModel::reload);
    connect(client()->ws(), &client::WsClient::frameArrived, this, [this](const QString &type) {
        if (type == QLatin1String("deal"))
            reload();
    });
    reload();
}

void DealsViewModel::reload()
{
    if (!client()->session()->signedIn()) {
        m_items = {};
        show();
        return;
    }
    if (m_items.isEmpty())
        setPhase(Loading);
    get(QStringLiteral("deals"), {{QStringLiteral("limit"), QStringLiteral("50")}}, [this](const Answer &answer) {
        if (answer.ok)
            client()->cache()->put(QStringLiteral("deals"), answer.body);
        const QJsonObject body = answer.ok ? answer.body : client()->cache()->get(QStringLiteral("deals"));
        if (!answer.ok && body.isEmpty()) {
            setFailed(answer);
            return;
        }
        m_items = body.value(QLatin1String("items")).toArray();
        show();
    });
}

void DealsViewModel::show()
{
    QList<QVariantMap> rows;
    for (const QJsonValue &value : std::as_const(m_items)) {
        const QJsonObject deal = value.toObject();
        const QJsonObject car = deal.value(QLatin1String("listing")).toObject();
        const QString status = deal.value(QLatin1String("status")).toString();
        const bool open = status == QLatin1String("created") || status == QLatin1String("funded")
                          || status == QLatin1String("in_transit") || status == QLatin1String("delivered")
                          || status == QLatin1String("disputed");
        rows.append({{QStringLiteral("dealId"), deal.value(QLatin1String("id")).toString()},
                     {QStringLiteral("number"), deal.value(QLatin1String("number")).toString()},
                     {QStringLiteral("title"), QString(car.value(QLatin1String("brand")).toString() + QLatin1Char(' ')
                                                       + car.value(QLatin1String("model")).toString())},
                     {QStringLiteral("price"), Format::money(deal.value(QLatin1String("amount")).toObject())},
                     {QStringLiteral("photo"), client()->api()->mediaUrl(car.value(QLatin1String("photo")).toString())},
                     {QStringLiteral("status"), statusText(deal)},
                     {QStringLiteral("tone"), status == QLatin1String("disputed")  ? QStringLiteral("danger")
                                              : status == QLatin1String("created") ? QStringLiteral("warn")
                                              : open                               ? QStringLiteral("good")
                                                                                   : QStringLiteral("plain")},
                     {QStringLiteral("moment"), Format::moment(double(Format::millis(deal.value(QLatin1String("updated_at")))))},
                     {QStringLiteral("open"), open}});
    }
    m_model.sync(rows);
    setPhase(rows.isEmpty() ? Empty : Ready);
}

} // namespace cargo::deals
