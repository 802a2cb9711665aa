#pragma once

#include "shared/domain/contact_filter/scan.h"

#include <string>

namespace cargo::contact_filter {

// A user name as people make them: Latin letters with '_', '.', digits or a capital inside.
struct Name
{
    // How much it looks like one.
    enum Quality { None, Plain, Marked, Certain };

    size_t first = 0;
    size_t last = 0;
    std::u16string text;
    int letters = 0;
    int digits = 0;
    Quality quality = None;
    bool latin = true;
    bool spoken = false; // «подчёркивание» in words, or blanks around the '_'
    bool at = false;     // begins with '@'
};

// The name that begins at token `at` (an '@' or a word); quality None when there is none.
Name readName(const Scan &scan, size_t at);
// The name that ends at token `at`.
Name readNameBefore(const Scan &scan, size_t at);

} // namespace cargo::contact_filter
