#include "qml/client/trouble.h"

#include "qml/client/error_texts.h"

#include <QCoreApplication>

namespace cargo::client {
namespace {

struct TroubleTexts
{
    Q_DECLARE_TR_FUNCTIONS(TroubleTexts)
};

struct Look
{
    const char *kind;
    QString title;
    const char *icon;
    const char *action;
};

Look lookOf(const Answer &answer)
{
    if (answer.rubbish)
        return {"rubbish", TroubleTexts::tr("Somebody else answers"), "wifi_lock", "retry"};
    switch (answer.status) {
    case 0:
        if (answer.error.code == ErrorCode::Timeout)
            return {"timeout", TroubleTexts::tr("No answer in time"), "hourglass_empty", "retry"};
        return {"offline", TroubleTexts::tr("No connection to CarGo"), "cloud_off", "retry"};
    case 401: return {"signedOut", TroubleTexts::tr("Please sign in"), "lock_outline", "signIn"};
    case 403: return {"forbidden", TroubleTexts::tr("Not for this account"), "block", "back"};
    case 404:
    case 410: return {"gone", TroubleTexts::tr("No longer here"), "search_off", "back"};
    case 409:
    case 412: return {"conflict", TroubleTexts::tr("It has changed meanwhile"), "sync_problem", "retry"};
    case 422: return {"invalid", TroubleTexts::tr("Please check what you filled in"), "edit", ""};
    case 429: return {"busy", TroubleTexts::tr("A little too fast"), "timer", "retry"};
    case 503: return {"maintenance", TroubleTexts::tr("CarGo takes a short break"), "build", "retry"};
    default: break;
    }
    if (answer.status >= 500)
        return {"broken", TroubleTexts::tr("Something broke on our side"), "error_outline", "retry"};
    return {"refused", TroubleTexts::tr("This did not work"), "error_outline", "retry"};
}

QString textOf(const Answer &answer, const char *kind)
{
    const QLatin1String word(kind);
    if (word == QLatin1String("rubbish"))
        return TroubleTexts::tr("This network answers instead of CarGo. Perhaps it wants you to sign in to its Wi-Fi first.");
    if (word == QLatin1String("maintenance"))
        return TroubleTexts::tr("We are working on it. Your money, deals and chats are safe: try again in a few minutes.");
    if (word == QLatin1String("busy") && answer.retryAfterS > 0)
        return TroubleTexts::tr("Too many attempts. Try again in %n second(s).", "", answer.retryAfterS);
    return errorText(answer.error);
}

QString actionText(const char *action)
{
    const QLatin1String word(action);
    return word == QLatin1String("signIn")  ? TroubleTexts::tr("Sign in")
           : word == QLatin1String("back")  ? TroubleTexts::tr("Back")
           : word == QLatin1String("retry") ? TroubleTexts::tr("Try again")
                                            : QString();
}

} // namespace

Trouble troubleOf(const Answer &answer)
{
    if (answer.ok)
        return {};
    const Look look = lookOf(answer);
    Trouble trouble;
    trouble.kind = QLatin1String(look.kind);
    trouble.title = look.title;
    trouble.text = textOf(answer, look.kind);
    trouble.iconName = QLatin1String(look.icon);
    trouble.traceId = QString::fromLatin1(answer.requestId.right(8));
    trouble.action = QLatin1String(look.action);
    trouble.retryable = trouble.action == QLatin1String("retry");
    trouble.actionText = actionText(look.action);
    trouble.waitS = answer.retryAfterS;
    return trouble;
}

Trouble slowTrouble()
{
    Trouble trouble;
    trouble.kind = QStringLiteral("slow");
    trouble.title = TroubleTexts::tr("It takes longer than usual");
    trouble.text = TroubleTexts::tr("The network is slow. You can wait, or give up and try later: nothing is lost.");
    trouble.iconName = QStringLiteral("hourglass_empty");
    trouble.action = QStringLiteral("giveUp");
    trouble.actionText = TroubleTexts::tr("Give up");
    return trouble;
}

} // namespace cargo::client
