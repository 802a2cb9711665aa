// The delivery act as a page: labels in two languages around the values of act.json. Runs in the short-lived process that
// paints it, and knows nothing but the bytes it is given.
#include "server/deals/act.h"

#include "shared/domain/listing/listing.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

namespace cargo::deals {

namespace {

// Moscow has kept UTC+3 since 2014; the database of time zones need not be installed for that.
constexpr int kMoscowS = 3 * 3600;

class Page
{
public:
    Page(QJsonObject act, Locale locale) : m_act(std::move(act)), m_russian(locale == Locale::Ru) {}

    QString html(const QByteArray &digest, const QString &qr) const
    {
        return QStringLiteral("<html><body>") + head(qr) + parties() + car() + money() + times() + checkpoints() + foot(digest)
               + QStringLiteral("</body></html>");
    }

private:
    QString say(const char *russian, const char *english) const
    {
        return QString::fromUtf8(m_russian ? russian : english).toHtmlEscaped();
    }
    static QString text(const QJsonObject &object, const char *name)
    {
        return object.value(QLatin1String(name)).toString().toHtmlEscaped();
    }
    QJsonObject part(const char *name) const { return m_act.value(QLatin1String(name)).toObject(); }
    QLocale locale() const { return m_russian ? QLocale(QLocale::Russian, QLocale::Russia) : QLocale(QLocale::English); }

    static QString row(const QString &label, const QString &value)
    {
        return value.isEmpty() ? QString()
                               : QStringLiteral("<tr><td width='28%' class='label'>") + label + QStringLiteral("</td><td>")
                                     + value + QStringLiteral("</td></tr>");
    }
    static QString section(const QString &title, const QString &rows)
    {
        return QStringLiteral("<h2>") + title + QStringLiteral("</h2><table width='100%' cellspacing='0' cellpadding='2'>") + rows
               + QStringLiteral("</table>");
    }
    QString moneyText(const QJsonObject &of, const char *name) const
    {
        const QJsonObject money = of.value(QLatin1String(name)).toObject();
        const auto currency = Currency::fromCode(money.value(QLatin1String("currency")).toString());
        if (!currency)
            return {};
        // Digits from the integer, never through a double.
        const QString digits = grouped(Money{money.value(QLatin1String("amount")).toInteger(), *currency}.toDecimal());
        return QString(digits + QChar(0x00A0) + QString::fromLatin1(currency->code())).toHtmlEscaped();
    }
    QString moment(const QJsonObject &of, const char *name) const
    {
        const auto at = Timestamp::fromRfc3339(of.value(QLatin1String(name)).toString());
        if (!at)
            return {};
        const auto format = [&](int offsetS) {
            return QDateTime::fromMSecsSinceEpoch(at->unixMs, Qt::OffsetFromUTC, offsetS).toString(u"dd.MM.yyyy HH:mm:ss");
        };
        return format(0) + QStringLiteral(" UTC · ") + format(kMoscowS) + say(" МСК", " Moscow");
    }

