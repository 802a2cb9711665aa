#pragma once

#include "qml/chat/chat_writer.h"
#include "qml/chat/message_rows.h"
#include "qml/chat/message_window.h"
#include "qml/chat/quoted_messages.h"
#include "qml/client/view_model.h"

namespace cargo::chat {

// One conversation: a window of what was said, around what the page looks at, what waits in the outbox, and what stands in the
// writer. Messages are named by their number in the conversation.
class ChatViewModel : public cargo::client::ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString conversationId MEMBER m_id NOTIFY changed FINAL)
    Q_PROPERTY(cargo::chat::MessageModel *model READ model CONSTANT FINAL)
    Q_PROPERTY(cargo::chat::ChatWriter *writer READ writer CONSTANT FINAL)
    Q_PROPERTY(QVariantMap peer READ peer NOTIFY changed FINAL)
    Q_PROPERTY(QVariantMap listing READ listing NOTIFY changed FINAL) // listingId, title, price, photo, facts
    Q_PROPERTY(bool contactsOpen READ contactsOpen NOTIFY changed FINAL)
    Q_PROPERTY(bool peerOnline READ peerOnline NOTIFY changed FINAL)
    Q_PROPERTY(bool peerTyping READ peerTyping NOTIFY changed FINAL)
    Q_PROPERTY(double mutedUntil READ mutedUntil NOTIFY changed FINAL)      // Unix ms, 0: may write
    Q_PROPERTY(QString muteDecision READ muteDecision NOTIFY changed FINAL) // its id, may be empty
    Q_PROPERTY(bool blockedByMe READ blockedByMe NOTIFY changed FINAL)
    Q_PROPERTY(bool closed READ closed NOTIFY changed FINAL)       // one side blocked the other: nobody writes
    Q_PROPERTY(QString stage READ stage NOTIFY placeChanged FINAL) // new, talk, deal, road, arrived, done
    Q_PROPERTY(bool older READ older NOTIFY placeChanged FINAL)    // there are messages before those that are here
    Q_PROPERTY(bool newer READ newer NOTIFY placeChanged FINAL)
    Q_PROPERTY(int unseen READ unseen NOTIFY placeChanged FINAL)              // below what was looked at
    Q_PROPERTY(QVariantMap answered READ answered NOTIFY quotesChanged FINAL) // {seq, who, text} of what the writer answers
    Q_PROPERTY(QVariantMap changing READ changing NOTIFY quotesChanged FINAL) // of what the writer changes
    Q_PROPERTY(QString words MEMBER m_words NOTIFY wordsChanged FINAL)        // that are searched for: marked()

public:
    explicit ChatViewModel(QObject *parent = nullptr);
    MessageModel *model() { return &m_model; }
    ChatWriter *writer() { return &m_writer; }
    QVariantMap peer() const { return m_conversation.value(QLatin1String("peer")).toObject().toVariantMap(); }
    QVariantMap listing() const;
    bool contactsOpen() const { return m_conversation.value(QLatin1String("contacts_open")).toBool(); }
    bool peerOnline() const { return m_peerOnline; }
    bool peerTyping() const { return m_peerTyping.isActive(); }
    double mutedUntil() const;
    QString muteDecision() const { return m_conversation.value(QLatin1String("mute_decision_id")).toString(); }
    bool blockedByMe() const { return m_conversation.value(QLatin1String("blocked_by_me")).toBool(); }
    bool closed() const { return m_conversation.value(QLatin1String("closed")).toBool(); }
    QString stage() const { return m_stage; }
    bool older() const { return m_window.first() > 1; }
    bool newer() const { return !m_window.empty() && m_window.last() < m_newest; }
    int unseen() const { return m_window.empty() || m_follows ? 0 : int(qMax(qint64(0), m_newest - m_seen)); }
    QVariantMap answered() { return quote(qint64(m_writer.replyTo())); }
    QVariantMap changing() { return quote(qint64(m_writer.editing())); }
    int size() const { return m_window.size(); } // messages in memory

    Q_INVOKABLE void reload() override;
    // What the page shows: the rows in its middle and at its lower edge. More is read where it comes near an end.
    Q_INVOKABLE void lookAt(int middle, int lowest, bool atEnd);
    Q_INVOKABLE void toNewest(); // jumped() follows
    Q_INVOKABLE void jumpTo(double seq);
    Q_INVOKABLE void answer(double seq); // in the writer
    Q_INVOKABLE void change(double seq);
    Q_INVOKABLE bool mayChange(double seq) const; // mine, and not too long ago
    Q_INVOKABLE void remove(double seq);
    Q_INVOKABLE void notAContact(const QString &messageId);
    Q_INVOKABLE void block(bool blocked);
    Q_INVOKABLE void retry(const QString &key);
    Q_INVOKABLE void discard(const QString &key);
    // A message's text with the words that are searched for on `ground`, as rich text.
    Q_INVOKABLE QString marked(const QString &text, const QColor &ground, const QColor &ink) const
    {
        return markedText(text, spansOf(text, m_words), ground, ink);
    }

Q_SIGNALS:
    void changed();
    void aboutToShow(); // rows come and go between the two
    void shown();
    void jumped(int row);
    void placeChanged();
    void quotesChanged();
    void wordsChanged();
    void told(const QString &text); // an order worked

protected:
    void begin() override;
    void retranslate() override
    {
        m_made.clear();
        show();
    }

private:
    using Page = std::function<void(const QJsonArray &)>;
    void show();
    std::vector<client::OutboxItem> queued() const; // messages that wait to be sent
    void readConversation();
    void reached(const char *what, qint64 seq);
    void showNewest(const QJsonObject &page);
    // A page of messages; what is asked for while one is under way comes instead of it.
    void read(int limit, const char *where, qint64 seq, const Page &page);
    void readAgain(); // what is here is old
    void merge(const QJsonObject &message);
    void update(const QJsonObject &message);
    void sendChange(qint64 seq, const QString &words);
    // Shows `now` at once, and `was` again with a word when the server does not want it.
    void changeTo(const QJsonObject &now, const client::Call &call, const QString &words = {});
    void markRead();
    void onFrame(const QString &type, const QJsonObject &frame);
    QJsonObject known(qint64 seq);
    QVariantMap quote(qint64 seq) { return client() ? quoteOf(client(), seq, sight()) : QVariantMap(); }
    Sight sight();
    std::vector<QString> recent() const; // my last messages
    qint64 seqAt(int row) const;
    qint64 changeMs() const; // how long a message may be changed; 0 until the server has said it
    QString peerId() const;
    QString path(const char *what) const { return QStringLiteral("conversations/%1/%2").arg(m_id, QLatin1String(what)); }
    QString subject() const { return QStringLiteral("conversation/") + m_id; }

    QString m_id;
    QJsonObject m_conversation;
    MessageWindow m_window;
    MadeRows m_made;
    QuotedMessages m_quoted;
    MessageModel m_model;
    ChatWriter m_writer;
    QString m_stage, m_words;
    QTimer m_peerTyping;
    QTimer m_readSoon;
    bool m_peerOnline = false;
    std::unique_ptr<QObject> m_page; // of what is read of the messages
    bool m_atEnd = true;             // of what is here
    bool m_follows = true;           // that is the newest there is
    bool m_again = false;            // what is here is to be read anew
    size_t m_queued = 0;             // messages that were shown as waiting
    qint64 m_looked = 0;             // number in the middle of the page
    qint64 m_newest = 0;             // of the conversation, as far as is known
    qint64 m_seen = 0;
    qint64 m_readSent = 0;
};

} // namespace cargo::chat
