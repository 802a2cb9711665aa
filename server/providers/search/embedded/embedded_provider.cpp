#include "server/providers/search/embedded/embedded_provider.h"

#include "server/core/steady.h"
#include "server/providers/search/embedded/engine_form.h"

#include <deque>
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace cargo::search {

namespace {
// Filling takes and frees more than is kept, and the allocator would hold on to it.
void giveMemoryBack()
{
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

// Documents wait until there are enough of them, so that their words are looked up once; while those are taken in, the next come.
class EmbeddedRefill final : public Refill
{
public:
    EmbeddedRefill(EmbeddedIndex &index, CpuPool &pool)
        : m_index(index), m_traits(traitFinder()), m_builder(index.build()), m_pool(pool)
    {
    }
    QCoro::Task<Outcome> add(std::vector<Document> documents) override
    {
        m_count += documents.size();
        m_waiting.push_back(std::move(documents));
        if (m_count < kTogether)
            co_return ok();
        co_return co_await takeWaiting();
    }
    QCoro::Task<Outcome> finish() override
    {
        CARGO_CO_TRY(co_await takeWaiting());
        while (!m_taking.empty())
            CARGO_CO_TRY(co_await oldestTaken());
        const auto work = [builder = m_builder, traits = m_traits, index = &m_index] {
            builder->finish();
            index->taken(traits);
            giveMemoryBack();
            return ok();
        };
        co_return co_await m_pool.run(work);
    }

private:
    static constexpr size_t kTogether = 15'000;
    static constexpr size_t kAtOnce = 2; // while one is told what its cars are good for, another one's columns are made

    QCoro::Task<Outcome> takeWaiting()
    {
        if (m_taking.size() >= kAtOnce) {
            CARGO_CO_TRY(co_await oldestTaken());
        }
        std::vector<std::vector<Document>> pages = std::exchange(m_waiting, {});
        m_count = 0;
        m_taking.push_back(take(std::move(pages)));
        co_return ok();
    }
    QCoro::Task<Outcome> oldestTaken()
    {
        auto oldest = std::move(m_taking.front());
        m_taking.pop_front();
        co_return co_await std::move(oldest);
    }
    QCoro::Task<Outcome> take(std::vector<std::vector<Document>> pages)
    {
        auto work = [builder = m_builder, traits = m_traits, pages = std::move(pages)]() mutable {
            builder->add(toEngine(*traits, pages));
            pages.clear(); // here, not where it is awaited
            return ok();
        };
        co_return co_await m_pool.run(std::move(work));
    }

    EmbeddedIndex &m_index;
    std::shared_ptr<const TraitFinder> m_traits; // one dictionary for all of it, whatever an editor does meanwhile
    std::shared_ptr<engine::Builder> m_builder;  // work under way keeps it
    CpuPool &m_pool;
    std::vector<std::vector<Document>> m_waiting; // pages
    size_t m_count = 0;                           // documents of them
    std::deque<QCoro::Task<Outcome>> m_taking;
};

std::optional<GivenMeaning> givenBy(const embeddings::EmbeddingProvider *embeddings, double similarCosine)
{
    if (!embeddings)
        return std::nullopt;
    return GivenMeaning{embeddings->model().name, embeddings->model().dimensions, similarCosine};
}
} // namespace

EmbeddedProvider::EmbeddedProvider(QString snapshotPath, MeaningUse meaning,
                                   std::shared_ptr<embeddings::EmbeddingProvider> embeddings, double similarCosine)
    : m_snapshotPath(std::move(snapshotPath)), m_embeddings(std::move(embeddings)),
      m_index(meaning, givenBy(m_embeddings.get(), similarCosine))
{
    m_counting.setMaxThreadCount(1);
}

QCoro::Task<Outcome> EmbeddedProvider::upsert(std::vector<Document> documents)
{
    m_index.upsert(documents);
    co_return ok();
}

QCoro::Task<Outcome> EmbeddedProvider::remove(std::vector<ListingId> ids)
{
    m_index.remove(ids);
    co_return ok();
}

QCoro::Task<Result<Answer>> EmbeddedProvider::search(CallContextPtr context, SearchQuery query)
{
    const Timestamp now = context->startedAt;
    const MeaningNeed need = m_embeddings ? m_index.needOf(query) : MeaningNeed::None;
    if (need != MeaningNeed::Order) {
        auto answer = m_index.search(query, now);
        if (need == MeaningNeed::None || !answer || answer->total > kFewHits)
            co_return answer;
        auto meant = co_await meaningOf(context, query.text);
        if (meant.empty())
            co_return answer;
        co_return m_index.search(query, now, std::move(meant));
    }
    auto meant = co_await meaningOf(context, query.text);
    co_return m_index.search(query, now, std::move(meant));
}

// Nothing when it does not come in time: a search never fails for it.
QCoro::Task<std::vector<float>> EmbeddedProvider::meaningOf(CallContextPtr context, QString text)
{
    std::vector<QString> texts;
    texts.push_back(std::move(text));
    auto made = co_await m_embeddings->embed(context, std::move(texts));
    std::vector<float> vector;
    if (made && made->size() == 1)
        vector = std::move(made->front());
    co_return vector;
}

QCoro::Task<Result<std::vector<Suggestion>>> EmbeddedProvider::suggest(CallContextPtr, QString text, int limit)
{
    auto found = m_index.suggest(text, limit);
    if (m_index.phrasesAreDue(steadyMs()))
        m_counting.start([index = &m_index] { index->countPhrases(); });
    co_return found;
}

std::unique_ptr<Refill> EmbeddedProvider::refill() { return std::make_unique<EmbeddedRefill>(m_index, m_filling); }

QCoro::Task<Result<std::vector<Standing>>> EmbeddedProvider::standing(ListingId after, ListingId last)
{
    co_return m_index.standing(after, last);
}

Result<bool> EmbeddedProvider::restore() { return m_snapshotPath.isEmpty() ? Result<bool>(false) : m_index.load(m_snapshotPath); }

Outcome EmbeddedProvider::keep() { return m_snapshotPath.isEmpty() ? ok() : m_index.save(m_snapshotPath); }

} // namespace cargo::search
