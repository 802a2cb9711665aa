#include "shared/domain/search_query/spoken_query.h"

#include "shared/domain/listing/listing.h"
#include "shared/domain/search_query/keyboard_layout.h"
#include "shared/domain/search_query/spoken_engines.h"
#include "shared/domain/search_query/spoken_tokens.h"
#include "shared/domain/search_query/spoken_wishes.h"
#include "shared/domain/search_query/spoken_words.h"

#include <QDateTime>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <numeric>

namespace cargo {

namespace {
using namespace spoken;
using namespace Qt::Literals;

constexpr double kPriceFrom = 300'000; // roubles; less with no word for it is a mileage
constexpr double kMileageFrom = 3'000; // km; less is nothing that we know
constexpr double kNearShare = 0.1;     // «около»
constexpr double kRoundedBelowCc = 50; // 1950 … 2049 cm³ are two litres
constexpr int kAgeMax = 40;
constexpr double kMillionsMost = 50; // a price of less is told in millions: «бюджет 2.5»

class Reader
{
public:
    // `read`: the text as it is read, of the same size; what is left of it is told as it was typed.
    Reader(const SearchQuery &asked, const QString &read, QDate today)
        : m_text(asked.text), m_tokens(tokensOf(read)), m_today(today), m_year(today.year())
    {
        spellOutYears(m_tokens, m_year);
        m_read.query = asked;
        m_mayTurn = {!asked.yearFrom && !asked.yearTo, !asked.priceFromMinor && !asked.priceToMinor,
                     !asked.mileageFromKm && !asked.mileageToKm, !asked.powerFromHp && !asked.powerToHp,
                     !asked.engineFromCc && !asked.engineToCc};
    }

    SpokenQuery read()
    {
        for (size_t i = 0; i < m_tokens.size();) {
            const size_t next = conditionAt(i);
            i = next > i ? next : i + 1;
        }
        QString left;
        qsizetype at = 0;
        for (const SpokenCondition &condition : m_read.conditions) {
            left += QStringView(m_text).sliced(at, condition.start - at).toString() + u' ';
            at = condition.end;
        }
        left += QStringView(m_text).sliced(at).toString();
        if (!m_read.conditions.empty()) {
            static const QStringView kLoose = u" ,;.-";
            left = left.simplified();
            while (!left.isEmpty() && kLoose.contains(left.back()))
                left.chop(1);
            while (!left.isEmpty() && kLoose.contains(left.front()))
                left.remove(0, 1);
            m_read.query.text = isOneOf(left.toLower(), {u"и", u"а", u"но", u"and"}) ? QString() : left;
        }
        takeFacets();
        turnAround(m_mayTurn[0], m_read.query.yearFrom, m_read.query.yearTo);
        turnAround(m_mayTurn[1], m_read.query.priceFromMinor, m_read.query.priceToMinor);
        turnAround(m_mayTurn[2], m_read.query.mileageFromKm, m_read.query.mileageToKm);
        turnAround(m_mayTurn[3], m_read.query.powerFromHp, m_read.query.powerToHp);
        turnAround(m_mayTurn[4], m_read.query.engineFromCc, m_read.query.engineToCc);
        return std::move(m_read);
    }

private:
    template <typename Number>
    static void turnAround(bool may, std::optional<Number> &from, std::optional<Number> &to)
    {
        if (may && from && to && *from > *to)
            std::swap(from, to);
    }
    QString wordAt(size_t i) const { return i < m_tokens.size() ? m_tokens[i].word : QString(); }
    bool isSign(size_t i, char16_t sign) const { return i < m_tokens.size() && m_tokens[i].sign == QChar(sign); }
    Subject subjectAt(size_t i) const { return subjectOfWord(wordAt(i)); }

