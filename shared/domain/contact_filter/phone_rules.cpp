#include "shared/domain/contact_filter/evidence.h"
#include "shared/domain/contact_filter/findings.h"
#include "shared/domain/contact_filter/phone_around.h"
#include "shared/domain/contact_filter/phone_formats.h"
#include "shared/domain/contact_filter/phone_parts.h"

#include <algorithm>
#include <array>

namespace cargo::contact_filter {

namespace {
constexpr size_t kMaxDigits = 15;
constexpr size_t kMinDigits = 5;

// Groups [first, last] as one number.
struct Candidate
{
    size_t first = 0;
    size_t last = 0;
    Score score;
    bool disguised = false;
    bool hinted = false;
};

// How many digits the groups have, as people write numbers: 4222 is "8914 72 01 15". In order.
constexpr quint32 kGroupings[] = {
    34,    37,    223,   234,   244,   322,   333,   334,   344,    345,    354,    424,    433,    434,     444,
    445,   533,   1244,  1324,  1332,  1334,  1343,  1344,  1424,   1433,   2222,   2322,   2323,   2332,    2334,
    2344,  2434,  2444,  3222,  3223,  3232,  3322,  3324,  3333,   3432,   3433,   3443,   3444,   4222,    4322,
    4333,  4342,  4422,  5122,  5222,  12322, 12334, 12344, 13223,  13232,  13322,  14222,  15222,  22322,   23222,
    23322, 24322, 32322, 33112, 33221, 42222, 43111, 43222, 132222, 133211, 232222, 332111, 431111, 1232222, 1333211};
static_assert(std::is_sorted(std::begin(kGroupings), std::end(kGroupings)));

bool isGrouping(const std::vector<quint32> &sizes)
{
    constexpr size_t kGroupsMax = 7;
    if (sizes.size() < 2 || sizes.size() > kGroupsMax)
        return false;
    quint32 shape = 0;
    for (const quint32 size : sizes) {
        if (size > 9)
            return false;
        shape = shape * 10 + size;
    }
    return std::binary_search(std::begin(kGroupings), std::end(kGroupings), shape);
}

// Memory that serves one search after another.
struct Scratch
{
    std::vector<Before> before; // of each group, once it was looked at
    std::vector<After> after;
    std::string digits;
    std::string shape;
    std::vector<quint32> sizes;
};

Scratch &scratchOfThread()
{
    thread_local Scratch scratch;
    return scratch;
}

class PhoneFinder
{
public:
    PhoneFinder(Context &context, const Numbers &numbers, bool sums, Scratch &scratch = scratchOfThread())
        : m_context(context), m_numbers(numbers), m_groups(numbers.groups), m_sums(sums), m_before(scratch.before),
          m_after(scratch.after), m_digits(scratch.digits), m_shape(scratch.shape), m_sizes(scratch.sizes)
    {
        m_before.assign(numbers.groups.size(), {});
        m_after.assign(numbers.groups.size(), {});
    }

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
        m_digits.clear();
        m_shape.clear();
        for (size_t to = from; to < m_groups.size() && (to == from || !m_groups[to].barrier); ++to) {
            if (m_context.isTaken(m_groups[to].first) || m_digits.size() + m_groups[to].size > kMaxDigits)
                break;
            m_digits += m_numbers.text(m_groups[to]);
            m_shape += char('0' + m_groups[to].size);
            if (m_digits.size() < kMinDigits)
                continue;
            const Candidate candidate = judge(from, to);
            // A longer number that is nearly as sure is the whole one.
            constexpr int kNearly = 8;
            // «2-74-11-90, после шести»: words between and no surer for it
            const bool apart = m_groups[to].words > 0 && !candidate.score.has(Evidence::Filler);
            const bool longer = found && !apart && candidate.score.total >= std::max(best.score.total - kNearly, threshold());
            if (candidate.score.total > best.score.total || longer) {
                best = candidate;
                found = true;
            }
        }
        return found;
    }

