#include "server/providers/search/engine/meaning/meaning.h"

#include <algorithm>
#include <cmath>

namespace cargo::search::engine {

namespace {
CARGO_SIMD void addScaled(const float *__restrict from, float by, uint32_t count, float *__restrict to)
{
    for (uint32_t i = 0; i < count; ++i)
        to[i] += from[i] * by;
}
} // namespace

std::shared_ptr<const Meaning> Meaning::given(uint32_t dimensions)
{
    auto meaning = std::make_shared<Meaning>();
    meaning->m_isGiven = true;
    meaning->m_dimensions = std::min(dimensions, kDimensionsMost);
    meaning->m_scale = givenScale(dimensions);
    return meaning;
}

void Meaning::listTerms()
{
    m_terms.clear();
    m_terms.reserve(m_ends.size());
    uint32_t from = 0;
    for (const uint32_t end : m_ends) {
        m_terms.push_back(std::string_view(m_text).substr(from, end - from));
        from = end;
    }
}

std::optional<uint32_t> Meaning::find(std::string_view term) const
{
    const auto found = std::lower_bound(m_terms.begin(), m_terms.end(), term);
    if (found == m_terms.end() || *found != term)
        return std::nullopt;
    return uint32_t(found - m_terms.begin());
}

Vectors Meaning::of(const Lexicon &lexicon, uint32_t documents) const
{
    // Both lists are in byte order: each term is looked for behind the one before.
    std::vector<std::pair<uint32_t, uint32_t>> shared; // of the lexicon, of ours
    auto from = m_terms.begin();
    for (uint32_t here = 0; here < lexicon.size() && from != m_terms.end(); ++here) {
        const std::string_view term = lexicon.term(here);
        size_t step = 1; // doubled until it is too far: near ones are found at once, far ones soon
        while (step < size_t(m_terms.end() - from) && from[ptrdiff_t(step)] < term)
            step *= 2;
        const auto to = from + ptrdiff_t(std::min(step + 1, size_t(m_terms.end() - from)));
        from = std::lower_bound(from + ptrdiff_t(step / 2), to, term);
        if (from != m_terms.end() && *from == term)
            shared.emplace_back(here, uint32_t(from - m_terms.begin()));
    }
    Vectors vectors;
    vectors.dimensions = m_dimensions;
    vectors.values.resize(size_t(documents) * m_dimensions);
    std::vector<float> sums;
    for (uint32_t block = 0; size_t(block) * kBlockDocuments < documents; ++block) {
        const uint32_t first = block << kBlockBits;
        const uint32_t count = std::min(kBlockDocuments, documents - first);
        sums.assign(size_t(count) * m_dimensions, 0.0F);
        for (const auto &[here, ours] : shared) {
            const Lexicon::Run run = lexicon.run(here, block);
            for (uint32_t i = 0; i < run.count; ++i)
                addScaled(row(ours), run.impacts[i], m_dimensions, sums.data() + size_t(run.documents[i]) * m_dimensions);
        }
        for (uint32_t d = 0; d < count; ++d)
            quantiseUnit(sums.data() + size_t(d) * m_dimensions, m_dimensions, m_scale,
                         vectors.values.data() + size_t(first + d) * m_dimensions);
    }
    return vectors;
}

std::optional<std::vector<int8_t>> Meaning::of(const std::vector<Alternative> &terms) const
{
    std::vector<float> sum(m_dimensions, 0.0F);
    bool any = false;
    for (const Alternative &term : terms) {
        if (const auto known = find(term.term); known && std::isfinite(term.weight)) {
            addScaled(row(*known), term.weight, m_dimensions, sum.data());
            any = true;
        }
    }
    if (!any)
        return std::nullopt;
    std::vector<int8_t> vector(m_dimensions);
    quantiseUnit(sum.data(), m_dimensions, m_scale, vector.data());
    return vector;
}

std::optional<std::vector<int8_t>> Meaning::meant(const MeaningQuery &query) const
{
    if (!m_isGiven)
        return of(query.terms);
    if (query.vector.size() != m_dimensions)
        return std::nullopt;
    std::vector<int8_t> vector(m_dimensions);
    quantiseUnit(query.vector.data(), m_dimensions, m_scale, vector.data());
    return std::any_of(vector.begin(), vector.end(), [](int8_t value) { return value != 0; }) ? std::optional(vector)
                                                                                              : std::nullopt;
}

double Meaning::cosine(int32_t likeness) const { return double(likeness) * m_scale * m_scale / (127.0 * 127.0); }

int32_t Meaning::likenessOf(double cosine) const
{
    return int32_t(std::lround(cosine * 127.0 * 127.0 / (double(m_scale) * m_scale)));
}

bool Meaning::isWhole()
{
    const bool fits = m_dimensions > 0 && m_dimensions <= kDimensionsMost && m_scale > 0 && m_scale <= 1
                      && m_rows.size() == m_ends.size() * size_t(m_dimensions) && std::is_sorted(m_ends.begin(), m_ends.end())
                      && (m_ends.empty() ? m_text.empty() : m_ends.back() == m_text.size());
    if (!fits || !std::all_of(m_rows.begin(), m_rows.end(), [](float value) { return std::isfinite(value); }))
        return false;
    listTerms();
    return std::adjacent_find(m_terms.begin(), m_terms.end(), std::greater_equal<>()) == m_terms.end();
}

} // namespace cargo::search::engine
