#include "server/app_routes.h"

#include "server/app.h"
#include "server/bus/in_process_bus.h"
#include "server/features.h"
#include "server/ops/ops_server.h"
#include "server/providers/search/embedded/embedded_provider.h"

namespace cargo {

namespace {
struct NoMail final : mail::MailProvider
{
    QCoro::Task<Outcome> send(CallContextPtr, mail::Mail) override { co_return ErrorCode::Unavailable; }
};

struct NoFiles final : files::FileProvider
{
    Result<QByteArray> put(const QByteArray &) override { return ErrorCode::Unavailable; }
    files::FileLocation locate(const QByteArray &) const override { return {}; }
    Result<QByteArray> read(const QByteArray &) const override { return ErrorCode::Unavailable; }
    Outcome remove(const QByteArray &) override { return ErrorCode::Unavailable; }
    Outcome removeStale(const QByteArray &) override { return ErrorCode::Unavailable; }
};
} // namespace

struct AppRoutes::Private
{
    config::Settings settings;
    SystemClock clock;
    InProcessBus bus;
    CpuPool cpu;
    db::Database database{{}};
    Runtime runtime{database, settings, clock, bus, cpu};
    NoMail mail;
    NoFiles files;
    vault::Vault vault{vault::MasterKeys(std::vector<vault::MasterKeys::Key>(1)), files};
    scan::NoScanner scanner;
    photo_text::NoReader photoText;
    auth::AuthShared auth{auth::SecretKeys(auth::randomSecret()), settings, bus, cpu, mail};
    search::EmbeddedProvider search;
    chat::ChatMemory chatMemory{0};
    ws::Directory directory{bus};
    search::CardShelf cards{bus, 0};
    search::PopularQueries popularQueries;
    behaviour::ProfileShelf profiles{bus};
    SharedParts shared{clock,  settings, auth,           files,    vault,      scanner,  photoText,
                       search, cards,    popularQueries, profiles, chatMemory, directory};
    Features features{runtime, shared, false};
    http::Router router;
};

AppRoutes::AppRoutes() : d(std::make_unique<Private>())
{
    d->features.registerOn(d->router);
    ops::registerContract(d->router);
    ops::registerStatus(d->router, d->settings, d->clock);
}

AppRoutes::~AppRoutes() = default;

const std::vector<std::unique_ptr<http::Router::Route>> &AppRoutes::all() const { return d->router.routes(); }

QByteArray accessWord(const http::RouteOptions &options)
{
    switch (options.access) {
    case http::Access::Public: return "public";
    case http::Access::SignedIn: return "signed_in";
    case http::Access::Staff: break;
    }
    const QStringList words = users::permissionWords(quint32(options.permission));
    return words.isEmpty() ? QByteArray("staff") : words.join(QStringLiteral(" | ")).toLatin1();
}

} // namespace cargo
