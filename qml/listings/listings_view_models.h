#pragma once

#include "qml/client/view_model.h"
#include "qml/listings/dwell_meter.h"
#include "qml/listings/listing_model.h"

#include <QJsonArray>
#include <QTimer>

namespace cargo::listings {

// A list of cars with favourites and further pages: what home, search and favourites have in common.
class ListingsViewModel : public cargo::client::ViewModel
{
    Q_OBJECT
    QML_ANONYMOUS
    Q_PROPERTY(cargo::listings::ListingModel *model READ model CONSTANT FINAL)
    Q_PROPERTY(bool hasMore READ hasMore NOTIFY moreChanged FINAL)
    Q_PROPERTY(bool loadingMore READ loadingMore NOTIFY moreChanged FINAL)
    Q_PROPERTY(QString moreError READ moreError NOTIFY moreChanged FINAL) // why the next page did not come

public:
    using ViewModel::ViewModel;
    ListingModel *model() { return &m_model; }
    Q_INVOKABLE void reload() override;
    bool hasMore() const { return !m_cursor.isEmpty(); }
    bool loadingMore() const { return m_moreUnderWay; }
    QString moreError() const { return m_moreError; }
    Q_INVOKABLE void loadMore();
    Q_INVOKABLE void toggleFavourite(const QString &listingId, bool favourite);

Q_SIGNALS:
    void moreChanged();

protected:
    void begin() override { reload(); }
    void retranslate() override { m_model.retranslate(); }
    virtual QString path() const = 0;
    virtual QUrlQuery query() const { return {}; }
    virtual QUrlQuery furtherQuery() const { return query(); } // of the pages after the first
    virtual bool allowed() const { return true; }              // false: there is nothing to ask for without a session
    virtual QString cacheKey() const { return path() + QLatin1Char('?') + query().toString(QUrl::FullyEncoded); }
    virtual void loaded(const QJsonObject &) {}
    QString cursorBefore(int row) const; // of the page that this row came with; empty: the first
    ListingModel m_model;
    std::vector<ListingModel *> m_hearted{&m_model}; // all whose hearts are touched on the page

private:
    void show(const QJsonObject &body, bool more);
    void favouriteRefused(const client::OutboxItem &item, const Error &error);
    QString m_cursor;
    QList<std::pair<int, QString>> m_pages; // after the first: its first row, and its cursor
    bool m_moreUnderWay = false;
    QString m_moreError;
    int m_generation = 0;
};

// The first page of the app: newest cars, and the deal that goes on.
class HomeViewModel : public cargo::listings::ListingsViewModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QVariantMap deal READ deal NOTIFY dealChanged FINAL) // empty when no deal goes on

public:
    using ListingsViewModel::ListingsViewModel;
    QVariantMap deal() const { return m_deal; }

Q_SIGNALS:
    void dealChanged();

protected:
    void begin() override;
    QString path() const override { return QStringLiteral("search"); }
    QUrlQuery query() const override;
    QString cacheKey() const override { return QStringLiteral("home"); }

private:
    void loadDeal();
    void showDeal(const QJsonObject &body);
    QVariantMap m_deal;
};

// Cars for the first page, each with its reason. With Settings.personalPicks off the server is asked as by a guest.
class RecommendationsViewModel : public cargo::listings::ListingsViewModel
{
    Q_OBJECT
    QML_ELEMENT

public:
    using ListingsViewModel::ListingsViewModel;

protected:
    void begin() override;
    QString path() const override { return QStringLiteral("recommendations/home"); }
    QUrlQuery query() const override;

private:
    bool m_personal = true; // as last asked
};

// Kept cars, all of them: in the order of keeping, or sorted here. One that is taken away leaves the list at once and the
// server later, when nobody can take that back any more.
class FavouritesViewModel : public cargo::listings::ListingsViewModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString sort READ sort WRITE setSort NOTIFY arranged FINAL) // kept, fallen, price
    Q_PROPERTY(int fallen READ fallen NOTIFY arranged FINAL)               // how many became cheaper since they were kept
    Q_PROPERTY(int gone READ gone NOTIFY arranged FINAL)                   // how many are not offered any more

public:
    using ListingsViewModel::ListingsViewModel;
    ~FavouritesViewModel() override;
    QString sort() const { return m_sort; }
    void setSort(const QString &sort);
    int fallen() const;
    int gone() const;
    Q_INVOKABLE bool has(const QString &listingId) { return find(listingId) != nullptr; } // also when it was just taken
    Q_INVOKABLE void take(const QString &listingId);
    Q_INVOKABLE void putBack(const QString &listingId);
    Q_INVOKABLE void drop(const QString &listingId); // what was taken, for good

Q_SIGNALS:
    void arranged();

protected:
    void begin() override;
    bool allowed() const override { return client()->session()->signedIn(); }
    QString path() const override { return QStringLiteral("me/favourites"); }
    QUrlQuery query() const override { return {{QStringLiteral("limit"), QStringLiteral("100")}}; }
    void loaded(const QJsonObject &body) override;

private:
    struct Kept
    {
        QString id;
        double price = 0; // in minor units
        double change = 0;
        bool gone = false;
        bool taken = false;
    };
    void arrange();
    Kept *find(const QString &listingId);
    QString m_sort = QStringLiteral("kept");
    std::vector<Kept> m_kept; // last kept first
    QHash<QString, QVariantMap> m_rows;
};

