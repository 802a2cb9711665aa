#pragma once

#include "shared/domain/clock.h"

#include <QString>

#include <optional>
#include <vector>

namespace cargo::search {

// How a typed word was found in a listing.
enum class WordMatch { Exact, Form, Synonym, Beginning, OtherAlphabet, OtherLayout, Misspelling, Wish };
const char *word(WordMatch match); // "exact", "other_alphabet"

// One of the numbers that a hit's score is the sum of. Which of the fields below hold depends on what it is.
struct Factor
{
    enum class Kind { Word, Freshness, Driver, Completion, Term };
    Kind kind = Kind::Word;
    double points = 0; // in the unit of Hit::score
    double most = 0;   // what it gives at best; of a word 0: that has no fixed bound
    QString typed;     // of a word: as it was typed, lower case
    QString matched;   //            what stands in the listing
    WordMatch match = WordMatch::Exact;
    const char *field = ""; //       "brand" … "description", or "trait": `matched` is its name
    Timestamp publishedAt;
    int ageDays = 0;
    int ratingHundredths = 0; // 0: no reviews yet
    int completionPerMille = 0;
    int etaDays = 0;
};
const char *word(Factor::Kind kind); // "word", "freshness"

// What would lift a hit, all else being as it is.
struct Lift
{
    Factor::Kind kind = Factor::Kind::Freshness;
    int to = 0; // in the unit of the factor's fact: days, hundredths, per mille
    double points = 0;
    std::optional<bool> passesAbove; // whether it would come before the hit above; none: nothing stands there on this page
};

// A place that was made by ranks and not by the score: on the first page of a wish. Places from 1 on among the candidates.
struct FusedPlace
{
    int text = 0; // by the score
    int meaning = 0;
    int freshness = 0;
    double cosine = 0; // how like the meanings of the query and the listing are, -1 … 1
};

struct Explanation
{
    std::vector<Factor> factors; // their points add up to Hit::score
    std::vector<Lift> lifts;     // the strongest first
    const char *crowdOf = "";    // "driver", "model": moved down, for `crowdMost` of the same stood above; empty: it was not
    int crowdMost = 0;
    std::optional<FusedPlace> fused;
};

} // namespace cargo::search
