#include "server/settings/changeable.h"

#include <algorithm>

namespace cargo::settings {

namespace {
constexpr Changeable kChangeable[] = {
    {"payment-deadline", false},
    {"start-deadline", false},
    {"confirmation-deadline", true}, // money is released by itself afterwards
    {"dispute-window", true},
    {"evidence-window", false},
    {"review-window", false},
    {"safety-stop", false},
    {"clock-skew", false},
    {"fee-basis-points", true},
    {"fee-minimum-minor", true},
    {"four-eyes-minor", true},
    {"tier1-deal-limit-minor", true},
    {"kyc-retention", false},
    {"agreement-grace", false},
    {"claim", false},
    {"chat-contacts", true},
    {"chat-mute-attempts", true},
    {"chat-long-mute-attempts", true},
    {"chat-attempt-window", true},
    {"chat-mute", true},
    {"chat-long-mute", true},
    {"search-personal", false},
};
// Hours of the queues: they hurt nobody.
constexpr Changeable kHours{"sla-", false};
} // namespace

const Changeable *findChangeable(QByteArrayView name)
{
    const auto *const found =
        std::find_if(std::begin(kChangeable), std::end(kChangeable), [&](const Changeable &one) { return name == one.name; });
    if (found != std::end(kChangeable))
        return found;
    return name.startsWith(kHours.name) ? &kHours : nullptr;
}

const config::SettingRow *findSetting(QByteArrayView name)
{
    const auto &table = config::settingTable();
    const auto found = std::find_if(table.begin(), table.end(), [&](const config::SettingRow &row) { return name == row.name; });
    return found == table.end() ? nullptr : &*found;
}

} // namespace cargo::settings
