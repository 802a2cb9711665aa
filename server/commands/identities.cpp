#include "server/commands/command.h"
#include "server/commands/open_database.h"
#include "server/commands/task_runner.h"

#include "server/app.h"
#include "server/documents/document_keys_service.h"
#include "server/kyc/kyc_keys_service.h"

#include <QTextStream>

namespace cargo::commands {

int kycAddKey(const QStringList &arguments)
{
    const auto settings = settingsOrComplain(arguments);
    if (!settings)
        return 2;
    const auto keys = vault::MasterKeys::addTo(*settings);
    if (!keys)
        return complain(keys.error());
    QTextStream(stdout) << "key " << keys->current().id << '\n';
    QTextStream(stderr) << "Start every server again, then run: cargod kyc rewrap\n";
    return 0;
}

int kycRewrap(const QStringList &arguments)
{
    const auto settings = settingsOrComplain(arguments);
    if (!settings)
        return 2;
    const auto keys = vault::MasterKeys::load(*settings);
    if (!keys)
        return complain(keys.error());
    const auto database = OpenDatabase::open(*settings);
    if (!database)
        return complain(database.error());
    const SystemClock clock;
    TaskRunner runner(*settings, database->url(), clock);
    kyc::KycKeysService service(runner.runtime());
    documents::DocumentKeysService papers(runner.runtime());
    vault::Rewrapped all;
    for (const auto &counted :
         {runner.run(service.rewrapAll(runner.call(), *keys)), runner.run(papers.rewrapAll(runner.call(), *keys))}) {
        if (!counted)
            return complain(counted.error());
        all.done += counted->done;
        all.failed += counted->failed;
    }
    QTextStream(stdout) << "rewrapped " << all.done << ", failed " << all.failed << '\n';
    return all.failed == 0 ? 0 : 1;
}

} // namespace cargo::commands