    QString head(const QString &qr) const
    {
        return QStringLiteral("<table width='100%'><tr><td><h1>") + say("Акт передачи автомобиля", "Delivery act")
               + QStringLiteral("</h1><p>") + say("Сделка ", "Deal ") + text(m_act, "number") + QStringLiteral("<br/>")
               + say("Редакция ", "Version ") + QString::number(m_act.value(QLatin1String("deal_version")).toInteger())
               + QStringLiteral("</p></td><td align='right'><img src='") + qr
               + QStringLiteral("' width='96' height='96'/></td></tr></table>");
    }
    QString parties() const
    {
        return section(say("Стороны", "Parties"),
                       row(say("Покупатель", "Buyer"), text(part("buyer"), "display_name"))
                           + row(say("Перегонщик", "Driver"), text(part("driver"), "display_name"))
                           + row(say("Место передачи", "Place of delivery"), text(m_act, "delivery_place")));
    }
    QString car() const
    {
        const QJsonObject car = part("car");
        const QString name = text(car, "brand") + u' ' + text(car, "model") + QStringLiteral(", ")
                             + QString::number(car.value(QLatin1String("year")).toInteger());
        QString country = text(car, "country_from");
        if (const auto *found = listing::findCountry(country))
            country = QString::fromUtf8(m_russian ? found->nameRu : found->nameEn).toHtmlEscaped();
        const QJsonValue km = car.value(QLatin1String("odometer_at_pickup_km"));
        const QString odometer = km.isDouble() ? locale().toString(km.toInteger()) + say(" км", " km") : QString();
        return section(say("Автомобиль", "Car"), row(say("Марка, модель, год", "Make, model, year"), name)
                                                     + row(QStringLiteral("VIN"), text(car, "vin"))
                                                     + row(say("Пробег при получении", "Odometer at pick-up"), odometer)
                                                     + row(say("Откуда", "From"), country));
    }
    QString money() const
    {
        const QJsonObject money = part("money");
        const QJsonObject terms = money.value(QLatin1String("fee_terms")).toObject();
        const double percent = double(terms.value(QLatin1String("basis_points")).toInteger()) / 100;
        const QString rule = say("Комиссия CarGo (", "CarGo fee (") + locale().toString(percent, 'f', 2)
                             + say(" %, не менее ", "%, at least ") + moneyText(terms, "minimum") + u')';
        return section(say("Расчёты", "Money"),
                       row(say("Покупатель платит", "The buyer pays"), moneyText(money, "amount"))
                           + row(rule, moneyText(money, "fee"))
                           + row(say("Перегонщик получает", "The driver receives"), moneyText(money, "driver_receives"))
                           + row(say("Возвращено покупателю", "Returned to the buyer"), moneyText(money, "refund")));
    }
    QString times() const
    {
        const QJsonObject times = part("times");
        return section(say("Когда", "When"), row(say("Сделка заключена", "Deal made"), moment(times, "created_at"))
                                                 + row(say("Оплачена", "Paid"), moment(times, "funded_at"))
                                                 + row(say("Автомобиль получен", "Picked up"), moment(times, "started_at"))
                                                 + row(say("Прибытие", "Arrived"), moment(times, "arrived_at"))
                                                 + row(say("Передача покупателю", "Handed over"), moment(times, "delivered_at"))
                                                 + row(say("Завершена", "Finished"), moment(times, "finished_at")));
    }
    QString kindOf(const QString &kind) const
    {
        const struct
        {
            const char *kind, *russian, *english;
        } kinds[] = {{"pickup", "Получение", "Pick-up"},
                     {"border", "Граница", "Border"},
                     {"customs", "Таможня", "Customs"},
                     {"ferry", "Паром", "Ferry"},
                     {"road", "В пути", "On the road"},
                     {"arrival", "Прибытие", "Arrival"},
                     {"absent", "Покупателя нет на месте", "The buyer is not there"},
                     {"handover", "Осмотр при передаче", "Inspection at the handover"}};
        for (const auto &known : kinds) {
            if (kind == QLatin1String(known.kind))
                return say(known.russian, known.english);
        }
        return say("Отметка", "Checkpoint");
    }
    QString wordOf(const QString &word) const
    {
        const struct
        {
            const char *word, *russian, *english;
        } words[] = {{"left", "левая сторона", "left side"},
                     {"right", "правая сторона", "right side"},
                     {"front", "спереди", "front"},
                     {"rear", "сзади", "rear"},
                     {"top", "крыша и капот", "roof and bonnet"},
                     {"scratch", "царапина", "scratch"},
                     {"dent", "вмятина", "dent"},
                     {"chip", "скол", "chip"},
                     {"crack", "трещина", "crack"},
                     {"rust", "ржавчина", "rust"},
                     {"missing", "нет детали", "part missing"},
                     {"dirt", "грязь", "dirt"},
                     {"night", "темно", "night"},
                     {"rain", "дождь", "rain"},
                     {"snow", "снег", "snow"},
                     {"registration", "свидетельство о регистрации", "registration"},
                     {"export_certificate", "экспортный сертификат", "export certificate"},
                     {"invoice", "инвойс", "invoice"},
                     {"auction_sheet", "аукционный лист", "auction sheet"},
                     {"power_of_attorney", "доверенность", "power of attorney"},
                     {"insurance", "страховка", "insurance"},
                     {"service_book", "сервисная книжка", "service book"}};
        for (const auto &known : words) {
            if (word == QLatin1String(known.word))
                return say(known.russian, known.english);
        }
        return say("другое", "other");
    }
    QString inspection(const QJsonObject &seen) const
    {
        if (seen.isEmpty())
            return {};
        QString text;
        const auto line = [&text](const QString &label, const QStringList &values) {
            if (!values.isEmpty())
                text += QStringLiteral("<br/>") + label + values.join(QStringLiteral(", "));
        };
        const auto words = [&](const char *name) {
            QStringList list;
            for (const QJsonValue &value : seen.value(QLatin1String(name)).toArray())
                list << wordOf(value.toString());
            return list;
        };
        QStringList damages;
        for (const QJsonValue &value : seen.value(QLatin1String("damages")).toArray()) {
            const QJsonObject damage = value.toObject();
            const QString note = Page::text(damage, "note");
            const QJsonValue isNew = damage.value(QLatin1String("new"));
            damages << wordOf(damage.value(QLatin1String("kind")).toString()) + QStringLiteral(" (")
                           + wordOf(damage.value(QLatin1String("view")).toString())
                           + (!isNew.isBool()  ? QString()
                              : isNew.toBool() ? say(", новое", ", new")
                                               : say(", было при получении", ", was there at the pick-up"))
                           + (note.isEmpty() ? QStringLiteral(")") : QStringLiteral("): ") + note);
        }
        line(say("Повреждения: ", "Damage: "), damages.isEmpty() ? QStringList(say("нет", "none")) : damages);
        line(say("Мешало осмотру: ", "In the way of the inspection: "), words("obstructions"));
        if (const QJsonValue keys = seen.value(QLatin1String("keys")); keys.isDouble())
            line(say("Ключей: ", "Keys: "), {QString::number(keys.toInt())});
        line(say("Документы: ", "Papers: "), words("papers"));
        return text;
    }
    QString checkpoints() const
    {
        QString rows;
        for (const QJsonValue &value : m_act.value(QLatin1String("checkpoints")).toArray()) {
            const QJsonObject link = value.toObject();
            QString facts = moment(link, "recorded_at");
            if (const QString place = text(link, "place"); !place.isEmpty())
                facts += QStringLiteral("<br/>") + place;
            if (const QJsonValue km = link.value(QLatin1String("odometer_km")); km.isDouble())
                facts += QStringLiteral("<br/>") + locale().toString(km.toInteger()) + say(" км", " km");
            facts += inspection(link.value(QLatin1String("inspection")).toObject());
            const auto photos = link.value(QLatin1String("photo_hashes")).toArray().size();
            facts += QStringLiteral("<br/>") + say("Фотографий: ", "Photos: ") + QString::number(photos);
            facts += QStringLiteral("<br/><span class='hash'>") + text(link, "hash") + QStringLiteral("</span>");
            rows += row(kindOf(link.value(QLatin1String("kind")).toString()), facts);
        }
        return section(say("Отметки в пути", "Checkpoints"), rows);
    }
    QString foot(const QByteArray &digest) const
    {
        return QStringLiteral("<p class='note'>")
               + say("Деньги хранил лицензированный платёжный провайдер. Таможенное оформление — за покупателем. Страница "
                     "подтверждается файлом act.json той же редакции: его SHA-256",
                     "A licensed payment provider held the money. Customs clearance is the buyer's. This page is confirmed by "
                     "the file act.json of the same version: its SHA-256 is")
               + QStringLiteral("<br/><span class='hash'>") + QString::fromLatin1(digest.mid(int(sizeof("sha256:")) - 1))
               + QStringLiteral("</span></p>");
    }

    QJsonObject m_act;
    bool m_russian;
};

} // namespace

QString actPage(const QByteArray &act, Locale locale, const QString &qr)
{
    const QJsonObject object = QJsonDocument::fromJson(act).object();
    if (object.value(QLatin1String("format")).toString() != QLatin1String("cargo.delivery-act"))
        return {};
    return Page(object, locale).html(actDigest(act), qr);
}

} // namespace cargo::deals
