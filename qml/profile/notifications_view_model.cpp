#include "qml/profile/profile_view_models.h"

#include "qml/client/format.h"
#include "qml/profile/notification_words.h"

namespace cargo::profile {

using client::Answer;
using client::Call;
using client::Format;

namespace {

// The chapter of the deal that the news is about.
QString dealPageOf(const QString &kind)
{
    const std::pair<const char *, const char *> pages[] = {{"deal_checkpoint", "tracking"},  {"deal_arrive", "handover"},
                                                           {"deal_open_dispute", "dispute"}, {"deal_evidence", "dispute"},
                                                           {"deal_resolve_", "dispute"},     {"dispute_", "dispute"}};
    for (const auto &[prefix, page] : pages) {
        if (kind.startsWith(QLatin1String(prefix)))
            return QLatin1String(page);
    }
    return QStringLiteral("deal");
}

} // namespace

NotificationModel::NotificationModel(QObject *parent)
    : RowModel({QStringLiteral("notificationId"), QStringLiteral("iconName"), QStringLiteral("text"), QStringLiteral("day"),
                QStringLiteral("moment"), QStringLiteral("unread"), QStringLiteral("page"), QStringLiteral("params")},
               parent)
{
}

void NotificationsViewModel::begin()
{
    connect(client()->session(), &client::Session::signedInChanged, this, &NotificationsViewModel::reload);
    connect(client()->ws(), &client::WsClient::frameArrived, this, [this](const QString &type) {
        if (type == QLatin1String("notification"))
            reload();
    });
    reload();
}

void NotificationsViewModel::reload()
{
    if (!client()->session()->signedIn()) {
        m_items = {};
        show();
        return;
    }
    load({QStringLiteral("notifications"), QStringLiteral("notifications"), {{QStringLiteral("limit"), QStringLiteral("50")}}},
         [this](const QJsonObject &body) {
             m_items = body.value(QLatin1String("items")).toArray();
             show();
         });
}

void NotificationsViewModel::show()
{
    QList<QVariantMap> rows;
    m_unread = 0;
    for (const QJsonValue &value : std::as_const(m_items)) {
        const QJsonObject item = value.toObject();
        const QJsonObject data = item.value(QLatin1String("data")).toObject();
        const double at = double(Format::millis(item.value(QLatin1String("created_at"))));
        const QString kind = item.value(QLatin1String("kind")).toString();
        const bool fresh = !item.value(QLatin1String("read_at")).isString();
        m_unread += fresh ? 1 : 0;
        const NotificationWords words = notificationWords(kind, client()->role());
        QVariantMap row{{QStringLiteral("notificationId"), item.value(QLatin1String("id")).toString()},
                        {QStringLiteral("iconName"), words.iconName},
                        {QStringLiteral("text"), words.text},
                        {QStringLiteral("unread"), fresh},
                        {QStringLiteral("day"), Format::day(at)},
                        {QStringLiteral("moment"),
                         data.value(QLatin1String("number")).isString()
                             ? QString(Format::time(at) + QStringLiteral(" · ") + data.value(QLatin1String("number")).toString())
                             : Format::time(at)}, // and which deal
                        {QStringLiteral("page"), QString()},
                        {QStringLiteral("params"), QVariantMap()}};
        const QString deal = data.value(QLatin1String("deal_id")).toString();
        const QString conversation = data.value(QLatin1String("conversation_id")).toString();
        if (kind == QLatin1String("search_match")) {
            const QString name = data.value(QLatin1String("name")).toString(),
                          title = data.value(QLatin1String("title")).toString();
            const int count = data.value(QLatin1String("count")).toInt();
            const bool cheaper = data.value(QLatin1String("why")).toString() == QLatin1String("cheaper");
            const QString found = count > 1 ? tr("%n car(s) for a search that you keep", nullptr, count)
                                  : cheaper ? tr("%1 became cheaper and fits a search that you keep").arg(title)
                                            : tr("%1 fits a search that you keep").arg(title);
            row.insert(QStringLiteral("text"), name.isEmpty() ? found : QString(name + QStringLiteral(": ") + found));
            const QString query = data.value(QLatin1String("query")).toString() + QStringLiteral("&sort=newest");
            const QString listing = data.value(QLatin1String("listing_id")).toString();
            row.insert(QStringLiteral("page"), count > 1 ? QStringLiteral("search") : QStringLiteral("listing"));
            row.insert(QStringLiteral("params"), count > 1 ? QVariantMap{{QStringLiteral("query"), query}}
                                                           : QVariantMap{{QStringLiteral("listingId"), listing}});
        } else if (!deal.isEmpty()) {
            row.insert(QStringLiteral("page"), dealPageOf(kind));
            row.insert(QStringLiteral("params"), QVariantMap{{QStringLiteral("dealId"), deal}});
        } else if (const QString listing = data.value(QLatin1String("listing_id")).toString(); !listing.isEmpty()) {
            const bool mine = kind.startsWith(QLatin1String("listing_")); // what staff said of it
            row.insert(QStringLiteral("page"), mine ? QStringLiteral("myListing") : QStringLiteral("listing"));
            row.insert(QStringLiteral("params"), QVariantMap{{QStringLiteral("listingId"), listing}});
        } else if (const QString decision = data.value(QLatin1String("decision_id")).toString(); !decision.isEmpty()) {
            row.insert(QStringLiteral("page"), QStringLiteral("decision"));
            row.insert(QStringLiteral("params"), QVariantMap{{QStringLiteral("decisionId"), decision}});
        } else if (!conversation.isEmpty()) {
            row.insert(QStringLiteral("page"), QStringLiteral("chat"));
            row.insert(QStringLiteral("params"), QVariantMap{{QStringLiteral("conversationId"), conversation}});
        } else if (kind == QLatin1String("account_erasure_refused")) {
            row.insert(QStringLiteral("page"), QStringLiteral("closeAccount"));
        } else if (kind == QLatin1String("account_payout_details_changed")) {
            row.insert(QStringLiteral("page"), QStringLiteral("payoutDetails"));
        } else if (kind.startsWith(QLatin1String("kyc_"))) {
            row.insert(QStringLiteral("page"), QStringLiteral("identity"));
        }
        rows.append(row);
    }
    m_model.sync(rows);
    client()->session()->setNews(m_unread);
    Q_EMIT unreadChanged();
    setPhase(rows.isEmpty() ? Empty : Ready);
}

void NotificationsViewModel::readAll()
{
    if (m_items.isEmpty() || m_unread == 0)
        return;
    const QByteArray body = "{\"up_to\":\"" + m_items.first().toObject().value(QLatin1String("id")).toString().toLatin1() + "\"}";
    client()->api()->send(Call::post(QStringLiteral("notifications/read"), body), this, [this](const Answer &answer) {
        if (answer.ok)
            reload();
    });
}

void NotificationsViewModel::read(const QString &notificationId)
{
    const int at = m_model.find(notificationId);
    if (at < 0 || !m_model.row(at).value(QStringLiteral("unread")).toBool())
        return;
    const QByteArray body = "{\"ids\":[\"" + notificationId.toLatin1() + "\"]}";
    client()->api()->send(Call::post(QStringLiteral("notifications/read"), body), this, [this](const Answer &answer) {
        if (answer.ok)
            reload();
    });
}

} // namespace cargo::profile
