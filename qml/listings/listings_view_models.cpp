#include "qml/listings/listings_view_models.h"

#include "qml/client/format.h"
#include "qml/listings/listing_words.h"

#include <QJsonArray>

#include <utility>

namespace cargo::listings {

using client::Answer;
using client::Call;
using client::Format;

void ListingsViewModel::reload()
{
    const int generation = ++m_generation;
    if (!allowed()) {
        m_model.reset({});
        setPhase(Empty);
        return;
    }
    if (m_model.count() == 0)
        setPhase(Loading);
    get(path(), query(), [this, generation](const Answer &answer) {
        if (generation != m_generation)
            return;
        m_stale = false;
        if (answer.ok) {
            client()->cache()->put(cacheKey(), answer.body);
            show(answer.body, false);
            return;
        }
        const QJsonObject kept = answer.unreachable() ? client()->cache()->get(cacheKey()) : QJsonObject();
        if (kept.isEmpty()) {
            setFailed(answer);
            return;
        }
        m_stale = true;
        show(kept, false);
    });
}

void ListingsViewModel::show(const QJsonObject &body, bool more)
{
    m_cursor = body.value(QLatin1String("next_cursor")).toString();
    m_model.setItems(client()->api(), body.value(QLatin1String("items")).toArray(), more);
    loaded(body);
    setPhase(m_model.count() == 0 ? Empty : Ready);
    Q_EMIT phaseChanged();
}

void ListingsViewModel::loadMore()
{
    if (m_cursor.isEmpty() || m_moreUnderWay || m_stale)
        return;
    m_moreUnderWay = true;
    QUrlQuery further = query();
    further.addQueryItem(QStringLiteral("cursor"), QString::fromLatin1(QUrl::toPercentEncoding(m_cursor)));
    const int generation = m_generation;
    get(path(), further, [this, generation](const Answer &answer) {
        m_moreUnderWay = false;
        if (generation == m_generation && answer.ok)
            show(answer.body, true);
    });
}

void ListingsViewModel::toggleFavourite(const QString &listingId, bool favourite)
{
    m_model.setFavourite(listingId, favourite); // at once; taken back when the server refuses
    const QString target = QStringLiteral("me/favourites/") + listingId;
    client()->api()->send(favourite ? Call::put(target) : Call::remove(target), this,
                          [this, listingId, favourite](const Answer &answer) {
                              if (answer.ok)
                                  return;
                              m_model.setFavourite(listingId, !favourite);
                              Q_EMIT failed(client::errorText(answer.error));
                          });
}

void HomeViewModel::begin()
{
    connect(client()->session(), &client::Session::signedInChanged, this, [this] {
        reload();
        loadDeal();
    });
    connect(client()->ws(), &client::WsClient::frameArrived, this, [this](const QString &type) {
        if (type == QLatin1String("deal"))
            loadDeal();
    });
    reload();
    loadDeal();
}

QUrlQuery HomeViewModel::query() const
{
    return {{QStringLiteral("sort"), QStringLiteral("newest")}, {QStringLiteral("limit"), QStringLiteral("20")}};
}

void HomeViewModel::loadDeal()
{
    if (!client()->session()->signedIn()) {
        m_deal.clear();
        Q_EMIT dealChanged();
        return;
    }
    get(QStringLiteral("deals"), {{QStringLiteral("limit"), QStringLiteral("10")}}, [this](const Answer &answer) {
        if (!answer.ok)
            return;
        m_deal.clear();
        const QJsonArray deals = answer.body.value(QLatin1String("items")).toArray();
        for (const QJsonValue &value : deals) {
            const QJsonObject deal = value.toObject();
            const QString status = deal.value(QLatin1String("status")).toString();
            const bool open = status == QLatin1String("created") || status == QLatin1String("funded")
                              || status == QLatin1String("in_transit") || status == QLatin1String("delivered")
                              || status == QLatin1String("disputed");
            if (!open)
                continue;
            const QJsonObject car = deal.value(QLatin1String("listing")).toObject();
            m_deal = {{QStringLiteral("dealId"), deal.value(QLatin1String("id")).toString()},
                      {QStringLiteral("status"), status},
                      {QStringLiteral("arrived"), Format::millis(deal.value(QLatin1String("arrived_at"))) > 0},
                      {QStringLiteral("car"), car.value(QLatin1String("model")).toString()}};
            break;
        }
        Q_EMIT dealChanged();
    });
}

void RecommendationsViewModel::begin()
{
    m_personal = client()->settings()->personalPicks();
    connect(client()->session(), &client::Session::signedInChanged, this, &RecommendationsViewModel::reload);
    connect(client()->settings(), &client::Settings::changed, this, [this] {
        if (std::exchange(m_personal, client()->settings()->personalPicks()) != m_personal)
            reload();
    });
    reload();
}

QUrlQuery RecommendationsViewModel::query() const
{
    return {{QStringLiteral("limit"), QStringLiteral("12")},
            {QStringLiteral("personal"), client()->settings()->personalPicks() ? QStringLiteral("1") : QStringLiteral("0")}};
}

SearchViewModel::SearchViewModel(QObject *parent) : ListingsViewModel(parent)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(180);
    connect(&m_soon, &QTimer::timeout, this, [this] {
        if (client())
            reload();
    });
}

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

