#include "harness/opensearch_search.h"

#include "harness/engine_double.h"
#include "server/providers/search/text_analysis.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace cargo::test {

using namespace Qt::Literals;

namespace {
const std::vector<FieldRule> kBodyRules = {{"size", "n"},         {"from", "n"},   {"track_total_hits", "bn"}, {"_source", "bas"},
                                           {"sort", "a"},         {"aggs", "o"},   {"post_filter", "o"},       {"query", "o"},
                                           {"search_after", "a"}, {"timeout", "s"}};
const std::vector<FieldRule> kBoolRules = {
    {"must", "ao"}, {"filter", "ao"}, {"should", "ao"}, {"must_not", "ao"}, {"minimum_should_match", "ns"}, {"_name", "s"}};
const std::vector<FieldRule> kMatchRules = {{"query", "s"}, {"fields", "a"},    {"type", "s"},
                                            {"boost", "n"}, {"fuzziness", "s"}, {"_name", "s"}};
const std::vector<FieldRule> kPlainMatchRules = {{"query", "s"}, {"operator", "s"}};
const std::vector<FieldRule> kDisMaxRules = {{"queries", "a"}, {"tie_breaker", "n"}, {"_name", "s"}, {"boost", "n"}};
const std::vector<FieldRule> kFunctionScoreRules = {{"query", "o"}, {"functions", "a"}, {"score_mode", "s"}, {"boost_mode", "s"}};
const std::vector<FieldRule> kRangeRules = {{"gt", "ns"}, {"gte", "ns"}, {"lt", "ns"}, {"lte", "ns"}};
constexpr int kWindow = 10'000; // index.max_result_window

QJsonArray listOf(const QJsonValue &value)
{
    return value.isArray() ? value.toArray() : value.isUndefined() ? QJsonArray() : QJsonArray{value};
}
} // namespace

bool OpenSearchSearch::needsType(const QString &field, const QStringList &types)
{
    const bool fits = types.contains(m_properties[field][u"type"].toString());
    if (!fits)
        fail("field " + field.toUtf8() + " is not one of " + types.join(u',').toUtf8());
    return fits;
}

QStringList OpenSearchSearch::analyzed(const QString &text) const
{
    QStringList terms;
    for (const QString &token : tokensOf(text))
        terms.append(search::stem(token));
    return terms;
}

bool OpenSearchSearch::hasTerm(const QJsonObject &terms, const QJsonObject &document)
{
    const QString field = terms.begin().key();
    needsType(field, {u"keyword"_s});
    // An array holds what any of its values equals.
    const QJsonArray wanted = terms.begin().value().toArray();
    const QJsonArray values = listOf(document[field]);
    return std::any_of(values.begin(), values.end(), [&wanted](const QJsonValue &value) { return wanted.contains(value); });
}

bool OpenSearchSearch::inRange(const QJsonObject &range, const QJsonObject &document)
{
    const QString field = range.begin().key();
    const QJsonObject bounds = range.begin().value().toObject();
    needsType(field, {u"integer"_s, u"long"_s, u"double"_s, u"keyword"_s});
    if (const QByteArray fault = faultIn(bounds, kRangeRules); !fault.isEmpty())
        fail(fault);
    if (!document.contains(field))
        return false;
    for (auto bound = bounds.begin(); bound != bounds.end(); ++bound) {
        const int way = compareValues(document[field], bound.value());
        const QString sign = bound.key();
        if (sign == u"gt" ? way <= 0 : sign == u"gte" ? way < 0 : sign == u"lt" ? way >= 0 : way > 0)
            return false;
    }
    return true;
}

bool OpenSearchSearch::holdsAll(const QJsonObject &match, const QJsonObject &document)
{
    const QString field = match.begin().key();
    const QJsonObject asked = match.begin().value().toObject();
    needsType(field, {u"text"_s});
    if (const QByteArray fault = faultIn(asked, kPlainMatchRules); !fault.isEmpty())
        fail(fault);
    if (asked[u"operator"].toString() != u"and")
        fail("an operator of match that is not known");
    const QStringList terms = analyzed(document[field].toString());
    const QStringList wanted = analyzed(asked[u"query"].toString());
    return std::all_of(wanted.begin(), wanted.end(), [&terms](const QString &word) { return terms.contains(word); });
}

