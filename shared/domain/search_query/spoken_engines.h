#pragma once

#include "shared/domain/search_query/spoken_words.h"

// What an engine is told by: «160 л.с.», "118 kW", «1,6 л», «1500 куб. см» (spoken_query.h).
namespace cargo::spoken {

struct EngineFigure
{
    Measure measure = Measure::Something; // Power, Displacement, or something that only sounds like them: the litres of a boot
    double value = 0;                     // hp, cm³
    bool isRounded = false;               // told in litres: 1998 cm³ are two
    size_t next = 0;                      // the token behind the unit
};
// Of `number` with the unit that begins at this token; nullopt: it is no unit of an engine.
std::optional<EngineFigure> engineFigureAt(const std::vector<Token> &tokens, size_t at, double number);
// The amount is that figure; where it ends stays.
void takeFigure(const EngineFigure &figure, Amount &amount);
// Whether the text speaks of an engine by a word.
bool namesEngine(const std::vector<Token> &tokens);
// Litres may be those of fuel or of a boot as well: «до 8 литров», «расход 6 л», «бак 50 л».
bool mayBeDisplacement(const std::vector<Token> &tokens, const Amount &amount);
// Of an amount without a unit, by what it is said of: «мощность до 160», «двигатель 1.6», «объём до 2000».
void takeUnitOf(Subject said, Amount &amount);
// «Камри 2.5», "1.6 automatic": the amount at this token with its unit, if it is a fraction of one figure and no mark of an
// auction or of people.
std::optional<Amount> bareLitresAt(const std::vector<Token> &tokens, size_t at, Amount amount);

} // namespace cargo::spoken
