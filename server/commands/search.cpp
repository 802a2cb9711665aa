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
constexpr int kLooks = 23; // 44 s: SearchIndexJob looks for what it missed every 30
constexpr int kLookMs = 2'000;

QCoro::Task<Outcome> askForReindex(Runtime *runtime, CallContextPtr context)
{
    const auto tx = co_await runtime->db.begin(context);
    CARGO_CO_TRY(tx);
    jobs::OutboxEvent event{search::kReindex, "search", "{}"};
    CARGO_CO_TRY(co_await jobs::append(*tx, event));
    co_return co_await tx->commit();
}

struct Suspect
{
    SearchQuery query;
    std::vector<search::CountDifference> differences;
};

// What differed by as much before.
void keepLasting(std::vector<search::CountDifference> &before, const std::vector<search::CountDifference> &now)
{
    std::erase_if(before, [&now](const search::CountDifference &one) {
        return std::none_of(now.begin(), now.end(), [&one](const search::CountDifference &other) {
            return other.what == one.what && other.answered - other.inDatabase == one.answered - one.inDatabase;
        });
    });
}

// On a busy market something always differs for a moment. An error is what does so at every look, and for longer than a server
// needs to find a change that it was not told of.
Result<std::vector<Suspect>> lasting(search::SearchCheck &check, const std::vector<SearchQuery> &queries)
{
    std::vector<Suspect> suspects;
    for (const SearchQuery &query : queries) {
        auto differences = check.differences(query);
        CARGO_TRY(differences);
        if (!differences->empty())
            suspects.push_back({query, std::move(*differences)});
    }
    for (int look = 1; !suspects.empty() && look < kLooks; ++look) {
        QThread::msleep(kLookMs);
        for (Suspect &one : suspects) {
            const auto now = check.differences(one.query);
            CARGO_TRY(now);
            keepLasting(one.differences, *now);
        }
        std::erase_if(suspects, [](const Suspect &one) { return one.differences.empty(); });
    }
    return suspects;
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
    const auto wrong = lasting(check, *sample);
    if (!wrong)
        return complain(wrong.error());
    QTextStream out(stdout);
    for (const Suspect &suspect : *wrong) {
        for (const search::CountDifference &one : suspect.differences)
            out << '?' << QString::fromUtf8(one.query) << "  " << QString::fromUtf8(one.what) << ": " << one.answered
                << " answered, " << one.inDatabase << " in the database\n";
    }
    out << sample->size() << " queries, " << wrong->size() << " with wrong counts\n";
    return wrong->empty() ? 0 : 1;
}

} // namespace cargo::commands
