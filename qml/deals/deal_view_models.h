#pragma once

#include "qml/client/row_model.h"
#include "qml/client/view_model.h"

#include <QJsonArray>
#include <QTimer>

namespace cargo::deals {

// My deals. Roles: dealId, number, title, price, photo, status (text), tone, moment, open.
class DealModel : public cargo::client::RowModel
{
    Q_OBJECT
    QML_ANONYMOUS

public:
    explicit DealModel(QObject *parent = nullptr);
};

class DealsViewModel : public cargo::client::ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(cargo::deals::DealModel *model READ model CONSTANT FINAL)

public:
    using ViewModel::ViewModel;
    DealModel *model() { return &m_model; }
    Q_INVOKABLE void reload();

protected:
    void begin() override;
    void retranslate() override { show(); }

private:
    void show();
    DealModel m_model;
    QJsonArray m_items;
};

// What a deal's JSON says to people; pure functions of it, in the language of the app.
// Who holds the money: title, text, tone, iconName.
QVariantMap moneyWords(const QJsonObject &deal);
// The clock that runs: until (Unix ms), text; empty when none does.
QVariantMap clockWords(const QJsonObject &deal);
// Whose turn it is, asked of the shared table: title, who.
QVariantMap nextWords(const QJsonObject &deal);
QString disputeReasonText(const QString &reason);

// Steps of a deal from agreement to payout. Roles: key, title, detail, state (done, now, next), photos (urls).
class TimelineModel : public cargo::client::RowModel
{
    Q_OBJECT
    QML_ANONYMOUS

public:
    explicit TimelineModel(QObject *parent = nullptr);
};

// One deal. Which buttons exist is the server's word (`allowed`), never a rule of this class.
class DealViewModel : public cargo::client::ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString dealId MEMBER m_id NOTIFY changed FINAL)
    Q_PROPERTY(cargo::deals::TimelineModel *timeline READ timeline CONSTANT FINAL)
    Q_PROPERTY(QVariantMap deal READ deal NOTIFY changed FINAL)       // number, title, price, fee, photo, status, driver …
    Q_PROPERTY(QStringList allowed READ allowed NOTIFY changed FINAL) // events that I may cause now
    Q_PROPERTY(QVariantMap money READ money NOTIFY changed FINAL)     // title, text, tone, iconName: who holds the money
    Q_PROPERTY(QVariantMap clock READ clock NOTIFY changed FINAL)     // until (Unix ms), text; empty when none runs
    Q_PROPERTY(QVariantMap next READ next NOTIFY changed FINAL)       // title, who (you, driver, bank, cargo): whose turn it is
    Q_PROPERTY(QVariantList terms READ terms NOTIFY changed FINAL)    // [{name, value, strong}]: frozen when the deal was made
    Q_PROPERTY(QVariantMap dispute READ dispute NOTIFY changed FINAL) // reason, text, evidence [{who, text, moment, photos}]
    Q_PROPERTY(QString handoverCode READ handoverCode NOTIFY changed FINAL)
    Q_PROPERTY(QVariantMap amendment READ amendment NOTIFY changed FINAL)
    Q_PROPERTY(bool checkingPayment READ checkingPayment NOTIFY changed FINAL)

public:
    using ViewModel::ViewModel;
    TimelineModel *timeline() { return &m_timeline; }
    QVariantMap deal() const;
    QStringList allowed() const;
    QVariantMap money() const;
    QVariantMap clock() const;
    QVariantMap next() const;
    QVariantList terms() const;
    QVariantMap dispute() const;
    QString handoverCode() const { return m_deal.value(QLatin1String("handover_code")).toString(); }
    QVariantMap amendment() const;
    bool checkingPayment() const { return m_checking && status() == QLatin1String("created"); }
    Q_INVOKABLE void reload();
    Q_INVOKABLE void pay();
    Q_INVOKABLE void confirm();
    Q_INVOKABLE void release();
    Q_INVOKABLE void cancel();
    Q_INVOKABLE void withdrawDispute();
    Q_INVOKABLE void openDispute(const QString &reason, const QString &text, const QStringList &photos);
    Q_INVOKABLE void addEvidence(const QString &text, const QStringList &photos);
    Q_INVOKABLE void answerAmendment(bool accept);
    Q_INVOKABLE void review(int rating, const QString &comment);

Q_SIGNALS:
    void changed();
    void paymentPageReady(const QUrl &url);
    void reviewed();
    void evidenceAdded();

protected:
    void begin() override;
    void retranslate() override { show(); }

private:
    QString status() const { return m_deal.value(QLatin1String("status")).toString(); }
    void act(const QString &path, const QByteArray &body);
    void loadTimeline();
    void loadDispute();
    void loadPayments();
    QVariantList photosOf(const QJsonArray &ids) const; // small pictures
    void show();
    QString m_id;
    QJsonObject m_deal;
    QJsonObject m_dispute;
    QJsonArray m_events;
    TimelineModel m_timeline;
    QTimer m_check;
    bool m_checking = false;
};

// Making a deal out of a listing.
class CheckoutViewModel : public cargo::client::ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString listingId MEMBER m_listingId NOTIFY changed FINAL)
    Q_PROPERTY(QVariantMap car READ car NOTIFY changed FINAL) // title, price, photo, driver, etaDays
    Q_PROPERTY(QVariantMap fieldErrors READ fieldErrors NOTIFY changed FINAL)

public:
    using ViewModel::ViewModel;
    QVariantMap car() const;
    QVariantMap fieldErrors() const { return m_fieldErrors; }
    Q_INVOKABLE void create(const QString &place);
    Q_INVOKABLE void reload();

Q_SIGNALS:
    void changed();
    void created(const QString &dealId);

protected:
    void begin() override { reload(); }
    void retranslate() override { Q_EMIT changed(); }

private:
    QString m_listingId;
    QJsonObject m_listing;
    QVariantMap m_fieldErrors;
    client::Call m_call; // kept, so that a second press after a lost answer makes no second deal
    QString m_place;
};

// The state of a deal for people.
QString statusText(const QJsonObject &deal);

} // namespace cargo::deals
