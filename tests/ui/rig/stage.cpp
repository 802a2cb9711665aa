#include "tests/ui/rig/stage.h"

#include "tests/ui/rig/bodies.h"

#include <QBuffer>
#include <QDateTime>
#include <QDesktopServices>
#include <QHttpMultiPart>
#include <QImage>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QTest>
#include <QUuid>
#include <QtEndian>

namespace cargo::test {

namespace {

// RFC 6238 with SHA-1, six digits, 30 seconds; the secret in base 32.
QString totp(const QString &secret, int steps)
{
    QByteArray key;
    quint64 bits = 0;
    int held = 0;
    for (const QChar letter : secret) {
        const int value = QStringLiteral("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567").indexOf(letter);
        bits = (bits << 5) | quint64(qMax(0, value));
        for (held += 5; held >= 8; held -= 8)
            key.append(char(bits >> (held - 8)));
    }
    QByteArray counter(8, 0);
    qToBigEndian(quint64(QDateTime::currentSecsSinceEpoch() / 30 + steps), counter.data());
    const QByteArray digest = QMessageAuthenticationCode::hash(counter, key, QCryptographicHash::Sha1);
    const int at = digest.back() & 15;
    const quint32 part = qFromBigEndian<quint32>(digest.constData() + at) & 0x7FFFFFFF;
    return QString::number(part % 1000000).rightJustified(6, u'0');
}

} // namespace

bool Stage::beginServer()
{
    QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
    QDesktopServices::setUrlHandler(QStringLiteral("http"), this, "paymentPage");
    if (!m_server.start())
        return false;
    const auto answers = [this] {
        call("GET", QStringLiteral("search"));
        return m_status == 200;
    };
    return QTest::qWaitFor(answers, 90000);
}

void Stage::end()
{
    QDesktopServices::unsetUrlHandler(QStringLiteral("http"));
    m_server.end();
}

QByteArray Stage::wait(QNetworkReply *asked)
{
    const std::unique_ptr<QNetworkReply> reply(asked);
    QEventLoop loop;
    connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    if (!reply->isFinished())
        loop.exec();
    m_status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    return reply->readAll();
}

QJsonObject Stage::call(const QByteArray &method, const QString &path, const QJsonObject &body, const QByteArray &token)
{
    QNetworkRequest request(QUrl(m_server.url() + QStringLiteral("/api/v1/") + path));
    request.setRawHeader("Content-Type", "application/json");
    request.setRawHeader("Idempotency-Key", QUuid::createUuid().toByteArray(QUuid::WithoutBraces));
    const QByteArray who = token.isEmpty() ? m_driverToken : token;
    if (!who.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + who);
    const QByteArray answer =
        wait(m_network.sendCustomRequest(request, method, method == "GET" ? QByteArray() : QJsonDocument(body).toJson()));
    if (m_status >= 400)
        qWarning("%s %s: %d %s", method.constData(), qPrintable(path), m_status, answer.constData());
    return QJsonDocument::fromJson(answer).object();
}

QJsonObject Stage::registerUser(const QString &email, const QString &role, const QString &name)
{
    const QJsonObject session = call("POST", QStringLiteral("auth/register"), personBody(email, role, name));
    const int status = m_status;
    call("POST", QStringLiteral("me/agreements/terms-") + role, signBody(),
         session.value(QLatin1String("access_token")).toString().toLatin1());
    m_status = status;
    return session;
}

Stage::StaffMember Stage::addStaff(const QString &name, const QString &permission)
{
    StaffMember member;
    member.email = name + QStringLiteral("@example.com");
    member.password = QStringLiteral("decides what is fair 9");
    const QByteArray added =
        m_server.run({QStringLiteral("staff"), QStringLiteral("add"), QStringLiteral("--email"), member.email,
                      QStringLiteral("--password"), member.password, QStringLiteral("--permission"), permission});
    static const QRegularExpression line(QStringLiteral("totp_secret (\\S+)"));
    member.totpSecret = line.match(QString::fromUtf8(added)).captured(1);
    return member;
}

// The step before is good only while the present one lasts: with little left of that its code would come too late.
QString Stage::StaffMember::code(int steps) const
{
    constexpr qint64 kStepMs = 30'000;
    constexpr qint64 kLeftMs = 10'000;
    const auto leftMs = [] { return kStepMs - QDateTime::currentMSecsSinceEpoch() % kStepMs; };
    if (steps < 0 && !QTest::qWaitFor([&] { return leftMs() >= kLeftMs; }, int(kStepMs)))
        qWarning("the clock stands still");
    return totp(totpSecret, steps);
}

QByteArray Stage::staffToken(const QString &permission, const QString &name)
{
    const StaffMember member = addStaff(name.isEmpty() ? permission : name, permission);
    return call("POST", QStringLiteral("auth/login"),
                {{QStringLiteral("email"), member.email},
                 {QStringLiteral("password"), member.password},
                 {QStringLiteral("totp"), member.code()}})
        .value(QLatin1String("access_token"))
        .toString()
        .toLatin1();
}

QString Stage::upload(const QString &path, const QByteArray &token)
{
    static int shade = 40;
    QImage image(640, 420, QImage::Format_RGB32);
    image.fill(QColor(shade = (shade + 20) % 256, 120, 160));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    QHttpMultiPart parts(QHttpMultiPart::FormDataType);
    QHttpPart part;
    part.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("image/png"));
    part.setHeader(QNetworkRequest::ContentDispositionHeader, QStringLiteral("form-data; name=\"file\"; filename=\"car.png\""));
    part.setBody(bytes);
    parts.append(part);
    QNetworkRequest request(QUrl(m_server.url() + QStringLiteral("/api/v1/") + path));
    request.setRawHeader("Authorization", "Bearer " + token);
    request.setRawHeader("Idempotency-Key", QUuid::createUuid().toByteArray(QUuid::WithoutBraces));
    const QByteArray answer = wait(m_network.post(request, &parts));
    const QString id = QJsonDocument::fromJson(answer).object().value(QLatin1String("id")).toString();
    if (id.isEmpty())
        qWarning("upload: %s", answer.constData());
    return id;
}

