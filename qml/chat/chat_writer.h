#pragma once

#include "qml/chat/marked_text.h"
#include "qml/chat/shared_draft.h"

#include <QUrl>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

#include <functional>

namespace cargo::chat {

// What stands where a message is written: a draft with its photos and the message that it answers, or the words of a message
// that is being changed. It knows what of them will be hidden, and sends.
class ChatWriter : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("a conversation has one")
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY changed FINAL)         // of the draft, or of the change
    Q_PROPERTY(QString draft READ draft WRITE setDraft NOTIFY changed FINAL)      // also while a message is changed
    Q_PROPERTY(double replyTo READ replyTo WRITE setReplyTo NOTIFY changed FINAL) // number of a message, 0: none
    Q_PROPERTY(QString known READ known WRITE setKnown NOTIFY changed FINAL)      // see SharedDraft; kept with the draft
    Q_PROPERTY(double editing READ editing NOTIFY changed FINAL)      // number of the message that is changed, 0: none
    Q_PROPERTY(QString hidden READ hidden NOTIFY changed FINAL)       // pieces that will be hidden, "@name, +7…"
    Q_PROPERTY(QString masked READ masked NOTIFY changed FINAL)       // the text as the other side will see it
    Q_PROPERTY(int hiddenStart READ hiddenStart NOTIFY changed FINAL) // the first of them in the text, -1: none
    Q_PROPERTY(int hiddenEnd READ hiddenEnd NOTIFY changed FINAL)
    Q_PROPERTY(QVariantList photos READ photos NOTIFY changed FINAL) // urls on this device
    Q_PROPERTY(bool sendable READ sendable NOTIFY changed FINAL)
    Q_PROPERTY(bool asks READ asks NOTIFY changed FINAL) // something will be hidden, and nobody said yet that it may

public:
    explicit ChatWriter(QObject *parent = nullptr);
    void begin(client::Client *client, const QString &conversationId);
    SharedDraft *shared() { return &m_shared; }
    // His last messages in this conversation, oldest first: a contact may have been begun in them.
    void setRecent(std::function<std::vector<QString>()> recent) { m_recent = std::move(recent); }
    void setContactsOpen(bool open);

    QString text() const { return m_editing > 0 ? m_change : m_draft; }
    void setText(const QString &text);
    QString draft() const { return m_draft; }
    void setDraft(const QString &draft);
    double replyTo() const { return double(m_replyTo); }
    void setReplyTo(double seq);
    QString known() const { return m_shared.known(); }
    void setKnown(const QString &known) { m_shared.setKnown(known); }
    double editing() const { return double(m_editing); }
    QString hidden() const { return m_hidden; }
    QString masked() const { return m_masked; }
    int hiddenStart() const { return m_spans.empty() ? -1 : int(m_spans.front().first); }
    int hiddenEnd() const { return m_spans.empty() ? -1 : int(m_spans.front().second); }
    QVariantList photos() const;
    bool sendable() const;
    bool asks() const { return !m_spans.empty() && text() != m_allowed; }
    // The text with what will be hidden on `ground`, as rich text.
    Q_INVOKABLE QString marked(const QColor &ground, const QColor &ink) const { return markedText(text(), m_spans, ground, ink); }
    Q_INVOKABLE void allow()
    {
        m_allowed = text();
        Q_EMIT changed();
    } // it may go with it hidden

    // Hangs photos of this device on the draft; what is no picture or too much is told by failed().
    Q_INVOKABLE void attach(const QList<QUrl> &files);
    Q_INVOKABLE void detach(int at);
    void beginChange(qint64 seq, const QString &words);
    Q_INVOKABLE void leaveChange();
    Q_INVOKABLE void send();

Q_SIGNALS:
    void changed();
    void sent();
    void changeSent(qint64 seq, const QString &words);
    void failed(const QString &text);

private:
    void inspect();
    void show(); // after whatever changed
    QString draftKey() const { return QStringLiteral("chat/") + m_id; }

    QPointer<client::Client> m_client;
    QString m_id;
    SharedDraft m_shared;
    std::function<std::vector<QString>()> m_recent;
    bool m_contactsOpen = false;
    QString m_draft, m_change, m_allowed;
    qint64 m_replyTo = 0, m_editing = 0;
    QString m_hidden, m_masked;
    std::vector<TextSpan> m_spans;
    std::vector<client::KeptPhoto> m_photos; // of the draft
    QTimer m_typingSent;
};

} // namespace cargo::chat
