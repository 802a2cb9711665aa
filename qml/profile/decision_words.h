#pragma once

#include <QJsonObject>
#include <QVariantMap>

namespace cargo::profile {

QString decisionTitle(const QJsonObject &decision);
// A decision of CarGo about the user as a list and the sign-in show it. Fields: decisionId, title, text, rule (in words), moment,
// until (words), overturned, appealText, answer, mayAppeal, appealUntil (words).
QVariantMap decisionRow(const QJsonObject &decision);

} // namespace cargo::profile
