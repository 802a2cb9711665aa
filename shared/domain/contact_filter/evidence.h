#pragma once

#include <QtGlobal>

#include <array>
#include <cstddef>

namespace cargo::contact_filter {

// What speaks for and against digits being a telephone. The form's own score (phone_formats.cpp) and these weights are
// added up; kPhoneThreshold decides. A new piece of evidence is a row here and the place that finds it.
enum class Evidence : quint8 {
    Plain, // the form alone
    // how the digits are grouped
    Whole,
    Grouped,
    Singles,
    Pairs,
    Thousands,
    ThousandsLong,
    Irregular,
    IrregularAbroad,
    Bracket,
    Hyphens,
    OddSign,
    // how they are disguised
    Words,
    WordsWeak,
    WordsAndDigits,
    Typos,
    LookAlikes,
    LookAlikesWeak,
    OddDigits,
    Hidden,
    Filler,
    Interleaved,
    Sums,
    Backwards,
    // what stands around
    Dial,
    DialAfter,
    Network,
    Number,
    Dictate,
    Wink,
    Operator,
    Asked,
    Alone,
    ImpossiblePrice,
    // what speaks against
    Document,
    DocumentGrouped,
    DocumentFar,
    DocumentAfter,
    Money,
    UnitAfter,
    UnitAfterMobile,
    CurrencyBefore,
    Glued,
    DateOrTime,
    Decimal,
    Comma,
    StrayWord,
    InsideNumber,
    Counting,
    InRow,
    RoundThousands,
    PartNumber,
    SumTold,
    Known,
    Count
};

struct Weight
{
    const char *name;
    int weight;
};

inline constexpr std::array<Weight, size_t(Evidence::Count)> kWeights = {{
    {"plain", 0},
    {"whole", 14},          // no gaps
    {"grouped", 22},        // 3-2-2 and the like
    {"singles", 30},        // a digit at a time
    {"pairs", 14},          // two digits at a time
    {"thousands", -22},     // 9 500 000 000: an amount's grouping
    {"thousands_long", -6}, // the same with eleven digits, which no amount has here
    {"irregular", 8},
    {"irregular_abroad", -10},
    {"bracket", 20},    // (914)
    {"hyphens", 9},     // 20-47
    {"odd_sign", 14},   // the same unusual sign in every gap
    {"words", 22},      // numerals in words
    {"words_weak", 10}, // the same where the digits make no mobile
    {"words_and_digits", 26},
    {"typos", 4},
    {"look_alikes", 25},
    {"look_alikes_weak", 10},
    {"odd_digits", 25},
    {"hidden", 25},
    {"filler", 16}, // the same word in every gap
    {"interleaved", 25},
    {"sums", 28},
    {"backwards", 30},
    {"dial", 40},
    {"dial_after", 30},
    {"network", 38},
    {"number", 18},
    {"dictate", 16},
    {"wink", 40},
    {"operator", 24},
    {"asked", 30}, // the other side asked for a number just before
    {"alone", 8},  // the message holds nothing else
    {"impossible_price", 12},
    {"document", -60},         // «номер детали», «лот» just before
    {"document_grouped", -18}, // the same, but grouped as only telephones are: 8 914 720 11 46
    {"document_far", -26},
    {"document_after", -25},
    {"money", -44},
    {"unit_after", -75},
    {"unit_after_mobile", -18},
    {"currency_before", -40},
    {"glued", -80},
    {"date_or_time", -34},
    {"decimal", -40},
    {"comma", -6},
    {"stray_word", -15},
    {"inside_number", -30},
    {"counting", -60},
    {"in_row", -26},          // other numbers beside it
    {"round_thousands", -24}, // 8 900 000
    {"part_number", -30},     // 90915-10003
    {"sum_told", -60},        // 8900+350+1450=10700
    {"known", -300},
}};

inline constexpr int kPhoneThreshold = 50;

struct Score
{
    int total = 0;
    quint64 evidence = 0;

    void add(Evidence what, int times = 1)
    {
        if (times <= 0)
            return;
        total += kWeights[size_t(what)].weight * times;
        evidence |= 1ull << quint64(what);
    }
    bool has(Evidence what) const { return evidence & (1ull << quint64(what)); }
};

} // namespace cargo::contact_filter
