#pragma once

#include "server/bus/redis_address.h"

#include <QObject>
#include <QSocketNotifier>

#include <functional>
#include <memory>

struct redisAsyncContext;

namespace cargo {

// One connection to Redis in an event loop: signs in, then publishes or hears one channel. Never opens itself again: who owns
// it does. Belongs to one thread.
class RedisLink : public QObject
{
    Q_OBJECT
public:
    // Heard is one channel, or none when it is empty.
    RedisLink(RedisAddress address, QByteArray channel);
    ~RedisLink() override;

    std::function<void()> ready;                          // signed in, and the channel is heard
    std::function<void(const QByteArray &)> lost;         // why; not after close()
    std::function<void(const QByteArray &payload)> heard; // on the channel

    void open();
    void close();
    bool isReady() const { return m_ready; }
    void publish(const QByteArray &channel, const QByteArray &payload);
    // What is on its way to the kernel or waits for an answer.
    int unanswered() const { return m_unanswered; }

private:
    struct Callbacks;
    friend struct Callbacks;

    void signIn();
    void command(std::initializer_list<QByteArray> words);
    void answered(void *reply);
    void setReady();
    void drop(const QByteArray &why);

    const RedisAddress m_address;
    const QByteArray m_channel;
    redisAsyncContext *m_redis = nullptr;
    std::unique_ptr<QSocketNotifier> m_readable;
    std::unique_ptr<QSocketNotifier> m_writable;
    int m_unanswered = 0;
    int m_steps = 0; // of signing in, that were not answered yet
    bool m_ready = false;
};

} // namespace cargo
