#include "shared/domain/contact_filter/scan.h"

#include <algorithm>
#include <array>

namespace cargo::contact_filter {

namespace {
using Type = Token::Type;

constexpr size_t kChunkMax = 64; // tokens: nobody's number or name is longer, and time stays linear

// Letters of two alphabets in one word: it is read in the alphabet in which all of it can be read.
void readMixed(Scan &scan, Token &token, int latin, int cyrillic)
{
    const std::u16string_view word = scan.text(token);
    token.setWord(lookUpExact(word)); // "teleграм" stands in the tables as it is
    if (token.word)
        return;
    std::u16string as;
    const auto read = [&](auto &&isOwn, auto &&lookAlike) {
        as.clear();
        for (const char16_t c : word) {
            const char16_t to = isOwn(c) ? c : lookAlike(c);
            if (!to)
                return false;
            as += to;
        }
        return true;
    };
    const bool canCyrillic = read([](char16_t c) { return isCyrillicLetter(c); }, cyrillicLookAlike);
    if (canCyrillic) {
        token.setWord(lookUp(as));
        if (token.word)
            return;
    }
    const std::u16string asCyrillic = canCyrillic ? as : std::u16string();
    if (read(isLatinLetter, latinLookAlike)) {
        token.setWord(lookUp(as));
        if (latin >= cyrillic || token.word || !canCyrillic) {
            token.flags |= Token::Latin;
            std::copy(as.begin(), as.end(), scan.chars.begin() + token.text);
            return;
        }
    }
    if (!asCyrillic.empty())
        std::copy(asCyrillic.begin(), asCyrillic.end(), scan.chars.begin() + token.text);
}

// "CEMb", "BOCEMb": Russian in Latin letters that look the same. Only when nothing else reads it.
const Entry *russianInLatin(const Cell *cells, size_t size)
{
    constexpr size_t kShortest = 3;
    constexpr size_t kLongest = 16;
    if (size < kShortest || size > kLongest)
        return nullptr;
    std::array<char16_t, kLongest> as;
    for (size_t i = 0; i < size; ++i) {
        as[i] = cells[i].c == u'b' && i + 1 == size ? u'ь' : cyrillicLookAlike(cells[i].c);
        if (!as[i])
            return nullptr;
    }
    const Entry *entry = lookUpExact({as.data(), size});
    return entry && entry->has(kNumeral | kNetwork | kSign) ? entry : nullptr;
}

// `alphabets` and `flags`: those of all its cells together. Whether it counts as Cyrillic.
bool describeWord(Scan &scan, Token &token, quint8 alphabets, quint8 flags)
{
    int latin = alphabets == Cell::Latin ? int(token.size) : 0;
    int cyrillic = alphabets == Cell::Cyrillic ? int(token.size) : 0;
    int upper = 0;
    const Cell *cells = scan.cells.data() + token.text;
    if (flags) {
        bool camel = false;
        for (quint32 i = 0; i < token.size; ++i) {
            const bool isUpper = cells[i].flags & Cell::Upper;
            camel = camel || (isUpper && i > 0 && !(cells[i - 1].flags & Cell::Upper));
            upper += isUpper ? 1 : 0;
            if ((cells[i].flags & Cell::Marked) || (i > 0 && (cells[i].flags & Cell::Hidden)))
                token.flags |= Token::Hidden;
        }
        if (flags & Cell::Odd)
            token.flags |= Token::Odd;
        if (cells[0].flags & Cell::Upper)
            token.flags |= Token::Upper;
        if (camel)
            token.flags |= Token::Camel;
        if (upper == int(token.size))
            token.flags |= Token::Caps;
    }
    if (!latin && !cyrillic) {
        for (quint32 i = 0; i < token.size; ++i) {
            latin += isLatinLetter(cells[i].c) ? 1 : 0;
            cyrillic += isCyrillicLetter(cells[i].c) ? 1 : 0;
        }
    }
    if (latin && cyrillic) {
        token.flags |= Token::Mixed;
        readMixed(scan, token, latin, cyrillic);
        return cyrillic > latin;
    }
    if (alphabets == Cell::Latin)
        token.flags |= Token::Latin;
    token.setWord(lookUp(scan.text(token)));
    if (!token.word)
        token.setWord(lookUpStretched(scan.text(token)));
    if (!token.word && latin && upper) {
        token.setWord(russianInLatin(cells, token.size));
        token.flags |= token.word ? Token::Mixed : 0;
    }
    return cyrillic > latin;
}

// «д е в я т ь», "т-е-л-е-г-а": letters with the same gap between them make a word when the lexicon knows all of it.
class SpelledWords
{
public:
    explicit SpelledWords(Scan &scan) : m_scan(scan) {}

