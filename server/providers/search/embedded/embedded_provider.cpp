#include "server/providers/search/embedded/embedded_provider.h"

#include "server/providers/search/embedded/engine_form.h"

namespace cargo::search {

namespace {
class EmbeddedRefill final : public Refill
{
public:
    EmbeddedRefill(EmbeddedIndex &index, CpuPool &pool)
        : m_index(index), m_traits(traitFinder()), m_builder(index.build()), m_pool(pool)
    {
    }
    QCoro::Task<Outcome> add(std::vector<Document> documents) override
    {
        auto work = [builder = m_builder, traits = m_traits, documents = std::move(documents)] {
            std::vector<engine::Document> list;
            list.reserve(documents.size());
            for (const Document &document : documents)
                list.push_back(toEngine(*traits, document));
            builder->add(std::move(list));
            return ok();
        };
        co_return co_await m_pool.run(std::move(work));
    }
    QCoro::Task<Outcome> finish() override
    {
        const auto work = [builder = m_builder, traits = m_traits, index = &m_index] {
            builder->finish();
            index->taken(traits);
            return ok();
        };
        co_return co_await m_pool.run(work);
    }

private:
    EmbeddedIndex &m_index;
    std::shared_ptr<const TraitFinder> m_traits; // one dictionary for all of it, whatever an editor does meanwhile
    std::shared_ptr<engine::Builder> m_builder;  // work under way keeps it
    CpuPool &m_pool;
};
} // namespace

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
    co_return m_index.search(query, context->startedAt);
}

QCoro::Task<Result<std::vector<Suggestion>>> EmbeddedProvider::suggest(CallContextPtr, QString text, int limit)
{
    co_return m_index.suggest(text, limit);
}

std::unique_ptr<Refill> EmbeddedProvider::refill() { return std::make_unique<EmbeddedRefill>(m_index, m_filling); }

QCoro::Task<Result<std::vector<Standing>>> EmbeddedProvider::standing(ListingId after, ListingId last)
{
    co_return m_index.standing(after, last);
}

Result<bool> EmbeddedProvider::restore() { return m_snapshotPath.isEmpty() ? Result<bool>(false) : m_index.load(m_snapshotPath); }

Outcome EmbeddedProvider::keep() { return m_snapshotPath.isEmpty() ? ok() : m_index.save(m_snapshotPath); }

} // namespace cargo::search
