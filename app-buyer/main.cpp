#include "app-buyer/buyer_app.h"
#include "qml/client/desktop/single_instance.h"
#include "qml/client/desktop/window_place.h"

#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QQuickWindow>
#include <QStandardPaths>
#include <QSysInfo>

#include <cstdio>
#include <utility>

int main(int argc, char **argv)
{
    QElapsedTimer sinceStart;
    sinceStart.start();
    QGuiApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("cargo-buyer"));
    QCoreApplication::setOrganizationName(QStringLiteral("CarGo"));
    QCoreApplication::setApplicationVersion(QStringLiteral(CARGO_VERSION));

    QCommandLineParser options;
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
    options.process(app);

    const QString folder = options.isSet(QStringLiteral("data-dir"))
                               ? options.value(QStringLiteral("data-dir"))
                               : QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    const bool measures = options.isSet(QStringLiteral("measure-first-frame"));
    const QString link = options.positionalArguments().value(0);
    cargo::client::SingleInstance instance(folder);
    if (!measures && !instance.claim(link))
        return 0;
    cargo::client::Client client(std::make_unique<cargo::client::NetworkTransport>(), folder, cargo::client::systemKeyring());
    client.api()->setUserAgent("CarGo-buyer/" CARGO_VERSION " (" + QSysInfo::prettyProductName().toLatin1() + ')');
    if (options.isSet(QStringLiteral("server"))) {
        client.settings()->overrideServerUrl(options.value(QStringLiteral("server")));
        client.api()->setServerUrl(QUrl(client.settings()->serverUrl()));
    }
    cargo::buyer::BuyerApp buyer(&client);
    client.start();
    cargo::client::WindowPlace place(folder);
    buyer.engine()->setInitialProperties(place.kept());
    if (!buyer.load())
        return 1;
    auto *window = qobject_cast<QQuickWindow *>(buyer.engine()->rootObjects().first());
    place.follow(window);
    QObject::connect(&instance, &cargo::client::SingleInstance::asked, &buyer, [&buyer, window](const QString &asked) {
        buyer.openLink(asked);
        window->show();
        window->raise();
        window->requestActivate();
    });
    if (measures) {
        QObject::connect(
            window, &QQuickWindow::frameSwapped, &app,
            [&sinceStart, told = false]() mutable {
                if (std::exchange(told, true))
                    return;
                std::printf("%lld\n", static_cast<long long>(sinceStart.elapsed()));
                std::fflush(stdout);
                QCoreApplication::quit();
            },
            Qt::QueuedConnection);
    }
    if (!link.isEmpty())
        buyer.openLink(link);
    return QGuiApplication::exec();
}
