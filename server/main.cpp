#include "server/commands/command.h"

#include <QCoreApplication>
#include <QTextStream>

namespace {

using namespace cargo;

constexpr commands::Command kCommands[] = {
    {"serve", "run the server (--print-config shows the settings and ends)", &commands::serve},
    {"migrate", "bring the database to this program's schema (--dump-schema, --er-diagram print it)", &commands::migrate},
    {"import", "FILE.csv --owner EMAIL [--map column=field] [--dry-run]: listings in bulk", &commands::importListings},
    {"demo", "[--cars N]: a market to look at: people, cars with pictures, talks, deals in every state", &commands::demonstrate},
    {"staff add", "--email E --password P --permission support|moderate|finance|admin", &commands::staffAdd},
    {"staff renew-totp", "--email E: a new second factor for somebody who has lost his", &commands::staffRenewTotp},
    {"kyc add-key", "a new master key for documents; start every server again, then rewrap", &commands::kycAddKey},
    {"kyc rewrap", "wrap the key of every document with the newest master key", &commands::kycRewrap},
    {"audit verify", "recompute every hash of the audit", &commands::auditVerify},
    {"ledger verify", "rebuild every balance from the journal and compare", &commands::ledgerVerify},
    {"reindex", "make the search index of every server anew from the database", &commands::reindex},
    {"search verify", "[--server URL] [--queries N] [--seed S]: hold every count of a running server against SQL",
     &commands::searchVerify},
    {"routes", "every HTTP route: method, path, who may call it, what it takes", &commands::routes},
    {"doctor", "check settings and everything they name; say how to mend", &commands::doctor},
};

int usage(int code)
{
    QTextStream out(code == 0 ? stdout : stderr);
    out << "cargod COMMAND [--setting value …]\n\n";
    for (const auto &command : kCommands)
        out << "  " << QString::fromUtf8(command.name).leftJustified(16) << command.help << '\n';
    out << '\n' << QString::fromUtf8(config::Settings::help());
    return code;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc == 2 && qstrcmp(argv[1], "render-act") == 0)
        return commands::renderAct(argc, argv);
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("cargod"));
    QStringList arguments = QCoreApplication::arguments().sliced(1);
    if (arguments.isEmpty())
        return usage(2);
    if (arguments.contains(QStringLiteral("--help")) || arguments.contains(QStringLiteral("-h")))
        return usage(0);
    for (const auto &command : kCommands) {
        const QStringList words = QString::fromUtf8(command.name).split(u' ');
        if (arguments.first(std::min(words.size(), arguments.size())) == words)
            return command.run(arguments.sliced(words.size()));
    }
    return usage(2);
}
