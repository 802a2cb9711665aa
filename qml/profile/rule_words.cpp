#include "qml/profile/rule_words.h"

#include <QCoreApplication>

namespace cargo::profile {

namespace {
struct Rules
{
    Q_DECLARE_TR_FUNCTIONS(Rules)
};
} // namespace

QString ruleText(const QString &rule)
{
    const std::pair<const char *, QString> rules[] = {
        {"listings-contacts", Rules::tr("Rule: no contacts in a listing")},
        {"listings-photos", Rules::tr("Rule: only photos of this car, taken by you")},
        {"listings-price", Rules::tr("Rule: the price is the one you sell for")},
        {"listings-data", Rules::tr("Rule: what a listing says is true")},
        {"listings-prohibited", Rules::tr("Rule: only cars with papers, true mileage and own numbers")},
        {"listings-duplicates", Rules::tr("Rule: a car is listed once")},
        {"fraud", Rules::tr("Rule: nobody is deceived")},
        {"chat-contacts", Rules::tr("Rule: contacts stay hidden until the deal is done")},
        {"chat-conduct", Rules::tr("Rule: no insults and no threats")},
        {"chat-spam", Rules::tr("Rule: no advertising and no mass messages")},
        {"accounts", Rules::tr("Rule: one person, one account")},
        {"accounts-age", Rules::tr("Rule: users are of age")},
        {"accounts-identity", Rules::tr("Rule: an account is in its owner's own name")},
        {"general", Rules::tr("Rule: the terms of CarGo hold for everybody")},
    };
    for (const auto &[name, text] : rules) {
        if (rule == QLatin1String(name))
            return text;
    }
    return {};
}

} // namespace cargo::profile
