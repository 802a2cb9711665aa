#include "shared/domain/contact_filter/address_reader.h"

#include <algorithm>

namespace cargo::contact_filter {

namespace {
using Type = Token::Type;

constexpr size_t kLabelMaxTokens = 48;

bool opens(const Token &token)
{
    return token.isSign(u'(') || token.isSign(u'[') || token.isSign(u'{') || token.isSign(u'<') || token.isSign(u'*')
           || token.isSign(u'_') || token.isSign(u'|') || token.isSign(u'"') || token.isSign(u'-') || token.isSign(u'~');
}
bool inBrackets(const Token &left, const Token &right)
{
    return (left.isSign(u'(') && right.isSign(u')')) || (left.isSign(u'[') && right.isSign(u']'))
           || (left.isSign(u'{') && right.isSign(u'}')) || (left.isSign(u'<') && right.isSign(u'>'))
           || (left.isSign(u'*') && right.isSign(u'*')) || (left.isSign(u'"') && right.isSign(u'"'));
}
bool closes(const Token &token)
{
    return token.isSign(u')') || token.isSign(u']') || token.isSign(u'}') || token.isSign(u'>') || token.isSign(u'*')
           || token.isSign(u'_') || token.isSign(u'|') || token.isSign(u'"') || token.isSign(u'-') || token.isSign(u'~');
}
} // namespace

bool AddressReader::isSingle(size_t at) const
{
    const auto &tokens = m_scan.tokens;
    return tokens[at].isAlnum() && tokens[at].size == 1 && (at == 0 || !tokens[at - 1].isAlnum())
           && (at + 1 >= tokens.size() || !tokens[at + 1].isAlnum());
}

bool AddressReader::jointAt(size_t at, Joint &joint) const
{
    const auto &tokens = m_scan.tokens;
    const Token &token = tokens[at];
    joint = {};
    joint.first = joint.last = at;
    if (token.is(Type::Sign)) {
        joint.sign = token.sign;
    } else if (token.has(kSign)) {
        joint.sign = token.word->sign;
        joint.spoken = true;
    } else if (at > 0 && token.size == 1
               && (tokens[at - 1].isSign(u'(') || tokens[at - 1].isSign(u'[') || tokens[at - 1].isSign(u'{'))
               && (m_scan.text(token) == u"a" || m_scan.text(token) == u"а")) {
        joint.sign = u'@'; // "name(a)mail.ru"
        joint.spoken = true;
    } else {
        return false;
    }
    // "at sign", "dot symbol"
    if (joint.spoken && token.is(Token::Latin) && at + 2 < tokens.size() && tokens[at + 1].is(Type::Blank)
        && (m_scan.text(at + 2) == u"sign" || m_scan.text(at + 2) == u"symbol"))
        joint.last = at + 2;
    // "name@@bk..ru", «гав-гав»: said twice.
    if (joint.sign == u'@' || joint.sign == u'.')
        joint.last = repeatsUpTo(joint.last);
    // Brackets around it, with blanks inside: "( at )".
    size_t left = at;
    size_t right = joint.last;
    while (left > 0 && tokens[left - 1].is(Type::Blank))
        --left;
    while (right + 1 < tokens.size() && tokens[right + 1].is(Type::Blank))
        ++right;
    if (token.is(Type::Word) ? left > 0 && right + 1 < tokens.size() && opens(tokens[left - 1]) && closes(tokens[right + 1])
                             : left > 0 && right + 1 < tokens.size() && inBrackets(tokens[left - 1], tokens[right + 1])) {
        joint.first = left - 1;
        joint.last = right + 1;
        joint.spoken = true;
    }
    joint.blankBefore = joint.first > 0 && tokens[joint.first - 1].is(Type::Blank);
    joint.blankAfter = joint.last + 1 < tokens.size() && tokens[joint.last + 1].is(Type::Blank);
    return true;
}

// The last of the same signs in a row that begins at `at`; three points are an ellipsis.
size_t AddressReader::repeatsUpTo(size_t at) const
{
    const auto &tokens = m_scan.tokens;
    const bool spoken = !tokens[at].is(Type::Sign);
    const size_t step = spoken ? 2 : 1;
    const auto isSame = [&](size_t t) {
        return t < tokens.size()
               && (spoken ? tokens[t - 1].isSign(u'-') && tokens[t].is(Type::Word) && m_scan.text(t) == m_scan.text(at)
                          : tokens[t].isSign(tokens[at].sign));
    };
    const bool isFirst = at == 0 || !tokens[at - 1].isSign(spoken ? u'-' : tokens[at].sign);
    return isFirst && isSame(at + step) && !isSame(at + 2 * step) ? at + step : at;
}

void AddressReader::fill(Label &label, size_t first, size_t last) const
{
    label.first = first;
    label.last = last;
    label.text.clear();
    label.letters = 0;
    label.latin = true;
    for (size_t t = first; t <= last; ++t) {
        const Token &token = m_scan.tokens[t];
        if (!token.isAlnum())
            continue;
        label.text += m_scan.text(token);
        if (token.is(Type::Word)) {
            label.letters += int(token.size);
            label.latin = label.latin && token.is(Token::Latin);
        }
    }
}

bool AddressReader::labelAfter(const Joint &joint, Label &label) const
{
    const auto &tokens = m_scan.tokens;
    size_t i = joint.last + 1;
    while (i < tokens.size() && i < joint.last + 3 && tokens[i].is(Type::Blank))
        ++i;
    if (i >= tokens.size() || !tokens[i].isAlnum())
        return false;
    size_t last = m_scan.chunkLast(i);
    label.spaced = false;
    if (isSingle(i)) {
        while (last + 2 < tokens.size() && last < i + kLabelMaxTokens && tokens[last + 1].is(Type::Blank) && isSingle(last + 2)) {
            last += 2;
            label.spaced = true;
        }
    }
    fill(label, i, last);
    return true;
}

bool AddressReader::labelBefore(const Joint &joint, Label &label) const
{
    const auto &tokens = m_scan.tokens;
    size_t i = joint.first;
    while (i > 0 && i + 2 > joint.first && tokens[i - 1].is(Type::Blank))
        --i;
    if (i == 0 || !tokens[i - 1].isAlnum())
        return false;
    --i;
    size_t first = m_scan.chunkFirst(i);
    label.spaced = false;
    if (isSingle(i)) {
        while (first >= 2 && first + kLabelMaxTokens > i && tokens[first - 1].is(Type::Blank) && isSingle(first - 2)) {
            first -= 2;
            label.spaced = true;
        }
    }
    fill(label, first, i);
    return true;
}

bool AddressReader::jointAfter(const Label &label, std::u16string_view signs, bool loose, Joint &joint) const
{
    const auto &tokens = m_scan.tokens;
    size_t i = label.last + 1;
    while (i < tokens.size() && i < label.last + 3 && tokens[i].is(Type::Blank))
        ++i;
    if (i >= tokens.size())
        return false;
    if (opens(tokens[i])) {
        size_t inner = i + 1;
        while (inner < tokens.size() && tokens[inner].is(Type::Blank))
            ++inner;
        if (inner < tokens.size()
            && (tokens[inner].has(kSign) || (inner + 1 < tokens.size() && inBrackets(tokens[i], tokens[inner + 1]))))
            i = inner;
    }
    if (!jointAt(i, joint) || signs.find(joint.sign) == std::u16string_view::npos || joint.first <= label.last)
        return false;
    if (joint.spoken)
        return joint.first != joint.last || (joint.blankBefore && joint.blankAfter);
    return joint.tight() || (loose && joint.blankBefore && joint.blankAfter);
}

bool AddressReader::jointBefore(const Label &label, std::u16string_view signs, bool loose, Joint &joint) const
{
    const auto &tokens = m_scan.tokens;
    size_t i = label.first;
    while (i > 0 && i + 2 > label.first && tokens[i - 1].is(Type::Blank))
        --i;
    if (i == 0)
        return false;
    --i;
    if (closes(tokens[i])) {
        size_t inner = i;
        while (inner > 0 && tokens[inner - 1].is(Type::Blank))
            --inner;
        if (inner > 1 && (tokens[inner - 1].has(kSign) || inBrackets(tokens[inner - 2], tokens[i])))
            i = inner - 1;
    }
    if (!jointAt(i, joint) || signs.find(joint.sign) == std::u16string_view::npos || joint.last >= label.first)
        return false;
    if (joint.spoken)
        return joint.first != joint.last || (joint.blankBefore && joint.blankAfter);
    return joint.tight() || (loose && joint.blankBefore && joint.blankAfter);
}

size_t AddressReader::runEnd(size_t at) const
{
    const auto &tokens = m_scan.tokens;
    constexpr size_t kRunMaxTokens = 200;
    size_t end = at;
    while (end + 1 < tokens.size() && end < at + kRunMaxTokens && !tokens[end + 1].isGap() && !tokens[end + 1].is(Type::Picture)
           && !tokens[end + 1].isSign(u'"') && !tokens[end + 1].isSign(u'<') && !tokens[end + 1].isSign(u'>'))
        ++end;
    while (end > at && tokens[end].is(Type::Sign) && !tokens[end].isSign(u'/') && !tokens[end].isSign(u'_'))
        --end;
    return end;
}

} // namespace cargo::contact_filter
