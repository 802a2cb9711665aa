#pragma once

#include <QStringView>

#include <string>
#include <vector>

namespace cargo::contact_filter {

// One character as it is read. Letters come in lower case with ё as е; wide, circled, mathematical and turned forms as plain
// letters; digits of any script, dice, clocks and Roman numerals as 0-9; dashes and dots in their many forms as '-' and '.'.
// What cannot be seen and what is laid over a letter is dropped but noted.
struct Form
{
    enum Flag : quint8 {
        Upper = 1,
        Odd = 2,    // not the plain way to write this character
        Hidden = 4, // something invisible stood before it, inside a word or number
        Marked = 8, // struck through, underlined …
        Turned = 16 // an upside-down form: the text may read from the end
    };
    // What it is to the tokens; a run of letters may be of several alphabets.
    enum Kind : quint8 {
        Latin = 1,
        Cyrillic = 2,
        OtherLetter = 4,
        Letter = Latin | Cyrillic | OtherLetter,
        Digit = 8,
        Blank = 16,
        Line = 32,
        Sign = 64,
        Picture = 128
    };
    char16_t c = 0; // kPicture for pictures, kOther for other signs that mean nothing here
    quint8 flags = 0;
    quint8 kind = 0;
};

// With the place where it stands.
struct Cell : Form
{
    quint32 start = 0; // UTF-16
    quint32 end = 0;
};

inline constexpr char16_t kPicture = 1;
inline constexpr char16_t kOther = 2;
// Pictures that say what stands beside them: 📞, 📧, ✈ (Telegram's sign), 😉.
inline constexpr char16_t kPhonePicture = 3;
inline constexpr char16_t kMailPicture = 4;
inline constexpr char16_t kPlanePicture = 5;
inline constexpr char16_t kWinkPicture = 6;
inline bool isPicture(char16_t c) { return c == kPicture || (c >= kPhonePicture && c <= kWinkPicture); }

// Returns how many cells the text has; `cells` only grows, so that its memory serves the next text too. `chars` are the
// characters of the cells alone.
size_t fold(QStringView text, std::vector<Cell> &cells, std::u16string &chars);

bool isFoldedLetter(char16_t c);
inline bool isFoldedDigit(char16_t c) { return c >= u'0' && c <= u'9'; }
inline bool isLatinLetter(char16_t c) { return c >= u'a' && c <= u'z'; }
inline bool isCyrillicLetter(char16_t c) { return c >= u'\u0400' && c <= u'\u052f'; }

// The letter of the other alphabet that looks the same (Unicode confusables), 0 when there is none.
char16_t latinLookAlike(char16_t cyrillic);
char16_t cyrillicLookAlike(char16_t latin);
// The digit that a letter is used for, 0 when it is used for none.
char16_t digitLookAlike(char16_t letter);
// What the same key gives with the other keyboard layout, 0 when nothing.
char16_t latinOnSameKey(char16_t cyrillic);

} // namespace cargo::contact_filter