    // No number belongs into a name: there less is enough.
    int threshold() const { return m_context.policy.place == Place::ProfileName ? kPhoneThreshold - 15 : kPhoneThreshold; }

    const Before &before(size_t group)
    {
        if (!m_before[group].known)
            m_before[group] = lookBefore(m_context, m_groups[group].first);
        return m_before[group];
    }
    const After &after(size_t group)
    {
        if (!m_after[group].known)
            m_after[group] = lookAfter(m_context, m_groups[group].last);
        return m_after[group];
    }

    // Its digits and its shape stand in m_digits and m_shape.
    Candidate judge(size_t from, size_t to)
    {
        Candidate candidate;
        candidate.first = from;
        candidate.last = to;
        const Group &a = m_groups[from];
        PhoneForm form = phoneForm(m_digits, a.plus, m_shape);
        const bool nearlyMobile =
            m_sums && m_digits.size() == 10 && form.score < 36 && (m_digits[0] == '8' || m_digits[0] == '7');
        if (nearlyMobile)
            form = {36, false, "ru_mobile_sum"};
        Score &score = candidate.score;
        // «второй 8 383 291-44-08»: a word that counts the numbers
        if (a.is(Group::Words) && a.size == 1 && from < to && !m_groups[from + 1].is(Group::Words)
            && phoneForm(std::string_view(m_digits).substr(1), m_groups[from + 1].plus, std::string_view(m_shape).substr(1)).score
                   > 30
            && form.score < 44)
            return candidate;
        // Cheap things first: most spans of digits are no phone at all.
        if (form.score == 0 && (m_digits.size() > 13 || !mayHint(from, to))) {
            const bool backwards = m_digits.size() == 11 && (m_digits[10] == '8' || m_digits[10] == '7') && m_digits[9] == '9';
            if (!backwards && m_digits.size() != 10 && m_digits.size() != 11)
                return candidate;
        }
        const Before &before = this->before(from);
        const After &after = this->after(to);
        if ((before.reverse || after.reverse) && reversedForm(form))
            score.add(Evidence::Backwards);
        if (form.score == 0 && !mayDoWithoutForm(before, after))
            return candidate;
        score.total += form.score;
        addGrouping(score, form, from, to);
        addDisguise(candidate, form, from, to);
        addAround(candidate, form, before, after);
        addAgainst(score, form, from, to);
        if (form.score == 0 && !enoughWithoutForm(candidate, from, to))
            score.total = 0;
        return candidate;
    }

    bool mayHint(size_t from, size_t to)
    {
        const Before &b = before(from);
        const After &a = after(to);
        return b.dial || b.network || b.number || b.reverse || a.dial || a.network || a.reverse || b.wink || a.wink
               || (m_context.before & kDial);
    }

    bool reversedForm(PhoneForm &form)
    {
        std::string turned(m_digits.rbegin(), m_digits.rend());
        const PhoneForm other = phoneForm(turned, false);
        if (other.score < 14 || other.score < form.score)
            return false;
        form = other;
        form.oddShape = false;
        return true;
    }

    bool mayDoWithoutForm(const Before &before, const After &after) const
    {
        const bool asked = before.dial || before.network || (m_context.before & kDial);
        return (asked && m_digits.size() <= 13) || (m_digits.size() == 7 && after.dial);
    }

    // A number of no known form is a phone only when it is asked for by its grouping and its words.
    bool enoughWithoutForm(const Candidate &candidate, size_t from, size_t to)
    {
        const Before &b = before(from);
        const size_t n = m_digits.size();
        const bool asked = b.dial || b.network || (m_context.before & kDial);
        // «555-92-18 можно звонить»
        if (n == 7 && after(to).dial && candidate.score.has(Evidence::Grouped) && candidate.score.has(Evidence::Hyphens))
            return true;
        if (!asked || n > 13)
            return false;
        if (n < 7)
            return b.dial && candidate.score.has(Evidence::Hyphens) && to > from;
        return candidate.score.has(Evidence::Grouped) || candidate.score.has(Evidence::Singles) || candidate.disguised
               || (n >= 7 && n != 8 && candidate.score.has(Evidence::Whole)) || candidate.score.has(Evidence::Hyphens);
    }

