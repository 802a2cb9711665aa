#include "server/providers/search/engine/meaning/meaning.h"
#include "server/providers/search/engine/meaning/truncated_svd.h"
#include "server/providers/search/engine/snapshot.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <unordered_map>

namespace cargo::search::engine {

// Draws the sample, chooses the terms, and makes a Meaning of the factors of both.
class MeaningLearner
{
public:
    MeaningLearner(const Snapshot &snapshot, const MeaningOptions &options) : m_snapshot(snapshot), m_options(options) {}

    std::shared_ptr<const Meaning> learn(int64_t nowMs, const std::atomic<bool> *stop)
    {
        drawSample();
        if (m_rows < std::max(m_options.sampleLeast, 1U))
            return nullptr;
        chooseTerms();
        const SparseRows matrix = weighedTerms();
        const RightFactors factors = truncatedSvd(matrix, std::min(m_options.dimensions, kDimensionsMost), stop);
        if (factors.rank == 0)
            return nullptr;
        auto made = std::make_shared<Meaning>();
        made->m_learntAtMs = nowMs;
        made->m_dimensions = factors.rank;
        made->m_listings = m_rows;
        for (const std::string_view term : m_terms) {
            made->m_text.append(term);
            made->m_ends.push_back(uint32_t(made->m_text.size()));
        }
        made->m_rows = factors.right;
        for (size_t t = 0; t < m_terms.size(); ++t) {
            for (uint32_t i = 0; i < factors.rank; ++i)
                made->m_rows[t * factors.rank + i] *= m_rarities[t];
        }
        made->m_scale = greatestOfUnits(matrix, factors);
        made->listTerms();
        return made;
    }

private:
    static constexpr uint32_t kNoRow = 0xFFFF'FFFF;

    // By id: the same listings whatever segments they lie in.
    void drawSample()
    {
        const double share = double(m_options.sampleMost) / std::max(1U, m_snapshot.living);
        const auto limit = share >= 1 ? ~uint64_t(0) : uint64_t(share * 18'446'744'073'709'551'615.0);
        for (const Part &part : m_snapshot.parts) {
            auto &rows = m_rowOf.emplace_back(part.segment->size(), kNoRow);
            forEachBit(part.live->data(), part.segment->words(), [&](uint32_t document) {
                if (spread(part.segment->ids[document]) <= limit)
                    rows[document] = m_rows++;
            });
        }
    }

