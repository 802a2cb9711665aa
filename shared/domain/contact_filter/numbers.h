#pragma once

#include "shared/domain/contact_filter/scan.h"

#include <string>
#include <vector>

namespace cargo::contact_filter {

// Digits that belong together, however they are written: "996", «девятьсот девяносто шесть», "99б", «три пятёрки».
struct Group
{
    enum Flag : quint16 {
        Words = 1,        // numerals in words
        Typo = 2,         // misspelled ones
        Foreign = 4,      // translit, other tongues, switched layout
        LookAlike = 8,    // letters for digits
        Odd = 16,         // digits of other scripts, circled …
        Hidden = 32,      // something invisible inside or before
        Interleaved = 64, // letters between the digits left out
        Together = 128,   // several numerals in one word
        UnitAfter = 256,  // an amount: km, руб
        Honest = 512,     // part of a date, a time, a tyre size
        Decimal = 1024,   // 12.4
        Glued = 2048,     // to letters that are no digits
        Doubted = 4096,   // counts only beside surer ones
        Repeat = 8192     // «две семёрки»
    };
    quint32 at = 0; // in Numbers::digits
    quint32 size = 0;
    quint32 first = 0; // tokens
    quint32 last = 0;
    quint16 flags = 0;
    quint8 rank = 0; // of the last numeral in it
    bool plus = false;
    bool bracket = false;

    // The gap to the group before.
    quint8 words = 0;      // words that are neither numerals nor connectors
    quint8 connectors = 0; // «потом», «тире»
    quint8 commas = 0;
    quint8 lines = 0;
    quint8 signs = 0;
    char16_t sign = 0;    // the sign when all of them are one
    bool tight = false;   // a single sign and no blank
    bool barrier = false; // no number goes on over it
    quint32 filler = 0;   // token of the first word in the gap
    quint32 fillerHash = 0;

    bool is(Flag flag) const { return flags & flag; }
};

struct Numbers
{
    std::string digits;
    std::vector<Group> groups;
    bool ambiguous = false; // «девятьсот 77» may be 977 or 90077

    std::string_view text(const Group &group) const { return std::string_view(digits).substr(group.at, group.size); }
};

// `mergeMixed`: a numeral in words takes in the digits after it (900 77 is 977).
void readNumbers(const Scan &scan, bool mergeMixed, Numbers &into);

// Words that stop a number: units, documents, codes.
inline constexpr quint64 kStopsNumber = kUnit | kTimes | kDocument | kMoney | kMonth;

} // namespace cargo::contact_filter
