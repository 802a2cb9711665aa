#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace cargo {

// The app roles; staff sign in with a second factor and carry permissions.
enum class Role { Buyer, Driver, Staff };

// The word on the wire and in the database: "buyer", "driver", "staff".
constexpr const char *roleWord(Role role) { return role == Role::Buyer ? "buyer" : role == Role::Driver ? "driver" : "staff"; }
inline std::optional<Role> roleFromWord(QStringView word)
{
    if (word == QLatin1String("buyer"))
        return Role::Buyer;
    if (word == QLatin1String("driver"))
        return Role::Driver;
    if (word == QLatin1String("staff"))
        return Role::Staff;
    return std::nullopt;
}

} // namespace cargo