    static uint64_t spread(const Id &id)
    {
        uint64_t a = 0, b = 0;
        std::memcpy(&a, id.data(), 8);
        std::memcpy(&b, id.data() + 8, 8);
        uint64_t h = (a ^ (b * 0x9E37'79B9'7F4A'7C15ull)) * 0xBF58'476D'1CE4'E5B9ull;
        h = (h ^ (h >> 29)) * 0x94D0'49BB'1331'11EBull;
        return h ^ (h >> 32);
    }

    template <typename F>
    void forEachSampled(size_t part, uint32_t term, F &&f) const
    {
        m_snapshot.parts[part].segment->lexicon.forEachRun(term, [&](uint32_t block, const Lexicon::Run &run) {
            const uint32_t *rows = m_rowOf[part].data() + (size_t(block) << kBlockBits);
            for (uint32_t i = 0; i < run.count; ++i) {
                if (rows[run.documents[i]] != kNoRow)
                    f(rows[run.documents[i]], run.impacts[i]);
            }
        });
    }

    // Words of letters: a number has no meaning of its own.
    void chooseTerms()
    {
        std::unordered_map<std::string_view, uint32_t> counts;
        for (size_t p = 0; p < m_snapshot.parts.size(); ++p) {
            const Lexicon &lexicon = m_snapshot.parts[p].segment->lexicon;
            for (uint32_t t = 0; t < lexicon.size(); ++t) {
                const std::string_view term = lexicon.term(t);
                if (lexicon.documentCount(t) == 0 || term.empty() || (term.front() >= '0' && term.front() <= '9'))
                    continue;
                uint32_t count = 0;
                forEachSampled(p, t, [&count](uint32_t, uint8_t) { ++count; });
                if (count > 0)
                    counts[term] += count;
            }
        }
        std::vector<std::pair<std::string_view, uint32_t>> chosen;
        for (const auto &[term, count] : counts) {
            if (count >= m_options.termDocumentsLeast && count < m_rows)
                chosen.emplace_back(term, count);
        }
        std::sort(chosen.begin(), chosen.end(),
                  [](const auto &a, const auto &b) { return a.second != b.second ? a.second > b.second : a.first < b.first; });
        if (chosen.size() > m_options.termsMost)
            chosen.resize(m_options.termsMost);
        std::sort(chosen.begin(), chosen.end());
        for (const auto &[term, count] : chosen) {
            m_terms.push_back(term);
            m_rarities.push_back(float(std::log(double(m_rows) / count)));
        }
    }

    // Impact, which saturates, times rarity: a row for each listing of the sample.
    SparseRows weighedTerms() const
    {
        SparseRows matrix;
        matrix.columns = uint32_t(m_terms.size());
        matrix.rowStart.assign(size_t(m_rows) + 1, 0);
        const auto walk = [this](auto &&f) {
            for (uint32_t column = 0; column < m_terms.size(); ++column) {
                for (size_t p = 0; p < m_snapshot.parts.size(); ++p) {
                    if (const auto term = m_snapshot.parts[p].segment->lexicon.find(m_terms[column]))
                        forEachSampled(p, *term, [&](uint32_t row, uint8_t impact) { f(column, row, impact); });
                }
            }
        };
        walk([&](uint32_t, uint32_t row, uint8_t) { ++matrix.rowStart[size_t(row) + 1]; });
        for (size_t r = 1; r < matrix.rowStart.size(); ++r)
            matrix.rowStart[r] += matrix.rowStart[r - 1];
        matrix.column.resize(matrix.rowStart.back());
        matrix.value.resize(matrix.rowStart.back());
        std::vector<uint32_t> next = matrix.rowStart;
        walk([&](uint32_t column, uint32_t row, uint8_t impact) { // columns ascending
            matrix.column[next[row]] = column;
            matrix.value[next[row]++] = float(impact) * m_rarities[column];
        });
        return matrix;
    }

    // So that no number of the sample's unit vectors is cut off, and the whole range of a byte is used.
    static float greatestOfUnits(const SparseRows &matrix, const RightFactors &factors)
    {
        float greatest = 0;
        std::vector<float> sum(factors.rank);
        for (uint32_t r = 0; r < matrix.rows(); ++r) {
            std::fill(sum.begin(), sum.end(), 0.0F);
            for (uint32_t i = matrix.rowStart[r]; i < matrix.rowStart[r + 1]; ++i) {
                for (uint32_t k = 0; k < factors.rank; ++k)
                    sum[k] += matrix.value[i] * factors.right[size_t(matrix.column[i]) * factors.rank + k];
            }
            float square = 0, most = 0;
            for (const float value : sum) {
                square += value * value;
                most = std::max(most, std::abs(value));
            }
            if (square > 0)
                greatest = std::max(greatest, most / std::sqrt(square));
        }
        return greatest > 0 ? std::min(greatest, 1.0F) : 1.0F;
    }

    const Snapshot &m_snapshot;
    const MeaningOptions &m_options;
    std::vector<std::vector<uint32_t>> m_rowOf; // by part and document
    uint32_t m_rows = 0;
    std::vector<std::string_view> m_terms; // in byte order
    std::vector<float> m_rarities;
};

std::shared_ptr<const Meaning> Meaning::learn(const Snapshot &snapshot, int64_t nowMs, const MeaningOptions &options,
                                              const std::atomic<bool> *stop)
{
    return MeaningLearner(snapshot, options).learn(nowMs, stop);
}

} // namespace cargo::search::engine
