#include "server/knowledge/placeholders.h"

#include "server/knowledge/ranking_placeholders.h"
#include "shared/api/json_writer.h"

#include <QLocale>

#include <variant>

namespace cargo::knowledge {

namespace {

using config::Settings;

// What is written behind a number.
enum class Unit { Duration, Percent, Roubles, Count };
struct Placeholder
{
    const char *name;
    Unit unit;
    std::variant<qint64 Settings::*, int Settings::*> member;
};

const Placeholder kPlaceholders[] = {
    {"payment_deadline", Unit::Duration, &Settings::paymentDeadlineMs},
    {"start_deadline", Unit::Duration, &Settings::startDeadlineMs},
    {"confirmation_deadline", Unit::Duration, &Settings::confirmationDeadlineMs},
    {"dispute_window", Unit::Duration, &Settings::disputeWindowMs},
    {"evidence_window", Unit::Duration, &Settings::evidenceWindowMs},
    {"review_window", Unit::Duration, &Settings::reviewWindowMs},
    {"safety_stop", Unit::Duration, &Settings::safetyStopMs},
    {"appeal_window", Unit::Duration, &Settings::appealWindowMs},
    {"agreement_grace", Unit::Duration, &Settings::agreementGraceMs},
    {"kyc_retention", Unit::Duration, &Settings::kycRetentionMs},
    {"kyc_answer", Unit::Duration, &Settings::slaKycMs},
    {"listing_answer", Unit::Duration, &Settings::slaListingsMs},
    {"dispute_answer", Unit::Duration, &Settings::slaDisputesMs},
    {"ticket_answer", Unit::Duration, &Settings::slaTicketsMs},
    {"appeal_answer", Unit::Duration, &Settings::slaAppealsMs},
    {"erasure_answer", Unit::Duration, &Settings::slaErasuresMs},
    {"mute", Unit::Duration, &Settings::chatMuteMs},
    {"long_mute", Unit::Duration, &Settings::chatLongMuteMs},
    {"attempt_window", Unit::Duration, &Settings::chatAttemptWindowMs},
    {"mute_attempts", Unit::Count, &Settings::chatMuteAttempts},
    {"long_mute_attempts", Unit::Count, &Settings::chatLongMuteAttempts},
    {"fee_percent", Unit::Percent, &Settings::feeBasisPoints},
    {"fee_minimum", Unit::Roubles, &Settings::feeMinimumMinor},
    {"tier1_limit", Unit::Roubles, &Settings::tier1DealLimitMinor},
};

// Abbreviated, so that no sentence has to bend a noun. Spaces do not break the line.
QString duration(qint64 ms, bool english)
{
    struct Part
    {
        qint64 ms;
        const char16_t *en;
        const char16_t *ru;
    };
    static constexpr Part kParts[] = {
        {kDayMs, u"d", u"дн."}, {kHourMs, u"h", u"ч"}, {kMinuteMs, u"min", u"мин"}, {kSecondMs, u"s", u"с"}};
    QStringList words;
    for (const Part &part : kParts) {
        // 24 h and 72 h are what people say; four days and more are days.
        if (ms < part.ms || (part.ms == kDayMs && ms <= 3 * kDayMs))
            continue;
        words += QString::number(ms / part.ms) + QChar(0xA0) + QString::fromUtf16(english ? part.en : part.ru);
        ms %= part.ms;
    }
    return words.isEmpty() ? QString(QStringLiteral("0") + QChar(0xA0) + QString::fromUtf16(english ? u"s" : u"с"))
                           : words.join(u' ');
}

QString write(const Placeholder &placeholder, const Settings &settings, bool english)
{
    const qint64 value = std::visit([&](auto member) { return qint64(settings.*member); }, placeholder.member);
    const QLocale locale(english ? QLocale::English : QLocale::Russian);
    switch (placeholder.unit) {
    case Unit::Duration: return duration(value, english);
    case Unit::Percent: {
        const QString number = locale.toString(double(value) / 100, 'f', value % 100 == 0 ? 0 : value % 10 == 0 ? 1 : 2);
        return number + (english ? QStringLiteral("%") : QStringLiteral("\u00a0%"));
    }
    case Unit::Roubles: {
        const QString number = locale.toString(double(value) / 100, 'f', value % 100 == 0 ? 0 : 2);
        return english ? QString(QChar(0x20BD) + number) : QString(number + QChar(0xA0) + QChar(0x20BD));
    }
    case Unit::Count: break;
    }
    return locale.toString(value);
}

} // namespace

std::optional<QString> placeholderValue(const config::Settings &settings, Locale locale, const QString &name)
{
    for (const Placeholder &placeholder : kPlaceholders) {
        if (name == QLatin1String(placeholder.name))
            return write(placeholder, settings, locale == Locale::En);
    }
    return rankingPlaceholder(search::rankingNumbers(), locale, name);
}

QByteArray placeholdersJson(const config::Settings &settings)
{
    api::JsonWriter out;
    out.beginObject();
    for (const Placeholder &placeholder : kPlaceholders) {
        out.key(placeholder.name).beginObject().field("ru", write(placeholder, settings, false));
        out.field("en", write(placeholder, settings, true)).endObject();
    }
    const search::RankingNumbers ranking = search::rankingNumbers();
    const QStringList rankingNames = rankingPlaceholderNames();
    for (const QString &name : rankingNames) {
        out.key(name.toLatin1()).beginObject().field("ru", rankingPlaceholder(ranking, Locale::Ru, name));
        out.field("en", rankingPlaceholder(ranking, Locale::En, name)).endObject();
    }
    out.endObject();
    return out.take();
}

} // namespace cargo::knowledge
