#include "server/commands/command.h"

#include "server/app.h"
#include "server/core/log.h"

#include <QCoreApplication>
#include <QSocketNotifier>
#include <QTextStream>

#include <csignal>
#include <sys/signalfd.h>
#include <unistd.h>

namespace cargo::commands {

int serve(const QStringList &arguments)
{
    QStringList rest = arguments;
    const bool printOnly = takeFlag(rest, QStringLiteral("--print-config"));
    const auto settings = settingsOrComplain(rest);
    if (!settings)
        return 2;
    QTextStream out(stdout);
    if (printOnly) {
        out << QString::fromUtf8(settings->print());
        return 0;
    }
    log::setLevel(settings->logLevel);
    log::installQtHandler();
    // SIGTERM and SIGINT come through a descriptor; blocked before any thread exists, so that all threads inherit it.
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN); // a file beyond the limit of the process is a full disk, not the end

    const SystemClock clock;
    App app(*settings, clock);
    if (const Outcome started = app.start(); !started)
        return complain(started.error());
    if (settings->kyc == "auto")
        log::warning("kyc.auto", {{"meaning", "every user is trusted at once; for demonstrations and tests only"}});
    out << "cargod: serving on http://" << QString::fromUtf8(app.settings().listen) << ", operations on port " << app.opsPort()
        << '\n';
    out.flush();

    const int fd = signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK);
    QSocketNotifier notifier(fd, QSocketNotifier::Read);
    QObject::connect(&notifier, &QSocketNotifier::activated, qApp, &QCoreApplication::quit);
    QCoreApplication::exec();
    log::info("server.draining");
    app.stop();
    close(fd);
    return 0;
}

} // namespace cargo::commands
