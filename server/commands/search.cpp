#include "server/commands/command.h"
#include "server/commands/open_database.h"
#include "server/commands/task_runner.h"

#include "server/app.h"
#include "server/demo/demo_api.h"
#include "server/jobs/outbox.h"
#include "server/search/changed_listings.h"
#include "server/search/search_check.h"
#include "server/search/trait_check.h"

#include <QTextStream>
#include <QThread>

#include <algorithm>

namespace cargo::commands {

namespace {
constexpr int kQueriesMost = 10'000;
constexpr int kLooks = 5; // a change under way is seen by one sooner than by the other
constexpr int kLookMs = 2'000;

QCoro::Task<Outcome> askForReindex(Runtime *runtime, CallContextPtr context)
{
    const auto tx = co_await runtime->db.begin(context);
    CARGO_CO_TRY(tx);
    jobs::OutboxEvent event{search::kReindex, "search", "{}"};
    CARGO_CO_TRY(co_await jobs::append(*tx, event));
    co_return co_await tx->commit();
}

// What differs by as much at every look: on a busy market something always differs for a moment.
Result<std::vector<search::CountDifference>> lasting(search::SearchCheck &check, const SearchQuery &query)
{
    auto left = check.differences(query);
    for (int look = 1; left && !left->empty() && look < kLooks; ++look) {
        QThread::msleep(kLookMs);
        const auto now = check.differences(query);
        CARGO_TRY(now);
        std::erase_if(*left, [&now](const search::CountDifference &before) {
            return std::none_of(now->begin(), now->end(), [&before](const search::CountDifference &one) {
                return one.what == before.what && one.answered - one.inDatabase == before.answered - before.inDatabase;
            });
        });
    }
    return left;
}
} // namespace

int reindex(const QStringList &arguments)
{
    const auto settings = settingsOrComplain(arguments);
    if (!settings)
        return 2;
    const auto database = OpenDatabase::open(*settings);
    if (!database)
        return complain(database.error());
    const SystemClock clock;
    TaskRunner runner(*settings, database->url(), clock);
    const Outcome asked = runner.run(askForReindex(&runner.runtime(), runner.call()));
    if (!asked)
        return complain(asked.error());
    QTextStream(stdout) << "every server makes its index anew beside the one that answers; search.filled in its log says when\n";
    return 0;
}

int searchVerify(const QStringList &arguments)
{
    QStringList rest = arguments;
    const auto server = takeOption(rest, QStringLiteral("--server"));
    const auto queries = takeOption(rest, QStringLiteral("--queries"));
    const auto seed = takeOption(rest, QStringLiteral("--seed"));
    const auto settings = settingsOrComplain(rest);
    if (!settings)
        return 2;
    bool isNumber = true;
    const int count = queries ? queries->toInt(&isNumber) : 50;
    const quint32 seedNumber = seed && isNumber ? seed->toUInt(&isNumber) : 1;
    if (!isNumber || count < 1 || count > kQueriesMost)
        return complain(
                   {ErrorCode::OutOfRange, QStringLiteral("queries"), QStringLiteral("--queries 1 … 10000, --seed a number")}),
               2;
    const auto database = OpenDatabase::open(*settings);
    if (!database)
        return complain(database.error());
    auto connection = db::BlockingConnection::open(database->url());
    if (!connection)
        return complain(connection.error());
    demo::DemoApi api(QUrl(server ? *server : QString::fromUtf8("http://" + settings->listen)));
    if (const Outcome taken = search::useConceptsOf(*connection); !taken)
        return complain(taken.error());
    search::SearchCheck check(*connection, [&api](const QByteArray &query) {
        return api.get(QStringLiteral("/search/facets?") + QString::fromLatin1(query), {});
    });
    const auto sample = check.sample(seedNumber, count);
    if (!sample)
        return complain(sample.error());
    QTextStream out(stdout);
    qsizetype wrong = 0;
    for (const SearchQuery &query : *sample) {
        const auto differences = lasting(check, query);
        if (!differences)
            return complain(differences.error());
        for (const search::CountDifference &one : *differences)
            out << '?' << QString::fromUtf8(one.query) << "  " << QString::fromUtf8(one.what) << ": " << one.answered
                << " answered, " << one.inDatabase << " in the database\n";
        wrong += differences->empty() ? 0 : 1;
    }
    out << sample->size() << " queries, " << wrong << " with wrong counts\n";
    return wrong == 0 ? 0 : 1;
}

} // namespace cargo::commands
