#include "fixture_transport.h"

#include "shared/api/checkpoint_chain.h"
#include "shared/domain/clock.h"
#include "tests/paths.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QPainter>
#include <QRegularExpression>
#include <QTimer>
#include <QUuid>

namespace cargo::shots {

namespace {
// A file of the app's own folder, else the one for all apps.
QString pathOf(const QString &name, const QString &folder)
{
    const QString base = test::sourceDir() + QStringLiteral("/tests/ui/fixtures/");
    const QString own = base + folder + name + QStringLiteral(".json");
    return QFile::exists(own) ? own : base + name + QStringLiteral(".json");
}
} // namespace

QByteArray FixtureTransport::fixture(const QString &name, const QString &folder)
{
    QFile file(pathOf(name, folder));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString text = QString::fromUtf8(file.readAll());
    static const QRegularExpression moment(QStringLiteral("@([+-]\\d+)([mhd])"));
    for (auto match = moment.match(text); match.hasMatch(); match = moment.match(text)) {
        const qint64 unit = match.captured(2) == QLatin1String("m")   ? kMinuteMs
                            : match.captured(2) == QLatin1String("h") ? kHourMs
                                                                      : kDayMs;
        const Timestamp at{QDateTime::currentMSecsSinceEpoch() + match.captured(1).toInt() * unit};
        text.replace(match.capturedStart(), match.capturedLength(), QString::fromLatin1(at.toRfc3339()));
    }
    return text.toUtf8();
}

QString FixtureTransport::ofDeal(const QString &name) const
{
    // Payments differ where the deal itself does not.
    const QString like =
        m_deal == QLatin1String("declined") || m_deal == QLatin1String("open") ? QStringLiteral("created") : m_deal;
    for (const QString &state : {m_deal, like}) {
        const QString special = name + QLatin1Char('_') + state;
        if (QFile::exists(pathOf(special, m_folder)))
            return special;
    }
    return name;
}

QString FixtureTransport::fileOf(const QString &path) const
{
    // The console's answers are named by their whole path: admin/kyc/applications/ID is kyc_applications_id.
    if (const qsizetype at = path.indexOf(QLatin1String("/admin/")); at >= 0) {
        static const QRegularExpression id(QStringLiteral("^[0-9a-f]{8}-[0-9a-f-]{27}$"));
        QStringList words = path.mid(at + 7).split(u'/');
        words.replaceInStrings(id, QStringLiteral("id"));
        return words.join(u'_');
    }
    if (path.contains(QLatin1String("/deals/"))) {
        if (path.endsWith(QLatin1String("/documents")))
            return QStringLiteral("documents");
        for (const char *part : {"timeline", "payments", "dispute"}) {
            if (path.endsWith(QLatin1Char('/') + QLatin1String(part)))
                return ofDeal(QLatin1String(part));
        }
        return ofDeal(QStringLiteral("deal"));
    }
    if (path.contains(QLatin1String("/messages")))
        return ofDeal(QStringLiteral("messages"));
    if (path.contains(QLatin1String("/conversations/")))
        return ofDeal(QStringLiteral("conversation"));
    if (path.endsWith(QLatin1String("/conversations")))
        return QStringLiteral("conversations");
    if (path.endsWith(QLatin1String("/deals")))
        return QStringLiteral("deals");
    if (path.contains(QLatin1String("/recommendations/")))
        return QStringLiteral("recommendations");
    if (path.endsWith(QLatin1String("/similar")))
        return QStringLiteral("similar");
    if (path.endsWith(QLatin1String("/price-history")))
        return QStringLiteral("price-history");
    if (path.endsWith(QLatin1String("/reviews")))
        return ofDeal(QStringLiteral("reviews"));
    if (path.endsWith(QLatin1String("/quote")))
        return QStringLiteral("quote");
    if (path.contains(QLatin1String("/users/")) && path.endsWith(QLatin1String("/listings")))
        return QStringLiteral("search");
    if (path.contains(QLatin1String("/users/")))
        return ofDeal(QStringLiteral("driver"));
    if (path.endsWith(QLatin1String("/stats")))
        return QStringLiteral("listing-stats");
    if (path.endsWith(QLatin1String("/payout-details")))
        return ofDeal(QStringLiteral("payout-details"));
    if (path.endsWith(QLatin1String("/me/imports")))
        return QStringLiteral("import");
    if (path.contains(QLatin1String("/listings/")))
        return QStringLiteral("listing");
    if (path.contains(QLatin1String("/me/decisions/")))
        return ofDeal(QStringLiteral("decision"));
    if (path.contains(QLatin1String("/knowledge/")))
        return QStringLiteral("knowledge_page");
    if (path.endsWith(QLatin1String("/me/agreements")))
        return ofDeal(QStringLiteral("agreements"));
    if (path.endsWith(QLatin1String("/closure")))
        return ofDeal(QStringLiteral("closure"));
    if (path.endsWith(QLatin1String("/export/archive")))
        return ofDeal(QStringLiteral("archive"));
    if (path.contains(QLatin1String("/kyc/")))
        return ofDeal(QStringLiteral("identity"));
    if (path.endsWith(QLatin1String("/me/listings")))
        return QStringLiteral("my-listings");
    return path.section(QLatin1Char('/'), -1); // search, favourites, notifications, sessions
}

namespace {

// Names of fixture photos as ids: "white-3" is written into the first bytes, where CarPicture reads it.
QString idOfPhoto(const QString &name)
{
    QByteArray bytes = name.toLatin1().leftJustified(16, '\0', true);
    return QUuid::fromRfc4122(bytes).toString(QUuid::WithoutBraces);
}

// The one car of the fixtures as it stands in another state: sold, paused, mine, draft.
QByteArray carIn(const QString &state, const QByteArray &json)
{
    QJsonObject car = QJsonDocument::fromJson(json).object();
    if (state == QLatin1String("sold"))
        car.insert(QStringLiteral("sold_at"), car.value(QLatin1String("updated_at")));
    const bool mine = state == QLatin1String("mine");
    if (state == QLatin1String("blocked"))
        car.insert(QStringLiteral("moderation"),
                   QJsonDocument::fromJson(FixtureTransport::fixture(QStringLiteral("moderation"))).object());
    if (mine || state == QLatin1String("draft") || state == QLatin1String("blocked")) { // a draft is seen by its owner alone
        QJsonObject driver = car.value(QLatin1String("driver")).toObject();
        driver.insert(QStringLiteral("id"), QJsonDocument::fromJson(FixtureTransport::fixture(QStringLiteral("auth")))
                                                .object()
                                                .value(QLatin1String("user"))
                                                .toObject()
                                                .value(QLatin1String("id")));
        car.insert(QStringLiteral("driver"), driver);
    }
    if (mine)
        return QJsonDocument(car).toJson();
    car.insert(QStringLiteral("status"), state == QLatin1String("sold") ? QStringLiteral("archived") : state);
    return QJsonDocument(car).toJson();
}

// The chain of a timeline is computed as the server does it: the moments in the file are relative to now.
QByteArray withChain(const QByteArray &json, const QString &dealId)
{
    QJsonObject page = QJsonDocument::fromJson(json).object();
    QJsonArray items = page.value(QLatin1String("items")).toArray();
    QByteArray previous(64, '0');
    int seq = 0;
    for (qsizetype at = 0; at < items.size(); ++at) {
        QJsonObject event = items.at(at).toObject();
        QJsonObject point = event.value(QLatin1String("checkpoint")).toObject();
        if (point.isEmpty())
            continue;
        QJsonArray photos, hashes;
        for (const QJsonValue &photo : point.value(QLatin1String("photos")).toArray()) {
            photos.append(idOfPhoto(photo.toString()));
            hashes.append(
                QString::fromLatin1(QCryptographicHash::hash(photo.toString().toUtf8(), QCryptographicHash::Sha256).toHex()));
        }
        point.insert(QStringLiteral("photos"), photos);
        if (QJsonObject seen = point.value(QLatin1String("inspection")).toObject(); !seen.isEmpty()) {
            QJsonArray sides;
            const QJsonArray angles = seen.value(QLatin1String("angles")).toArray();
            for (const QJsonValue &angle : angles) {
                QJsonObject side = angle.toObject();
                side.insert(QStringLiteral("photo"), idOfPhoto(side.value(QLatin1String("photo")).toString()));
                sides.append(side);
            }
            seen.insert(QStringLiteral("angles"), sides);
            point.insert(QStringLiteral("inspection"), seen);
        }
        point.insert(QStringLiteral("photo_hashes"), hashes);
        point.insert(QStringLiteral("previous_hash"), QString::fromLatin1(previous));
        point.insert(QStringLiteral("hash"), QString(64, u'0'));
        const auto link = api::CheckpointDto::read(point);
        previous = api::checkpointHash(DealId::fromText(QStringView(dealId)).value_or(DealId{}), ++seq, link.value);
        point.insert(QStringLiteral("hash"), QString::fromLatin1(previous));
        event.insert(QStringLiteral("checkpoint"), point);
        items[at] = event;
    }
    page.insert(QStringLiteral("items"), items);
    return QJsonDocument(page).toJson();
}

// What a document is in a picture of a screen: a page with lines and a place for a face.
QByteArray document()
{
    QImage page(1200, 800, QImage::Format_RGB32);
    page.fill(QColor(0xEF, 0xE6, 0xDA));
    QPainter painter(&page);
    painter.fillRect(80, 160, 320, 420, QColor(0xC9, 0xBD, 0xAF));
    for (int line = 0; line < 9; ++line)
        painter.fillRect(460, 170 + line * 60, line % 3 == 2 ? 360 : 620, 22, QColor(0x8F, 0x85, 0x7A));
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    page.save(&buffer, "JPEG");
    return bytes;
}

constexpr char kAllIsWell[] = R"({"min_app_version":"","maintenance":"","time":"2026-11-25T12:00:00.000Z"})";

} // namespace

void FixtureTransport::send(const client::HttpRequest &request, std::function<void(const client::HttpAnswer &)> done)
{
    const QString path = request.url.path();
    const bool single = (path.contains(QLatin1String("/admin/")) && fileOf(path).contains(QLatin1String("id")))
                        || path.contains(QLatin1String("/export")) || path.contains(QLatin1String("/kyc/"))
                        || path.endsWith(QLatin1String("/closure")) || path.contains(QLatin1String("/knowledge/"))
                        || path.contains(QLatin1String("/me/decisions/"))
                        || path.endsWith(QLatin1String("/notification-settings")) || path.contains(QLatin1String("/users/"))
                        || path.contains(QLatin1String("/listings/")) || path.endsWith(QLatin1String("/me/imports"))
                        || path.endsWith(QLatin1String("/payout-details"))
                        || (path.contains(QLatin1String("/deals/")) && !path.contains(QLatin1String("/timeline")))
                        || (path.contains(QLatin1String("/conversations/")) && !path.contains(QLatin1String("/messages")));
    if (m_mode == Mode::Loading)
        return;
    client::HttpAnswer answer{200, {}, false, 0};
    if (m_mode == Mode::Error)
        answer = {400, R"({"code":"internal"})", false, 0};
    else if (path.endsWith(QLatin1String("/status")) && m_mode != Mode::Offline)
        answer.body = m_status.isEmpty() ? kAllIsWell : m_status;
    else if (m_mode == Mode::Offline)
        answer = {0, {}, false, 0};
    else if (m_mode == Mode::Empty && !single)
        answer.body = R"({"items":[],"total":0,"next_cursor":null})";
    else
        answer.body = fixture(fileOf(path), m_folder);
    const bool full = m_mode == Mode::Full;
    if (full && path.endsWith(QLatin1String("/knowledge")) && request.url.query().contains(QLatin1String("kind=agreement")))
        answer.body = fixture(QStringLiteral("knowledge_agreements"), m_folder);
    if (full && path.endsWith(QLatin1String("/reveal")))
        answer.body = document();
    if (full && path.endsWith(QLatin1String("/search")) && request.url.query().contains(QLatin1String("q=DeLorean")))
        answer.body = fixture(QStringLiteral("search_none"), m_folder);
    if (full && path.endsWith(QLatin1String("/search/facets")))
        answer.body = "{\"total\":" + QByteArray::number(request.url.query().size() % 30 + 4) + "}";
    if (path.endsWith(QLatin1String("/timeline")) && answer.status == 200 && m_mode == Mode::Full)
        answer.body = withChain(answer.body, path.section(QLatin1Char('/'), -2, -2));
    if (fileOf(path) == QLatin1String("listing") && m_deal == QLatin1String("lost"))
        answer = {404, R"({"code":"not_found","status":404,"title":"","detail":""})", false, 0};
    else if (full && fileOf(path) == QLatin1String("listing")
             && QStringList{QStringLiteral("sold"), QStringLiteral("paused"), QStringLiteral("mine"), QStringLiteral("draft"),
                            QStringLiteral("blocked")}
                    .contains(m_deal))
        answer.body = carIn(m_deal, answer.body);
    // The driver raised the price between the look and the order.
    if (m_deal == QLatin1String("changed") && request.method == "POST" && path.endsWith(QLatin1String("/deals"))) {
        m_raised = true;
        answer = {409, R"({"code":"conflict","status":409,"title":"","detail":""})", false, 0};
    } else if (m_raised && path.contains(QLatin1String("/listings/"))) {
        answer.body.replace("265000000", "272000000");
    }
    if (m_deal == QLatin1String("stranger") && path.contains(QLatin1String("/kyc/")))
        answer = {404, R"({"code":"not_found","status":404,"title":"","detail":""})", false, 0};
    if (m_deal == QLatin1String("gone") && path.endsWith(QLatin1String("/quote")))
        answer = {409, R"({"code":"listing_unavailable","status":409,"title":"","detail":""})", false, 0};
    ++m_underWay;
    QTimer::singleShot(0, &m_life, [this, answer, done = std::move(done)] {
        --m_underWay;
        done(answer);
    });
}

} // namespace cargo::shots
