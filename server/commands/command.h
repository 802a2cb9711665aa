#pragma once

#include "server/config/settings.h"

#include <QStringList>

namespace cargo::commands {

// One verb of `cargod`. Gets the arguments behind the verb and answers the exit code: 0 done, 1 failed or something was
// found, 2 wrong usage. Says on stderr what it does and on stdout what was asked for.
using Run = int (*)(const QStringList &arguments);

struct Command
{
    const char *name; // "audit verify"
    const char *help;
    Run run;
};

int serve(const QStringList &arguments);
int migrate(const QStringList &arguments);
int doctor(const QStringList &arguments);
int auditVerify(const QStringList &arguments);
int ledgerVerify(const QStringList &arguments);
int reindex(const QStringList &arguments);
int searchVerify(const QStringList &arguments);
int staffAdd(const QStringList &arguments);
int staffRenewTotp(const QStringList &arguments);
int kycAddKey(const QStringList &arguments);
int kycRewrap(const QStringList &arguments);
int importListings(const QStringList &arguments);
int demonstrate(const QStringList &arguments);
int routes(const QStringList &arguments);
// Needs an application with fonts instead of the plain one, so it is asked for before main() has made any.
int renderAct(int argc, char **argv);

// Reads settings; on a problem prints all of them and answers nullopt.
std::optional<config::Settings> settingsOrComplain(const QStringList &arguments);
// Takes `--name value` (or `--name=value`) out of the arguments; nullopt when it is not there.
std::optional<QString> takeOption(QStringList &arguments, const QString &name);
bool takeFlag(QStringList &arguments, const QString &name);
int complain(const Error &error);

} // namespace cargo::commands
