#pragma once

#include <QChar>

namespace cargo::contact_filter {

// The tables behind fold(); 0 where a character is not in the table.
char16_t plainForm(char32_t c);  // look-alikes and signs without a compatibility form in Unicode
char16_t turnedForm(char32_t c); // upside-down letters
char16_t oddDigit(char32_t c);   // digits of any script, circled, dice, clocks, Chinese, Korean, Braille
char16_t oddLetter(char32_t c);  // letters in circles, squares and flags
bool isInvisible(char32_t c);

} // namespace cargo::contact_filter
