#include "shared/domain/contact_filter/lexicon.h"

#include "shared/domain/contact_filter/fold.h"
#include "shared/domain/contact_filter/lexicon_builder.h"

#include <algorithm>
#include <array>
#include <bit>
#include <bitset>
#include <vector>

namespace cargo::contact_filter {

namespace {
constexpr quint32 kSeed = 2166136261u;
constexpr size_t kWordMax = LexiconBuilder::kWordMax;
constexpr size_t kStemMin = 2;
constexpr size_t kTailMax = LexiconBuilder::kTailMax;

// Ends that are words of other senses, or no end by themselves ("xn--p1ai").
constexpr std::u16string_view kNamedHostEnds[] = {u"онлайн", u"сайт", u"москва", u"орг", u"рус", u"xn"};

constexpr quint32 mix(quint32 hash, char16_t c) { return (hash ^ c) * 16777619u; }

// How a word sounds, roughly: unstressed vowels alike, no signs, voiced consonants as voiceless, no doubled letters.
// «девецот» and «девятьсот» are one.
void sound(std::u16string_view word, std::u16string &out)
{
    out.clear();
    const auto put = [&out](char16_t c) {
        if (!out.empty() && out.back() == c)
            return;
        // «пяаать»: no numeral has two vowels in a row
        constexpr std::u16string_view kVowels = u"аиу";
        if (!out.empty() && kVowels.find(c) != kVowels.npos && kVowels.find(out.back()) != kVowels.npos)
            return;
        if (c == u'с' && !out.empty() && (out.back() == u'т' || out.back() == u'ц')) {
            out.back() = u'ц';
            return;
        }
        if (c == u'ц' && !out.empty() && out.back() == u'т')
            out.pop_back();
        if (c == u'т' && !out.empty() && out.back() == u'ц')
            return;
        out.push_back(c);
    };
    for (const char16_t c : word) {
        switch (c) {
        case u'ь':
        case u'ъ': break;
        case u'о': put(u'а'); break;
        case u'е':
        case u'я':
        case u'э':
        case u'ы': put(u'и'); break;
        case u'ю': put(u'у'); break;
        case u'д': put(u'т'); break;
        case u'б': put(u'п'); break;
        case u'г': put(u'к'); break;
        case u'з': put(u'с'); break;
        case u'в': put(u'ф'); break;
        case u'ж': put(u'ш'); break;
        default: put(c);
        }
    }
}

bool oneEditApart(std::u16string_view a, std::u16string_view b)
{
    if (a.size() > b.size())
        std::swap(a, b);
    if (b.size() - a.size() > 1)
        return false;
    size_t i = 0;
    while (i < a.size() && a[i] == b[i])
        ++i;
    if (a.size() < b.size())
        return a.substr(i) == b.substr(i + 1);
    if (i == a.size() || a.substr(i + 1) == b.substr(i + 1))
        return true;
    return i + 1 < a.size() && a[i] == b[i + 1] && a[i + 1] == b[i] && a.substr(i + 2) == b.substr(i + 2);
}

// The letters of a word, a bit each. One edit takes one away and adds one at most.
quint32 lettersOf(std::u16string_view word)
{
    quint32 letters = 0;
    for (const char16_t c : word)
        letters |= 1u << (c & 31u);
    return letters;
}

class Lexicon
{
public:
    Q_NEVER_INLINE Lexicon()
    {
        LexiconBuilder builder;
        addNumerals(builder);
        addForeignNumerals(builder);
        addHonestWords(builder);
        addCues(builder);
        addNetworks(builder);
        addHosts(builder);
        addSigns(builder);
        addCommonWords(builder);
        size_t capacity = 1;
        while (capacity < builder.entries().size() * 3 / 2)
            capacity *= 2;
        m_words.resize(capacity);
        for (const auto &[word, entry] : builder.entries())
            insert(word, entry);
        for (const std::u16string_view label : kNamedHostEnds)
            addHostEnd(label);
        for (const auto &[word, entry] : builder.entries()) {
            if (entry.has(kNumeral) && !entry.weak && !entry.foreign && word.size() >= 3) {
                sound(word, m_sounds.emplace_back().key);
                m_sounds.back().entry = find(word, hashOf(word));
            }
        }
        std::sort(m_sounds.begin(), m_sounds.end(), [](const Sound &a, const Sound &b) { return a.key < b.key; });
        m_sounds.erase(
            std::unique(m_sounds.begin(), m_sounds.end(), [](const Sound &a, const Sound &b) { return a.key == b.key; }),
            m_sounds.end());
        for (const Sound &sound : m_sounds)
            m_outlines.push_back({lettersOf(sound.key), sound.key.front(), quint16(sound.key.size())});
    }

