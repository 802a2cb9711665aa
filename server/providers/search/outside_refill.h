#pragma once

#include "server/providers/search/search_provider.h"

#include <QByteArray>

namespace cargo::search {

// A filling of an outside engine: an index of its own name, made when the first documents come, that takes the place of the one
// that answers at the end. `Provider` has the steps: prepare(name), store(name, documents), takePlace(name).
template <typename Provider>
class OutsideRefill final : public Refill
{
public:
    OutsideRefill(Provider &provider, QByteArray index) : m_provider(provider), m_index(std::move(index)) {}

    QCoro::Task<Outcome> add(std::vector<Document> documents) override
    {
        CARGO_CO_TRY(co_await begin());
        co_return co_await m_provider.store(m_index, std::move(documents));
    }
    QCoro::Task<Outcome> finish() override
    {
        CARGO_CO_TRY(co_await begin());
        co_return co_await m_provider.takePlace(m_index);
    }

private:
    QCoro::Task<Outcome> begin()
    {
        if (m_begun)
            co_return ok();
        CARGO_CO_TRY(co_await m_provider.prepare(m_index));
        m_begun = true;
        co_return ok();
    }

    Provider &m_provider;
    QByteArray m_index;
    bool m_begun = false;
};

} // namespace cargo::search
