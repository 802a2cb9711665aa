#include "shared/domain/contact_filter/phone_judge.h"

#include <algorithm>

namespace cargo::contact_filter {

namespace {
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
} // namespace

void PhoneJudge::addGrouping(Score &score, const PhoneForm &form, size_t from, size_t to)
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
    // No amount begins with a zero: 0 700 412 986.
    bool thousands = m_sizes.size() >= 3 && m_sizes[0] <= 3 && !words && m_digits[0] != '0';
    for (size_t k = 1; k < m_sizes.size(); ++k)
        thousands = thousands && m_sizes[k] == 3 && !m_groups[from + k].signs;
    if (m_sizes.size() == 1)
        score.add(Evidence::Whole);
    else if (longest == 1)
        score.add(Evidence::Singles);
    else if (thousands)
        score.add(n >= 11 ? Evidence::ThousandsLong : Evidence::Thousands);
    else if ((isGrouping(m_sizes) && !form.oddShape) || isTrunkGrouping() || (words && isCutByCommas(from, to)))
        score.add(Evidence::Grouped);
    else if (longest == 2)
        score.add(Evidence::Pairs);
    else if (m_sizes.size() >= 3 || longest < n - 1)
        score.add(form.score >= 34 || form.score == 0 || anyWords ? Evidence::Irregular : Evidence::IrregularAbroad);
    addSigns(score, from, to);
}

// 0 700 412 986; parts of machines are numbered like that with other digits behind the zero.
bool PhoneJudge::isTrunkGrouping() const
{
    return m_shape == "1333" && m_digits[0] == '0' && (m_digits[1] == '5' || m_digits[1] == '7');
}

// "three hundred forty seven, five fifty five, oh one, eighty two": where numerals are told, commas say where a number is cut.
bool PhoneJudge::isCutByCommas(size_t from, size_t to) const
{
    constexpr size_t kFewest = 10; // digits; of fewer, three prices make a number too
    if (m_digits.size() < kFewest)
        return false;
    std::vector<quint32> sizes;
    for (size_t k = from; k <= to; ++k) {
        if (k == from || m_groups[k].commas || m_groups[k].lines)
            sizes.push_back(0);
        sizes.back() += m_groups[k].size;
    }
    return isGrouping(sizes);
}

void PhoneJudge::addSigns(Score &score, size_t from, size_t to)
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

void PhoneJudge::addDisguise(Candidate &candidate, const PhoneForm &form, size_t from, size_t to)
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
        score.add(form.score >= 34 || score.has(Evidence::Singles) || count >= 7 || isCutByCommas(from, to)
                      ? Evidence::Words
                      : Evidence::WordsWeak);
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
    candidate.disguised = odd || (score.has(Evidence::OddSign) && !score.has(Evidence::Hyphens)) || score.has(Evidence::Singles);
}

} // namespace cargo::contact_filter
