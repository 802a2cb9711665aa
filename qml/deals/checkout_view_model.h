#pragma once

#include "qml/client/view_model.h"
#include "qml/listings/listing_model.h"

#include <QJsonObject>

namespace cargo::deals {

// The terms of a deal before it exists, and the order that makes it. The terms are the server's (the quote): this class never
// computes money. A car that somebody else got meanwhile is a state of its own (`gone`), with cars like it.
class CheckoutViewModel : public cargo::client::ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString listingId MEMBER m_listingId NOTIFY changed FINAL)
    Q_PROPERTY(QVariantMap car READ car NOTIFY changed FINAL) // title, price, photo, driver, etaDays
    // pays, fee, feeRule, driverReceives, provider, etaDays, payWithin, checkWithin: all texts but etaDays
    Q_PROPERTY(QVariantMap quote READ quote NOTIFY changed FINAL)
    // Who may end it when and what becomes of the money: [{stage, iconName, lines: [{who, money, tone}]}]
    Q_PROPERTY(QVariantList endings READ endings NOTIFY changed FINAL)
    Q_PROPERTY(QStringList notIncluded READ notIncluded NOTIFY changed FINAL)
    Q_PROPERTY(QStringList places READ places NOTIFY changed FINAL) // where cars of mine went before
    Q_PROPERTY(bool gone READ gone NOTIFY changed FINAL)
    Q_PROPERTY(cargo::listings::ListingModel *similar READ similar CONSTANT FINAL) // when the car is gone
    Q_PROPERTY(QString blocked READ blocked NOTIFY changed FINAL)                  // why no deal can be made now; empty: it can
    Q_PROPERTY(bool identityNeeded READ identityNeeded NOTIFY changed FINAL) // blocked until the user has shown his documents
    // What the driver changed while the terms were looked at, the order not yet given: [{name, was, now}]
    Q_PROPERTY(QVariantList changes READ changes NOTIFY changed FINAL)
    Q_PROPERTY(QVariantMap fieldErrors READ fieldErrors NOTIFY changed FINAL)

public:
    using ViewModel::ViewModel;
    QVariantMap car() const;
    QVariantMap quote() const;
    QVariantList endings() const;
    QStringList notIncluded() const;
    QStringList places() const { return m_places; }
    bool gone() const { return m_gone; }
    listings::ListingModel *similar() { return &m_similar; }
    QString blocked() const { return m_blocked; }
    bool identityNeeded() const { return m_identityNeeded; }
    QVariantList changes() const;
    QVariantMap fieldErrors() const { return m_fieldErrors; }
    Q_INVOKABLE void create(const QString &place);
    Q_INVOKABLE void reload();

Q_SIGNALS:
    void changed();
    void created(const QString &dealId);
    void termsChanged();                       // by the driver: no deal was made
    void agreementNeeded(const QString &slug); // first: no deal was made

protected:
    void begin() override { reload(); }
    void retranslate() override
    {
        m_similar.retranslate();
        Q_EMIT changed();
    }

private:
    void loadQuote();
    void loadPlaces();
    void lose();
    void lookAgain();
    QString m_listingId;
    QJsonObject m_listing;
    QJsonObject m_quote;
    QJsonObject m_before; // the quote that was looked at when the driver changed the car; empty: he did not
    QStringList m_places;
    listings::ListingModel m_similar;
    QVariantMap m_fieldErrors;
    QString m_blocked;
    bool m_identityNeeded = false;
    client::Call m_call; // kept, so that a second press after a lost answer makes no second deal
    QString m_place;
    bool m_gone = false;
};

} // namespace cargo::deals
