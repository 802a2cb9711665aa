#pragma once

#include "shared/domain/contact_filter/contact_filter.h"
#include "shared/domain/contact_filter/numbers.h"
#include "shared/domain/contact_filter/scan.h"

#include <string_view>
#include <vector>

namespace cargo::contact_filter {

// What the rules share about one text.
struct Context
{
    const Scan &scan;
    const Policy &policy;
    const std::vector<QString> &known; // digits of numbers that the deal itself holds
    quint64 before = 0;                // hints of what the other side asked for last (kDial: for a number)
    std::vector<Span> spans;           // found so far, in no order
    std::vector<quint8> taken;         // tokens that stand inside spans

    void add(size_t firstToken, size_t lastToken, Kind kind, Reason reason, bool obfuscated, int score);
    bool isTaken(size_t token) const { return taken[token] != 0; }
};

// E-mails and links, written or told in words.
void findAddresses(Context &context);
// Addresses typed with the other keyboard layout or backwards.
void findTurnedAddresses(Context &context);
// @names, names after a network, user names with a cue.
void findHandles(Context &context);
// Names given as something to search for.
void findSearchHints(Context &context);
// Names told in Russian letters.
void findToldNames(Context &context);
// «эй», "kilo": words that stand for a letter each.
bool namesLetter(std::u16string_view word);
// Names told letter by letter.
void findSpelledNames(Context &context);
// Names told by the first letters of words or lines.
void findAcrostics(Context &context);
// All of these, on any text: the parts of several messages together too.
void findAllAddresses(Context &context);
void findPhones(Context &context);

} // namespace cargo::contact_filter
