#include "server/providers/embeddings/quick_embeddings.h"

#include "server/core/metrics.h"
#include "server/providers/embeddings/text_to_send.h"

#include <algorithm>
#include <chrono>

namespace cargo::embeddings {

namespace {
struct Meters
{
    static metrics::Counter &of(const char *outcome)
    {
        return metrics::counter("cargo_embeddings_queries_total", "queries whose meaning was wanted, by how that went",
                                {{"outcome", outcome}});
    }
    metrics::Counter &remembered = of("remembered");
    metrics::Counter &asked = of("asked");
    metrics::Counter &failed = of("failed");
    metrics::Counter &notAsked = of("not_asked");

    static const Meters &get()
    {
        static const Meters meters;
        return meters;
    }
};

qint64 steadyMs()
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch()).count();
}
} // namespace

QCoro::Task<Result<std::vector<Vector>>> QuickEmbeddings::embed(CallContextPtr context, std::vector<QString> texts)
{
    const Meters &meters = Meters::get();
    for (QString &text : texts)
        text = textToSend(text.toLower(), kTextMost);
    std::vector<Vector> vectors;
    if (recall(texts, &vectors)) {
        meters.remembered.add();
        co_return vectors;
    }
    if (!mayAsk()) {
        meters.notAsked.add();
        co_return Error{ErrorCode::Unavailable, QStringLiteral("embeddings-url"), QStringLiteral("it failed a moment ago")};
    }
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(context->steadyDeadline() - std::chrono::steady_clock::now());
    const auto waitMs = std::clamp<qint64>(left.count() / 2, 1, m_waitMs); // the search itself wants the rest
    const auto brief = std::make_shared<CallContext>(context->startedAt, context->startedAt.plusMs(waitMs));
    auto made = co_await m_slow->embed(brief, texts);
    noteOutcome(made.ok());
    (made ? meters.asked : meters.failed).add();
    if (made)
        remember(texts, *made);
    co_return made;
}

bool QuickEmbeddings::recall(const std::vector<QString> &texts, std::vector<Vector> *vectors)
{
    const std::lock_guard guard(m_lock);
    for (const QString &text : texts) {
        const auto place = m_places.constFind(text);
        if (place == m_places.constEnd())
            return false;
        m_order.splice(m_order.begin(), m_order, *place);
        vectors->push_back(m_order.front().vector);
    }
    return true;
}

void QuickEmbeddings::remember(const std::vector<QString> &texts, const std::vector<Vector> &vectors)
{
    const std::lock_guard guard(m_lock);
    for (size_t i = 0; i < texts.size() && i < vectors.size(); ++i) {
        if (m_places.contains(texts[i]))
            continue;
        m_order.push_front({texts[i], vectors[i]});
        m_places.insert(texts[i], m_order.begin());
        if (m_order.size() > kRemembered) {
            m_places.remove(m_order.back().text);
            m_order.pop_back();
        }
    }
}

bool QuickEmbeddings::mayAsk()
{
    const std::lock_guard guard(m_lock);
    return steadyMs() >= m_pausedUntilMs;
}

void QuickEmbeddings::noteOutcome(bool good)
{
    const std::lock_guard guard(m_lock);
    m_failures = good ? 0 : m_failures + 1;
    if (m_failures >= kFailuresMost) {
        m_pausedUntilMs = steadyMs() + kPauseMs;
        m_failures = 0;
    }
}

} // namespace cargo::embeddings
