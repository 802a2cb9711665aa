#include "server/bus/redis_link.h"

#include <hiredis/async.h>
#include <hiredis/hiredis.h>

#include <vector>

namespace cargo {

// What hiredis calls, by its rules: the hooks of an event loop, and the ends of a connection. It frees its context itself after
// the last of these.
struct RedisLink::Callbacks
{
    static RedisLink *of(void *data) { return static_cast<RedisLink *>(data); }
    static RedisLink *of(const redisAsyncContext *redis) { return static_cast<RedisLink *>(redis->data); }

    static void enable(std::unique_ptr<QSocketNotifier> &notifier, bool on)
    {
        if (notifier && notifier->isEnabled() != on)
            notifier->setEnabled(on);
    }
    static void addRead(void *data) { enable(of(data)->m_readable, true); }
    static void delRead(void *data) { enable(of(data)->m_readable, false); }
    static void addWrite(void *data) { enable(of(data)->m_writable, true); }
    static void delWrite(void *data) { enable(of(data)->m_writable, false); }
    // Perhaps in the middle of a notifier's own signal.
    static void cleanup(void *data)
    {
        for (auto *notifier : {&of(data)->m_readable, &of(data)->m_writable}) {
            enable(*notifier, false);
            if (QSocketNotifier *old = notifier->release())
                old->deleteLater();
        }
    }

    static void connected(const redisAsyncContext *redis, int status)
    {
        RedisLink *link = of(redis);
        if (!link)
            return;
        if (status == REDIS_OK)
            link->signIn();
        else
            link->drop(redis->errstr);
    }
    static void disconnected(const redisAsyncContext *redis, int status)
    {
        if (RedisLink *link = of(redis))
            link->drop(status == REDIS_OK ? "closed" : redis->errstr);
    }
    static void reply(redisAsyncContext *redis, void *reply, void *)
    {
        if (RedisLink *link = of(redis))
            link->answered(reply);
    }
};

RedisLink::RedisLink(RedisAddress address, QByteArray channel) : m_address(std::move(address)), m_channel(std::move(channel)) {}

RedisLink::~RedisLink() { close(); }

void RedisLink::open()
{
    close();
    m_redis = m_address.socket.isEmpty() ? redisAsyncConnect(m_address.host.constData(), m_address.port)
                                         : redisAsyncConnectUnix(m_address.socket.constData());
    if (!m_redis || m_redis->err) {
        const QByteArray why = m_redis ? QByteArray(m_redis->errstr) : QByteArrayLiteral("out of memory");
        if (m_redis)
            redisAsyncFree(std::exchange(m_redis, nullptr));
        drop(why);
        return;
    }
    m_redis->data = this;
    m_readable = std::make_unique<QSocketNotifier>(m_redis->c.fd, QSocketNotifier::Read);
    m_writable = std::make_unique<QSocketNotifier>(m_redis->c.fd, QSocketNotifier::Write);
    m_readable->setEnabled(false);
    m_writable->setEnabled(false);
    connect(m_readable.get(), &QSocketNotifier::activated, this, [this] { redisAsyncHandleRead(m_redis); });
    connect(m_writable.get(), &QSocketNotifier::activated, this, [this] { redisAsyncHandleWrite(m_redis); });
    m_redis->ev.data = this;
    m_redis->ev.addRead = Callbacks::addRead;
    m_redis->ev.delRead = Callbacks::delRead;
    m_redis->ev.addWrite = Callbacks::addWrite;
    m_redis->ev.delWrite = Callbacks::delWrite;
    m_redis->ev.cleanup = Callbacks::cleanup;
    redisAsyncSetConnectCallback(m_redis, Callbacks::connected);
    redisAsyncSetDisconnectCallback(m_redis, Callbacks::disconnected);
}

void RedisLink::close()
{
    m_ready = false;
    m_unanswered = 0;
    if (redisAsyncContext *redis = std::exchange(m_redis, nullptr)) {
        redis->data = nullptr; // whatever it still calls is not for us
        redisAsyncFree(redis);
    }
}

void RedisLink::drop(const QByteArray &why)
{
    m_redis = nullptr; // hiredis frees it
    m_ready = false;
    m_unanswered = 0;
    if (lost)
        lost(why);
}

void RedisLink::command(std::initializer_list<QByteArray> words)
{
    std::vector<const char *> bytes;
    std::vector<size_t> sizes;
    for (const QByteArray &word : words) {
        bytes.push_back(word.constData());
        sizes.push_back(size_t(word.size()));
    }
    if (m_redis
        && redisAsyncCommandArgv(m_redis, Callbacks::reply, nullptr, int(bytes.size()), bytes.data(), sizes.data()) == REDIS_OK)
        ++m_unanswered;
}

void RedisLink::signIn()
{
    m_steps = 0;
    const auto step = [this](std::initializer_list<QByteArray> words) {
        ++m_steps;
        command(words);
    };
    if (!m_address.user.isEmpty())
        step({"AUTH", m_address.user, m_address.password});
    else if (!m_address.password.isEmpty())
        step({"AUTH", m_address.password});
    if (m_address.database != 0)
        step({"SELECT", QByteArray::number(m_address.database)});
    if (!m_channel.isEmpty())
        step({"SUBSCRIBE", m_channel});
    if (m_steps == 0)
        step({"PING"});
}

void RedisLink::answered(void *data)
{
    const auto *reply = static_cast<const redisReply *>(data);
    if (!reply)
        return; // the end of the connection, which has its own call
    const bool isMessage =
        reply->type == REDIS_REPLY_ARRAY && reply->elements == 3 && reply->element[2]->type == REDIS_REPLY_STRING;
    if (isMessage) {
        if (heard)
            heard(QByteArray(reply->element[2]->str, qsizetype(reply->element[2]->len)));
        return;
    }
    --m_unanswered;
    if (reply->type == REDIS_REPLY_ERROR) {
        // A password that is wrong, a database that is not there, no memory left: a connection that does not do its work.
        const QByteArray why(reply->str, qsizetype(reply->len));
        close();
        if (lost)
            lost(why);
        return;
    }
    if (!m_ready && --m_steps == 0) {
        m_ready = true;
        if (ready)
            ready();
    }
}

void RedisLink::publish(const QByteArray &channel, const QByteArray &payload) { command({"PUBLISH", channel, payload}); }

} // namespace cargo