    // Whether there were any.
    bool join()
    {
        std::vector<Token> &tokens = m_scan.tokens;
        std::vector<Token> joined;
        size_t copied = 0;
        for (size_t i = 0; i < tokens.size();) {
            const size_t end = isSingle(i) ? runEnd(i) : i;
            if (end < i + 4) {
                i = std::max(end, i) + 1;
                continue;
            }
            m_letters.clear();
            for (size_t k = i; k <= end; ++k) {
                if (isSingle(k))
                    m_letters.push_back(k);
            }
            joined.insert(joined.end(), tokens.begin() + qsizetype(copied), tokens.begin() + qsizetype(i));
            copied = split(i, end, joined);
            i = end + 1;
        }
        if (copied == 0)
            return false;
        joined.insert(joined.end(), tokens.begin() + qsizetype(copied), tokens.end());
        tokens = std::move(joined);
        return true;
    }

private:
    bool isSingle(size_t i) const
    {
        const auto &tokens = m_scan.tokens;
        return i < tokens.size() && tokens[i].is(Type::Word) && tokens[i].size == 1 && (i == 0 || !tokens[i - 1].isAlnum())
               && (i + 1 >= tokens.size() || !tokens[i + 1].isAlnum());
    }

    size_t runEnd(size_t i) const
    {
        const auto &tokens = m_scan.tokens;
        size_t end = i;
        while (true) {
            size_t next = end + 1;
            while (next < tokens.size() && next < end + 4 && (tokens[next].is(Type::Blank) || tokens[next].is(Type::Sign)))
                ++next;
            if (next == end + 1 || !isSingle(next))
                return end;
            end = next;
        }
    }

    static size_t wordAt(std::u16string_view letters, size_t at, const Entry **entry)
    {
        for (size_t n = std::min<size_t>(letters.size() - at, 16); n >= 3; --n) {
            const Entry *found = lookUpExact(letters.substr(at, n));
            if (!found || !found->has(kNumeral | kNetwork | kSign | kDial | kMailbox) || found->weak)
                continue;
            if (entry)
                *entry = found;
            return n;
        }
        return 0;
    }

    // Takes words off the run from its start; letters that make no word stay as they are. Returns the next token to copy.
    size_t split(size_t first, size_t last, std::vector<Token> &out)
    {
        std::u16string letters;
        for (const size_t k : m_letters)
            letters += m_scan.chars[m_scan.tokens[k].text];
        size_t known = 0;
        for (size_t at = 0; at < letters.size();) {
            const size_t length = wordAt(letters, at, nullptr);
            known += length;
            at += std::max<size_t>(length, 1);
        }
        // A few letters that happen to make a word are none: "v o s t o k".
        const bool words = known * 10 >= letters.size() * 6;
        size_t at = 0;
        size_t copied = first;
        while (at < m_letters.size()) {
            const Entry *entry = nullptr;
            const size_t length = words ? wordAt(letters, at, &entry) : 0;
            if (!length) {
                ++at;
                continue;
            }
            const size_t from = m_letters[at];
            const size_t to = m_letters[at + length - 1];
            for (size_t k = copied; k < from; ++k)
                out.push_back(m_scan.tokens[k]);
            Token word = m_scan.tokens[from];
            word.end = m_scan.tokens[to].end;
            word.text = keepLetters(at, length);
            word.size = quint32(length);
            word.flags |= Token::Spelled;
            word.setWord(entry);
            m_scan.hints |= entry->hints;
            out.push_back(word);
            copied = to + 1;
            at += length;
        }
        Q_UNUSED(last)
        for (size_t k = copied; k <= m_letters.back(); ++k)
            out.push_back(m_scan.tokens[k]);
        return m_letters.back() + 1;
    }

    // The word's letters side by side, behind the text: where they begin.
    quint32 keepLetters(size_t at, size_t length)
    {
        const size_t first = m_scan.chars.size();
        m_scan.cells.resize(std::max(m_scan.cells.size(), first + length));
        for (size_t k = 0; k < length; ++k) {
            const size_t letter = m_scan.tokens[m_letters[at + k]].text;
            m_scan.cells[first + k] = m_scan.cells[letter];
            m_scan.chars += m_scan.chars[letter];
        }
        return quint32(first);
    }

