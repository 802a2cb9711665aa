#pragma once

#include "qml/listings/listings_view_models.h"
#include "qml/listings/search_conditions.h"

#include <QHash>
#include <QTimer>

#include <memory>

namespace cargo::listings {

// Search with facets. Every change asks the server, a moment after the last one and never twice at the same time, unless
// an answer takes long. Words that were once seen in a facet stay in it when their count falls to nought.
class SearchViewModel : public cargo::listings::ListingsViewModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY asked FINAL)
    Q_PROPERTY(QString sort READ sort WRITE setSort NOTIFY asked FINAL)
    Q_PROPERTY(QVariantMap filters READ filters WRITE setFilters NOTIFY asked FINAL)
    Q_PROPERTY(QVariantList chips READ chips NOTIFY chipsChanged FINAL) // [{facet, value, text}], each removable
    Q_PROPERTY(QString queryText READ queryText NOTIFY asked FINAL)     // as GET search takes it, for keeping
    Q_PROPERTY(bool asking READ asking NOTIFY askingChanged FINAL)      // what is shown is not yet the answer to what is chosen
    // [{facet, values: [{value, text, count, chosen}]}]
    Q_PROPERTY(QVariantList facets READ facets NOTIFY facetsChanged FINAL)
    // price, mileage, year -> {stops: edges of the bars, bars: counts}; prices in whole roubles
    Q_PROPERTY(QVariantMap ranges READ ranges NOTIFY facetsChanged FINAL)
    // eta, rating -> [{value, count}]: how many there are up to so many days, from so many stars
    Q_PROPERTY(QVariantMap steps READ steps NOTIFY facetsChanged FINAL)
    Q_PROPERTY(int total READ total NOTIFY facetsChanged FINAL)
    Q_PROPERTY(QString didYouMean READ didYouMean NOTIFY facetsChanged FINAL)
    Q_PROPERTY(QStringList leftOut READ leftOut NOTIFY facetsChanged FINAL) // words that the server could not use
    Q_PROPERTY(QVariantList ways READ ways NOTIFY waysChanged FINAL) // nothing found: [{text, count}] to let go, most cars first
    Q_PROPERTY(bool contradiction READ contradiction NOTIFY waysChanged FINAL) // a lower bound is above the upper one
    // Few hold the words: what means the like without holding them. Not counted.
    Q_PROPERTY(cargo::listings::ListingModel *similar READ similar CONSTANT FINAL)
    Q_PROPERTY(QVariantList suggestions READ suggestions NOTIFY suggestionsChanged FINAL) // [{text, count}] for what is typed
    Q_PROPERTY(QStringList recent READ recent NOTIFY recentChanged FINAL) // searched for on this device, newest first

public:
    explicit SearchViewModel(QObject *parent = nullptr);
    QString text() const { return m_asked.text; }
    QString sort() const { return m_asked.sort; }
    QVariantMap filters() const { return m_asked.filters; }
    QVariantList chips() const;
    QString queryText() const { return m_asked.query().toString(QUrl::FullyEncoded); }
    bool asking() const { return m_soon.isActive() || m_waiting; }
    QVariantList facets() const;
    QVariantMap ranges() const;
    QVariantMap steps() const;
    int total() const { return m_total; }
    QString didYouMean() const { return m_didYouMean; }
    QStringList leftOut() const { return m_leftOut; }
    QVariantList ways() const { return m_ways; }
    bool contradiction() const { return m_contradiction; }
    ListingModel *similar() { return &m_similar; }
    QVariantList suggestions() const { return m_suggestions; }
    QStringList recent() const { return client() ? client()->settings()->recentSearches() : QStringList(); }

    void setText(const QString &text);
    void setSort(const QString &sort);
    void setFilters(const QVariantMap &filters);
    Q_INVOKABLE void toggle(const QString &facet, const QString &value);
    // Both ends of price, year, mileage, power, engine; one of eta, rating. Nought, less or NaN: no bound.
    Q_INVOKABLE void setBounds(const QString &range, double from, double to);
    Q_INVOKABLE double bound(const QString &name) const; // "price_to"; NaN when there is none
    Q_INVOKABLE void removeChip(const QString &facet, const QString &value);
    Q_INVOKABLE void letGo(int way);
    Q_INVOKABLE QString whyQuery(const QString &listingId) const; // of the page that it came with, with the reasons
    Q_INVOKABLE void clearFilters();
    Q_INVOKABLE void searchMeant();                // didYouMean, and the conditions beside it
    Q_INVOKABLE void open(const QString &query);   // a kept search
    Q_INVOKABLE void suggest(const QString &text); // what it may become; nothing takes the suggestions away
    Q_INVOKABLE void remember();                   // the text was meant as it stands
    Q_INVOKABLE void typed();                      // it was typed to the end, not taken from a list
    Q_INVOKABLE void forget();                     // everything that was searched for

Q_SIGNALS:
    void asked();
    void chipsChanged();
    void askingChanged();
    void facetsChanged();
    void waysChanged();
    void suggestionsChanged();
    void recentChanged();

protected:
    void begin() override;
    QString path() const override { return QStringLiteral("search"); }
    QUrlQuery query() const override { return m_asked.query(); }
    QUrlQuery furtherQuery() const override;
    void loaded(const QJsonObject &body) override;
    void retranslate() override;

private:
    void change(const SearchConditions &conditions);
    void ask();
    void answered();
    void learn(const QJsonObject &facets);
    void findWays(const QJsonArray &relaxations);
    void loadSuggestions();

    SearchConditions m_asked;
    QTimer m_soon;                              // until what was changed last is asked for
    QTimer m_patience;                          // an answer that takes longer is overtaken by the next question
    QTimer m_typed;                             // until suggestions are asked for
    std::unique_ptr<QObject> m_suggestQuestion; // its answer dies with it
    bool m_waiting = false;                     // a question is under way
    bool m_again = false;                       // and what was asked has changed since
    QJsonObject m_facets;
    QJsonObject m_ranges;
    QHash<QString, QStringList> m_known; // words of each facet in the order they are shown
    QString m_didYouMean;
    QStringList m_leftOut;
    QStringList m_understood; // words of the text that the server took as conditions
    QVariantList m_ways;
    QList<SearchConditions> m_waysLead; // by way: what is asked then
    bool m_contradiction = false;
    ListingModel m_similar;
    QString m_typing;
    QVariantList m_suggestions;
    int m_total = 0;
};

} // namespace cargo::listings
