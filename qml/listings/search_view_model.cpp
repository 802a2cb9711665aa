#include "qml/listings/search_view_model.h"

#include "qml/listings/listing_words.h"

#include <QMap>

#include <algorithm>
#include <array>
#include <cmath>

namespace cargo::listings {

using client::Answer;

namespace {

constexpr int kSoonMs = 180;
constexpr int kPatienceMs = 700;
constexpr int kTypedMs = 120;
constexpr int kWaysMax = 6;
constexpr std::array kFacets = {"brand", "model", "country_from", "body_type", "fuel", "transmission", "drive", "color", "trait"};
constexpr std::array kDays = {14, 21, 30, 45, 60}; // where the server's counts have their edges
constexpr std::array<double, 3> kStars = {4, 4.5, 4.8};

QJsonArray list(const QJsonObject &object, const QString &name) { return object.value(name).toArray(); }
QString valueOf(const QJsonValue &entry) { return entry.toObject().value(QLatin1String("value")).toString(); }
int countOf(const QJsonValue &entry) { return entry.toObject().value(QLatin1String("count")).toInt(); }

// The piece of a text that these lower-case words are; empty: the server read them in other letters.
QString writtenIn(const QString &text, const QString &words)
{
    QString lower = text.toLower();
    lower.replace(QChar(u'ё'), QChar(u'е'));
    const qsizetype at = lower.size() == text.size() ? lower.indexOf(words) : -1;
    return at < 0 ? QString() : text.sliced(at, words.size());
}

// What stands among the chips of one and not of the other.
QString lostBetween(const SearchConditions &before, const SearchConditions &after)
{
    const QVariantList left = after.chips();
    QStringList texts;
    const QVariantList chips = before.chips();
    for (const QVariant &chip : chips) {
        if (!left.contains(chip))
            texts.append(chip.toMap().value(QStringLiteral("text")).toString());
    }
    return texts.join(QStringLiteral(", "));
}

} // namespace

SearchViewModel::SearchViewModel(QObject *parent) : ListingsViewModel(parent)
{
    m_hearted.push_back(&m_similar);
    connect(this, &SearchViewModel::asked, this, &SearchViewModel::chipsChanged);
    for (auto [timer, ms] : {std::pair(&m_soon, kSoonMs), std::pair(&m_patience, kPatienceMs), std::pair(&m_typed, kTypedMs)}) {
        timer->setSingleShot(true);
        timer->setInterval(ms);
    }
    connect(&m_soon, &QTimer::timeout, this, [this] {
        m_again = true;
        if (!m_waiting)
            ask();
    });
    connect(&m_patience, &QTimer::timeout, this, [this] {
        if (m_again)
            ask();
    });
    connect(&m_typed, &QTimer::timeout, this, &SearchViewModel::loadSuggestions);
    connect(this, &ViewModel::phaseChanged, this, [this] {
        if (phase() == Failed)
            answered();
    });
}

void SearchViewModel::begin()
{
    if (!m_soon.isActive()) // else it was opened with conditions
        ask();
    if (m_asked.empty())
        return;
    get(QStringLiteral("search/facets"), {}, [this](const Answer &answer) { // which words there are besides those that fit
        if (answer.ok)
            learn(answer.body.value(QLatin1String("facets")).toObject());
    });
}

void SearchViewModel::ask()
{
    if (!client())
        return;
    m_again = false;
    m_waiting = true;
    m_patience.start();
    Q_EMIT askingChanged();
    reload();
}

void SearchViewModel::answered()
{
    m_patience.stop();
    m_waiting = false;
    if (m_again)
        ask();
    Q_EMIT askingChanged();
}

void SearchViewModel::change(const SearchConditions &conditions)
{
    m_asked = conditions;
    m_soon.start();
    Q_EMIT asked();
    Q_EMIT askingChanged();
}

QUrlQuery SearchViewModel::furtherQuery() const
{
    QUrlQuery further = query();
    further.addQueryItem(QStringLiteral("facets"), QStringLiteral("none"));
    return further;
}

void SearchViewModel::loaded(const QJsonObject &body)
{
    if (const QJsonObject facets = body.value(QLatin1String("facets")).toObject(); !facets.isEmpty()) {
        m_facets = facets;
        m_ranges = body.value(QLatin1String("ranges")).toObject();
        learn(facets);
    }
    m_total = body.value(QLatin1String("total")).toInt(m_model.count());
    m_didYouMean = body.value(QLatin1String("did_you_mean")).toString();
    QStringList understood;
    const QJsonArray conditions = list(body, QStringLiteral("understood"));
    for (const QJsonValue &condition : conditions)
        understood.append(condition.toObject().value(QLatin1String("text")).toString());
    if (understood != std::exchange(m_understood, understood))
        Q_EMIT chipsChanged();
    m_leftOut.clear();
    const QJsonArray leftOut = list(body, QStringLiteral("relaxed"));
    for (const QJsonValue &word : leftOut)
        m_leftOut.append(word.toString());
    m_similar.setItems(client(), list(body, QStringLiteral("similar")), false);
    m_contradiction = !list(body, QStringLiteral("contradictions")).isEmpty();
    findWays(m_total == 0 ? list(body, QStringLiteral("relaxations")) : QJsonArray());
    Q_EMIT waysChanged();
    Q_EMIT facetsChanged();
    answered();
}

void SearchViewModel::learn(const QJsonObject &facets)
{
    learnTraitNames(list(facets, QStringLiteral("trait")));
    for (const char *name : kFacets) {
        QStringList &known = m_known[QLatin1String(name)];
        if (QLatin1String(name) == QLatin1String("model"))
            known.clear(); // models of brands that are chosen no longer have no place here
        const QJsonArray counted = list(facets, QLatin1String(name));
        for (const QJsonValue &entry : counted) {
            const QString word = valueOf(entry);
            if (!word.isEmpty() && !known.contains(word))
                known.append(word);
        }
    }
    Q_EMIT facetsChanged();
}

QVariantList SearchViewModel::facets() const
{
    QVariantList all;
    for (const char *name : kFacets) {
        const QString facet = QLatin1String(name);
        const QStringList chosen = m_asked.filters.value(facet).toStringList();
        if (facet == QLatin1String("model") && chosen.isEmpty() && !m_asked.filters.contains(QStringLiteral("brand")))
            continue;
        QHash<QString, int> counts;
        const QJsonArray counted = list(m_facets, facet);
        for (const QJsonValue &entry : counted)
            counts.insert(valueOf(entry), countOf(entry));
        QStringList words = m_known.value(facet);
        for (const QString &word : chosen) {
            if (!words.contains(word))
                words.append(word);
        }
        QVariantList values;
        for (const QString &word : std::as_const(words))
            values.append(QVariantMap{{QStringLiteral("value"), word},
                                      {QStringLiteral("text"), label(facet, word)},
                                      {QStringLiteral("count"), counts.value(word)},
                                      {QStringLiteral("chosen"), chosen.contains(word)}});
        if (!values.isEmpty())
            all.append(QVariantMap{{QStringLiteral("facet"), facet}, {QStringLiteral("values"), values}});
    }
    return all;
}

QVariantMap SearchViewModel::ranges() const
{
    QVariantMap all;
    const auto add = [&all](const QString &name, const QVariantList &stops, const QVariantList &bars) {
        if (!bars.isEmpty())
            all.insert(name, QVariantMap{{QStringLiteral("stops"), stops}, {QStringLiteral("bars"), bars}});
    };
    for (const char *name : {"price", "mileage"}) {
        const double unit = QLatin1String(name) == QLatin1String("price") ? 100 : 1;
        const QJsonArray bins = list(m_ranges.value(QLatin1String(name)).toObject(), QStringLiteral("histogram"));
        QVariantList stops, bars;
        for (const QJsonValue &bin : bins) {
            stops.append(std::floor(bin.toObject().value(QLatin1String("from")).toDouble() / unit));
            bars.append(countOf(bin));
        }
        if (!bins.isEmpty())
            stops.append(std::ceil(bins.last().toObject().value(QLatin1String("to")).toDouble() / unit));
        add(QLatin1String(name), stops, bars);
    }
    QMap<int, int> years;
    const QJsonArray counted = list(m_facets, QStringLiteral("year"));
    for (const QJsonValue &entry : counted)
        years.insert(valueOf(entry).toInt(), countOf(entry));
    QVariantList stops, bars;
    for (int year = years.isEmpty() ? 1 : years.firstKey(); !years.isEmpty() && year <= years.lastKey(); ++year) {
        stops.append(year);
        bars.append(years.value(year));
    }
    add(QStringLiteral("year"), stops, bars);
    return all;
}

QVariantMap SearchViewModel::steps() const
{
    const auto entry = [](const QString &value, int count) {
        return QVariant(QVariantMap{{QStringLiteral("value"), value}, {QStringLiteral("count"), count}});
    };
    QVariantList days, stars;
    for (const int limit : kDays) {
        int count = 0;
        const QJsonArray counted = list(m_facets, QStringLiteral("eta"));
        for (const QJsonValue &step : counted) {
            const int end = valueOf(step).section(QLatin1Char('-'), 1).toInt(); // "22-30"; "61+" has none
            count += end > 0 && end <= limit ? countOf(step) : 0;
        }
        days.append(entry(QString::number(limit), count));
    }
    for (const double least : kStars) {
        int count = 0;
        const QJsonArray counted = list(m_facets, QStringLiteral("rating"));
        for (const QJsonValue &step : counted)
            count += valueOf(step).section(QLatin1Char('-'), 0, 0).toDouble() >= least ? countOf(step) : 0;
        stars.append(entry(QString::number(least), count));
    }
    return {{QStringLiteral("eta"), days}, {QStringLiteral("rating"), stars}};
}

QVariantList SearchViewModel::chips() const
{
    QVariantList all;
    for (const QString &words : m_understood) { // as they were written, as long as they are
        if (m_asked.text.contains(words))
            all.append(QVariantMap{{QStringLiteral("facet"), QStringLiteral("words")},
                                   {QStringLiteral("value"), words},
                                   {QStringLiteral("text"), words}});
    }
    return all + m_asked.chips();
}

void SearchViewModel::findWays(const QJsonArray &relaxations)
{
    m_ways.clear();
    m_waysLead.clear();
    for (const QJsonValue &relaxation : relaxations) {
        QStringList drop;
        const QJsonArray names = list(relaxation.toObject(), QStringLiteral("drop"));
        for (const QJsonValue &name : names)
            drop.append(name.toString());
        const bool ofWords = drop.contains(QLatin1String("q"));
        QString words = relaxation.toObject().value(QLatin1String("words")).toString();
        const bool ofSome = !words.isEmpty();
        if (const QJsonValue spoken = relaxation.toObject().value(QLatin1String("understood")); spoken.isDouble())
            words = m_understood.value(spoken.toInt());
        else if (!words.isEmpty()) // as they were written
            words = writtenIn(m_asked.text, words);
        SearchConditions rest;
        QString text;
        if (ofSome && words.isEmpty())
            continue; // nothing that could be taken away
        if (!words.isEmpty()) {
            rest = m_asked.without(QStringLiteral("words"), words);
            text = words;
        } else {
            rest = m_asked.without(drop);
            text = ofWords ? m_asked.text.trimmed() : lostBetween(m_asked, rest);
        }
        if (countOf(relaxation) == 0 || text.isEmpty() || m_ways.size() == kWaysMax)
            continue;
        m_ways.append(QVariantMap{{QStringLiteral("text"), text}, {QStringLiteral("count"), countOf(relaxation)}});
        m_waysLead.append(rest);
    }
}

void SearchViewModel::letGo(int way)
{
    if (way >= 0 && way < m_waysLead.size())
        change(SearchConditions(m_waysLead.at(way)));
}

QString SearchViewModel::whyQuery(const QString &listingId) const
{
    QUrlQuery why = furtherQuery();
    why.addQueryItem(QStringLiteral("explain"), QStringLiteral("1"));
    if (const QString cursor = cursorBefore(m_model.find(listingId)); !cursor.isEmpty())
        why.addQueryItem(QStringLiteral("cursor"), QString::fromLatin1(QUrl::toPercentEncoding(cursor)));
    return why.toString(QUrl::FullyEncoded);
}

void SearchViewModel::suggest(const QString &text)
{
    m_typing = text.trimmed();
    m_suggestQuestion.reset();
    if (!m_typing.isEmpty()) {
        m_typed.start();
        return;
    }
    m_typed.stop();
    m_suggestions.clear();
    Q_EMIT suggestionsChanged();
}

void SearchViewModel::loadSuggestions()
{
    if (!client())
        return;
    m_suggestQuestion = std::make_unique<QObject>();
    const QUrlQuery query{{QStringLiteral("q"), QString::fromLatin1(QUrl::toPercentEncoding(m_typing))},
                          {QStringLiteral("limit"), QStringLiteral("6")}};
    client()->api()->send(
        client::Call::get(QStringLiteral("search/suggest"), query), m_suggestQuestion.get(), [this](const Answer &answer) {
            m_suggestions.clear();
            const QJsonArray items = list(answer.body, QStringLiteral("items"));
            for (const QJsonValue &item : items)
                m_suggestions.append(
                    QVariantMap{{QStringLiteral("text"), item.toObject().value(QLatin1String("text")).toString()},
                                {QStringLiteral("kind"), item.toObject().value(QLatin1String("kind")).toString()},
                                {QStringLiteral("count"), countOf(item)}});
            Q_EMIT suggestionsChanged();
        });
}

void SearchViewModel::setText(const QString &text)
{
    if (text == m_asked.text)
        return;
    SearchConditions next = m_asked;
    next.text = text;
    change(next);
}

void SearchViewModel::setSort(const QString &sort)
{
    if (sort == m_asked.sort)
        return;
    SearchConditions next = m_asked;
    next.sort = sort;
    change(next);
}

void SearchViewModel::setFilters(const QVariantMap &filters)
{
    SearchConditions next = m_asked;
    next.filters.clear();
    for (auto it = filters.begin(); it != filters.end(); ++it)
        next.filters.insert(it.key(), it->toStringList());
    if (next.filters != m_asked.filters)
        change(next);
}

void SearchViewModel::toggle(const QString &facet, const QString &value)
{
    SearchConditions next = m_asked;
    QStringList values = next.filters.value(facet).toStringList();
    if (!values.removeOne(value))
        values.append(value);
    if (values.isEmpty())
        next.filters.remove(facet);
    else
        next.filters.insert(facet, values);
    if (facet == QLatin1String("brand")) // models go with their brand
        next.filters.remove(QStringLiteral("model"));
    change(next);
}

void SearchViewModel::setBounds(const QString &range, double from, double to)
{
    SearchConditions next = m_asked;
    const int decimals = range == QLatin1String("rating") ? 1 : 0;
    for (const auto &[end, value] : {std::pair("_from", from), std::pair("_to", to)}) {
        const QString name = range + QLatin1String(end);
        if (value > 0)
            next.filters.insert(name, QStringList{QString::number(value, 'f', decimals)});
        else
            next.filters.remove(name);
    }
    if (next.filters != m_asked.filters)
        change(next);
}

double SearchViewModel::bound(const QString &name) const
{
    const QString value = m_asked.filters.value(name).toStringList().value(0);
    return value.isEmpty() ? std::nan("") : value.toDouble();
}

void SearchViewModel::removeChip(const QString &facet, const QString &value) { change(m_asked.without(facet, value)); }

void SearchViewModel::clearFilters()
{
    SearchConditions next = m_asked;
    for (const QString &words : m_understood)
        next = next.without(QStringLiteral("words"), words);
    next.filters.clear();
    change(next);
}

void SearchViewModel::searchMeant() { setText((QStringList(m_didYouMean) + m_understood).join(QLatin1Char(' '))); }

void SearchViewModel::open(const QString &query) { change(SearchConditions::of(query)); }

void SearchViewModel::remember()
{
    client()->settings()->rememberSearch(m_asked.text.trimmed());
    Q_EMIT recentChanged();
}

void SearchViewModel::typed() { client()->behaviour()->searched(m_asked.text); }

void SearchViewModel::forget()
{
    client()->settings()->forgetSearches();
    Q_EMIT recentChanged();
}

void SearchViewModel::retranslate()
{
    ListingsViewModel::retranslate();
    m_similar.retranslate();
    Q_EMIT asked();
    Q_EMIT facetsChanged();
}

} // namespace cargo::listings