void SearchViewModel::loaded(const QJsonObject &body)
{
    if (body.contains(QLatin1String("facets")))
        m_facets = body.value(QLatin1String("facets")).toObject();
    m_total = body.value(QLatin1String("total")).toInt(m_model.count());
    m_didYouMean = body.value(QLatin1String("did_you_mean")).toString();
    Q_EMIT facetsChanged();
}

QVariantList SearchViewModel::facets() const
{
    QVariantList list;
    for (const char *name : {"brand", "country_from", "body_type", "fuel", "transmission", "drive"}) {
        QVariantList values;
        const QJsonArray counted = m_facets.value(QLatin1String(name)).toArray();
        for (const QJsonValue &value : counted) {
            const QString word = value.toObject().value(QLatin1String("value")).toString();
            if (!word.isEmpty() && values.size() < 12)
                values.append(QVariantMap{{QStringLiteral("value"), word},
                                          {QStringLiteral("text"), label(QLatin1String(name), word)},
                                          {QStringLiteral("count"), value.toObject().value(QLatin1String("count")).toInt()}});
        }
        if (!values.isEmpty())
            list.append(QVariantMap{{QStringLiteral("facet"), QLatin1String(name)}, {QStringLiteral("values"), values}});
    }
    return list;
}

QUrlQuery SearchViewModel::query() const { return SearchConditions{m_text, m_sort, m_filters}.query(); }

QVariantList SearchConditions::chips() const
{
    QVariantList list;
    for (auto it = filters.begin(); it != filters.end(); ++it) {
        const QStringList values = it->toStringList();
        for (const QString &value : values) {
            QString word = label(it.key(), value);
            if (it.key().startsWith(QLatin1String("price_")))
                word = Format::money(value.toDouble() * 100, QStringLiteral("RUB"));
            if (it.key().startsWith(QLatin1String("mileage")))
                word = SearchViewModel::tr("%1 km").arg(Format::number(value.toDouble()));
            if (it.key().endsWith(QLatin1String("_from")) && it.key() != QLatin1String("country_from"))
                word = SearchViewModel::tr("from %1").arg(word);
            if (it.key().endsWith(QLatin1String("_to")))
                word = SearchViewModel::tr("up to %1").arg(word);
            list.append(QVariantMap{
                {QStringLiteral("facet"), it.key()}, {QStringLiteral("value"), value}, {QStringLiteral("text"), word}});
        }
    }
    return list;
}

void SearchViewModel::changed()
{
    Q_EMIT asked();
    m_soon.start();
}

void SearchViewModel::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    changed();
}

void SearchViewModel::remember()
{
    client()->settings()->rememberSearch(m_text.trimmed());
    Q_EMIT recentChanged();
}

void SearchViewModel::setSort(const QString &sort)
{
    if (sort == m_sort)
        return;
    m_sort = sort;
    changed();
}

void SearchViewModel::toggle(const QString &facet, const QString &value)
{
    QStringList values = m_filters.value(facet).toStringList();
    if (!values.removeOne(value))
        values.append(value);
    if (values.isEmpty())
        m_filters.remove(facet);
    else
        m_filters.insert(facet, values);
    changed();
}

void SearchViewModel::setRange(const QString &name, const QString &value)
{
    if (value.isEmpty())
        m_filters.remove(name);
    else
        m_filters.insert(name, QStringList{value});
    changed();
}

void SearchViewModel::removeChip(const QString &facet, const QString &value) { toggle(facet, value); }

void SearchViewModel::clearFilters()
{
    m_filters.clear();
    changed();
}

void SearchViewModel::open(const QString &query)
{
    const SearchConditions conditions = SearchConditions::of(query);
    m_text = conditions.text;
    m_sort = conditions.sort;
    m_filters = conditions.filters;
    changed();
}

void SearchViewModel::retranslate()
{
    ListingsViewModel::retranslate();
    Q_EMIT asked();
    Q_EMIT facetsChanged();
}

void FavouritesViewModel::begin()
{
    connect(client()->session(), &client::Session::signedInChanged, this, &FavouritesViewModel::reload);
    reload();
}

} // namespace cargo::listings
