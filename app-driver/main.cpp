#include "qml/shell/app_main.h"

#include <QGuiApplication>

int main(int argc, char **argv)
{
    QGuiApplication app(argc, argv);
    return cargo::shell::runApp(app, {"cargo-driver", "CarGo/Driver", "driver", CARGO_VERSION});
}