std::optional<double> OpenSearchSearch::scoreMatch(const QJsonObject &query, const QJsonObject &document)
{
    if (const QByteArray fault = faultIn(query, kMatchRules); !fault.isEmpty())
        fail(fault);
    const bool begun = query[u"type"].toString() == u"bool_prefix";
    if (!begun && query[u"type"].toString(u"best_fields"_s) != u"best_fields")
        fail("a type of multi_match that is not known");
    int low = 0, high = 0;
    if (const QString fuzziness = query[u"fuzziness"].toString(); fuzziness.startsWith(u"AUTO:")) {
        low = fuzziness.mid(5).section(u',', 0, 0).toInt();
        high = fuzziness.mid(5).section(u',', 1, 1).toInt();
    } else if (!fuzziness.isEmpty()) {
        fail("fuzziness");
    }
    std::optional<double> best;
    const QStringList wanted = analyzed(query[u"query"].toString());
    for (const QJsonValue &one : query[u"fields"].toArray()) {
        const QString field = one.toString().section(u'^', 0, 0);
        const double weight = one.toString().contains(u'^') ? one.toString().section(u'^', 1, 1).toDouble() : 1;
        needsType(field, {u"text"_s});
        const QStringList terms = analyzed(document[field].toString());
        for (qsizetype w = 0; w < wanted.size(); ++w) {
            const QString &word = wanted[w];
            const int most = low == 0 || word.size() < low ? 0 : word.size() < high ? 1 : 2;
            const bool isThere = std::any_of(terms.begin(), terms.end(), [&](const QString &term) {
                return term == word || (begun && w + 1 == wanted.size() && term.startsWith(word))
                       || (most > 0 && search::editDistance(word, term, most) <= most);
            });
            if (isThere)
                best = std::max(best.value_or(0), weight * query[u"boost"].toDouble(1) / (1 + 0.01 * double(terms.size())));
        }
    }
    return best;
}

std::optional<double> OpenSearchSearch::scoreBool(const QJsonObject &query, const QJsonObject &document, std::set<QString> &names)
{
    if (const QByteArray fault = faultIn(query, kBoolRules); !fault.isEmpty())
        fail(fault);
    double sum = 0;
    for (const QJsonValue &one : listOf(query[u"must_not"])) {
        if (score(one.toObject(), document, names))
            return std::nullopt;
    }
    for (const QJsonValue &one : listOf(query[u"filter"])) {
        if (!score(one.toObject(), document, names))
            return std::nullopt;
    }
    for (const QJsonValue &one : listOf(query[u"must"])) {
        const auto part = score(one.toObject(), document, names);
        if (!part)
            return std::nullopt;
        sum += *part;
    }
    int matched = 0;
    for (const QJsonValue &one : listOf(query[u"should"])) {
        if (const auto part = score(one.toObject(), document, names)) {
            ++matched;
            sum += *part;
        }
    }
    if (matched < query[u"minimum_should_match"].toInt(0))
        return std::nullopt;
    return sum;
}

double OpenSearchSearch::function(const QJsonObject &function, const QJsonObject &document)
{
    const double weight = function[u"weight"].toDouble(1);
    if (function.contains(u"exp"_s)) {
        const QJsonObject decayed = function[u"exp"].toObject();
        const QString field = decayed.begin().key();
        const QJsonValue rule = decayed.begin().value();
        needsType(field, {u"long"_s, u"integer"_s, u"date"_s});
        const double distance = std::abs(document[field].toDouble() - rule[u"origin"].toDouble());
        return weight * std::pow(rule[u"decay"].toDouble(0.5), distance / rule[u"scale"].toDouble(1));
    }
    if (const QJsonValue factor = function[u"field_value_factor"]; factor.isObject()) {
        needsType(factor[u"field"].toString(), {u"double"_s});
        return weight * document[factor[u"field"].toString()].toDouble(factor[u"missing"].toDouble());
    }
    fail("a function that is not known");
    return 0;
}

