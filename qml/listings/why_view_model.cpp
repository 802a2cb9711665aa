#include "qml/listings/why_view_model.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace cargo::listings {

namespace {

struct Why
{
    Q_DECLARE_TR_FUNCTIONS(Why)
};

QString word(const QJsonObject &object, const char *name) { return object.value(QLatin1String(name)).toString(); }
double number(const QJsonObject &object, const char *name) { return object.value(QLatin1String(name)).toDouble(); }
QString code(const QJsonObject &object) { return word(object, "code"); }
int points(const QJsonObject &object) { return int(std::lround(100 * number(object, "points"))); }
QString percent(double share) { return QLocale().toString(std::lround(100 * share)) + QStringLiteral(" %"); }
QString stars(double rating) { return QStringLiteral("★ ") + QLocale().toString(rating, 'f', 1); }

QString fieldText(const QString &field)
{
    if (field == QLatin1String("brand"))
        return Why::tr("in the brand");
    if (field == QLatin1String("model"))
        return Why::tr("in the model");
    if (field == QLatin1String("year"))
        return Why::tr("in the year");
    if (field == QLatin1String("trait"))
        return Why::tr("from what is said of the car");
    return field == QLatin1String("description") ? Why::tr("in the description") : Why::tr("in the features");
}

QString howText(const QJsonObject &factor)
{
    const QString how = word(factor, "how");
    const bool isRussian = QLocale().language() == QLocale::Russian;
    const QString name = word(factor, isRussian ? "name_ru" : "name_en"); // of a trait
    const QString matched = name.isEmpty() ? word(factor, "matched") : name;
    if (how == QLatin1String("exact"))
        return {};
    if (how == QLatin1String("form"))
        return Why::tr("another form of the word");
    if (how == QLatin1String("synonym"))
        return Why::tr("means the same as “%1”").arg(matched);
    if (how == QLatin1String("beginning"))
        return Why::tr("begins “%1”").arg(matched);
    if (how == QLatin1String("misspelling"))
        return Why::tr("perhaps “%1” was meant").arg(matched);
    if (how == QLatin1String("wish"))
        return Why::tr("fits the wish: “%1”").arg(matched);
    return Why::tr("“%1” in other letters").arg(matched);
}

QString factorText(const QJsonObject &factor)
{
    const QString what = code(factor);
    if (what == QLatin1String("word"))
        return Why::tr("“%1”", "a word").arg(word(factor, "typed"));
    if (what == QLatin1String("freshness"))
        return Why::tr("How new the listing is");
    if (what == QLatin1String("driver"))
        return Why::tr("Driver's rating");
    return what == QLatin1String("completion") ? Why::tr("Deals brought to their end") : Why::tr("Term of delivery");
}

QString factorDetail(const QJsonObject &factor)
{
    const QString what = code(factor);
    if (what == QLatin1String("word")) {
        const QString how = howText(factor);
        return fieldText(word(factor, "field")) + (how.isEmpty() ? QString() : QStringLiteral(" · ") + how);
    }
    if (what == QLatin1String("freshness")) {
        const int days = int(number(factor, "age_days"));
        return days == 0 ? Why::tr("published today") : Why::tr("published %n day(s) ago", "", days);
    }
    if (what == QLatin1String("driver"))
        return factor.value(QLatin1String("rating")).isNull() ? Why::tr("no reviews yet") : stars(number(factor, "rating"));
    if (what == QLatin1String("completion"))
        return percent(number(factor, "completion"));
    return Why::tr("%n day(s)", "term", int(number(factor, "delivery_eta_days")));
}

QString liftText(const QJsonObject &lift)
{
    const QString what = code(lift);
    if (what == QLatin1String("freshness"))
        return Why::tr("Published today");
    if (what == QLatin1String("driver"))
        return Why::tr("Driver's rating %1").arg(stars(number(lift, "to")));
    if (what == QLatin1String("completion"))
        return Why::tr("%1 of deals brought to their end").arg(percent(number(lift, "to")));
    return Why::tr("Delivery in %n day(s)", "", int(number(lift, "to")));
}

// What the car has in common with those that the reader did something with; in the accusative where a language has one.
QString likeText(const QString &like, const QJsonObject &card)
{
    const QString brand = word(card, "brand");
    if (like == QLatin1String("model"))
        return brand + QLatin1Char(' ') + word(card, "model");
    if (like == QLatin1String("brand"))
        return Why::tr("cars of %1", "a brand; what one looked at").arg(brand);
    return like == QLatin1String("body_type") ? Why::tr("cars with this body", "what one looked at")
                                              : Why::tr("cars of about this price", "what one looked at");
}

QString becauseText(const QString &act, const QString &cars)
{
    if (act == QLatin1String("asked"))
        return Why::tr("you asked about %1").arg(cars);
    return act == QLatin1String("kept") ? Why::tr("you kept %1").arg(cars) : Why::tr("you looked at %1").arg(cars);
}

} // namespace

