#include "shared/domain/search_query/spoken_wishes.h"

#include "shared/domain/listing/listing.h"
#include "shared/domain/search_query/search_query.h"
#include "shared/domain/search_query/spoken_exclusions.h"
#include "shared/domain/search_query/spoken_words.h"

#include <QStringList>

namespace cargo::spoken {

namespace {
constexpr int kFastDays = 21;                       // «быстрая доставка»
constexpr int kNewestYears = 3;                     // «самый новый»
constexpr int kPowerfulHp = 200, kModestHp = 120;   // «мощная», «маломощная»
constexpr int kLowFeeHp = 160;                      // up to here the recycling fee is lowered (Russia, since December 2025)
constexpr int kDutyYearsFrom = 3, kDutyYearsTo = 5; // the age at which the duty is lowest

class Teller
{
public:
    Teller(const std::vector<Token> &tokens, size_t at, QDate today) : m_tokens(tokens), m_at(at), m_today(today) {}

    std::optional<Told> excluded() const
    {
        const auto exclusion = exclusionAt(m_tokens, m_at);
        if (!exclusion)
            return std::nullopt;
        const std::vector<QString> left = allBut(exclusion->facet, exclusion->values);
        const QString values = QStringList(left.begin(), left.end()).join(u',');
        return Told{{{cargo::word(exclusion->facet), values}}, exclusion->next};
    }

    std::optional<Told> country() const
    {
        const QString before = word(0);
        const QStringView origin = originOf(before);
        if (!origin.isEmpty() && !word(1).startsWith(u"сборк"))
            return from(origin, 1);
        const bool isMore = m_at > 0 && isOneOf(before, {u"или", u"либо", u"и", u"or", u"and"})
                            && !countryOf(m_tokens[m_at - 1].word).isEmpty(); // «из Кореи или Китая»
        if (!isMore && !isOneOf(before, {u"из", u"с", u"со", u"з", u"са", u"from", u"iz", u"z"}))
            return std::nullopt;
        const size_t i = isOneOf(word(1), {u"южной", u"south", u"the"}) ? 2 : 1;
        const QStringView code = countryOf(word(i));
        return code.isEmpty() ? std::nullopt : from(code, i + 1);
    }

    std::optional<Told> fast() const
    {
        const bool isFast =
            isOneOf(word(0), {u"быстр*", u"побыстр*", u"срочн*", u"скор*", u"fast", u"quick", u"quickly", u"express"});
        const bool isDelivery = isOneOf(word(1), {u"доставк*", u"достав*", u"привез*", u"привоз*", u"delivery"});
        return isFast && isDelivery ? told("eta_to", kFastDays, 2) : std::nullopt;
    }

    // «До нового года», «до НГ», «к новому году».
    std::optional<Told> beforeNewYear() const
    {
        size_t length = 0;
        if (isOneOf(word(0), {u"до", u"к"})) {
            const bool isShort = word(1) == u"нг";
            const bool isLong = (isOneOf(word(1), {u"нового", u"новому"}) && isOneOf(word(2), {u"года", u"году"}))
                                || (word(1) == u"конца" && word(2) == u"года");
            length = isShort ? 2 : isLong ? 3 : 0;
        } else if (isOneOf(word(0), {u"before", u"by"})) {
            const size_t i = word(1) == u"the" ? 2 : 1;
            length = word(i) == u"new" && isOneOf(word(i + 1), {u"year", u"years"}) ? i + 2 : 0;
        }
        const qint64 days = m_today.daysTo(QDate(m_today.year(), 12, 31));
        return length > 0 && days >= listing::kEtaMinDays ? told("eta_to", int(days), length) : std::nullopt;
    }

