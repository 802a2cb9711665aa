#include "qml/shell/app_main.h"

#include "qml/client/desktop/single_instance.h"
#include "qml/client/desktop/window_place.h"
#include "qml/shell/quick_app.h"

#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QQuickWindow>
#include <QStandardPaths>
#include <QSysInfo>

#include <cstdio>
#include <utility>

namespace cargo::shell {

namespace {
void declareOptions(QCommandLineParser &options)
{
    options.addHelpOption();
    options.addVersionOption();
    options.addOption({QStringLiteral("server"), QStringLiteral("Address of the CarGo server."), QStringLiteral("url")});
    options.addOption({QStringLiteral("data-dir"), QStringLiteral("Folder for the session, the settings and the offline data."),
                       QStringLiteral("folder")});
    options.addOption({QStringLiteral("measure-first-frame"),
                       QStringLiteral("Print the milliseconds from start to the first frame and leave.")});
    options.addPositionalArgument(QStringLiteral("link"),
                                  QStringLiteral("cargo://listings/ID, cargo://deals/ID or cargo://conversations/ID"),
                                  QStringLiteral("[link]"));
}

void leaveAfterFirstFrame(QQuickWindow *window, const QElapsedTimer &sinceStart)
{
    QObject::connect(
        window, &QQuickWindow::frameSwapped, qApp,
        [sinceStart, told = false]() mutable {
            if (std::exchange(told, true))
                return;
            std::printf("%lld\n", static_cast<long long>(sinceStart.elapsed()));
            std::fflush(stdout);
            QCoreApplication::quit();
        },
        Qt::QueuedConnection);
}
} // namespace

int runApp(QGuiApplication &app, const AppIdentity &identity)
{
    QElapsedTimer sinceStart;
    sinceStart.start();
    QCoreApplication::setApplicationName(QLatin1String(identity.name));
    QCoreApplication::setOrganizationName(QStringLiteral("CarGo"));
    QCoreApplication::setApplicationVersion(QLatin1String(identity.version));
    QCommandLineParser options;
    declareOptions(options);
    options.process(app);

    const QString folder = options.isSet(QStringLiteral("data-dir"))
                               ? options.value(QStringLiteral("data-dir"))
                               : QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    const bool measures = options.isSet(QStringLiteral("measure-first-frame"));
    const QString link = options.positionalArguments().value(0);
    client::SingleInstance instance(folder);
    if (!measures && !instance.claim(link))
        return 0;
    client::Client client(std::make_unique<client::NetworkTransport>(), folder, client::systemKeyring());
    client.setRole(QLatin1String(identity.role));
    client.api()->setUserAgent(QByteArray("CarGo-") + identity.role + '/' + identity.version + " ("
                               + QSysInfo::prettyProductName().toLatin1() + ')');
    if (options.isSet(QStringLiteral("server"))) {
        client.settings()->overrideServerUrl(options.value(QStringLiteral("server")));
        client.api()->setServerUrl(QUrl(client.settings()->serverUrl()));
    }
    QuickApp quick(&client, QLatin1String(identity.module));
    client.start();
    client::WindowPlace place(folder);
    quick.engine()->setInitialProperties(place.kept());
    if (!quick.load())
        return 1;
    auto *window = qobject_cast<QQuickWindow *>(quick.engine()->rootObjects().first());
    place.follow(window);
    QObject::connect(&instance, &client::SingleInstance::asked, &quick, [&quick, window](const QString &asked) {
        quick.openLink(asked);
        window->show();
        window->raise();
        window->requestActivate();
    });
    if (measures)
        leaveAfterFirstFrame(window, sinceStart);
    if (!link.isEmpty())
        quick.openLink(link);
    return QGuiApplication::exec();
}

} // namespace cargo::shell
