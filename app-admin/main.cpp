#include "qml/shell/app_main.h"

#include <QGuiApplication>

int main(int argc, char **argv)
{
    QGuiApplication app(argc, argv);
    return cargo::shell::runApp(app, {"cargo-admin", "CarGo/Admin", "staff", CARGO_VERSION});
}
