#include "server/providers/embeddings/quick_embeddings.h"

#include "server/core/metrics.h"
#include "server/core/steady.h"
#include "server/providers/embeddings/text_to_send.h"

#include <algorithm>

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
    const auto waitMs = std::clamp<qint64>(leftMs(*context) / 2, 1, m_waitMs); // the search itself wants the rest
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
        const Vector *known = m_remembered.object(text);
        if (!known)
            return false;
        vectors->push_back(*known);
    }
    return true;
}

void QuickEmbeddings::remember(const std::vector<QString> &texts, const std::vector<Vector> &vectors)
{
    const std::lock_guard guard(m_lock);
    for (size_t i = 0; i < texts.size() && i < vectors.size(); ++i)
        m_remembered.insert(texts[i], new Vector(vectors[i])); // the cache owns it
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
