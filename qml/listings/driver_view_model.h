#pragma once

#include "qml/listings/listings_view_models.h"

namespace cargo::listings {

// A driver as everybody sees him: what is checked, his numbers, what was written about him, the cars he offers.
class DriverViewModel : public cargo::client::ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString userId MEMBER m_userId NOTIFY changed FINAL)
    // name, verified, tier, deleted, mine, rating, reviews (how many), deals, since (text)
    Q_PROPERTY(QVariantMap driver READ driver NOTIFY changed FINAL)
    Q_PROPERTY(cargo::listings::ReviewModel *reviews READ reviews CONSTANT FINAL)
    Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY reviewsChanged FINAL) // of the reviews: "", high, low
    Q_PROPERTY(bool asking READ asking NOTIFY reviewsChanged FINAL)                    // reviews are under way
    Q_PROPERTY(bool moreReviews READ moreReviews NOTIFY reviewsChanged FINAL)
    Q_PROPERTY(QString reviewsError READ reviewsError NOTIFY reviewsChanged FINAL) // why they did not come
    Q_PROPERTY(cargo::listings::ListingModel *cars READ cars CONSTANT FINAL)

public:
    using ViewModel::ViewModel;
    QVariantMap driver() const;
    ReviewModel *reviews() { return &m_reviews; }
    QString filter() const { return m_filter; }
    void setFilter(const QString &filter);
    bool asking() const { return m_asking != nullptr; }
    bool moreReviews() const { return !m_cursor.isEmpty(); }
    QString reviewsError() const { return m_reviewsError; }
    ListingModel *cars() { return &m_cars; }
    Q_INVOKABLE void reload() override;
    Q_INVOKABLE void loadReviews(); // the next page, or the first one again after it failed
    Q_INVOKABLE void toggleFavourite(const QString &listingId, bool favourite);

Q_SIGNALS:
    void changed();
    void reviewsChanged();

protected:
    void begin() override { reload(); }
    void retranslate() override;

private:
    void askReviews(bool more);
    void favouriteRefused(const client::OutboxItem &item, const Error &error);
    QString m_userId;
    QJsonObject m_user;
    QString m_filter;
    QString m_cursor;
    QString m_reviewsError;
    QJsonArray m_reviewItems;
    std::unique_ptr<QObject> m_asking; // gone with it: the answer to an older question
    ReviewModel m_reviews;
    ListingModel m_cars;
};

} // namespace cargo::listings
