#include "server/providers/search/engine/explain.h"

#include "server/providers/search/engine/text.h"

#include <algorithm>
#include <cmath>

namespace cargo::search::engine {

namespace {
// What a driver may come to, and is told what it would bring.
constexpr int64_t kGoodRatingHundredths = 490;
constexpr int64_t kSureCompletionPerMille = 980;
constexpr int64_t kShortTermDays = 14;
constexpr int64_t kOldFromMs = 86'400'000;

// Facts of which the words are indexed, the heaviest first.
constexpr std::array kFieldsWithWords = {Dimension::Brand,        Dimension::Model, Dimension::BodyType, Dimension::Fuel,
                                         Dimension::Transmission, Dimension::Drive, Dimension::Color};

// Whole numbers that add up to `whole`: what is cut off goes to those that lost most by it.
std::array<uint32_t, kPriorParts> wholeParts(const std::array<double, kPriorParts> &parts, uint32_t whole)
{
    std::array<uint32_t, kPriorParts> out{};
    std::array<size_t, kPriorParts> order{};
    uint32_t sum = 0;
    for (size_t i = 0; i < kPriorParts; ++i) {
        out[i] = uint32_t(parts[i]);
        sum += out[i];
        order[i] = i;
    }
    std::sort(order.begin(), order.end(),
              [&](size_t a, size_t b) { return parts[a] - std::floor(parts[a]) > parts[b] - std::floor(parts[b]); });
    for (size_t i = 0; sum < whole && i < kPriorParts; ++i, ++sum)
        ++out[order[i]];
    return out;
}
} // namespace

void Explainer::findField(const Segment &segment, uint32_t document, WordFact &fact, std::string_view term) const
{
    const auto holds = [&](std::string_view text) {
        for (const std::string &word : words(text)) {
            if (Stemmer::ofThread()(word) == term) {
                fact.spelling = word;
                return true;
            }
        }
        return false;
    };
    for (const Dimension dimension : kFieldsWithWords) {
        const uint32_t code = segment.facets[at(dimension)].at(document);
        if (holds(m_snapshot.catalog->vocabularies[at(dimension)].value(uint16_t(code)))) {
            fact.field = dimension;
            return;
        }
    }
    if (holds(std::to_string(segment.number(Dimension::Year).at(document)))) {
        fact.field = Dimension::Year;
        return;
    }
    if (const auto index = segment.lexicon.find(term))
        fact.spelling = segment.lexicon.shown(*index);
}

Explanation Explainer::explain(const Hit &hit, const Prior &prior, std::optional<int64_t> above) const
{
    Explanation why;
    const Snapshot::Place place = m_snapshot.find(hit.id);
    const Segment &segment = *m_snapshot.parts[place.part].segment;
    for (const TextMatcher::Held &held : m_text.heldBy(segment, place.document)) {
        WordFact fact;
        fact.word = held.word;
        fact.alternative = held.alternative;
        fact.points = held.weight * held.impact;
        fact.documents = held.documents;
        findField(segment, place.document, fact, held.term);
        why.words.push_back(std::move(fact));
    }
    const PriorFacts facts{segment.number(Dimension::Published).at(place.document),
                           segment.number(Dimension::Rating).at(place.document), segment.completion[place.document],
                           segment.number(Dimension::Eta).at(place.document)};
    why.prior = wholeParts(priorParts(facts, prior.atMs), hit.prior);
    why.facts = facts;
    why.atMs = prior.atMs;

    const auto lift = [&](PriorPart part, int64_t to, const PriorFacts &better) {
        const uint32_t lifted = priorValue(better, prior.atMs);
        if (lifted <= hit.prior)
            return;
        Lift one{part, to, lifted - hit.prior, std::nullopt};
        if (above)
            one.passesAbove = hit.crowd == Crowd::None && hit.key + one.points > *above;
        why.lifts.push_back(one);
    };
    PriorFacts better = facts;
    better.publishedMs = prior.atMs;
    if (prior.atMs - facts.publishedMs >= kOldFromMs)
        lift(PriorPart::Freshness, 0, better);
    better = facts;
    better.ratingHundredths = kGoodRatingHundredths;
    lift(PriorPart::Driver, kGoodRatingHundredths, better);
    better = facts;
    better.completionPerMille = kSureCompletionPerMille;
    lift(PriorPart::Completion, kSureCompletionPerMille, better);
    better = facts;
    better.etaDays = kShortTermDays;
    lift(PriorPart::Term, kShortTermDays, better);
    std::stable_sort(why.lifts.begin(), why.lifts.end(), [](const Lift &a, const Lift &b) { return a.points > b.points; });
    return why;
}

} // namespace cargo::search::engine
