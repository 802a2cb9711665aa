#include "app-driver/earnings/earnings_view_model.h"

#include "qml/client/fields.h"
#include "qml/client/format.h"

#include <QDate>
#include <QLocale>

namespace cargo::driver {

using client::at;
using client::Format;
using client::sum;
using client::word;

EarningsViewModel::EarningsViewModel(QObject *parent)
    : ViewModel(parent),
      m_lines({QStringLiteral("dealId"), QStringLiteral("number"), QStringLiteral("title"), QStringLiteral("state"),
               QStringLiteral("stateText"), QStringLiteral("price"), QStringLiteral("fee"), QStringLiteral("refund"),
               QStringLiteral("receives"), QStringLiteral("moment")})
{
}

void EarningsViewModel::reload()
{
    load({QStringLiteral("earnings"), QStringLiteral("me/earnings"), {{QStringLiteral("limit"), QStringLiteral("100")}}},
         [this](const QJsonObject &body) {
             m_items = body.value(QLatin1String("items")).toArray();
             m_totals = body.value(QLatin1String("totals")).toArray();
             show();
             setPhase(m_items.isEmpty() ? Empty : Ready);
         });
}

void EarningsViewModel::show()
{
    QList<QVariantMap> rows;
    for (const QJsonValue &value : std::as_const(m_items)) {
        const QJsonObject line = value.toObject();
        const QString state = word(line, "state");
        const QJsonObject back = line.value(QLatin1String("refund")).toObject();
        rows.append(
            {{QStringLiteral("dealId"), word(line, "deal_id")},
             {QStringLiteral("number"), word(line, "number")},
             {QStringLiteral("title"), word(line, "title")},
             {QStringLiteral("state"), state},
             {QStringLiteral("stateText"), state == QLatin1String("paid")   ? tr("Paid")
                                           : state == QLatin1String("held") ? tr("At the bank")
                                                                            : tr("On the way")},
             {QStringLiteral("price"), sum(line, "amount")},
             {QStringLiteral("fee"), sum(line, "fee")},
             {QStringLiteral("refund"), back.value(QLatin1String("amount")).toInteger() > 0 ? Format::money(back) : QString()},
             {QStringLiteral("receives"), sum(line, "receives")},
             {QStringLiteral("moment"), Format::moment(at(line, "paid_at"))}});
    }
    m_lines.sync(rows);
    Q_EMIT changed();
}

QVariantList EarningsViewModel::totals() const
{
    QVariantList list;
    for (const QJsonValue &value : m_totals) {
        const QJsonObject total = value.toObject();
        list.append(QVariantMap{{QStringLiteral("held"), sum(total, "held")},
                                {QStringLiteral("onTheWay"), sum(total, "on_the_way")},
                                {QStringLiteral("paid"), sum(total, "paid")}});
    }
    return list;
}

void EarningsViewModel::saveStatement(const QString &format, const QString &from, const QString &to)
{
    saveFromServer(QStringLiteral("me/earnings/statement"), QStringLiteral("CarGo-%1-%2.%3").arg(from, to, format),
                   {{QStringLiteral("format"), format}, {QStringLiteral("from"), from}, {QStringLiteral("to"), to}});
}

RatingViewModel::RatingViewModel(QObject *parent)
    : ViewModel(parent), m_reviews({QStringLiteral("reviewId"), QStringLiteral("dealId"), QStringLiteral("stars"),
                                    QStringLiteral("text"), QStringLiteral("author"), QStringLiteral("moment")})
{
}

void RatingViewModel::reload()
{
    load({QStringLiteral("rating"), QStringLiteral("me/rating"), {}, Source::Anything}, [this](const QJsonObject &body) {
        m_record = body;
        show();
        setPhase(Ready);
    });
    const QString me = client()->session()->userId();
    loadAside({QStringLiteral("reviews/") + me, QStringLiteral("users/%1/reviews").arg(me)}, [this](const QJsonObject &body) {
        m_items = body.value(QLatin1String("items")).toArray();
        show();
    });
}

void RatingViewModel::show()
{
    QList<QVariantMap> rows;
    for (const QJsonValue &value : std::as_const(m_items)) {
        const QJsonObject review = value.toObject();
        rows.append({{QStringLiteral("reviewId"), word(review, "id")},
                     {QStringLiteral("dealId"), word(review, "deal_id")},
                     {QStringLiteral("stars"), review.value(QLatin1String("rating")).toInt()},
                     {QStringLiteral("text"), word(review, "comment")},
                     {QStringLiteral("author"), word(review, "author_name")},
                     {QStringLiteral("moment"), Format::moment(at(review, "published_at"))}});
    }
    m_reviews.sync(rows);
    Q_EMIT changed();
}

QVariantMap RatingViewModel::rating() const
{
    if (m_record.isEmpty())
        return {};
    const QJsonObject rating = m_record.value(QLatin1String("rating")).toObject();
    return {{QStringLiteral("mean"), rating.value(QLatin1String("mean")).toDouble()},
            {QStringLiteral("count"), rating.value(QLatin1String("count")).toInt()},
            {QStringLiteral("stars"), m_record.value(QLatin1String("stars")).toArray().toVariantList()}};
}

QVariantList RatingViewModel::helps() const
{
    QVariantList list;
    const auto add = [&list](const QString &title, const QString &text) {
        list.append(QVariantMap{{QStringLiteral("title"), title}, {QStringLiteral("text"), text}});
    };
    const int delivered = count("delivered"), late = count("late");
    if (delivered > late)
        add(tr("%n car(s) in time", "", delivered - late), tr("Keep it so: buyers choose by it first."));
    if (delivered > 0 && count("disputes") == 0)
        add(tr("No disputes"), tr("Buyers had nothing to complain of."));
    if (delivered > 0 && count("amendments") == 0)
        add(tr("No amendments"), tr("What was agreed is what happened."));
    return list;
}

QVariantList RatingViewModel::hurts() const
{
    QVariantList list;
    const auto add = [&list](int number, const QString &title, const QString &text) {
        if (number > 0)
            list.append(QVariantMap{{QStringLiteral("title"), title}, {QStringLiteral("text"), text}});
    };
    add(count("late"), tr("%n car(s) late", "", count("late")),
        tr("%n day(s) over the term in all. Agree to a term that has room.", "", count("days_late")));
    add(count("disputes_lost"), tr("%n dispute(s) decided for the buyer", "", count("disputes_lost")),
        tr("Photos of every side at the pick-up decide most of them."));
    add(count("cancelled"), tr("%n paid deal(s) cancelled", "", count("cancelled")), tr("Pause a car that you cannot bring."));
    add(count("amendments"), tr("%n amendment(s)", "", count("amendments")), tr("They stand beside your stars."));
    return list;
}

QVariantList RatingViewModel::trend() const
{
    QVariantList list;
    const QJsonArray months = m_record.value(QLatin1String("trend")).toArray();
    for (const QJsonValue &value : months) {
        const QJsonObject month = value.toObject();
        const QDate first = QDate::fromString(word(month, "month") + QStringLiteral("-01"), Qt::ISODate);
        list.append(QVariantMap{{QStringLiteral("label"), QLocale().standaloneMonthName(first.month(), QLocale::ShortFormat)},
                                {QStringLiteral("value"), month.value(QLatin1String("mean")).toDouble()}});
    }
    return list;
}

bool RatingViewModel::appeal(const QString &dealId, const QString &text)
{
    client::OutboxItem item;
    item.subject = QStringLiteral("ticket/") + dealId;
    item.kind = QStringLiteral("ticket");
    item.path = QStringLiteral("tickets");
    item.body = {{QStringLiteral("subject"), tr("Appeal against a review")},
                 {QStringLiteral("body"), text},
                 {QStringLiteral("deal_id"), dealId}};
    const bool kept = !client()->outbox()->add(std::move(item)).isEmpty();
    if (!kept)
        Q_EMIT failed(tr("There is no room on this device."));
    return kept;
}

} // namespace cargo::driver
