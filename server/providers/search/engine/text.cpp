#include "server/providers/search/engine/text.h"

#include <libstemmer.h>

#include <algorithm>
#include <array>

namespace cargo::search::engine {

namespace {
constexpr char32_t kBroken = 0xFFFD;
constexpr int kLettersMost = WordReader::kLettersMost;

constexpr bool isBetween(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

constexpr char32_t lower(char32_t c)
{
    if (c < 0x80)
        return isBetween(c, U'A', U'Z') ? c + 0x20 : c;
    if (isBetween(c, 0xC0, 0xDE))
        return c == 0xD7 ? c : c + 0x20;
    // Latin Extended-A: capital and small letters take turns, but for three runs of them.
    if (isBetween(c, 0x100, 0x137) || isBetween(c, 0x14A, 0x177))
        return c | 1;
    if (isBetween(c, 0x139, 0x148) || isBetween(c, 0x179, 0x17E))
        return c + (c & 1);
    if (c == 0x178)
        return 0xFF;
    if (isBetween(c, 0x391, 0x3A9))
        return c + 0x20;
    if (isBetween(c, 0x410, 0x42F))
        return c + 0x20;
    if (isBetween(c, 0x400, 0x40F))
        return c + 0x50;
    if (isBetween(c, 0x460, 0x481) || isBetween(c, 0x48A, 0x4BF) || isBetween(c, 0x4D0, 0x52F))
        return c | 1;
    return c;
}

constexpr bool isDigit(char32_t c) { return isBetween(c, U'0', U'9'); }

constexpr bool isLetterOrDigit(char32_t c)
{
    if (c < 0x80)
        return isDigit(c) || isBetween(c, U'a', U'z') || isBetween(c, U'A', U'Z');
    if (c < 0xC0)
        return c == 0xAA || c == 0xB5 || c == 0xBA;
    if (c == 0xD7 || c == 0xF7 || c == kBroken)
        return false;
    // Beyond the alphabets: marks, punctuation, signs, private letters and pictures.
    return !isBetween(c, 0x2B0, 0x36F) && !isBetween(c, 0x2000, 0x2BFF) && !isBetween(c, 0x3000, 0x3004)
           && !isBetween(c, 0x3008, 0x3020) && !isBetween(c, 0xD800, 0xF8FF) && !isBetween(c, 0xFE00, 0xFE6F)
           && !isBetween(c, 0xFF00, 0xFF0F) && c < 0x10000;
}

bool isCyrillic(std::string_view word)
{
    const auto first = static_cast<unsigned char>(word.front());
    return first == 0xD0 || first == 0xD1;
}
} // namespace

char32_t takeCodePoint(std::string_view &text)
{
    const auto byte = [&text](size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(0);
    const size_t length = first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
    if (length == 1) {
        text.remove_prefix(1);
        return first;
    }
    if (length == 0 || text.size() < length) {
        text.remove_prefix(1);
        return kBroken;
    }
    char32_t c = first & (0x7Fu >> length);
    for (size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0) != 0x80) {
            text.remove_prefix(1);
            return kBroken;
        }
        c = (c << 6) | (byte(i) & 0x3F);
    }
    text.remove_prefix(length);
    const bool tooLong = (length == 3 && c < 0x800) || (length == 4 && c < 0x10000);
    return tooLong || c > 0x10FFFF || isBetween(c, 0xD800, 0xDFFF) ? kBroken : c;
}

namespace {
struct Utf8
{
    std::array<char, 4> bytes{};
    uint8_t size = 0;
};

constexpr Utf8 utf8Of(char32_t c)
{
    if (c < 0x80)
        return {{char(c)}, 1};
    Utf8 out;
    out.size = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    const char32_t mark = out.size == 2 ? 0xC0 : out.size == 3 ? 0xE0 : 0xF0;
    for (size_t i = out.size; i-- > 1; c >>= 6)
        out.bytes[i] = char(0x80 | (c & 0x3F));
    out.bytes[0] = char(mark | c);
    return out;
}
} // namespace

void appendUtf8(std::string &out, char32_t c)
{
    const Utf8 written = utf8Of(c);
    out.append(written.bytes.data(), written.size);
}

std::string folded(std::string_view text)
{
    const auto isAscii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
    const auto plain = size_t(std::find_if_not(text.begin(), text.end(), isAscii) - text.begin());
    std::string out(text.substr(0, plain));
    for (char &c : out)
        c = char(lower(char32_t(c)));
    text.remove_prefix(plain);
    while (!text.empty()) {
        const char32_t c = lower(takeCodePoint(text));
        if (c != kBroken)
            appendUtf8(out, c);
    }
    return out;
}

namespace {
// What a character is to words, and how it is written in them.
struct Reading
{
    enum Kind : uint8_t { Other, Letter, Digit };
    Kind kind = Other;
    Utf8 written;
};

constexpr Reading readingOf(char32_t c)
{
    c = lower(c);
    if (c == U'ё')
        c = U'е';
    return {isDigit(c) ? Reading::Digit : isLetterOrDigit(c) ? Reading::Letter : Reading::Other, utf8Of(c)};
}

// Nearly all of a text: ASCII, and what begins with the two bytes of Cyrillic.
constexpr auto kAscii = [] {
    std::array<Reading, 0x80> readings{};
    for (char32_t c = 0; c < readings.size(); ++c)
        readings[c] = readingOf(c);
    return readings;
}();
constexpr char32_t kCyrillicFirst = 0x400;
constexpr auto kCyrillic = [] {
    std::array<Reading, 0x80> readings{};
    for (char32_t c = 0; c < readings.size(); ++c)
        readings[c] = readingOf(kCyrillicFirst + c);
    return readings;
}();

bool beginsCyrillic(std::string_view text)
{
    return text.size() > 1 && (static_cast<unsigned char>(text[0]) & 0xFE) == 0xD0
           && (static_cast<unsigned char>(text[1]) & 0xC0) == 0x80;
}
} // namespace

bool WordReader::next()
{
    std::string_view rest = m_rest;
    size_t size = 0;
    int letters = 0;
    Reading::Kind before = Reading::Other;
    while (!rest.empty()) {
        const std::string_view at = rest;
        const auto first = static_cast<unsigned char>(at.front());
        Reading slow;
        const Reading *reading = &slow;
        if (first < 0x80) {
            reading = &kAscii[first];
            rest.remove_prefix(1);
        } else if (beginsCyrillic(at)) {
            reading = &kCyrillic[size_t(first & 1) << 6 | (static_cast<unsigned char>(at[1]) & 0x3F)];
            rest.remove_prefix(2);
        } else {
            std::string_view odd = at;
            slow = readingOf(takeCodePoint(odd));
            rest = odd;
        }
        const bool belongs = reading->kind != Reading::Other;
        const bool turns = belongs && letters > 0 && reading->kind != before;
        if (belongs && !turns) {
            before = reading->kind;
            if (++letters <= kLettersMost) {
                std::copy_n(reading->written.bytes.data(), 4, m_word.data() + size);
                size += reading->written.size;
            }
            continue;
        }
        if (turns)
            rest = at;
        if (letters > 0 && letters <= kLettersMost)
            break;
        size = 0;
        letters = 0;
    }
    m_rest = rest;
    m_size = size;
    return letters > 0 && letters <= kLettersMost;
}

std::vector<std::string> words(std::string_view text)
{
    std::vector<std::string> list;
    WordReader().read(text, [&list](std::string_view word) { list.emplace_back(word); });
    return list;
}

void Stemmer::Free::operator()(sb_stemmer *stemmer) const { sb_stemmer_delete(stemmer); }

Stemmer::Stemmer() : m_russian(sb_stemmer_new("russian", "UTF_8")), m_english(sb_stemmer_new("english", "UTF_8")) {}
Stemmer::~Stemmer() = default;

std::string_view Stemmer::operator()(std::string_view word)
{
    if (word.empty() || isDigit(char32_t(word.front())))
        return word;
    const bool latin = static_cast<unsigned char>(word.front()) < 0x80;
    sb_stemmer *stemmer = latin ? m_english.get() : isCyrillic(word) ? m_russian.get() : nullptr;
    if (!stemmer)
        return word;
    const sb_symbol *stem = sb_stemmer_stem(stemmer, reinterpret_cast<const sb_symbol *>(word.data()), int(word.size()));
    if (!stem)
        return word;
    return {reinterpret_cast<const char *>(stem), size_t(sb_stemmer_length(stemmer))};
}

Stemmer &Stemmer::ofThread()
{
    thread_local Stemmer stemmer;
    return stemmer;
}

std::u32string codePoints(std::string_view text)
{
    std::u32string out;
    while (!text.empty())
        out += takeCodePoint(text);
    return out;
}

int editDistance(std::u32string_view a, std::u32string_view b, int limit)
{
    const size_t n = a.size();
    const size_t m = b.size();
    if (int(std::max(n, m) - std::min(n, m)) > limit)
        return limit + 1;
    thread_local std::vector<int> before, previous, current;
    before.assign(m + 1, 0);
    previous.resize(m + 1);
    current.resize(m + 1);
    for (size_t j = 0; j <= m; ++j)
        previous[j] = int(j);
    for (size_t i = 1; i <= n; ++i) {
        current[0] = int(i);
        int best = current[0];
        for (size_t j = 1; j <= m; ++j) {
            int cost = std::min({previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (a[i - 1] != b[j - 1] ? 1 : 0)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                cost = std::min(cost, before[j - 2] + 1);
            current[j] = cost;
            best = std::min(best, cost);
        }
        if (best > limit)
            return limit + 1;
        before.swap(previous);
        previous.swap(current);
    }
    return previous[m];
}

} // namespace cargo::search::engine