    Scan &m_scan;
    std::vector<size_t> m_letters;
};

// "т/г", "t g" are a network's letters taken apart.
bool isMark(const Scan &scan, const Token &token)
{
    return token.has(kMarking) || (token.size == 1 && (scan.text(token) == u"т" || scan.text(token) == u"t"));
}

void findMarks(Scan &scan)
{
    scan.marks.clear();
    for (size_t t = 0; t < scan.tokens.size(); ++t) {
        const Token &token = scan.tokens[t];
        if (token.is(Type::Sign) || isMark(scan, token))
            scan.marks.push_back(quint32(t));
    }
}
} // namespace

size_t Scan::chunkFirst(size_t at) const
{
    const size_t lowest = at > kChunkMax ? at - kChunkMax : 0;
    while (at > lowest && tokens[at - 1].isAlnum() && tokens[at].isAlnum())
        --at;
    return at;
}

size_t Scan::chunkLast(size_t at) const
{
    const size_t highest = std::min(tokens.size(), at + kChunkMax);
    while (at + 1 < highest && tokens[at + 1].isAlnum() && tokens[at].isAlnum())
        ++at;
    return at;
}

namespace {
// The pictures that say what stands beside them, by what they say.
const Entry *wordOfPicture(char16_t picture)
{
    switch (picture) {
    case kPhonePicture: return lookUpExact(u"телефон");
    case kMailPicture: return lookUpExact(u"почта");
    case kWinkPicture: return lookUpExact(u"намек");
    case kPlanePicture: return lookUpExact(u"самолетик");
    default: return nullptr;
    }
}

// Goes over the cells once: runs of letters and of digits, and every other cell by itself.
class Tokenizer
{
public:
    Tokenizer(Scan &scan, size_t size) : m_scan(scan), m_cells(scan.cells.data()), m_size(size) {}

    // Whether something invisible stood in it.
    bool read()
    {
        for (size_t at = 0; at < m_size;) {
            Token &token = m_scan.tokens.emplace_back();
            token.start = m_cells[at].start;
            token.text = quint32(at);
            const quint8 kind = m_cells[at].kind;
            if (kind & Cell::Letter)
                at = readWord(token, at);
            else if (kind & Cell::Digit)
                at = readDigits(token, at);
            else
                at = readOther(token, at);
            token.end = m_cells[at - 1].end;
            m_seen.count(token);
        }
        static_cast<Presence &>(m_scan) = m_seen;
        if (m_singles >= 3 && SpelledWords(m_scan).join())
            findMarks(m_scan);
        return m_allFlags & Cell::Hidden;
    }

private:
    // The cell after the run of `kinds` from cell `at` on, with all that its cells have.
    size_t runEnd(Token &token, size_t at, quint8 kinds)
    {
        const Cell *const first = m_cells + at;
        const Cell *const end = m_cells + m_size;
        const Cell *cell = first;
        quint8 has = 0;
        quint8 flags = 0;
        for (; cell != end && (cell->kind & kinds); ++cell) {
            has |= cell->kind;
            flags |= cell->flags;
        }
        m_kinds = has;
        m_flags = flags;
        m_allFlags |= flags;
        token.size = quint32(cell - first);
        return at + token.size;
    }

    void addMark() { m_scan.marks.push_back(quint32(m_scan.tokens.size() - 1)); }

    size_t readWord(Token &token, size_t at)
    {
        token.type = Type::Word;
        at = runEnd(token, at, Cell::Letter);
        m_seen.cyrillic += describeWord(m_scan, token, m_kinds, m_flags) ? 1 : 0;
        m_singles += token.size == 1 ? 1 : 0;
        if (isMark(m_scan, token))
            addMark();
        if (token.word)
            return at;
        constexpr quint32 kLayoutShortest = 4;
        if (token.size >= kLayoutShortest && !m_seen.hasLayout)
            m_seen.hasLayout = m_scan.text(token).find(u'ю') != std::u16string_view::npos;
        return at;
    }

    size_t readDigits(Token &token, size_t at)
    {
        token.type = Type::Digits;
        at = runEnd(token, at, Cell::Digit);
        if (m_flags & (Cell::Odd | Cell::Marked))
            token.flags |= Token::Odd;
        if (m_flags & Cell::Hidden)
            token.flags |= Token::Hidden;
        return at;
    }

    size_t readOther(Token &token, size_t at)
    {
        const Cell &cell = m_cells[at];
        token.size = 1;
        if (cell.kind == Cell::Sign) {
            token.type = Type::Sign;
            token.sign = cell.c;
            addMark();
        } else if (cell.kind == Cell::Picture) {
            token.type = Type::Picture;
            token.setWord(wordOfPicture(cell.c));
            if (isMark(m_scan, token))
                addMark();
        } else {
            token.type = cell.kind == Cell::Line ? Type::Line : Type::Blank;
        }
        return at + 1;
    }

    Scan &m_scan;
    const Cell *m_cells;
    size_t m_size;
    Presence m_seen;
    int m_singles = 0;
    quint8 m_kinds = 0; // of the last run
    quint8 m_flags = 0;
    quint8 m_allFlags = 0;
};
} // namespace

void scan(QStringView text, Scan &into)
{
    const size_t size = into.size = fold(text, into.cells, into.chars);
    into.tokens.clear();
    into.tokens.reserve(size / 2 + 8);
    into.marks.clear();
    constexpr QChar kRightToLeft(0x202e);
    into.overridden = Tokenizer(into, size).read() && text.contains(kRightToLeft);
    into.hints |= into.overridden ? quint64(kReverse) : 0;
}

} // namespace cargo::contact_filter
