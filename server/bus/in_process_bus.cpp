#include "server/bus/in_process_bus.h"

#include <algorithm>
#include <utility>

namespace cargo {

namespace {
// Subscribers whose handlers this thread is inside of: waiting for one of them would wait for ever.
thread_local std::vector<const void *> t_inside;
} // namespace

void InProcessBus::publish(const QByteArray &topic, const QByteArray &payload)
{
    std::shared_ptr<const Subscribers> subscribers;
    {
        Shard &shard = shardOf(topic);
        const std::shared_lock lock(shard.mutex);
        const auto found = shard.topics.find(topic);
        if (found == shard.topics.end())
            return;
        subscribers = found->second;
    }
    for (const auto &subscriber : *subscribers) {
        // A handler that publishes to its own topic already holds the lock; a second one could wait behind a writer.
        const bool nested = std::find(t_inside.begin(), t_inside.end(), subscriber.get()) != t_inside.end();
        std::shared_lock<std::shared_mutex> lock(subscriber->running, std::defer_lock);
        if (!nested)
            lock.lock();
        if (!subscriber->alive.load(std::memory_order_acquire))
            continue;
        t_inside.push_back(subscriber.get());
        subscriber->handler(payload);
        t_inside.pop_back();
    }
}

quint64 InProcessBus::subscribe(const QByteArray &topic, Handler handler)
{
    auto subscriber = std::make_shared<Subscriber>();
    const quint64 number = m_nextNumber.fetch_add(1);
    subscriber->number = number;
    subscriber->handler = std::move(handler);
    {
        const std::lock_guard lock(m_numbersMutex);
        m_topicOfNumber.emplace(number, topic);
    }
    Shard &shard = shardOf(topic);
    const std::unique_lock lock(shard.mutex);
    auto &current = shard.topics[topic];
    auto next = current ? std::make_shared<Subscribers>(*current) : std::make_shared<Subscribers>();
    next->push_back(std::move(subscriber));
    current = std::move(next);
    return number;
}

void InProcessBus::unsubscribe(quint64 number)
{
    QByteArray topic;
    {
        const std::lock_guard lock(m_numbersMutex);
        const auto found = m_topicOfNumber.find(number);
        if (found == m_topicOfNumber.end())
            return;
        topic = std::exchange(found->second, {});
        m_topicOfNumber.erase(found);
    }
    std::shared_ptr<Subscriber> removed;
    {
        Shard &shard = shardOf(topic);
        const std::unique_lock lock(shard.mutex);
        const auto found = shard.topics.find(topic);
        if (found == shard.topics.end())
            return;
        auto next = std::make_shared<Subscribers>();
        for (const auto &subscriber : *found->second) {
            if (subscriber->number == number)
                removed = subscriber;
            else
                next->push_back(subscriber);
        }
        if (next->empty())
            shard.topics.erase(found);
        else
            found->second = std::move(next);
    }
    if (!removed)
        return;
    removed->alive.store(false, std::memory_order_release);
    if (std::find(t_inside.begin(), t_inside.end(), removed.get()) == t_inside.end())
        const std::unique_lock wait(removed->running);
}

} // namespace cargo
