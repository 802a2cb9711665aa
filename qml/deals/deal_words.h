#pragma once

#include "shared/domain/deal/deal_table.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QUrl>
#include <QVariantMap>

#include <functional>

namespace cargo::deals {

// What a deal's JSON says to people; pure functions of it, in the language of the app.

// What one side reads of a deal; the functions below are the buyer's.
struct SideWords
{
    QString (*status)(const QJsonObject &deal);
    QVariantMap (*money)(const QJsonObject &deal);
    QVariantList (*clocks)(const QJsonObject &deal);
    QVariantMap (*next)(const QJsonObject &deal);
};
// Of the app for "driver"; every other role reads as the buyer.
const SideWords &wordsOf(const QString &role);

// The state of a deal.
QString statusText(const QJsonObject &deal);
// Who holds the money: title, text, tone, iconName.
QVariantMap moneyWords(const QJsonObject &deal);
// Every clock that runs: key (the API's name), until (Unix ms), title, then (what happens when it ends), own (false: the
// provider's, which no dispute stops). The first is the one to watch.
QVariantList clocksWords(const QJsonObject &deal);
// Whose turn it is, asked of the shared table: title, text, who (you, driver, buyer, cargo).
QVariantMap nextWords(const QJsonObject &deal);
QString disputeReasonText(const QString &reason);
QString providerText(const QString &provider);
// How long, of seconds: «15 minutes», «3 days».
QString spanText(double seconds);

// Absolute address of a path of the server.
using UrlOf = std::function<QUrl(const QString &path)>;
QVariantList photoUrls(const QJsonArray &photos, const UrlOf &urlOf); // of ids, or of objects with an id

// What follows is read by the buyer, or by the driver (`toDriver`).

// The way of a deal as steps: key, title, detail, moment, state (done, now, next, problem), photos.
QList<QVariantMap> timelineRows(const QJsonObject &deal, const QJsonArray &events, const UrlOf &urlOf, bool toDriver);

// What the driver recorded on the way, newest first: key, seq, iconName, title, place, detail, note, moment, day, deviceText
// (when the phone's clock said something else than the server's), inspection (inspectionWords), photos, hash, previousHash,
// holds. The first `holding` hold.
QList<QVariantMap> checkpointRows(const QJsonArray &events, int holding, const UrlOf &urlOf, bool toDriver);
// What was seen when somebody walked around the car: empty, or lines [{name, value}].
QVariantMap inspectionWords(const QJsonObject &record);
QString angleText(const QString &angle);
QString angleHint(const QString &angle); // how to stand for its photo
QString damageText(const QString &kind);
QString viewText(const QString &view);
QString obstructionText(const QString &word);
QString paperText(const QString &word);
// What the shared table asks besides the state; what a side has used up is the server's to know.
DealFacts factsOf(const QJsonObject &deal, DealActor actor);
// How many checkpoints, from the first on, fit their chain: hashes all of it, from what the server sent.
int checkpointsHolding(const QString &dealId, const QJsonArray &events);
// What that says of the chain: count, holds, state (none, ok, broken), title, text.
QVariantMap chainWords(const QJsonArray &events, int holding, bool toDriver);
// When the car should be there: title, text, tone (plain, good, warn), changed.
QVariantMap etaWords(const QJsonObject &deal, const QJsonArray &events, double nowMs, bool toDriver);
// For the family: what somebody may read who has no account.
QString shareText(const QJsonObject &deal, const QJsonArray &events);

} // namespace cargo::deals
