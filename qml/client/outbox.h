#pragma once

#include "qml/client/api_client.h"
#include "qml/client/memory/writing_store.h"

#include <QHash>
#include <QTimer>

#include <functional>

namespace cargo::client {

// Carries what the user did to the server: everything once, and in order within one subject. An item is on the disk
// before it is shown as waiting and leaves it only when the server has it or the user gives it up; what the server refuses
// stays, with the reason. Its photos go first, and count only when the server says the SHA-256 of what it received. Orders
// that move money never come here (docs/decisions/money-is-not-sent-later.md).
class Outbox : public QObject
{
    Q_OBJECT

public:
    Outbox(ApiClient *api, WritingStore *store, QObject *parent = nullptr);

    // Photos that were kept for this draft go along, and the draft is forgotten. Empty when the disk refuses.
    QString add(OutboxItem item, const QString &draftKey = {}, bool supersedes = false);
    // `replyTo`: the number of the message that it answers, 0 for none.
    QString sendMessage(const QString &conversationId, const QString &body, const QString &draftKey = {}, qint64 replyTo = 0);
    // Favourite or not: the last wish counts.
    QString setFavourite(const QString &listingId, bool favourite);
    void retry(const QString &id);
    void discard(const QString &id);

    void flush();    // sends what may be sent now
    void flushNow(); // the line is back: nothing waits for its time any more
    void setPaused(bool paused);
    // What has photos that are not on the server waits for a network that costs nothing, and what comes after it.
    void setPhotosWait(bool wait);
    bool photosWait() const { return m_photosWait; }
    void setFirstPauseMs(int ms) { m_firstPauseMs = ms; } // after a failure; doubled each time
    // Forgets what is under way, in memory only; the store is somebody else's to wipe.
    void reset();

    std::vector<OutboxItem> items(const QString &subject = {}) const { return m_store->items(subject); }
    bool sending(const QString &id) const { return m_running.contains(id); }
    double progress(const QString &id) const { return m_progress.value(id); } // of its photos, 0…1

    // What nobody did by hand ("read", "draft"): it is not shown as waiting, and goes without a word when it is refused.
    static bool quiet(const OutboxItem &item);

Q_SIGNALS:
    void changed(const QString &subject); // empty: any of them
    void progressed(const QString &subject, const QString &id);
    void sent(const cargo::client::OutboxItem &item, const QJsonObject &answer);
    void refused(const cargo::client::OutboxItem &item, const cargo::Error &error);

private:
    void start(const OutboxItem &item);
    void upload(const OutboxItem &item, size_t at);
    void post(const OutboxItem &item);
    void done(const OutboxItem &item, const Answer &answer);
    // The server lacks some of its photos, or has others: they are sent again.
    bool sendsPhotosAgain(const OutboxItem &item, const Answer &answer);
    // True when the answer says "later".
    bool waits(const OutboxItem &item, const Answer &answer);
    void refuse(const OutboxItem &item, const Error &error);
    void end(const OutboxItem &item); // of a run, however it ended
    bool busyWith(const QString &subject) const;

    ApiClient *m_api;
    WritingStore *m_store;
    QTimer m_again;
    struct Run
    {
        QString subject;
        QObject *context; // its calls die with it
    };
    QHash<QString, Run> m_running; // by item
    QHash<QString, double> m_progress;
    QHash<QString, int> m_broken; // answers that something broke, by item
    int m_firstPauseMs = 2000;
    bool m_paused = false;
    bool m_photosWait = false;
};

} // namespace cargo::client

Q_DECLARE_METATYPE(cargo::client::OutboxItem)
