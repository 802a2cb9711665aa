#include "shared/domain/contact_filter/mixed_digits.h"
#include "shared/domain/contact_filter/number_gaps.h"
#include "shared/domain/contact_filter/stems.h"

#include <algorithm>
#include <array>

namespace cargo::contact_filter {

namespace {
using Type = Token::Type;

// Goes over the tokens once: each run of letters and digits is a word, digits or a mixture.
class Reader : private MixedDigits
{
public:
    Reader(const Scan &scan, bool mergeMixed, Numbers &out) : MixedDigits(scan, mergeMixed, out) {}

    void read()
    {
        m_explained = (m_scan.hints & kSpell) && m_scan.digits > 0 && explainsLetters();
        m_digitLike = looksLikeDigits();
        for (size_t i = 0; i < m_tokens.size();) {
            if (!m_tokens[i].isAlnum()) {
                const size_t next = m_tokens[i].isSign(u'.') || m_tokens[i].isSign(u'-') ? addMorse(i) : i;
                i = std::max(next, i + 1);
                continue;
            }
            const size_t last = i + 1 < m_tokens.size() && m_tokens[i + 1].isAlnum() ? m_scan.chunkLast(i) : i;
            if (last == i && saysNothing(m_tokens[i]) && !isAmongSingles(i)) {
                i = addSyllables(i) ? m_out.groups.back().last + 1 : i + 1;
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
    // «l б 4O»: a message of nothing but short digits and letters that look like some.
    bool looksLikeDigits() const
    {
        constexpr size_t kMostTokens = 9;
        constexpr quint32 kLongest = 3;
        if (m_tokens.size() < 3 || m_tokens.size() > kMostTokens || m_scan.digits == 0 || m_scan.words == 0)
            return false;
        return std::all_of(m_tokens.begin(), m_tokens.end(), [this](const Token &token) {
            if (!token.is(Type::Word))
                return token.is(Type::Blank) || (token.is(Type::Digits) && token.size <= kLongest);
            const std::u16string_view text = m_scan.text(token);
            return token.size <= kLongest
                   && std::all_of(text.begin(), text.end(), [](char16_t c) { return digitLookAlike(c) != 0; });
        });
    }

    // "letters look like digits", «буквы похожи на цифры», «буквы вместо цифр»
    bool explainsLetters() const
    {
        static constexpr std::u16string_view kDigit[] = {u"цифр", u"digit", u"number"};
        static constexpr std::u16string_view kLike[] = {u"похож", u"вместо", u"как", u"like", u"instead", u"замен", u"вроде"};
        return saysOneOf(m_scan, kDigit) && saysOneOf(m_scan, kLike);
    }

    // "SSS", "OlB": a word of capitals that all look like digits, in a text that says so.
    bool isExplained(size_t at) const
    {
        constexpr quint32 kLongest = 4;
        const Token &token = m_tokens[at];
        if (!m_explained || token.size > kLongest || !(token.is(Token::Upper)))
            return false;
        const std::u16string_view text = m_scan.text(token);
        return std::all_of(text.begin(), text.end(), [](char16_t c) { return c == u'e' || c == u'е' || digitLookAlike(c) != 0; });
    }

    // A known word that is no numeral; behind a numeral it may still be its second half.
    bool saysNothing(const Token &token) const
    {
        return !m_digitLike && !m_explained && token.word && !token.has(kNumeral | kDouble | kCommon | kName)
               && (m_out.groups.empty() || !m_out.groups.back().is(Group::Words));
    }

    // «восемь (8) девять (9)», "8 (восемь)": what brackets say once more belongs to what stands before them.
    void dropEchoes()
    {
        if (!m_scan.hasSign(u'('))
            return;
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

    // "---.." is 8. Returns the token after it, or `at`.
    size_t addMorse(size_t at)
    {
        static constexpr std::string_view kDigits[] = {"-----", ".----", "..---", "...--", "....-",
                                                       ".....", "-....", "--...", "---..", "----."};
        char signs[5] = {};
        size_t count = 0;
        for (; at + count < m_tokens.size() && (m_tokens[at + count].isSign(u'.') || m_tokens[at + count].isSign(u'-'));
             ++count) {
            if (count < std::size(signs))
                signs[count] = char(m_tokens[at + count].sign);
        }
        // "8......927": strokes that touch digits or are more than five divide numbers.
        const auto isDigits = [this](size_t t) { return t < m_tokens.size() && m_tokens[t].is(Type::Digits); };
        if (count != std::size(signs) || (at > 0 && isDigits(at - 1)) || isDigits(at + count))
            return at + count;
        for (size_t digit = 0; digit < 10; ++digit) {
            if (kDigits[digit] == std::string_view(signs, 5)) {
                add(std::string(1, char('0' + digit)), at, at + 4, Group::Odd);
                return at + 5;
            }
        }
        return at;
    }

    // «во-сем-над-цать»
    bool addSyllables(size_t at)
    {
        constexpr size_t kLongest = 14;
        constexpr size_t kMost = 5;
        std::array<char16_t, kLongest> whole;
        size_t size = 0;
        size_t last = at;
        if (at + 2 >= m_tokens.size() || !m_tokens[at + 1].isSign(u'-'))
            return false;
        for (size_t count = 0; count < kMost && m_tokens[last].is(Type::Word) && size + m_tokens[last].size <= kLongest;
             ++count) {
            std::copy_n(m_scan.text(last).begin(), m_tokens[last].size, whole.begin() + size);
            size += m_tokens[last].size;
            const Entry *entry = count > 0 ? lookUpExact({whole.data(), size}) : nullptr;
            if (entry && entry->has(kNumeral) && !entry->weak) {
                addNumeral(*entry, at, last, Group::Typo);
                return true;
            }
            if (last + 2 >= m_tokens.size() || !m_tokens[last + 1].isSign(u'-'))
                break;
            last += 2;
        }
        return false;
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

    // "4 2 l 7 О 8": one letter among single digits is no litre and no preposition, whatever it means elsewhere.
    bool isAmongSingles(size_t at) const
    {
        const Token &token = m_tokens[at];
        if (token.size != 1 || !token.word || (token.has(kNumeral) && !token.word->weak) || at < 4)
            return false;
        const auto isOne = [this](size_t t) { return m_tokens[t].isAlnum() && m_tokens[t].size == 1 && !m_scan.isPiece(t); };
        const bool ends = at + 1 == m_tokens.size();
        const bool goesOn = at + 2 < m_tokens.size() && m_tokens[at + 1].is(Type::Blank) && isOne(at + 2);
        return (ends || goesOn) && m_tokens[at - 1].is(Type::Blank) && m_tokens[at - 3].is(Type::Blank) && isOne(at - 2)
               && isOne(at - 4) && !m_out.groups.empty() && m_out.groups.back().last + 2 == at
               && !m_out.groups.back().is(Group::Words);
    }

    void readWord(size_t at)
    {
        const Token &token = m_tokens[at];
        if ((m_digitLike || isAmongSingles(at) || isExplained(at)) && addLookAlikes(at, at, true))
            return;
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
        if (addSuffix(at) || repeatsBefore(at) || addSyllables(at))
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
        constexpr size_t kLong = 20; // nothing that is known is longer
        std::u16string_view all = m_scan.text(first);
        for (size_t k = first + 1; k <= last && all.size() < kLong; ++k) // they follow each other in Scan::chars
            all = {all.data(), all.size() + m_tokens[k].size};
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

    bool m_digitLike = false;
};
} // namespace

void readNumbers(const Scan &scan, bool mergeMixed, Numbers &into) { Reader(scan, mergeMixed, into).read(); }

} // namespace cargo::contact_filter
