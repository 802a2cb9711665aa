#include "app-driver/today/today_view_model.h"

#include "qml/client/fields.h"
#include "qml/client/format.h"
#include "qml/client/server_clock.h"
#include "qml/deals/deal_words.h"
#include "shared/domain/deal/deal_table.h"

#include <algorithm>
#include <limits>

namespace cargo::driver {

using client::at;
using client::word;

namespace {
// A talk waits for the driver when the buyer has the last word.
bool waitsForMe(const QJsonObject &talk)
{
    const QString sender = word(talk.value(QLatin1String("last_message")).toObject(), "sender_id");
    return !sender.isEmpty() && sender != word(talk, "driver_id");
}

int rankOf(const QVariantMap &row)
{
    const QString group = row.value(QStringLiteral("group")).toString();
    return group == QLatin1String("now") ? 0 : group == QLatin1String("buyer") ? 1 : 2;
}

double orderOf(const QVariantMap &row)
{
    const double order = row.value(QStringLiteral("order")).toDouble();
    return order > 0 ? order : std::numeric_limits<double>::max();
}
} // namespace

TodayModel::TodayModel(QObject *parent)
    : RowModel({QStringLiteral("key"), QStringLiteral("dealId"), QStringLiteral("conversationId"), QStringLiteral("title"),
                QStringLiteral("photo"), QStringLiteral("group"), QStringLiteral("next"), QStringLiteral("untilText"),
                QStringLiteral("until"), QStringLiteral("waits"), QStringLiteral("camera")},
               parent)
{
}

void TodayViewModel::begin()
{
    connect(client()->session(), &client::Session::signedInChanged, this, &TodayViewModel::reload);
    connect(client()->ws(), &client::WsClient::resyncNeeded, this, &TodayViewModel::reload);
    connect(client()->ws(), &client::WsClient::frameArrived, this, [this](const QString &type) {
        if (type == QLatin1String("deal") || type == QLatin1String("message"))
            reload();
    });
    connect(client()->outbox(), &client::Outbox::sent, this, &TodayViewModel::reload);
    reload();
}

void TodayViewModel::reload()
{
    if (!client()->session()->signedIn()) {
        m_deals = {};
        m_talks = {};
        show();
        setPhase(Empty);
        return;
    }
    const QUrlQuery fifty{{QStringLiteral("limit"), QStringLiteral("50")}};
    load({QStringLiteral("deals"), QStringLiteral("deals"), fifty}, [this](const QJsonObject &body) {
        m_deals = body.value(QLatin1String("items")).toArray();
        m_known = true;
        show();
    });
    loadAside({QStringLiteral("conversations"), QStringLiteral("conversations"), fifty}, [this](const QJsonObject &body) {
        m_talks = body.value(QLatin1String("items")).toArray();
        show();
    });
}

QString TodayViewModel::waitsIn(const QJsonObject &talk, qint64 nowMs) const
{
    const double since = at(talk, "last_message_at");
    const QString who = word(talk.value(QLatin1String("peer")).toObject(), "display_name");
    return tr("%1 waits for an answer: %2").arg(who, deals::spanText(qMax(60.0, (double(nowMs) - since) / 1000)));
}

QVariantMap TodayViewModel::rowOfDeal(const QJsonObject &deal, qint64 nowMs) const
{
    const deals::SideWords &words = deals::wordsOf(QStringLiteral("driver"));
    const QJsonObject car = deal.value(QLatin1String("listing")).toObject();
    const QVariantMap next = words.next(deal);
    const QVariantMap clock = words.clocks(deal).value(0).toMap();
    const QString status = word(deal, "status");
    const bool quiet = status == QLatin1String("in_transit") && at(deal, "arrived_at") <= 0
                       && double(nowMs) - at(deal, "updated_at") > double(kPhotosEveryMs);
    QString waits;
    for (const QJsonValue &talk : m_talks) {
        if (word(talk.toObject(), "id") == word(deal, "conversation_id") && waitsForMe(talk.toObject()))
            waits = waitsIn(talk.toObject(), nowMs);
    }
    const double until = clock.value(QStringLiteral("until")).toDouble();
    return {{QStringLiteral("key"), word(deal, "id")},
            {QStringLiteral("dealId"), word(deal, "id")},
            {QStringLiteral("conversationId"), word(deal, "conversation_id")},
            {QStringLiteral("title"), QString(word(car, "brand") + QLatin1Char(' ') + word(car, "model"))},
            {QStringLiteral("photo"), client()->api()->mediaUrl(word(car, "photo"))},
            {QStringLiteral("group"),
             next.value(QStringLiteral("who")) == QLatin1String("you") ? QStringLiteral("now") : QStringLiteral("later")},
            {QStringLiteral("next"), next.value(QStringLiteral("title"))},
            {QStringLiteral("untilText"), clock.value(QStringLiteral("title"))},
            {QStringLiteral("until"), until},
            {QStringLiteral("waits"), waits},
            {QStringLiteral("camera"), quiet || status == QLatin1String("funded")},
            {QStringLiteral("order"), until}};
}

QVariantMap TodayViewModel::rowOfTalk(const QJsonObject &talk, qint64 nowMs) const
{
    const QJsonObject car = talk.value(QLatin1String("listing")).toObject();
    return {{QStringLiteral("key"), word(talk, "id")},
            {QStringLiteral("dealId"), QString()},
            {QStringLiteral("conversationId"), word(talk, "id")},
            {QStringLiteral("title"), QString(word(car, "brand") + QLatin1Char(' ') + word(car, "model"))},
            {QStringLiteral("photo"), client()->api()->mediaUrl(word(car, "photo"))},
            {QStringLiteral("group"), QStringLiteral("buyer")},
            {QStringLiteral("next"), word(talk.value(QLatin1String("last_message")).toObject(), "body")},
            {QStringLiteral("untilText"), QString()},
            {QStringLiteral("until"), 0.0},
            {QStringLiteral("waits"), waitsIn(talk, nowMs)},
            {QStringLiteral("camera"), false},
            {QStringLiteral("order"), at(talk, "last_message_at")}};
}

void TodayViewModel::show()
{
    const qint64 nowMs = client::serverNowMs();
    QList<QVariantMap> rows;
    QSet<QString> shown; // talks that stand with their deal
    for (const QJsonValue &value : std::as_const(m_deals)) {
        const QJsonObject deal = value.toObject();
        const auto status = dealStatusFromWord(word(deal, "status"));
        if (!status || isTerminal(*status))
            continue;
        rows.append(rowOfDeal(deal, nowMs));
        shown.insert(word(deal, "conversation_id"));
    }
    for (const QJsonValue &value : std::as_const(m_talks)) {
        const QJsonObject talk = value.toObject();
        if (waitsForMe(talk) && !shown.contains(word(talk, "id")))
            rows.append(rowOfTalk(talk, nowMs));
    }
    std::stable_sort(rows.begin(), rows.end(), [](const QVariantMap &a, const QVariantMap &b) {
        return rankOf(a) != rankOf(b) ? rankOf(a) < rankOf(b) : orderOf(a) < orderOf(b);
    });
    for (QVariantMap &row : rows)
        row.remove(QStringLiteral("order"));
    m_model.sync(rows);
    if (m_known || !rows.isEmpty())
        setPhase(rows.isEmpty() ? Empty : Ready);
}

} // namespace cargo::driver
