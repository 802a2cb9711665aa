#include "shared/domain/search_query/spoken_engines.h"

#include <algorithm>
#include <cmath>

namespace cargo::spoken {

namespace {
constexpr double kHorsesOfKilowatt = 1.35962;
constexpr double kPowerFrom = 20, kPowerTo = 2'000;
constexpr double kLitresFrom = 0.5, kLitresTo = 7;
constexpr double kPlainLitresMost = 4;               // whole ones of which nothing says that they are an engine's
constexpr double kCubicFrom = 300, kCubicTo = 9'000; // cm³

bool holdAny(const std::vector<Token> &tokens, Words words)
{
    return std::any_of(tokens.begin(), tokens.end(), [&words](const Token &token) { return isOneOf(token.word, words); });
}

EngineFigure powerOf(double horses, size_t next)
{
    const bool isPower = horses >= kPowerFrom && horses <= kPowerTo;
    return {isPower ? Measure::Power : Measure::Something, horses, false, next};
}
EngineFigure litresOf(double number, size_t next)
{
    const bool isEngine = number >= kLitresFrom && number < kLitresTo;
    return {isEngine ? Measure::Displacement : Measure::Something, number * 1'000, true, next};
}
EngineFigure cubicOf(double number, size_t next)
{
    const bool isEngine = number >= kCubicFrom && number <= kCubicTo;
    return {isEngine ? Measure::Displacement : Measure::Something, number, false, next};
}
} // namespace

std::optional<EngineFigure> engineFigureAt(const std::vector<Token> &tokens, size_t at, double number)
{
    const auto wordAt = [&tokens](size_t i) { return i < tokens.size() ? tokens[i].word : QString(); };
    const QChar sign = at < tokens.size() ? tokens[at].sign : QChar();
    const size_t next = at + (sign == u'-' || sign == u'+' ? 2 : 1); // «150-сильный», «250+ л.с.»
    const QString unit = wordAt(next - 1), behind = wordAt(next);
    if (sign == u'-' && !isOneOf(unit, {u"сильн*", u"литров*"}))
        return std::nullopt;
    const bool isGlued = at < tokens.size() && !tokens[at].gapBefore;
    if (isGlued && isOneOf(unit, {u"т", u"t", u"тд", u"td", u"d", u"д"}) && std::fmod(number, 1) != 0 && behind != u"р")
        return litresOf(number, next); // "1.5T", "2.2d"
    if (unit == u"л" && behind == u"с" && number >= kPowerFrom)
        return powerOf(number, next + 1);
    const bool isOfHorses = isOneOf(unit, {u"лошадин*", u"конск*", u"кінськ*"}) && isOneOf(behind, {u"сил*", u"сіл"});
    if (isOfHorses || (unit == u"ат" && isOneOf(behind, {u"күш*", u"куш*"})))
        return powerOf(number, next + 1);
    if (isOneOf(unit, {u"лс", u"сил", u"силы", u"сіл", u"сильн*", u"лош*", u"коней", u"кобыл", u"hp", u"bhp", u"ps", u"horse*"}))
        return powerOf(number, next);
    if (isOneOf(unit, {u"квт", u"kw"})) {
        const bool isBattery = isOneOf(behind, {u"ч", u"час*", u"h", u"hour*"});
        return isBattery ? EngineFigure{Measure::Something, number, false, next} : powerOf(number * kHorsesOfKilowatt, next);
    }
    if (isOneOf(unit, {u"л", u"литр*", u"l", u"liter*", u"litre*"}))
        return litresOf(number, next);
    if (isOneOf(unit, {u"куб*", u"сс", u"cc", u"ccm", u"см", u"см3", u"cm3"}))
        return cubicOf(number, isOneOf(behind, {u"см", u"см3", u"куб", u"кубов", u"cm"}) ? next + 1 : next);
    return std::nullopt;
}

void takeFigure(const EngineFigure &figure, Amount &amount)
{
    amount.measure = figure.measure;
    amount.value = figure.value;
    amount.isRounded = figure.isRounded;
}

bool namesEngine(const std::vector<Token> &tokens)
{
    return holdAny(
        tokens, {u"двигател*", u"мотор*", u"движ*", u"объем*", u"обьем*", u"engine", u"турбо*", u"turbo", u"дизел*", u"diesel"});
}

bool mayBeDisplacement(const std::vector<Token> &tokens, const Amount &amount)
{
    if (!amount.isRounded)
        return true;
    if (holdAny(tokens,
                {u"расход*", u"жр*", u"куша*", u"ест", u"бак", u"баком", u"багажник*", u"сотн*", u"consum*", u"boot", u"trunk"}))
        return false;
    return std::fmod(amount.bare, 1) != 0 || amount.bare <= kPlainLitresMost || namesEngine(tokens);
}

void takeUnitOf(Subject said, Amount &amount)
{
    if (amount.measure != Measure::None || amount.scale != Scale::One)
        return;
    if (said == Subject::Power) {
        amount.measure = Measure::Power;
    } else if (said == Subject::Displacement) {
        const EngineFigure figure = amount.bare < kLitresTo ? litresOf(amount.bare, 0) : cubicOf(amount.bare, 0);
        if (figure.measure == Measure::Displacement)
            takeFigure(figure, amount);
    }
}

std::optional<Amount> bareLitresAt(const std::vector<Token> &tokens, size_t at, Amount amount)
{
    const bool isFraction = tokens[at].kind == Token::Kind::Number && tokens[at].wholeDigits == 0 && tokens[at].number < 10;
    if (!isFraction
        || holdAny(tokens, {u"оценк*", u"балл*", u"аукцион*", u"звезд*", u"рейтинг*", u"grade", u"star*", u"rating", u"rated"}))
        return std::nullopt;
    const bool hasUnit = amount.measure != Measure::None;
    takeUnitOf(Subject::Displacement, amount);
    return !hasUnit && amount.measure == Measure::Displacement ? std::optional(amount) : std::nullopt;
}

} // namespace cargo::spoken
