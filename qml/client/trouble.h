#pragma once

#include "qml/client/api_client.h"

#include <QtQml/qqmlregistration.h>

namespace cargo::client {

// What went wrong, as a screen shows it: one value for every kind of answer, from which every control draws. Kinds:
// none, offline (no answer at all), slow (it takes long), timeout, rubbish (somebody else answered), signedOut (401),
// forbidden (403), gone (404), conflict (409), invalid (422, fields), busy (429, waitS), broken (5xx), maintenance (503),
// refused (everything else that the server does not want).
class Trouble
{
    Q_GADGET
    QML_VALUE_TYPE(trouble)
    Q_PROPERTY(QString kind MEMBER kind FINAL)
    Q_PROPERTY(QString title MEMBER title FINAL)
    Q_PROPERTY(QString text MEMBER text FINAL)
    Q_PROPERTY(QString iconName MEMBER iconName FINAL)
    Q_PROPERTY(QString traceId MEMBER traceId FINAL)
    Q_PROPERTY(bool retryable MEMBER retryable FINAL)
    Q_PROPERTY(QString action MEMBER action FINAL)
    Q_PROPERTY(QString actionText MEMBER actionText FINAL)
    Q_PROPERTY(int waitS MEMBER waitS FINAL)

public:
    QString kind = QStringLiteral("none");
    QString title;
    QString text; // what happened, what is safe, what to do
    QString iconName;
    QString traceId; // short, for support; empty when no answer came
    bool retryable = false;
    QString action; // retry, signIn, back, or empty
    QString actionText;
    int waitS = 0; // before it makes sense to try again

    bool operator==(const Trouble &) const = default;
};

Trouble troubleOf(const Answer &answer);
// Nothing has come for some time; the call still runs.
Trouble slowTrouble();

} // namespace cargo::client
