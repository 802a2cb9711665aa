#include "shared/domain/contact_filter/number_gaps.h"
#include "shared/domain/contact_filter/numbers.h"

#include <algorithm>
#include <array>

namespace cargo::contact_filter {

namespace {
using Type = Token::Type;

class Reader
{
public:
    Reader(const Scan &scan, bool mergeMixed, Numbers &out)
        : m_scan(scan), m_tokens(scan.tokens), m_mergeMixed(mergeMixed), m_out(out)
    {
        m_out.digits.clear();
        m_out.groups.clear();
        m_out.ambiguous = false;
    }

    void read()
    {
        for (size_t i = 0; i < m_tokens.size();) {
            if (!m_tokens[i].isAlnum()) {
                const size_t next = m_tokens[i].isSign(u'.') || m_tokens[i].isSign(u'-') ? addMorse(i) : i;
                i = std::max(next, i + 1);
                continue;
            }
            const size_t last = i + 1 < m_tokens.size() && m_tokens[i + 1].isAlnum() ? m_scan.chunkLast(i) : i;
            if (last == i && saysNothing(m_tokens[i])) {
                ++i;
                continue;
            }
            readChunk(i, last);
            i = last + 1;
            if (!m_out.groups.empty() && m_out.groups.back().last >= i)
                i = m_out.groups.back().last + 1;
        }
        dropEchoes();
        describeGaps(m_scan, m_out);
    }

private:
    // A known word that is no numeral; behind a numeral it may still be its second half.
    bool saysNothing(const Token &token) const
    {
        return token.word && !token.has(kNumeral | kDouble | kCommon | kName)
               && (m_out.groups.empty() || !m_out.groups.back().is(Group::Words));
    }

    Group &add(std::string_view digits, size_t first, size_t last, quint16 flags)
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

    // «восемь (8) девять (9)», "8 (восемь)": what brackets say once more belongs to what stands before them.
    void dropEchoes()
    {
        std::vector<Group> &groups = m_out.groups;
        const auto echoes = [&](size_t k) {
            return groups[k].first > groups[k - 1].last + 1 && groups[k].first <= groups[k - 1].last + 3
                   && m_tokens[groups[k].first - 1].isSign(u'(') && m_out.text(groups[k]) == m_out.text(groups[k - 1]);
        };
        size_t count = 0;
        for (size_t k = 1; k < groups.size(); ++k)
            count += echoes(k) ? 1 : 0;
        if (count < 2)
            return;
        std::string digits;
        std::vector<Group> kept;
        for (size_t k = 0; k < groups.size(); ++k) {
            if (k > 0 && echoes(k)) {
                const size_t close = groups[k].last + 1;
                kept.back().last = quint32(close < m_tokens.size() && m_tokens[close].isSign(u')') ? close : groups[k].last);
                kept.back().flags |= Group::Words;
                continue;
            }
            kept.push_back(groups[k]);
            kept.back().at = quint32(digits.size());
            digits += m_out.text(groups[k]);
        }
        groups = std::move(kept);
        m_out.digits = std::move(digits);
    }

    std::string plainDigits(const Token &token) const
    {
        const std::u16string_view text = m_scan.text(token);
        return std::string(text.begin(), text.end());
    }

    static quint16 flagsOf(const Token &token)
    {
        return quint16((token.is(Token::Odd) ? Group::Odd : 0) | (token.is(Token::Hidden) ? Group::Hidden : 0));
    }

    // Nothing but blanks or one dash between the last group and token `at`.
    bool nextTo(size_t at) const
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
            if (!m_tokens[k].is(Type::Blank) && !joint && !with)
                return false;
        }
        return at <= last + 4;
    }

    // Whether token `at` stands beside something that reads as digits: then a doubtful word may do so too.
    bool amongNumerals(size_t first, size_t last) const
    {
        if (!m_out.groups.empty() && m_out.groups.back().last + 3 >= first)
            return true;
        for (size_t k = last + 1; k < m_tokens.size() && k < last + 4; ++k) {
            if (!m_tokens[k].isAlnum())
                continue;
            return m_tokens[k].is(Type::Digits) || (m_tokens[k].has(kNumeral) && !m_tokens[k].word->weak)
                   || (!m_tokens[k].word && (m_scan.hints & kNumeral) && numeralLike(m_scan.text(k), false));
        }
        return false;
    }

