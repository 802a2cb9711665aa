#include "harness/meilisearch_search.h"

#include "harness/engine_double.h"
#include "server/providers/search/text_analysis.h"

#include <QRegularExpression>

#include <algorithm>
#include <limits>

namespace cargo::test {

using namespace Qt::Literals;

namespace {
using Test = std::function<bool(const QJsonObject &)>;

// field = "a b" AND (x >= 1 OR y IN [a, "b"])
class FilterReader
{
public:
    using May = std::function<bool(const QString &, bool)>;
    FilterReader(const QString &text, May may) : m_may(std::move(may)) { split(text); }

    Test read()
    {
        Test made = either();
        if (m_at != m_tokens.size())
            fail("what follows is not understood");
        return made;
    }
    const QByteArray &fault() const { return m_fault; }

private:
    void split(const QString &text)
    {
        for (qsizetype i = 0; i < text.size();) {
            const QChar c = text[i];
            if (c.isSpace()) {
                ++i;
            } else if (c == u'"' || c == u'\'') {
                QString word;
                for (++i; i < text.size() && text[i] != c; ++i) {
                    if (text[i] == u'\\' && i + 1 < text.size())
                        ++i;
                    word += text[i];
                }
                ++i;
                m_tokens.append(u'"' + word);
            } else if (u"()[],"_s.contains(c)) {
                m_tokens.append(c);
                ++i;
            } else if (u"=!<>"_s.contains(c)) {
                const bool two = i + 1 < text.size() && text[i + 1] == u'=';
                m_tokens.append(text.mid(i, two ? 2 : 1));
                i += two ? 2 : 1;
            } else {
                const qsizetype from = i;
                while (i < text.size() && !text[i].isSpace() && !u"()[],=!<>"_s.contains(text[i]))
                    ++i;
                m_tokens.append(text.mid(from, i - from));
            }
        }
    }
    bool take(const QString &token)
    {
        if (m_at >= m_tokens.size() || m_tokens[m_at].compare(token, Qt::CaseInsensitive) != 0)
            return false;
        ++m_at;
        return true;
    }
    QString next() { return m_at < m_tokens.size() ? m_tokens[m_at++] : QString(); }
    void fail(const QByteArray &why)
    {
        if (m_fault.isEmpty())
            m_fault = why;
        m_at = m_tokens.size();
    }
    Test either()
    {
        Test left = both();
        while (take(u"OR"_s))
            left = [left, right = both()](const QJsonObject &d) { return left(d) || right(d); };
        return left;
    }
    Test both()
    {
        Test left = one();
        while (take(u"AND"_s))
            left = [left, right = one()](const QJsonObject &d) { return left(d) && right(d); };
        return left;
    }
    static QString plain(const QString &token) { return token.startsWith(u'"') ? token.mid(1) : token; }
    static bool equal(const QJsonValue &value, const QString &wanted)
    {
        bool isNumber = false;
        const double number = wanted.toDouble(&isNumber);
        return value.isDouble() ? isNumber && value.toDouble() == number
                                : value.isString() && value.toString().compare(wanted, Qt::CaseInsensitive) == 0;
    }
    // An array holds what any of its values equals.
    static bool holds(const QJsonValue &value, const QString &wanted)
    {
        const QJsonArray list = value.isArray() ? value.toArray() : QJsonArray{value};
        return std::any_of(list.begin(), list.end(), [&](const QJsonValue &one) { return equal(one, wanted); });
    }
    Test one()
    {
        if (take(u"("_s)) {
            Test inner = either();
            if (!take(u")"_s))
                fail("a ) is missing");
            return inner;
        }
        const QString field = plain(next());
        const QString sign = next().toUpper();
        const bool comparison = sign == u"<" || sign == u">" || sign == u"<=" || sign == u">=";
        if (field.isEmpty() || (!comparison && sign != u"=" && sign != u"!=" && sign != u"IN")) {
            fail("an operator is expected after `" + field.toUtf8() + '`');
            return [](const QJsonObject &) { return false; };
        }
        if (!m_may(field, comparison))
            fail("Attribute `" + field.toUtf8() + "` is not filterable so");
        if (sign == u"IN") {
            QStringList words;
            if (!take(u"["_s))
                fail("a [ is missing");
            while (m_at < m_tokens.size() && !take(u"]"_s)) {
                words.append(plain(next()));
                take(u","_s);
            }
            return [field, words](const QJsonObject &d) {
                return std::any_of(words.begin(), words.end(), [&](const QString &word) { return holds(d.value(field), word); });
            };
        }
        const QString wanted = plain(next());
        if (!comparison)
            return [field, wanted, is = sign == u"="](const QJsonObject &d) { return equal(d.value(field), wanted) == is; };
        bool isNumber = false;
        const double bound = wanted.toDouble(&isNumber);
        if (!isNumber)
            fail("a number is expected");
        return [field, sign, bound](const QJsonObject &d) {
            if (!d.value(field).isDouble())
                return false;
            const double value = d.value(field).toDouble();
            return sign == u"<" ? value < bound : sign == u">" ? value > bound : sign == u"<=" ? value <= bound : value >= bound;
        };
    }

