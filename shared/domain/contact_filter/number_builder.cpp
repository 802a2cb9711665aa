#include "shared/domain/contact_filter/number_builder.h"

namespace cargo::contact_filter {

namespace {
using Type = Token::Type;
} // namespace

NumberBuilder::NumberBuilder(const Scan &scan, bool mergeMixed, Numbers &out)
    : m_scan(scan), m_tokens(scan.tokens), m_mergeMixed(mergeMixed), m_out(out)
{
    m_out.digits.clear();
    m_out.groups.clear();
    m_out.ambiguous = false;
}

Group &NumberBuilder::add(std::string_view digits, size_t first, size_t last, quint16 flags)
{
    Group group;
    group.at = quint32(m_out.digits.size());
    group.size = quint32(digits.size());
    group.first = quint32(first);
    group.last = quint32(last);
    group.flags = flags;
    m_out.digits += digits;
    m_out.groups.push_back(group);
    return m_out.groups.back();
}

std::string NumberBuilder::plainDigits(const Token &token) const
{
    const std::u16string_view text = m_scan.text(token);
    return std::string(text.begin(), text.end());
}

quint16 NumberBuilder::flagsOf(const Token &token)
{
    return quint16((token.is(Token::Odd) ? Group::Odd : 0) | (token.is(Token::Hidden) ? Group::Hidden : 0));
}

// Nothing but blanks or one dash between the last group and token `at`.
bool NumberBuilder::nextTo(size_t at) const
{
    if (m_out.groups.empty())
        return false;
    const size_t last = m_out.groups.back().last;
    for (size_t k = last + 1; k < at; ++k) {
        // «полтинник с единицей»
        const bool with = m_tokens[k].size == 1 && m_scan.text(k) == u"с" && m_out.groups.back().rank == 2;
        const bool joint = at == last + 2
                           && (m_tokens[k].isSign(u'-') || m_tokens[k].is(Type::Line)
                               || (m_out.groups.back().is(Group::Words) && m_tokens[at].is(Type::Word)
                                   && (m_tokens[k].isSign(u'_') || m_tokens[k].isSign(u'.') || m_tokens[k].isSign(u'/'))));
        // "six hundred and fifteen"
        const bool sum = m_out.groups.back().rank == 3 && m_scan.text(k) == u"and";
        if (!m_tokens[k].is(Type::Blank) && !joint && !with && !sum)
            return false;
    }
    return at <= last + 4;
}

void NumberBuilder::addNumeral(const Entry &entry, size_t first, size_t last, quint16 flags)
{
    flags |= Group::Words;
    flags |= entry.typo ? Group::Typo : 0;
    flags |= entry.foreign ? Group::Foreign : 0;
    flags |= entry.weak ? Group::Doubted : 0;
    const std::string_view digits(entry.digits, entry.length);
    if (const int times = takeTimes(first)) {
        std::string repeated;
        for (int i = 0; i < times; ++i)
            repeated += digits;
        add(repeated, m_repeatToken, last, flags | Group::Repeat).rank = 0;
        return;
    }
    if (!m_out.groups.empty() && (nextTo(first) || m_out.groups.back().last == first)) {
        Group &before = m_out.groups.back();
        if (entry.many && repeatsInside(before, digits[0], last, flags))
            return;
        // «үш жүз»: the Turkic hundred is counted.
        if (entry.foreign && digits == "100" && before.rank == 1 && before.size == 1 && before.is(Group::Foreign)) {
            m_out.digits += "00";
            before.size = 3;
            before.last = quint32(last);
            before.rank = 3;
            return;
        }
        // «две сотни», «пять сотен»
        if (entry.many && digits == "100" && before.rank == 1 && before.size == 1 && before.is(Group::Words)) {
            m_out.digits += "00";
            before.size = 3;
            before.last = quint32(last);
            before.rank = 3;
            return;
        }
        // «три пятёрки»
        const char count = before.size == 1 ? m_out.digits[before.at] : '0';
        if (entry.many && count >= '2' && count <= '5') {
            m_out.digits.pop_back();
            m_out.digits.append(size_t(count - '0'), digits[0]);
            before.size = quint32(count - '0');
            before.last = quint32(last);
            before.rank = 0;
            before.flags |= flags | Group::Repeat;
            return;
        }
        if (joins(before.rank, entry.rank, digits)) {
            join(before, digits, last, entry.rank, flags);
            return;
        }
    }
    if (m_repeat && nextToRepeat(first)) {
        Group &group = add(std::string(size_t(m_repeat), digits[0]), m_repeatToken, last, flags | Group::Repeat);
        group.rank = 0;
        m_repeat = 0;
        return;
    }
    add(digits, first, last, flags).rank = entry.rank;
}

void NumberBuilder::addDigits(size_t at) { addWritten(plainDigits(m_tokens[at]), at, at, flagsOf(m_tokens[at])); }

// Digits as such or as look-alikes; «девятьсот 77» takes them in.
void NumberBuilder::addWritten(const std::string &digits, size_t first, size_t last, quint16 flags)
{
    if (const int times = takeTimes(first)) { // «два раза по 7»
        std::string repeated;
        for (int i = 0; i < times; ++i)
            repeated += digits;
        add(repeated, m_repeatToken, last, quint16(flags | Group::Words | Group::Repeat));
        return;
    }
    if (m_repeat && digits.size() == 1 && nextToRepeat(first)) { // «дважды 4»
        add(std::string(size_t(m_repeat), digits[0]), m_repeatToken, last, quint16(flags | Group::Words | Group::Repeat));
        m_repeat = 0;
        return;
    }
    if (!m_out.groups.empty() && nextTo(first) && m_out.groups.back().is(Group::Words)) {
        Group &before = m_out.groups.back();
        const bool glued = before.last + 1 == first && before.rank >= 2 && before.rank <= 3 && digits.size() < before.rank;
        if (glued && digits[0] != '0') {
            join(before, digits, last, 0, flags);
            return;
        }
        const bool fits = (before.rank == 3 && digits.size() == 2) || (before.rank == 2 && digits.size() == 1 && digits != "0");
        if (fits) {
            m_out.ambiguous = true;
            if (m_mergeMixed) {
                join(before, digits, last, 0, flags);
                return;
            }
        }
    }
    add(digits, first, last, flags);
}

// «два раза по семь»: how often, when that stands before token `first`; takes the count off.
int NumberBuilder::takeTimes(size_t first)
{
    if (first < 6 || m_scan.text(first - 2) != u"по" || !m_tokens[first - 3].is(Type::Blank))
        return 0;
    const std::u16string_view times = m_scan.text(first - 4);
    if (times != u"раза" && times != u"раз")
        return 0;
    std::vector<Group> &groups = m_out.groups;
    if (!groups.empty() && groups.back().first == first - 4) { // «раз» is one too
        m_out.digits.resize(groups.back().at);
        groups.pop_back();
    }
    if (groups.empty() || groups.back().last + 6 != first)
        return 0;
    if (groups.back().size > 1 && groups.back().rank == 1) { // «девятьсот два раза по семь»: 900 and 77
        const int count = m_out.digits.back() - '0';
        m_out.digits.back() = '0';
        groups.back().rank = 0;
        m_repeatToken = groups.back().last;
        return count >= 2 && count <= 6 ? count : 0;
    }
    if (groups.back().size != 1)
        return 0;
    const int count = m_out.digits[groups.back().at] - '0';
    if (count < 2 || count > 6)
        return 0;
    m_repeatToken = groups.back().first;
    m_out.digits.resize(groups.back().at);
    groups.pop_back();
    return count;
}

// «девять два раза» is 99: token `at` says that the digit before the count stands so often.
bool NumberBuilder::repeatsBefore(size_t at)
{
    std::vector<Group> &groups = m_out.groups;
    if ((m_scan.text(at) != u"раза" && m_scan.text(at) != u"times") || groups.size() < 2)
        return false;
    const Group &count = groups.back();
    Group &digit = groups[groups.size() - 2];
    const auto isOne = [](const Group &group) { return group.size == 1 && group.is(Group::Words); };
    if (!isOne(count) || !isOne(digit) || count.last + 2 != at || digit.last + 2 != count.first)
        return false;
    const int times = m_out.digits[count.at] - '0';
    if (times < 2 || times > 4)
        return false;
    m_out.digits.resize(count.at);
    m_out.digits.append(size_t(times - 1), m_out.digits[digit.at]);
    groups.pop_back();
    Group &group = groups.back();
    group.size = quint32(times);
    group.last = quint32(at);
    group.rank = 0;
    group.flags |= Group::Repeat;
    return true;
}

// «шестьсот две пятёрки» is 655, «двадцать две семёрки» 20 and 77: the count was no part of the numeral before it.
bool NumberBuilder::repeatsInside(Group &group, char digit, size_t last, quint16 flags)
{
    const int count = group.size > 1 && group.rank == 1 ? m_out.digits.back() - '0' : 0;
    if (count < 2 || count > 4 || !group.is(Group::Words))
        return false;
    m_out.digits.back() = '0';
    group.rank = 0;
    if (count + 1 == int(group.size)) {
        m_out.digits.replace(group.at + 1, size_t(count), size_t(count), digit);
        group.last = quint32(last);
        group.flags |= flags | Group::Repeat;
    } else {
        add(std::string(size_t(count), digit), last, last, flags | Group::Repeat);
    }
    return true;
}

bool NumberBuilder::nextToRepeat(size_t first) const { return first == m_repeatToken + 2; }

// Number words join as they are spoken: 900 + 90 + 6.
bool NumberBuilder::joins(quint8 rank, quint8 next, std::string_view digits)
{
    if (digits == "0")
        return false;
    return (rank == 3 && (next == 2 || next == 4 || next == 1)) || (rank == 2 && next == 1);
}

void NumberBuilder::join(Group &group, std::string_view digits, size_t last, quint8 rank, quint16 flags)
{
    m_out.digits.resize(group.at + group.size - digits.size());
    m_out.digits += digits;
    group.last = quint32(last);
    group.rank = rank;
    // «үш жүз он екі»: «он» is sure there, and in «он тоғыз», which is no Russian.
    const bool sure =
        !group.is(Group::Doubted) || (group.is(Group::Foreign) && (flags & Group::Foreign) && !(flags & Group::Doubted));
    group.flags |= flags;
    if (sure)
        group.flags &= quint16(~Group::Doubted);
}

} // namespace cargo::contact_filter