    // What an amount is about; Unknown: nothing of ours.
    Subject subjectOf(const Amount &amount, Subject said) const
    {
        if (amount.measure == Measure::OtherMoney || amount.measure == Measure::Something)
            return Subject::Unknown;
        const bool isYear = isYearNumber(amount);
        switch (amount.measure) {
        case Measure::Money: return Subject::Price;
        case Measure::Km: return Subject::Mileage;
        case Measure::Power: return Subject::Power;
        case Measure::Displacement: return mayBeDisplacement(m_tokens, amount) ? Subject::Displacement : Subject::Unknown;
        case Measure::Days: return said == Subject::Price || said == Subject::Mileage ? Subject::Unknown : Subject::Eta;
        case Measure::Years:
            return isYear || (amount.scale == Scale::One && amount.value <= kAgeMax) ? Subject::Year : Subject::Unknown;
        default: break;
        }
        if (said == Subject::Year)
            return isYear ? said : Subject::Unknown;
        if (said == Subject::Rating)
            return amount.value > 0 && amount.value <= 5 ? said : Subject::Unknown;
        if (said == Subject::Eta || said == Subject::Power || said == Subject::Displacement)
            return Subject::Unknown;                                                        // without days, and out of all bounds
        if (said == Subject::Mileage && amount.scale == Scale::One && amount.value < 1'000) // «пробег до 100»
            return Subject::Mileage;
        if (said != Subject::Unknown)
            return amount.value >= 1'000 ? said : Subject::Unknown;
        if (amount.scale == Scale::Million)
            return Subject::Price;
        if (isYear)
            return Subject::Year;
        return amount.value >= kPriceFrom ? Subject::Price : amount.value >= kMileageFrom ? Subject::Mileage : Subject::Unknown;
    }
    bool isYearNumber(const Amount &amount) const
    {
        return amount.wholeDigits == 4 && amount.scale == Scale::One && amount.bare >= 1950 && amount.bare <= m_year + 1;
    }

    // The token behind the condition that begins at this one; i when there is none.
    size_t conditionAt(size_t i)
    {
        if (const auto told = toldAt(m_tokens, i, m_today))
            return keep(i, told->next, told->bounds);
        if (const size_t next = boundedAt(i); next > i)
            return next;
        const bool mayOrder = m_read.query.sort == SearchQuery::Sort::Relevance; // else the person has chosen one
        const auto ordered = mayOrder ? orderedAt(m_tokens, i) : std::nullopt;
        return ordered ? keep(i, ordered->next, ordered->bounds) : i;
    }

    // An amount; a price that is too small for one is told in millions.
    std::optional<Amount> sumAt(size_t i, Subject said) const
    {
        auto amount = amountAt(m_tokens, i);
        // «Тесла до 2.9»: at the end, and of no engine.
        const bool isFraction = amount && std::fmod(amount->bare, 1) != 0 && amount->next == m_tokens.size() && i > 0
                                && isOneOf(wordAt(i - 1), {u"до", u"за", u"от", u"under"});
        if (isFraction && said == Subject::Unknown && amount->measure == Measure::None && !namesEngine(m_tokens))
            said = Subject::Price;
        if (amount)
            takeUnitOf(said, *amount);
        if (amount && said == Subject::Price && amount->measure == Measure::None && amount->scale == Scale::One
            && amount->value > 0 && amount->value <= kMillionsMost) {
            amount->scale = Scale::Million;
            amount->value *= timesOf(Scale::Million);
        }
        return amount;
    }

    static bool isOfEngineItself(Subject subject) { return subject == Subject::Power || subject == Subject::Displacement; }

    // A subject, a bound and an amount.
    size_t boundedAt(size_t i)
    {
        const size_t begin = i;
        Subject said = subjectAt(i);
        if (said != Subject::Unknown)
            ++i;
        if (said != Subject::Unknown && subjectAt(i) == said) // «год выпуска»
            ++i;
        if (isOfEngineItself(said) && isOfEngineItself(subjectAt(i))) { // «мощность двигателя», «двигатель мощностью»
            said = Subject::Power;
            ++i;
        }
        size_t behindBound = i;
        const Bound *bound = boundAt(m_tokens, i, &behindBound);
        if (bound && said == Subject::Unknown && subjectAt(behindBound) != Subject::Unknown && amountAt(m_tokens, behindBound + 1)
            && !amountAt(m_tokens, behindBound)) { // «с пробегом до …», «от года 2018»
            said = subjectAt(behindBound);
            i = behindBound + 1;
            bound = boundAt(m_tokens, i, &behindBound);
            if (!bound)
                behindBound = i;
        } else if (bound && said == Subject::Unknown && subjectAt(behindBound) != Subject::Unknown) {
            size_t further = 0;
            if (boundAt(m_tokens, behindBound + 1, &further)) { // «с пробегом до 100 тыс»
                said = subjectAt(behindBound);
                bound = boundAt(m_tokens, behindBound + 1, &behindBound);
            }
        }
        const auto amount = sumAt(bound ? behindBound : i, said == Subject::Unknown && bound ? bound->subject : said);
        if (!amount)
            return begin;
        const Side side = bound ? bound->side : Side::Upper;
        if (const size_t next = rangeFrom(begin, *amount, said, bound))
            return next;
        if (const size_t next = bound ? 0 : eitherYear(begin, *amount))
            return next;
        if (!bound && said == Subject::Unknown)
            return unboundAt(begin, *amount);
        if (said == Subject::Unknown && bound)
            said = bound->subject;
        // The subject may stand behind: «до 100 тыс пробег», «от 2018 года выпуска».
        size_t next = amount->next;
        Subject subject = subjectOf(*amount, said);
        size_t further = 0;
        const Subject behind = subjectAt(next);
        const bool isOfTheNext = amountAt(m_tokens, next + 1) || boundAt(m_tokens, next + 1, &further); // «…, пробег до»
        if (said == Subject::Unknown && behind != Subject::Unknown && !isOfTheNext && subjectOf(*amount, behind) == behind) {
            subject = behind;
            ++next;
        }
        if (subject == Subject::Unknown || (bound && !(bound->mayBound & bitOf(subject))))
            return begin;
        Bounds bounds;
        addBounds(bounds, subject, side, bound && bound->ofAge, bound != nullptr, *amount);
        return keep(begin, skipEngineWord(skipYearWords(next, subject), subject), bounds);
    }
    // «До 100 кВт двигатель»: of what follows it says nothing.
    size_t skipEngineWord(size_t i, Subject subject) const
    {
        size_t further = 0;
        const bool isEngine = isOfEngineItself(subject) && subjectAt(i) == Subject::Displacement;
        return isEngine && !amountAt(m_tokens, i + 1) && !boundAt(m_tokens, i + 1, &further) ? i + 1 : i;
    }

    // "2018-2020", «от 1 до 2 млн», «с 2018 по 2020»: the first number is of the second one's kind.
    size_t rangeFrom(size_t begin, const Amount &first, Subject said, const Bound *bound)
    {
        size_t at = first.next;
        if (bound && bound->side != Side::Lower)
            return 0;
        if (bound) {
            size_t behind = at;
            const Bound *second = boundAt(m_tokens, at, &behind);
            const bool joined =
                (second && second->side == Side::Upper && !second->ofAge) || wordAt(at) == u"по" || isSign(at, u'-');
            if (!joined)
                return 0;
            at = second ? behind : at + 1;
        } else if (isSign(at, u'-')) {
            ++at;
        } else {
            return 0;
        }
        const auto second = sumAt(at, said == Subject::Unknown && bound ? bound->subject : said);
        if (!second)
            return 0;
        const auto lowLitres = bareLitresAt(m_tokens, begin, first),
                   highLitres = bareLitresAt(m_tokens, at, *second); // "1.6-2.0"
        if (!bound && said == Subject::Unknown && lowLitres && highLitres) {
            Bounds bounds;
            addBounds(bounds, Subject::Displacement, Side::Lower, false, true, *lowLitres);
            addBounds(bounds, Subject::Displacement, Side::Upper, false, true, *highLitres);
            return keep(begin, second->next, bounds);
        }
        if (isYearNumber(first) && second->scale != Scale::One && second->bare < first.bare)
            return 0; // «от 2020 до 3.5 млн»: of two things
        Amount low = first;
        if (low.scale == Scale::One && low.measure == Measure::None && second->scale != Scale::One
            && low.bare < second->bare * 1'000) {
            low.scale = second->scale;
            low.value = low.bare * timesOf(second->scale);
            low.wholeDigits = 0;
        }
        if (low.measure == Measure::None) {
            const bool isScaled =
                second->measure == Measure::Days || second->measure == Measure::Power || second->measure == Measure::Displacement;
            if (isScaled && second->bare > 0)
                low.value *= second->value / (second->bare * timesOf(second->scale));
            low.measure = second->measure;
            low.isRounded = second->isRounded;
        }
        size_t next = second->next;
        if (said == Subject::Unknown && bound)
            said = bound->subject;
        if (said == Subject::Unknown && subjectAt(next) != Subject::Unknown && subjectAt(next) != Subject::Year) {
            said = subjectAt(next);
            ++next;
        }
        const Subject subject = subjectOf(*second, said);
        if (subject == Subject::Unknown || subject == Subject::Rating || subjectOf(low, subject) != subject)
            return 0;
        Bounds bounds;
        addBounds(bounds, subject, Side::Lower, false, true, low);
        addBounds(bounds, subject, Side::Upper, false, true, *second);
        return keep(begin, skipYearWords(next, subject), bounds);
    }

    // «2019 или 2020 года»
    size_t eitherYear(size_t begin, const Amount &first)
    {
        if (!isYearNumber(first) || !isOneOf(wordAt(first.next), {u"или", u"либо", u"or"}))
            return 0;
        const auto second = amountAt(m_tokens, first.next + 1);
        if (!second || !isYearNumber(*second))
            return 0;
        const size_t next = skipYearWords(second->next, Subject::Year);
        if (next == second->next && second->measure != Measure::Years)
            return 0; // two numbers in names
        Bounds bounds;
        addBounds(bounds, Subject::Year, Side::Lower, false, true, first.bare < second->bare ? first : *second);
        addBounds(bounds, Subject::Year, Side::Upper, false, true, first.bare < second->bare ? *second : first);
        return keep(begin, next, bounds);
    }

    // «300 сил» is about that; «250+ л.с.», «200 сил и больше», «160 сил и меньше» are bounds.
    size_t engineAt(size_t begin, const Amount &amount)
    {
        size_t next = amount.next;
        Side side = Side::Near;
        if (isSign(begin + 1, u'+') || isSign(next, u'+')) {
            side = Side::Lower;
            next += isSign(next, u'+') ? 1 : 0;
        } else if (isOneOf(wordAt(next), {u"и", u"или", u"and", u"or"})) {
            const QString more = wordAt(next + 1);
            side = isOneOf(more, {u"больше", u"более", u"выше", u"more", u"up", u"above"})      ? Side::Lower
                   : isOneOf(more, {u"меньше", u"менее", u"ниже", u"less", u"under", u"below"}) ? Side::Upper
                                                                                                : side;
            next += side == Side::Near ? 0 : 2;
        } else if (wordAt(next) == u"дейін") { // Kazakh: up to
            side = Side::Upper;
            ++next;
        }
        const Subject subject = subjectOf(amount, Subject::Unknown);
        Bounds bounds;
        addBounds(bounds, subject, side, false, side != Side::Near, amount);
        return keep(begin, skipEngineWord(next, subject), bounds);
    }

    // Nothing says how it is meant: a sum is what one has; "2018 года" is that year, "2018+" that year and newer ones.
    size_t unboundAt(size_t begin, const Amount &amount)
    {
        Bounds bounds;
        size_t next = amount.next;
        if (isYearNumber(amount)) {
            const bool andNewer = isSign(next, u'+')
                                  || (isOneOf(wordAt(next), {u"и", u"или", u"or", u"and"})
                                      && isOneOf(wordAt(next + 1), {u"новее", u"выше", u"моложе", u"newer", u"later", u"up"}));
            if (andNewer) {
                next += isSign(next, u'+') ? 1 : 2;
                addBounds(bounds, Subject::Year, Side::Lower, false, true, amount);
                return keep(begin, skipYearWords(next, Subject::Year), bounds);
            }
            const size_t behind = skipYearWords(next, Subject::Year);
            if (behind == next && amount.measure != Measure::Years)
                return begin; // a number in a name
            addBounds(bounds, Subject::Year, Side::Lower, false, true, amount);
            addBounds(bounds, Subject::Year, Side::Upper, false, true, amount);
            return keep(begin, behind, bounds);
        }
        if (amount.measure == Measure::Power || amount.measure == Measure::Displacement)
            return engineAt(begin, amount);
        if (const auto litres = bareLitresAt(m_tokens, begin, amount)) {
            addBounds(bounds, Subject::Displacement, Side::Near, false, false, *litres);
            return keep(begin, next, bounds);
        }
        if (amount.measure == Measure::Money ? amount.value < 1'000
                                             : amount.scale != Scale::Million || amount.measure != Measure::None)
            return begin;
        addBounds(bounds, Subject::Price, Side::Upper, false, false, amount);
        return keep(begin, next, bounds);
    }

    size_t skipYearWords(size_t i, Subject subject) const
    {
        if (subject != Subject::Year)
            return i;
        while (isOneOf(wordAt(i), {u"г", u"гг", u"года", u"год", u"году", u"годов", u"в", u"вып", u"выпуска", u"гв", u"old"}))
            ++i;
        return i;
    }

    using Bounds = std::vector<std::pair<QByteArray, QString>>;
    static void add(Bounds &bounds, const char *name, double value, double min, double max)
    {
        const double whole = std::round(value);
        if (whole >= min && whole <= max)
            bounds.emplace_back(name, QString::number(qint64(whole)));
    }
    void addBounds(Bounds &bounds, Subject subject, Side side, bool ofAge, bool isBound, const Amount &amount) const
    {
        const double low = side == Side::Near ? amount.value * (1 - kNearShare) : amount.value,
                     high = side == Side::Near ? amount.value * (1 + kNearShare) : amount.value;
        switch (subject) {
        case Subject::Price:
            if (side != Side::Upper)
                add(bounds, "price_from", low * 100, 0, double(listing::kPriceMaxMinor));
            if (side != Side::Lower)
                add(bounds, "price_to", high * 100, 0, double(listing::kPriceMaxMinor));
            return;
        case Subject::Mileage: {
            const double times = amount.scale == Scale::One && amount.value < 1'000 ? 1'000 : 1; // «пробег до 100»
            if (side == Side::Lower)
                add(bounds, "mileage_from", low * times, 0, listing::kMileageMaxKm);
            else
                add(bounds, "mileage_to", high * times, 0, listing::kMileageMaxKm);
            return;
        }
        case Subject::Eta:
            if (side != Side::Lower)
                add(bounds, "eta_to", amount.value, listing::kEtaMinDays, listing::kEtaMaxDays);
            return;
        case Subject::Power: {
            const bool isNear = side == Side::Near || !isBound;
            if (side != Side::Upper || isNear)
                add(bounds, "power_from", amount.value * (isNear ? 1 - kNearShare : 1), 0, listing::kPowerMaxHp);
            if (side != Side::Lower || isNear)
                add(bounds, "power_to", amount.value * (isNear ? 1 + kNearShare : 1), 0, listing::kPowerMaxHp);
            return;
        }
        case Subject::Displacement: {
            const double below = amount.isRounded || !isBound ? kRoundedBelowCc : 0;
            if (side != Side::Upper || !isBound)
                add(bounds, "engine_from", (isBound ? low : amount.value) - below, 0, listing::kEngineMaxCc);
            if (side != Side::Lower || !isBound)
                add(bounds, "engine_to", (isBound ? high : amount.value) + std::max(below - 1, 0.0), 0, listing::kEngineMaxCc);
            return;
        }
        case Subject::Rating: bounds.emplace_back("rating_from", QString::number(amount.value, 'g', 3)); return;
        case Subject::Year: {
            const bool isYear = isYearNumber(amount);
            const double year = isYear ? amount.bare : m_year - amount.value;
            // An upper bound of the age is a lower one of the year.
            const bool lower = ofAge || !isYear ? side == Side::Upper : side == Side::Lower;
            if (!isBound && isYear) {
                add(bounds, "year_from", year, listing::kYearMin, m_year + 1);
                add(bounds, "year_to", year, listing::kYearMin, m_year + 1);
            } else {
                add(bounds, lower ? "year_from" : "year_to", year, listing::kYearMin, m_year + 1);
            }
            return;
        }
        case Subject::Unknown: return;
        }
    }

    size_t keep(size_t begin, size_t next, const Bounds &bounds)
    {
        if (bounds.empty())
            return begin;
        if (const auto facet = facetFromWord(QString::fromLatin1(bounds.front().first))) {
            const QStringList values = bounds.front().second.split(u',');
            (values.size() > 1 ? m_left : m_wanted)[size_t(*facet)].emplace_back(values.begin(), values.end());
        } else {
            for (const auto &[name, value] : bounds)
                take(name, value);
        }
        m_read.conditions.push_back({m_tokens[begin].start, m_tokens[next - 1].end, bounds});
        return next;
    }
    // What is wanted is wanted beside the filter's values; of these stays what no exclusion takes. When nothing would, it stands.
    void takeFacets()
    {
        for (size_t facet = 0; facet < m_wanted.size(); ++facet) {
            std::vector<QString> &values = m_read.query.facets[facet];
            for (const auto &wanted : m_wanted[facet])
                values.insert(values.end(), wanted.begin(), wanted.end());
            std::sort(values.begin(), values.end());
            values.erase(std::unique(values.begin(), values.end()), values.end());
            for (const auto &left : m_left[facet]) {
                std::vector<QString> common;
                std::set_intersection(values.begin(), values.end(), left.begin(), left.end(), std::back_inserter(common));
                if (values.empty() || !common.empty())
                    values = values.empty() ? left : common;
            }
        }
    }
    template <typename Number>
    static void tighten(std::optional<Number> &bound, Number value, bool upper)
    {
        bound = !bound ? value : upper ? std::min(*bound, value) : std::max(*bound, value);
    }
    void take(const QByteArray &name, const QString &value)
    {
        SearchQuery &q = m_read.query;
        if (name == "sort") {
            q.sort = sortFromWord(value).value_or(q.sort);
        } else if (name == "rating_from") {
            tighten(q.ratingFromHundredths, int(std::lround(value.toDouble() * 100)), false);
        } else if (name == "price_from" || name == "price_to") {
            tighten(name == "price_to" ? q.priceToMinor : q.priceFromMinor, value.toLongLong(), name == "price_to");
        } else if (name == "power_from" || name == "power_to") {
            tighten(name == "power_to" ? q.powerToHp : q.powerFromHp, value.toInt(), name == "power_to");
        } else if (name == "engine_from" || name == "engine_to") {
            tighten(name == "engine_to" ? q.engineToCc : q.engineFromCc, value.toInt(), name == "engine_to");
        } else if (name == "eta_to") {
            tighten(q.etaToDays, value.toInt(), true);
        } else if (name == "year_from" || name == "year_to") {
            tighten(name == "year_to" ? q.yearTo : q.yearFrom, value.toInt(), name == "year_to");
        } else {
            tighten(name == "mileage_to" ? q.mileageToKm : q.mileageFromKm, value.toInt(), name == "mileage_to");
        }
    }

    const QString m_text;
    std::vector<Token> m_tokens;
    const QDate m_today;
    const int m_year;
    using FacetLists = std::array<std::vector<std::vector<QString>>, SearchQuery::kFacetCount>;
    FacetLists m_wanted, m_left;     // what the words name, and what their exclusions leave
    std::array<bool, 5> m_mayTurn{}; // year, price, mileage, power, displacement: no filter bounds it, the words alone do
    SpokenQuery m_read;
};

// Whether a word stands in one of them that was typed in Latin letters: "c 2018" may be a model and a year, "jn 2018" is none.
bool holdLatinWords(const QString &text, const std::vector<SpokenCondition> &conditions)
{
    const auto isLatin = [&](qsizetype at) {
        const QChar lower = text.at(at).toLower();
        return lower >= u'a' && lower <= u'z';
    };
    return std::any_of(conditions.begin(), conditions.end(), [&](const SpokenCondition &condition) {
        for (qsizetype at = condition.start; at + 1 < condition.end; ++at) {
            if (isLatin(at) && isLatin(at + 1))
                return true;
        }
        return false;
    });
}

qsizetype charactersOf(const std::vector<SpokenCondition> &conditions)
{
    return std::accumulate(conditions.begin(), conditions.end(), qsizetype(0),
                           [](qsizetype sum, const SpokenCondition &condition) { return sum + condition.end - condition.start; });
}
} // namespace

SpokenQuery understand(const SearchQuery &asked, Timestamp now)
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(now.unixMs, Qt::UTC).date();
    SpokenQuery read = Reader(asked, asked.text, today).read();
    const QString turned = inRussianLayout(asked.text);
    if (turned == asked.text)
        return read;
    SpokenQuery other = Reader(asked, turned, today).read();
    return charactersOf(other.conditions) > charactersOf(read.conditions) && holdLatinWords(asked.text, other.conditions) ? other
                                                                                                                          : read;
}

} // namespace cargo
