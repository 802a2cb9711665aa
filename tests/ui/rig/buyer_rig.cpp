#include "tests/ui/rig/buyer_rig.h"

#include "tests/paths.h"
#include "tests/ui/rig/bodies.h"
#include "tests/ui/rig/item_tree.h"

#include <QBuffer>
#include <QDateTime>
#include <QDesktopServices>
#include <QFileInfo>
#include <QHttpMultiPart>
#include <QImage>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QUuid>
#include <QtEndian>

namespace cargo::test {

namespace {

// RFC 6238 with SHA-1, six digits, 30 seconds; the secret in base 32.
QString totp(const QString &secret)
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
    qToBigEndian(quint64(QDateTime::currentSecsSinceEpoch() / 30), counter.data());
    const QByteArray digest = QMessageAuthenticationCode::hash(counter, key, QCryptographicHash::Sha1);
    const int at = digest.back() & 15;
    const quint32 part = qFromBigEndian<quint32>(digest.constData() + at) & 0x7FFFFFFF;
    return QString::number(part % 1000000).rightJustified(6, u'0');
}

} // namespace

bool BuyerRig::begin()
{
    QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
    if (!m_server.start())
        return false;
    const auto answers = [this] {
        call("GET", QStringLiteral("search"));
        return m_status == 200;
    };
    if (!QTest::qWaitFor(answers, 90000))
        return false;
    prepareListing();

    m_client =
        std::make_unique<client::Client>(std::make_unique<client::NetworkTransport>(), m_folder.filePath(QStringLiteral("app")));
    m_client->settings()->overrideServerUrl(m_server.url());
    m_client->api()->setServerUrl(QUrl(m_server.url()));
    m_client->settings()->setReducedMotion(true);
    m_client->settings()->setWelcomed(true);
    m_client->setDownloads(m_folder.filePath(QStringLiteral("downloads")));
    m_app = std::make_unique<shell::QuickApp>(m_client.get(), QStringLiteral("CarGo/Buyer"));
    m_client->start();
    if (!m_app->load())
        return false;
    window()->resize(420, 860);
    window()->requestActivate();
    QDesktopServices::setUrlHandler(QStringLiteral("http"), this, "paymentPage");
    return QTest::qWaitForWindowActive(window());
}

void BuyerRig::end()
{
    QDesktopServices::unsetUrlHandler(QStringLiteral("http"));
    m_app.reset();
    m_client.reset();
    m_server.end();
}

QByteArray BuyerRig::wait(QNetworkReply *asked)
{
    const std::unique_ptr<QNetworkReply> reply(asked);
    QEventLoop loop;
    connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    if (!reply->isFinished())
        loop.exec();
    m_status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    return reply->readAll();
}

QJsonObject BuyerRig::call(const QByteArray &method, const QString &path, const QJsonObject &body, const QByteArray &token)
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

QJsonObject BuyerRig::registerUser(const QString &email, const QString &role, const QString &name)
{
    return call("POST", QStringLiteral("auth/register"), personBody(email, role, name));
}

QByteArray BuyerRig::staffToken(const QString &permission)
{
    const QString email = permission + QStringLiteral("@example.com"), password = QStringLiteral("decides what is fair 9");
    const QByteArray added = m_server.run({QStringLiteral("staff"), QStringLiteral("add"), QStringLiteral("--email"), email,
                                           QStringLiteral("--password"), password, QStringLiteral("--permission"), permission});
    const auto secret = QRegularExpression(QStringLiteral("totp_secret (\\S+)")).match(QString::fromUtf8(added));
    return call("POST", QStringLiteral("auth/login"),
                {{QStringLiteral("email"), email},
                 {QStringLiteral("password"), password},
                 {QStringLiteral("totp"), totp(secret.captured(1))}})
        .value(QLatin1String("access_token"))
        .toString()
        .toLatin1();
}

QString BuyerRig::uploadPhoto()
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
    QNetworkRequest request(QUrl(m_server.url() + QStringLiteral("/api/v1/media")));
    request.setRawHeader("Authorization", "Bearer " + m_driverToken);
    request.setRawHeader("Idempotency-Key", QUuid::createUuid().toByteArray(QUuid::WithoutBraces));
    const QByteArray answer = wait(m_network.post(request, &parts));
    const QString id = QJsonDocument::fromJson(answer).object().value(QLatin1String("id")).toString();
    if (id.isEmpty())
        qWarning("media: %s", answer.constData());
    return id;
}

