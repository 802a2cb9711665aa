#pragma once

#include "qml/client/row_model.h"
#include "qml/client/view_model.h"

#include <QJsonArray>

namespace cargo::driver {

// What waits for the driver. Roles: key, dealId (empty: a talk without a deal), conversationId, title (the car), photo, group
// (now, buyer, later), next, untilText, until (Unix ms of the clock that runs, 0: none), waits (who waits for an answer and how
// long; empty: nobody), camera (photos are due).
class TodayModel : public cargo::client::RowModel
{
    Q_OBJECT
    QML_ANONYMOUS

public:
    explicit TodayModel(QObject *parent = nullptr);
};

// The day of a driver: running deals, those that wait for him first, by their deadline; then buyers who wait for an answer,
// longest first; then what is somebody else's turn. It is made of the lists of deals and of talks, which are kept on the device:
// it opens without a network.
class TodayViewModel : public cargo::client::ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(cargo::driver::TodayModel *model READ model CONSTANT FINAL)

public:
    using ViewModel::ViewModel;
    TodayModel *model() { return &m_model; }
    Q_INVOKABLE void reload() override;
    // A buyer should not see an empty way for longer.
    static constexpr qint64 kPhotosEveryMs = 3 * 24 * 3600'000LL;

protected:
    void begin() override;
    void retranslate() override { show(); }

private:
    void show();
    QVariantMap rowOfDeal(const QJsonObject &deal, qint64 nowMs) const;
    QVariantMap rowOfTalk(const QJsonObject &talk, qint64 nowMs) const;
    QString waitsIn(const QJsonObject &talk, qint64 nowMs) const;
    TodayModel m_model;
    QJsonArray m_deals;
    QJsonArray m_talks;
    bool m_known = false; // the deals were read, from here or there
};

} // namespace cargo::driver
