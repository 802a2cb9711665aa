#include "server/listings/listing_rules.h"

#include <QCryptographicHash>
#include <QJsonDocument>

#include <algorithm>

namespace cargo::listings {

namespace {
// Beginnings of words and phrases, lower case: cars without papers, with changed numbers or mileage, and bribes.
constexpr const char *kProhibited[] = {
    "без птс",        "без документов", "под документы", "конструктор", "распил",        "двойник",         "перебит",
    "перебитый vin",  "угнан",          "краден",        "скручен",     "скрутим",       "скрутить пробег", "мимо таможни",
    "без растаможки", "серая схема",    "откат таможн",  "взятк",       "поддельн",      "no papers",       "without papers",
    "cloned vin",     "stolen",         "fake document", "rolled back", "avoid customs", "bribe",
};

constexpr const char *kLookedAt[] = {"brand", "model", "year", "price", "description", "photos"};

std::vector<std::pair<qsizetype, qsizetype>> prohibitedIn(const QString &description)
{
    std::vector<std::pair<qsizetype, qsizetype>> spans;
    const QList<uint> points = description.toLower().toUcs4();
    const auto isLetter = [](uint point) { return QChar::isLetterOrNumber(char32_t(point)); };
    for (const char *word : kProhibited) {
        const QList<uint> wanted = QString::fromUtf8(word).toUcs4();
        for (qsizetype at = 0; at + wanted.size() <= points.size(); ++at) {
            const bool begins = at == 0 || !isLetter(points[at - 1]);
            if (begins && std::equal(wanted.begin(), wanted.end(), points.begin() + at))
                spans.emplace_back(at, at + wanted.size());
        }
    }
    std::sort(spans.begin(), spans.end());
    return spans;
}
} // namespace

std::vector<ReviewReason> reasonsOf(const Listing &listing, const RuleFacts &facts, const RuleLimits &limits)
{
    std::vector<ReviewReason> reasons;
    if (facts.approvedHash == contentHash(listing))
        return reasons;
    if (facts.publishedBefore < limits.firstListings && !listing.publishedAt)
        reasons.push_back({"first_listing", QString::number(facts.publishedBefore + 1)});
    if (facts.market && listing.data.price.amountMinor * 100 < *facts.market * limits.pricePercent) {
        const qint64 percent = listing.data.price.amountMinor * 100 / *facts.market;
        reasons.push_back({"low_price", QString::number(percent) + u'%'});
    }
    auto spans = prohibitedIn(listing.data.description);
    if (!spans.empty()) {
        const QList<uint> points = listing.data.description.toUcs4();
        QStringList words;
        for (const auto &[start, end] : spans)
            words += QString::fromUcs4(reinterpret_cast<const char32_t *>(points.constData()) + start, end - start);
        words.removeDuplicates();
        reasons.push_back({"prohibited_words", words.join(QStringLiteral(", ")), std::move(spans)});
    }
    if (facts.copiedPhotos > 0)
        reasons.push_back({"copied_photos", QString::number(facts.copiedPhotos)});
    if (facts.contactPhotos > 0)
        reasons.push_back({"contact_photos", QString::number(facts.contactPhotos)});
    return reasons;
}

bool touchesRules(const QByteArray &before, const QByteArray &after)
{
    const QJsonObject was = QJsonDocument::fromJson(before).object();
    const QJsonObject is = QJsonDocument::fromJson(after).object();
    const auto differs = [&](const char *field) { return was.value(QLatin1String(field)) != is.value(QLatin1String(field)); };
    return std::any_of(std::begin(kLookedAt), std::end(kLookedAt), differs);
}

QByteArray contentHash(const Listing &listing)
{
    const api::ListingInputDto &data = listing.data;
    api::JsonWriter out(1024);
    out.beginArray().value(data.brand).value(data.model).value(data.year).value(data.price).value(data.description);
    for (const MediaId &photo : data.photos)
        out.value(photo);
    out.endArray();
    return QCryptographicHash::hash(out.take(), QCryptographicHash::Sha256);
}

QByteArray reasonsJson(const std::vector<ReviewReason> &reasons)
{
    api::JsonWriter out;
    out.beginArray();
    for (const ReviewReason &reason : reasons) {
        out.beginObject().field("code", reason.code).field("text", reason.text).key("spans").beginArray();
        for (const auto &[start, end] : reason.spans)
            out.beginObject().field("start", qint64(start)).field("end", qint64(end)).endObject();
        out.endArray().endObject();
    }
    out.endArray();
    return out.take();
}

} // namespace cargo::listings
