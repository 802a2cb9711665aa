#include "shared/domain/contact_filter/number_gaps.h"

#include <algorithm>

namespace cargo::contact_filter {

namespace {
using Type = Token::Type;

constexpr size_t kGapMaxTokens = 12;

quint32 hashOf(std::u16string_view word)
{
    quint32 hash = 2166136261u;
    for (const char16_t c : word)
        hash = (hash ^ c) * 16777619u;
    return hash;
}

class GapReader
{
public:
    GapReader(const Scan &scan, Numbers &out) : m_scan(scan), m_tokens(scan.tokens), m_out(out) {}

    void read()
    {
        dropDoubted();
        std::vector<Group> &groups = m_out.groups;
        for (size_t k = 0; k < groups.size(); ++k)
            describeGap(k);
        // "=" divides a sum from what it makes, "%" a share from what follows; in every gap it is a separator like others.
        for (size_t k = 1; k < groups.size(); ++k) {
            const char16_t sign = groups[k].sign;
            const bool alone = groups[k - 1].sign != sign && (k + 1 == groups.size() || groups[k + 1].sign != sign);
            groups[k].barrier = groups[k].barrier || ((sign == u'=' || sign == u'%') && alone) || beginsColumn(k);
        }
        markHonest();
    }

private:
    // "330 (143) | 247": a table's next column. A number has a trunk digit, a plus or nothing before its bracket.
    bool beginsColumn(size_t k) const
    {
        const auto &groups = m_out.groups;
        if (k < 2 || !groups[k - 1].bracket || groups[k - 2].plus || groups[k - 2].size < 2 || groups[k - 2].is(Group::Words))
            return false;
        const size_t close = groups[k - 1].last + 1;
        return groups[k - 1].first == groups[k - 2].last + 3 && groups[k].first == close + 4 && m_tokens[close].isSign(u')')
               && m_tokens[close + 1].is(Type::Blank) && m_tokens[close + 2].isSign(u'|') && m_tokens[close + 3].is(Type::Blank);
    }

    // Doubtful readings stay only beside sure ones.
    void dropDoubted()
    {
        std::vector<Group> &groups = m_out.groups;
        const auto beside = [&](size_t a, size_t b) {
            // Blanks and at most two signs between.
            for (size_t k = groups[a].last + 1; k < groups[b].first; ++k) {
                if (m_tokens[k].isAlnum())
                    return false;
            }
            return groups[b].first <= groups[a].last + 4;
        };
        const auto sure = [&](size_t k, const Group &doubted) {
            const Group &group = groups[k];
            if (group.is(Group::Doubted))
                return false;
            // A look-alike needs digits beside it, a word a numeral in words.
            return doubted.is(Group::LookAlike) ? !group.is(Group::Words) || group.is(Group::LookAlike) : group.is(Group::Words);
        };
        if (std::none_of(groups.begin(), groups.end(), [](const Group &group) { return group.is(Group::Doubted); }))
            return;
        const size_t count = groups.size();
        std::vector<quint8> keep(count, 1);
        for (size_t k = 0; k < count; ++k) {
            if (!groups[k].is(Group::Doubted))
                continue;
            bool kept = false;
            for (size_t b = k; b > 0 && !kept && k - b < 6 && beside(b - 1, b); --b)
                kept = sure(b - 1, groups[k]);
            for (size_t b = k; b + 1 < count && !kept && b - k < 6 && beside(b, b + 1); ++b)
                kept = sure(b + 1, groups[k]);
            keep[k] = kept ? 1 : 0;
        }
        size_t to = 0;
        for (size_t k = 0; k < count; ++k) {
            if (keep[k])
                groups[to++] = groups[k];
        }
        groups.resize(to);
    }

    // "+7", "+ 7", «плюс семь»; in "4+7" it is a sum.
    bool plusBefore(size_t at) const
    {
        // "204 700 + 318 550" is a sum.
        const bool spaced = at > 1 && m_tokens[at - 1].is(Type::Blank);
        if (spaced && at > 3 && m_tokens[at - 2].isSign(u'+') && m_tokens[at - 3].is(Type::Blank)
            && m_tokens[at - 4].is(Type::Digits))
            return false;
        if (spaced)
            --at;
        if (at == 0)
            return false;
        const Token &token = m_tokens[at - 1];
        if (token.has(kPlus))
            return true;
        return token.isSign(u'+') && (at < 2 || !m_tokens[at - 2].isAlnum());
    }

    void describeGap(size_t k)
    {
        Group &group = m_out.groups[k];
        const size_t before = group.first;
        group.bracket = before > 0 && m_tokens[before - 1].isSign(u'(');
        group.plus = plusBefore(group.bracket ? before - 1 : before);
        const size_t after = group.last + 1;
        const bool gluedAfter = after < m_tokens.size() && m_tokens[after].isAlnum()
                                && (k + 1 == m_out.groups.size() || m_out.groups[k + 1].first > after);
        const bool gluedBefore =
            group.first > 0 && m_tokens[group.first - 1].isAlnum() && (k == 0 || m_out.groups[k - 1].last + 1 < group.first);
        if (!group.is(Group::Interleaved)
            && ((gluedAfter && !group.is(Group::UnitAfter) && isCode(m_tokens, after))
                || (gluedBefore && isCode(m_tokens, group.first - 1))))
            group.flags |= Group::Glued;
        if (k == 0) {
            group.barrier = true;
            return;
        }
        const size_t from = m_out.groups[k - 1].last + 1;
        if (group.first < from) { // «восемьдевятьсот»
            return;
        }
        if (group.first - from > kGapMaxTokens) {
            group.barrier = true;
            return;
        }
        for (size_t t = from; t < group.first; ++t)
            describeGapToken(group, t);
        group.tight = group.first == from + 1 && group.signs == 1;
        group.barrier = group.barrier || m_out.groups[k - 1].is(Group::UnitAfter) || group.words > 3;
    }

