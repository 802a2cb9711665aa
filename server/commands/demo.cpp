#include "server/commands/command.h"
#include "server/commands/open_database.h"
#include "server/commands/task_runner.h"

#include "server/app.h"
#include "server/auth/auth_feature.h"
#include "server/auth/totp.h"
#include "server/core/log.h"
#include "server/demo/demo.h"
#include "server/demo/demo_api.h"
#include "server/demo/demo_catalog.h"
#include "server/providers/mail/log/log_mail_provider.h"
#include "server/users/users_feature.h"

#include <QTextStream>

namespace cargo::commands {

namespace {
// RFC 4648 without padding, as the account service hands secrets out.
QByteArray fromBase32(const QByteArray &text)
{
    QByteArray bytes;
    quint32 bits = 0;
    int count = 0;
    for (const char c : text) {
        bits = (bits << 5) | quint32(c >= 'A' ? c - 'A' : c - '2' + 26);
        count += 5;
        if (count >= 8) {
            count -= 8;
            bytes.append(char((bits >> count) & 0xFF));
        }
    }
    return bytes;
}

// Makes the member of staff who decides the demonstration's disputes. Empty when he is there already: then the disputes
// were decided, or stay open.
Result<QString> makeStaff(const config::Settings &settings, const QByteArray &databaseUrl, const Clock &clock)
{
    auto keys = auth::SecretKeys::load(settings);
    CARGO_TRY(keys);
    TaskRunner runner(settings, databaseUrl, clock);
    mail::LogMailProvider mail(settings.dataDir, clock);
    auth::AuthShared shared(std::move(keys).value(), settings, runner.bus(), runner.cpu(), mail);
    users::UsersFeature users(runner.runtime());
    auth::AuthFeature feature(runner.runtime(), shared, users.service);
    const QStringList permissions{QStringLiteral("admin")};
    const auto added =
        runner.run(feature.service.addStaff(runner.call(), QString::fromLatin1(demo::kDemoStaffEmail),
                                            QString::fromLatin1(demo::kDemoPassword), QStringLiteral("CarGo"), permissions));
    if (!added)
        return added.code() == ErrorCode::AlreadyExists ? Result<QString>(QString()) : Result<QString>(added.error());
    return added->totp.secret;
}

Result<QByteArray> signInStaff(const QUrl &base, const QString &secret, const Clock &clock)
{
    demo::DemoApi api(base);
    const QByteArray code = auth::hotp(fromBase32(secret.toLatin1()), quint64(auth::totpStep(clock.now())));
    const auto session = api.call("POST", QStringLiteral("/auth/login"), {},
                                  {{QStringLiteral("email"), QString::fromLatin1(demo::kDemoStaffEmail)},
                                   {QStringLiteral("password"), QString::fromLatin1(demo::kDemoPassword)},
                                   {QStringLiteral("totp"), QString::fromLatin1(code)}});
    CARGO_TRY(session);
    return session->value(QLatin1String("access_token")).toString().toLatin1();
}
} // namespace

int demonstrate(const QStringList &arguments)
{
    QStringList rest = arguments;
    demo::DemoOptions options;
    if (const auto cars = takeOption(rest, QStringLiteral("--cars")))
        options.cars = qBound(20, cars->toInt(), 5000);
    auto settings = settingsOrComplain(rest);
    if (!settings)
        return 2;
    log::setLevel("warning");
    const auto database = OpenDatabase::open(*settings);
    if (!database)
        return complain(database.error());
    // A server of its own on the same data: no limits, everybody trusted, sessions that outlast the work.
    settings->databaseUrl = database->url();
    settings->listen = "127.0.0.1:0";
    settings->opsListen = "127.0.0.1:0";
    settings->publicUrl.clear();
    settings->kyc = "auto";
    settings->sandboxDelayMs = 0;
    settings->rateApiPerMinute = settings->rateAuthPerMinute = settings->rateUploadPerMinute = settings->rateSearchPerMinute = 0;
    settings->accessTokenMs = 4 * 3'600'000LL;
    const SystemClock clock;
    const auto secret = makeStaff(*settings, database->url(), clock);
    if (!secret)
        return complain(secret.error());
    App app(*settings, clock);
    if (const Outcome started = app.start(); !started)
        return complain(started.error());
    options.base = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(app.port()));
    QTextStream out(stdout);
    if (!secret->isEmpty()) {
        const auto token = signInStaff(options.base, *secret, clock);
        if (!token)
            return complain(token.error());
        options.staffToken = *token;
        out << "staff " << demo::kDemoStaffEmail << ", totp_secret " << *secret << '\n';
    }
    const auto filled = demo::runDemo(options, [&](const QString &line) {
        out << line << '\n';
        out.flush();
    });
    app.stop();
    if (!filled)
        return complain(filled.error());
    out << (*filled ? "done" : "everything is there already")
        << "; accounts driver1…15@ and buyer1…10@demo.cargo.example, password " << demo::kDemoPassword << '\n';
    return 0;
}

} // namespace cargo::commands
