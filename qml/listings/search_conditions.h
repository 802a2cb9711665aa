#pragma once

#include <QUrlQuery>
#include <QVariantMap>

namespace cargo::listings {

// What a search asks for: words, order, and for each facet the chosen words; bounds ("price_to", "year_from" …) are facets
// with one word, prices in whole roubles.
struct SearchConditions
{
    QString text;
    QString sort = QStringLiteral("relevance");
    QVariantMap filters; // facet -> QStringList, never an empty one

    static SearchConditions of(const QString &query); // of GET search; what is no condition is passed over
    QUrlQuery query() const;
    bool empty() const { return text.trimmed().isEmpty() && filters.isEmpty(); }
    // [{facet, value, text}]: one for each chosen word, one for both bounds of a range; `facet` is then "price", "year" …
    QVariantList chips() const;
    // The same without what this chip stands for; "q" stands for all words, "words" for those of its value.
    SearchConditions without(const QString &facet, const QString &value) const;
    // Without these parameters of GET search; "q" stands for all words.
    SearchConditions without(const QStringList &names) const;
};

} // namespace cargo::listings
