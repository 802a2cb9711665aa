#include "shared/domain/contact_filter/names.h"

#include <algorithm>

namespace cargo::contact_filter {

namespace {
using Type = Token::Type;

constexpr size_t kNameMaxTokens = 40;

bool isNameSign(const Token &token)
{
    return token.isSign(u'_') || token.isSign(u'.') || token.isSign(u'-') || token.isSign(u'#');
}

// «нижнее подчёркивание»
bool isLower(std::u16string_view word) { return word == u"нижнее" || word == u"нижним" || word == u"нижний"; }

// A token after which the name goes on: a tight sign, «подчёркивание» between blanks, " _ ". Returns the next word's token.
size_t continues(const Scan &scan, size_t last, bool *spoken)
{
    const auto &tokens = scan.tokens;
    size_t i = last + 1;
    if (i >= tokens.size())
        return 0;
    if (isNameSign(tokens[i])) {
        while (i + 1 < tokens.size() && tokens[i].isSign(u'_') && tokens[i + 1].isSign(u'_'))
            ++i;
        return i + 1 < tokens.size() && tokens[i + 1].isAlnum() ? i + 1 : 0;
    }
    if (!tokens[i].is(Type::Blank) || i + 3 >= tokens.size())
        return 0;
    ++i;
    if (i + 2 < tokens.size() && isLower(scan.text(i)) && tokens[i + 1].is(Type::Blank))
        i += 2;
    const bool written = tokens[i].isSign(u'_');
    const bool told =
        tokens[i].has(kSign) && (tokens[i].word->sign == u'_' || tokens[i].word->sign == u'.' || tokens[i].word->sign == u'-');
    if ((!written && !told) || i + 2 >= tokens.size() || !tokens[i + 1].is(Type::Blank) || !tokens[i + 2].isAlnum())
        return 0;
    *spoken = true;
    return i + 2;
}

// "v a d i m _ d v": one Latin letter, digit or '_' at a time. The last token; 0 when it is not spelled so.
size_t spelledLast(const Scan &scan, size_t first)
{
    constexpr int kShortest = 5;
    const auto &tokens = scan.tokens;
    const auto single = [&](size_t i) {
        return i < tokens.size() && tokens[i].size == 1
               && ((tokens[i].is(Type::Word) && tokens[i].is(Token::Latin)) || tokens[i].is(Type::Digits)
                   || isNameSign(tokens[i]))
               && (i + 1 == tokens.size() || tokens[i + 1].isGap());
    };
    size_t last = first;
    int count = single(first) && tokens[first].is(Type::Word) ? 1 : 0;
    while (count && count < int(kNameMaxTokens) && last + 2 < tokens.size() && tokens[last + 1].is(Type::Blank)
           && single(last + 2)) {
        last += 2;
        ++count;
    }
    while (last > first && !tokens[last].isAlnum())
        last -= 2;
    return count >= kShortest ? last : 0;
}

// "i*v*a*n": the same sign between single Latin letters and digits. The last token; 0 when it is not written so.
size_t signedLast(const Scan &scan, size_t first)
{
    constexpr int kShortest = 5;
    const auto &tokens = scan.tokens;
    const auto single = [&](size_t i) {
        return i < tokens.size() && tokens[i].size == 1
               && ((tokens[i].is(Type::Word) && tokens[i].is(Token::Latin)) || tokens[i].is(Type::Digits));
    };
    if (!single(first) || tokens[first].is(Type::Digits) || first + 1 >= tokens.size() || !tokens[first + 1].is(Type::Sign))
        return 0;
    size_t last = first;
    int count = 1;
    while (last + 2 < tokens.size() && tokens[last + 1].isSign(tokens[first + 1].sign) && single(last + 2)
           && last < first + kNameMaxTokens) {
        last += 2;
        ++count;
    }
    const bool alone = last + 1 >= tokens.size() || !tokens[last + 1].isAlnum();
    return count >= kShortest && alone && !isNameSign(tokens[first + 1]) ? last : 0;
}

bool isFileLike(const Scan &scan, const Name &name)
{
    const Token &last = scan.tokens[name.last];
    if (last.has(kFile))
        return true;
    static constexpr std::u16string_view kStarts[] = {u"img",  u"dsc",  u"photo",   u"video",   u"screenshot", u"scan",
                                                      u"doc",  u"file", u"vid",     u"report",  u"mov",        u"image",
                                                      u"foto", u"pxl",  u"invoice", u"contract"};
    const std::u16string_view first = scan.text(name.first);
    return std::find(std::begin(kStarts), std::end(kStarts), first) != std::end(kStarts);
}

Name::Quality qualityOf(const Scan &scan, const Name &name)
{
    if (name.letters < 2 || name.text.size() > 40 || isFileLike(scan, name))
        return Name::None;
    const Token &first = scan.tokens[name.first];
    bool camel = false;
    bool caps = true;
    bool allCommon = true;
    for (size_t t = name.first; t <= name.last; ++t) {
        const Token &token = scan.tokens[t];
        if (!token.is(Type::Word))
            continue;
        camel = camel || token.is(Token::Camel);
        caps = caps && token.is(Token::Caps) && token.size > 1;
        allCommon = allCommon && token.has(kCommon | kStop | kUnit | kPlace | kNetwork | kDocument);
    }
    const bool single = name.first + (name.at ? 1 : 0) == name.last;
    const bool underscore = name.text.find(u'_') != std::u16string::npos || name.text.find(u'#') != std::u16string::npos;
    if (name.at)
        return (name.letters >= 3 || (name.letters >= 2 && name.digits >= 3)) && !(single && scan.tokens[name.last].has(kPublic))
                   ? Name::Certain
                   : Name::None;
    if (underscore) {
        if (name.letters < 3 || (caps && name.digits > 2))
            return Name::None;
        // "rhd_import": only just behind a network's word
        constexpr int kLetters = 8;
        if (allCommon && !name.spoken && name.digits == 0)
            return name.letters >= kLetters && name.latin && !caps ? Name::Plain : Name::None;
        return allCommon && !name.spoken ? Name::Marked : Name::Certain;
    }
    if (name.text.starts_with(u"id") && name.letters == 2 && name.digits >= 5)
        return Name::Marked;
    if (!name.latin)
        return Name::None;
    if (isPublicSite(name.text) || isNetworkHost(name.text) || (caps && name.digits > 0))
        return Name::None;
    // "stepwgn96": a name where a nick is told, a model elsewhere.
    if (allCommon && !name.spoken)
        return name.digits > 1 && name.letters >= 4 && name.text.find(u'.') == std::u16string::npos ? Name::Plain : Name::None;
    if (const Entry *whole = lookUpExact(name.text); whole && whole->has(kCommon | kNumeral))
        return Name::None;
    const size_t dot = name.text.rfind(u'.');
    if (dot != std::u16string::npos)
        return name.letters >= 4 && dot > 1 ? Name::Marked : Name::None;
    if (name.spoken)
        return Name::Certain;
    if (name.digits > 0) {
        if (!first.is(Type::Word))
            return Name::None;
        return name.letters >= 4 ? Name::Marked : name.letters >= 2 && name.digits >= 4 ? Name::Plain : Name::None;
    }
    if (single && first.word)
        return Name::None; // a word that means something else
    if (camel && name.letters >= 5)
        return Name::Marked;
    return name.letters >= 4 ? Name::Plain : Name::None;
}

void fill(const Scan &scan, Name &name)
{
    name.text.clear();
    name.letters = name.digits = 0;
    name.latin = true;
    for (size_t t = name.first; t <= name.last; ++t) {
        const Token &token = scan.tokens[t];
        if (token.is(Type::Word)) {
            if (name.spoken && token.has(kSign) && t > name.first && scan.tokens[t - 1].is(Type::Blank)) {
                name.text += token.word->sign;
                continue;
            }
            if (name.spoken && isLower(scan.text(token)))
                continue;
            name.text += scan.text(token);
            name.letters += int(token.size);
            name.latin = name.latin && token.is(Token::Latin);
        } else if (token.is(Type::Digits)) {
            name.text += scan.text(token);
            name.digits += int(token.size);
        } else if (token.is(Type::Sign) && token.sign != u'@') {
            name.text += token.sign;
        }
    }
    name.quality = qualityOf(scan, name);
}
} // namespace

Name readName(const Scan &scan, size_t at)
{
    const auto &tokens = scan.tokens;
    Name name;
    name.first = at;
    size_t i = at;
    if (tokens[i].isSign(u'@')) {
        name.at = true;
        ++i;
        if (i < tokens.size() && tokens[i].isSign(u'_'))
            ++i;
    }
    if (i >= tokens.size() || !tokens[i].isAlnum())
        return name;
    name.last = scan.chunkLast(i);
    if (const size_t last = std::max(spelledLast(scan, i), signedLast(scan, i))) {
        name.last = last;
        name.spoken = true;
        fill(scan, name);
        return name;
    }
    while (name.last < at + kNameMaxTokens) {
        const size_t next = continues(scan, name.last, &name.spoken);
        if (!next)
            break;
        name.last = scan.chunkLast(next);
    }
    while (name.last + 1 < tokens.size() && tokens[name.last + 1].isSign(u'_'))
        ++name.last;
    fill(scan, name);
    return name;
}

namespace {
// Where the name begins that goes on at token `first` behind «подчёркивание» or «точка» between blanks; `first` when nothing
// does.
size_t toldBefore(const Scan &scan, size_t first)
{
    const auto &tokens = scan.tokens;
    if (first < 4 || !tokens[first - 1].is(Type::Blank) || !tokens[first - 2].has(kSign)
        || (tokens[first - 2].word->sign != u'_' && tokens[first - 2].word->sign != u'.'))
        return first;
    size_t i = first - 3;
    if (i >= 2 && tokens[i].is(Type::Blank) && isLower(scan.text(i - 1)))
        i -= 2;
    return tokens[i].is(Type::Blank) && i > 0 && tokens[i - 1].isAlnum() ? scan.chunkFirst(i - 1) : first;
}
} // namespace

Name readNameBefore(const Scan &scan, size_t at)
{
    const auto &tokens = scan.tokens;
    Name name;
    name.last = at;
    size_t i = at;
    while (i > 0 && at - i < kNameMaxTokens
           && (tokens[i - 1].isAlnum() || (isNameSign(tokens[i - 1]) && i > 1 && tokens[i - 2].isAlnum())))
        --i;
    for (size_t told = toldBefore(scan, i); told < i && at - told < kNameMaxTokens; told = toldBefore(scan, i)) {
        i = told;
        name.spoken = true;
    }
    if (i > 0 && tokens[i - 1].isSign(u'@')) {
        name.at = true;
        --i;
    }
    name.first = i;
    if (!name.at && !tokens[i].isAlnum())
        return name;
    fill(scan, name);
    return name;
}

} // namespace cargo::contact_filter