QString BuyerRig::picture(const QString &name) const
{
    QImage photo(900, 600, QImage::Format_RGB32);
    photo.fill(Qt::darkBlue);
    const QString file = m_folder.filePath(name);
    return photo.save(file) ? file : QString();
}

bool BuyerRig::atTheBank(const QByteArray &outcome)
{
    QNetworkRequest request(std::exchange(m_paymentPage, {}));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/x-www-form-urlencoded"));
    wait(m_network.post(request, QByteArray("outcome=" + outcome)));
    return m_status > 0 && m_status < 400;
}

void BuyerRig::prepareListing()
{
    m_driverToken = registerUser(QStringLiteral("pavel@example.com"), QStringLiteral("driver"), QStringLiteral("Pavel S."))
                        .value(QLatin1String("access_token"))
                        .toString()
                        .toLatin1();
    const QJsonObject listing = call("POST", QStringLiteral("listings"), carBody({uploadPhoto(), uploadPhoto()}));
    const QString id = listing.value(QLatin1String("id")).toString();
    call("POST", QStringLiteral("listings/%1/publish").arg(id));
    if (m_status == 200)
        m_listingId = id;
}

QQuickItem *BuyerRig::item(const QString &name) const
{
    return firstItem(window()->contentItem(),
                     [&name](QQuickItem *candidate) { return candidate->objectName() == name && candidate->isEnabled(); });
}

QVariant BuyerRig::of(const QString &name, const char *property) const
{
    QQuickItem *found = item(name);
    return found ? found->property(property) : QVariant();
}

// Scrolls what scrolls until the middle of the item lies in the window and nothing moves any more.
bool BuyerRig::reach(QQuickItem *item) const
{
    for (QQuickItem *up = item->parentItem(); up; up = up->parentItem()) {
        if (!up->inherits("QQuickFlickable"))
            continue;
        const QPointF middle = item->mapToItem(up, QPointF(item->width() / 2, item->height() / 2));
        if (middle.y() < 24 || middle.y() > up->height() - 24)
            up->setProperty("contentY", up->property("contentY").toReal() + middle.y() - up->height() / 2);
    }
    const QPointF middle = item->mapToScene(QPointF(item->width() / 2, item->height() / 2));
    return QRectF(0, 0, window()->width(), window()->height()).contains(middle);
}

// With the pointer, where a finger would: nothing may lie over it.
bool BuyerRig::click(const QString &name)
{
    QQuickItem *found = item(name);
    if (!found || !reach(found))
        return false;
    const QPoint middle = found->mapToScene(QPointF(found->width() / 2, found->height() / 2)).toPoint();
    if (m_aim.name != name || m_aim.at != middle) // a page that is still being laid out moves under the pointer
        m_aim = {name, middle, 0};
    if (++m_aim.held < 4)
        return false;
    m_aim = {};
    QTest::mouseClick(window(), Qt::LeftButton, {}, middle);
    return true;
}

bool BuyerRig::tabTo(const QString &name)
{
    for (int step = 0; step < 80; ++step) {
        for (QQuickItem *at = window()->activeFocusItem(); at; at = at->parentItem()) {
            if (at->objectName() == name)
                return true;
        }
        QTest::keyClick(window(), Qt::Key_Tab);
    }
    return false;
}

bool BuyerRig::type(const QString &name, const QString &text)
{
    if (!click(name))
        return false;
    QQuickItem *focus = window()->activeFocusItem();
    if (!focus || focus->objectName() != name)
        return false;
    if (focus->property("text").toString() != text) {
        QTest::keySequence(window(), QKeySequence::SelectAll);
        for (const QChar letter : text)
            QTest::sendKeyEvent(QTest::Click, window(), Qt::Key_unknown, QString(letter), {});
    }
    return focus->property("text").toString() == text;
}

QVariantList BuyerRig::rows(const char *first, const char *second) const
{
    QVariantList list;
    QQuickItem *messages = item(QStringLiteral("chat.messages"));
    auto *model = messages ? messages->property("model").value<QAbstractItemModel *>() : nullptr;
    for (int row = 0; model && row < model->rowCount(); ++row) {
        const auto text = [&](const char *role) {
            return model->data(model->index(row, 0), model->roleNames().key(role)).toString();
        };
        list << QString(text(first) + u'/' + text(second));
    }
    return list;
}

QByteArray BuyerRig::screen() const
{
    QByteArray names;
    walk(window()->contentItem(), [&names](QQuickItem *candidate) {
        if (!candidate->objectName().isEmpty())
            names += ' ' + candidate->objectName().toUtf8() + (candidate->isEnabled() ? "" : "(off)");
    });
    return names;
}

} // namespace cargo::test