    static quint32 hashOf(std::u16string_view word)
    {
        quint32 hash = kSeed;
        for (const char16_t c : word)
            hash = mix(hash, c);
        return hash;
    }

    const Entry *find(std::u16string_view word, quint32 hash) const
    {
        if (!m_known[(hash >> 7) & (m_known.size() - 1)])
            return nullptr;
        for (size_t at = hash & (m_words.size() - 1);; at = (at + 1) & (m_words.size() - 1)) {
            const Word &known = m_words[at];
            if (!known.size)
                return nullptr;
            if (isWord(known, word))
                return &known.entry;
        }
    }

    const Entry *findWithStem(std::u16string_view word) const
    {
        std::array<quint32, kWordMax + 1> hashes;
        quint32 hash = kSeed;
        const size_t size = word.size();
        for (size_t i = 0; i < size; ++i) {
            hash = mix(hash, word[i]);
            hashes[i + 1] = hash;
        }
        if (const Entry *entry = find(word, hash))
            return entry;
        // Which beginnings may be stems, the longest first; nearly always none.
        quint32 stems = 0;
        const size_t tails = size > kStemMin ? std::min(kTailMax, size - kStemMin) : 0;
        for (size_t tail = 1; tail <= tails; ++tail)
            stems |= quint32(m_stems[(hashes[size - tail] >> 5) & (m_stems.size() - 1)]) << tail;
        for (; stems; stems &= stems - 1) {
            const auto tail = size_t(std::countr_zero(stems));
            const Entry *entry = find(word.substr(0, size - tail), hashes[size - tail]);
            if (entry && entry->stemTail >= tail)
                return entry;
        }
        return nullptr;
    }

    bool mayEndHost(quint32 hash) const { return m_hostEnds[hash & (m_hostEnds.size() - 1)]; }

    bool mayBeNumeral(quint32 hash) const { return m_numerals[hash & (m_numerals.size() - 1)]; }

    const Entry *likeNumeral(std::u16string_view word, size_t shortest) const
    {
        // No numeral begins with another letter.
        static constexpr std::u16string_view kFirst = u"аоднпстшщчвфеиязzotfsen";
        if (kFirst.find(word.front()) == std::u16string_view::npos)
            return nullptr;
        thread_local std::u16string key; // keeps its memory from word to word
        sound(word, key);
        const auto same = std::lower_bound(m_sounds.begin(), m_sounds.end(), key,
                                           [](const Sound &a, const std::u16string &k) { return a.key < k; });
        if (same != m_sounds.end() && same->key == key)
            return same->entry;
        if (key.size() < shortest)
            return nullptr;
        const auto first = std::lower_bound(m_sounds.begin(), m_sounds.end(), key.front(),
                                            [](const Sound &a, char16_t c) { return a.key.front() < c; });
        const quint32 letters = lettersOf(key);
        for (size_t at = size_t(first - m_sounds.begin()); at < m_outlines.size(); ++at) {
            const Outline outline = m_outlines[at];
            if (outline.first != key.front())
                break;
            const quint32 others = outline.letters ^ letters;
            const quint32 rest = others & (others - 1);
            if ((rest & (rest - 1)) == 0 && outline.size >= shortest && outline.size + 1u >= key.size()
                && outline.size <= key.size() + 1 && oneEditApart(key, m_sounds[at].key))
                return m_sounds[at].entry;
        }
        return nullptr;
    }

private:
    // A line of memory: a look-up that finds its word touches one, mostly, and one that finds none seldom any.
    struct alignas(64) Word
    {
        static constexpr size_t kLettersMax = 19;
        Entry entry;
        quint16 size = 0;
        std::array<char16_t, kLettersMax> letters{}; // of a longer word, its place in m_longWords
    };
    static_assert(sizeof(Word) == 64);
    struct Sound
    {
        std::u16string key;
        const Entry *entry = nullptr;
    };
    // What tells most sounds apart from a word, close together.
    struct Outline
    {
        quint32 letters = 0;
        char16_t first = 0;
        quint16 size = 0;
    };