    May m_may;
    QStringList m_tokens;
    qsizetype m_at = 0;
    QByteArray m_fault;
};

QStringList strings(const QJsonValue &list)
{
    QStringList made;
    for (const QJsonValue &one : list.toArray())
        made.append(one.toString());
    return made;
}

QJsonObject only(const QJsonObject &document, const QJsonValue &fields)
{
    if (!fields.isArray() || strings(fields).contains(u"*"_s))
        return document;
    QJsonObject made;
    for (const QString &field : strings(fields)) {
        if (document.contains(field))
            made.insert(field, document.value(field));
    }
    return made;
}
// The phrases behind a minus, which are taken out of the text.
std::vector<QStringList> takeUnwanted(QString &text)
{
    static const QRegularExpression kPhrase(u"-\"([^\"]*)\""_s);
    std::vector<QStringList> phrases;
    for (auto found = kPhrase.globalMatch(text); found.hasNext();)
        phrases.push_back(tokensOf(found.next().captured(1)));
    text.remove(kPhrase);
    return phrases;
}
} // namespace

bool MeilisearchSearch::mayFilter(const QString &field, bool comparison) const
{
    for (const QJsonValue &rule : m_settings[u"filterableAttributes"].toArray()) {
        if (rule.isString() && rule.toString() == field)
            return true;
        if (!strings(rule[u"attributePatterns"]).contains(field))
            continue;
        const QJsonValue features = rule[u"features"][u"filter"];
        return comparison ? features[u"comparison"].toBool(false) : features[u"equality"].toBool(true);
    }
    return false;
}

Test MeilisearchSearch::filter(const QJsonValue &filter, Fault &fault) const
{
    if (filter.isNull() || filter.isUndefined())
        return [](const QJsonObject &) { return true; };
    if (filter.isString()) {
        FilterReader reader(filter.toString(),
                            [this](const QString &field, bool comparison) { return mayFilter(field, comparison); });
        Test made = reader.read();
        if (!reader.fault().isEmpty())
            fault = {"invalid_search_filter", reader.fault()};
        return made;
    }
    std::vector<Test> all;
    for (const QJsonValue &part : filter.toArray()) {
        if (!part.isArray()) {
            all.push_back(this->filter(part, fault));
            continue;
        }
        std::vector<Test> any;
        for (const QJsonValue &one : part.toArray())
            any.push_back(this->filter(one, fault));
        all.push_back(
            [any](const QJsonObject &d) { return std::any_of(any.begin(), any.end(), [&](const Test &t) { return t(d); }); });
    }
    return [all](const QJsonObject &d) { return std::all_of(all.begin(), all.end(), [&](const Test &t) { return t(d); }); };
}

std::vector<std::pair<QString, bool>> MeilisearchSearch::order(const QJsonArray &sort, Fault &fault) const
{
    std::vector<std::pair<QString, bool>> list;
    const QStringList sortable = strings(m_settings[u"sortableAttributes"]);
    for (const QJsonValue &one : sort) {
        const QStringList parts = one.toString().split(u':');
        if (parts.size() != 2 || !sortable.contains(parts[0]) || (parts[1] != u"asc" && parts[1] != u"desc"))
            fault = {"invalid_search_sort", "Attribute `" + one.toString().toUtf8() + "` is not sortable"};
        list.emplace_back(parts[0], parts.last() == u"asc");
    }
    return list;
}

int MeilisearchSearch::typosAllowed(const QString &word) const
{
    const QJsonValue typos = m_settings[u"typoTolerance"];
    const bool isNumber = std::all_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); });
    if (!typos[u"enabled"].toBool(true) || (isNumber && typos[u"disableOnNumbers"].toBool()))
        return 0;
    const QJsonValue sizes = typos[u"minWordSizeForTypos"];
    return word.size() >= sizes[u"twoTypos"].toInt(9) ? 2 : word.size() >= sizes[u"oneTypo"].toInt(5) ? 1 : 0;
}

