#pragma once

#include "server/config/setting_table.h"

namespace cargo::settings {

// Of all settings those that admins may change while the server runs. Everything else (listeners, secrets, adapters, limits
// that are built in at start) is the operator's.
struct Changeable
{
    const char *name;
    bool fourEyes; // money or bans hang on it
};

// Null: it is not to be changed here.
const Changeable *findChangeable(QByteArrayView name);
// Null: there is no such setting.
const config::SettingRow *findSetting(QByteArrayView name);

} // namespace cargo::settings