    bool isWord(const Word &known, std::u16string_view word) const
    {
        if (known.size != word.size())
            return false;
        return known.size <= Word::kLettersMax ? std::equal(word.begin(), word.end(), known.letters.begin())
                                               : m_longWords[known.letters[0]] == word;
    }

    void insert(const std::u16string &word, const Entry &entry)
    {
        const quint32 hash = hashOf(word);
        size_t at = hash & (m_words.size() - 1);
        while (m_words[at].size)
            at = (at + 1) & (m_words.size() - 1);
        Word &known = m_words[at];
        known.entry = entry;
        known.size = quint16(word.size());
        if (word.size() <= Word::kLettersMax) {
            std::copy(word.begin(), word.end(), known.letters.begin());
        } else {
            known.letters[0] = char16_t(m_longWords.size());
            m_longWords.push_back(word);
        }
        m_known.set((hash >> 7) & (m_known.size() - 1));
        if (entry.stemTail)
            m_stems.set((hash >> 5) & (m_stems.size() - 1));
        if (entry.has(kNumeral) && !entry.weak)
            m_numerals.set(hash & (m_numerals.size() - 1));
        if (entry.has(kTop | kSpokenTop))
            addHostEnd(word);
        if (entry.has(kNetworkHost))
            addHostEnd(std::u16string_view(word).substr(word.rfind(u'.') + 1));
    }

    void addHostEnd(std::u16string_view label) { m_hostEnds.set(hashOf(label) & (m_hostEnds.size() - 1)); }

