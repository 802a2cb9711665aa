#include "server/core/metrics.h"

#include <prometheus/metric_family.h>
#include <prometheus/text_serializer.h>

#include <QDir>
#include <QFile>

#include <algorithm>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <sstream>

#include <unistd.h>

namespace cargo::metrics {

namespace {
struct Family
{
    std::string help;
    prometheus::MetricType type = prometheus::MetricType::Untyped;
    std::map<Labels, std::unique_ptr<Counter>> counters;
    std::map<Labels, std::unique_ptr<Gauge>> gauges;
    std::map<Labels, std::unique_ptr<Histogram>> histograms;
    std::map<Labels, std::function<double()>> functions;
};

// Never destroyed: instruments are counted until the last thread has ended.
struct Registry
{
    std::mutex mutex;
    std::map<std::string, Family> families;

    static Registry &instance()
    {
        static auto *registry = new Registry;
        return *registry;
    }
    Family &family(const std::string &name, const std::string &help, prometheus::MetricType type)
    {
        Family &found = families[name];
        found.help = help;
        found.type = type;
        return found;
    }
};

template <typename Instrument>
Instrument &find(std::map<Labels, std::unique_ptr<Instrument>> &map, const Labels &labels)
{
    auto &slot = map[labels];
    if (!slot)
        slot = std::make_unique<Instrument>();
    return *slot;
}

prometheus::ClientMetric labelled(const Labels &labels)
{
    prometheus::ClientMetric metric;
    for (const auto &[name, value] : labels)
        metric.label.push_back({name, value});
    return metric;
}

prometheus::MetricFamily collect(const std::string &name, const Family &family)
{
    prometheus::MetricFamily out{name, family.help, family.type, {}};
    for (const auto &[labels, counter] : family.counters) {
        auto metric = labelled(labels);
        metric.counter.value = double(counter->value());
        out.metric.push_back(std::move(metric));
    }
    for (const auto &[labels, gauge] : family.gauges) {
        auto metric = labelled(labels);
        metric.gauge.value = double(gauge->value());
        out.metric.push_back(std::move(metric));
    }
    for (const auto &[labels, read] : family.functions) {
        auto metric = labelled(labels);
        metric.gauge.value = read();
        out.metric.push_back(std::move(metric));
    }
    for (const auto &[labels, histogram] : family.histograms) {
        auto metric = labelled(labels);
        const auto snapshot = histogram->snapshot();
        metric.histogram.sample_count = snapshot.count;
        metric.histogram.sample_sum = snapshot.sumSeconds;
        for (size_t i = 0; i < snapshot.cumulative.size(); ++i) {
            const bool last = i == Histogram::kBoundsUs.size();
            metric.histogram.bucket.push_back(
                {snapshot.cumulative[i], last ? std::numeric_limits<double>::infinity() : double(Histogram::kBoundsUs[i]) / 1e6});
        }
        out.metric.push_back(std::move(metric));
    }
    return out;
}

prometheus::MetricFamily single(const char *name, const char *help, double value)
{
    prometheus::MetricFamily family{name, help, prometheus::MetricType::Gauge, {}};
    prometheus::ClientMetric metric;
    metric.gauge.value = value;
    family.metric.push_back(metric);
    return family;
}

// /proc/self/statm: total and resident pages; stat field 20: threads.
void appendProcess(std::vector<prometheus::MetricFamily> &families)
{
    QFile statm(QStringLiteral("/proc/self/statm"));
    if (statm.open(QIODevice::ReadOnly)) {
        const auto words = statm.readAll().split(' ');
        if (words.size() > 1)
            families.push_back(single("process_resident_memory_bytes", "Resident memory.",
                                      double(words[1].toLongLong()) * double(sysconf(_SC_PAGESIZE))));
    }
    const auto entries = QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot);
    families.push_back(single("process_open_fds", "Open file descriptors.", double(entries.size())));
    const auto threads = QDir(QStringLiteral("/proc/self/task")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    families.push_back(single("process_threads", "Threads.", double(threads.size())));
}
} // namespace

void Histogram::observeUs(qint64 us)
{
    const auto bucket = size_t(std::lower_bound(kBoundsUs.begin(), kBoundsUs.end(), us) - kBoundsUs.begin());
    m_buckets[bucket].fetch_add(1, std::memory_order_relaxed);
    m_sumUs.fetch_add(us, std::memory_order_relaxed);
}

Histogram::Snapshot Histogram::snapshot() const
{
    Snapshot snapshot;
    for (size_t i = 0; i < m_buckets.size(); ++i) {
        snapshot.count += m_buckets[i].load(std::memory_order_relaxed);
        snapshot.cumulative[i] = snapshot.count;
    }
    snapshot.sumSeconds = double(m_sumUs.load(std::memory_order_relaxed)) / 1e6;
    return snapshot;
}

Counter &counter(const std::string &name, const std::string &help, const Labels &labels)
{
    auto &registry = Registry::instance();
    const std::lock_guard guard(registry.mutex);
    return find(registry.family(name, help, prometheus::MetricType::Counter).counters, labels);
}

Gauge &gauge(const std::string &name, const std::string &help, const Labels &labels)
{
    auto &registry = Registry::instance();
    const std::lock_guard guard(registry.mutex);
    return find(registry.family(name, help, prometheus::MetricType::Gauge).gauges, labels);
}

Histogram &histogram(const std::string &name, const std::string &help, const Labels &labels)
{
    auto &registry = Registry::instance();
    const std::lock_guard guard(registry.mutex);
    return find(registry.family(name, help, prometheus::MetricType::Histogram).histograms, labels);
}

void gaugeFunction(const std::string &name, const std::string &help, const Labels &labels, std::function<double()> read)
{
    auto &registry = Registry::instance();
    const std::lock_guard guard(registry.mutex);
    registry.family(name, help, prometheus::MetricType::Gauge).functions[labels] = std::move(read);
}

QByteArray render()
{
    std::vector<prometheus::MetricFamily> families;
    {
        auto &registry = Registry::instance();
        const std::lock_guard guard(registry.mutex);
        for (const auto &[name, family] : registry.families)
            families.push_back(collect(name, family));
    }
    appendProcess(families);
    std::ostringstream out;
    prometheus::TextSerializer().Serialize(out, families);
    return QByteArray::fromStdString(out.str());
}

} // namespace cargo::metrics
