#pragma once

#include "shared/domain/deal/deal_table.h"

#include <QJsonObject>
#include <QVariantMap>

#include <vector>

namespace cargo::deals {

// What the words of both sides are made of; only they include it.

QVariantMap said(const QString &title, const QString &text, const char *tone, const char *icon);

struct ClockWords
{
    const char *name; // the API's
    QString title;
    QString then; // what happens when it ends
};
// Those of the clocks that run, in the order given.
QVariantList runningClocks(const QJsonObject &deal, const std::vector<ClockWords> &order);

struct NextStep
{
    DealActor actor;
    DealEvent event;
    const char *who; // whose turn it is then
    QString title;
    QString text;
};
// What carries a deal forward: the first of the steps that the shared table allows. Sooner asked is more pressing.
QVariantMap firstAllowed(const QJsonObject &deal, const std::vector<NextStep> &steps);

} // namespace cargo::deals