    std::vector<Word> m_words; // by their hashes
    std::vector<std::u16string> m_longWords;
    // Most words are not here: eight kilobytes answer for them.
    std::bitset<1 << 16> m_known;
    std::bitset<1 << 15> m_stems;
    std::bitset<1 << 14> m_numerals;
    std::bitset<1 << 13> m_hostEnds;
    std::vector<Sound> m_sounds;     // sorted
    std::vector<Outline> m_outlines; // of each sound
};

const Lexicon &lexicon()
{
    static const Lexicon built;
    return built;
}
} // namespace

const Entry *lookUp(std::u16string_view word)
{
    return word.empty() || word.size() > kWordMax ? nullptr : lexicon().findWithStem(word);
}

const Entry *lookUpExact(std::u16string_view word)
{
    return word.empty() || word.size() > kWordMax ? nullptr : lexicon().find(word, Lexicon::hashOf(word));
}

namespace {
// How many times a letter of a run is kept.
enum class Run : quint8 { Once, Never, Twice };

// A run is a letter three times or more; a doubled letter counts as one where all are written once.
size_t withoutRuns(std::u16string_view word, Run keep, std::array<char16_t, kWordMax> &out)
{
    size_t size = 0;
    for (size_t first = 0; first < word.size();) {
        size_t last = first;
        while (last < word.size() && word[last] == word[first])
            ++last;
        const size_t length = last - first;
        const size_t kept = keep == Run::Once ? 1 : length < 3 ? length : keep == Run::Never ? 0 : 2;
        for (size_t k = 0; k < kept && size < out.size(); ++k)
            out[size++] = word[first];
        first = last;
    }
    return size;
}
} // namespace

const Entry *lookUpStretched(std::u16string_view word)
{
    constexpr size_t kShortest = 3;
    // Of three alike in a row two begin at an even place: nearly every word is told apart by half of its letters.
    bool stretched = false;
    for (size_t i = 1; i < word.size() && !stretched; i += 2) {
        stretched =
            word[i] == word[i - 1] && ((i + 1 < word.size() && word[i + 1] == word[i]) || (i > 1 && word[i - 2] == word[i]));
    }
    if (!stretched)
        return nullptr;
    for (const Run keep : {Run::Once, Run::Never, Run::Twice}) {
        std::array<char16_t, kWordMax> letters;
        const size_t size = withoutRuns(word, keep, letters);
        const Entry *entry = size < kShortest ? nullptr : lookUpExact({letters.data(), size});
        if (entry && entry->has(kNumeral | kNetwork | kMailbox | kDial) && !entry->weak && !entry->has(kDoubtful))
            return entry;
    }
    return nullptr;
}

const Entry *numeralLike(std::u16string_view word, bool afterNumeral)
{
    return word.size() < 3 || word.size() > 16 || !(isCyrillicLetter(word.front()) || isLatinLetter(word.front()))
               ? nullptr
               : lexicon().likeNumeral(word, afterNumeral ? 4 : 6);
}

size_t numeralPrefix(std::u16string_view word, const Entry **numeral)
{
    constexpr size_t kLongest = 14;
    size_t best = 0;
    quint32 hash = kSeed;
    for (size_t i = 0; i < std::min(word.size(), kLongest); ++i) {
        hash = mix(hash, word[i]);
        if (i < 2 || !lexicon().mayBeNumeral(hash))
            continue;
        const Entry *entry = lexicon().find(word.substr(0, i + 1), hash);
        // Short misspellings are beginnings of other numerals.
        constexpr size_t kTypoShortest = 6;
        if (entry && entry->has(kNumeral) && !entry->weak && (!entry->typo || i + 1 >= kTypoShortest)
            && !(entry->many && word[i] == u's')) { // "sevensix" is no "sevens"
            best = i + 1;
            *numeral = entry;
        }
    }
    return best;
}

bool mayEndHost(std::u16string_view label)
{
    if (lexicon().mayEndHost(Lexicon::hashOf(label)))
        return true;
    quint32 hash = kSeed;
    for (const char16_t c : label) {
        const char16_t latin = isCyrillicLetter(c) ? latinLookAlike(c) : c;
        if (!latin)
            return false;
        hash = mix(hash, latin);
    }
    return lexicon().mayEndHost(hash);
}

namespace {
const Entry *hostEntry(std::u16string_view host)
{
    if (host.starts_with(u"www."))
        host.remove_prefix(4);
    if (host.starts_with(u"m.") && host.size() > 6)
        host.remove_prefix(2);
    return lookUpExact(host);
}
} // namespace

Network networkOfHost(std::u16string_view host)
{
    const Entry *entry = hostEntry(host);
    return entry && entry->has(kNetworkHost) ? entry->network : Network::None;
}

bool isNetworkHost(std::u16string_view host) { return networkOfHost(host) != Network::None; }

bool isPublicSite(std::u16string_view host)
{
    const Entry *entry = hostEntry(host);
    return (entry && entry->has(kPublicHost)) || isOffice(host);
}

bool isOffice(std::u16string_view host)
{
    const Entry *entry = hostEntry(host);
    return (entry && entry->has(kOfficeHost)) || host.ends_with(u".gov.ru") || host.ends_with(u".gov");
}

} // namespace cargo::contact_filter
