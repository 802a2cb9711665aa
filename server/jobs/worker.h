#pragma once

#include "server/core/runtime.h"
#include "server/jobs/registry.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace cargo::jobs {

// The jobs of this process, on a thread of their own: the relay that carries the outbox to its readers and the scheduler
// that fires timers that are due. Several processes may run one each: rows are claimed under a lock in the database, a
// claim that was left behind by a killed process ends by itself. It decides nothing: handlers do, in transactions of
// their own, and must be idempotent.
class Worker : public QObject, public Registry
{
    Q_OBJECT
public:
    explicit Worker(Runtime &runtime);
    ~Worker() override;

    void onEvent(QByteArray topic, QByteArray readerName, OutboxHandler handler) override;
    void onTimer(QByteArray kind, TimerHandler handler) override;

    // `alone`: no other process works on this database, so what is claimed was left behind by a killed one and is free.
    void start(bool alone = false);
    // Takes nothing new; `done` is called when what runs has ended.
    void stop(std::function<void()> done);
    // Looks at once, for tests that own the clock.
    void poke();
    // Nothing is running and the last look found nothing that was ready.
    bool idle() const { return !m_relaying && m_walks == 0 && m_firing == 0 && m_relayDry && m_timersDry; }

private:
    struct Reader
    {
        QByteArray name;
        OutboxHandler handler;
    };
    struct Claimed
    {
        StoredEvent stored;
        int attempts = 0; // that failed: a claim of a killed process is none
        std::vector<QByteArray> doneBy;
    };
    // One claim's events by subject (topic and key), and what has become of them.
    struct Batch
    {
        std::vector<std::vector<Claimed>> subjects;
        size_t next = 0;
        std::vector<qint64> done;
        std::vector<qint64> back;
    };
    // Claims may stand in the database that nobody works on: the word about ours did not get through, or, in a process that is
    // alone, a killed one left them.
    enum class Lost { None, Ours, Everybodys };
    enum class Delivery { Done, Again, Parked };
    // What one look found.
    struct Ready
    {
        int frames = 0; // one for each user of each row
        std::vector<Claimed> events;
    };
    struct DueTimer
    {
        QByteArray kind;
        Uuid subject;
        Timestamp dueAt;
        int attempts = 0;
    };

    void relay();
    void fire();
    void settle();
    QCoro::Task<void> relayAll();
    QCoro::Task<bool> freeLost(const db::Query *query, Lost *lost);
    QCoro::Task<Result<Ready>> takeReady();
    void publish(const db::Rows &frames);
    QCoro::Task<void> publishAgain();
    static std::vector<Claimed> eventsOf(const db::Rows &rows);
    static void lose(Lost &lost) { lost = std::max(lost, Lost::Ours); }
    void deliverAll(std::vector<Claimed> events);
    QCoro::Task<void> walk(std::shared_ptr<Batch> batch);
    QCoro::Task<void> mark(const db::Query &query, std::vector<qint64> ids);
    static QCoro::Task<Outcome> run(std::function<QCoro::Task<Outcome>()> handler);
    QCoro::Task<Delivery> deliver(Claimed event);
    QCoro::Task<void> fireAll();
    QCoro::Task<Result<std::optional<DueTimer>>> claimTimer();
    QCoro::Task<void> fireOne(DueTimer timer);
    QCoro::Task<void> sweepOld();
    CallContextPtr newCall(qint64 lifeMs) const;

    Runtime &m_runtime;
    QHash<QByteArray, std::vector<Reader>> m_readers;
    QHash<QByteArray, TimerHandler> m_timers;
    QTimer m_poll;
    QTimer m_gathering; // the pause behind a pass
    Uuid m_id;          // marks our claims
    std::optional<Timestamp> m_unpublishedSince;
    Lost m_eventsLost = Lost::None;
    Lost m_timersLost = Lost::None;
    bool m_started = false;
    bool m_relaying = false;
    bool m_relayAgain = false;
    int m_firing = 0; // how many look for timers and fire them, side by side
    int m_walks = 0;  // that deliver claimed events
    bool m_relayDry = false;
    bool m_timersDry = false;
    qint64 m_lastSweepMs = 0;
    std::function<void()> m_stopped;
};

} // namespace cargo::jobs
