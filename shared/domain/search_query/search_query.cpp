#include "shared/domain/search_query/search_query.h"

#include "shared/domain/listing/listing.h"
#include "shared/domain/words.h"

#include <QStringDecoder>
#include <QStringList>

#include <algorithm>
#include <set>

namespace cargo {

namespace {
using Facet = SearchQuery::Facet;
using Sort = SearchQuery::Sort;

constexpr auto kSortWords = wordTable<Sort>("relevance", "price_asc", "price_desc", "newest", "mileage_asc", "eta_asc");
constexpr auto kFacetWords =
    wordTable<Facet>("brand", "model", "body_type", "fuel", "transmission", "drive", "color", "country_from");

// Strict: digits only, no sign, no blanks.
Result<qint64> parseNumber(const QString &name, QStringView text, qint64 min, qint64 max)
{
    if (text.isEmpty() || text.size() > 18)
        return {ErrorCode::InvalidFormat, name};
    qint64 number = 0;
    for (const QChar c : text) {
        if (c < u'0' || c > u'9')
            return {ErrorCode::InvalidFormat, name};
        number = number * 10 + (c.unicode() - u'0');
    }
    if (number < min || number > max)
        return {ErrorCode::OutOfRange, name};
    return number;
}

// "4", "4.5", "4.75" -> hundredths, 0 … 500.
Result<qint64> parseRating(const QString &name, QStringView text)
{
    const qsizetype point = text.indexOf(u'.');
    const QStringView whole = point < 0 ? text : text.first(point);
    const QStringView fraction = point < 0 ? QStringView() : text.sliced(point + 1);
    if (whole.size() != 1 || (point >= 0 && fraction.isEmpty()) || fraction.size() > 2)
        return {ErrorCode::InvalidFormat, name};
    const QString digits = whole.toString() + fraction.toString().leftJustified(2, u'0');
    return parseNumber(name, digits, 0, 500);
}

Result<QString> parseFacet(Facet facet, const QString &name, const QString &value)
{
    const QString text = value.simplified();
    const auto closed = [&](listing::Fact fact) -> Result<QString> {
        const auto word = listing::canonicalWord(fact, text);
        return word ? Result<QString>(QString(*word)) : Result<QString>(ErrorCode::UnknownValue, name);
    };
    switch (facet) {
    case Facet::BodyType: return closed(listing::Fact::BodyType);
    case Facet::Fuel: return closed(listing::Fact::Fuel);
    case Facet::Transmission: return closed(listing::Fact::Transmission);
    case Facet::Drive: return closed(listing::Fact::Drive);
    case Facet::Color: return closed(listing::Fact::Color);
    case Facet::CountryFrom: {
        const QString code = text.toUpper();
        const auto letter = [](QChar c) { return c >= u'A' && c <= u'Z'; };
        if (code.size() != 2 || !letter(code.at(0)) || !letter(code.at(1)))
            return {ErrorCode::UnknownValue, name};
        return code;
    }
    case Facet::Brand:
    case Facet::Model: break;
    }
    if (text.isEmpty())
        return {ErrorCode::TooShort, name};
    if (text.size() > (facet == Facet::Brand ? listing::kBrandMaxChars : listing::kModelMaxChars))
        return {ErrorCode::TooLong, name};
    return text;
}

template <typename Number>
Outcome store(std::optional<Number> &target, const Result<qint64> &number)
{
    if (!number)
        return number.error();
    target = Number(*number);
    return ok();
}

// trait=family,winter and trait=family&trait=winter are the same. Whether there is such a trait is the index's to know: one that
// an editor took away finds nothing.
Outcome readTraits(SearchQuery &query, const QString &value)
{
    for (const QString &trait : value.split(u',')) {
        const bool isName = !trait.isEmpty() && trait.size() <= SearchQuery::kTraitMaxChars
                            && std::all_of(trait.begin(), trait.end(), [](QChar c) {
                                   return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'_';
                               });
        if (!isName)
            return Error{ErrorCode::UnknownValue, QStringLiteral("trait"), {}};
        const auto place = std::lower_bound(query.traits.begin(), query.traits.end(), trait);
        if (place == query.traits.end() || *place != trait)
            query.traits.insert(place, trait);
        if (query.traits.size() > size_t(SearchQuery::kTraitsMax))
            return Error{ErrorCode::TooLong, QStringLiteral("trait"), {}};
    }
    return ok();
}

Outcome readOne(SearchQuery &query, const QString &name, const QString &value)
{
    const auto is = [&name](const char *word) { return name == QLatin1String(word); };
    constexpr qint64 kYearMax = 2100;
    if (is("q")) {
        query.text = value.simplified();
        return query.text.size() <= SearchQuery::kTextMaxChars ? ok() : Outcome(ErrorCode::TooLong, name);
    }
    if (is("year_from"))
        return store(query.yearFrom, parseNumber(name, value, listing::kYearMin, kYearMax));
    if (is("year_to"))
        return store(query.yearTo, parseNumber(name, value, listing::kYearMin, kYearMax));
    if (is("price_from"))
        return store(query.priceFromMinor, parseNumber(name, value, 0, listing::kPriceMaxMinor));
    if (is("price_to"))
        return store(query.priceToMinor, parseNumber(name, value, 0, listing::kPriceMaxMinor));
    if (is("mileage_from"))
        return store(query.mileageFromKm, parseNumber(name, value, 0, listing::kMileageMaxKm));
    if (is("mileage_to"))
        return store(query.mileageToKm, parseNumber(name, value, 0, listing::kMileageMaxKm));
    if (is("eta_to"))
        return store(query.etaToDays, parseNumber(name, value, listing::kEtaMinDays, listing::kEtaMaxDays));
    if (is("power_from"))
        return store(query.powerFromHp, parseNumber(name, value, 0, listing::kPowerMaxHp));
    if (is("power_to"))
        return store(query.powerToHp, parseNumber(name, value, 0, listing::kPowerMaxHp));
    if (is("engine_from"))
        return store(query.engineFromCc, parseNumber(name, value, 0, listing::kEngineMaxCc));
    if (is("engine_to"))
        return store(query.engineToCc, parseNumber(name, value, 0, listing::kEngineMaxCc));
    if (is("rating_from"))
        return store(query.ratingFromHundredths, parseRating(name, value));
    if (is("sort")) {
        const auto sort = sortFromWord(value);
        query.sort = sort.value_or(Sort::Relevance);
        return sort ? ok() : Outcome(ErrorCode::UnknownValue, name);
    }
    if (is("limit")) {
        const auto limit = parseNumber(name, value, 1, SearchQuery::kLimitMax);
        query.limit = limit ? int(*limit) : query.limit;
        return limit ? ok() : Outcome(limit.error());
    }
    if (is("cursor")) {
        query.cursor = value.toUtf8();
        return query.cursor.size() <= SearchQuery::kCursorMaxBytes ? ok() : Outcome(ErrorCode::CursorInvalid, name);
    }
    if (is("facets")) {
        query.wantFacets = value != u"none";
        return value == u"none" || value == u"all" ? ok() : Outcome(ErrorCode::UnknownValue, name);
    }
    if (is("explain")) {
        query.wantExplanations = value == u"1";
        return value == u"0" || value == u"1" ? ok() : Outcome(ErrorCode::UnknownValue, name);
    }
    return ok();
}

void append(QByteArray &out, const char *name, const QByteArray &value)
{
    if (!out.isEmpty())
        out += '&';
    out += name;
    out += '=';
    out += value.toPercentEncoding();
}

template <typename Number>
void append(QByteArray &out, const char *name, const std::optional<Number> &value)
{
    if (value)
        append(out, name, QByteArray::number(qint64(*value)));
}

QByteArray ratingText(int hundredths)
{
    QByteArray text = QByteArray::number(hundredths / 100) + '.' + QByteArray::number(hundredths % 100).rightJustified(2, '0');
    while (text.endsWith('0'))
        text.chop(1);
    return text.endsWith('.') ? text.chopped(1) : text;
}
} // namespace

const char *word(SearchQuery::Sort sort) { return kSortWords.word(sort); }
std::optional<SearchQuery::Sort> sortFromWord(QStringView text) { return kSortWords.find(text); }
const char *word(SearchQuery::Facet facet) { return kFacetWords.word(facet); }
std::optional<SearchQuery::Facet> facetFromWord(QStringView text) { return kFacetWords.find(text); }

bool SearchQuery::matchesAll() const
{
    SearchQuery plain;
    plain.sort = sort;
    return conditions() == plain.conditions();
}

std::vector<const char *> SearchQuery::contradictions() const
{
    std::vector<const char *> names;
    const auto check = [&names](const char *name, const auto &from, const auto &to) {
        if (from && to && *from > *to)
            names.push_back(name);
    };
    check("price", priceFromMinor, priceToMinor);
    check("year", yearFrom, yearTo);
    check("mileage", mileageFromKm, mileageToKm);
    check("power", powerFromHp, powerToHp);
    check("engine", engineFromCc, engineToCc);
    return names;
}

Result<SearchQuery> SearchQuery::parse(const std::vector<std::pair<QString, QString>> &pairs)
{
    SearchQuery query;
    std::set<QString> seen;
    for (const auto &[name, value] : pairs) {
        if (const auto facet = kFacetWords.find(name)) {
            auto parsed = parseFacet(*facet, name, value);
            if (!parsed)
                return parsed.error();
            auto &values = query.values(*facet);
            const auto place = std::lower_bound(values.begin(), values.end(), *parsed);
            if (place == values.end() || *place != *parsed)
                values.insert(place, *parsed);
            if (values.size() > size_t(kValuesMaxPerFacet))
                return {ErrorCode::TooLong, name};
            continue;
        }
        if (name == u"trait") {
            CARGO_TRY(readTraits(query, value));
            continue;
        }
        if (!seen.insert(name).second)
            return {ErrorCode::BadRequest, name, QStringLiteral("given twice")};
        CARGO_TRY(readOne(query, name, value));
    }
    return query;
}

Result<SearchQuery> SearchQuery::fromUrlQuery(QByteArrayView query)
{
    std::vector<std::pair<QString, QString>> pairs;
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const auto decode = [&decoder](QByteArrayView part) -> std::optional<QString> {
        QByteArray raw = part.toByteArray();
        raw.replace('+', ' ');
        const QString text = decoder.decode(QByteArray::fromPercentEncoding(raw));
        return decoder.hasError() || text.contains(QChar(u'\0')) ? std::nullopt : std::optional(text);
    };
    for (qsizetype at = 0; at < query.size();) {
        qsizetype end = query.sliced(at).indexOf('&');
        end = end < 0 ? query.size() : at + end;
        const QByteArrayView part = query.sliced(at, end - at);
        at = end + 1;
        if (part.isEmpty())
            continue;
        const qsizetype equals = part.indexOf('=');
        const auto name = decode(equals < 0 ? part : part.first(equals));
        const auto value = decode(equals < 0 ? QByteArrayView() : part.sliced(equals + 1));
        if (!name || !value)
            return {ErrorCode::InvalidEncoding, QStringLiteral("query")};
        pairs.emplace_back(*name, *value);
    }
    return parse(pairs);
}

QByteArray SearchQuery::conditions() const
{
    QByteArray out;
    if (!text.isEmpty())
        append(out, "q", text.toUtf8());
    for (int facet = 0; facet < kFacetCount; ++facet) {
        for (const QString &value : facets[facet])
            append(out, word(Facet(facet)), value.toUtf8());
    }
    if (!traits.empty())
        append(out, "trait", QStringList(traits.begin(), traits.end()).join(u',').toUtf8());
    append(out, "year_from", yearFrom);
    append(out, "year_to", yearTo);
    append(out, "price_from", priceFromMinor);
    append(out, "price_to", priceToMinor);
    append(out, "mileage_from", mileageFromKm);
    append(out, "mileage_to", mileageToKm);
    append(out, "eta_to", etaToDays);
    append(out, "power_from", powerFromHp);
    append(out, "power_to", powerToHp);
    append(out, "engine_from", engineFromCc);
    append(out, "engine_to", engineToCc);
    if (ratingFromHundredths)
        append(out, "rating_from", ratingText(*ratingFromHundredths));
    if (sort != Sort::Relevance)
        append(out, "sort", QByteArray(word(sort)));
    return out;
}

QByteArray SearchQuery::toUrlQuery() const
{
    QByteArray out = conditions();
    if (limit != kLimitDefault)
        append(out, "limit", QByteArray::number(limit));
    if (!cursor.isEmpty())
        append(out, "cursor", cursor);
    if (!wantFacets)
        append(out, "facets", QByteArray("none"));
    if (wantExplanations)
        append(out, "explain", QByteArray("1"));
    return out;
}

} // namespace cargo
