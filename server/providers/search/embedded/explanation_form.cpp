#include "server/providers/search/embedded/explanation_form.h"

#include "server/providers/search/engine/ranking.h"

namespace cargo::search {

namespace {
namespace ranking = engine::ranking;

constexpr Factor::Kind kKinds[engine::kPriorParts] = {Factor::Kind::Freshness, Factor::Kind::Driver, Factor::Kind::Completion,
                                                      Factor::Kind::Term};
constexpr double kMost[engine::kPriorParts] = {ranking::kFreshness, ranking::kDriver, ranking::kCompletion, ranking::kTerm};

bool isTrait(const engine::WordFact &fact) { return !fact.spelling.empty() && fact.spelling.front() == engine::kTraitMark; }

const char *fieldOf(const engine::WordFact &fact)
{
    if (isTrait(fact))
        return "trait";
    if (!fact.field)
        return "description";
    return *fact.field == engine::Dimension::Year ? "year" : word(SearchQuery::Facet(*fact.field));
}

Factor factorOf(const engine::WordFact &fact, const ReadText &text)
{
    Factor factor;
    factor.points = fact.points / ranking::kScoreScale;
    factor.typed = fact.word < text.typed.size() ? text.typed[fact.word] : QString();
    factor.matched = QString::fromStdString(isTrait(fact) ? fact.spelling.substr(1) : fact.spelling);
    if (fact.word < text.matches.size() && fact.alternative < text.matches[fact.word].size())
        factor.match = text.matches[fact.word][fact.alternative];
    if (factor.match == WordMatch::Form && factor.matched == factor.typed)
        factor.match = WordMatch::Exact;
    factor.field = fieldOf(fact);
    return factor;
}

Explanation explanationOf(const engine::Explanation &why, const ReadText &text)
{
    Explanation made;
    for (const engine::WordFact &fact : why.words)
        made.factors.push_back(factorOf(fact, text));
    for (size_t part = 0; part < engine::kPriorParts; ++part) {
        Factor factor;
        factor.kind = kKinds[part];
        factor.points = why.prior[part] / ranking::kScoreScale;
        factor.most = kMost[part] / ranking::kScoreScale;
        factor.publishedAt = Timestamp{why.facts.publishedMs};
        factor.ageDays = int(std::max<qint64>(why.atMs - why.facts.publishedMs, 0) / kDayMs);
        factor.ratingHundredths = int(why.facts.ratingHundredths);
        factor.completionPerMille = why.facts.completionPerMille;
        factor.etaDays = int(why.facts.etaDays);
        made.factors.push_back(factor);
    }
    for (const engine::Lift &lift : why.lifts)
        made.lifts.push_back({kKinds[engine::at(lift.part)], int(lift.to), lift.points / ranking::kScoreScale, lift.passesAbove});
    return made;
}
} // namespace

std::vector<Explanation> explanationsOf(const engine::Answer &found, const ReadText &text, int limit)
{
    std::vector<Explanation> list;
    for (const engine::Hit &hit : found.hits) {
        const auto place = size_t(&hit - found.hits.data());
        list.push_back(place < found.explanations.size() ? explanationOf(found.explanations[place], text) : Explanation());
        if (hit.fused)
            list.back().fused =
                FusedPlace{int(hit.fused->text), int(hit.fused->meaning), int(hit.fused->freshness), hit.fused->cosine};
        if (hit.crowd == engine::Crowd::None)
            continue;
        const bool ofDriver = hit.crowd == engine::Crowd::Driver;
        list.back().crowdOf = ofDriver ? "driver" : "model";
        list.back().crowdMost =
            int(ranking::mostOnPage(ofDriver ? ranking::kSameDriverMost : ranking::kSameModelMost, uint32_t(limit)));
    }
    return list;
}

const char *sortedByOf(engine::Sort sort)
{
    switch (sort) {
    case engine::Sort::Relevance: return "";
    case engine::Sort::PriceAscending:
    case engine::Sort::PriceDescending: return "price";
    case engine::Sort::Newest: return "published_at";
    case engine::Sort::MileageAscending: return "mileage_km";
    case engine::Sort::EtaAscending: return "delivery_eta_days";
    }
    return "";
}

} // namespace cargo::search
