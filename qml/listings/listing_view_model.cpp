#include "qml/client/format.h"
#include "qml/listings/listing_words.h"
#include "qml/listings/listings_view_models.h"

#include <QElapsedTimer>

namespace cargo::listings {

using client::Answer;
using client::Call;
using client::Format;

namespace {
constexpr int kLookMs = 3000; // a shorter look is none

qint64 steadyMs()
{
    static const QElapsedTimer kTimer = [] {
        QElapsedTimer timer;
        timer.start();
        return timer;
    }();
    return kTimer.elapsed();
}
} // namespace

ReviewModel::ReviewModel(QObject *parent)
    : RowModel({QStringLiteral("reviewId"), QStringLiteral("author"), QStringLiteral("rating"), QStringLiteral("comment"),
                QStringLiteral("moment")},
               parent)
{
}

QList<QVariantMap> ReviewModel::rowsOf(const QJsonArray &reviews)
{
    QList<QVariantMap> rows;
    for (const QJsonValue &value : reviews) {
        const QJsonObject review = value.toObject();
        rows.append(
            {{QStringLiteral("reviewId"), review.value(QLatin1String("id")).toString()},
             {QStringLiteral("author"), review.value(QLatin1String("author_name")).toString()},
             {QStringLiteral("rating"), review.value(QLatin1String("rating")).toInt()},
             {QStringLiteral("comment"), review.value(QLatin1String("comment")).toString()},
             {QStringLiteral("moment"), Format::date(double(Format::millis(review.value(QLatin1String("created_at")))))}});
    }
    return rows;
}

ListingViewModel::ListingViewModel(QObject *parent) : ViewModel(parent)
{
    m_look.setSingleShot(true);
    m_look.setInterval(kLookMs);
    connect(&m_look, &QTimer::timeout, this, &ListingViewModel::noteLook);
}

// For recommendations and the driver's figures, once a car on the screen. The server passes over one's own cars.
void ListingViewModel::noteLook() { client()->behaviour()->looked(m_listingId); }

void ListingViewModel::setLooking(bool on)
{
    if (on == looking())
        return;
    if (on)
        m_dwell.begin(steadyMs());
    else
        endLook();
    Q_EMIT lookingChanged();
}

void ListingViewModel::endLook()
{
    const qint64 ms = m_dwell.end(steadyMs());
    if (ms >= kLookMs && client())
        client()->behaviour()->dwelt(m_listingId, ms);
}

void ListingViewModel::reload()
{
    m_around.clear();
    load({QStringLiteral("listing/") + m_listingId, QStringLiteral("listings/") + m_listingId, {}, Source::Thing},
         [this](const QJsonObject &listing) {
             m_listing = listing;
             const QHash<QString, bool> wishes = favouriteWishes(client()->outbox());
             if (wishes.contains(m_listingId))
                 m_listing.insert(QLatin1String("favourite"), wishes.value(m_listingId));
             Q_EMIT changed();
             setPhase(Ready);
             loadAround();
             if (m_looked != m_listingId) {
                 m_looked = m_listingId;
                 m_look.start();
             }
         });
}

void ListingViewModel::retranslate()
{
    for (ListingModel *row : {&m_similar, &m_driverCars, &m_popular})
        row->retranslate();
    showReviews();
    Q_EMIT changed();
}

void ListingViewModel::loadAround()
{
    if (std::exchange(m_around, m_listingId) == m_listingId) // asked when it was shown from this device
        return;
    const QString eight = QStringLiteral("8");
    loadRow(QStringLiteral("listings/%1/similar").arg(m_listingId), {{QStringLiteral("limit"), eight}}, m_similar);
    if (const QString country = m_listing.value(QLatin1String("country_from")).toString(); !country.isEmpty())
        loadRow(QStringLiteral("recommendations/corridor"),
                {{QStringLiteral("country_from"), country},
                 {QStringLiteral("except"), m_listingId},
                 {QStringLiteral("limit"), eight}},
                m_popular);
    loadDetails();
    const QString driverId = driver().value(QStringLiteral("id")).toString();
    if (driverId.isEmpty())
        return;
    loadRow(QStringLiteral("users/%1/listings").arg(driverId),
            {{QStringLiteral("except"), m_listingId}, {QStringLiteral("limit"), eight}}, m_driverCars);
    loadAside({QStringLiteral("user/%1/reviews").arg(driverId),
               QStringLiteral("users/%1/reviews").arg(driverId),
               {{QStringLiteral("limit"), QStringLiteral("5")}}},
              [this](const QJsonObject &body) {
                  m_reviewItems = body.value(QLatin1String("items")).toArray();
                  showReviews();
              });
}

void ListingViewModel::loadRow(const QString &path, const QUrlQuery &query, ListingModel &row)
{
    loadAside({path + QLatin1Char('?') + query.toString(), path, query}, [this, &row](const QJsonObject &body) {
        row.setItems(client(), body.value(QLatin1String("items")).toArray(), false);
    });
}

void ListingViewModel::showReviews() { m_reviews.sync(ReviewModel::rowsOf(m_reviewItems)); }

QVariantMap ListingViewModel::card() const
{
    if (m_listing.isEmpty())
        return {};
    QVariantMap card = ListingModel::rowOf(client()->api(), m_listing);
    const QJsonObject price = m_listing.value(QLatin1String("price")).toObject();
    card.insert(QStringLiteral("priceMinor"), price.value(QLatin1String("amount")).toDouble());
    card.insert(QStringLiteral("currency"), price.value(QLatin1String("currency")).toString());
    card.insert(QStringLiteral("etaDays"), m_listing.value(QLatin1String("delivery_eta_days")).toInt());
    return card;
}

QVariantList ListingViewModel::urls(const char *variant) const
{
    QVariantList urls;
    const QJsonArray photos = m_listing.value(QLatin1String("photos")).toArray();
    for (const QJsonValue &photo : photos)
        urls.append(client()->api()->mediaUrl(
            photo.toObject().value(QLatin1String("variants")).toObject().value(QLatin1String(variant)).toString()));
    return urls;
}

QVariantList ListingViewModel::facts() const
{
    QVariantList list;
    const auto add = [&list](const QString &name, const QString &value) {
        if (!value.isEmpty())
            list.append(QVariantMap{{QStringLiteral("name"), name}, {QStringLiteral("value"), value}});
    };
    const auto word = [this](const char *name) {
        return label(QLatin1String(name), m_listing.value(QLatin1String(name)).toString());
    };
    const auto number = [this](const char *name, const QString &unit) {
        const double value = m_listing.value(QLatin1String(name)).toDouble();
        return value > 0 ? unit.arg(Format::number(value)) : QString();
    };
    if (m_listing.isEmpty())
        return list;
    add(tr("Year"), QString::number(m_listing.value(QLatin1String("year")).toInt()));
    add(tr("Mileage"), number("mileage_km", tr("%1 km")));
    add(tr("Engine"), number("engine_cc", tr("%1 cm³")));
    add(tr("Power"), number("power_hp", tr("%1 hp")));
    add(tr("Fuel"), word("fuel"));
    add(tr("Gearbox"), word("transmission"));
    add(tr("Drive"), word("drive"));
    add(tr("Body"), word("body_type"));
    add(tr("Colour"), word("color"));
    add(tr("From"), word("country_from"));
    return list;
}

void ListingViewModel::toggleFavourite()
{
    const bool favourite = !m_listing.value(QLatin1String("favourite")).toBool();
    m_listing.insert(QLatin1String("favourite"), favourite);
    Q_EMIT changed();
    connect(client()->outbox(), &client::Outbox::refused, this, &ListingViewModel::favouriteRefused, Qt::UniqueConnection);
    client()->outbox()->setFavourite(m_listingId, favourite);
}

void ListingViewModel::toggleAround(const QString &listingId, bool favourite)
{
    for (ListingModel *row : {&m_similar, &m_driverCars, &m_popular})
        row->setFavourite(listingId, favourite);
    connect(client()->outbox(), &client::Outbox::refused, this, &ListingViewModel::favouriteRefused, Qt::UniqueConnection);
    client()->outbox()->setFavourite(listingId, favourite);
}

void ListingViewModel::favouriteRefused(const client::OutboxItem &item, const Error &error)
{
    if (const QString heart = listingOfHeart(item); !heart.isEmpty() && heart == m_listingId) {
        m_listing.insert(QLatin1String("favourite"), item.method == "DELETE");
        client()->outbox()->discard(item.id); // the heart shows that it did not work
    } else {
        bool shown = false;
        for (ListingModel *row : {&m_similar, &m_driverCars, &m_popular})
            shown = row->takeBack(client()->outbox(), item) || shown;
        if (!shown)
            return;
    }
    Q_EMIT changed();
    Q_EMIT failed(client::errorText(error));
}

void ListingViewModel::startChat()
{
    order(Call::post(QStringLiteral("listings/%1/conversations").arg(m_listingId)),
          [this](const Answer &answer) { Q_EMIT chatOpened(answer.body.value(QLatin1String("id")).toString()); });
}

} // namespace cargo::listings
