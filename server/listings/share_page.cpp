#include "server/listings/share_page.h"

#include "shared/domain/listing/listing.h"

#include <QCryptographicHash>

namespace cargo::listings {

namespace {

constexpr int kDescriptionChars = 600;
constexpr int kPreviewChars = 200;

constexpr char kStyle[] =
    "body{font:16px/1.5 system-ui,sans-serif;margin:0;background:#f4f5f7;color:#15181d}main{max-width:640px;margin:0 auto;"
    "background:#fff;min-height:100vh}img{display:block;width:100%;aspect-ratio:4/3;object-fit:cover;background:#e3e7ec}"
    "div{padding:20px 24px 32px}h1{font-size:24px;line-height:1.25;margin:0;overflow-wrap:anywhere}.price{font-size:28px;"
    "font-weight:650;margin:8px 0 0}p{margin:8px 0;overflow-wrap:anywhere;white-space:pre-line}.soft{color:#5b6470}"
    "s{color:#5b6470;font-size:18px;font-weight:400}ul{padding:0;margin:16px 0;list-style:none;display:grid;gap:8px;"
    "grid-template-columns:1fr 1fr}li span{display:block;color:#5b6470;font-size:14px}a{display:block;min-height:52px;"
    "line-height:52px;border-radius:14px;background:#1463ff;color:#fff;text-align:center;text-decoration:none;font-weight:600;"
    "margin-top:20px}@media(prefers-color-scheme:dark){body{background:#0e1116;color:#eef1f5}main{background:#181c23}"
    ".soft,s,li span{color:#9aa4b1}}";

class Html
{
public:
    Html(QByteArray base, Locale locale) : m_base(std::move(base)), m_russian(locale == Locale::Ru) {}

    QByteArray car(const api::ListingDto &listing) const
    {
        const api::ListingCardDto &card = listing.card;
        const QString title = card.brand + u' ' + card.model + QStringLiteral(", ") + QString::number(card.year);
        const QString price = moneyText(card.price);
        const QByteArray link = "cargo://listings/" + card.id.toText();
        const QString told = price + QStringLiteral(" · ") + facts(card).join(QStringLiteral(" · "));
        QByteArray head = preview(QString(title + QStringLiteral(" — ") + price), told.left(kPreviewChars));
        head += meta("og:url", m_base + "/l/" + card.id.toText());
        head += "<link rel=\"canonical\" href=\"" + escaped(QString::fromUtf8(m_base)) + "/l/" + card.id.toText() + "\"/>";
        const QByteArray photo = card.photo.isEmpty() ? QByteArray() : card.photo.toUtf8();
        if (!photo.isEmpty())
            head += meta("og:image", m_base + photo) + meta("twitter:card", "summary_large_image");

        QByteArray body;
        if (!photo.isEmpty())
            body += "<img src=\"" + escaped(card.photo) + "\" alt=\"" + escaped(title) + "\"/>";
        body += "<div><h1>" + escaped(title) + "</h1><p class=\"price\">" + escaped(price);
        if (card.priceDrop)
            body += " <s>" + escaped(moneyText(card.priceDrop->from)) + "</s>";
        body += "</p><ul>" + fact(say("Пробег", "Mileage"), mileage(card)) + fact(say("Откуда", "From"), country(card))
                + fact(say("Доставка", "Delivery"), delivery(card)) + fact(say("Перегонщик", "Driver"), rating(card)) + "</ul>";
        if (!listing.description.isEmpty())
            body += "<p>" + escaped(listing.description.left(kDescriptionChars)) + "</p>";
        body += "<a href=\"" + link + "\">" + escaped(say("Открыть в CarGo", "Open in CarGo")) + "</a><p class=\"soft\">"
                + escaped(say("Деньги хранит платёжный провайдер, пока автомобиль не у вас. Таможенные платежи в цену не входят.",
                              "A payment provider holds the money until you have the car. Customs payments are not part of the "
                              "price."))
                + "</p></div>";
        return page(title, head, body);
    }

