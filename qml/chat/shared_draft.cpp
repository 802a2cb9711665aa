#include "qml/chat/shared_draft.h"

namespace cargo::chat {

namespace {
SharedDraft::Words wordsOf(const QJsonObject &draft)
{
    return {draft.value(QLatin1String("body")).toString(), qint64(draft.value(QLatin1String("reply_to")).toDouble())};
}
} // namespace

SharedDraft::SharedDraft(QObject *parent) : QObject(parent)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kSoonMs);
    connect(&m_soon, &QTimer::timeout, this, &SharedDraft::push);
}

SharedDraft::~SharedDraft()
{
    blockSignals(true); // who would hear them is going too
    push();
}

void SharedDraft::begin(client::Client *client, const QString &conversationId)
{
    m_client = client;
    m_id = conversationId;
    connect(client, &client::Client::wiped, this, [this] {
        m_soon.stop();
        m_words = m_known = {};
    });
    connect(client->ws(), &client::WsClient::readyChanged, this, [this] { m_echoes.clear(); }); // they do not come any more
    connect(client->outbox(), &client::Outbox::sent, this, [this](const client::OutboxItem &item) {
        if (item.subject == subject())
            ++m_turn;
    });
    look();
}

QString SharedDraft::known() const { return QString::number(m_known.replyTo) + u':' + m_known.body; }

void SharedDraft::setKnown(const QString &known)
{
    agree({known.section(u':', 1), known.section(u':', 0, 0).toLongLong()});
    look();
}

void SharedDraft::agree(const Words &words)
{
    if (words == m_known)
        return;
    m_known = words;
    Q_EMIT knownChanged();
}

void SharedDraft::set(const Words &words)
{
    m_words = words;
    look();
}

void SharedDraft::look()
{
    if (m_words == m_known)
        m_soon.stop();
    else if (m_client)
        m_soon.start();
}

void SharedDraft::push()
{
    m_soon.stop();
    if (!m_client || m_words == m_known || !m_client->session()->signedIn())
        return;
    ++m_turn;
    agree(m_words);
    m_echoes.append(m_words);
    client::OutboxItem item;
    item.subject = subject();
    item.kind = QStringLiteral("draft");
    item.method = "PUT";
    item.path = QStringLiteral("conversations/%1/draft").arg(m_id);
    item.body = {{QStringLiteral("body"), m_words.body},
                 {QStringLiteral("reply_to"), m_words.replyTo > 0 ? QJsonValue(double(m_words.replyTo)) : QJsonValue()}};
    m_client->outbox()->add(std::move(item), {}, true);
}

bool SharedDraft::ours() const { return m_soon.isActive() || !m_client->outbox()->items(subject()).empty(); }

void SharedDraft::heard(const QJsonObject &draft, int turn)
{
    if (m_client && turn == m_turn)
        take(wordsOf(draft));
}

void SharedDraft::heardFrame(const QJsonObject &frame)
{
    const Words words = wordsOf(frame);
    if (const qsizetype echo = m_echoes.indexOf(words); echo >= 0) {
        m_echoes.remove(0, echo + 1);
        return;
    }
    ++m_turn; // what is under way was asked for before
    take(words);
}

void SharedDraft::take(const Words &words)
{
    if (ours())
        return;
    if (m_words != m_known) { // written here before it could be shared
        look();
        return;
    }
    agree(words);
    if (words == m_words)
        return;
    m_words = words;
    Q_EMIT taken(words.body, words.replyTo);
}

} // namespace cargo::chat
