#pragma once

class QGuiApplication;

namespace cargo::shell {

struct AppIdentity
{
    const char *name;   // of the program: "cargo-buyer"
    const char *module; // with its Main.qml: "CarGo/Buyer"
    const char *role;   // whose app it is: buyer, driver, staff
    const char *version;
};

// main() of every app: options, one instance for each folder, the client, the window and links from outside.
int runApp(QGuiApplication &app, const AppIdentity &identity);

} // namespace cargo::shell
