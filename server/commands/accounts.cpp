#include "server/commands/command.h"
#include "server/commands/open_database.h"
#include "server/commands/staff_desk.h"

#include "server/app.h"

#include <QTextStream>

#include <functional>

namespace cargo::commands {

namespace {
void tell(const api::TotpSecretDto &totp)
{
    QTextStream(stdout) << "totp_secret " << totp.secret << "\notpauth " << totp.otpauthUri << '\n';
}

int atDesk(const config::Settings &settings, const std::function<Outcome(StaffDesk &)> &work)
{
    const auto database = OpenDatabase::open(settings);
    if (!database)
        return complain(database.error());
    const SystemClock clock;
    const auto desk = StaffDesk::open(settings, database->url(), clock);
    const Outcome done = desk ? work(**desk) : Outcome(desk.error());
    return done ? 0 : complain(done.error());
}
} // namespace

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
    return atDesk(*settings, [&](StaffDesk &desk) -> Outcome {
        const auto added = desk.add(*email, *password, named, permissions);
        CARGO_TRY(added);
        QTextStream(stdout) << "id " << added->id.toString() << '\n';
        tell(added->totp);
        return ok();
    });
}

int staffRenewTotp(const QStringList &arguments)
{
    QStringList rest = arguments;
    const auto email = takeOption(rest, QStringLiteral("--email"));
    const auto settings = settingsOrComplain(rest);
    if (!settings)
        return 2;
    if (!email)
        return complain({ErrorCode::Required, {}, QStringLiteral("usage: cargod staff renew-totp --email E")}), 2;
    return atDesk(*settings, [&](StaffDesk &desk) -> Outcome {
        const auto renewed = desk.renewTotp(*email);
        CARGO_TRY(renewed);
        tell(*renewed);
        return ok();
    });
}

} // namespace cargo::commands
