#pragma once

#include "server/config/settings.h"

#include <functional>
#include <vector>

namespace cargo::config {

// One row for each setting: how it is called, what it means, how it is read and printed. Flags are the name in kebab
// case (`--data-dir`), environment variables the name in upper case with CARGO_ in front (CARGO_DATA_DIR).
struct SettingRow
{
    const char *name; // "data-dir"
    const char *help;
    bool secret = false;
    std::function<Outcome(Settings &, const QString &)> read;
    std::function<QString(const Settings &)> print;

    QByteArray environmentName() const;
};

const std::vector<SettingRow> &settingTable();

} // namespace cargo::config
