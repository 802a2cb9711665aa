#pragma once

#include "qml/client/view_model.h"

namespace cargo::listings {

// Why a car stands where it stands among the results, in a person's words: the server's factors as points, what moved it down,
// what would lift it. Points are hundredths of the server's score, as the help page on the order tells them.
class WhyViewModel : public cargo::client::ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString summary READ summary NOTIFY changed FINAL)      // one sentence
    Q_PROPERTY(QVariantList factors READ factors NOTIFY changed FINAL) // [{text, detail, points, share}]: share of the largest
    Q_PROPERTY(QVariantList lifts READ lifts NOTIFY changed FINAL)     // [{text, points, passes}]
    Q_PROPERTY(QString movedDown READ movedDown NOTIFY changed FINAL)  // empty: it was not
    Q_PROPERTY(QString personal READ personal NOTIFY changed FINAL)    // what the reader's own acts did; empty: nothing

public:
    using ViewModel::ViewModel;
    // `query`: of GET search, with explain=1; the car is on that page.
    Q_INVOKABLE void ask(const QString &query, const QString &listingId);
    QString summary() const;
    QVariantList factors() const;
    QVariantList lifts() const;
    QString movedDown() const;
    QString personal() const;

Q_SIGNALS:
    void changed();

protected:
    void begin() override {}
    void retranslate() override { Q_EMIT changed(); }

private:
    QJsonObject m_card;
    QJsonObject m_why;
};

} // namespace cargo::listings