// What buyers wrote about a driver. Roles: reviewId, author, rating, comment, moment.
class ReviewModel : public cargo::client::RowModel
{
    Q_OBJECT
    QML_ANONYMOUS

public:
    explicit ReviewModel(QObject *parent = nullptr);
    static QList<QVariantMap> rowsOf(const QJsonArray &reviews); // as the server says them
};

// One car.
class ListingViewModel : public cargo::client::ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString listingId MEMBER m_listingId NOTIFY idChanged FINAL)
    Q_PROPERTY(QVariantMap card READ card NOTIFY changed FINAL)      // roles of ListingModel, and priceMinor, currency, etaDays
    Q_PROPERTY(QVariantList photos READ photos NOTIFY changed FINAL) // urls
    Q_PROPERTY(QVariantList thumbs READ thumbs NOTIFY changed FINAL) // urls, small, of the same photos
    Q_PROPERTY(QVariantList facts READ facts NOTIFY changed FINAL)   // [{name, value}]
    Q_PROPERTY(QString description READ description NOTIFY changed FINAL)
    Q_PROPERTY(QVariantMap driver READ driver NOTIFY changed FINAL)
    Q_PROPERTY(cargo::listings::ReviewModel *reviews READ reviews CONSTANT FINAL) // the newest about the driver
    Q_PROPERTY(cargo::listings::ListingModel *similar READ similar CONSTANT FINAL)
    Q_PROPERTY(cargo::listings::ListingModel *driverCars READ driverCars CONSTANT FINAL) // others of the same driver
    Q_PROPERTY(cargo::listings::ListingModel *popular READ popular CONSTANT FINAL)       // from the same country
    // How it stands: state (published, paused, sold, gone, unpublished), open, mine; tone, title, text: nothing to say when
    // they are empty.
    Q_PROPERTY(QVariantMap standing READ standing NOTIFY changed FINAL)
    // What it cost: values (in whole units, over time until now), labels (days), rows: [{day, price, change, fell}], newest
    // first; fell (a sentence). Empty lists while it has cost the same all the time.
    Q_PROPERTY(QVariantMap price READ price NOTIFY changed FINAL)
    Q_PROPERTY(QVariantMap offer READ offer NOTIFY changed FINAL)     // pays, fee, feeRule, driverReceives, notIncluded: texts
    Q_PROPERTY(QVariantMap vin READ vin NOTIFY changed FINAL)         // of vinWords()
    Q_PROPERTY(QVariantList extras READ extras NOTIFY changed FINAL)  // what it has besides: [{name, value}]
    Q_PROPERTY(QString shareLink READ shareLink NOTIFY changed FINAL) // for people without the app
    // The page can be seen, in a window that is used: how long that is, is counted.
    Q_PROPERTY(bool looking READ looking WRITE setLooking NOTIFY lookingChanged FINAL)

public:
    explicit ListingViewModel(QObject *parent = nullptr);
    ~ListingViewModel() override { endLook(); }
    bool looking() const { return m_dwell.counts(); }
    void setLooking(bool on);
    QVariantMap card() const;
    QVariantMap standing() const;
    QVariantMap price() const;
    QVariantMap offer() const;
    QVariantMap vin() const;
    QVariantList extras() const;
    QString shareLink() const;
    QVariantList photos() const { return urls("full"); }
    QVariantList thumbs() const { return urls("thumb"); }
    QVariantList facts() const;
    QString description() const { return m_listing.value(QLatin1String("description")).toString(); }
    ReviewModel *reviews() { return &m_reviews; }
    ListingModel *similar() { return &m_similar; }
    ListingModel *driverCars() { return &m_driverCars; }
    ListingModel *popular() { return &m_popular; }
    QVariantMap driver() const { return m_listing.value(QLatin1String("driver")).toObject().toVariantMap(); }
    Q_INVOKABLE void reload() override;
    Q_INVOKABLE void toggleFavourite();
    Q_INVOKABLE void keep(bool favourite);
    Q_INVOKABLE void startChat();
    Q_INVOKABLE void toggleAround(const QString &listingId, bool favourite); // a heart in one of the rows

Q_SIGNALS:
    void idChanged();
    void changed();
    void chatOpened(const QString &conversationId);
    void lookingChanged();

protected:
    void begin() override { reload(); }
    void retranslate() override;

private:
    QVariantList urls(const char *variant) const;
    void loadAround();
    void noteLook();
    void endLook();
    void loadRow(const QString &path, const QUrlQuery &query, ListingModel &row);
    void favouriteRefused(const client::OutboxItem &item, const Error &error);
    void loadDetails();
    void showReviews();
    QString m_listingId;
    QJsonObject m_listing;
    QJsonObject m_prices; // as the server says them
    QJsonObject m_quote;
    QJsonArray m_reviewItems;
    ReviewModel m_reviews;
    ListingModel m_similar;
    ListingModel m_driverCars;
    ListingModel m_popular;
    QTimer m_look;    // until it counts as looked at
    QString m_looked; // the car that the timer was started for
    DwellMeter m_dwell;
    QString m_around; // the car whose surroundings were asked for
};

} // namespace cargo::listings