    void addGrouping(Score &score, const PhoneForm &form, size_t from, size_t to)
    {
        m_sizes.clear();
        size_t longest = 0;
        size_t shortest = 99;
        bool words = true;
        bool anyWords = false;
        for (size_t k = from; k <= to; ++k) {
            m_sizes.push_back(m_groups[k].size);
            longest = std::max<size_t>(longest, m_groups[k].is(Group::Repeat) ? 1 : m_groups[k].size);
            shortest = std::min<size_t>(shortest, m_groups[k].size);
            words = words && m_groups[k].is(Group::Words);
            anyWords = anyWords || m_groups[k].is(Group::Words);
        }
        const size_t n = m_digits.size();
        bool thousands = m_sizes.size() >= 3 && m_sizes[0] <= 3 && !words;
        for (size_t k = 1; k < m_sizes.size(); ++k)
            thousands = thousands && m_sizes[k] == 3 && !m_groups[from + k].signs;
        if (m_sizes.size() == 1)
            score.add(Evidence::Whole);
        else if (longest == 1)
            score.add(Evidence::Singles);
        else if (thousands)
            score.add(n >= 11 ? Evidence::ThousandsLong : Evidence::Thousands);
        else if (isGrouping(m_sizes) && !form.oddShape)
            score.add(Evidence::Grouped);
        else if (longest == 2)
            score.add(Evidence::Pairs);
        else if (m_sizes.size() >= 3 || longest < n - 1)
            score.add(form.score >= 34 || form.score == 0 || anyWords ? Evidence::Irregular : Evidence::IrregularAbroad);
        addSigns(score, from, to);
    }

    void addSigns(Score &score, size_t from, size_t to)
    {
        // "(914)", "(9 1 4)", but not "905 (276 340 + 136 565)"
        const auto closes = [&](const Group &group) {
            const auto &tokens = m_context.scan.tokens;
            constexpr size_t kNear = 6;
            for (size_t t = group.last + 1; t < tokens.size() && t < group.last + kNear; ++t) {
                if (tokens[t].is(Token::Type::Sign))
                    return tokens[t].isSign(u')');
            }
            return false;
        };
        bool bracket = m_groups[from].bracket && from != to && closes(m_groups[from]);
        bool hyphen = false;
        char16_t sign = 0;
        bool same = to > from;
        for (size_t k = from + 1; k <= to; ++k) {
            const Group &group = m_groups[k];
            bracket = bracket || (group.bracket && closes(group));
            hyphen = hyphen || (group.tight && group.sign == u'-');
            same = same && group.signs > 0 && (k == from + 1 || group.sign == sign) && group.sign != u',' && group.sign != u'-';
            sign = group.sign;
        }
        if (bracket)
            score.add(Evidence::Bracket);
        if (hyphen)
            score.add(Evidence::Hyphens);
        if (same && to - from >= 2)
            score.add(Evidence::OddSign);
    }

