#include "qml/chat/chat_view_model.h"

#include "qml/chat/event_texts.h"
#include "qml/client/format.h"
#include "qml/client/server_clock.h"
#include "qml/listings/listing_model.h"
#include "shared/domain/clock.h"

#include <QJsonDocument>

namespace cargo::chat {

using client::Answer;
using client::Call;
using client::Format;

namespace {

constexpr int kPage = 50;
constexpr qint64 kNear = 30; // messages to the end of what is here: the next ones are read

QString stageOf(const QString &event)
{
    const auto is = [&event](std::initializer_list<const char *> names) {
        return std::any_of(names.begin(), names.end(), [&event](const char *name) { return event == QLatin1String(name); });
    };
    if (is({"deal_start", "deal_checkpoint"}))
        return QStringLiteral("road");
    if (is({"deal_arrive", "deal_buyer_absent", "deal_confirm_delivery", "deal_handover_code", "deal_confirmation_deadline"}))
        return QStringLiteral("arrived");
    if (is({"deal_cancel", "deal_payment_deadline", "deal_start_deadline"}))
        return QStringLiteral("talk");
    return QStringLiteral("deal");
}

} // namespace

ChatViewModel::ChatViewModel(QObject *parent) : ViewModel(parent)
{
    m_peerTyping.setSingleShot(true);
    m_peerTyping.setInterval(6000);
    connect(&m_peerTyping, &QTimer::timeout, this, &ChatViewModel::changed);
    m_readSoon.setSingleShot(true);
    m_readSoon.setInterval(200); // not for every row that is scrolled by
    connect(&m_readSoon, &QTimer::timeout, this, &ChatViewModel::markRead);
    connect(&m_quoted, &QuotedMessages::arrived, this, &ChatViewModel::show);
    connect(&m_writer, &ChatWriter::changed, this, &ChatViewModel::quotesChanged);
    connect(&m_writer, &ChatWriter::failed, this, &ChatViewModel::failed);
    connect(&m_writer, &ChatWriter::sent, this, &ChatViewModel::toNewest);
    connect(&m_writer, &ChatWriter::changeSent, this, &ChatViewModel::sendChange);
    m_writer.setRecent([this] { return recent(); });
}

void ChatViewModel::begin()
{
    connect(client()->ws(), &client::WsClient::frameArrived, this, &ChatViewModel::onFrame);
    connect(client()->ws(), &client::WsClient::readyChanged, this, [this](bool ready) {
        if (ready)
            reload();
    });
    connect(client()->ws(), &client::WsClient::resyncNeeded, this, &ChatViewModel::readAgain);
    client::Outbox *outbox = client()->outbox();
    connect(outbox, &client::Outbox::changed, this, [this](const QString &about) {
        if ((about.isEmpty() || about == subject()) && (m_queued > 0 || !queued().empty())) // what was read waits there too
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
    m_quoted.begin(client()->api(), m_id);
    m_writer.begin(client(), m_id);
    client()->ws()->subscribe(m_id);
    reload();
}

void ChatViewModel::readConversation()
{
    const int turn = m_writer.shared()->turn();
    // What this device remembers of the conversation is shown at once, but the draft in it may have been sent since.
    const auto fresh = std::make_shared<bool>(false);
    loadAside({QStringLiteral("conversation/") + m_id, QStringLiteral("conversations/") + m_id, {}, Source::Thing},
              [this, fresh, turn](const QJsonObject &conversation) {
                  const Sight before = sight();
                  m_conversation = conversation;
                  reached("peer_read_seq", before.peerRead); // a frame may have said more meanwhile
                  reached("peer_delivered_seq", before.peerDelivered);
                  m_newest = qMax(m_newest, qint64(conversation.value(QLatin1String("last_seq")).toDouble()));
                  m_writer.setContactsOpen(contactsOpen());
                  if (*fresh)
                      m_writer.shared()->heard(conversation.value(QLatin1String("draft")).toObject(), turn);
                  Q_EMIT changed();
                  show();
              });
    *fresh = true;
}

// By the other side; it never goes back.
void ChatViewModel::reached(const char *what, qint64 seq)
{
    QJsonValueRef now = m_conversation[QLatin1String(what)];
    now = qMax(now.toDouble(), double(seq));
}

void ChatViewModel::reload()
{
    readConversation();
    if (m_window.empty()) {
        const client::Kept kept = client()->cache()->messages(m_id);
        if (!kept.empty()) {
            m_window.begin(kept.value.value(QLatin1String("items")).toArray());
            m_newest = qMax(m_newest, m_window.last());
            setFresh(kept.fetchedMs, false);
            show();
            setPhase(Ready);
        }
    }
    load({{}, path("messages"), {{QStringLiteral("limit"), QString::number(kPage)}}},
         [this](const QJsonObject &page) { showNewest(page); });
}

// The newest page. When it does not touch what is here, messages are missing in between: what is here goes, unless somebody
// reads in it.
void ChatViewModel::showNewest(const QJsonObject &page)
{
    const QJsonArray items = page.value(QLatin1String("items")).toArray();
    client()->cache()->putMessages(m_id, items, true);
    m_newest = qMax(m_newest, seqOf(items.first().toObject()));
    const bool anew = std::exchange(m_again, false) && m_follows;
    if (anew || (!m_window.join(items, m_follows ? m_newest : m_looked) && m_follows))
        m_window.begin(items);
    show();
    setPhase(Ready);
}

void ChatViewModel::read(int limit, const char *where, qint64 seq, const Page &page)
{
    m_page = std::make_unique<QObject>();
    client()->api()->send(Call::get(path("messages"), {{QStringLiteral("limit"), QString::number(limit)},
                                                       {QLatin1String(where), QString::number(seq)}}),
                          m_page.get(), [this, page](const Answer &answer) {
                              m_page.release()->deleteLater();
                              if (answer.ok)
                                  page(answer.body.value(QLatin1String("items")).toArray());
                          });
}

void ChatViewModel::readAgain()
{
    m_quoted.clear();
    m_again = true;
    reload();
    if (!m_follows)
        read(2 * kPage, "before", m_looked + kPage, [this](const QJsonArray &items) {
            m_window.begin(items);
            show();
        });
}

void ChatViewModel::lookAt(int middle, int lowest, bool atEnd)
{
    if (m_window.empty())
        return;
    m_looked = seqAt(middle);
    m_atEnd = atEnd;
    m_follows = atEnd && (m_follows || !newer()); // what is said to be newer is on its way here
    const int unseenBefore = unseen();
    m_seen = qMax(m_seen, m_follows ? m_window.last() : seqAt(lowest));
    m_readSoon.start();
    if (unseen() != unseenBefore)
        Q_EMIT placeChanged();
    if (m_page)
        return;
    const auto join = [this](const QJsonArray &items) {
        m_window.join(items, m_looked);
        show();
    };
    if (older() && m_looked - m_window.first() < kNear)
        read(kPage, "before", m_window.first(), join);
    else if (newer() && m_window.last() - m_looked < kNear)
        read(kPage, "after", m_window.last(), join);
}

void ChatViewModel::toNewest()
{
    const auto stand = [this] {
        m_atEnd = m_follows = true;
        m_looked = m_newest;
        show();
        Q_EMIT jumped(0);
    };
    if (!newer())
        return stand();
    read(kPage, "before", m_newest + 1, [this, stand](const QJsonArray &items) {
        m_newest = qMax(m_newest, seqOf(items.first().toObject()));
        m_window.begin(items);
        stand();
    });
}

void ChatViewModel::jumpTo(double number)
{
    const qint64 seq = qint64(number);
    const auto stand = [this, seq] {
        m_atEnd = m_follows = false;
        m_looked = seq;
        show();
        for (int row = 0; row < m_model.count(); ++row) {
            if (seqAt(row) == seq) {
                Q_EMIT jumped(row);
                return;
            }
        }
    };
    if (m_window.holds(seq))
        return stand();
    read(kPage, "before", seq + kPage / 2, [this, stand](const QJsonArray &items) {
        m_window.begin(items);
        stand();
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

QString ChatViewModel::peerId() const
{
    return m_conversation.value(QLatin1String("peer")).toObject().value(QLatin1String("id")).toString();
}

Sight ChatViewModel::sight()
{
    return {m_conversation.value(QLatin1String("peer")).toObject().value(QLatin1String("display_name")).toString(),
            qint64(m_conversation.value(QLatin1String("peer_read_seq")).toDouble()),
            qint64(m_conversation.value(QLatin1String("peer_delivered_seq")).toDouble()),
            [this](qint64 seq) { return known(seq); }};
}

QJsonObject ChatViewModel::known(qint64 seq) { return m_window.holds(seq) ? m_window.at(seq) : m_quoted.at(seq); }

// What is not on the server yet stands below the newest.
qint64 ChatViewModel::seqAt(int row) const
{
    const qint64 seq = row >= 0 && row < m_model.count() ? qint64(m_model.row(row).value(QStringLiteral("seq")).toDouble()) : 0;
    return seq > 0 ? seq : m_window.last();
}

std::vector<QString> ChatViewModel::recent() const
{
    std::vector<QString> said;
    for (int at = m_model.count() - 1; at >= 0; --at) {
        if (m_model.row(at).value(QStringLiteral("mine")).toBool())
            said.push_back(m_model.row(at).value(QStringLiteral("body")).toString());
    }
    return said;
}

std::vector<client::OutboxItem> ChatViewModel::queued() const
{
    std::vector<client::OutboxItem> messages = client()->outbox()->items(subject());
    std::erase_if(messages, [](const client::OutboxItem &item) { return item.kind != QLatin1String("message"); });
    return messages;
}

void ChatViewModel::show()
{
    if (!client())
        return;
    QList<QVariantMap> rows;
    QSet<QString> known;
    const Sight sight = this->sight();
    QString event;
    m_made.keepOnly(m_window.first(), m_window.last());
    const auto &messages = m_window.messages();
    for (auto it = messages.end(); it != messages.begin();) {
        --it;
        rows.append(m_made.of(client(), *it, sight));
        known.insert(it->value(QLatin1String("client_id")).toString());
        if (event.isEmpty())
            event = eventOf(*it);
    }
    m_stage = contactsOpen()     ? QStringLiteral("done")
              : !event.isEmpty() ? stageOf(event)
              : m_window.empty() ? QStringLiteral("new")
                                 : QStringLiteral("talk");
    if (m_atEnd || !newer()) {
        const auto waiting = queued();
        m_queued = waiting.size();
        for (const client::OutboxItem &one : waiting) { // oldest first: the newest ends on top
            if (!known.contains(one.id))
                rows.prepend(queuedRow(client(), one, sight));
        }
    }
    // A day is written once, over its first line. Of the oldest line it is known only when nothing older is to come.
    for (qsizetype at = 0; at < rows.size(); ++at) {
        const bool begins = at + 1 < rows.size()
                                ? rows.at(at + 1).value(QStringLiteral("day")) != rows.at(at).value(QStringLiteral("day"))
                                : !older();
        if (!begins)
            rows[at].insert(QStringLiteral("day"), QString());
    }
    Q_EMIT aboutToShow();
    m_model.sync(rows);
    if (m_follows)
        m_seen = qMax(m_seen, m_window.last());
    Q_EMIT placeChanged();
    Q_EMIT quotesChanged();
    Q_EMIT shown();
    markRead();
}

void ChatViewModel::merge(const QJsonObject &message)
{
    const qint64 seq = seqOf(message);
    client()->cache()->putMessages(m_id, {message}, false);
    m_newest = qMax(m_newest, seq);
    if (!m_window.replace(message) && !m_window.join({message}, m_follows ? seq : m_looked) && m_follows)
        reload(); // something is missing in between
    show();
}

void ChatViewModel::update(const QJsonObject &message)
{
    m_quoted.replace(message);
    if (m_window.replace(message))
        client()->cache()->putMessages(m_id, {message}, false);
    show();
}

void ChatViewModel::markRead()
{
    if (m_seen <= qMax(m_readSent, qint64(m_conversation.value(QLatin1String("read_seq")).toDouble())))
        return;
    m_readSent = m_seen;
    client::OutboxItem item;
    item.subject = subject();
    item.kind = QStringLiteral("read");
    item.path = path("read");
    item.body = {{QStringLiteral("seq"), double(m_readSent)}};
    client()->outbox()->add(std::move(item), {}, true);
}

void ChatViewModel::onFrame(const QString &type, const QJsonObject &frame)
{
    const QJsonObject message = frame.value(QLatin1String("message")).toObject();
    const bool updated = type == QLatin1String("message.updated");
    if ((type == QLatin1String("message") || updated) && message.value(QLatin1String("conversation_id")).toString() == m_id) {
        if (updated) {
            update(message);
            return;
        }
        m_peerTyping.stop();
        merge(message);
        Q_EMIT changed();
        return;
    }
    if (frame.value(QLatin1String("conversation_id")).toString() != m_id)
        return;
    const bool peers = frame.value(QLatin1String("user_id")).toString() != client()->session()->userId();
    if ((type == QLatin1String("read") || type == QLatin1String("delivered")) && peers) {
        reached(type == QLatin1String("read") ? "peer_read_seq" : "peer_delivered_seq",
                qint64(frame.value(QLatin1String("seq")).toDouble()));
        show();
    } else if (type == QLatin1String("presence") && peers) {
        m_peerOnline = frame.value(QLatin1String("online")).toBool();
    } else if (type == QLatin1String("typing") && peers) {
        frame.value(QLatin1String("active")).toBool() ? m_peerTyping.start() : m_peerTyping.stop();
    } else if (type == QLatin1String("draft")) {
        m_writer.shared()->heardFrame(frame);
    } else if (type == QLatin1String("conversation.updated")) {
        readConversation();
    } else if (updated) { // contacts are open: all of them read otherwise now
        readAgain();
    }
    Q_EMIT changed();
}

void ChatViewModel::answer(double seq)
{
    if (m_writer.editing() > 0)
        m_writer.leaveChange();
    m_writer.setReplyTo(seq);
}

qint64 ChatViewModel::changeMs() const
{
    return qint64(m_conversation.value(QLatin1String("edit_window_seconds")).toDouble()) * kSecondMs;
}

bool ChatViewModel::mayChange(double seq) const
{
    const QJsonObject message = m_window.at(qint64(seq));
    return !message.isEmpty() && message.value(QLatin1String("sender_id")).toString() == client()->session()->userId()
           && message.value(QLatin1String("deleted_at")).toString().isEmpty()
           && client::serverNowMs() < Format::millis(message.value(QLatin1String("created_at"))) + changeMs();
}

void ChatViewModel::change(double seq)
{
    if (mayChange(seq))
        m_writer.beginChange(qint64(seq), m_window.at(qint64(seq)).value(QLatin1String("body")).toString());
}

void ChatViewModel::sendChange(qint64 seq, const QString &words)
{
    QJsonObject now = m_window.at(seq);
    const QString id = now.value(QLatin1String("id")).toString();
    if (id.isEmpty() || now.value(QLatin1String("body")).toString() == words)
        return;
    now.insert(QLatin1String("body"), words);
    now.insert(QLatin1String("edited_at"), QString::fromLatin1(Timestamp{client::serverNowMs()}.toRfc3339()));
    const QJsonObject body{{QStringLiteral("body"), words}};
    changeTo(now, Call::patch(QStringLiteral("messages/") + id, QJsonDocument(body).toJson(QJsonDocument::Compact)), words);
}

void ChatViewModel::remove(double seq)
{
    QJsonObject now = m_window.at(qint64(seq));
    const QString id = now.value(QLatin1String("id")).toString();
    if (id.isEmpty())
        return;
    if (m_writer.editing() == seq)
        m_writer.leaveChange();
    now.insert(QLatin1String("body"), QString());
    now.insert(QLatin1String("attachments"), QJsonArray());
    now.insert(QLatin1String("deleted_at"), QString::fromLatin1(Timestamp{client::serverNowMs()}.toRfc3339()));
    changeTo(now, Call::remove(QStringLiteral("messages/") + id));
}

void ChatViewModel::changeTo(const QJsonObject &now, const Call &call, const QString &words)
{
    const qint64 seq = seqOf(now);
    const QJsonObject was = m_window.at(seq);
    update(now);
    client()->api()->send(call, this, [this, was, now, words, seq](const Answer &answer) {
        if (answer.ok) {
            update(answer.body);
            return;
        }
        if (m_window.at(seq) == now) // nothing newer was heard meanwhile
            update(was);
        const bool late = answer.error.code == ErrorCode::StateConflict && !words.isEmpty();
        Q_EMIT failed(
            late ? tr("It is too late to change this message: that works for %n minute(s).", "", int(changeMs() / kMinuteMs))
                 : client::troubleOf(answer).text);
        if (!late && !words.isEmpty() && m_writer.editing() == 0) // what was typed is not lost
            m_writer.beginChange(seq, words);
    });
}

void ChatViewModel::notAContact(const QString &messageId)
{
    const QJsonObject body{{QStringLiteral("reason"), QStringLiteral("not_a_contact")}, {QStringLiteral("text"), QString()}};
    order(Call::post(QStringLiteral("messages/%1/report").arg(messageId), QJsonDocument(body).toJson(QJsonDocument::Compact)),
          [this](const Answer &) { Q_EMIT told(tr("Thank you. A person looks at it; if we were wrong, the words are shown.")); });
}

void ChatViewModel::block(bool blocked)
{
    const QString whom = QStringLiteral("me/blocks/") + peerId();
    order(blocked ? Call::put(whom) : Call::remove(whom), [this](const Answer &) { readConversation(); });
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
