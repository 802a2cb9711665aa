#include "server/commands/command.h"
#include "server/commands/open_database.h"
#include "server/commands/task_runner.h"

#include "server/app.h"
#include "server/kyc/kyc_keys_service.h"

#include <QTextStream>

namespace cargo::commands {

int kycAddKey(const QStringList &arguments)
{
    const auto settings = settingsOrComplain(arguments);
    if (!settings)
        return 2;
    const auto keys = kyc::MasterKeys::addTo(*settings);
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
    const auto keys = kyc::MasterKeys::load(*settings);
    if (!keys)
        return complain(keys.error());
    const auto database = OpenDatabase::open(*settings);
    if (!database)
        return complain(database.error());
    const SystemClock clock;
    TaskRunner runner(*settings, database->url(), clock);
    kyc::KycKeysService service(runner.runtime());
    const auto counted = runner.run(service.rewrapAll(runner.call(), *keys));
    if (!counted)
        return complain(counted.error());
    QTextStream(stdout) << "rewrapped " << counted->done << ", failed " << counted->failed << '\n';
    return counted->failed == 0 ? 0 : 1;
}

} // namespace cargo::commands
