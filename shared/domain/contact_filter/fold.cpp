#include "shared/domain/contact_filter/fold.h"

#include "shared/domain/contact_filter/fold_tables.h"

#include <QString>

#include <algorithm>
#include <array>
#include <utility>

namespace cargo::contact_filter {

namespace {
quint8 kindOf(char16_t c)
{
    if (isFoldedDigit(c))
        return Cell::Digit;
    if (c == u' ')
        return Cell::Blank;
    if (c == u'\n')
        return Cell::Line;
    if (isPicture(c))
        return Cell::Picture;
    if (!isFoldedLetter(c))
        return Cell::Sign;
    return isLatinLetter(c) ? Cell::Latin : isCyrillicLetter(c) ? Cell::Cyrillic : Cell::OtherLetter;
}

// Latin and Cyrillic, which nearly all text is: one look-up. A kind of 0 tells that what stands around a character may change
// how it is read.
std::array<Form, 0x530> makePlain()
{
    std::array<Form, 0x530> table{};
    for (char32_t c = 0; c < table.size(); ++c) {
        const bool cyrillic = c >= 0x400 && QChar::isLetter(c);
        if (c >= 0x80 && !cyrillic)
            continue;
        const char32_t lower = QChar::toLower(c);
        const bool odd = cyrillic && plainForm(lower) != 0;
        const char16_t to = odd ? plainForm(lower) : lower == U'ё' ? u'е' : char16_t(lower);
        table[c] = {to, quint8((lower != c ? Cell::Upper : 0) | (odd ? Cell::Odd : 0))};
    }
    table['\t'] = table[0] = {u' ', 0};
    table['\r'] = table[0x0b] = table[0x0c] = {u'\n', 0};
    for (const char16_t c : {u'\'', u'`'})
        table[c] = {u'\'', 0};
    for (char32_t c = 1; c < 0x20; ++c) {
        if (c != '\t' && c != '\n' && c != '\r')
            table[c] = {kOther, 0};
    }
    for (char32_t c = 0; c < table.size(); ++c)
        table[c].kind = table[c].c && c != '&' && c != '%' && table[c].c != u'\'' ? kindOf(table[c].c) : quint8(0);
    return table;
}

// The last plain character of a compatibility form ("ﬁ" gives i): enough to read single letters and signs.
char32_t decomposed(char32_t c, bool *marked)
{
    for (int round = 0; round < 4; ++round) {
        const QString form = QChar::decomposition(c);
        if (form.isEmpty())
            return c;
        char32_t first = form.at(0).unicode();
        if (form.at(0).isHighSurrogate() && form.size() > 1)
            first = QChar::surrogateToUcs4(form.at(0), form.at(1));
        *marked = *marked || QChar::decompositionTag(c) == QChar::Canonical;
        c = first;
    }
    return c;
}

Form foldRare(char32_t c)
{
    if (const char16_t digit = oddDigit(c))
        return {digit, Cell::Odd};
    if (const char16_t letter = oddLetter(c))
        return {letter, Cell::Odd};
    if (const char16_t turned = turnedForm(c))
        return {turned, Cell::Odd | Cell::Turned};
    const quint8 upper = QChar::isUpper(c) ? Cell::Upper : 0;
    const char32_t lower = QChar::toLower(c);
    if (const char16_t form = plainForm(lower))
        return {form, quint8(upper | (isFoldedLetter(form) ? Cell::Odd : 0))};
    if (QChar::isSpace(c))
        return {char16_t(c == 0x2028 || c == 0x2029 || c == 0x85 ? u'\n' : u' '), 0};
    if (c >= 0xac00 && c <= 0xd7a3) // Hangul would come apart
        return {char16_t(c), 0};
    bool marked = false;
    const char32_t plain = QChar::toLower(decomposed(lower, &marked));
    if (plain != lower && plain < 0x530) {
        if (plain == U' ')
            return {u' ', 0};
        const char16_t form = plain >= 0x80 ? plainForm(plain) : u'\0';
        return {form ? form : char16_t(plain), quint8(upper | (marked ? 0 : Cell::Odd))};
    }
    if (QChar::isLetter(c) && plain < 0x10000)
        return {char16_t(plain), upper};
    const QChar::Category category = QChar::category(c);
    return {category == QChar::Symbol_Other || category == QChar::Other_NotAssigned || c > 0xffff ? kPicture : kOther, 0};
}

// "&commat;": the signs that addresses hold by the names that web pages know. Returns where it ends; `at` when it is none.
qsizetype readNamedEscape(QStringView text, qsizetype at, char32_t *c)
{
    static constexpr std::pair<QStringView, char16_t> kNames[] = {{u"&commat;", u'@'}, {u"&period;", u'.'}, {u"&sol;", u'/'},
                                                                  {u"&lowbar;", u'_'}, {u"&plus;", u'+'},   {u"&num;", u'#'},
                                                                  {u"&colon;", u':'},  {u"&hyphen;", u'-'}, {u"&dash;", u'-'}};
    for (const auto &[name, sign] : kNames) {
        if (text.sliced(at).startsWith(name)) {
            *c = sign;
            return at + name.size();
        }
    }
    return at;
}

// "&#64;" and "%40": a character by its number, as web pages and addresses write it. Returns where it ends; `at` when there
// is none.
qsizetype readEscape(QStringView text, qsizetype at, char32_t *c)
{
    constexpr qsizetype kLongest = 9;
    const qsizetype end = std::min(text.size(), at + kLongest);
    char32_t value = 0;
    if (text[at] == u'%') {
        if (at + 2 >= text.size())
            return at;
        bool ok = false;
        value = text.sliced(at + 1, 2).toUInt(&ok, 16);
        // Those that addresses hold; "50%20" is a share. A plus stands before a number.
        const bool inside = at > 0 && text[at - 1].isLetterOrNumber();
        if (!ok || !(inside ? QStringView(u"@./:_-") : QStringView(u"+")).contains(QChar(value)))
            return at;
        *c = value;
        return at + 3;
    }
    if (at + 3 < text.size() && text[at + 1] != u'#')
        return readNamedEscape(text, at, c);
    if (at + 3 >= text.size())
        return at;
    const bool hex = text[at + 2] == u'x' || text[at + 2] == u'X';
    for (qsizetype i = at + (hex ? 3 : 2); i < end; ++i) {
        if (text[i] == u';') {
            *c = value;
            return value >= 0x20 && value < 0x10000 && !QChar::isSurrogate(value) ? i + 1 : at;
        }
        bool ok = false;
        const uint digit = text.sliced(i, 1).toUInt(&ok, hex ? 16 : 10);
        if (!ok)
            return at;
        value = value * (hex ? 16 : 10) + digit;
    }
    return at;
}

bool isMark(char32_t c) { return QChar::isMark(c) || isInvisible(c) || (c >= 0x1f3fb && c <= 0x1f3ff); }

// Signs, letters with accents and pictures that chats are full of: what foldRare() says of them is kept. c is 0 for marks.
class RareForms
{
public:
    RareForms()
    {
        for (size_t at = 0; at < m_forms.size(); ++at) {
            const char32_t c = at < kAccents ? char32_t(kAccentFirst + at) : char32_t(kSignFirst + at - kAccents);
            m_forms[at] = isMark(c) ? Form{} : foldRare(c);
        }
    }