    std::optional<Told> cheap() const
    {
        const bool isNotDear = word(0) == u"не" && isOneOf(word(1), {u"дорогая", u"дорогой", u"дорогую", u"дорого", u"дорогие"});
        if (isNotDear)
            return ordered(SearchQuery::Sort::PriceAsc, 2);
        const bool isCheap = isOneOf(word(0), {u"недорог*", u"дешев*", u"подешевле", u"бюджетн*", u"танн*", u"арзан*", u"cheap",
                                               u"cheapest", u"inexpensive", u"affordable"});
        // What is cheap to keep need not be cheap to buy.
        const size_t i = isOneOf(word(1), {u"в", u"на", u"to", u"on"}) ? 2 : 1;
        const bool isToKeep = isOneOf(
            word(i), {u"содерж*", u"обслуж*", u"эксплуат*", u"ремонт*", u"run", u"maintain", u"own", u"fuel", u"gas", u"petrol"});
        return isCheap && !isToKeep ? ordered(SearchQuery::Sort::PriceAsc, 1) : std::nullopt;
    }

    // Of roads and of upkeep other forms of the word are told.
    std::optional<Told> dear() const
    {
        const size_t most = isOneOf(word(0), {u"сам*", u"the", u"most"}) ? 1 : 0;
        const bool isDear =
            isOneOf(word(most), {u"дорогая", u"дорогую", u"дорогое", u"дорогие", u"подороже", u"дорогущ*", u"expensive"});
        return isDear && word(most + 1) != u"в" ? ordered(SearchQuery::Sort::PriceDesc, most + 1) : std::nullopt;
    }

    // «С небольшим пробегом», "low mileage": an order, as there is no saying how much is small.
    std::optional<Told> littleRun() const
    {
        const size_t begin = isOneOf(word(0), {u"с", u"со", u"with"}) ? 1 : 0;
        const bool isLittle = isOneOf(word(begin), {u"маленьк*", u"мал", u"малый", u"малым", u"малого", u"небольш*", u"невысок*",
                                                    u"низк*", u"минимальн*", u"наименьш*", u"low", u"lowest", u"small"});
        const bool isRun = isOneOf(word(begin + 1), {u"пробег*", u"mileage"});
        return isLittle && isRun && !amountAt(m_tokens, m_at + begin + 2) ? ordered(SearchQuery::Sort::MileageAsc, begin + 2)
                                                                          : std::nullopt;
    }

    std::optional<Told> newest() const
    {
        const size_t most = isOneOf(word(0), {u"сам*", u"the"}) ? 1 : 0;
        const bool isNewest = isOneOf(word(most), {u"новейш*", u"newest", u"посвежее", u"поновее"})
                              || (most > 0 && isOneOf(word(most), {u"нов*", u"свеж*"})) || isFreshCar() || isNewCar();
        return isNewest ? told("year_from", m_today.year() - kNewestYears, most + 1) : std::nullopt;
    }

    // «Трёхлетка»: so old.
    std::optional<Told> ofAge() const
    {
        static constexpr std::pair<QStringView, int> kAges[] = {
            {u"двух", 2}, {u"трех", 3}, {u"четырех", 4}, {u"пяти", 5}, {u"семи", 7}};
        const QString is = word(0);
        for (const auto &[begin, years] : kAges) {
            if (is.startsWith(begin) && isOneOf(is.sliced(begin.size()), {u"летк*", u"летн*", u"леток"})) {
                const QString year = QString::number(m_today.year() - years);
                return Told{{{"year_from", year}, {"year_to", year}}, m_at + 1};
            }
        }
        return std::nullopt;
    }

    // «Льготный утильсбор»: of the power up to which it is paid.
    std::optional<Told> ofLowFee() const
    {
        const bool isLow = isOneOf(word(0), {u"льготн*", u"низк*", u"минимальн*", u"маленьк*", u"дешев*"});
        return isLow && isOneOf(word(1), {u"утил*"}) ? told("power_to", kLowFeeHp, 2) : std::nullopt;
    }