    void addDisguise(Candidate &candidate, const PhoneForm &form, size_t from, size_t to)
    {
        Score &score = candidate.score;
        size_t words = 0;
        quint16 all = 0;
        for (size_t k = from; k <= to; ++k) {
            words += m_groups[k].is(Group::Words) ? 1 : 0;
            all |= m_groups[k].flags;
        }
        const size_t count = to - from + 1;
        if (words == count)
            score.add(form.score >= 34 || score.has(Evidence::Singles) || count >= 7 ? Evidence::Words : Evidence::WordsWeak);
        else if (words > 0) // «две 3522, ещё две 1119»
            score.add(form.score >= 34 || words > 3 ? Evidence::WordsAndDigits : Evidence::WordsWeak);
        if (all & (Group::Typo | Group::Foreign | Group::Together | Group::Repeat))
            score.add(Evidence::Typos);
        // "06L 115 562 B" is a part: letters count less where the digits make no mobile.
        if (all & Group::LookAlike)
            score.add(form.score >= 34 ? Evidence::LookAlikes : Evidence::LookAlikesWeak);
        if (all & Group::Odd)
            score.add(Evidence::OddDigits);
        if (all & Group::Hidden)
            score.add(Evidence::Hidden);
        if (all & Group::Interleaved)
            score.add(Evidence::Interleaved);
        if (m_sums)
            score.add(Evidence::Sums);
        int stray = 0;
        size_t filled = 0;
        quint32 hash = 0;
        bool sameFiller = true;
        bool oneEach = true;
        for (size_t k = from + 1; k <= to; ++k) {
            const Group &group = m_groups[k];
            if (group.words) {
                const bool word = !m_context.scan.tokens[group.filler].has(kStop);
                sameFiller = sameFiller && word && (filled == 0 || group.fillerHash == hash);
                hash = group.fillerHash;
                ++filled;
                stray += group.words;
            }
            oneEach = oneEach && group.words == 1;
        }
        if (filled >= 2 && sameFiller)
            score.add(Evidence::Filler);
        else if (oneEach && filled >= 3)
            score.add(Evidence::StrayWord, 1);
        else
            score.add(Evidence::StrayWord, stray);
        const bool odd = (all & (Group::Words | Group::LookAlike | Group::Odd | Group::Hidden | Group::Interleaved)) || m_sums
                         || filled || score.has(Evidence::Backwards);
        candidate.disguised =
            odd || (score.has(Evidence::OddSign) && !score.has(Evidence::Hyphens)) || score.has(Evidence::Singles);
    }

    void addAround(Candidate &candidate, const PhoneForm &form, const Before &before, const After &after)
    {
        Score &score = candidate.score;
        // «бюджет 9 146 552 047 наберите»
        const bool called = after.dialNext && form.score >= 36;
        const bool cue = before.dial || before.network || after.wink || before.wink || (after.network && form.mobile) || called;
        if (before.dial)
            score.add(Evidence::Dial);
        else if (after.dial)
            score.add(called ? Evidence::Dial : Evidence::DialAfter);
        if (before.network)
            score.add(Evidence::Network);
        else if (after.network)
            score.add(Evidence::Number);
        if (before.number && !before.document)
            score.add(Evidence::Number);
        if (before.dictate)
            score.add(Evidence::Dictate);
        if (before.wink || after.wink)
            score.add(Evidence::Wink);
        if (before.operatorName || (form.score > 0 && (before.abroad || after.abroad)))
            score.add(Evidence::Operator);
        if (m_context.before & (kDial | kNumber))
            score.add(Evidence::Asked);
        if (before.start && after.end)
            score.add(Evidence::Alone);
        candidate.hinted = cue || before.number;
        if (before.document)
            score.add((form.mobile && (score.has(Evidence::Grouped) || score.has(Evidence::Hyphens)))
                              || (form.score >= 36 && score.has(Evidence::Grouped) && score.has(Evidence::Hyphens))
                          ? Evidence::DocumentGrouped
                      : cue || after.dial ? Evidence::DocumentFar
                                          : Evidence::Document);
        else if (before.documentFar && !cue)
            score.add(Evidence::DocumentFar);
        if (after.file && !form.mobile)
            score.add(Evidence::Document);
        if (after.document && !before.dial)
            score.add(Evidence::DocumentAfter);
        const bool told = after.dial && (score.has(Evidence::Grouped) || (score.has(Evidence::Whole) && form.score >= 36));
        const bool winks = (before.wink || after.wink || told) && form.score >= 20 && !score.has(Evidence::Thousands);
        if (before.money)
            score.add(form.mobile || called ? Evidence::ImpossiblePrice : winks ? Evidence::UnitAfterMobile : Evidence::Money);
        if (before.currency && !form.mobile)
            score.add(Evidence::CurrencyBefore);
        if (after.unit)
            score.add(form.mobile || winks ? Evidence::UnitAfterMobile : Evidence::UnitAfter);
    }