    QByteArray missing() const
    {
        const QString title = say("Объявления нет", "There is no such listing");
        const QString why = say("Его сняли с продажи, или ссылка неверна.", "It is no longer offered, or the link is wrong.");
        return page(title, preview(title, why) + "<meta name=\"robots\" content=\"noindex\"/>",
                    "<div><h1>" + escaped(title) + "</h1><p class=\"soft\">" + escaped(why) + "</p><a href=\"cargo://search\">"
                        + escaped(say("Посмотреть другие автомобили", "See other cars")) + "</a></div>");
    }

private:
    QString say(const char *russian, const char *english) const { return QString::fromUtf8(m_russian ? russian : english); }
    static QByteArray escaped(const QString &text) { return text.toHtmlEscaped().toUtf8(); }
    static QByteArray meta(const char *property, const QByteArray &content)
    {
        return QByteArray("<meta property=\"") + property + "\" content=\"" + escaped(QString::fromUtf8(content)) + "\"/>";
    }
    static QByteArray fact(const QString &name, const QString &value)
    {
        return value.isEmpty() ? QByteArray() : "<li><span>" + escaped(name) + "</span>" + escaped(value) + "</li>";
    }

    QByteArray preview(const QString &title, const QString &told) const
    {
        return meta("og:site_name", "CarGo") + meta("og:type", "website") + meta("og:locale", m_russian ? "ru_RU" : "en_GB")
               + meta("og:title", title.toUtf8()) + meta("og:description", told.toUtf8())
               + "<meta name=\"description\" content=\"" + escaped(told) + "\"/>";
    }
    QByteArray page(const QString &title, const QByteArray &head, const QByteArray &body) const
    {
        return QByteArray("<!DOCTYPE html>\n<html lang=\"") + (m_russian ? "ru" : "en")
               + "\"><head><meta charset=\"utf-8\"/><meta name=\"viewport\" content=\"width=device-width, "
                 "initial-scale=1\"/><title>"
               + escaped(title) + " · CarGo</title>" + head + "<style>" + kStyle + "</style></head><body><main>" + body
               + "</main></body></html>\n";
    }

    QString moneyText(const Money &money) const
    {
        const QStringList parts = QString::fromLatin1(money.toDecimal()).split(u'.');
        const bool whole = parts.size() < 2 || parts[1].count(u'0') == parts[1].size();
        const QByteArray code = money.currency.code();
        const QString sign = code == "RUB" ? QStringLiteral("₽") : QString::fromLatin1(code);
        return grouped(parts[0].toLatin1()) + (whole ? QString() : QString(u',' + parts[1])) + QChar(0x00A0) + sign;
    }
    QString mileage(const api::ListingCardDto &card) const
    {
        return grouped(QByteArray::number(card.mileageKm)) + QChar(0x00A0) + say("км", "km");
    }
    QString country(const api::ListingCardDto &card) const
    {
        const auto *found = listing::findCountry(card.countryFrom);
        return found ? QString::fromUtf8(m_russian ? found->nameRu : found->nameEn) : card.countryFrom;
    }
    QString delivery(const api::ListingCardDto &card) const
    {
        return say("до ", "up to ") + QString::number(card.deliveryEtaDays) + QChar(0x00A0) + say("дн.", "days");
    }
    // Stars and numbers, never the name.
    QString rating(const api::ListingCardDto &card) const
    {
        if (!card.driver || card.driver->rating.count == 0)
            return say("пока без отзывов", "no reviews yet");
        return QString::number(card.driver->rating.mean, 'f', 1) + QStringLiteral(" ★ · ") + say("отзывов: ", "reviews: ")
               + QString::number(card.driver->rating.count);
    }
    QStringList facts(const api::ListingCardDto &card) const { return {mileage(card), country(card), delivery(card)}; }

    QByteArray m_base;
    bool m_russian;
};

} // namespace

QByteArray sharePage(const api::ListingDto &listing, const QByteArray &base, Locale locale)
{
    return Html(base, locale).car(listing);
}

QByteArray missingPage(const QByteArray &base, Locale locale) { return Html(base, locale).missing(); }

QByteArray sharePolicy()
{
    static const QByteArray kPolicy = "default-src 'none'; img-src 'self'; style-src 'sha256-"
                                      + QCryptographicHash::hash(QByteArray(kStyle), QCryptographicHash::Sha256).toBase64()
                                      + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    return kPolicy;
}

} // namespace cargo::listings
