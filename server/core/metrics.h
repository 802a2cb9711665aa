#pragma once

#include <QByteArray>

#include <array>
#include <atomic>
#include <functional>
#include <string>
#include <utility>
#include <vector>

// Numbers for Prometheus. Recording is one or two relaxed atomic additions; everything else (names, labels, text) happens
// when an instrument is made and when /metrics is read. Instruments live until the program ends: look them up once and
// keep the reference. Names follow Prometheus: cargo_<what>_<unit>, counters end in _total, times are seconds.
namespace cargo::metrics {

using Labels = std::vector<std::pair<std::string, std::string>>;

class alignas(64) Counter
{
public:
    void add(quint64 count = 1) { m_value.fetch_add(count, std::memory_order_relaxed); }
    quint64 value() const { return m_value.load(std::memory_order_relaxed); }

private:
    std::atomic<quint64> m_value{0};
};

class alignas(64) Gauge
{
public:
    void set(qint64 value) { m_value.store(value, std::memory_order_relaxed); }
    void add(qint64 delta) { m_value.fetch_add(delta, std::memory_order_relaxed); }
    qint64 value() const { return m_value.load(std::memory_order_relaxed); }

private:
    std::atomic<qint64> m_value{0};
};

// Durations, in fixed buckets from 100 µs to 30 s.
class alignas(64) Histogram
{
public:
    static constexpr std::array<qint64, 14> kBoundsUs = {100,    250,    500,     1'000,   2'500,     5'000,     10'000,
                                                         25'000, 50'000, 100'000, 250'000, 1'000'000, 5'000'000, 30'000'000};
    void observeUs(qint64 us);
    struct Snapshot
    {
        std::array<quint64, kBoundsUs.size() + 1> cumulative{};
        quint64 count = 0;
        double sumSeconds = 0;
    };
    Snapshot snapshot() const;

private:
    std::array<std::atomic<quint64>, kBoundsUs.size() + 1> m_buckets{};
    std::atomic<qint64> m_sumUs{0};
};

// The same name and labels give the same instrument. Thread-safe; takes a lock: not for hot paths.
Counter &counter(const std::string &name, const std::string &help, const Labels &labels = {});
Gauge &gauge(const std::string &name, const std::string &help, const Labels &labels = {});
Histogram &histogram(const std::string &name, const std::string &help, const Labels &labels = {});
// A gauge that is asked when /metrics is read. The function must be thread-safe and live for ever.
void gaugeFunction(const std::string &name, const std::string &help, const Labels &labels, std::function<double()> read);

// Everything in Prometheus' text format, with the process' own figures (memory, threads, open descriptors).
QByteArray render();

} // namespace cargo::metrics
