#include "qml/deals/deal_view_models.h"

#include "qml/client/format.h"
#include "qml/deals/deal_words.h"
#include "shared/domain/deal/deal_table.h"

#include <limits>

namespace cargo::deals {

using client::Format;

DealModel::DealModel(QObject *parent)
    : RowModel({QStringLiteral("dealId"), QStringLiteral("number"), QStringLiteral("title"), QStringLiteral("price"),
                QStringLiteral("photo"), QStringLiteral("status"), QStringLiteral("tone"), QStringLiteral("moment"),
                QStringLiteral("group"), QStringLiteral("next"), QStringLiteral("who"), QStringLiteral("until"),
                QStringLiteral("untilText")},
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
    load({QStringLiteral("deals"), QStringLiteral("deals"), {{QStringLiteral("limit"), QStringLiteral("50")}}},
         [this](const QJsonObject &body) {
             m_items = body.value(QLatin1String("items")).toArray();
             show();
         });
}

void DealsViewModel::show()
{
    QList<QVariantMap> rows;
    const SideWords &words = wordsOf(client()->role());
    for (const QJsonValue &value : std::as_const(m_items)) {
        const QJsonObject deal = value.toObject();
        const QJsonObject car = deal.value(QLatin1String("listing")).toObject();
        const QString status = deal.value(QLatin1String("status")).toString();
        const QVariantMap next = words.next(deal);
        const QVariantMap clock = words.clocks(deal).value(0).toMap();
        const auto known = dealStatusFromWord(status);
        const bool over = known && isTerminal(*known);
        const QString who = next.value(QStringLiteral("who")).toString();
        // A review can wait: a deal that is done stays among the done.
        const QString group = over                          ? QStringLiteral("done")
                              : who == QLatin1String("you") ? QStringLiteral("you")
                                                            : QStringLiteral("running");
        rows.append({{QStringLiteral("dealId"), deal.value(QLatin1String("id")).toString()},
                     {QStringLiteral("number"), deal.value(QLatin1String("number")).toString()},
                     {QStringLiteral("title"), QString(car.value(QLatin1String("brand")).toString() + QLatin1Char(' ')
                                                       + car.value(QLatin1String("model")).toString())},
                     {QStringLiteral("price"), Format::money(deal.value(QLatin1String("amount")).toObject())},
                     {QStringLiteral("photo"), client()->api()->mediaUrl(car.value(QLatin1String("photo")).toString())},
                     {QStringLiteral("status"), words.status(deal)},
                     {QStringLiteral("tone"), status == QLatin1String("disputed") ? QStringLiteral("danger")
                                              : over                              ? QStringLiteral("plain")
                                              : group == QLatin1String("you")     ? QStringLiteral("warn")
                                                                                  : QStringLiteral("good")},
                     {QStringLiteral("moment"), Format::moment(double(Format::millis(deal.value(QLatin1String("updated_at")))))},
                     {QStringLiteral("group"), group},
                     {QStringLiteral("next"), next.value(QStringLiteral("title")).toString()},
                     {QStringLiteral("who"), who},
                     {QStringLiteral("until"), clock.value(QStringLiteral("until"), 0.0)},
                     {QStringLiteral("untilText"), clock.value(QStringLiteral("title")).toString()}});
    }
    // What needs the user first, the most pressing of it on top; the rest as the server has it, newest first.
    const auto rank = [](const QVariantMap &row) {
        const QString group = row.value(QStringLiteral("group")).toString();
        return group == QLatin1String("you") ? 0 : group == QLatin1String("running") ? 1 : 2;
    };
    const auto until = [](const QVariantMap &row) {
        const double at = row.value(QStringLiteral("until")).toDouble();
        return at > 0 ? at : std::numeric_limits<double>::max();
    };
    std::stable_sort(rows.begin(), rows.end(), [&](const QVariantMap &a, const QVariantMap &b) {
        return rank(a) != rank(b) ? rank(a) < rank(b) : rank(a) == 0 && until(a) < until(b);
    });
    m_model.sync(rows);
    setPhase(rows.isEmpty() ? Empty : Ready);
}

} // namespace cargo::deals
