#include "qml/chat/message_rows.h"

#include "qml/chat/event_texts.h"
#include "qml/chat/message_window.h"
#include "qml/client/error_texts.h"
#include "qml/client/format.h"
#include "shared/domain/payment_talk.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>
#include <utility>

namespace cargo::chat {

using client::Format;

namespace {

constexpr qsizetype kBrief = 160; // characters of a message in one line

struct MessageRows
{
    Q_DECLARE_TR_FUNCTIONS(MessageRows)
};

QString stateOf(qint64 seq, const Sight &sight)
{
    return seq <= sight.peerRead        ? QStringLiteral("read")
           : seq <= sight.peerDelivered ? QStringLiteral("delivered")
                                        : QStringLiteral("sent");
}

bool isSet(const QJsonObject &message, const char *field) { return !message.value(QLatin1String(field)).toString().isEmpty(); }

// All roles, as a message has them that nothing is known of.
QVariantMap blank()
{
    return {{QStringLiteral("seq"), 0.0},
            {QStringLiteral("messageId"), QString()},
            {QStringLiteral("kind"), QStringLiteral("message")},
            {QStringLiteral("progress"), 1.0},
            {QStringLiteral("errorText"), QString()},
            {QStringLiteral("masked"), false},
            {QStringLiteral("edited"), false},
            {QStringLiteral("deleted"), false},
            {QStringLiteral("quote"), QVariantMap()},
            {QStringLiteral("hiddenPhotos"), 0},
            {QStringLiteral("paying"), false}};
}

} // namespace

MessageModel::MessageModel(QObject *parent)
    : RowModel({QStringLiteral("key"), QStringLiteral("seq"), QStringLiteral("messageId"), QStringLiteral("kind"),
                QStringLiteral("mine"), QStringLiteral("body"), QStringLiteral("time"), QStringLiteral("day"),
                QStringLiteral("state"), QStringLiteral("progress"), QStringLiteral("photos"), QStringLiteral("largePhotos"),
                QStringLiteral("errorText"), QStringLiteral("masked"), QStringLiteral("edited"), QStringLiteral("deleted"),
                QStringLiteral("quote"), QStringLiteral("hiddenPhotos"), QStringLiteral("paying")},
               parent)
{
}

bool isMine(client::Client *client, const QJsonObject &message)
{
    const QString sender = message.value(QLatin1String("sender_id")).toString();
    return !sender.isEmpty() && sender == client->session()->userId();
}

QString briefly(const QJsonObject &message)
{
    const QString event = eventOf(message), body = message.value(QLatin1String("body")).toString();
    if (!event.isEmpty())
        return eventText(event);
    if (isSet(message, "deleted_at"))
        return MessageRows::tr("Message deleted");
    const bool hasPhoto = !message.value(QLatin1String("attachments")).toArray().isEmpty()
                          || message.value(QLatin1String("hidden_attachments")).toInt() > 0;
    if (body.isEmpty() && hasPhoto)
        return MessageRows::tr("Photo");
    return body.left(kBrief).simplified();
}

QVariantMap quoteOf(client::Client *client, qint64 seq, const Sight &sight)
{
    if (seq <= 0)
        return {};
    const QJsonObject message = sight.quoted ? sight.quoted(seq) : QJsonObject();
    const bool told = !eventOf(message).isEmpty();
    return {{QStringLiteral("seq"), double(seq)},
            {QStringLiteral("who"), message.isEmpty() || told ? QString()
                                    : isMine(client, message) ? MessageRows::tr("You")
                                                              : sight.peer},
            {QStringLiteral("text"), message.isEmpty() ? QStringLiteral("…") : briefly(message)}};
}

QVariantMap messageRow(client::Client *client, const QJsonObject &message, const Sight &sight)
{
    const QString clientId = message.value(QLatin1String("client_id")).toString(),
                  body = message.value(QLatin1String("body")).toString(), event = eventOf(message);
    const bool mine = isMine(client, message), told = message.value(QLatin1String("sender_id")).toString().isEmpty(),
               deleted = isSet(message, "deleted_at");
    const double at = double(Format::millis(message.value(QLatin1String("created_at"))));
    const qint64 seq = seqOf(message);
    QVariantList photos, large;
    const QJsonArray attached = message.value(QLatin1String("attachments")).toArray();
    for (const QJsonValue &id : attached) {
        const QString path = QStringLiteral("/api/v1/media/%1/").arg(id.toString());
        photos.append(client->api()->mediaUrl(path + QStringLiteral("card")));
        large.append(client->api()->mediaUrl(path + QStringLiteral("full")));
    }
    QVariantMap row = blank();
    const auto set = [&row](const char *role, const QVariant &value) { row.insert(QLatin1String(role), value); };
    const QString id = message.value(QLatin1String("id")).toString();
    set("key", mine && !clientId.isEmpty() ? clientId : id);
    set("seq", double(seq));
    set("messageId", id);
    set("kind", told ? QStringLiteral("event") : QStringLiteral("message"));
    set("mine", mine);
    set("body", told ? eventText(event) : deleted ? MessageRows::tr("Message deleted") : body);
    set("time", Format::time(at));
    set("day", Format::day(at));
    set("state", stateOf(seq, sight));
    set("photos", photos);
    set("largePhotos", large);
    if (!deleted)
        set("hiddenPhotos", message.value(QLatin1String("hidden_attachments")).toInt());
    set("masked", message.value(QLatin1String("masked")).toBool() && !deleted);
    set("edited", isSet(message, "edited_at") && !deleted);
    set("deleted", deleted);
    if (!deleted)
        set("quote", quoteOf(client, qint64(message.value(QLatin1String("reply_to")).toDouble()), sight));
    set("paying", !told && !mine && !deleted && talksOfPayingElsewhere(body));
    return row;
}

QVariantMap MadeRows::of(client::Client *client, const QJsonObject &message, const Sight &sight)
{
    if (const QDate today = QDate::currentDate(); today != std::exchange(m_today, today))
        clear();
    const qint64 seq = seqOf(message);
    Made &made = m_made[seq];
    if (made.row.isEmpty() || made.message != message) {
        made = {message, messageRow(client, message, sight)};
        return made.row;
    }
    const QString state = stateOf(seq, sight);
    if (made.row.value(QStringLiteral("state")).toString() != state)
        made.row.insert(QStringLiteral("state"), state);
    if (!made.row.value(QStringLiteral("quote")).toMap().isEmpty())
        made.row.insert(QStringLiteral("quote"),
                        quoteOf(client, qint64(message.value(QLatin1String("reply_to")).toDouble()), sight));
    return made.row;
}

void MadeRows::keepOnly(qint64 first, qint64 last)
{
    m_made.erase(m_made.begin(), m_made.lowerBound(first));
    m_made.erase(m_made.upperBound(last), m_made.end());
}

QVariantMap queuedRow(client::Client *client, const client::OutboxItem &queued, const Sight &sight)
{
    const bool refused = !queued.error.isEmpty();
    const bool uploading =
        client->outbox()->sending(queued.id)
        && std::any_of(queued.photos.begin(), queued.photos.end(), [](const auto &photo) { return photo.mediaId.isEmpty(); });
    QVariantList photos;
    for (const client::KeptPhoto &photo : queued.photos)
        photos.append(QUrl::fromLocalFile(photo.path));
    QVariantMap row = blank();
    const auto set = [&row](const char *role, const QVariant &value) { row.insert(QLatin1String(role), value); };
    set("key", queued.id);
    set("mine", true);
    set("body", queued.body.value(QLatin1String("body")).toString());
    set("time", Format::time(double(queued.createdMs)));
    set("day", Format::day(double(queued.createdMs)));
    set("state", refused ? QStringLiteral("failed") : uploading ? QStringLiteral("uploading") : QStringLiteral("queued"));
    set("progress", client->outbox()->progress(queued.id));
    set("photos", photos);
    set("largePhotos", photos);
    set("errorText",
        refused ? client::errorText({errorCodeFromWord(queued.error).value_or(ErrorCode::Internal), {}, {}}) : QString());
    set("quote", quoteOf(client, qint64(queued.body.value(QLatin1String("reply_to")).toDouble()), sight));
    return row;
}

} // namespace cargo::chat
