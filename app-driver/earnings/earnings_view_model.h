#pragma once

#include "qml/client/row_model.h"
#include "qml/client/view_model.h"

#include <QJsonArray>

namespace cargo::driver {

// What a driver earns: sums by where the money is, and each deal with the fee taken of it. Roles of `lines`: dealId, number,
// title, state, stateText, price, fee, refund, receives, moment.
class EarningsViewModel : public cargo::client::ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(cargo::client::RowModel *lines READ lines CONSTANT FINAL)
    Q_PROPERTY(QVariantList totals READ totals NOTIFY changed FINAL) // [{held, onTheWay, paid}], one for each currency

public:
    explicit EarningsViewModel(QObject *parent = nullptr);
    client::RowModel *lines() { return &m_lines; }
    QVariantList totals() const;
    Q_INVOKABLE void reload() override;
    // A file among the downloads. from, to: days as 2026-11-25; format: csv, pdf.
    Q_INVOKABLE void saveStatement(const QString &format, const QString &from, const QString &to);

Q_SIGNALS:
    void changed();

protected:
    void begin() override { reload(); }
    void retranslate() override { show(); }

private:
    void show();
    client::RowModel m_lines;
    QJsonArray m_items, m_totals;
};

// What a driver's rating is made of, what lifts it and what lowers it. Roles of `reviews`: reviewId, dealId, stars, text, author,
// moment.
class RatingViewModel : public cargo::client::ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(cargo::client::RowModel *reviews READ reviews CONSTANT FINAL)
    Q_PROPERTY(QVariantMap rating READ rating NOTIFY changed FINAL) // mean, count, stars [5]
    Q_PROPERTY(QVariantList helps READ helps NOTIFY changed FINAL)  // [{title, text}]
    Q_PROPERTY(QVariantList hurts READ hurts NOTIFY changed FINAL)
    Q_PROPERTY(QVariantList trend READ trend NOTIFY changed FINAL) // [{label, value}], oldest first

public:
    explicit RatingViewModel(QObject *parent = nullptr);
    client::RowModel *reviews() { return &m_reviews; }
    QVariantMap rating() const;
    QVariantList helps() const;
    QVariantList hurts() const;
    QVariantList trend() const;
    Q_INVOKABLE void reload() override;
    // A case with support about a review; kept and sent when there is a line. False when the disk refuses.
    Q_INVOKABLE bool appeal(const QString &dealId, const QString &text);

Q_SIGNALS:
    void changed();

protected:
    void begin() override { reload(); }
    void retranslate() override { show(); }

private:
    int count(const char *name) const { return m_record.value(QLatin1String(name)).toInt(); }
    void show();
    client::RowModel m_reviews;
    QJsonObject m_record;
    QJsonArray m_items;
};

} // namespace cargo::driver
