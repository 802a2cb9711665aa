#pragma once

#include "qml/client/row_model.h"
#include "qml/client/view_model.h"

#include <QJsonArray>
#include <QTimer>
#include <QUrl>

namespace cargo::chat {

// Conversations, newest first. Roles: conversationId, peer (name), verified, car, photo (url), text (last line), moment (text),
// unread.
class ConversationModel : public cargo::client::RowModel
{
    Q_OBJECT
    QML_ANONYMOUS

public:
    explicit ConversationModel(QObject *parent = nullptr);
};

// Lines of one conversation, newest first (the list is drawn from the bottom). Roles: key, kind (message, event), mine,
// body, time (text), day (text, only where a day begins), state (queued, uploading, sent, read, failed), progress (of
// its photos, 0…1), photos (urls, small), largePhotos (urls), errorText, masked.
class MessageModel : public cargo::client::RowModel
{
    Q_OBJECT
    QML_ANONYMOUS

public:
    explicit MessageModel(QObject *parent = nullptr);
};

class ConversationsViewModel : public cargo::client::ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(cargo::chat::ConversationModel *model READ model CONSTANT FINAL)

public:
    using ViewModel::ViewModel;
    ConversationModel *model() { return &m_model; }
    Q_INVOKABLE void reload() override;

protected:
    void begin() override;
    void retranslate() override { show(); }

private:
    void show();
    ConversationModel m_model;
    QJsonArray m_items;
    QTimer m_soon;
};

// One conversation: what was said, what waits in the outbox, and what would be hidden of the text being written.
class ChatViewModel : public cargo::client::ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString conversationId MEMBER m_id NOTIFY changed FINAL)
    Q_PROPERTY(cargo::chat::MessageModel *model READ model CONSTANT FINAL)
    Q_PROPERTY(QVariantMap peer READ peer NOTIFY changed FINAL)
    Q_PROPERTY(QVariantMap listing READ listing NOTIFY changed FINAL) // listingId, title, price, photo, facts
    Q_PROPERTY(bool contactsOpen READ contactsOpen NOTIFY changed FINAL)
    Q_PROPERTY(bool peerOnline READ peerOnline NOTIFY changed FINAL)
    Q_PROPERTY(bool peerTyping READ peerTyping NOTIFY changed FINAL)
    Q_PROPERTY(double mutedUntil READ mutedUntil NOTIFY changed FINAL) // Unix ms, 0: may write
    Q_PROPERTY(QString draft READ draft WRITE setDraft NOTIFY draftChanged FINAL)
    Q_PROPERTY(QString hidden READ hidden NOTIFY draftChanged FINAL)                // pieces that will be hidden, "@name, +7…"
    Q_PROPERTY(QVariantList draftPhotos READ draftPhotos NOTIFY draftChanged FINAL) // urls on this device
    Q_PROPERTY(bool sendable READ sendable NOTIFY draftChanged FINAL)
    Q_PROPERTY(QString masked READ masked NOTIFY draftChanged FINAL) // the draft as the other side will see it

public:
    explicit ChatViewModel(QObject *parent = nullptr);
    MessageModel *model() { return &m_model; }
    QVariantMap peer() const { return m_conversation.value(QLatin1String("peer")).toObject().toVariantMap(); }
    QVariantMap listing() const;
    bool contactsOpen() const { return m_conversation.value(QLatin1String("contacts_open")).toBool(); }
    bool peerOnline() const { return m_peerOnline; }
    bool peerTyping() const { return m_peerTyping.isActive(); }
    double mutedUntil() const;
    QString draft() const { return m_draft; }
    QString hidden() const { return m_hidden; }
    QString masked() const { return m_masked; }
    void setDraft(const QString &draft);
    QVariantList draftPhotos() const;
    bool sendable() const { return !m_draft.trimmed().isEmpty() || !m_photos.empty(); }
    // Hangs photos of this device on the draft; what is no picture or too much is told by failed().
    Q_INVOKABLE void attach(const QList<QUrl> &files);
    Q_INVOKABLE void detach(int at);
    Q_INVOKABLE void reload() override;
    Q_INVOKABLE void loadMore();
    Q_INVOKABLE void send();
    Q_INVOKABLE void retry(const QString &key);
    Q_INVOKABLE void discard(const QString &key);

Q_SIGNALS:
    void changed();
    void draftChanged();

protected:
    void begin() override;
    void retranslate() override { show(); }

private:
    void inspect();
    void show();
    void merge(const QJsonObject &message);
    void showPage(const QJsonObject &page);
    void markRead();
    void onFrame(const QString &type, const QJsonObject &frame);
    QVariantMap rowOf(const QJsonObject &message) const;
    QVariantMap rowOf(const client::OutboxItem &queued) const;
    // Drafts and queued messages of this conversation.
    QString draftKey() const { return QStringLiteral("chat/") + m_id; }
    QString subject() const { return QStringLiteral("conversation/") + m_id; }

    QString m_id;
    QJsonObject m_conversation;
    QMap<qint64, QJsonObject> m_messages; // by seq
    MessageModel m_model;
    QString m_cursor;
    QString m_draft, m_hidden, m_masked;
    std::vector<client::KeptPhoto> m_photos; // of the draft
    QTimer m_peerTyping;
    QTimer m_typingSent;
    bool m_peerOnline = false;
    bool m_paged = false; // the server told where older messages begin
    qint64 m_readSent = 0;
};

} // namespace cargo::chat