    // «-а-», «-г-»: a letter between two dashes counts the parts and is no unit.
    bool isMarked(size_t t) const
    {
        return m_tokens[t].size == 1 && t > 0 && t + 1 < m_tokens.size() && m_tokens[t - 1].isSign(u'-')
               && m_tokens[t + 1].isSign(u'-');
    }

    // «б) 230»
    bool isListLetter(size_t t) const
    {
        return m_tokens[t].size == 1 && t > 0 && t + 1 < m_tokens.size() && m_tokens[t - 1].isGap()
               && m_tokens[t + 1].isSign(u')');
    }

    void describeGapToken(Group &group, size_t t)
    {
        const Token &token = m_tokens[t];
        switch (token.type) {
        case Type::Word:
            if (isListLetter(t))
                break;
            if (token.has(kConnector | kPart | kPlus | kMinus | kSign) || (token.has(kOperator) && !token.has(kUnit))) {
                ++group.connectors;
            } else if (token.has(kStopsNumber) && !isMarked(t)) {
                group.barrier = true;
            } else {
                if (!group.words)
                    group.filler = quint32(t);
                group.fillerHash = (group.fillerHash * 31) ^ hashOf(m_scan.text(t));
                ++group.words;
            }
            break;
        case Type::Digits: group.barrier = true; break;
        case Type::Line: ++group.lines; break;
        case Type::Blank: break;
        case Type::Picture:
        case Type::Sign:
            group.sign = group.signs == 0 || group.sign == token.sign ? token.sign : u'\0';
            ++group.signs;
            group.commas = quint8(group.commas + (token.isSign(u',') || token.isSign(u';') ? 1 : 0));
            group.barrier =
                group.barrier || token.isSign(u'?') || token.isSign(u'₽') || token.isSign(u'$') || token.isSign(u'€');
            break;
        }
    }

    bool isolated(size_t first, size_t last) const
    {
        const auto &groups = m_out.groups;
        return !groups[first].tight && (last + 1 >= groups.size() || !groups[last + 1].tight);
    }

    int value(size_t k) const
    {
        int number = 0;
        for (const char c : m_out.text(m_out.groups[k]).substr(0, 6))
            number = number * 10 + (c - '0');
        return number;
    }

    void mark(size_t first, size_t last, Group::Flag flag)
    {
        for (size_t k = first; k <= last; ++k)
            m_out.groups[k].flags |= flag;
    }

    // Dates, times, tyres, decimals: groups with one tight sign between them and none around.
    void markHonest()
    {
        const auto &groups = m_out.groups;
        for (size_t k = 0; k + 1 < groups.size(); ++k) {
            const Group &b = groups[k + 1];
            if (!b.tight || groups[k].is(Group::Words))
                continue;
            if (k + 2 < groups.size() && groups[k + 2].tight && groups[k + 2].sign == b.sign && isolated(k, k + 2)) {
                const Group &c = groups[k + 2];
                const bool dots = b.sign == u'.' || b.sign == u'/' || b.sign == u'-';
                const bool dmy = groups[k].size <= 2 && b.size <= 2 && (c.size == 2 || c.size == 4) && value(k) >= 1
                                 && value(k) <= 31 && value(k + 1) >= 1 && value(k + 1) <= 12;
                const bool ymd = groups[k].size == 4 && b.size == 2 && c.size == 2 && value(k + 1) <= 12 && value(k + 2) <= 31;
                const bool clock =
                    b.sign == u':' && groups[k].size <= 2 && b.size == 2 && c.size == 2 && value(k) < 25 && value(k + 1) < 60;
                if ((dots && (dmy || ymd)) || clock)
                    mark(k, k + 2, Group::Honest);
                k += 2;
                continue;
            }
            if (!isolated(k, k + 1))
                continue;
            const bool clock = b.sign == u':' && groups[k].size <= 2 && b.size == 2 && value(k) < 25 && value(k + 1) < 60;
            const bool tyre = b.sign == u'/' && groups[k].size == 3 && b.size == 2;
            if (clock || tyre)
                mark(k, k + 1, Group::Honest);
            else if (b.sign == u'.' || b.sign == u',')
                mark(k, k + 1, Group::Decimal);
        }
    }

    const Scan &m_scan;
    const std::vector<Token> &m_tokens;
    Numbers &m_out;
};
} // namespace

void describeGaps(const Scan &scan, Numbers &numbers) { GapReader(scan, numbers).read(); }

bool isCode(const std::vector<Token> &tokens, size_t at)
{
    const Token &token = tokens[at];
    return !token.is(Type::Word) || token.size <= 2 || (token.is(Token::Latin) && !token.has(kDial | kNumber | kNetwork));
}

} // namespace cargo::contact_filter
