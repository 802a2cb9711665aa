#include "server/commands/command.h"
#include "server/commands/open_database.h"
#include "server/commands/staff_desk.h"

#include "server/app.h"
#include "server/auth/totp.h"
#include "server/core/log.h"
#include "server/demo/demo.h"
#include "server/demo/demo_api.h"
#include "server/demo/demo_catalog.h"

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

Result<QString> secretOfStaff(const config::Settings &settings, const QByteArray &databaseUrl, const Clock &clock)
{
    const auto desk = StaffDesk::open(settings, databaseUrl, clock);
    CARGO_TRY(desk);
    const QString email = QString::fromLatin1(demo::kDemoStaffEmail);
    const auto added =
        (*desk)->add(email, QString::fromLatin1(demo::kDemoPassword), QStringLiteral("CarGo"), {QStringLiteral("admin")});
    if (added || added.code() != ErrorCode::AlreadyExists)
        return added ? Result<QString>(added->totp.secret) : Result<QString>(added.error());
    // Of a run that was killed: nobody has its secret.
    const auto renewed = (*desk)->renewTotp(email);
    CARGO_TRY(renewed);
    return renewed->secret;
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
    App app(*settings, clock);
    if (const Outcome started = app.start(); !started)
        return complain(started.error());
    options.base = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(app.port()));
    QTextStream out(stdout);
    // Staff only when there is something to decide: a market that is there already keeps its member of staff as he is.
    options.signInStaff = [&]() -> Result<QByteArray> {
        const auto secret = secretOfStaff(*settings, database->url(), clock);
        CARGO_TRY(secret);
        out << "staff " << demo::kDemoStaffEmail << ", totp_secret " << *secret << '\n';
        return signInStaff(options.base, *secret, clock);
    };
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
