// What an inspection says to people.
#include "qml/deals/deal_words.h"

#include "qml/client/fields.h"
#include "qml/client/format.h"

#include <QCoreApplication>

namespace cargo::deals {

using client::word;

namespace {

struct InspectionWords
{
    Q_DECLARE_TR_FUNCTIONS(InspectionWords)
};

using Words = std::initializer_list<std::pair<const char *, QString>>;

QString oneOf(const QString &word, Words words)
{
    for (const auto &[known, text] : words) {
        if (word == QLatin1String(known))
            return text;
    }
    return InspectionWords::tr("Other");
}

QVariantMap line(const QString &name, const QString &value)
{
    return {{QStringLiteral("name"), name}, {QStringLiteral("value"), value}};
}

QString joined(const QJsonArray &words, QString (*text)(const QString &))
{
    QStringList list;
    for (const QJsonValue &word : words)
        list << text(word.toString());
    return list.join(QStringLiteral(", "));
}

} // namespace

QString angleText(const QString &angle)
{
    return oneOf(angle, {{"front", InspectionWords::tr("Front")},
                         {"front_right", InspectionWords::tr("Front, right corner")},
                         {"right", InspectionWords::tr("Right side")},
                         {"rear_right", InspectionWords::tr("Rear, right corner")},
                         {"rear", InspectionWords::tr("Rear")},
                         {"rear_left", InspectionWords::tr("Rear, left corner")},
                         {"left", InspectionWords::tr("Left side")},
                         {"front_left", InspectionWords::tr("Front, left corner")},
                         {"interior", InspectionWords::tr("Inside")},
                         {"odometer", InspectionWords::tr("Odometer")},
                         {"vin_plate", InspectionWords::tr("VIN plate")},
                         {"engine", InspectionWords::tr("Engine")}});
}

QString angleHint(const QString &angle)
{
    if (angle == QLatin1String("interior"))
        return InspectionWords::tr("From an open door: seats, wheel and screens");
    if (angle == QLatin1String("odometer"))
        return InspectionWords::tr("Ignition on, every digit sharp");
    if (angle == QLatin1String("vin_plate"))
        return InspectionWords::tr("Close to it, every character sharp");
    if (angle == QLatin1String("engine"))
        return InspectionWords::tr("The bonnet open, from the front");
    if (angle.contains(QLatin1Char('_')))
        return InspectionWords::tr("Stand at the corner: both sides in the picture");
    return InspectionWords::tr("Step back until the whole side fills the lines");
}

QString viewText(const QString &view)
{
    return oneOf(view, {{"left", InspectionWords::tr("Left side")},
                        {"right", InspectionWords::tr("Right side")},
                        {"front", InspectionWords::tr("Front")},
                        {"rear", InspectionWords::tr("Rear")},
                        {"top", InspectionWords::tr("From above")}});
}

QString damageText(const QString &kind)
{
    return oneOf(kind, {{"scratch", InspectionWords::tr("Scratch")},
                        {"dent", InspectionWords::tr("Dent")},
                        {"chip", InspectionWords::tr("Chip")},
                        {"crack", InspectionWords::tr("Crack")},
                        {"rust", InspectionWords::tr("Rust")},
                        {"missing", InspectionWords::tr("A part is missing")}});
}

QString obstructionText(const QString &obstruction)
{
    return oneOf(obstruction, {{"dirt", InspectionWords::tr("Dirt")},
                               {"night", InspectionWords::tr("Dark")},
                               {"rain", InspectionWords::tr("Rain")},
                               {"snow", InspectionWords::tr("Snow")}});
}

QString paperText(const QString &paper)
{
    return oneOf(paper, {{"registration", InspectionWords::tr("Registration")},
                         {"export_certificate", InspectionWords::tr("Export certificate")},
                         {"invoice", InspectionWords::tr("Invoice")},
                         {"auction_sheet", InspectionWords::tr("Auction sheet")},
                         {"power_of_attorney", InspectionWords::tr("Power of attorney")},
                         {"insurance", InspectionWords::tr("Insurance")},
                         {"service_book", InspectionWords::tr("Service book")}});
}

QVariantMap inspectionWords(const QJsonObject &record)
{
    const QJsonObject seen = record.value(QLatin1String("inspection")).toObject();
    if (seen.isEmpty())
        return {};
    QVariantList lines;
    QStringList damages;
    const QJsonArray found = seen.value(QLatin1String("damages")).toArray();
    for (const QJsonValue &value : found) {
        const QJsonObject damage = value.toObject();
        const QString view = word(damage, "view"), note = word(damage, "note");
        const QString kind = damageText(word(damage, "kind"));
        const QString where = note.isEmpty() ? InspectionWords::tr("%1: %2").arg(viewText(view), kind)
                                             : InspectionWords::tr("%1: %2, %3").arg(viewText(view), kind, note);
        const QJsonValue isNew = damage.value(QLatin1String("new"));
        damages << (!isNew.isBool()  ? where
                    : isNew.toBool() ? InspectionWords::tr("%1 (new)").arg(where)
                                     : InspectionWords::tr("%1 (was there before)").arg(where));
    }
    lines.append(line(InspectionWords::tr("Damage"),
                      damages.isEmpty() ? InspectionWords::tr("none found") : damages.join(QLatin1Char('\n'))));
    const auto add = [&](const QString &name, const QString &value) {
        if (!value.isEmpty())
            lines.append(line(name, value));
    };
    add(InspectionWords::tr("In the way"), joined(seen.value(QLatin1String("obstructions")).toArray(), obstructionText));
    if (const QJsonValue keys = seen.value(QLatin1String("keys")); keys.isDouble())
        add(InspectionWords::tr("Keys"), QString::number(keys.toInt()));
    add(InspectionWords::tr("Papers"), joined(seen.value(QLatin1String("papers")).toArray(), paperText));
    return {{QStringLiteral("lines"), lines}};
}

} // namespace cargo::deals
