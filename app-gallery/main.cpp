#include "app-gallery/gallery.h"

#include <QCommandLineParser>
#include <QDir>
#include <QGuiApplication>
#include <QStyleHints>

#include <cstdio>

using namespace cargo;

namespace {

// Every page in light, dark, both with high contrast, English, with letters of double size, and compact.
int takeAll(gallery::Gallery &all, const QString &folder, const QString &only)
{
    QDir().mkpath(folder);
    std::vector<gallery::Look> looks(8);
    looks[1].theme = QStringLiteral("dark");
    looks[2].highContrast = true;
    looks[3].theme = QStringLiteral("dark");
    looks[3].highContrast = true;
    looks[4].language = QStringLiteral("en");
    looks[5].textScale = 2;
    looks[6].textScale = 2;
    looks[6].language = QStringLiteral("en");
    looks[6].theme = QStringLiteral("dark");
    looks[7].compact = true;
    int failures = 0;
    for (const QString &page : all.pages()) {
        if (!page.startsWith(only))
            continue;
        for (gallery::Look look : looks) {
            look.width = all.widthOf(page);
            const QString file = folder + u'/' + page + u'_' + look.suffix() + QStringLiteral(".png");
            if (!all.picture(page, look).save(file))
                std::fprintf(stderr, "cannot write %s\n", qPrintable(file)), ++failures;
        }
    }
    return failures;
}

} // namespace

int main(int argc, char **argv)
{
    QCommandLineParser options;
    options.setApplicationDescription(QStringLiteral("Every control of the apps in all its states."));
    options.addHelpOption();
    options.addOptions({{QStringLiteral("shots"), QStringLiteral("Write a picture of every page in every look, and leave."),
                         QStringLiteral("folder")},
                        {QStringLiteral("only"), QStringLiteral("Only pages whose name begins so."), QStringLiteral("name")}});
    QStringList arguments;
    for (int at = 0; at < argc; ++at)
        arguments << QString::fromLocal8Bit(argv[at]);
    const bool shots = arguments.contains(QLatin1String("--shots"));
    if (shots) {
        if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
            qputenv("QT_QPA_PLATFORM", "offscreen");
        qputenv("TZ", "UTC");
        QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
    }
    QGuiApplication app(argc, argv);
    options.process(app);
    if (shots)
        QGuiApplication::styleHints()->setUseHoverEffects(false); // the platform's pointer rests on the first button
    gallery::Gallery all;
    if (!all.load())
        return 1;
    return shots ? takeAll(all, options.value(QStringLiteral("shots")), options.value(QStringLiteral("only")))
                 : QGuiApplication::exec();
}
