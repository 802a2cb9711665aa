#include "shared/domain/contact_filter/phone_judge.h"
#include "shared/domain/contact_filter/phone_parts.h"

#include <algorithm>

namespace cargo::contact_filter {

namespace {
// The surest telephones among groups of digits.
class PhoneFinder : private PhoneJudge
{
public:
    using PhoneJudge::kMinDigits;

    PhoneFinder(Context &context, const Numbers &numbers, bool sums) : PhoneJudge(context, numbers, sums) {}

    bool find()
    {
        bool any = false;
        for (size_t from = 0; from < m_groups.size();) {
            Candidate best;
            best.score.total = threshold() - 1;
            if (!bestFrom(from, best)) {
                ++from;
                continue;
            }
            // A surer one may begin inside it: «по одной 8 914 …».
            for (size_t later = from + 1; later <= best.last; ++later)
                bestFrom(later, best);
            hide(best);
            any = true;
            from = best.last + 1;
        }
        return any;
    }

private:
    // The surest number that begins at group `from`, if it is surer than `best` (or as sure and longer).
    bool bestFrom(size_t from, Candidate &best)
    {
        bool found = false;
        clearDigits();
        for (size_t to = from; to < m_groups.size() && (to == from || !m_groups[to].barrier); ++to) {
            if (m_context.isTaken(m_groups[to].first) || m_digits.size() + m_groups[to].size > kMaxDigits)
                break;
            addDigits(m_numbers.text(m_groups[to]));
            if (m_digits.size() < kMinDigits)
                continue;
            // A longer number that is nearly as sure is the whole one.
            constexpr int kNearly = 8;
            const int nearly = std::max(best.score.total - kNearly, threshold());
            const Candidate candidate = judge(from, to, found ? nearly : best.score.total + 1);
            // «2-74-11-90, после шести»: words between and no surer for it
            const bool apart = m_groups[to].words > 0 && !candidate.score.has(Evidence::Filler);
            const bool longer = found && !apart && candidate.score.total >= nearly;
            if (candidate.score.total > best.score.total || longer) {
                best = candidate;
                found = true;
            }
        }
        return found;
    }

    // One span, or one a part when the words between are no part of it: "код 996, дальше 421 70 83".
    void hide(const Candidate &candidate)
    {
        const Reason reason = candidate.disguised ? Reason::PhoneDisguised
                              : candidate.hinted  ? Reason::PhoneHinted
                                                  : Reason::PhonePlain;
        // Filler in every gap belongs to it, and so do several «потом», «затем» in a row.
        bool oneEach = candidate.last - candidate.first >= 3;
        for (size_t k = candidate.first + 1; k <= candidate.last; ++k)
            oneEach = oneEach && m_groups[k].words + m_groups[k].connectors == 1;
        const bool filler = candidate.score.has(Evidence::Filler) || oneEach;
        size_t from = candidate.first;
        for (size_t k = candidate.first; k <= candidate.last; ++k) {
            const bool ends =
                k == candidate.last || (!filler && splitsParts(m_context.scan, m_groups[k].last + 1, m_groups[k + 1].first));
            if (!ends)
                continue;
            m_context.add(firstToken(from, from == candidate.first), m_groups[k].last, Kind::Phone, reason, candidate.disguised,
                          candidate.score.total);
            m_context.spans.back().evidence = candidate.score.evidence;
            from = k + 1;
        }
    }

    // With the bracket and the plus before it.
    size_t firstToken(size_t group, bool withPlus) const
    {
        const auto &tokens = m_context.scan.tokens;
        size_t at = m_groups[group].first;
        if (!withPlus)
            return at;
        if (m_groups[group].bracket)
            --at;
        if (m_groups[group].plus) {
            size_t plus = at - 1;
            if (tokens[plus].is(Token::Type::Blank) && plus > 0)
                --plus;
            if (tokens[plus].isSign(u'+') || tokens[plus].has(kPlus))
                at = plus;
        }
        return at;
    }
};
} // namespace

void findPhones(Context &context)
{
    const Scan &scan = context.scan;
    thread_local Numbers numbers; // keeps its memory from message to message
    readNumbers(scan, true, numbers);
    // Too few digits for any number; «два миллиарда» and «девятьсот 77» may still be more.
    if (numbers.groups.empty()
        || (numbers.digits.size() < PhoneFinder::kMinDigits && !numbers.ambiguous && !(scan.hints & kTimes)))
        return;
    thread_local Numbers other;
    if (addSums(scan, numbers, other))
        PhoneFinder(context, other, true).find();
    if ((scan.hints & kTimes) && readScaled(scan, numbers, other))
        PhoneFinder(context, other, false).find();
    if ((scan.hints & kTimes) && numbers.groups.size() > 3 && mergeThousands(scan, numbers, other))
        PhoneFinder(context, other, false).find();
    if (dropListNumbers(numbers, other))
        PhoneFinder(context, other, false).find();
    const bool found = PhoneFinder(context, numbers, false).find();
    if (numbers.ambiguous && !found) {
        readNumbers(scan, false, other);
        PhoneFinder(context, other, false).find();
    }
    findParts(context, numbers);
    if (context.spans.empty())
        findCipher(context, numbers);
    if (context.spans.empty())
        findHoles(context, numbers);
    if (context.spans.empty())
        findScattered(context, numbers);
}

} // namespace cargo::contact_filter
