#pragma once

#include "shared/domain/contact_filter/number_builder.h"

namespace cargo::contact_filter {

// Digits among letters: look-alikes, letters between, numerals written together.
class MixedDigits : protected NumberBuilder
{
protected:
    using NumberBuilder::NumberBuilder;

    bool addTogether(size_t token);
    bool addLookAlikes(size_t first, size_t last, bool lettersOnly);
    bool addInterleavedFirst(size_t first, size_t last);
    bool addInterleaved(size_t first, size_t last);
    bool addWordsAndDigits(size_t first, size_t last);
    static const Entry *decoded(std::u16string_view word);
};

} // namespace cargo::contact_filter
