#include "tests/search/judged_set.h"

#include <QFile>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <limits>

namespace cargo::test {

namespace {
constexpr size_t kPage = 10;
constexpr const char *kWordFields[] = {"brand", "model", "body_type",    "fuel", "transmission",
                                       "drive", "color", "country_from", "year"};

QString folded(const QString &text) { return text.toLower().replace(QChar(u'ё'), QChar(u'е')); }

// What is not told is no number: neither more nor less than any.
double told(const QJsonObject &listing, const char *name)
{
    return listing.value(QLatin1String(name)).toDouble(std::numeric_limits<double>::quiet_NaN());
}

double numberOf(const QJsonObject &listing, const QString &field)
{
    if (field == QLatin1String("price"))
        return listing.value(QLatin1String("price")).toObject().value(QLatin1String("amount")).toDouble() / 100;
    if (field == QLatin1String("mileage"))
        return listing.value(QLatin1String("mileage_km")).toDouble();
    if (field == QLatin1String("power"))
        return told(listing, "power_hp");
    if (field == QLatin1String("engine"))
        return told(listing, "engine_cc");
    if (field == QLatin1String("eta"))
        return listing.value(QLatin1String("delivery_eta_days")).toDouble();
    return listing.value(field).toDouble();
}

bool isNumber(const QString &field)
{
    return field == QLatin1String("price") || field == QLatin1String("mileage") || field == QLatin1String("eta")
           || field == QLatin1String("year") || field == QLatin1String("power") || field == QLatin1String("engine");
}

double gain(const std::vector<int> &grades)
{
    double sum = 0;
    for (size_t i = 0; i < std::min(grades.size(), kPage); ++i)
        sum += (std::exp2(grades[i]) - 1) / std::log2(double(i) + 2);
    return sum;
}
} // namespace

bool JudgedQuery::Condition::holds(const QJsonObject &listing) const
{
    if (kind == AtLeast)
        return numberOf(listing, field) >= number;
    if (kind == AtMost)
        return numberOf(listing, field) <= number;
    const QString text = folded(listing.value(kind == Says ? QStringLiteral("description") : field).toVariant().toString());
    return std::any_of(values.begin(), values.end(),
                       [&](const QString &value) { return kind == Says ? text.contains(value) : text == value; });
}

int JudgedQuery::grade(const QJsonObject &listing) const
{
    int best = 0;
    for (const Rule &rule : m_rules) {
        if (rule.grade > best
            && std::all_of(rule.conditions.begin(), rule.conditions.end(), [&](const Condition &c) { return c.holds(listing); }))
            best = rule.grade;
    }
    return best;
}

QString JudgedSet::readCondition(const QString &text, JudgedQuery::Condition *condition)
{
    using Condition = JudgedQuery::Condition;
    static const QRegularExpression kForm(QStringLiteral("^([a-z_]+)(>=|<=|=|~)(.+)$"));
    const QRegularExpressionMatch match = kForm.match(text);
    if (!match.hasMatch())
        return QStringLiteral("not a condition: ") + text;
    condition->field = match.captured(1);
    const QString sign = match.captured(2);
    const QString value = match.captured(3);
    if (sign == QLatin1String(">=") || sign == QLatin1String("<=")) {
        bool isRead = false;
        condition->kind = sign == QLatin1String(">=") ? Condition::AtLeast : Condition::AtMost;
        condition->number = value.toDouble(&isRead);
        return isRead && isNumber(condition->field) ? QString() : QStringLiteral("not a number: ") + text;
    }
    for (const QString &alternative : value.split(u'|'))
        condition->values.push_back(folded(alternative));
    condition->kind = sign == QLatin1String("~") ? Condition::Says : Condition::OneOf;
    const bool isKnown = condition->kind == Condition::Says
                             ? condition->field == QLatin1String("text")
                             : std::any_of(std::begin(kWordFields), std::end(kWordFields),
                                           [&](const char *name) { return condition->field == QLatin1String(name); });
    return isKnown ? QString() : QStringLiteral("no such field: ") + text;
}

QString JudgedSet::read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return file.errorString();
    m_queries.clear();
    for (int line = 1; !file.atEnd(); ++line) {
        const QString text = QString::fromUtf8(file.readLine()).chopped(1);
        if (text.isEmpty() || text.startsWith(u'#'))
            continue;
        const auto problem = [line](const QString &what) { return QString::number(line) + QStringLiteral(": ") + what; };
        const QStringList fields = text.split(u'\t');
        JudgedQuery::Rule rule;
        rule.grade = fields.size() == 3 ? fields.at(1).toInt() : 0;
        if (rule.grade < 1 || rule.grade > 3)
            return problem(QStringLiteral("three fields are expected, the second 1 … 3"));
        for (const QString &part : fields.at(2).split(QStringLiteral(" & "))) {
            JudgedQuery::Condition condition;
            if (const QString wrong = readCondition(part, &condition); !wrong.isEmpty())
                return problem(wrong);
            rule.conditions.push_back(std::move(condition));
        }
        if (m_queries.empty() || m_queries.back().text() != fields.at(0))
            m_queries.emplace_back(fields.at(0));
        m_queries.back().m_rules.push_back(std::move(rule));
    }
    return {};
}

double ndcgAt10(const std::vector<int> &grades, std::vector<int> all)
{
    std::sort(all.begin(), all.end(), std::greater<>());
    const double best = gain(all);
    return best > 0 ? gain(grades) / best : -1;
}

} // namespace cargo::test
