#pragma once

#include "server/core/run_here.h"
#include "shared/domain/clock.h"

#include <QByteArray>
#include <QString>

#include <atomic>
#include <memory>
#include <optional>

namespace cargo::test {

// A database of this test program's own, copied from a migrated template, in the one private cluster of the test run.
// The cluster belongs to the build folder; the first program that needs it starts it, and the last one that leaves stops
// it (CTest's clean-up stops it too). Nothing stays behind but the template, which is keyed by the migrations' content.
class TestDatabase
{
public:
    enum class Kind { Migrated, Empty };
    explicit TestDatabase(Kind kind = Kind::Migrated);
    ~TestDatabase();
    TestDatabase(const TestDatabase &) = delete;
    TestDatabase &operator=(const TestDatabase &) = delete;

    const QByteArray &url() const { return m_url; }
    // Cuts every connection of this database, as a restart of PostgreSQL does.
    void cutConnections();

private:
    QByteArray m_adminUrl;
    QByteArray m_name;
    QByteArray m_url;
    int m_lease = -1;
};

// Time that moves only when the test says so. Thread-safe.
class ManualClock final : public Clock
{
public:
    Timestamp now() const override { return {m_nowMs.load()}; }
    void advance(qint64 ms) { m_nowMs += ms; }

private:
    std::atomic<qint64> m_nowMs{1'795'000'000'000}; // 2026-11-18
};

// Runs the event loop until the task is done and gives its value.
template <typename T>
T await(QCoro::Task<T> &&task)
{
    return runHere(std::move(task));
}

} // namespace cargo::test
