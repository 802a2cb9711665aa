#include "server/users/user_service.h"

namespace cargo::users {

Outcome UserService::checkNameForContacts(const QString &displayName)
{
    // An address, a link or a row of digits long enough to call. The contact filter of messages takes this over when it
    // learns to read names.
    int digits = 0;
    for (const QChar c : displayName)
        digits += c.isDigit() ? 1 : 0;
    const QString lower = displayName.toLower();
    const bool link = lower.contains(u'@') || lower.contains(QLatin1String("://")) || lower.contains(QLatin1String("t.me"))
        || lower.contains(QLatin1String("www.")) || lower.contains(QLatin1String("wa.me"));
    if (digits >= 7 || link)
        return {ErrorCode::InvalidFormat, QStringLiteral("display_name"), QStringLiteral("contact in the name")};
    return ok();
}

} // namespace cargo::users
