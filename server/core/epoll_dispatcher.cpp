#include "server/core/epoll_dispatcher.h"

#include <QCoreApplication>
#include <QSocketNotifier>
#include <QThread>

#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <ctime>

namespace cargo {

namespace {
constexpr int kEventsPerWait = 256;
constexpr qint64 kNsPerMs = 1'000'000;

qint64 monotonicNs()
{
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1'000'000'000LL + now.tv_nsec;
}
} // namespace

EpollDispatcher::EpollDispatcher(QObject *parent) : QAbstractEventDispatcher(parent)
{
    m_epoll = epoll_create1(EPOLL_CLOEXEC);
    m_event = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
    if (m_epoll < 0 || m_event < 0)
        qFatal("epoll or eventfd is not available");
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.fd = m_event;
    epoll_ctl(m_epoll, EPOLL_CTL_ADD, m_event, &event);
}

EpollDispatcher::~EpollDispatcher()
{
    ::close(m_event);
    ::close(m_epoll);
}

void EpollDispatcher::startingUp() { m_owner = QThread::currentThreadId(); }

quint32 EpollDispatcher::wanted(const Watch &watch)
{
    return (watch.notifiers[QSocketNotifier::Read] ? quint32(EPOLLIN) : 0u)
           | (watch.notifiers[QSocketNotifier::Write] ? quint32(EPOLLOUT) : 0u)
           | (watch.notifiers[QSocketNotifier::Exception] ? quint32(EPOLLPRI) : 0u);
}

// Sockets toggle their write notifier with every answer: additions and changes wait until the loop sleeps, and most of
// them cancel each other. Removals are never delayed, because the descriptor's number may be used again at once.
void EpollDispatcher::applyChanges()
{
    for (const int fd : m_dirty) {
        Watch &watch = m_watches[size_t(fd)];
        watch.dirty = false;
        const quint32 events = wanted(watch);
        if (!events || (watch.known && watch.applied == events))
            continue;
        epoll_event event{};
        event.events = events;
        event.data.fd = fd;
        epoll_ctl(m_epoll, watch.known ? EPOLL_CTL_MOD : EPOLL_CTL_ADD, fd, &event);
        watch.known = true;
        watch.applied = events;
    }
    m_dirty.clear();
}

void EpollDispatcher::markDirty(int fd)
{
    Watch &watch = m_watches[size_t(fd)];
    if (watch.dirty)
        return;
    watch.dirty = true;
    m_dirty.push_back(fd);
}

int EpollDispatcher::waitMs(QEventLoop::ProcessEventsFlags flags) const
{
    if ((flags & QEventLoop::X11ExcludeTimers) || m_due.empty())
        return -1;
    const qint64 leftNs = m_due.begin()->first - monotonicNs();
    return int(qBound(qint64(0), (leftNs + kNsPerMs - 1) / kNsPerMs, qint64(1) << 30));
}

bool EpollDispatcher::processEvents(QEventLoop::ProcessEventsFlags flags)
{
    if (!m_owner)
        m_owner = QThread::currentThreadId();
    m_interrupted = false;
    m_postedHere = false;
    Q_EMIT awake();
    QCoreApplication::sendPostedEvents();
    applyChanges();

    const bool wait = (flags & QEventLoop::WaitForMoreEvents) && !m_interrupted.load() && !m_postedHere;
    int timeout = 0;
    if (wait) {
        timeout = waitMs(flags);
        Q_EMIT aboutToBlock();
    }
    epoll_event events[kEventsPerWait];
    const int count = epoll_wait(m_epoll, events, kEventsPerWait, timeout);
    if (wait)
        Q_EMIT awake();

    bool did = false;
    for (int i = 0; i < count; ++i) {
        const int fd = events[i].data.fd;
        if (fd == m_event) {
            eventfd_t value = 0;
            eventfd_read(m_event, &value);
            m_woken.store(false, std::memory_order_release);
            did = true;
        } else if (!(flags & QEventLoop::ExcludeSocketNotifiers)) {
            did = deliver(fd, events[i].events) || did;
        }
    }
    if (!(flags & QEventLoop::X11ExcludeTimers))
        did = fireTimers() || did;
    return did;
}

bool EpollDispatcher::deliver(int fd, quint32 events)
{
    static constexpr quint32 kBroken = EPOLLERR | EPOLLHUP;
    static constexpr quint32 kInterest[3] = {EPOLLIN | EPOLLRDHUP | kBroken, EPOLLOUT | kBroken, EPOLLPRI};
    bool did = false;
    for (size_t type = 0; type < 3; ++type) {
        // Looked up anew each time: a receiver may have closed the descriptor.
        QSocketNotifier *notifier = size_t(fd) < m_watches.size() ? m_watches[size_t(fd)].notifiers[type] : nullptr;
        const bool last = type == QSocketNotifier::Exception && !did && (events & kBroken);
        if (notifier && ((events & kInterest[type]) || last)) {
            QEvent event(QEvent::SockAct);
            QCoreApplication::sendEvent(notifier, &event);
            did = true;
        }
    }
    return did;
}

bool EpollDispatcher::fireTimers()
{
    if (m_due.empty())
        return false;
    const qint64 nowNs = monotonicNs();
    bool did = false;
    // At most one round, so that timers of 0 ms do not starve the sockets.
    for (size_t left = m_due.size(); left > 0 && !m_due.empty() && m_due.begin()->first <= nowNs; --left) {
        const int id = m_due.begin()->second;
        m_due.erase(m_due.begin());
        Timer &timer = m_timers.at(id);
        timer.dueNs = qMax(timer.dueNs + timer.intervalMs * kNsPerMs, nowNs + 1);
        m_due.insert({timer.dueNs, id});
        if (timer.firing)
            continue;
        timer.firing = true;
        QTimerEvent event(id);
        QCoreApplication::sendEvent(timer.object, &event);
        did = true;
        if (const auto still = m_timers.find(id); still != m_timers.end())
            still->second.firing = false;
    }
    return did;
}

void EpollDispatcher::registerSocketNotifier(QSocketNotifier *notifier)
{
    const int fd = int(notifier->socket());
    if (size_t(fd) >= m_watches.size())
        m_watches.resize(size_t(fd) * 2 + 64);
    m_watches[size_t(fd)].notifiers[notifier->type()] = notifier;
    markDirty(fd);
}

void EpollDispatcher::unregisterSocketNotifier(QSocketNotifier *notifier)
{
    const int fd = int(notifier->socket());
    if (fd < 0 || size_t(fd) >= m_watches.size())
        return;
    Watch &watch = m_watches[size_t(fd)];
    if (watch.notifiers[notifier->type()] != notifier)
        return;
    watch.notifiers[notifier->type()] = nullptr;
    if (wanted(watch)) {
        markDirty(fd);
        return;
    }
    if (watch.known) {
        epoll_event event{};
        epoll_ctl(m_epoll, EPOLL_CTL_DEL, fd, &event);
    }
    watch.known = false;
    watch.applied = 0;
}

void EpollDispatcher::registerTimer(int timerId, qint64 intervalMs, Qt::TimerType type, QObject *object)
{
    const qint64 dueNs = monotonicNs() + intervalMs * kNsPerMs;
    m_timers.insert_or_assign(timerId, Timer{intervalMs, type, object, dueNs});
    m_due.insert({dueNs, timerId});
    if (QThread::currentThreadId() != m_owner)
        wakeUp();
}

bool EpollDispatcher::unregisterTimer(int timerId)
{
    const auto found = m_timers.find(timerId);
    if (found == m_timers.end())
        return false;
    m_due.erase({found->second.dueNs, timerId});
    m_timers.erase(found);
    return true;
}

bool EpollDispatcher::unregisterTimers(QObject *object)
{
    bool any = false;
    for (auto it = m_timers.begin(); it != m_timers.end();) {
        if (it->second.object == object) {
            m_due.erase({it->second.dueNs, it->first});
            it = m_timers.erase(it);
            any = true;
        } else {
            ++it;
        }
    }
    return any;
}

QList<QAbstractEventDispatcher::TimerInfo> EpollDispatcher::registeredTimers(QObject *object) const
{
    QList<TimerInfo> list;
    for (const auto &[id, timer] : m_timers) {
        if (timer.object == object)
            list.append(TimerInfo(id, int(timer.intervalMs), timer.type));
    }
    return list;
}

int EpollDispatcher::remainingTime(int timerId)
{
    const auto found = m_timers.find(timerId);
    return found == m_timers.end() ? -1 : int(qMax(qint64(0), (found->second.dueNs - monotonicNs()) / kNsPerMs));
}

void EpollDispatcher::wakeUp()
{
    if (QThread::currentThreadId() == m_owner) {
        m_postedHere = true;
        return;
    }
    if (!m_woken.exchange(true, std::memory_order_acq_rel))
        eventfd_write(m_event, 1);
}

void EpollDispatcher::interrupt()
{
    m_interrupted = true;
    wakeUp();
}

} // namespace cargo