    // Of the car, and not of what stands in it.
    std::optional<Told> ofPower() const
    {
        if (isOneOf(word(0), {u"маломощн*", u"слабосильн*"}))
            return told("power_to", kModestHp, 1);
        const bool isNegated = m_at > 0 && m_tokens[m_at - 1].word == u"не";
        const bool isPowerful =
            isOneOf(word(0), {u"мощная", u"мощный", u"мощную", u"мощное", u"мощные", u"мощного", u"powerful"});
        const bool isOfPart = isOneOf(word(1), {u"музык*", u"фар*", u"тормоз*", u"печк*", u"кондиц*", u"звук*", u"аккум*",
                                                u"свет*", u"батаре*", u"акуст*", u"brakes", u"sound", u"lights", u"ac"});
        return isPowerful && !isNegated && !isOfPart ? told("power_from", kPowerfulHp, 1) : std::nullopt;
    }

    // «Проходная»: of the age at which the duty is lowest.
    std::optional<Told> ofLowDuty() const
    {
        const bool isNegated = m_at > 0 && m_tokens[m_at - 1].word == u"не";
        if (isNegated || !isOneOf(word(0), {u"проходная", u"проходной", u"проходную", u"проходные", u"проходных", u"проходного"}))
            return std::nullopt;
        return Told{{{"year_from", QString::number(m_today.year() - kDutyYearsTo)},
                     {"year_to", QString::number(m_today.year() - kDutyYearsFrom)}},
                    m_at + 1};
    }

private:
    QString word(size_t ahead) const { return m_at + ahead < m_tokens.size() ? m_tokens[m_at + ahead].word : QString(); }
    std::optional<Told> from(QStringView code, size_t length) const
    {
        return Told{{{"country_from", code.toString()}}, m_at + length};
    }
    std::optional<Told> told(const char *name, int value, size_t length) const
    {
        return Told{{{name, QString::number(value)}}, m_at + length};
    }
    std::optional<Told> ordered(SearchQuery::Sort sort, size_t length) const
    {
        return Told{{{"sort", QString::fromLatin1(cargo::word(sort))}}, m_at + length};
    }

    // «Свежая» is a car; oil, tyres and what was mended are fresh in another way.
    bool isFreshCar() const
    {
        return isOneOf(word(0), {u"свежая", u"свежий", u"свежую", u"свежие", u"свежего", u"свеженьк*"})
               && !isOneOf(word(1), {u"диагностик*", u"резин*",  u"покраск*", u"окрас*",  u"краск*",  u"батаре*", u"аккум*",
                                     u"замен*",      u"ремонт*", u"подвеск*", u"привоз*", u"завоз*",  u"запах*",  u"сервис*",
                                     u"двигател*",   u"мотор*",  u"ремн*",    u"ремен*",  u"колодк*", u"шин*"});
    }

    // Nobody sells a new one here: the last years. What stands behind says of what it is said.
    bool isNewCar() const
    {
        const bool isNew = isOneOf(word(0), {u"новая", u"новый", u"новую", u"новое", u"новенькая", u"новенький", u"новенькую"});
        return isNew && (m_at + 1 == m_tokens.size() || isOneOf(word(1), {u"машин*", u"авто", u"автомобил*", u"тачк*", u"и"}));
    }

    const std::vector<Token> &m_tokens;
    const size_t m_at;
    const QDate m_today;
};
} // namespace

std::optional<Told> toldAt(const std::vector<Token> &tokens, size_t at, QDate today)
{
    const Teller teller(tokens, at, today);
    for (const auto tell : {&Teller::excluded, &Teller::country, &Teller::fast, &Teller::beforeNewYear, &Teller::newest,
                            &Teller::ofAge, &Teller::ofLowDuty, &Teller::ofLowFee, &Teller::ofPower}) {
        if (auto told = (teller.*tell)())
            return told;
    }
    return std::nullopt;
}

std::optional<Told> orderedAt(const std::vector<Token> &tokens, size_t at)
{
    const Teller teller(tokens, at, {});
    for (const auto tell : {&Teller::cheap, &Teller::dear, &Teller::littleRun}) {
        if (auto told = (teller.*tell)())
            return told;
    }
    return std::nullopt;
}

} // namespace cargo::spoken
