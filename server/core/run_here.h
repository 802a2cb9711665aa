#pragma once

#include <QCoroTask>
#include <QEventLoop>

#include <optional>
#include <utility>

namespace cargo {

// Runs an event loop of the calling thread until the task is done, and gives its value. For threads without a loop of their own:
// commands, what is asked at start, tests. (QCoro::waitFor wants types with a default.)
template <typename T>
T runHere(QCoro::Task<T> task)
{
    std::optional<T> value;
    QEventLoop loop;
    const auto run = [](QCoro::Task<T> inner, std::optional<T> *out, QEventLoop *quit) -> QCoro::Task<void> {
        out->emplace(co_await std::move(inner));
        quit->quit();
    };
    run(std::move(task), &value, &loop);
    if (!value)
        loop.exec();
    return std::move(*value);
}

} // namespace cargo