QStringList MeilisearchSearch::searchableOf(const QJsonObject &document) const
{
    QStringList searchable = strings(m_settings[u"searchableAttributes"]);
    if (searchable.isEmpty() || searchable.contains(u"*"_s))
        searchable = document.keys();
    return searchable;
}

// Whether a field has the words next to one another.
bool MeilisearchSearch::holds(const QJsonObject &document, const QStringList &phrase) const
{
    const QStringList fields = searchableOf(document);
    return std::any_of(fields.begin(), fields.end(), [&](const QString &field) {
        const QStringList tokens = tokensOf(document.value(field).toVariant().toString());
        return std::search(tokens.begin(), tokens.end(), phrase.begin(), phrase.end()) != tokens.end();
    });
}

bool MeilisearchSearch::matches(Match &match, const QStringList &words, bool all) const
{
    std::vector<QStringList> texts;
    for (const QString &field : searchableOf(*match.document))
        texts.push_back(tokensOf(match.document->value(field).toVariant().toString()));
    constexpr int kNone = std::numeric_limits<int>::max();
    for (qsizetype w = 0; w < words.size(); ++w) {
        QStringList wanted{words[w]};
        wanted += strings(m_settings[u"synonyms"][words[w]]);
        int typos = kNone;
        int rank = 0;
        bool exact = false;
        for (size_t field = 0; field < texts.size(); ++field) {
            for (const QString &token : texts[field]) {
                int distance = wanted.contains(token) ? 0 : kNone;
                const bool isBegun = w + 1 == words.size() && token.startsWith(words[w]);
                if (distance == kNone && isBegun)
                    distance = 0;
                if (const int most = typosAllowed(words[w]); distance == kNone && most > 0) {
                    const int mistakes = search::editDistance(words[w], token, most);
                    distance = mistakes <= most ? mistakes : kNone;
                }
                if (distance < typos) {
                    typos = distance;
                    rank = int(field);
                    exact = token == words[w];
                }
            }
        }
        if (typos == kNone && all)
            return false;
        if (typos == kNone)
            break; // "last": words are left out from the end
        match.words += 1;
        match.typos += typos;
        match.rank += rank;
        match.exact += exact ? 1 : 0;
    }
    return match.words > 0;
}

bool MeilisearchSearch::comesFirst(const Match &a, const Match &b, const std::vector<std::pair<QString, bool>> &order) const
{
    for (const QString &rule : strings(m_settings[u"rankingRules"])) {
        if (rule == u"sort") {
            for (const auto &[field, ascending] : order) {
                if (const int way = compareValues(a.document->value(field), b.document->value(field)); way != 0)
                    return ascending ? way < 0 : way > 0;
            }
        } else if (rule == u"words" && a.words != b.words) {
            return a.words > b.words;
        } else if (rule == u"typo" && a.typos != b.typos) {
            return a.typos < b.typos;
        } else if (rule.startsWith(u"attribute") && a.rank != b.rank) {
            return a.rank < b.rank;
        } else if (rule == u"exactness" && a.exact != b.exact) {
            return a.exact > b.exact;
        } else if (const qsizetype colon = rule.indexOf(u':'); colon > 0) {
            const QString field = rule.first(colon);
            if (const int way = compareValues(a.document->value(field), b.document->value(field)); way != 0)
                return rule.endsWith(u":asc") ? way < 0 : way > 0;
        }
    }
    return false;
}

