#include "server/assistant/pick_texts.h"

#include "shared/domain/listing/listing.h"

#include <QStringList>

namespace cargo::assistant {

namespace {
constexpr QChar kNoBreak(0x00a0);

struct Word
{
    const char *code;
    const char *russian;
    const char *english;
};
constexpr Word kWords[] = {
    {"awd", "полный привод", "all-wheel drive"},
    {"fwd", "передний привод", "front-wheel drive"},
    {"rwd", "задний привод", "rear-wheel drive"},
    {"4wd", "подключаемый полный привод", "four-wheel drive"},
    {"suv", "внедорожник", "SUV"},
    {"sedan", "седан", "sedan"},
    {"hatchback", "хэтчбек", "hatchback"},
    {"wagon", "универсал", "estate car"},
    {"minivan", "минивэн", "minivan"},
    {"pickup", "пикап", "pickup"},
    {"coupe", "купе", "coupe"},
    {"convertible", "кабриолет", "convertible"},
    {"van", "фургон", "van"},
    {"petrol", "бензин", "petrol"},
    {"diesel", "дизель", "diesel"},
    {"hybrid", "гибрид", "hybrid"},
    {"electric", "электромобиль", "electric"},
    {"gas", "газ", "gas"},
    {"automatic", "автомат", "automatic"},
    {"manual", "механика", "manual"},
    {"cvt", "вариатор", "CVT"},
    {"robot", "робот", "automated manual"},
    {"isofix", "крепления Isofix", "Isofix"},
    {"tow_bar", "фаркоп", "tow bar"},
    {"roof_rails", "рейлинги", "roof rails"},
    {"winter_tyres", "зимняя резина", "winter tyres"},
    {"heated_seats", "подогрев сидений", "heated seats"},
    {"heated_steering_wheel", "подогрев руля", "heated steering wheel"},
    {"ventilated_seats", "вентиляция сидений", "ventilated seats"},
    {"accident_free", "без аварий", "no accidents"},
    {"panoramic_roof", "панорамная крыша", "panoramic roof"},
    {"surround_camera", "круговой обзор", "surround view"},
    {"rear_camera", "камера заднего вида", "rear camera"},
    {"parking_sensors", "парктроник", "parking sensors"},
    {"adaptive_cruise", "адаптивный круиз", "adaptive cruise"},
    {"cruise_control", "круиз-контроль", "cruise control"},
    {"climate_control", "климат-контроль", "climate control"},
    {"service_history", "история обслуживания", "service history"},
    {"leather", "кожаный салон", "leather"},
    {"right_hand_drive", "правый руль", "right-hand drive"},
    {"navigation", "навигация", "navigation"},
    {"keyless", "доступ без ключа", "keyless entry"},
    {"customs_cleared", "растаможена", "customs cleared"},
};
} // namespace

QString PickTexts::counted(qint64 count, const char *one, const char *few, const char *many, const char *english,
                           const char *more) const
{
    const qint64 tail = count % 100;
    const qint64 last = count % 10;
    const char *russian = tail >= 11 && tail <= 14 ? many : last == 1 ? one : last >= 2 && last <= 4 ? few : many;
    return grouped(QByteArray::number(count)) + kNoBreak + QString::fromUtf8(m_russian ? russian : count == 1 ? english : more);
}

QString PickTexts::money(const Money &money) const
{
    QByteArray decimal = money.toDecimal();
    if (const qsizetype point = decimal.indexOf('.'); point >= 0)
        decimal.truncate(point);
    const bool isRouble = money.currency == Currency::rub();
    return grouped(decimal) + kNoBreak + (isRouble ? QString(QChar(0x20bd)) : QString::fromLatin1(money.currency.code()));
}

QString PickTexts::km(int km) const { return grouped(QByteArray::number(km)) + kNoBreak + say("км", "km"); }

QString PickTexts::days(int days) const { return counted(days, "день", "дня", "дней", "day", "days"); }

QString PickTexts::cars(qint64 count) const { return counted(count, "машина", "машины", "машин", "car", "cars"); }

QString PickTexts::seats(int count) const { return counted(count, "место", "места", "мест", "seat", "seats"); }

QString PickTexts::number(double value, int decimals) const
{
    const QString text = QString::number(value, 'f', decimals);
    return m_russian ? QString(text).replace(u'.', u',') : text;
}

QString PickTexts::horses(int power) const { return say("%1 л. с.", "%1 hp").arg(power); }
QString PickTexts::litres(int cc) const { return say("%1 л", "%1 l").arg(number(cc / 1000.0, 1)); }

QString PickTexts::word(const QString &word) const
{
    for (const Word &one : kWords) {
        if (word == QLatin1String(one.code))
            return say(one.russian, one.english);
    }
    return word;
}

QString PickTexts::country(const QString &code) const
{
    const listing::Country *known = listing::findCountry(code);
    return known ? say(known->nameRu, known->nameEn) : code;
}

QString PickTexts::condition(const QByteArray &name, const QStringList &values) const
{
    const QString value = values.value(0);
    const QString from = say("от ", "from ");
    const QString upTo = say("до ", "up to ");
    if (name == "price_from" || name == "price_to")
        return (name == "price_to" ? upTo : from) + roubles(value.toLongLong());
    if (name == "mileage_from" || name == "mileage_to")
        return say("пробег ", "mileage ") + (name == "mileage_to" ? upTo : from) + km(value.toInt());
    if (name == "eta_to")
        return say("срок ", "delivery ") + upTo + counted(value.toInt(), "дня", "дней", "дней", "day", "days");
    if (name == "year_from")
        return say("год ", "year ") + from + value;
    if (name == "year_to")
        return say("год ", "year ") + upTo + value;
    if (name == "power_from" || name == "power_to")
        return say("мощность ", "power ") + (name == "power_to" ? upTo : from) + horses(value.toInt());
    if (name == "engine_from" || name == "engine_to")
        return say("двигатель ", "engine ") + (name == "engine_to" ? upTo : from) + litres(value.toInt());
    if (name == "rating_from")
        return say("оценка водителя ", "driver rated ") + from + number(value.toDouble(), 1);
    QStringList words;
    for (const QString &one : values)
        words += name == "country_from" ? country(one) : word(one);
    return words.join(QStringLiteral(", "));
}

} // namespace cargo::assistant