    // «два раза по семь»: how often, when that stands before token `first`; takes the count off.
    int takeTimes(size_t first)
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

    // «шестьсот две пятёрки» is 655, «двадцать две семёрки» 20 and 77: the count was no part of the numeral before it.
    bool repeatsInside(Group &group, char digit, size_t last, quint16 flags)
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

    void addNumeral(const Entry &entry, size_t first, size_t last, quint16 flags)
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

    bool nextToRepeat(size_t first) const { return first == m_repeatToken + 2; }

    // Number words join as they are spoken: 900 + 90 + 6.
    static bool joins(quint8 rank, quint8 next, std::string_view digits)
    {
        if (digits == "0")
            return false;
        return (rank == 3 && (next == 2 || next == 4 || next == 1)) || (rank == 2 && next == 1);
    }

    void join(Group &group, std::string_view digits, size_t last, quint8 rank, quint16 flags)
    {
        m_out.digits.resize(group.at + group.size - digits.size());
        m_out.digits += digits;
        group.last = quint32(last);
        group.rank = rank;
        group.flags |= flags;
    }

    void addDigits(size_t at) { addWritten(plainDigits(m_tokens[at]), at, at, flagsOf(m_tokens[at])); }

    // Digits as such or as look-alikes; «девятьсот 77» takes them in.
    void addWritten(const std::string &digits, size_t first, size_t last, quint16 flags)
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
            const bool fits =
                (before.rank == 3 && digits.size() == 2) || (before.rank == 2 && digits.size() == 1 && digits != "0");
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

    // "---.." is 8. Returns the token after it, or `at`.
    size_t addMorse(size_t at)
    {
        static constexpr std::string_view kDigits[] = {"-----", ".----", "..---", "...--", "....-",
                                                       ".....", "-....", "--...", "---..", "----."};
        char signs[6] = {};
        size_t count = 0;
        while (count < 6 && at + count < m_tokens.size()
               && (m_tokens[at + count].isSign(u'.') || m_tokens[at + count].isSign(u'-'))) {
            signs[count] = char(m_tokens[at + count].sign);
            ++count;
        }
        if (count != 5)
            return at;
        for (size_t digit = 0; digit < 10; ++digit) {
            if (kDigits[digit] == std::string_view(signs, 5)) {
                add(std::string(1, char('0' + digit)), at, at + 4, Group::Odd);
                return at + 5;
            }
        }
        return at;
    }

    // «вос-емь», «вос емь»
    bool addHalves(size_t at)
    {
        constexpr size_t kHalfMax = 9;
        if (at + 2 >= m_tokens.size() || !m_tokens[at + 2].is(Type::Word) || m_scan.isPiece(at + 2)
            || m_tokens[at + 2].size > kHalfMax || m_tokens[at].size > kHalfMax
            || !(m_tokens[at + 1].isSign(u'-') || m_tokens[at + 1].is(Type::Blank)))
            return false;
        std::array<char16_t, 2 * kHalfMax> whole;
        const auto middle = std::copy_n(m_scan.text(at).begin(), m_tokens[at].size, whole.begin());
        std::copy_n(m_scan.text(at + 2).begin(), m_tokens[at + 2].size, middle);
        const Entry *entry = lookUpExact({whole.data(), m_tokens[at].size + m_tokens[at + 2].size});
        if (!entry || !entry->has(kNumeral) || entry->weak)
            return false;
        addNumeral(*entry, at, at + 2, Group::Typo);
        return true;
    }

    // «девять сот», «четыр-надцать», "пять десят": a numeral in two pieces.
    bool addSuffix(size_t at)
    {
        if (m_out.groups.empty() || !nextTo(at) || m_out.groups.back().rank != 1 || !m_out.groups.back().is(Group::Words))
            return false;
        const std::u16string_view text = m_scan.text(at);
        const bool hundreds = text == u"сот" || text == u"сотен" || text == u"соти" || text == u"сотни" || text == u"hundred";
        const bool tens = text == u"десят" || text == u"дцать";
        if (!hundreds && !tens && text != u"надцать")
            return false;
        Group &group = m_out.groups.back();
        if (hundreds || tens)
            m_out.digits += hundreds ? "00" : "0";
        else
            m_out.digits.insert(m_out.digits.size() - 1, 1, '1');
        group.size += hundreds ? 2 : 1;
        group.last = quint32(at);
        group.rank = hundreds ? 3 : tens ? 2 : 4;
        group.flags |= Group::Typo;
        return true;
    }

