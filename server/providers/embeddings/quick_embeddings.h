#pragma once

#include "server/providers/embeddings/embeddings.h"

#include <QCache>

#include <memory>
#include <mutex>

namespace cargo::embeddings {

// For what somebody waits for: remembers the last texts, gives up soon, and does not ask for a while where that happened again
// and again, so that a slow endpoint slows nobody down for long. Thread-safe.
class QuickEmbeddings final : public EmbeddingProvider
{
public:
    static constexpr int kWaitMs = 300;
    static constexpr int kFailuresMost = 3; // in a row
    static constexpr int kPauseMs = 5'000;  // after them
    static constexpr qsizetype kRemembered = 4'096;
    static constexpr qsizetype kTextMost = 300;

    explicit QuickEmbeddings(std::shared_ptr<EmbeddingProvider> slow, int waitMs = kWaitMs)
        : m_slow(std::move(slow)), m_waitMs(waitMs)
    {
    }

    QCoro::Task<Result<std::vector<Vector>>> embed(CallContextPtr context, std::vector<QString> texts) override;
    const Model &model() const override { return m_slow->model(); }

private:
    bool recall(const std::vector<QString> &texts, std::vector<Vector> *vectors);
    void remember(const std::vector<QString> &texts, const std::vector<Vector> &vectors);
    bool mayAsk();
    void noteOutcome(bool good);

    const std::shared_ptr<EmbeddingProvider> m_slow;
    const int m_waitMs;
    std::mutex m_lock; // of all below
    QCache<QString, Vector> m_remembered{kRemembered};
    int m_failures = 0;
    qint64 m_pausedUntilMs = 0; // of the monotonic clock
};

} // namespace cargo::embeddings
