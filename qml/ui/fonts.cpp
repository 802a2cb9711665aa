#include "qml/ui/fonts.h"

#include <QFont>
#include <QFontDatabase>
#include <QGuiApplication>

namespace cargo::ui {

bool loadFonts()
{
    static const char *const kFiles[] = {"Inter-Regular.otf", "Inter-Medium.otf",      "Inter-SemiBold.otf",
                                         "Inter-Bold.otf",    "InterDisplay-Bold.otf", "MaterialIcons-Regular.ttf"};
    bool complete = true;
    for (const char *file : kFiles)
        complete = QFontDatabase::addApplicationFont(QLatin1String(":/cargo/fonts/") + QLatin1String(file)) >= 0 && complete;
    QGuiApplication::setFont(QFont(QStringLiteral("Inter")));
    return complete;
}

} // namespace cargo::ui
