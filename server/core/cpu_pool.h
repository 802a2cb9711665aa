#pragma once

#include <QCoreApplication>
#include <QMetaObject>
#include <QObject>
#include <QThreadPool>

#include <coroutine>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

namespace cargo {

// Work that costs processor time (Argon2id, image codecs) away from the event loops. `co_await pool.run(function)`
// continues on the caller's thread. The function must not touch the caller's objects. Thread-safe.
class CpuPool
{
public:
    explicit CpuPool(int threads = 2) { m_pool.setMaxThreadCount(threads); }
    ~CpuPool() { m_pool.waitForDone(); }

    template <typename Function>
    auto run(Function function)
    {
        using Value = std::invoke_result_t<Function>;
        struct Work
        {
            QThreadPool *pool;
            Function function;
            std::optional<Value> value;
            std::unique_ptr<QObject> home = std::make_unique<QObject>();

            // GCC 12 copies what it awaits unless an operator hands out a small awaiter; the work must stay where it is.
            struct Awaiter
            {
                Work *work;

                bool await_ready() const { return false; }
                void await_suspend(std::coroutine_handle<> awaiting)
                {
                    work->pool->start([w = work, awaiting] {
                        w->value.emplace(w->function());
                        QMetaObject::invokeMethod(
                            w->home.get(), [awaiting] { awaiting.resume(); }, Qt::QueuedConnection);
                    });
                }
                Value await_resume() { return std::move(*work->value); }
            };
            Awaiter operator co_await() { return Awaiter{this}; }
        };
        return Work{&m_pool, std::move(function), std::nullopt};
    }

private:
    QThreadPool m_pool;
};

} // namespace cargo