    void addAgainst(Score &score, const PhoneForm &form, size_t from, size_t to)
    {
        Q_UNUSED(form)
        int commas = 0;
        int honest = 0;
        int decimals = 0;
        bool glued = false;
        for (size_t k = from; k <= to; ++k) {
            const Group &group = m_groups[k];
            commas += k > from ? group.commas : 0;
            honest += group.is(Group::Honest) ? 1 : 0;
            decimals += group.is(Group::Decimal) ? 1 : 0;
            glued = glued || group.is(Group::Glued);
        }
        const bool disguised = score.has(Evidence::Words) || score.has(Evidence::WordsAndDigits) || m_sums;
        score.add(Evidence::Comma, m_sums || score.has(Evidence::Words) ? 0 : std::min(commas, disguised ? 2 : 4));
        score.add(Evidence::DateOrTime, std::min(honest, 2));
        score.add(Evidence::Decimal, decimals ? 1 : 0);
        const size_t start = m_groups[from].first;
        const auto &tokens = m_context.scan.tokens;
        // 8C:91:46:55:20:47
        const bool hardware = start > 1 && tokens[start - 1].isSign(u':') && tokens[start - 2].is(Token::Latin)
                              && tokens[start - 2].size <= 2 && !tokens[start - 2].word;
        if (glued || hardware)
            score.add(Evidence::Glued);
        // «без 8: 984…»
        const size_t at = m_groups[from].first;
        const bool without =
            at > 1 && m_context.scan.tokens[at - 2].is(Token::Type::Word) && m_context.scan.text(at - 2) == u"без";
        const bool insideFront = (from > 0 && m_groups[from].tight) || (without && from < to && m_groups[from].size == 1);
        const bool insideBack =
            to + 1 < m_groups.size() && m_groups[to + 1].tight && !m_groups[to + 1].barrier && m_groups[to + 1].sign != u',';
        if (insideFront || insideBack)
            score.add(Evidence::InsideNumber);
        // «890 / 914 / 702 / 655»: the same sign goes on before or behind
        const auto sameSign = [&](size_t k) {
            return m_groups[k].signs == 1 && m_groups[k].sign && !m_groups[k].words && !m_groups[k].plus;
        };
        const bool rowBefore = from > 0 && score.total >= threshold() && from < to && sameSign(from) && sameSign(from + 1)
                               && m_groups[from].sign == m_groups[from + 1].sign && m_groups[from].sign != u','
                               && m_groups[from].sign != u'-';
        if (rowBefore)
            score.add(Evidence::InRow, 2);
        int zeros = 0;
        for (size_t k = from; k <= to; ++k)
            zeros += k > from && m_numbers.text(m_groups[k]) == "000" && !m_groups[k].is(Group::Words) ? 1 : 0;
        const bool zerosFollow = to + 1 < m_groups.size() && !m_groups[to + 1].barrier && !m_groups[to + 1].signs
                                 && !m_groups[to + 1].words && m_numbers.text(m_groups[to + 1]) == "000";
        score.add(Evidence::RoundThousands, std::min(zeros + (zerosFollow ? 1 : 0), 3));
        // 8703.32.90.99: a customs code
        const bool customs =
            m_shape == "4222" && m_groups[to].tight && m_groups[to].sign == u'.' && m_groups[from + 1].sign == u'.';
        if (customs && !(m_digits[0] == '9'))
            score.add(Evidence::PartNumber);
        if (from + 1 == to && m_groups[from].size == 5 && m_groups[to].size == 5 && m_groups[to].tight)
            score.add(Evidence::PartNumber);
        if (to > from && inRow(from, to))
            score.add(Evidence::InRow);
        if (isCounting(from, to) || (score.total >= threshold() && numbersThings(from, to)))
            score.add(Evidence::Counting);
        if (isKnown())
            score.add(Evidence::Known);
    }

