#include "qml/chat/chat_writer.h"

#include "qml/client/photo_file.h"
#include "shared/api/message_dto.h"
#include "shared/domain/contact_filter/contact_filter.h"

namespace cargo::chat {

ChatWriter::ChatWriter(QObject *parent) : QObject(parent)
{
    m_typingSent.setSingleShot(true);
    m_typingSent.setInterval(3000);
    connect(&m_shared, &SharedDraft::knownChanged, this, &ChatWriter::changed);
    connect(&m_shared, &SharedDraft::taken, this, [this](const QString &body, qint64 replyTo) {
        m_draft = body;
        m_replyTo = replyTo;
        show();
    });
}

void ChatWriter::begin(client::Client *client, const QString &conversationId)
{
    m_client = client;
    m_id = conversationId;
    m_shared.begin(client, conversationId);
    connect(client, &client::Client::wiped, this, [this] {
        m_photos.clear();
        m_editing = m_replyTo = 0;
        m_draft.clear();
        m_change.clear();
        show();
    });
    m_photos = client->writing()->photosOf(QStringLiteral("draft/") + draftKey());
    if (!m_photos.empty())
        Q_EMIT changed();
}

void ChatWriter::setContactsOpen(bool open)
{
    if (open == m_contactsOpen)
        return;
    m_contactsOpen = open;
    show();
}

bool ChatWriter::sendable() const { return !text().trimmed().isEmpty() || (m_editing == 0 && !m_photos.empty()); }

void ChatWriter::setText(const QString &text)
{
    if (m_editing == 0) {
        setDraft(text);
        return;
    }
    if (text == m_change)
        return;
    m_change = text;
    show();
}

void ChatWriter::setDraft(const QString &draft)
{
    if (draft == m_draft)
        return;
    m_draft = draft;
    if (m_client && !draft.isEmpty() && !m_typingSent.isActive()) {
        m_typingSent.start();
        m_client->ws()->typing(m_id, true);
    }
    show();
}

void ChatWriter::setReplyTo(double seq)
{
    if (qint64(seq) == m_replyTo)
        return;
    m_replyTo = qint64(seq);
    show();
}

void ChatWriter::show()
{
    m_shared.set({m_draft, m_replyTo});
    inspect();
    Q_EMIT changed();
}

void ChatWriter::inspect()
{
    contact_filter::Input input;
    input.text = text();
    input.policy.enabled = !m_contactsOpen;
    if (m_recent && m_editing == 0)
        input.recent = m_recent();
    if (input.recent.size() > size_t(input.policy.recentMaxCount))
        input.recent.erase(input.recent.begin(), input.recent.end() - input.policy.recentMaxCount);
    const contact_filter::Verdict verdict = contact_filter::inspect(input);
    QStringList pieces;
    m_spans.clear();
    for (const contact_filter::Span &span : verdict.spans) {
        const qsizetype sign = span.start > 0 && input.text.at(span.start - 1) == QLatin1Char('@') ? 1 : 0;
        m_spans.emplace_back(span.start - sign, span.end);
        pieces << input.text.mid(span.start - sign, span.end - span.start + sign);
    }
    m_hidden = pieces.join(QStringLiteral(", "));
    m_masked = verdict.masked;
}

QVariantList ChatWriter::photos() const
{
    QVariantList urls;
    if (m_editing > 0) // they belong to the draft
        return urls;
    for (const client::KeptPhoto &photo : m_photos)
        urls.append(QUrl::fromLocalFile(photo.path));
    return urls;
}

void ChatWriter::attach(const QList<QUrl> &files)
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
        if (auto photo = m_client->writing()->keepPhoto(QStringLiteral("draft/") + draftKey(), jpeg))
            m_photos.push_back(std::move(*photo));
        else
            Q_EMIT failed(tr("There is no room on this device."));
    }
    Q_EMIT changed();
}

void ChatWriter::detach(int at)
{
    if (at < 0 || size_t(at) >= m_photos.size())
        return;
    m_client->writing()->dropPhoto(m_photos[size_t(at)].name);
    m_photos.erase(m_photos.begin() + at);
    Q_EMIT changed();
}

void ChatWriter::beginChange(qint64 seq, const QString &words)
{
    m_editing = seq;
    m_change = words;
    show();
}

void ChatWriter::leaveChange()
{
    m_editing = 0;
    m_change.clear();
    show();
}

void ChatWriter::send()
{
    if (!sendable())
        return;
    if (m_editing > 0) {
        const qint64 seq = m_editing;
        const QString words = m_change.trimmed();
        leaveChange();
        Q_EMIT changeSent(seq, words);
        return;
    }
    if (m_client->outbox()->sendMessage(m_id, m_draft.trimmed(), draftKey(), m_replyTo).isEmpty()) {
        Q_EMIT failed(tr("There is no room on this device."));
        return;
    }
    m_photos.clear();
    m_draft.clear();
    m_replyTo = 0;
    show();
    m_shared.push(); // nowhere must it come back
    Q_EMIT sent();
}

} // namespace cargo::chat
