#include "qml/chat/chat_view_models.h"

#include "qml/chat/event_texts.h"
#include "qml/client/format.h"
#include "qml/client/photo_file.h"
#include "qml/listings/listing_model.h"
#include "shared/api/message_dto.h"
#include "shared/domain/contact_filter/contact_filter.h"

namespace cargo::chat {

using client::Answer;
using client::Call;
using client::Format;

MessageModel::MessageModel(QObject *parent)
    : RowModel({QStringLiteral("key"), QStringLiteral("kind"), QStringLiteral("mine"), QStringLiteral("body"),
                QStringLiteral("time"), QStringLiteral("day"), QStringLiteral("state"), QStringLiteral("progress"),
                QStringLiteral("photos"), QStringLiteral("largePhotos"), QStringLiteral("errorText"), QStringLiteral("masked")},
               parent)
{
}

ChatViewModel::ChatViewModel(QObject *parent) : ViewModel(parent)
{
    m_peerTyping.setSingleShot(true);
    m_peerTyping.setInterval(6000);
    m_typingSent.setSingleShot(true);
    m_typingSent.setInterval(3000);
    connect(&m_peerTyping, &QTimer::timeout, this, &ChatViewModel::changed);
}

void ChatViewModel::begin()
{
    connect(client()->ws(), &client::WsClient::frameArrived, this, &ChatViewModel::onFrame);
    connect(client()->ws(), &client::WsClient::readyChanged, this, [this](bool ready) {
        if (ready)
            reload();
    });
    connect(client()->outbox(), &client::MessageOutbox::changed, this, [this](const QString &id) {
        if (id == m_id)
            show();
    });
    connect(client()->outbox(), &client::MessageOutbox::sent, this,
            [this](const QString &id, const QString &, const QJsonObject &message) {
                if (id == m_id)
                    merge(message);
            });
    connect(client()->outbox(), &client::MessageOutbox::progressed, this,
            [this](const QString &id, const QString &clientId, double fraction) {
                if (id != m_id)
                    return;
                m_progress.insert(clientId, fraction);
                show();
            });
    client()->ws()->subscribe(m_id);
    reload();
}

void ChatViewModel::reload()
{
    if (m_messages.isEmpty())
        setPhase(Loading);
    get(QStringLiteral("conversations/") + m_id, {}, [this](const Answer &answer) {
        const QString key = QStringLiteral("conversation/") + m_id;
        if (answer.ok)
            client()->cache()->put(key, answer.body);
        m_conversation = answer.ok ? answer.body : client()->cache()->get(key);
        Q_EMIT changed();
        show();
    });
    get(QStringLiteral("conversations/%1/messages").arg(m_id), {{QStringLiteral("limit"), QStringLiteral("50")}},
        [this](const Answer &answer) {
            const QString key = QStringLiteral("messages/") + m_id;
            if (answer.ok)
                client()->cache()->put(key, answer.body);
            const QJsonObject body = answer.ok ? answer.body : client()->cache()->get(key);
            if (!answer.ok && body.isEmpty()) {
                setFailed(answer);
                return;
            }
            if (m_messages.isEmpty())
                m_cursor = body.value(QLatin1String("next_cursor")).toString();
            const QJsonArray items = body.value(QLatin1String("items")).toArray();
            for (const QJsonValue &item : items)
                m_messages.insert(qint64(item.toObject().value(QLatin1String("seq")).toDouble()), item.toObject());
            show();
            setPhase(Ready);
            markRead();
        });
}

void ChatViewModel::loadMore()
{
    if (m_cursor.isEmpty())
        return;
    const QString cursor = std::exchange(m_cursor, {});
    get(QStringLiteral("conversations/%1/messages").arg(m_id),
        {{QStringLiteral("limit"), QStringLiteral("50")},
         {QStringLiteral("cursor"), QString::fromLatin1(QUrl::toPercentEncoding(cursor))}},
        [this, cursor](const Answer &answer) {
            m_cursor = answer.ok ? answer.body.value(QLatin1String("next_cursor")).toString() : cursor;
            const QJsonArray items = answer.body.value(QLatin1String("items")).toArray();
            for (const QJsonValue &item : items)
                m_messages.insert(qint64(item.toObject().value(QLatin1String("seq")).toDouble()), item.toObject());
            show();
        });
}

QVariantMap ChatViewModel::listing() const
{
    const QJsonObject car = m_conversation.value(QLatin1String("listing")).toObject();
    return {{QStringLiteral("listingId"),
             car.value(QLatin1String("id")).toString(m_conversation.value(QLatin1String("listing_id")).toString())},
            {QStringLiteral("title"), car.isEmpty()
                                          ? QString()
                                          : QString(car.value(QLatin1String("brand")).toString() + QLatin1Char(' ')
                                                    + car.value(QLatin1String("model")).toString() + QStringLiteral(", ")
                                                    + QString::number(car.value(QLatin1String("year")).toInt()))},
            // QML asks before there is a client, and before there is a car.
            {QStringLiteral("photo"),
             car.isEmpty() ? QUrl() : client()->api()->mediaUrl(car.value(QLatin1String("photo")).toString())},
            {QStringLiteral("facts"),
             car.isEmpty() ? QString()
                           : listings::ListingModel::rowOf(client()->api(), car).value(QStringLiteral("facts")).toString()},
            {QStringLiteral("price"), Format::money(car.value(QLatin1String("price")).toObject())}};
}

double ChatViewModel::mutedUntil() const { return double(Format::millis(m_conversation.value(QLatin1String("muted_until")))); }

QVariantMap ChatViewModel::rowOf(const QJsonObject &message) const
{
    const QString sender = message.value(QLatin1String("sender_id")).toString();
    const QString client_ = message.value(QLatin1String("client_id")).toString();
    const bool mine = !sender.isEmpty() && sender == client()->session()->userId();
    const double at = double(Format::millis(message.value(QLatin1String("created_at"))));
    const qint64 seq = qint64(message.value(QLatin1String("seq")).toDouble());
    const bool read = seq <= qint64(m_conversation.value(QLatin1String("peer_read_seq")).toDouble());
    QVariantList photos, large;
    const QJsonArray attached = message.value(QLatin1String("attachments")).toArray();
    for (const QJsonValue &id : attached) {
        const QString path = QStringLiteral("/api/v1/media/%1/").arg(id.toString());
        photos.append(client()->api()->mediaUrl(path + QStringLiteral("card")));
        large.append(client()->api()->mediaUrl(path + QStringLiteral("full")));
    }
    return {{QStringLiteral("key"), mine && !client_.isEmpty() ? client_ : message.value(QLatin1String("id")).toString()},
            {QStringLiteral("kind"), sender.isEmpty() ? QStringLiteral("event") : QStringLiteral("message")},
            {QStringLiteral("mine"), mine},
            {QStringLiteral("body"),
             sender.isEmpty() ? eventText(eventOf(message)) : message.value(QLatin1String("body")).toString()},
            {QStringLiteral("time"), Format::time(at)},
            {QStringLiteral("day"), Format::day(at)},
            {QStringLiteral("state"), read ? QStringLiteral("read") : QStringLiteral("sent")},
            {QStringLiteral("progress"), 1.0},
            {QStringLiteral("photos"), photos},
            {QStringLiteral("largePhotos"), large},
            {QStringLiteral("errorText"), QString()},
            {QStringLiteral("masked"), message.value(QLatin1String("masked")).toBool()}};
}

QVariantMap ChatViewModel::rowOf(const client::QueuedMessage &queued) const
{
    const bool refused = !queued.error.isEmpty();
    const bool uploading = client()->outbox()->uploading(queued.clientId);
    QVariantList photos;
    for (const client::QueuedMessage::File &file : queued.files)
        photos.append(QUrl::fromLocalFile(file.path));
    return {{QStringLiteral("key"), queued.clientId},
            {QStringLiteral("kind"), QStringLiteral("message")},
            {QStringLiteral("mine"), true},
            {QStringLiteral("body"), queued.body},
            {QStringLiteral("time"), Format::time(double(queued.createdMs))},
            {QStringLiteral("day"), Format::day(double(queued.createdMs))},
            {QStringLiteral("state"), refused     ? QStringLiteral("failed")
                                      : uploading ? QStringLiteral("uploading")
                                                  : QStringLiteral("queued")},
            {QStringLiteral("progress"), m_progress.value(queued.clientId)},
            {QStringLiteral("photos"), photos},
            {QStringLiteral("largePhotos"), photos},
            {QStringLiteral("errorText"),
             refused ? client::errorText({errorCodeFromWord(queued.error).value_or(ErrorCode::Internal), {}, {}}) : QString()},
            {QStringLiteral("masked"), false}};
}

void ChatViewModel::show()
{
    QList<QVariantMap> rows;
    QStringList known;
    for (auto it = m_messages.end(); it != m_messages.begin();) {
        --it;
        rows.append(rowOf(*it));
        known.append(it->value(QLatin1String("client_id")).toString());
    }
    for (const client::QueuedMessage &queued : client()->outbox()->of(m_id)) { // oldest first: the newest ends on top
        if (!known.contains(queued.clientId))
            rows.prepend(rowOf(queued));
    }
    // A day is written once, over its first line. Of the oldest line it is known only when nothing older is to come.
    for (qsizetype at = 0; at < rows.size(); ++at) {
        const bool begins = at + 1 < rows.size()
                                ? rows.at(at + 1).value(QStringLiteral("day")) != rows.at(at).value(QStringLiteral("day"))
                                : m_cursor.isEmpty();
        if (!begins)
            rows[at].insert(QStringLiteral("day"), QString());
    }
    m_model.sync(rows);
}

void ChatViewModel::merge(const QJsonObject &message)
{
    m_messages.insert(qint64(message.value(QLatin1String("seq")).toDouble()), message);
    show();
    markRead();
}

void ChatViewModel::markRead()
{
    if (m_messages.isEmpty()
        || m_messages.lastKey() <= qMax(m_readSent, qint64(m_conversation.value(QLatin1String("read_seq")).toDouble())))
        return;
    m_readSent = m_messages.lastKey();
    client()->api()->send(Call::post(QStringLiteral("conversations/%1/read").arg(m_id),
                                     QByteArray("{\"seq\":" + QByteArray::number(m_readSent) + "}")),
                          this, [](const Answer &) {});
}

void ChatViewModel::onFrame(const QString &type, const QJsonObject &frame)
{
    const QJsonObject message = frame.value(QLatin1String("message")).toObject();
    if (type == QLatin1String("message") && message.value(QLatin1String("conversation_id")).toString() == m_id) {
        m_peerTyping.stop();
        merge(message);
        Q_EMIT changed();
        return;
    }
    if (frame.value(QLatin1String("conversation_id")).toString() != m_id)
        return;
    const bool peers = frame.value(QLatin1String("user_id")).toString() != client()->session()->userId();
    if (type == QLatin1String("read") && peers) {
        m_conversation.insert(QLatin1String("peer_read_seq"), frame.value(QLatin1String("seq")));
        show();
    } else if (type == QLatin1String("presence") && peers) {
        m_peerOnline = frame.value(QLatin1String("online")).toBool();
    } else if (type == QLatin1String("typing") && peers) {
        frame.value(QLatin1String("active")).toBool() ? m_peerTyping.start() : m_peerTyping.stop();
    } else if (type == QLatin1String("message.updated")) {
        reload();
    }
    Q_EMIT changed();
}

void ChatViewModel::setDraft(const QString &draft)
{
    if (draft == m_draft)
        return;
    m_draft = draft;
    if (client() && !draft.isEmpty() && !m_typingSent.isActive()) {
        m_typingSent.start();
        client()->ws()->typing(m_id, true);
    }
    inspect();
    Q_EMIT draftChanged();
}

void ChatViewModel::inspect()
{
    contact_filter::Input input;
    input.text = m_draft;
    input.policy.enabled = !contactsOpen();
    // What the server will look at too: my last messages, as far as this device knows them.
    for (int at = m_model.count() - 1; at >= 0; --at) {
        if (m_model.row(at).value(QStringLiteral("mine")).toBool())
            input.recent.push_back(m_model.row(at).value(QStringLiteral("body")).toString());
    }
    if (input.recent.size() > size_t(input.policy.recentMaxCount))
        input.recent.erase(input.recent.begin(), input.recent.end() - input.policy.recentMaxCount);
    const contact_filter::Verdict verdict = contact_filter::inspect(input);
    QStringList pieces;
    for (const contact_filter::Span &span : verdict.spans) {
        const qsizetype sign = span.start > 0 && m_draft.at(span.start - 1) == QLatin1Char('@') ? 1 : 0;
        pieces << m_draft.mid(span.start - sign, span.end - span.start + sign);
    }
    m_hidden = pieces.join(QStringLiteral(", "));
    m_masked = verdict.masked;
}

QVariantList ChatViewModel::draftPhotos() const
{
    QVariantList urls;
    for (const DraftPhoto &photo : m_photos)
        urls.append(photo.source);
    return urls;
}

void ChatViewModel::attach(const QList<QUrl> &files)
{
    for (const QUrl &file : files) {
        if (m_photos.size() >= size_t(api::kMaxMessageAttachments)) {
            Q_EMIT failed(tr("At most %n photo(s) in one message.", "", api::kMaxMessageAttachments));
            break;
        }
        const QByteArray jpeg = client::preparePhoto(file.toLocalFile());
        if (jpeg.isEmpty())
            Q_EMIT failed(tr("%1 is no picture.").arg(file.fileName()));
        else
            m_photos.push_back({file, jpeg});
    }
    Q_EMIT draftChanged();
}

void ChatViewModel::detach(int at)
{
    if (at < 0 || size_t(at) >= m_photos.size())
        return;
    m_photos.erase(m_photos.begin() + at);
    Q_EMIT draftChanged();
}

void ChatViewModel::send()
{
    if (!sendable())
        return;
    std::vector<QByteArray> jpegs;
    for (DraftPhoto &photo : m_photos)
        jpegs.push_back(std::move(photo.jpeg));
    m_photos.clear();
    client()->outbox()->add(m_id, m_draft.trimmed(), jpegs);
    m_draft.clear();
    inspect();
    Q_EMIT draftChanged();
}

void ChatViewModel::retry(const QString &key)
{
    client()->outbox()->retry(key);
    show();
}

void ChatViewModel::discard(const QString &key)
{
    client()->outbox()->discard(key);
    show();
}

} // namespace cargo::chat
