#pragma once

#include "shared/domain/contact_filter/scan.h"

#include <algorithm>

namespace cargo::contact_filter {

template <size_t N>
bool beginsWithOne(std::u16string_view word, const std::u16string_view (&stems)[N])
{
    return std::any_of(std::begin(stems), std::end(stems), [word](std::u16string_view stem) { return word.starts_with(stem); });
}

// Whether a word of the text begins with one of these.
template <size_t N>
bool saysOneOf(const Scan &scan, const std::u16string_view (&stems)[N])
{
    return std::any_of(scan.tokens.begin(), scan.tokens.end(),
                       [&](const Token &token) { return token.is(Token::Type::Word) && beginsWithOne(scan.text(token), stems); });
}

} // namespace cargo::contact_filter
