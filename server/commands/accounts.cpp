#include "server/commands/command.h"
#include "server/commands/open_database.h"
#include "server/commands/task_runner.h"

#include "server/app.h"
#include "server/auth/auth_feature.h"
#include "server/providers/mail/log/log_mail_provider.h"
#include "server/users/users_feature.h"

#include <QTextStream>

namespace cargo::commands {

int staffAdd(const QStringList &arguments)
{
    QStringList rest = arguments;
    const auto email = takeOption(rest, QStringLiteral("--email"));
    const auto password = takeOption(rest, QStringLiteral("--password"));
    const auto name = takeOption(rest, QStringLiteral("--name"));
    QStringList permissions;
    while (const auto permission = takeOption(rest, QStringLiteral("--permission")))
        permissions += permission->split(u',', Qt::SkipEmptyParts);
    // An address may look like a contact, which no name may.
    const QString guess = email ? email->section(u'@', 0, 0) : QString();
    const QString named = name.value_or(users::UserService::checkNameForContacts(guess).ok() ? guess : QStringLiteral("CarGo"));
    const auto settings = settingsOrComplain(rest);
    if (!settings)
        return 2;
    if (!email || !password || permissions.isEmpty())
        return complain({ErrorCode::Required,
                         {},
                         QStringLiteral("usage: cargod staff add --email E --password P --permission "
                                        "support|moderate|finance|admin [--permission …] [--name N]")}),
               2;
    const auto database = OpenDatabase::open(*settings);
    if (!database)
        return complain(database.error());
    auto keys = auth::SecretKeys::load(*settings);
    if (!keys)
        return complain(keys.error());
    const SystemClock clock;
    TaskRunner runner(*settings, database->url(), clock);
    mail::LogMailProvider mail(settings->dataDir, clock);
    auth::AuthShared shared(std::move(keys).value(), *settings, runner.bus(), runner.cpu(), mail);
    users::UsersFeature users(runner.runtime());
    auth::AuthFeature feature(runner.runtime(), shared, users.service);
    const auto added = runner.run(feature.service.addStaff(runner.call(), *email, *password, named, permissions));
    if (!added)
        return complain(added.error());
    QTextStream(stdout) << "id " << added->id.toString() << "\ntotp_secret " << added->totp.secret << "\notpauth "
                        << added->totp.otpauthUri << '\n';
    return 0;
}

} // namespace cargo::commands
