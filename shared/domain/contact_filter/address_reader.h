#pragma once

#include "shared/domain/contact_filter/scan.h"

#include <string>

namespace cargo::contact_filter {

// A label of an address: letters and digits without a gap, or single letters with blanks between ("o s a k a").
struct Label
{
    size_t first = 0;
    size_t last = 0;
    std::u16string text; // Latin where the letters look Latin
    int letters = 0;
    bool latin = true;
    bool spaced = false;
};

// A sign that joins two labels, written, told («точка»), in brackets or between blanks.
struct Joint
{
    char16_t sign = 0;
    size_t first = 0;
    size_t last = 0;
    bool spoken = false; // in words or in brackets
    bool blankBefore = false;
    bool blankAfter = false;

    bool spaced() const { return blankBefore || blankAfter; }
    bool tight() const { return !spoken && !blankBefore && !blankAfter; }
};

// Reads addresses in both directions from a sign.
class AddressReader
{
public:
    explicit AddressReader(const Scan &scan) : m_scan(scan) {}

    // The sign that token `at` is, with its brackets.
    bool jointAt(size_t at, Joint &joint) const;
    bool labelAfter(const Joint &joint, Label &label) const;
    bool labelBefore(const Joint &joint, Label &label) const;
    // The joint right after / before a label, if one of `signs`. `loose`: blanks on both sides of a written sign are fine.
    bool jointAfter(const Label &label, std::u16string_view signs, bool loose, Joint &joint) const;
    bool jointBefore(const Label &label, std::u16string_view signs, bool loose, Joint &joint) const;
    // The end of the run without blanks from token `at`, without closing punctuation.
    size_t runEnd(size_t at) const;

private:
    void fill(Label &label, size_t first, size_t last) const;
    bool isSingle(size_t at) const;
    size_t repeatsUpTo(size_t at) const;

    const Scan &m_scan;
};

} // namespace cargo::contact_filter
