#include "app-buyer/buyer_app.h"

#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QQuickWindow>
#include <QStandardPaths>

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
    options.addPositionalArgument(QStringLiteral("link"), QStringLiteral("cargo://l/ID, cargo://d/ID or cargo://c/ID"),
                                  QStringLiteral("[link]"));
    options.process(app);

    const QString folder = options.isSet(QStringLiteral("data-dir"))
                               ? options.value(QStringLiteral("data-dir"))
                               : QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    cargo::client::Client client(std::make_unique<cargo::client::NetworkTransport>(), folder);
    if (options.isSet(QStringLiteral("server"))) {
        client.settings()->overrideServerUrl(options.value(QStringLiteral("server")));
        client.api()->setServerUrl(QUrl(client.settings()->serverUrl()));
    }
    cargo::buyer::BuyerApp buyer(&client);
    client.start();
    if (!buyer.load())
        return 1;
    if (options.isSet(QStringLiteral("measure-first-frame"))) {
        auto *window = qobject_cast<QQuickWindow *>(buyer.engine()->rootObjects().first());
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
    const QStringList rest = options.positionalArguments();
    if (!rest.isEmpty())
        buyer.openLink(rest.first());
    return QGuiApplication::exec();
}
