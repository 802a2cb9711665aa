#include "shared/domain/search_query/spoken_exclusions.h"

#include "shared/domain/listing/listing.h"
#include "shared/domain/search_query/spoken_words.h"

#include <algorithm>

namespace cargo::spoken {

namespace {
using Facet = SearchQuery::Facet;

struct Named
{
    Facet facet;
    Words words;
    std::initializer_list<QStringView> values; // that are not wanted by who does not want this
};
const Named kNamed[] = {
    {Facet::Fuel, {u"дизел*", u"diesel*"}, {u"diesel"}},
    {Facet::Fuel, {u"бензин*", u"petrol", u"gasoline"}, {u"petrol"}},
    {Facet::Fuel, {u"гибрид*", u"hybrid*"}, {u"hybrid", u"plug_in_hybrid"}},
    {Facet::Fuel,
     {u"электро", u"электромоб*", u"электричк*", u"электрокар*", u"электрическ*", u"electric*", u"ev"},
     {u"electric"}},
    {Facet::Transmission, {u"вариатор*", u"cvt"}, {u"cvt"}},
    {Facet::Transmission, {u"робот*", u"дсг", u"dsg"}, {u"robot"}},
    {Facet::Transmission, {u"механик*", u"мкпп", u"ручк*", u"manual"}, {u"manual"}},
    {Facet::Transmission, {u"автомат", u"автомата", u"автоматом", u"акпп", u"automatic"}, {u"automatic", u"cvt", u"robot"}},
    {Facet::BodyType, {u"седан*", u"sedan*"}, {u"sedan"}},
    {Facet::BodyType, {u"хэтч*", u"хетч*", u"hatch*"}, {u"hatchback"}},
    {Facet::BodyType, {u"универсал", u"универсалы", u"универсала", u"универсалов", u"wagon*"}, {u"wagon"}},
    {Facet::BodyType, {u"внедорожник*", u"кроссовер*", u"паркетник*", u"suv", u"suvs"}, {u"suv"}},
    {Facet::BodyType, {u"минивэн*", u"минивен*", u"minivan*"}, {u"minivan"}},
    {Facet::BodyType, {u"пикап*", u"pickup*"}, {u"pickup"}},
    {Facet::BodyType, {u"купе", u"coupe*"}, {u"coupe"}},
    {Facet::Drive, {u"переднеприводн*", u"fwd"}, {u"fwd"}},
    {Facet::Drive, {u"заднеприводн*", u"rwd"}, {u"rwd"}},
    {Facet::Drive, {u"полноприводн*", u"awd", u"4wd"}, {u"awd"}},
    {Facet::Color, {u"white", u"белы"}, {u"white"}},
    {Facet::Color, {u"black", u"чорны", u"чорная"}, {u"black"}},
    {Facet::Color, {u"silver"}, {u"silver"}},
    {Facet::Color, {u"gray", u"grey"}, {u"gray"}},
    {Facet::Color, {u"red"}, {u"red"}},
    {Facet::Color, {u"blue"}, {u"blue"}},
    {Facet::CountryFrom, {u"китай", u"китая", u"китаец", u"китайц*", u"китайск*", u"китайк*", u"china", u"chinese"}, {u"CN"}},
    {Facet::CountryFrom,
     {u"япони*", u"японец", u"японц*", u"японк*", u"японск*", u"japan*", u"праворул*", u"праворук*"},
     {u"JP"}},
    {Facet::CountryFrom, {u"корея", u"кореи", u"корею", u"кореец", u"корейц*", u"корейск*", u"korea*"}, {u"KR"}},
    {Facet::CountryFrom, {u"германи*", u"немец", u"немц*", u"немецк*", u"german*"}, {u"DE"}},
    {Facet::CountryFrom, {u"америк*", u"сша", u"штат*", u"usa", u"america*"}, {u"US"}},
    {Facet::CountryFrom, {u"оаэ", u"эмират*", u"дубай", u"дубая", u"uae", u"dubai"}, {u"AE"}},
    {Facet::CountryFrom, {u"грузия", u"грузии", u"грузин*"}, {u"GE"}},
};

// Of adjectives the stem, to which any ending is added: «белая», «белого», «беленькую».
struct Adjective
{
    Facet facet;
    QStringView stem;
    QStringView value;
};
constexpr Adjective kAdjectives[] = {
    {Facet::Color, u"бел", u"white"},        {Facet::Color, u"черн", u"black"},     {Facet::Color, u"сер", u"gray"},
    {Facet::Color, u"серебрист", u"silver"}, {Facet::Color, u"красн", u"red"},      {Facet::Color, u"син", u"blue"},
    {Facet::Color, u"зелен", u"green"},      {Facet::Color, u"коричнев", u"brown"}, {Facet::Color, u"бежев", u"beige"},
    {Facet::Color, u"желт", u"yellow"},      {Facet::Color, u"оранжев", u"orange"}, {Facet::Color, u"золотист", u"gold"},
    {Facet::Color, u"фиолетов", u"purple"},  {Facet::Drive, u"передн", u"fwd"},     {Facet::Drive, u"задн", u"rwd"},
    {Facet::Drive, u"полн", u"awd"},
};

QStringView withoutEnding(QStringView word)
{
    static constexpr QStringView kEndings[] = {u"ого", u"его", u"ому", u"ему", u"ый", u"ий", u"ой", u"ая", u"яя", u"ое",
                                               u"ее",  u"ые",  u"ие",  u"ых",  u"их", u"ую", u"юю", u"ым", u"им", u"ей"};
    for (const QStringView ending : kEndings) {
        if (word.endsWith(ending)) {
            word.chop(ending.size());
            return word.endsWith(u"еньк") ? word.chopped(4) : word;
        }
    }
    return {};
}

QString wordAt(const std::vector<Token> &tokens, size_t at) { return at < tokens.size() ? tokens[at].word : QString(); }

// A drive is named by two words, as the wheel on the right is.
std::optional<Exclusion> factAt(const std::vector<Token> &tokens, size_t at)
{
    const QString word = wordAt(tokens, at);
    if (word.isEmpty())
        return std::nullopt;
    for (const Named &named : kNamed) {
        if (!isOneOf(word, named.words))
            continue;
        Exclusion fact{named.facet, {}, at + 1};
        for (const QStringView value : named.values)
            fact.values.push_back(value.toString());
        return fact;
    }
    const QStringView stem = withoutEnding(word);
    if (stem == u"прав" && isOneOf(wordAt(tokens, at + 1), {u"руль", u"руля", u"рулем"}))
        return Exclusion{Facet::CountryFrom, {QStringLiteral("JP")}, at + 2};
    for (const Adjective &known : kAdjectives) {
        if (stem != known.stem)
            continue;
        const bool isDrive = known.facet == Facet::Drive;
        if (isDrive != isOneOf(wordAt(tokens, at + 1), {u"привод", u"привода", u"приводом"}))
            return std::nullopt;
        return Exclusion{known.facet, {known.value.toString()}, at + (isDrive ? 2 : 1)};
    }
    return std::nullopt;
}

bool isNegation(const QString &word) { return isOneOf(word, {u"не", u"без", u"not", u"no", u"non", u"without"}); }

// «Белый салон»: it is not the car that is white.
bool isOfAPart(const std::vector<Token> &tokens, const Exclusion &fact)
{
    return fact.facet == Facet::Color
           && isOneOf(wordAt(tokens, fact.next), {u"салон*", u"потолок", u"потолк*", u"кож*", u"диск*", u"крыш*", u"сиден*",
                                                  u"номер*", u"interior", u"leather", u"seats", u"wheels", u"roof"});
}

// «… и корейцев», «… или робот»: more of the same kind.
void takeMore(const std::vector<Token> &tokens, Exclusion &fact)
{
    while (isOneOf(wordAt(tokens, fact.next), {u"и", u"или", u"да", u"and", u"or"})) {
        const auto more = factAt(tokens, fact.next + 1);
        if (!more || more->facet != fact.facet)
            return;
        fact.values.insert(fact.values.end(), more->values.begin(), more->values.end());
        fact.next = more->next;
    }
}
} // namespace

std::optional<Exclusion> exclusionAt(const std::vector<Token> &tokens, size_t at)
{
    const QString first = wordAt(tokens, at);
    if (isOneOf(first, {u"только", u"но", u"а", u"but", u"only"}) && isNegation(wordAt(tokens, at + 1)))
        return exclusionAt(tokens, at + 1);
    const bool isBut = isOneOf(first, {u"кроме", u"except", u"исключая"});
    if (isBut || isNegation(first)) {
        size_t i = at + 1;
        while (isOneOf(wordAt(tokens, i), {u"из", u"з", u"с", u"со", u"на", u"from", u"a", u"the"}))
            ++i;
        auto fact = factAt(tokens, i);
        // «без белых пятен» is no colour of a car.
        if (!fact || isOfAPart(tokens, *fact) || (first == u"без" && fact->facet == Facet::Color))
            return std::nullopt;
        if (isBut)
            takeMore(tokens, *fact);
        return fact;
    }
    auto fact = factAt(tokens, at);
    if (!fact || isOfAPart(tokens, *fact))
        return std::nullopt;
    takeMore(tokens, *fact);
    const bool isRefused = wordAt(tokens, fact->next) == u"не"
                           && isOneOf(wordAt(tokens, fact->next + 1), {u"предлаг*", u"нуж*", u"надо", u"интерес*", u"рассматр*",
                                                                       u"хоч*", u"подход*", u"подойд*"});
    if (!isRefused)
        return std::nullopt;
    fact->next += 2;
    return fact;
}

std::vector<QString> allBut(SearchQuery::Facet facet, const std::vector<QString> &unwanted)
{
    std::vector<QString> values;
    const auto take = [&](const QString &value) {
        if (std::find(unwanted.begin(), unwanted.end(), value) == unwanted.end())
            values.push_back(value);
    };
    const auto takeWords = [&take](listing::Fact fact) {
        for (const QLatin1String word : listing::words(fact))
            take(word);
    };
    switch (facet) {
    case Facet::BodyType: takeWords(listing::Fact::BodyType); break;
    case Facet::Fuel: takeWords(listing::Fact::Fuel); break;
    case Facet::Transmission: takeWords(listing::Fact::Transmission); break;
    case Facet::Drive: takeWords(listing::Fact::Drive); break;
    case Facet::Color: takeWords(listing::Fact::Color); break;
    case Facet::CountryFrom:
        for (const listing::Country &country : listing::countries())
            take(QLatin1String(country.code));
        break;
    case Facet::Brand:
    case Facet::Model: break; // no closed lists
    }
    std::sort(values.begin(), values.end());
    return values;
}

} // namespace cargo::spoken
