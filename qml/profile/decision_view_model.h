#pragma once

#include "qml/client/view_model.h"

#include <QJsonObject>

namespace cargo::profile {

// What staff decided against the user, why, and his word against it: once, within the time.
class DecisionViewModel : public cargo::client::ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString decisionId MEMBER m_id NOTIFY changed FINAL)
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    Q_PROPERTY(QString text READ text NOTIFY changed FINAL) // what staff wrote
    Q_PROPERTY(QString rule READ rule NOTIFY changed FINAL)
    Q_PROPERTY(double decidedAt READ decidedAt NOTIFY changed FINAL)   // Unix ms
    Q_PROPERTY(double holdsUntil READ holdsUntil NOTIFY changed FINAL) // 0: no end is set
    // open (an appeal is possible), late (its time is over), sent, upheld, overturned
    Q_PROPERTY(QString stage READ stage NOTIFY changed FINAL)
    Q_PROPERTY(double appealUntil READ appealUntil NOTIFY changed FINAL)
    Q_PROPERTY(QString words READ words NOTIFY changed FINAL)   // of the appeal
    Q_PROPERTY(QString answer READ answer NOTIFY changed FINAL) // to it

public:
    using ViewModel::ViewModel;
    QString title() const;
    QString text() const;
    QString rule() const;
    double decidedAt() const;
    double holdsUntil() const;
    QString stage() const;
    double appealUntil() const;
    QString words() const;
    QString answer() const;
    Q_INVOKABLE void reload() override;
    Q_INVOKABLE void appeal(const QString &text);

Q_SIGNALS:
    void changed();
    void appealed();

protected:
    void begin() override;
    void retranslate() override { Q_EMIT changed(); }
    bool refused(const client::Call &call, const client::Answer &answer, const client::ApiClient::Done &done) override;

private:
    QJsonObject theAppeal() const { return m_decision.value(QLatin1String("appeal")).toObject(); }
    QString m_id;
    QJsonObject m_decision;
};

} // namespace cargo::profile
