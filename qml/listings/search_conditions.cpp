#include "qml/listings/search_conditions.h"

#include "qml/client/format.h"
#include "qml/listings/listing_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QUrl>

#include <algorithm>
#include <array>
#include <cmath>

namespace cargo::listings {

using client::Format;

namespace {

struct SearchChips
{
    Q_DECLARE_TR_FUNCTIONS(SearchChips)
};

constexpr std::array kRanges = {"price", "year", "mileage", "power", "engine", "eta", "rating"};

// "price_from" is a bound of "price"; "country_from" is a facet.
bool isBound(const QString &facet)
{
    return std::any_of(kRanges.begin(), kRanges.end(), [&facet](const char *name) {
        return facet == QLatin1String(name) + QStringLiteral("_from") || facet == QLatin1String(name) + QStringLiteral("_to");
    });
}

// As people round a displacement: 1998 cm³ and 1950 are two litres.
QString litres(const QString &cc) { return QLocale().toString(std::round(cc.toDouble() / 100) / 10, 'f', 1); }

QString amount(const QString &range, const QString &value)
{
    if (range == QLatin1String("price"))
        return Format::money(value.toDouble() * 100, QStringLiteral("RUB"));
    if (range == QLatin1String("mileage"))
        return SearchChips::tr("%1 km").arg(Format::number(value.toDouble()));
    if (range == QLatin1String("power"))
        return SearchChips::tr("%1 hp").arg(Format::number(value.toDouble()));
    if (range == QLatin1String("engine"))
        return SearchChips::tr("%1 l").arg(litres(value));
    if (range == QLatin1String("eta"))
        return SearchChips::tr("%n day(s)", "up to", value.toInt());
    if (range == QLatin1String("rating"))
        return QStringLiteral("★ ") + QLocale().toString(value.toDouble(), 'f', 1);
    return value;
}

// The lower end of a range: what it is counted in is said once, behind the upper one.
QString bare(const QString &range, const QString &value)
{
    if (range == QLatin1String("engine"))
        return litres(value);
    const bool isCounted =
        range == QLatin1String("price") || range == QLatin1String("mileage") || range == QLatin1String("power");
    return isCounted ? Format::number(value.toDouble()) : amount(range, value);
}

QString rangeText(const QString &range, const QString &from, const QString &to)
{
    if (from.isEmpty())
        return SearchChips::tr("up to %1").arg(amount(range, to));
    if (to.isEmpty())
        return SearchChips::tr("from %1").arg(amount(range, from));
    if (amount(range, from) == amount(range, to))
        return amount(range, from);
    return bare(range, from) + QStringLiteral(" – ") + amount(range, to);
}

} // namespace

SearchConditions SearchConditions::of(const QString &query)
{
    SearchConditions conditions;
    const auto items = QUrlQuery(query).queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : items) {
        if (name == QLatin1String("q"))
            conditions.text = value;
        else if (name == QLatin1String("sort"))
            conditions.sort = value;
        else if (name.startsWith(QLatin1String("price_")))
            conditions.filters.insert(name, QStringList{QString::number(value.toLongLong() / 100)});
        else if (name == QLatin1String("trait"))
            conditions.filters.insert(name, conditions.filters.value(name).toStringList() + value.split(QLatin1Char(',')));
        else if (name != QLatin1String("limit") && name != QLatin1String("cursor") && name != QLatin1String("facets"))
            conditions.filters.insert(name, conditions.filters.value(name).toStringList() << value);
    }
    return conditions;
}

QUrlQuery SearchConditions::query() const
{
    QUrlQuery query;
    const auto add = [&query](const QString &name, const QString &value) {
        query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    };
    if (!text.trimmed().isEmpty())
        add(QStringLiteral("q"), text.trimmed());
    add(QStringLiteral("sort"), sort);
    for (auto it = filters.begin(); it != filters.end(); ++it) {
        const QStringList values = it->toStringList();
        for (const QString &value : values)
            add(it.key(), it.key().startsWith(QLatin1String("price_")) ? value + QStringLiteral("00") : value);
    }
    return query;
}

QVariantList SearchConditions::chips() const
{
    QVariantList list;
    const auto add = [&list](const QString &facet, const QString &value, const QString &words) {
        list.append(
            QVariantMap{{QStringLiteral("facet"), facet}, {QStringLiteral("value"), value}, {QStringLiteral("text"), words}});
    };
    const auto bound = [this](const QString &name) { return filters.value(name).toStringList().value(0); };
    for (auto it = filters.begin(); it != filters.end(); ++it) {
        const QStringList values = it->toStringList();
        for (const QString &value : values) {
            if (!isBound(it.key()))
                add(it.key(), value, label(it.key(), value));
        }
    }
    for (const char *name : kRanges) {
        const QString range = QLatin1String(name);
        const QString from = bound(range + QStringLiteral("_from"));
        const QString to = bound(range + QStringLiteral("_to"));
        if (!from.isEmpty() || !to.isEmpty())
            add(range, {}, rangeText(range, from, to));
    }
    return list;
}

SearchConditions SearchConditions::without(const QString &facet, const QString &value) const
{
    SearchConditions rest = *this;
    if (facet == QLatin1String("q"))
        rest.text.clear();
    if (const qsizetype at = facet == QLatin1String("words") ? rest.text.indexOf(value) : -1; at >= 0)
        rest.text = QString(rest.text.first(at) + QLatin1Char(' ') + rest.text.sliced(at + value.size())).simplified();
    rest.filters.remove(facet + QStringLiteral("_from"));
    rest.filters.remove(facet + QStringLiteral("_to"));
    QStringList values = rest.filters.value(facet).toStringList();
    values.removeOne(value);
    if (values.isEmpty())
        rest.filters.remove(facet);
    else
        rest.filters.insert(facet, values);
    if (facet == QLatin1String("brand")) // models go with their brand
        rest.filters.remove(QStringLiteral("model"));
    return rest;
}

SearchConditions SearchConditions::without(const QStringList &names) const
{
    SearchConditions rest = *this;
    for (const QString &name : names) {
        if (name == QLatin1String("q"))
            rest.text.clear();
        rest.filters.remove(name);
    }
    return rest;
}

} // namespace cargo::listings
