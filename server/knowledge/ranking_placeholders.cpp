#include "server/knowledge/ranking_placeholders.h"

#include <QLocale>

#include <variant>

namespace cargo::knowledge {

namespace {
using search::RankingNumbers;

struct Placeholder
{
    const char *name;
    std::variant<double RankingNumbers::*, int RankingNumbers::*> member;
    enum { Number, Points, Percent, Stars } unit;
};

const Placeholder kPlaceholders[] = {
    {"order_title_weight", &RankingNumbers::titleWeight, Placeholder::Number},
    {"order_fact_weight", &RankingNumbers::factWeight, Placeholder::Number},
    {"order_description_weight", &RankingNumbers::descriptionWeight, Placeholder::Number},
    {"order_freshness_points", &RankingNumbers::freshnessPoints, Placeholder::Points},
    {"order_driver_points", &RankingNumbers::driverPoints, Placeholder::Points},
    {"order_completion_points", &RankingNumbers::completionPoints, Placeholder::Points},
    {"order_term_points", &RankingNumbers::termPoints, Placeholder::Points},
    {"order_half_life_days", &RankingNumbers::freshnessHalfLifeDays, Placeholder::Number},
    {"order_freshness_floor", &RankingNumbers::freshnessFloorShare, Placeholder::Percent},
    {"order_unknown_stars", &RankingNumbers::driverUnknownStars, Placeholder::Stars},
    {"order_term_days", &RankingNumbers::termDaysMost, Placeholder::Number},
    {"order_page_hits", &RankingNumbers::pageHits, Placeholder::Number},
    {"order_same_driver", &RankingNumbers::sameDriverMost, Placeholder::Number},
    {"order_same_model", &RankingNumbers::sameModelMost, Placeholder::Number},
    {"order_personal_places", &RankingNumbers::personalPlacesMost, Placeholder::Number},
};
} // namespace

std::optional<QString> rankingPlaceholder(const RankingNumbers &numbers, Locale locale, const QString &name)
{
    const QLocale words(locale == Locale::En ? QLocale::English : QLocale::Russian);
    for (const Placeholder &placeholder : kPlaceholders) {
        if (name != QLatin1String(placeholder.name))
            continue;
        const double value = std::visit([&](auto member) { return double(numbers.*member); }, placeholder.member);
        switch (placeholder.unit) {
        case Placeholder::Number: return words.toString(value, 'g', 6);
        case Placeholder::Points: return words.toString(value, 'f', 0);
        case Placeholder::Percent:
            return words.toString(100 * value, 'f', 0) + (locale == Locale::En ? QStringLiteral("%") : QStringLiteral("\u00a0%"));
        case Placeholder::Stars: return words.toString(value, 'f', 1);
        }
    }
    return std::nullopt;
}

QStringList rankingPlaceholderNames()
{
    QStringList names;
    for (const Placeholder &placeholder : kPlaceholders)
        names.append(QLatin1String(placeholder.name));
    return names;
}

} // namespace cargo::knowledge
