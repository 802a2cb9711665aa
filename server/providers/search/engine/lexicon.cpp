#include "server/providers/search/engine/lexicon.h"

#include "server/providers/search/engine/text.h"

#include <algorithm>
#include <bit>

namespace cargo::search::engine {

namespace {
constexpr size_t kSpellingLeast = 3;

uint64_t lettersOf(std::u32string_view word)
{
    uint64_t letters = 0;
    for (const char32_t c : word)
        letters |= uint64_t(1) << (c >= U'а' && c <= U'я' ? c - U'а' : c >= U'a' && c <= U'z' ? 32 + (c - U'a') : 58 + c % 6);
    return letters;
}
} // namespace

uint32_t Lexicon::lowerBound(std::string_view wanted) const
{
    uint32_t low = 0;
    auto high = uint32_t(size());
    while (low < high) {
        const uint32_t middle = low + (high - low) / 2;
        if (term(middle) < wanted)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

std::optional<uint32_t> Lexicon::find(std::string_view wanted) const
{
    const uint32_t index = lowerBound(wanted);
    return index < size() && term(index) == wanted ? std::optional<uint32_t>(index) : std::nullopt;
}

Lexicon::Run Lexicon::run(uint32_t index, uint32_t block) const
{
    const auto first = m_runBlock.begin() + m_runAt[index];
    const auto last = m_runBlock.begin() + m_runAt[index + 1];
    const auto found = std::lower_bound(first, last, uint16_t(block));
    if (found == last || *found != block)
        return {};
    const auto r = uint32_t(found - m_runBlock.begin());
    Run run = runAt(r);
    if (run.count >= kCommonFrom) {
        const auto common = std::lower_bound(m_commonRuns.begin(), m_commonRuns.end(), r);
        if (common != m_commonRuns.end())
            run.everywhere = m_everywhere.data() + size_t(common - m_commonRuns.begin()) * kBlockDocuments;
    }
    return run;
}

void Lexicon::forEachNear(std::u32string_view wanted, int limit, const std::function<void(uint32_t, int)> &f) const
{
    const uint64_t letters = lettersOf(wanted);
    const auto length = int(wanted.size());
    const auto first = std::lower_bound(m_spellings.begin(), m_spellings.end(), length - limit,
                                        [](const Spelling &spelling, int wants) { return spelling.length < wants; });
    for (auto it = first; it != m_spellings.end() && it->length <= length + limit; ++it) {
        // One mistake changes at most two letters of the set.
        if (std::popcount(it->letters ^ letters) > 2 * limit)
            continue;
        const int distance = editDistance(wanted, codePoints(term(it->term)), limit);
        if (distance <= limit)
            f(it->term, distance);
    }
}

void Lexicon::beginTerm(std::string_view text, std::string_view ending)
{
    m_textAt.push_back(uint32_t(m_text.size()));
    m_endingAt.push_back(uint32_t(m_endings.size()));
    m_endings += ending;
    m_runAt.push_back(uint32_t(m_runBlock.size()));
    m_text += text;
}

void Lexicon::add(uint32_t document, uint8_t impact)
{
    const auto block = uint16_t(document >> kBlockBits);
    if (m_runBlock.size() == m_runAt.back() || m_runBlock.back() != block) {
        m_runBlock.push_back(block);
        m_runStart.push_back(uint32_t(m_documents.size()));
    }
    m_documents.push_back(uint16_t(document));
    m_impacts.push_back(impact);
}

void Lexicon::finish()
{
    m_textAt.push_back(uint32_t(m_text.size()));
    m_endingAt.push_back(uint32_t(m_endings.size()));
    m_runAt.push_back(uint32_t(m_runBlock.size()));
    m_runStart.push_back(uint32_t(m_documents.size()));
    m_text.shrink_to_fit();
    m_textAt.shrink_to_fit();
    m_endings.shrink_to_fit();
    m_endingAt.shrink_to_fit();
    m_runAt.shrink_to_fit();
    m_runBlock.shrink_to_fit();
    m_runStart.shrink_to_fit();
    m_documents.shrink_to_fit();
    m_impacts.shrink_to_fit();
}

void Lexicon::reserve(size_t terms, size_t postings)
{
    m_textAt.reserve(terms + 1);
    m_endingAt.reserve(terms + 1);
    m_runAt.reserve(terms + 1);
    m_documents.reserve(postings);
    m_impacts.reserve(postings);
}

void Lexicon::indexSpelling()
{
    m_spellings.clear();
    for (uint32_t i = 0; i < size(); ++i) {
        const std::string_view text = term(i);
        if (text.empty() || uint8_t(text.front()) <= '9') // digits, and the marks of traits
            continue;
        const std::u32string letters = codePoints(text);
        if (letters.size() >= kSpellingLeast)
            m_spellings.push_back({lettersOf(letters), i, uint8_t(std::min<size_t>(letters.size(), 255))});
    }
    std::stable_sort(m_spellings.begin(), m_spellings.end(),
                     [](const Spelling &a, const Spelling &b) { return a.length < b.length; });
}

void Lexicon::spreadCommon()
{
    m_commonRuns.clear();
    for (uint32_t r = 0; r < m_runBlock.size(); ++r) {
        if (m_runStart[r + 1] - m_runStart[r] >= kCommonFrom)
            m_commonRuns.push_back(r);
    }
    m_everywhere.assign(m_commonRuns.size() * kBlockDocuments, 0);
    for (size_t i = 0; i < m_commonRuns.size(); ++i) {
        const Run run = runAt(m_commonRuns[i]);
        for (uint32_t p = 0; p < run.count; ++p)
            m_everywhere[i * kBlockDocuments + run.documents[p]] = run.impacts[p];
    }
}

bool Lexicon::isWhole(size_t documents) const
{
    const auto climbs = [](const std::vector<uint32_t> &list, size_t end) {
        return !list.empty() && list.front() == 0 && list.back() == end && std::is_sorted(list.begin(), list.end());
    };
    if (!climbs(m_textAt, m_text.size()) || !climbs(m_endingAt, m_endings.size()) || !climbs(m_runAt, m_runBlock.size())
        || !climbs(m_runStart, m_documents.size()) || m_textAt.size() != m_runAt.size() || m_textAt.size() != m_endingAt.size()
        || m_runStart.size() != m_runBlock.size() + 1 || m_documents.size() != m_impacts.size())
        return false;
    for (size_t r = 0; r < m_runBlock.size(); ++r) {
        const uint32_t start = m_runStart[r];
        const uint32_t end = m_runStart[r + 1];
        if (start == end || (uint64_t(m_runBlock[r]) << kBlockBits | m_documents[end - 1]) >= documents)
            return false;
        const auto first = m_documents.begin() + start;
        const auto last = m_documents.begin() + end;
        if (std::adjacent_find(first, last, std::greater_equal<>()) != last)
            return false;
    }
    return true;
}

} // namespace cargo::search::engine