    // Several numerals in one word: «восемьдевятьсот».
    bool addTogether(size_t token)
    {
        const std::u16string_view word = m_scan.text(token);
        if (word.size() < 5)
            return false;
        const Entry *parts[16];
        size_t count = 0;
        constexpr size_t kLong = 16; // «плюссемьдевятьсот…»
        const bool plus = word.size() > kLong && (word.starts_with(u"плюс") || word.starts_with(u"plus"));
        for (size_t at = plus ? 4 : 0; at < word.size();) {
            const Entry *entry = nullptr;
            size_t length = numeralPrefix(word.substr(at), &entry);
            if (length == 0 && count > 0 && word.substr(at, 2) == u"oh") { // "twoohsix"
                entry = lookUpExact(u"oh");
                length = 2;
            }
            if (length == 0 || count == 16)
                return false;
            parts[count++] = entry;
            at += length;
        }
        for (size_t k = 0; k < count; ++k)
            addNumeral(*parts[k], token, token, quint16(Group::Together | flagsOf(m_tokens[token])));
        return true;
    }

    // «первая часть 8951», «вторая половина …»
    bool namesPart(size_t at) const
    {
        if (at + 2 >= m_tokens.size() || !m_tokens[at + 1].is(Type::Blank))
            return false;
        const std::u16string_view word = m_scan.text(at);
        if (m_tokens[at + 2].is(Type::Digits))
            return m_tokens[at + 2].size > 2
                   && (word == u"вторая" || word == u"вторую" || word == u"третья" || word == u"третью");
        if (!m_tokens[at + 2].is(Type::Word))
            return false;
        const std::u16string_view next = m_scan.text(at + 2);
        return next.starts_with(u"част") || next.starts_with(u"половин") || next == u"кусок" || next == u"блок"
               || next == u"группа";
    }

    // "ii" after digits in look-alikes is 11, not the Roman two.
    bool isOnes(size_t at) const
    {
        return m_scan.text(at) == u"ii" && !m_out.groups.empty() && m_out.groups.back().is(Group::LookAlike)
               && m_out.groups.back().last + 2 >= at;
    }

    void readWord(size_t at)
    {
        const Token &token = m_tokens[at];
        if (token.has(kNumeral) && namesPart(at))
            return;
        if (token.has(kNumeral) && token.word->weak && isOnes(at)) { // "8 9l4 720 ii 46"
            addLookAlikes(at, at, true);
            return;
        }
        if (token.has(kNumeral)) {
            addNumeral(*token.word, at, at, quint16(flagsOf(token) | (token.is(Token::Spelled) ? Group::Hidden : 0)));
            return;
        }
        if (addSuffix(at))
            return;
        if (token.has(kDouble)) {
            m_repeat = token.word->digits[0] - '0';
            m_repeatToken = at;
            return;
        }
        if (token.word && !token.has(kCommon | kName))
            return;
        if (!token.word && (addTogether(at) || addHalves(at)))
            return;
        if (!token.word && amongNumerals(at, at)) {
            const bool after = !m_out.groups.empty() && nextTo(at) && m_out.groups.back().is(Group::Words);
            if (const Entry *like = numeralLike(m_scan.text(token), after)) {
                addNumeral(*like, at, at, quint16(Group::Typo | flagsOf(token)));
                return;
            }
        }
        const bool after = !m_out.groups.empty() && m_out.groups.back().last + 2 >= at;
        // «8-9о2-чв1-о7-зз»: a sign ties the letters to look-alikes before them.
        const bool tied = after && !token.word && m_out.groups.back().is(Group::LookAlike)
                          && (m_tokens[at - 1].isSign(u'-') || m_tokens[at - 1].isGap());
        // «б) 230» counts the lines of a list
        const bool lists =
            token.size == 1 && at + 1 < m_tokens.size() && m_tokens[at + 1].isSign(u')') && (at == 0 || m_tokens[at - 1].isGap());
        if (lists)
            return;
        const bool free = token.size == 1 || (token.is(Token::Caps) && after) || tied;
        if (token.size <= (tied && token.is(Token::Caps) ? 3 : 2) && free && !token.is(Token::Spelled)
            && (!token.word || token.size == 1 || token.is(Token::Caps)))
            addLookAlikes(at, at, true);
    }