void MeilisearchSearch::count(const std::vector<Match> &found, const QJsonArray &facets, QJsonObject &answer) const
{
    const int most = m_settings[u"faceting"][u"maxValuesPerFacet"].toInt(100);
    QJsonObject distribution;
    QJsonObject stats;
    for (const QString &field : strings(facets)) {
        std::map<QString, int> counts;
        double least = std::numeric_limits<double>::max();
        double greatest = std::numeric_limits<double>::lowest();
        for (const Match &match : found) {
            const QJsonValue value = match.document->value(field);
            if (value.isString())
                ++counts[value.toString()];
            for (const QString &one : strings(value))
                ++counts[one];
            if (!value.isDouble())
                continue;
            ++counts[value.toVariant().toString()];
            least = std::min(least, value.toDouble());
            greatest = std::max(greatest, value.toDouble());
        }
        std::vector<std::pair<QString, int>> values(counts.begin(), counts.end());
        std::stable_sort(values.begin(), values.end(), [](const auto &a, const auto &b) { return a.second > b.second; });
        QJsonObject counted;
        for (size_t i = 0; i < values.size() && int(i) < most; ++i)
            counted.insert(values[i].first, values[i].second);
        distribution.insert(field, counted);
        if (least <= greatest)
            stats.insert(field, QJsonObject{{u"min"_s, least}, {u"max"_s, greatest}});
    }
    answer.insert(u"facetDistribution"_s, distribution);
    answer.insert(u"facetStats"_s, stats);
}

QJsonObject MeilisearchSearch::answer(const Documents &documents, const QJsonObject &query, Fault &fault) const
{
    const Test lets = filter(query[u"filter"], fault);
    const auto sort = order(query[u"sort"].toArray(), fault);
    for (const QString &facet : strings(query[u"facets"])) {
        if (!mayFilter(facet, false) && !mayFilter(facet, true))
            fault = {"invalid_search_facets", "Attribute `" + facet.toUtf8() + "` is not filterable"};
    }
    if (fault.code)
        return {};
    QString text = query[u"q"].toString();
    const std::vector<QStringList> unwanted = takeUnwanted(text);
    const QStringList words = tokensOf(text).mid(0, 10);
    const bool all = query[u"matchingStrategy"].toString() == u"all";
    std::vector<Match> found;
    for (const auto &[id, document] : documents) {
        Match match{&document};
        const bool isUnwanted =
            std::any_of(unwanted.begin(), unwanted.end(), [&](const QStringList &phrase) { return holds(document, phrase); });
        if (lets(document) && !isUnwanted && (text.trimmed().isEmpty() || matches(match, words, all)))
            found.push_back(match);
    }
    std::stable_sort(found.begin(), found.end(), [&](const Match &a, const Match &b) { return comesFirst(a, b, sort); });

    const int total = int(found.size());
    const int most = std::min(total, m_settings[u"pagination"][u"maxTotalHits"].toInt(1000));
    QJsonObject made{{u"query"_s, text}, {u"processingTimeMs"_s, 0}};
    const bool pages = query.contains(u"page"_s) || query.contains(u"hitsPerPage"_s);
    int limit = query[u"limit"].toInt(20);
    int offset = query[u"offset"].toInt(0);
    if (pages) {
        limit = query[u"hitsPerPage"].toInt(20);
        offset = (std::max(query[u"page"].toInt(1), 1) - 1) * limit;
        made.insert(u"page"_s, query[u"page"].toInt(1));
        made.insert(u"hitsPerPage"_s, limit);
        made.insert(u"totalHits"_s, total);
        made.insert(u"totalPages"_s, limit > 0 ? (total + limit - 1) / limit : 0);
    } else {
        made.insert(u"limit"_s, limit);
        made.insert(u"offset"_s, offset);
        made.insert(u"estimatedTotalHits"_s, most - most % 2); // an estimate: nobody may trust it
    }
    QJsonArray hits;
    for (int i = offset; i < std::min(most, offset + limit); ++i) {
        QJsonObject hit = only(*found[size_t(i)].document, query[u"attributesToRetrieve"]);
        if (query[u"showRankingScore"].toBool())
            hit.insert(u"_rankingScore"_s, 1.0 / (1 + found[size_t(i)].typos + found[size_t(i)].rank));
        hits.append(hit);
    }
    made.insert(u"hits"_s, hits);
    if (query.contains(u"facets"_s))
        count(found, query[u"facets"].toArray(), made);
    return made;
}

} // namespace cargo::test