std::optional<double> OpenSearchSearch::score(const QJsonObject &query, const QJsonObject &document, std::set<QString> &names)
{
    if (query.size() != 1) {
        fail("a query has one kind");
        return std::nullopt;
    }
    const QString kind = query.begin().key();
    const QJsonObject inner = query.begin().value().toObject();
    std::optional<double> made;
    if (kind == u"match_all") {
        made = 1;
    } else if (kind == u"bool") {
        made = scoreBool(inner, document, names);
    } else if (kind == u"terms") {
        made = hasTerm(inner, document) ? std::optional(1.0) : std::nullopt;
    } else if (kind == u"term") {
        const QJsonValue asked = inner.begin().value();
        const QJsonObject any{{inner.begin().key(), QJsonArray{asked[u"value"]}}};
        made = hasTerm(any, document) ? std::optional(asked[u"boost"].toDouble(1)) : std::nullopt;
    } else if (kind == u"range") {
        made = inRange(inner, document) ? std::optional(1.0) : std::nullopt;
    } else if (kind == u"multi_match") {
        made = scoreMatch(inner, document);
    } else if (kind == u"match") {
        made = holdsAll(inner, document) ? std::optional(1.0) : std::nullopt;
    } else if (kind == u"dis_max") {
        if (const QByteArray fault = faultIn(inner, kDisMaxRules); !fault.isEmpty())
            fail(fault);
        for (const QJsonValue &one : inner[u"queries"].toArray()) {
            if (const auto part = score(one.toObject(), document, names))
                made = std::max(made.value_or(0), *part);
        }
    } else if (kind == u"function_score") {
        if (const QByteArray fault = faultIn(inner, kFunctionScoreRules); !fault.isEmpty())
            fail(fault);
        made = score(inner[u"query"].toObject(), document, names);
        for (const QJsonValue &one : inner[u"functions"].toArray()) {
            if (made)
                made = *made + function(one.toObject(), document);
        }
    } else {
        fail("a query that is not known: " + kind.toUtf8());
    }
    if (made && inner.contains(u"_name"_s))
        names.insert(inner[u"_name"].toString());
    return made;
}

QJsonObject OpenSearchSearch::terms(const QJsonObject &asked, const std::vector<const QJsonObject *> &documents)
{
    const QString field = asked[u"field"].toString();
    needsType(field, {u"keyword"_s, u"integer"_s, u"long"_s});
    std::map<QString, std::pair<QJsonValue, int>> counts;
    for (const QJsonObject *document : documents) {
        for (const QJsonValue &value : listOf(document->value(field))) {
            auto &[key, count] = counts[value.toVariant().toString()];
            key = value;
            ++count;
        }
    }
    std::vector<std::pair<QJsonValue, int>> values;
    for (const auto &[text, value] : counts)
        values.push_back(value);
    std::stable_sort(values.begin(), values.end(), [](const auto &a, const auto &b) { return a.second > b.second; });
    QJsonArray buckets;
    int others = 0;
    for (const auto &[key, count] : values) {
        if (buckets.size() < asked[u"size"].toInt(10))
            buckets.append(QJsonObject{{u"key"_s, key}, {u"doc_count"_s, count}});
        else
            others += count;
    }
    return {{u"doc_count_error_upper_bound"_s, 0}, {u"sum_other_doc_count"_s, others}, {u"buckets"_s, buckets}};
}

QJsonObject OpenSearchSearch::aggregate(const QJsonObject &aggregations, const std::vector<const QJsonObject *> &documents)
{
    QJsonObject made;
    for (auto one = aggregations.begin(); one != aggregations.end(); ++one) {
        const QJsonObject asked = one.value().toObject();
        if (asked.contains(u"filter"_s)) {
            std::vector<const QJsonObject *> fitting;
            std::set<QString> names;
            for (const QJsonObject *document : documents) {
                if (score(asked[u"filter"].toObject(), *document, names))
                    fitting.push_back(document);
            }
            QJsonObject inner = aggregate(asked[u"aggs"].toObject(), fitting);
            inner.insert(u"doc_count"_s, qint64(fitting.size()));
            made.insert(one.key(), inner);
        } else if (asked.contains(u"terms"_s)) {
            made.insert(one.key(), terms(asked[u"terms"].toObject(), documents));
        } else if (asked.contains(u"min"_s) || asked.contains(u"max"_s)) {
            const bool least = asked.contains(u"min"_s);
            const QString field = asked[least ? u"min"_s : u"max"_s][u"field"].toString();
            QJsonValue value;
            for (const QJsonObject *document : documents) {
                const QJsonValue here = document->value(field);
                if (here.isDouble() && (value.isNull() || (compareValues(here, value) < 0) == least))
                    value = here.toDouble();
            }
            made.insert(one.key(), QJsonObject{{u"value"_s, value}});
        } else {
            fail("an aggregation that is not known: " + one.key().toUtf8());
        }
    }
    return made;
}

