#pragma once

#include "server/assistant/pick_conditions.h"
#include "server/assistant/pick_quote.h"
#include "server/assistant/pick_texts.h"

namespace cargo::assistant {

// Why a car stands where it stands: a factor, how much it speaks for the car (below zero: against it), its numbers, and the same
// as a sentence.
struct Reason
{
    const char *factor; // condition, missed, wish, word, quote, price, term, driver
    double weight = 0;
    QByteArray facts; // a JSON object
    QString text;
};

struct Weighed
{
    CarFacts car;
    std::vector<Reason> reasons; // the weightiest first
    double weight = 0;           // their sum, by which the picker orders
};

// What is the same for all candidates.
struct Measure
{
    const SearchQuery &asked; // also what had to be given up: the car may miss it
    const std::vector<Wanted> &wanted;
    const PickTexts &texts;
    int usualEtaDays = 0; // the middle of the candidates
};

Weighed weigh(CarFacts car, const Measure &measure);

} // namespace cargo::assistant
