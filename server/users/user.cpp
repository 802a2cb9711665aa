#include "server/users/user.h"

#include <array>
#include <cmath>
#include <utility>

namespace cargo::users {

namespace {

constexpr double kPriorMean = 4.0;
constexpr int kPriorCount = 5;

constexpr std::array<std::pair<const char *, Permission>, 4> kPermissions{{
    {"support", Permission::Support},
    {"moderate", Permission::Moderate},
    {"finance", Permission::Finance},
    {"admin", Permission::Admin},
}};

} // namespace

api::RatingDto ratingOf(int sum, int count)
{
    if (count <= 0)
        return {};
    const double mean = (kPriorMean * kPriorCount + sum) / (kPriorCount + count);
    return {std::round(mean * 100) / 100, count};
}

api::UserCardDto cardOf(const User &user)
{
    api::UserCardDto card;
    card.id = user.id;
    card.role = user.role;
    card.displayName = user.displayName;
    card.kycTier = user.kycTier;
    card.verified = user.kycTier >= 2;
    card.rating = ratingOf(user.ratingSum, user.ratingCount);
    card.dealsDone = user.dealsDone;
    card.memberSince = user.createdAt;
    card.deleted = user.status == UserStatus::Deleted;
    return card;
}

api::MeDto meOf(const User &user)
{
    api::MeDto me;
    me.card = cardOf(user);
    me.email = user.email;
    me.emailVerified = user.emailVerified;
    me.locale = user.locale;
    me.about = user.about;
    me.totpEnabled = user.totpEnabled;
    me.permissions = permissionWords(user.permissions);
    me.version = user.version;
    return me;
}

const char *statusWord(UserStatus status)
{
    return status == UserStatus::Active ? "active" : status == UserStatus::Banned ? "banned" : "deleted";
}

QStringList permissionWords(quint32 permissions)
{
    QStringList words;
    for (const auto &[word, permission] : kPermissions) {
        if (permissions & quint32(permission))
            words.append(QString::fromLatin1(word));
    }
    return words;
}

std::optional<quint32> permissionsFromWords(const QStringList &words)
{
    quint32 permissions = 0;
    for (const QString &word : words) {
        quint32 found = 0;
        for (const auto &[known, permission] : kPermissions)
            found |= word == QLatin1String(known) ? quint32(permission) : 0;
        if (found == 0)
            return std::nullopt;
        permissions |= found;
    }
    return permissions;
}

} // namespace cargo::users