    // Other numbers stand just beside it: "лкп 91 294 83 307 …", not a number of its own.
    bool inRow(size_t from, size_t to) const
    {
        // «… 20 93 сто процентов»: what is said otherwise is no row.
        const auto joins = [&](const Group &next) {
            return next.is(Group::Words) == m_groups[to].is(Group::Words) && !next.barrier && next.words == 0
                   && next.connectors == 0 && next.lines == 0 && next.signs == next.commas;
        };
        const bool front = from > 0 && m_groups[from - 1].is(Group::Words) == m_groups[from].is(Group::Words)
                           && joins(m_groups[from]) && !m_groups[from].plus && !m_groups[from].bracket;
        const bool back = to + 1 < m_groups.size() && joins(m_groups[to + 1]) && !m_groups[to + 1].plus;
        return front || back;
    }

    // 1 2 3 4 5 6 7 …, 2015 2016 2017, 1234567890, 9999999999
    bool isCounting(size_t from, size_t to) const
    {
        const auto steps = [](const auto &values, int by) {
            for (size_t k = 1; k < values.size(); ++k) {
                if (values[k] - values[k - 1] != by)
                    return false;
            }
            return values.size() >= 3;
        };
        if (steps(m_digits, 1) || steps(m_digits, -1) || steps(m_digits, 0))
            return true;
        if (to - from < 2)
            return false;
        const auto value = [&](size_t k) {
            int number = 0;
            for (const char c : m_numbers.text(m_groups[k]).substr(0, 6))
                number = number * 10 + (c - '0');
            return number;
        };
        const int by = value(from + 1) - value(from);
        if (by != 1 && by != -1)
            return false;
        for (size_t k = from + 2; k <= to; ++k) {
            if (value(k) - value(k - 1) != by)
                return false;
        }
        return true;
    }

    // «одна 9 900, вторая 10 200»
    bool numbersThings(size_t from, size_t to) const
    {
        size_t words = 0;
        for (size_t k = from; k <= to; ++k)
            words += m_groups[k].is(Group::Words) ? 1 : 0;
        if (words == 0 || words > 2 || words >= to - from)
            return false;
        for (size_t k = from; k <= to; ++k) {
            if (m_groups[k].is(Group::Words) && m_groups[k].size == 1 && isOrdinal(m_context.scan.text(m_groups[k].first)))
                return true;
        }
        return false;
    }

    bool isKnown() const
    {
        return std::any_of(m_context.known.begin(), m_context.known.end(), [this](const QString &known) {
            return known.size() >= qsizetype(kMinDigits)
                   && known.contains(QLatin1String(m_digits.data(), qsizetype(m_digits.size())));
        });
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

    Context &m_context;
    const Numbers &m_numbers;
    const std::vector<Group> &m_groups;
    bool m_sums;
    std::vector<Before> &m_before;
    std::vector<After> &m_after;
    std::string &m_digits;
    std::string &m_shape;
    std::vector<quint32> &m_sizes;
};
} // namespace

void findPhones(Context &context)
{
    const Scan &scan = context.scan;
    thread_local Numbers numbers; // keeps its memory from message to message
    readNumbers(scan, true, numbers);
    // Too few digits for any number; «два миллиарда» and «девятьсот 77» may still be more.
    if (numbers.groups.empty() || (numbers.digits.size() < kMinDigits && !numbers.ambiguous && !(scan.hints & kTimes)))
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
        findScattered(context, numbers);
}

} // namespace cargo::contact_filter
