#include "qml/chat/chat_view_models.h"

#include "qml/chat/event_texts.h"
#include "qml/client/format.h"
#include "qml/client/photo_file.h"
#include "qml/listings/listing_model.h"
#include "shared/api/message_dto.h"
#include "shared/domain/contact_filter/contact_filter.h"

namespace cargo::chat {

using client::Answer;
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
    client::Outbox *outbox = client()->outbox();
    connect(outbox, &client::Outbox::changed, this, [this](const QString &about) {
        if (about.isEmpty() || about == subject())
            show();
    });
    connect(outbox, &client::Outbox::sent, this, [this](const client::OutboxItem &item, const QJsonObject &message) {
        if (item.subject == subject() && item.kind == QLatin1String("message"))
            merge(message);
    });
    connect(outbox, &client::Outbox::progressed, this, [this](const QString &about) {
        if (about == subject())
            show();
    });
    connect(client(), &client::Client::wiped, this, [this] {
        m_photos.clear();
        Q_EMIT draftChanged();
    });
    m_photos = client()->writing()->photosOf(QStringLiteral("draft/") + draftKey());
    if (!m_photos.empty())
        Q_EMIT draftChanged();
    client()->ws()->subscribe(m_id);
    reload();
}

void ChatViewModel::reload()
{
    loadAside({QStringLiteral("conversation/") + m_id, QStringLiteral("conversations/") + m_id, {}, Source::Thing},
              [this](const QJsonObject &conversation) {
                  m_conversation = conversation;
                  Q_EMIT changed();
                  show();
              });
    if (m_messages.isEmpty()) {
        const client::Kept kept = client()->cache()->messages(m_id);
        const QJsonArray items = kept.value.value(QLatin1String("items")).toArray();
        for (const QJsonValue &item : items)
            m_messages.insert(qint64(item.toObject().value(QLatin1String("seq")).toDouble()), item.toObject());
        if (!kept.empty()) {
            setFresh(kept.fetchedMs, false);
            show();
            setPhase(Ready);
        }
    }
    load({{}, QStringLiteral("conversations/%1/messages").arg(m_id), {{QStringLiteral("limit"), QStringLiteral("50")}}},
         [this](const QJsonObject &page) { showPage(page); });
}

// The newest page. When it does not touch what is here, messages are missing in between: what is here goes.
void ChatViewModel::showPage(const QJsonObject &page)
{
    const QJsonArray items = page.value(QLatin1String("items")).toArray();
    client()->cache()->putMessages(m_id, items, true);
    QMap<qint64, QJsonObject> fresh;
    for (const QJsonValue &item : items)
        fresh.insert(qint64(item.toObject().value(QLatin1String("seq")).toDouble()), item.toObject());
    const bool gap = !fresh.isEmpty() && !m_messages.isEmpty() && fresh.firstKey() > m_messages.lastKey() + 1;
    if (gap)
        m_messages.clear();
    if (gap || !std::exchange(m_paged, true))
        m_cursor = page.value(QLatin1String("next_cursor")).toString();
    m_messages.insert(fresh);
    show();
    setPhase(Ready);
    markRead();
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

QVariantMap ChatViewModel::rowOf(const client::OutboxItem &queued) const
{
    const bool refused = !queued.error.isEmpty();
    const bool uploading =
        client()->outbox()->sending(queued.id)
        && std::any_of(queued.photos.begin(), queued.photos.end(), [](const auto &photo) { return photo.mediaId.isEmpty(); });
    QVariantList photos;
    for (const client::KeptPhoto &photo : queued.photos)
        photos.append(QUrl::fromLocalFile(photo.path));
    return {{QStringLiteral("key"), queued.id},
            {QStringLiteral("kind"), QStringLiteral("message")},
            {QStringLiteral("mine"), true},
            {QStringLiteral("body"), queued.body.value(QLatin1String("body")).toString()},
            {QStringLiteral("time"), Format::time(double(queued.createdMs))},
            {QStringLiteral("day"), Format::day(double(queued.createdMs))},
            {QStringLiteral("state"), refused     ? QStringLiteral("failed")
                                      : uploading ? QStringLiteral("uploading")
                                                  : QStringLiteral("queued")},
            {QStringLiteral("progress"), client()->outbox()->progress(queued.id)},
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
    const auto queuedItems = client()->outbox()->items(subject());
    for (const client::OutboxItem &queued : queuedItems) { // oldest first: the newest ends on top
        if (queued.kind == QLatin1String("message") && !known.contains(queued.id))
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
    client()->cache()->putMessages(m_id, {message}, false);
    show();
    markRead();
}

void ChatViewModel::markRead()
{
    if (m_messages.isEmpty()
        || m_messages.lastKey() <= qMax(m_readSent, qint64(m_conversation.value(QLatin1String("read_seq")).toDouble())))
        return;
    m_readSent = m_messages.lastKey();
    client::OutboxItem item;
    item.subject = subject();
    item.kind = QStringLiteral("read");
    item.path = QStringLiteral("conversations/%1/read").arg(m_id);
    item.body = {{QStringLiteral("seq"), double(m_readSent)}};
    client()->outbox()->add(std::move(item), {}, true);
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
    for (const client::KeptPhoto &photo : m_photos)
        urls.append(QUrl::fromLocalFile(photo.path));
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
        if (jpeg.isEmpty()) {
            Q_EMIT failed(tr("%1 is no picture.").arg(file.fileName()));
            continue;
        }
        if (auto photo = client()->writing()->keepPhoto(QStringLiteral("draft/") + draftKey(), jpeg))
            m_photos.push_back(std::move(*photo));
        else
            Q_EMIT failed(tr("There is no room on this device."));
    }
    Q_EMIT draftChanged();
}

void ChatViewModel::detach(int at)
{
    if (at < 0 || size_t(at) >= m_photos.size())
        return;
    client()->writing()->dropPhoto(m_photos[size_t(at)].name);
    m_photos.erase(m_photos.begin() + at);
    Q_EMIT draftChanged();
}

void ChatViewModel::send()
{
    if (!sendable())
        return;
    if (client()->outbox()->sendMessage(m_id, m_draft.trimmed(), draftKey()).isEmpty()) {
        Q_EMIT failed(tr("There is no room on this device."));
        return;
    }
    m_photos.clear();
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
