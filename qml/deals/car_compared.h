#pragma once

#include "qml/deals/deal_words.h"

namespace cargo::deals {

// The car at its pick-up beside the car at its handover, as the driver recorded both. Empty while there is no pick-up with
// photos.
//   moment, day, detail     of the pick-up
//   recorded                the handover is there; recordedMoment, recordedDay
//   pairs                   [{angle, name, before, after (urls), pins}] of the sides at the pick-up, in the order of the walk
//   pins                    [{number, view, x, y, text, fresh}]: the damage of the pick-up, then that of the handover; fresh: the
//                           driver says that it is new
//   fresh                   how many are new
QVariantMap carCompared(const QJsonArray &events, const UrlOf &urlOf);

} // namespace cargo::deals
