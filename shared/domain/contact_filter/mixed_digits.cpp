#include "shared/domain/contact_filter/mixed_digits.h"

#include <algorithm>
#include <array>

namespace cargo::contact_filter {

namespace {
using Type = Token::Type;

bool isMobile(const std::string &digits)
{
    return digits.size() == 11 ? (digits[0] == '7' || digits[0] == '8') && digits[1] == '9' : digits[0] == '9';
}
} // namespace

// Several numerals in one word: «восемьдевятьсот».
bool MixedDigits::addTogether(size_t token)
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

// Letters that stand for digits: "89О98В3О2б5". Alone («ОО», "OlZ") they are doubted.
bool MixedDigits::addLookAlikes(size_t first, size_t last, bool lettersOnly)
{
    std::string digits;
    bool odd = false;
    for (size_t k = first; k <= last; ++k) {
        for (quint32 c = 0; c < m_tokens[k].size; ++c) {
            const Cell &cell = m_scan.cells[m_tokens[k].text + c];
            // "E46" is a car, unless the text says how letters are to be read.
            const bool three = m_explained && (cell.c == u'e' || cell.c == u'е');
            const char16_t as = isFoldedDigit(cell.c) ? cell.c : three ? u'3' : digitLookAlike(cell.c);
            // Small a, d and h look like no digit; hashes are full of them.
            const bool capitalOnly =
                three || cell.c == u'a' || cell.c == u'а' || cell.c == u'd' || cell.c == u'h' || cell.c == u't' || cell.c == u'т';
            if (!as || (capitalOnly && !(cell.flags & Cell::Upper)))
                return false;
            // Prepositions and units are no digits unless they are written as capitals.
            const bool free = (cell.flags & Cell::Upper) || cell.c == u'о' || cell.c == u'o' || cell.c == u'l' || cell.c == u'з'
                              || cell.c == u'б';
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

// The same letter between all digits is filler even when it looks like a digit: "8q9q6".
bool MixedDigits::addInterleavedFirst(size_t first, size_t last)
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

// "8q9q6q6q2q0q4q7q1q3q8", "8a9б9в6": short letters between single digits.
bool MixedDigits::addInterleaved(size_t first, size_t last)
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

bool MixedDigits::addWordsAndDigits(size_t first, size_t last)
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

// "thr33", "в0семь": digits for the letters that look like them.
const Entry *MixedDigits::decoded(std::u16string_view word)
{
    constexpr size_t kShortest = 3;
    constexpr size_t kLongest = 12;
    if (word.size() < kShortest || word.size() > kLongest)
        return nullptr;
    // Of each digit; a question mark: of none. The last is for "thr33", "f1ve".
    static constexpr std::u16string_view kTables[] = {u"оi?зч?бт?я", u"оi?еч?ш??я", u"oi2e4s6t89"};
    for (const std::u16string_view table : kTables) {
        std::array<char16_t, kLongest> letters;
        std::transform(word.begin(), word.end(), letters.begin(),
                       [table](char16_t c) { return isFoldedDigit(c) ? table[size_t(c - u'0')] : c; });
        const Entry *entry = lookUpExact({letters.data(), word.size()});
        if (entry && entry->has(kNumeral) && !entry->weak)
            return entry;
    }
    return nullptr;
}

} // namespace cargo::contact_filter