QString Stage::picture(const QString &name) const
{
    QImage photo(900, 600, QImage::Format_RGB32);
    photo.fill(Qt::darkBlue);
    const QString file = m_folder.filePath(name);
    return photo.save(file) ? file : QString();
}

QString Stage::buy(const QString &car, const QJsonValue &amount, const QString &place, int days, const QByteArray &buyer)
{
    const QJsonObject wanted{{QStringLiteral("listing_id"), car},
                             {QStringLiteral("amount"), amount},
                             {QStringLiteral("delivery_place"), place},
                             {QStringLiteral("delivery_eta_days"), days}};
    const QString deal = call("POST", QStringLiteral("deals"), wanted, buyer).value(QLatin1String("id")).toString();
    if (m_status != 201)
        return {};
    const QJsonObject paying = call("POST", QStringLiteral("deals/%1/pay").arg(deal), {}, buyer);
    const QString page = paying.value(QLatin1String("payment")).toObject().value(QLatin1String("confirmation_url")).toString();
    m_paymentPage = QUrl(m_server.url()).resolved(QUrl(page));
    return atTheBank("success") ? deal : QString();
}

QString Stage::paidDeal(const QByteArray &buyer)
{
    const QJsonObject listing = call("POST", QStringLiteral("listings"), carBody({uploadPhoto()}));
    const QString car = listing.value(QLatin1String("id")).toString();
    call("POST", QStringLiteral("listings/%1/publish").arg(car));
    const QString deal = buy(car, listing.value(QLatin1String("price")), QStringLiteral("Omsk"), 20, buyer);
    const auto funded = [&] {
        return call("GET", QStringLiteral("deals/") + deal).value(QLatin1String("status")).toString() == QLatin1String("funded");
    };
    return !deal.isEmpty() && QTest::qWaitFor(funded, kStepMs) ? deal : QString();
}

QByteArray Stage::tokenOf(const QJsonObject &signedIn)
{
    return signedIn.value(QLatin1String("access_token")).toString().toLatin1();
}

bool Stage::atTheBank(const QByteArray &outcome)
{
    QNetworkRequest request(std::exchange(m_paymentPage, {}));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/x-www-form-urlencoded"));
    wait(m_network.post(request, QByteArray("outcome=" + outcome)));
    return m_status > 0 && m_status < 400;
}

} // namespace cargo::test