void WhyViewModel::ask(const QString &query, const QString &listingId)
{
    m_why = {};
    Q_EMIT changed();
    load({{}, QStringLiteral("search"), QUrlQuery(query)}, [this, listingId](const QJsonObject &body) {
        m_why = {};
        const QJsonArray items = body.value(QLatin1String("items")).toArray();
        for (const QJsonValue &item : items) {
            if (word(item.toObject(), "id") == listingId) {
                m_card = item.toObject();
                m_why = m_card.value(QLatin1String("why")).toObject();
            }
        }
        setPhase(m_why.isEmpty() ? Empty : Ready);
        Q_EMIT changed();
    });
}

QString WhyViewModel::summary() const
{
    const QString by = word(m_why, "sorted_by");
    if (m_why.isEmpty())
        return {};
    if (by == QLatin1String("price"))
        return tr("You chose the order by price. Only the price counts.");
    if (by == QLatin1String("published_at"))
        return tr("The newest stand first: only the day of publication counts.");
    if (by == QLatin1String("mileage_km"))
        return tr("You chose the order by mileage. Only the mileage counts.");
    if (by == QLatin1String("delivery_eta_days"))
        return tr("You chose the order by delivery. Only its term counts.");
    int sum = 0; // of what is shown, so that it adds up
    const QJsonArray all = m_why.value(QLatin1String("factors")).toArray();
    for (const QJsonValue &factor : all)
        sum += points(factor.toObject());
    return tr("%n point(s) in all. Nobody paid for this place.", "", sum);
}

QVariantList WhyViewModel::factors() const
{
    const QJsonArray all = m_why.value(QLatin1String("factors")).toArray();
    int most = 1;
    for (const QJsonValue &factor : all)
        most = std::max(most, points(factor.toObject()));
    QVariantList rows;
    for (const QJsonValue &value : all) {
        const QJsonObject factor = value.toObject();
        rows.append(QVariantMap{{QStringLiteral("text"), factorText(factor)},
                                {QStringLiteral("detail"), factorDetail(factor)},
                                {QStringLiteral("points"), points(factor)},
                                {QStringLiteral("share"), double(points(factor)) / most}});
    }
    return rows;
}

QVariantList WhyViewModel::lifts() const
{
    QVariantList rows;
    const QJsonArray all = m_why.value(QLatin1String("lifts")).toArray();
    for (const QJsonValue &value : all) {
        const QJsonObject lift = value.toObject();
        if (points(lift) > 0)
            rows.append(QVariantMap{{QStringLiteral("text"), liftText(lift)},
                                    {QStringLiteral("points"), points(lift)},
                                    {QStringLiteral("passes"), lift.value(QLatin1String("passes_above")).toBool()}});
    }
    return rows;
}

QString WhyViewModel::movedDown() const
{
    const QJsonObject moved = m_why.value(QLatin1String("moved_down")).toObject();
    if (moved.isEmpty())
        return {};
    const int most = int(number(moved, "most"));
    return word(moved, "same") == QLatin1String("driver") ? tr("Moved down: %n of the same driver stand above.", "", most)
                                                          : tr("Moved down: %n of the same model stand above.", "", most);
}

QString WhyViewModel::personal() const
{
    const QJsonObject shift = m_why.value(QLatin1String("personal")).toObject();
    const int places = int(number(shift, "places"));
    if (places < 0)
        return tr("%n place(s) lower than by points: cars like those that you looked at stand above.", "", -places);
    if (places == 0)
        return {};
    return tr("%n place(s) higher than by points: %1.", "", places)
        .arg(becauseText(word(shift, "because"), likeText(word(shift, "like"), m_card)));
}

} // namespace cargo::listings