    // Letters that stand for digits: "89О98В3О2б5". Alone («ОО», "OlZ") they are doubted.
    bool addLookAlikes(size_t first, size_t last, bool lettersOnly)
    {
        std::string digits;
        bool odd = false;
        for (size_t k = first; k <= last; ++k) {
            for (quint32 c = 0; c < m_tokens[k].size; ++c) {
                const Cell &cell = m_scan.cells[m_tokens[k].text + c];
                const char16_t as = isFoldedDigit(cell.c) ? cell.c : digitLookAlike(cell.c);
                // Small a, d and h look like no digit; hashes are full of them.
                const bool capitalOnly =
                    cell.c == u'a' || cell.c == u'а' || cell.c == u'd' || cell.c == u'h' || cell.c == u't' || cell.c == u'т';
                if (!as || (capitalOnly && !(cell.flags & Cell::Upper)))
                    return false;
                // Prepositions and units are no digits unless they are written as capitals.
                const bool free = (cell.flags & Cell::Upper) || cell.c == u'о' || cell.c == u'o' || cell.c == u'l'
                                  || cell.c == u'з' || cell.c == u'б';
                if (lettersOnly && last == first && m_tokens[first].size == 1 && !free)
                    return false;
                digits += char(as);
            }
            odd = odd || m_tokens[k].is(Token::Odd);
        }
        const quint16 flags = quint16(Group::LookAlike | (lettersOnly ? Group::Doubted : 0) | (odd ? Group::Odd : 0));
        if (lettersOnly)
            add(digits, first, last, flags);
        else
            addWritten(digits, first, last, flags);
        return true;
    }

    static bool isMobile(const std::string &digits)
    {
        return digits.size() == 11 ? (digits[0] == '7' || digits[0] == '8') && digits[1] == '9' : digits[0] == '9';
    }

    // "8q9q6q6q2q0q4q7q1q3q8", "8a9б9в6": short letters between single digits.
    bool addInterleaved(size_t first, size_t last)
    {
        std::string digits;
        size_t runs = 0;
        size_t longest = 0;
        size_t fillers = 0;
        bool even = true; // all fillers of one length
        bool hex = true;
        bool cyrillic = true; // no code and no hash is in Cyrillic
        size_t filler = 0;
        for (size_t k = first; k <= last; ++k) {
            if (m_tokens[k].is(Type::Digits)) {
                digits += plainDigits(m_tokens[k]);
                longest = std::max<size_t>(longest, m_tokens[k].size);
                ++runs;
                continue;
            }
            even = even && (fillers == 0 || filler == m_tokens[k].size);
            filler = m_tokens[k].size;
            ++fillers;
            for (const char16_t c : m_scan.text(k)) {
                hex = hex && c >= u'a' && c <= u'f';
                cyrillic = cyrillic && isCyrillicLetter(c);
            }
        }
        // "8мой914номер655такой20вот47"
        if (cyrillic && runs >= 4 && longest <= 3 && digits.size() >= 10 && digits.size() <= 11 && isMobile(digits)) {
            add(digits, first, last, Group::Interleaved);
            return true;
        }
        // A hash has letters of any length between its digits.
        if (runs < 4 || longest > 3 || !even || filler > 4 || digits.size() < 7 || digits.size() > 15 || (longest > 1 && hex))
            return false;
        if (longest > 1 && runs > 5)
            return false;
        while (first < last && !m_tokens[first].is(Type::Digits))
            ++first;
        while (last > first && !m_tokens[last].is(Type::Digits))
            --last;
        add(digits, first, last, Group::Interleaved);
        return true;
    }

    bool addWordsAndDigits(size_t first, size_t last)
    {
        for (size_t k = first; k <= last; ++k) {
            if (m_tokens[k].is(Type::Digits) || (m_tokens[k].has(kNumeral) && !m_tokens[k].word->weak))
                continue;
            const Entry *entry = nullptr;
            const size_t length = numeralPrefix(m_scan.text(k), &entry);
            if (length == 0 || (length < m_tokens[k].size && m_tokens[k].size < 5))
                return false;
        }
        for (size_t k = first; k <= last; ++k) {
            if (m_tokens[k].is(Type::Digits))
                addDigits(k);
            else if (m_tokens[k].has(kNumeral))
                addNumeral(*m_tokens[k].word, k, k, quint16(flagsOf(m_tokens[k]) | Group::Together));
            else
                addTogether(k);
        }
        return true;
    }

