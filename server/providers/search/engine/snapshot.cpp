#include "server/providers/search/engine/snapshot.h"

#include "server/providers/search/engine/text.h"

#include <algorithm>
#include <map>

namespace cargo::search::engine {

namespace {
constexpr uint32_t kBeginningsLookedAt = 20'000; // of a part: one letter may begin half of all words

void note(TermCount &count, const Lexicon &lexicon, uint32_t index)
{
    if (count.documents == 0)
        count.shown = lexicon.shown(index);
    count.documents += lexicon.documentCount(index);
}

std::vector<TermCount> bestOf(const std::map<std::string_view, TermCount> &found, size_t most)
{
    std::vector<TermCount> list;
    for (const auto &[term, count] : found) {
        list.push_back(count);
        list.back().term = term;
    }
    std::sort(list.begin(), list.end(), [](const TermCount &a, const TermCount &b) {
        if (a.distance != b.distance)
            return a.distance < b.distance;
        return a.documents != b.documents ? a.documents > b.documents : a.term < b.term;
    });
    if (list.size() > most)
        list.resize(most);
    return list;
}
} // namespace

uint32_t Snapshot::documentsWith(std::string_view term) const
{
    uint32_t documents = 0;
    for (const Part &part : parts) {
        if (const auto index = part.segment->lexicon.find(term))
            documents += part.segment->lexicon.documentCount(*index);
    }
    return documents;
}

std::vector<TermCount> Snapshot::beginningWith(std::string_view prefix, size_t most) const
{
    std::map<std::string_view, TermCount> found;
    for (const Part &part : parts) {
        const Lexicon &lexicon = part.segment->lexicon;
        const uint32_t first = lexicon.lowerBound(prefix);
        const auto last = uint32_t(std::min<size_t>(lexicon.size(), size_t(first) + kBeginningsLookedAt));
        for (uint32_t i = first; i < last && lexicon.term(i).substr(0, prefix.size()) == prefix; ++i)
            note(found[lexicon.term(i)], lexicon, i);
    }
    return bestOf(found, most);
}

std::vector<TermCount> Snapshot::near(std::string_view term, int mistakes, size_t most) const
{
    std::map<std::string_view, TermCount> found;
    const std::u32string letters = codePoints(term);
    for (const Part &part : parts) {
        part.segment->lexicon.forEachNear(letters, mistakes, [&](uint32_t index, int distance) {
            TermCount &count = found[part.segment->lexicon.term(index)];
            note(count, part.segment->lexicon, index);
            count.distance = distance;
        });
    }
    return bestOf(found, most);
}

Snapshot::Place Snapshot::find(const Id &id) const
{
    for (size_t i = parts.size(); i-- > 0;) {
        const uint32_t document = parts[i].segment->find(id);
        if (document != kNoDocument && test(parts[i].live->data(), document))
            return {i, document};
    }
    return {};
}

std::vector<Snapshot::Standing> Snapshot::standing(const Id &after, const Id &last) const
{
    std::vector<Standing> list;
    for (const Part &part : parts) {
        const auto &ids = part.segment->ids;
        const auto from = std::upper_bound(ids.begin(), ids.end(), after);
        const auto to = std::upper_bound(from, ids.end(), last);
        for (auto d = size_t(from - ids.begin()); d < size_t(to - ids.begin()); ++d) {
            if (test(part.live->data(), uint32_t(d)))
                list.push_back({ids[d], part.segment->revisions[d]});
        }
    }
    std::sort(list.begin(), list.end(), [](const Standing &a, const Standing &b) { return a.id < b.id; });
    return list;
}

int64_t Snapshot::newestRevision() const
{
    int64_t newest = 0;
    for (const Part &part : parts) {
        for (const int64_t revision : part.segment->revisions)
            newest = std::max(newest, revision);
    }
    return newest;
}

std::vector<Snapshot::Pair> Snapshot::pairs() const
{
    std::vector<Pair> list;
    for (uint32_t code = 0; pairCounts && code < pairCounts->size(); ++code) {
        const Tuple &tuple = catalog->lanes[0].tuple(uint16_t(code));
        list.push_back({catalog->vocabularies[at(Dimension::Brand)].value(tuple[0]),
                        catalog->vocabularies[at(Dimension::Model)].value(tuple[1]), code, (*pairCounts)[code]});
    }
    return list;
}

} // namespace cargo::search::engine
