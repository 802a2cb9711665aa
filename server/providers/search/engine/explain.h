#pragma once

#include "server/providers/search/engine/prior.h"
#include "server/providers/search/engine/text_matcher.h"

namespace cargo::search::engine {

// What the words and the prior gave to one listing, taken apart. The parts add up to the whole exactly: words to
// Hit::textScore, prior to Hit::prior.
class Explainer
{
public:
    Explainer(const Snapshot &snapshot, const TextMatcher &text) : m_snapshot(snapshot), m_text(text) {}

    // `prior`: of the listing's part, the one that it was ranked by. `above`: the key of the hit that stands before it.
    Explanation explain(const Hit &hit, const Prior &prior, std::optional<int64_t> above) const;

private:
    void findField(const Segment &segment, uint32_t document, WordFact &fact, std::string_view term) const;

    const Snapshot &m_snapshot;
    const TextMatcher &m_text;
};

} // namespace cargo::search::engine
