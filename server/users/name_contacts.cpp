#include "server/users/user_service.h"

#include "shared/domain/contact_filter/contact_filter.h"

namespace cargo::users {

Outcome UserService::checkNameForContacts(const QString &displayName)
{
    contact_filter::Input input;
    input.text = displayName;
    input.policy.place = contact_filter::Place::ProfileName;
    if (contact_filter::inspect(input).found())
        return {ErrorCode::InvalidFormat, QStringLiteral("display_name"), QStringLiteral("contact in the name")};
    return ok();
}

} // namespace cargo::users
