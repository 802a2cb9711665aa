#include "shared/domain/contact_filter/scan.h"

#include <algorithm>
#include <array>

namespace cargo::contact_filter {

namespace {
using Type = Token::Type;

constexpr size_t kChunkMax = 64; // tokens: nobody's number or name is longer, and time stays linear

struct Class
{
    enum Alphabet : quint8 { None, Latin = 1, Cyrillic = 2, Other = 4 };
    Type type = Type::Sign;
    quint8 alphabet = None;
};

Class slowClassOf(char16_t c)
{
    if (isFoldedDigit(c))
        return {Type::Digits};
    if (c == u' ')
        return {Type::Blank};
    if (c == u'\n')
        return {Type::Line};
    if (isPicture(c))
        return {Type::Picture};
    if (!isFoldedLetter(c))
        return {Type::Sign};
    return {Type::Word, quint8(isLatinLetter(c) ? Class::Latin : isCyrillicLetter(c) ? Class::Cyrillic : Class::Other)};
}

// Latin and Cyrillic, which nearly all text is.
using PlainClasses = std::array<Class, 0x530>;
const PlainClasses &plainClasses()
{
    static const PlainClasses kClasses = [] {
        PlainClasses classes{};
        for (size_t i = 0; i < classes.size(); ++i)
            classes[i] = slowClassOf(char16_t(i));
        return classes;
    }();
    return kClasses;
}

// Letters of two alphabets in one word: it is read in the alphabet in which all of it can be read.
void readMixed(Scan &scan, Token &token, int latin, int cyrillic)
{
    const std::u16string_view word = scan.text(token);
    token.word = lookUpExact(word); // "teleграм" stands in the tables as it is
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
        token.word = lookUp(as);
        if (token.word)
            return;
    }
    const std::u16string asCyrillic = canCyrillic ? as : std::u16string();
    if (read(isLatinLetter, latinLookAlike)) {
        token.word = lookUp(as);
        if (latin >= cyrillic || token.word || !canCyrillic) {
            token.flags |= Token::Latin;
            std::copy(as.begin(), as.end(), scan.chars.begin() + token.text);
            return;
        }
    }
    if (!asCyrillic.empty())
        std::copy(asCyrillic.begin(), asCyrillic.end(), scan.chars.begin() + token.text);
}

// `alphabets` and `flags`: those of all its cells together.
void describeWord(Scan &scan, Token &token, quint8 alphabets, quint8 flags)
{
    int latin = alphabets == Class::Latin ? int(token.size) : 0;
    int cyrillic = alphabets == Class::Cyrillic ? int(token.size) : 0;
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
    scan.cyrillic += cyrillic > latin ? 1 : 0;
    if (latin && cyrillic) {
        token.flags |= Token::Mixed;
        readMixed(scan, token, latin, cyrillic);
        return;
    }
    if (alphabets == Class::Latin)
        token.flags |= Token::Latin;
    token.word = lookUp(scan.text(token));
    // "CEMb", "BOCEMb": Russian in Latin letters that look the same. Only when nothing else reads it.
    if (token.word || !latin || token.size < 3 || token.size > 16 || !upper)
        return;
    std::u16string as;
    for (quint32 i = 0; i < token.size; ++i) {
        char16_t to = cyrillicLookAlike(cells[i].c);
        if (cells[i].c == u'b' && i + 1 == token.size)
            to = u'ь';
        if (!to)
            return;
        as += to;
    }
    const Entry *entry = lookUpExact(as);
    if (entry && entry->has(kNumeral | kNetwork | kSign)) {
        token.word = entry;
        token.flags |= Token::Mixed;
    }
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
            word.text = quint32(m_scan.chars.size());
            word.size = quint32(length);
            word.flags |= Token::Spelled;
            word.word = entry;
            m_scan.hints |= entry->hints;
            m_scan.chars += letters.substr(at, length);
            out.push_back(word);
            copied = to + 1;
            at += length;
        }
        Q_UNUSED(last)
        for (size_t k = copied; k <= m_letters.back(); ++k)
            out.push_back(m_scan.tokens[k]);
        return m_letters.back() + 1;
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

void scan(QStringView text, Scan &into)
{
    const size_t size = into.size = fold(text, into.cells);
    into.chars.resize(size);
    into.tokens.clear();
    into.marks.clear();
    into.tokens.reserve(size / 2 + 8);
    into.hints = 0;
    into.words = into.digits = into.cyrillic = into.longest = into.strokes = into.signs = 0;
    into.hasSigns = into.hasLayout = false;
    const PlainClasses &classes = plainClasses();
    const auto classOf = [&classes](char16_t c) { return c < classes.size() ? classes[c] : slowClassOf(c); };
    int singles = 0;
    const Cell *const cells = into.cells.data();
    char16_t *const chars = into.chars.data();
    for (size_t i = 0; i < size; ++i)
        chars[i] = cells[i].c;
    for (size_t i = 0; i < size;) {
        const Cell &cell = cells[i];
        const Class first = classOf(cell.c);
        Token &token = into.tokens.emplace_back();
        token.type = first.type;
        size_t end = i + 1;
        quint8 alphabets = first.alphabet;
        quint8 flags = cell.flags;
        if (token.type == Type::Word || token.type == Type::Digits) {
            for (; end < size; ++end) {
                const Class next = classOf(cells[end].c);
                if (next.type != token.type)
                    break;
                alphabets |= next.alphabet;
                flags |= cells[end].flags;
            }
        }
        token.start = cell.start;
        token.end = cells[end - 1].end;
        token.text = quint32(i);
        token.size = quint32(end - i);
        if (token.type == Type::Word) {
            describeWord(into, token, alphabets, flags);
            into.words += 1;
            singles += token.size == 1 ? 1 : 0;
            if (isMark(into, token))
                into.marks.push_back(quint32(into.tokens.size() - 1));
            if (token.word)
                into.hints |= token.word->hints;
            else
                into.longest = std::max(into.longest, int(token.size));
            if (!token.word && token.size > 3 && !into.hasLayout)
                into.hasLayout = into.text(token).find(u'ю') != std::u16string_view::npos;
        } else if (token.type == Type::Digits) {
            into.digits += int(token.size);
            if (flags & (Cell::Odd | Cell::Marked))
                token.flags |= Token::Odd;
            if (flags & Cell::Hidden)
                token.flags |= Token::Hidden;
        } else if (token.type == Type::Picture && cell.c != kPicture) {
            token.word = lookUpExact(cell.c == kPhonePicture  ? u"телефон"
                                     : cell.c == kMailPicture ? u"почта"
                                     : cell.c == kWinkPicture ? u"намек"
                                                              : u"самолетик");
            if (isMark(into, token))
                into.marks.push_back(quint32(into.tokens.size() - 1));
            into.hints |= token.word ? token.word->hints : 0;
        } else if (token.type == Type::Sign) {
            into.marks.push_back(quint32(into.tokens.size() - 1));
            token.sign = cell.c;
            into.signs += 1;
            into.strokes += cell.c == u'.' || cell.c == u'-' ? 1 : 0;
            into.hasSigns =
                into.hasSigns || cell.c == u'@' || cell.c == u'.' || cell.c == u'/' || cell.c == u'_' || cell.c == u'#';
        }
        i = end;
    }
    if (singles >= 3 && SpelledWords(into).join())
        findMarks(into);
}

} // namespace cargo::contact_filter