    void readChunk(size_t first, size_t last)
    {
        if (first == last) {
            if (m_tokens[first].is(Type::Digits))
                addDigits(first);
            else
                readWord(first);
            return;
        }
        // "6est", "4etyre"
        std::u16string all;
        for (size_t k = first; k <= last && all.size() < 20; ++k)
            all += m_scan.text(k);
        const Entry *entry = lookUpExact(all);
        if (entry && entry->has(kNumeral) && !entry->weak) {
            addNumeral(*entry, first, last, 0);
            return;
        }
        if (const Entry *leet = decoded(all)) {
            addNumeral(*leet, first, last, Group::LookAlike);
            return;
        }
        if (addWordsAndDigits(first, last))
            return;
        // "150л", "5км": an amount. "3х", "2й": no number at all.
        const bool amongLookAlikes = !m_out.groups.empty() && nextTo(first) && m_out.groups.back().is(Group::LookAlike);
        if (last == first + 1 && !amongLookAlikes && m_tokens[first].is(Type::Digits) && m_tokens[last].has(kUnit | kTimes)
            && !(m_tokens[last].size == 1 && m_tokens[last].is(Token::Upper))) {
            add(plainDigits(m_tokens[first]), first, first, quint16(flagsOf(m_tokens[first]) | Group::UnitAfter));
            return;
        }
        int digits = 0;
        for (size_t k = first; k <= last; ++k)
            digits += m_tokens[k].is(Type::Digits) ? int(m_tokens[k].size) : 0;
        // A chunk of letters with a digit or two is rather a model or a code than a number.
        if (addInterleavedFirst(first, last) || (digits >= 1 && addLookAlikes(first, last, false)) || addInterleaved(first, last))
            return;
        for (size_t k = first; k <= last; ++k) {
            if (!m_tokens[k].is(Type::Digits))
                continue;
            const bool code = (k > first && isCode(m_tokens, k - 1)) || (k < last && isCode(m_tokens, k + 1));
            add(plainDigits(m_tokens[k]), k, k, quint16(flagsOf(m_tokens[k]) | (code ? Group::Glued : 0)));
        }
    }

    // "thr33", "в0семь": digits for the letters that look like them.
    static const Entry *decoded(std::u16string_view word)
    {
        if (word.size() < 3 || word.size() > 12)
            return nullptr;
        static constexpr std::u16string_view kTables[] = {u"оi?зч?бт?я", u"оi?еч?ш??я"};
        for (const std::u16string_view table : kTables) {
            std::u16string letters(word);
            for (char16_t &c : letters) {
                if (isFoldedDigit(c))
                    c = table[size_t(c - u'0')];
            }
            const Entry *entry = lookUpExact(letters);
            if (entry && entry->has(kNumeral) && !entry->weak)
                return entry;
        }
        // "thr33", "f1ve"
        std::u16string letters(word);
        for (char16_t &c : letters)
            c = c == u'3' ? u'e' : c == u'1' ? u'i' : c == u'0' ? u'o' : c == u'5' ? u's' : c == u'7' ? u't' : c;
        const Entry *entry = lookUpExact(letters);
        return entry && entry->has(kNumeral) && !entry->weak ? entry : nullptr;
    }

    // The same letter between all digits is filler even when it looks like a digit: "8q9q6".
    bool addInterleavedFirst(size_t first, size_t last)
    {
        std::u16string_view filler;
        for (size_t k = first; k <= last; ++k) {
            if (m_tokens[k].is(Type::Digits))
                continue;
            if (!filler.empty() && filler != m_scan.text(k))
                return false;
            filler = m_scan.text(k);
        }
        return last >= first + 6 && addInterleaved(first, last);
    }

    const Scan &m_scan;
    const std::vector<Token> &m_tokens;
    bool m_mergeMixed;
    Numbers &m_out;
    int m_repeat = 0;
    size_t m_repeatToken = 0;
};
} // namespace

void readNumbers(const Scan &scan, bool mergeMixed, Numbers &into) { Reader(scan, mergeMixed, into).read(); }

} // namespace cargo::contact_filter
