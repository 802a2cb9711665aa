#include "qml/listings/compare_view_model.h"

#include "qml/client/format.h"
#include "qml/listings/listing_model.h"
#include "qml/listings/listing_words.h"

#include <QLocale>

namespace cargo::listings {

using client::Answer;
using client::Format;

namespace {

// A value of a row for people; empty where the car says nothing.
QString valueText(const QString &field, const QJsonValue &value)
{
    if (value.isNull() || value.isUndefined())
        return {};
    if (field == QLatin1String("price"))
        return Format::money(value.toObject());
    if (field.startsWith(QLatin1String("attributes.")))
        return attributeText(field.section(QLatin1Char('.'), 1), value);
    if (field == QLatin1String("year"))
        return QString::number(value.toInt());
    if (field == QLatin1String("mileage_km"))
        return CompareViewModel::tr("%1 km").arg(Format::number(value.toDouble()));
    if (field == QLatin1String("delivery_eta_days"))
        return CompareViewModel::tr("%n day(s)", "delivery", value.toInt());
    if (field == QLatin1String("engine_cc"))
        return CompareViewModel::tr("%1 l").arg(QLocale().toString(value.toDouble() / 1000, 'f', 1));
    if (field == QLatin1String("power_hp"))
        return CompareViewModel::tr("%1 hp").arg(value.toInt());
    if (field == QLatin1String("driver_rating"))
        return QStringLiteral("★ ") + QLocale().toString(value.toDouble(), 'f', 1);
    return value.isDouble() ? Format::number(value.toDouble()) : label(field, value.toString());
}

// Which is better, where everybody would say the same: less money, fewer kilometres and days, a newer car, more stars.
// Nought: no order.
int orderOf(const QString &field)
{
    if (field == QLatin1String("price") || field == QLatin1String("mileage_km") || field == QLatin1String("delivery_eta_days"))
        return -1;
    return field == QLatin1String("year") || field == QLatin1String("driver_rating") ? 1 : 0;
}

// The one that is better than all others, or -1.
int bestOf(const QString &field, const QJsonArray &values)
{
    const int order = orderOf(field);
    int best = -1;
    double most = 0;
    bool alone = false;
    for (qsizetype at = 0; order != 0 && at < values.size(); ++at) {
        const QJsonValue value = values.at(at);
        if (value.isNull())
            continue;
        const double number =
            order * (value.isObject() ? value.toObject().value(QLatin1String("amount")).toDouble() : value.toDouble());
        alone = best < 0 || number > most || (alone && number < most);
        if (best < 0 || number > most) {
            best = int(at);
            most = number;
        }
    }
    return alone ? best : -1;
}

} // namespace

void CompareViewModel::setIds(const QStringList &ids)
{
    if (ids == m_ids)
        return;
    m_ids = ids;
    Q_EMIT idsChanged();
    if (client())
        reload();
}

void CompareViewModel::reload()
{
    const int generation = ++m_generation;
    if (m_ids.size() < 2) {
        m_body = {};
        Q_EMIT changed();
        setPhase(Empty);
        return;
    }
    if (m_body.isEmpty())
        setPhase(Loading);
    get(QStringLiteral("compare"), {{QStringLiteral("ids"), m_ids.join(QLatin1Char(','))}},
        [this, generation](const Answer &answer) {
            if (generation != m_generation)
                return;
            m_body = answer.ok ? answer.body : QJsonObject();
            Q_EMIT changed();
            if (answer.ok)
                setPhase(Ready);
            else
                setFailed(answer);
        });
}

QVariantList CompareViewModel::cars() const
{
    QVariantList list;
    const QJsonArray items = m_body.value(QLatin1String("items")).toArray();
    for (const QJsonValue &item : items)
        list.append(ListingModel::rowOf(client()->api(), item.toObject()));
    return list;
}

QVariantList CompareViewModel::rows() const
{
    QVariantList list;
    const QJsonArray rows = m_body.value(QLatin1String("rows")).toArray();
    for (const QJsonValue &entry : rows) {
        const QJsonObject row = entry.toObject();
        const QString field = row.value(QLatin1String("field")).toString();
        const QJsonArray values = row.value(QLatin1String("values")).toArray();
        const int missing = row.value(QLatin1String("missing")).toInt();
        if (missing == values.size())
            continue; // nobody says anything
        QStringList texts;
        for (const QJsonValue &value : values)
            texts.append(valueText(field, value));
        list.append(QVariantMap{{QStringLiteral("field"), field},
                                {QStringLiteral("name"), fieldName(field)},
                                {QStringLiteral("values"), texts},
                                {QStringLiteral("best"), bestOf(field, values)},
                                {QStringLiteral("differs"), row.value(QLatin1String("differs")).toBool() || missing > 0},
                                {QStringLiteral("missing"), missing}});
    }
    return list;
}

} // namespace cargo::listings
