#pragma once

#include "server/core/call_context.h"
#include "shared/api/user_dto.h"
#include "shared/domain/clock.h"
#include "shared/domain/ids.h"

#include <QByteArray>
#include <QString>

namespace cargo::users {

enum class UserStatus { Active, Banned, Deleted };

// A user as other features may know him: no password, no second factor.
struct User
{
    UserId id;
    QString email;
    bool emailVerified = false;
    Role role = Role::Buyer;
    quint32 permissions = 0;
    QString displayName;
    QString locale;
    QString about;
    int kycTier = 0;
    UserStatus status = UserStatus::Active;
    QString statusReason;
    int ratingSum = 0;
    int ratingCount = 0;
    int dealsDone = 0;
    bool totpEnabled = false;
    qint64 version = 1;
    Timestamp createdAt;

    bool active() const { return status == UserStatus::Active; }
};

// Bayesian: as if every user began with five reviews of four stars; two digits after the point; 0 without reviews.
api::RatingDto ratingOf(int sum, int count);
api::UserCardDto cardOf(const User &user);
api::MeDto meOf(const User &user);
const char *statusWord(UserStatus status);
QStringList permissionWords(quint32 permissions);
// "support,finance" and the like; nullopt for an unknown word.
std::optional<quint32> permissionsFromWords(const QStringList &words);

} // namespace cargo::users
