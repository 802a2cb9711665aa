#pragma once

#include "qml/client/client.h"

#include <QTimer>

namespace cargo::chat {

// What has been begun to be written: one on all devices of the user, the last one wins. This device's words go up through the
// outbox, so that they also do so after a time without a line; the server's are taken while nothing was changed here.
class SharedDraft : public QObject
{
    Q_OBJECT

public:
    struct Words
    {
        QString body;
        qint64 replyTo = 0; // number of the message that is answered

        bool operator==(const Words &) const = default;
    };

    explicit SharedDraft(QObject *parent = nullptr);
    ~SharedDraft() override;
    void begin(client::Client *client, const QString &conversationId);
    // What this device and the server last agreed on, to be kept beside the local draft ("REPLY:BODY").
    QString known() const;
    void setKnown(const QString &known);

    void set(const Words &words); // what stands in the writer; it goes up after a moment
    void push();                  // now
    // What the server has: of the conversation as it was asked for at `turn`, or of a frame.
    void heard(const QJsonObject &draft, int turn);
    void heardFrame(const QJsonObject &frame);
    int turn() const { return m_turn; } // another one after each change of ours: an answer that was asked for before is old

    static constexpr int kSoonMs = 800;

Q_SIGNALS:
    void taken(const QString &body, qint64 replyTo); // another device's words belong into the writer
    void knownChanged();

private:
    QString subject() const { return QStringLiteral("draft/") + m_id; }
    bool ours() const; // something of this device is still to go up
    void look();
    void agree(const Words &words);
    void take(const Words &words);

    QPointer<client::Client> m_client;
    QString m_id;
    Words m_words, m_known;
    QList<Words> m_echoes; // what was sent and was not yet heard back
    QTimer m_soon;
    int m_turn = 0;
};

} // namespace cargo::chat
