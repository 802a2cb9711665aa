#pragma once

#include "shared/domain/contact_filter/scan.h"

namespace cargo::contact_filter {

// What must stand in a text for a rule to find anything: asked before the rule runs, and of what is left after masking.
// `Presence` is all that they may look at.

inline bool mayHoldAddresses(const Presence &text)
{
    const bool told = text.words > text.cyrillic && (text.hints & (kTop | kSpokenTop)); // «сайт primavto ру»
    return text.hasSigns() || told || (text.hints & kSign);
}

// Eleven digits typed with Shift held down.
inline constexpr int kShiftedDigits = 11;
inline bool mayHoldTurned(const Presence &text) { return text.signs >= kShiftedDigits || text.hasSigns() || text.hasLayout; }

inline bool mayHoldSpelledNames(const Presence &text)
{
    return text.words >= 3 && (text.hints & (kSpell | kNick | kMailbox | kProvider | kNetwork));
}

// Letters by their place in the alphabet: «буква», "letters", and numbers.
inline bool mayHoldLetterPlaces(const Presence &text)
{
    return (text.hints & kSpell) && (text.digits > 0 || (text.hints & kNumeral));
}

// A cue, and something that a name may be made of: Latin letters, digits, what is told for a sign, quotes, two capitals.
inline bool mayHoldHandles(const Presence &text)
{
    constexpr quint64 kCues = kNetwork | kNick | kEvery | kProvider | kMailbox | kQuoteName | kSign | kDictate | kSearch;
    const bool cue = text.hasSigns() || (text.hints & kCues);
    return cue
           && (text.hasSigns() || text.latin > 0 || text.digits > 0 || (text.hints & kSign) || text.hasSign(u'"')
               || text.capitals >= 2);
}

inline bool mayHoldToldNames(const Presence &text)
{
    return text.cyrillic > 1 && (text.hints & (kNetwork | kMailbox)) && (text.hints & (kLatin | kSign));
}

inline bool mayHoldSearchHints(const Presence &text) { return text.hints & (kSearch | kMap); }

inline bool mayHoldAcrostics(const Presence &text)
{
    constexpr int kWordsMin = 6;
    return text.words >= kWordsMin && (text.hints & (kNetwork | kNick));
}

// Digits, numerals, numerals written together, Morse.
inline bool mayHoldPhones(const Presence &text)
{
    constexpr int kTogether = 9;
    constexpr int kMorse = 34;
    return text.digits > 0 || (text.hints & kNumeral) || text.longest > kTogether || text.strokes > kMorse;
}

} // namespace cargo::contact_filter
