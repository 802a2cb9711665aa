#pragma once

#include "qml/client/view_model.h"

#include <QJsonObject>

namespace cargo::driver {

// One of the driver's own cars: where it stands, why, its numbers, and what he may do with it.
class MyListingViewModel : public cargo::client::ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString listingId MEMBER m_id NOTIFY changed FINAL)
    Q_PROPERTY(QVariantMap car READ car NOTIFY changed FINAL)               // title, price, photo, facts, status, photoCount
    Q_PROPERTY(QVariantMap moderation READ moderation NOTIFY changed FINAL) // text, rule, decision_id; empty: nobody objected
    Q_PROPERTY(QVariantMap totals READ totals NOTIFY changed FINAL)         // views, favourites, chats, deals
    Q_PROPERTY(QVariantList days READ days NOTIFY changed FINAL)            // views of each of the last thirty days
    Q_PROPERTY(QStringList dayNames READ dayNames NOTIFY changed FINAL)

public:
    using ViewModel::ViewModel;
    QVariantMap car() const;
    QVariantMap moderation() const;
    QVariantMap totals() const { return m_numbers.value(QLatin1String("totals")).toObject().toVariantMap(); }
    QVariantList days() const;
    QStringList dayNames() const;
    Q_INVOKABLE void reload() override;
    Q_INVOKABLE void publish() { move("publish"); }
    Q_INVOKABLE void pause() { move("pause"); }
    Q_INVOKABLE void archive() { move("archive"); }
    Q_INVOKABLE void duplicate();
    Q_INVOKABLE void remove();

Q_SIGNALS:
    void changed();
    void identityNeeded();                     // publishing wants confirmed papers
    void agreementNeeded(const QString &slug); // or a signature
    void duplicated(const QString &listingId);
    void removed();

protected:
    void begin() override;
    void retranslate() override { Q_EMIT changed(); }
    bool refused(const client::Call &call, const client::Answer &answer, const client::ApiClient::Done &done) override;

private:
    void move(const char *order);
    QString m_id;
    QJsonObject m_listing;
    QJsonObject m_numbers;
};

} // namespace cargo::driver
