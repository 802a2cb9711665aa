#pragma once

#include "qml/client/connection.h"
#include "qml/client/memory/offline_cache.h"
#include "qml/client/session.h"
#include "qml/client/settings.h"
#include "shared/api/interest_dto.h"

#include <QTimer>

#include <deque>

namespace cargo::client {

// What the one who is signed in did with cars, told to the server for what is chosen for him and for nothing else: gathered, and
// sent together when nothing more happens for a while, when the app is left or the line is back. Of who switched it off, and of
// guests, nothing is gathered. Bounded, the oldest go; what could not be sent waits on this device with its moment, and goes with
// all else at sign-out. Nobody is ever shown a fault of it.
class Behaviour : public QObject
{
    Q_OBJECT

public:
    Behaviour(ApiClient *api, Session *session, Settings *settings, Connection *connection, OfflineCache *cache,
              QObject *parent = nullptr);

    void looked(const QString &listingId);
    void dwelt(const QString &listingId, qint64 visibleMs); // bounded by the API's most
    void searched(const QString &text);                     // typed and meant, not taken from a list
    void flush();

    int waiting() const { return int(m_waiting.size()); }
    void setIdleMs(int ms) { m_idle.setInterval(ms); }
    void setNow(std::function<qint64()> now) { m_now = std::move(now); } // Unix ms; tests own the clock

    static constexpr int kWaitingMost = 100;
    static constexpr int kAtOnce = 20; // so many go without waiting for quiet
    static constexpr int kIdleMs = 15'000;

private:
    struct Held
    {
        api::InterestsBody::Event event;
        qint64 atMs = 0;
    };
    bool gathers() const;
    void add(api::InterestsBody::Event event);
    void answered(const Answer &answer);
    void forget();
    void keep();
    void restore();
    Call callOf(qint64 now);

    ApiClient *m_api;
    Session *m_session;
    Settings *m_settings;
    OfflineCache *m_cache;
    std::function<qint64()> m_now;
    QTimer m_idle;
    std::deque<Held> m_waiting;
    QByteArray m_key;   // of the batch that was begun; the same however often it is sent
    size_t m_batch = 0; // the first so many of those that wait
    bool m_sending = false;
    int m_epoch = 0; // grows when all is forgotten: a late answer is about nothing
};

} // namespace cargo::client