    // Nothing for a character that is not among them.
    const Form *find(char32_t c) const
    {
        if (c >= kAccentFirst && c < kAccentFirst + kAccents)
            return &m_forms[c - kAccentFirst];
        return c >= kSignFirst && c < kSignFirst + kSigns ? &m_forms[c - kSignFirst + kAccents] : nullptr;
    }

private:
    static constexpr char32_t kAccentFirst = 0x80;
    static constexpr size_t kAccents = 0x400 - 0x80;
    static constexpr char32_t kSignFirst = 0x2000;
    static constexpr size_t kSigns = 0x800;
    std::array<Form, kAccents + kSigns> m_forms;
};

bool joinsLetters(char16_t c) { return isFoldedLetter(c); }
} // namespace

bool isFoldedLetter(char16_t c)
{
    return isLatinLetter(c) || (c >= u'\u0430' && c <= u'\u052f') || (c >= 0x80 && QChar::isLetter(char32_t(c)));
}

size_t fold(QStringView text, std::vector<Cell> &cells, std::u16string &chars)
{
    static const std::array<Form, 0x530> kPlain = makePlain();
    static const RareForms kRare;
    const qsizetype size = text.size();
    if (cells.size() < size_t(size))
        cells.resize(size_t(size));
    chars.resize(size_t(size)); // no text has more cells than characters
    Cell *const first = cells.data();
    Cell *end = first; // of those written
    char16_t *charsEnd = chars.data();
    const char16_t *const written = text.utf16();
    bool hidden = false;
    for (qsizetype i = 0; i < size;) {
        // Nearly all text is runs of plain characters.
        if (!hidden) {
            for (; i < size && written[i] < kPlain.size(); ++i, ++end) {
                const Form plain = kPlain[written[i]];
                if (!plain.kind)
                    break;
                *end = {plain, quint32(i), quint32(i + 1)};
                *charsEnd++ = plain.c;
            }
            if (i == size)
                break;
        }
        char32_t c = text[i].unicode();
        qsizetype next = i + 1;
        if (QChar::isHighSurrogate(c) && next < size && text[next].isLowSurrogate())
            c = QChar::surrogateToUcs4(char16_t(c), text[next++].unicode());
        bool escaped = false;
        if ((c == U'&' || c == U'%') && next + 1 < size) {
            const qsizetype after = readEscape(text, i, &c);
            escaped = after > i;
            next = escaped ? after : next;
        }
        Form plain = c < kPlain.size() ? kPlain[c] : Form{};
        if (escaped)
            plain.flags |= Cell::Odd;
        const Form *const rare = plain.c ? nullptr : kRare.find(c);
        if (rare && rare->c) {
            plain = *rare;
        } else if (!plain.c) {
            if (isMark(c)) {
                const bool mark = QChar::isMark(c);
                // A mark belongs to its letter; what cannot be seen, to nothing, but a letter after it knows.
                if (mark && end > first && end[-1].end == quint32(i)) {
                    end[-1].end = quint32(next);
                    if (c < 0xfe00 || c > 0xfe0f)
                        end[-1].flags |= Cell::Marked;
                } else {
                    hidden = true;
                }
                // A picture tied to another is one picture: a dog with a coat is a dog.
                constexpr char32_t kTie = 0x200d;
                const bool picture = end > first && (isPicture(end[-1].c) || (end[-1].c == u'@' && i > 1));
                if (c == kTie && picture && next + 1 < size && text[next].isHighSurrogate() && text[next + 1].isLowSurrogate()) {
                    next += 2;
                    end[-1].end = quint32(next);
                    hidden = false;
                }
                i = next;
                continue;
            }
            plain = foldRare(c);
        }
        // An apostrophe inside a word: "п'ять", "devyat'sot".
        if (plain.c == u'\'' && end > first && joinsLetters(end[-1].c) && next < size) {
            const char16_t after = text[next].unicode();
            const bool letter = after < kPlain.size() ? isFoldedLetter(kPlain[after].c) : QChar::isLetter(after);
            if (letter && !text[next].isUpper()) {
                i = next;
                continue;
            }
        }
        plain.flags |= hidden ? Cell::Hidden : 0;
        plain.kind = plain.kind ? plain.kind : kindOf(plain.c);
        *end++ = {plain, quint32(i), quint32(next)};
        *charsEnd++ = plain.c;
        hidden = false;
        i = next;
    }
    chars.resize(size_t(end - first));
    return chars.size();
}

} // namespace cargo::contact_filter