QJsonArray OpenSearchSearch::keysOf(const Found &found, const QJsonArray &sort)
{
    QJsonArray keys;
    for (const QJsonValue &one : sort) {
        const QString field = one.toObject().begin().key();
        keys.append(field == u"_score" ? QJsonValue(double(float(found.score))) : found.document->value(field));
    }
    return keys;
}

int OpenSearchSearch::compare(const QJsonArray &a, const QJsonArray &b, const QJsonArray &sort) const
{
    for (qsizetype i = 0; i < sort.size(); ++i) {
        if (const int way = compareValues(a[i], b[i]); way != 0)
            return sort[i].toObject().begin().value().toString() == u"desc" ? -way : way;
    }
    return 0;
}

QJsonObject OpenSearchSearch::answer(const std::map<QString, QJsonObject> &documents, const QJsonObject &body)
{
    if (const QByteArray fault = faultIn(body, kBodyRules); !fault.isEmpty())
        fail(fault);
    const int size = body[u"size"].toInt(10);
    if (size + body[u"from"].toInt() > kWindow)
        fail("Result window is too large");
    const QJsonArray sort = body[u"sort"].toArray();
    for (const QJsonValue &one : sort) {
        if (const QString field = one.toObject().begin().key(); field != u"_score")
            needsType(field, {u"keyword"_s, u"integer"_s, u"long"_s, u"double"_s});
    }
    std::vector<Found> found;
    const QJsonObject query =
        body.contains(u"query"_s) ? body[u"query"].toObject() : QJsonObject{{u"match_all"_s, QJsonObject()}};
    for (const auto &[id, document] : documents) {
        Found one{&id, &document, 0, {}};
        if (const auto scored = score(query, document, one.names)) {
            one.score = *scored;
            found.push_back(std::move(one));
        }
    }
    QJsonObject made{{u"took"_s, 1}, {u"timed_out"_s, false}};
    if (body.contains(u"aggs"_s)) { // before the post filter
        std::vector<const QJsonObject *> all;
        for (const Found &one : found)
            all.push_back(one.document);
        made.insert(u"aggregations"_s, aggregate(body[u"aggs"].toObject(), all));
    }
    if (body.contains(u"post_filter"_s)) {
        std::set<QString> names;
        std::erase_if(found, [&](const Found &one) { return !score(body[u"post_filter"].toObject(), *one.document, names); });
    }
    std::vector<std::pair<QJsonArray, const Found *>> ordered;
    for (const Found &one : found)
        ordered.emplace_back(keysOf(one, sort), &one);
    std::stable_sort(ordered.begin(), ordered.end(),
                     [&](const auto &a, const auto &b) { return compare(a.first, b.first, sort) < 0; });
    const QJsonArray after = body[u"search_after"].toArray();
    if (!after.isEmpty() && after.size() != sort.size())
        fail("search_after has as many values as sort");
    if (!after.isEmpty())
        std::erase_if(ordered, [&](const auto &one) { return compare(one.first, after, sort) <= 0; });
    QJsonArray hits;
    const bool isScored = sort.isEmpty() || sort[0].toObject().contains(u"_score"_s);
    for (size_t i = 0; i < ordered.size() && int(i) < size; ++i) {
        const Found &one = *ordered[i].second;
        QJsonObject hit{{u"_id"_s, *one.id},
                        {u"_score"_s, isScored ? QJsonValue(double(float(one.score))) : QJsonValue()},
                        {u"sort"_s, ordered[i].first}};
        if (body[u"_source"].toBool(true))
            hit.insert(u"_source"_s, *one.document);
        if (!one.names.empty())
            hit.insert(u"matched_queries"_s, QJsonArray::fromStringList(QStringList(one.names.begin(), one.names.end())));
        hits.append(hit);
    }
    // Without track_total_hits it counts to ten thousand and says "gte".
    const bool exact = body[u"track_total_hits"].toBool();
    const qint64 total = exact ? qint64(found.size()) : std::min<qint64>(qint64(found.size()), kWindow);
    made.insert(u"hits"_s,
                QJsonObject{{u"total"_s, QJsonObject{{u"value"_s, total}, {u"relation"_s, u"eq"_s}}}, {u"hits"_s, hits}});
    return made;
}

} // namespace cargo::test
