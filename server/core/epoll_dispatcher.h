#pragma once

#include <QAbstractEventDispatcher>

#include <atomic>
#include <set>
#include <unordered_map>
#include <vector>

namespace cargo {

// The event loop of a server thread on epoll. Qt's own dispatchers call poll(), so that every wake-up costs as much as
// there are connections; this one costs what happened. Public Qt API only, for sockets, timers and posted events.
// Install with QThread::setEventDispatcher() before the thread starts. All but wakeUp() and interrupt() belong to the
// thread that runs the loop. Since Qt 6.8 the functions with Duration call these through the base class.
class EpollDispatcher final : public QAbstractEventDispatcher
{
    Q_OBJECT
public:
    explicit EpollDispatcher(QObject *parent = nullptr);
    ~EpollDispatcher() override;

    bool processEvents(QEventLoop::ProcessEventsFlags flags) override;
    void registerSocketNotifier(QSocketNotifier *notifier) override;
    void unregisterSocketNotifier(QSocketNotifier *notifier) override;
    using QAbstractEventDispatcher::registerTimer;
    void registerTimer(int timerId, qint64 intervalMs, Qt::TimerType type, QObject *object) override;
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    using QAbstractEventDispatcher::remainingTime;
    using QAbstractEventDispatcher::unregisterTimer;
#endif
    bool unregisterTimer(int timerId) override;
    bool unregisterTimers(QObject *object) override;
    QList<TimerInfo> registeredTimers(QObject *object) const override;
    int remainingTime(int timerId) override;
    void wakeUp() override;
    void interrupt() override;
    void startingUp() override;

private:
    struct Watch
    {
        QSocketNotifier *notifiers[3] = {}; // by QSocketNotifier::Type
        quint32 applied = 0;                // what the kernel knows
        bool known = false;
        bool dirty = false;
    };
    struct Timer
    {
        qint64 intervalMs;
        Qt::TimerType type;
        QObject *object;
        qint64 dueNs;
        bool firing = false;
    };

    static quint32 wanted(const Watch &watch);
    void applyChanges();
    int waitMs(QEventLoop::ProcessEventsFlags flags) const;
    bool deliver(int fd, quint32 events);
    bool fireTimers();
    void markDirty(int fd);

    int m_epoll = -1;
    int m_event = -1; // wakes epoll_wait() for other threads
    Qt::HANDLE m_owner = nullptr;
    std::atomic<bool> m_woken{false};
    std::atomic<bool> m_interrupted{false};
    bool m_postedHere = false;    // wakeUp() of the own thread: no system call
    std::vector<Watch> m_watches; // by file descriptor
    std::vector<int> m_dirty;
    std::unordered_map<int, Timer> m_timers;
    std::set<std::pair<qint64, int>> m_due; // (dueNs, timer id)
};

} // namespace cargo
