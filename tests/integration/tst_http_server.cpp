#include "harness/http_rig.h"

#include "server/http/byte_range.h"
#include "server/http/etag.h"
#include "server/http/middleware/identity.h"
#include "server/http/problem.h"
#include "server/ops/ops_server.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <stdexcept>

using namespace cargo;
using namespace cargo::test;

namespace {
// Tokens are "buyer", "staff", "support"; "old" has expired.
struct Tokens final : Authenticator
{
    Result<Principal> authenticate(QByteArrayView token, Timestamp) const override
    {
        Principal principal;
        principal.user.uuid.bytes[0] = quint8(token.front());
        if (token == "staff" || token == "support")
            principal.role = Role::Staff;
        else if (token == "old")
            return ErrorCode::TokenExpired;
        else if (token != "buyer" && token != "other")
            return ErrorCode::Unauthorized;
        principal.permissions = token == "support" ? quint32(Permission::Support) : 0;
        return principal;
    }
};
const Tokens kTokens;
QString mediaFile;
std::atomic<int> uploadsSeen{0};
QString lastUploadPath;

using Answer = QCoro::Task<http::Response>;
Answer who(http::RequestPtr request)
{
    const auto &context = *request->context;
    co_return http::Response::json(200, context.principal ? "\"known\"" : "\"stranger\"");
}
Answer address(http::RequestPtr request) { co_return http::Response::json(200, request->context->peerAddress); }
Answer length(http::RequestPtr request) { co_return http::Response::json(200, QByteArray::number(request->body.size())); }
Answer throwing(http::RequestPtr)
{
    throw std::runtime_error("a secret of the database");
    co_return http::Response::noContent();
}
std::atomic<int> deadlocks{0}; // still to come
std::atomic<int> deadlockTries{0};
Answer givingWay(http::RequestPtr)
{
    ++deadlockTries;
    if (deadlocks-- > 0)
        co_return http::Response::error({ErrorCode::Conflict, {}, QStringLiteral("deadlock")});
    co_return http::Response::json(200, "\"done\"");
}
Answer nothing(http::RequestPtr) { co_return http::Response::noContent(); }
Answer query(http::RequestPtr request)
{
    QStringList values = {request->queryValue("q")};
    for (const QString &brand : request->queryValues("brand"))
        values.append(brand);
    co_return http::Response::json(200, values.join(u'|').toUtf8());
}
Answer invalid(http::RequestPtr)
{
    std::vector<Error> fields = {{ErrorCode::Required, QStringLiteral("email"), {}},
                                 {ErrorCode::TooLong, QStringLiteral("name"), {}}};
    http::Response response = http::Response::error({ErrorCode::ValidationFailed, {}, QStringLiteral("internal detail")}, fields);
    response.member("until", "\"tomorrow\"");
    co_return response;
}
Answer versioned(http::RequestPtr request)
{
    co_return http::withEtag(*request, http::Response::json(200, "{\"v\":7}"), http::etagOf(7));
}
Answer media(http::RequestPtr)
{
    http::Response response;
    response.contentType = "image/jpeg";
    response.filePath = mediaFile;
    co_return response;
}
Answer upload(http::RequestPtr request)
{
    ++uploadsSeen;
    lastUploadPath = request->uploadPath;
    QFile file(request->uploadPath);
    const bool open = file.open(QIODevice::ReadOnly);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(&file);
    co_return http::Response::json(open ? 201 : 500, hash.result().toHex() + ' ' + QByteArray::number(request->uploadSize) + ' '
                                                         + request->uploadContentType + ' ' + request->uploadFileName);
}
Answer lookUp(http::RequestPtr request)
{
    co_return http::Response::json(200, request->param("id") + '/' + request->param("variant"));
}

void routes(http::Router &router)
{
    using http::Method;
    const http::RouteOptions open{.access = http::Access::Public};
    router.add(Method::Get, "/who", open, who);
    router.add(Method::Get, "/address", open, address);
    router.add(Method::Get, "/deadlock", open, givingWay);
    router.add(Method::Get, "/signed", {}, who);
    router.add(Method::Get, "/staff", {.access = http::Access::Staff, .permission = Permission::Support}, who);
    router.add(Method::Post, "/length", open, length);
    router.add(Method::Patch, "/length", open, length);
    router.add(Method::Post, "/form", {.access = http::Access::Public, .form = true}, length);
    router.add(Method::Post, "/large", {.access = http::Access::Public, .maxBodyBytes = 900'000}, length);
    router.add(Method::Post, "/keyed", {.access = http::Access::Public, .idempotent = true}, length);
    router.add(Method::Post, "/sign-in", {.access = http::Access::Public, .rateLimit = "auth"}, nothing);
    router.add(Method::Get, "/throwing", open, throwing);
    router.add(Method::Get, "/invalid", open, invalid);
    router.add(Method::Get, "/query", open, query);
    router.add(Method::Get, "/versioned", open, versioned);
    router.add(Method::Get, "/media", open, media);
    router.add(Method::Post, "/upload", {.maxBodyBytes = 4 * 1024 * 1024, .upload = true, .rateLimit = "upload"}, upload);
    router.add(Method::Get, "/files/{id}/{variant}", open, lookUp);
    router.add(Method::Get, "/files/latest/{variant}", open, nothing);
    router.add(Method::Delete, "/files/{id}/{variant}", open, nothing);
}

QByteArray request(const QByteArray &line, const QByteArray &headers = {}, const QByteArray &body = {})
{
    QByteArray bytes = line + " HTTP/1.1\r\nHost: x\r\n" + headers;
    if (!body.isNull())
        bytes += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    return bytes + "\r\n" + body;
}
QByteArray bearer(const QByteArray &token) { return "Authorization: Bearer " + token + "\r\n"; }
QJsonObject json(const HttpPeer::Answer &answer) { return QJsonDocument::fromJson(answer.body).object(); }

QByteArray part(const QByteArray &disposition, const QByteArray &data, const QByteArray &more = {})
{
    return "--XX\r\nContent-Disposition: " + disposition + "\r\n" + more + "\r\n" + data + "\r\n";
}
const QByteArray kForm = "Content-Type: multipart/form-data; boundary=XX\r\n";
const QByteArray kFile = "form-data; name=\"file\"; filename=\"a \\\"b\\\".jpg\"";
} // namespace

// What well-meaning clients see: the chain of the pipeline, problems, files, uploads, limits.
class HttpServerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_rig.reset(); }
    void everyAnswerHasItsHeaders();
    void problemsSpeakBothLanguages();
    void fieldsAreToldOneByOne();
    void exceptionsStayInside();
    void whoGaveWayTriesAgain();
    void everyCodeHasAStatus();
    void methodsAndOptions();
    void headHasNoBody();
    void parametersAreDecoded();
    void tokens_data();
    void tokens();
    void contentTypes();
    void bodiesUpToTheRoutesLimit();
    void etags();
    void wholeFiles();
    void ranges_data();
    void ranges();
    void largeFileAtTheClientsPace();
    void uploadsStream();
    void uploadsNeedAToken();
    void badUploads_data();
    void badUploads();
    void uploadWithoutRoom();
    void rateIsLimitedByUserAndAddress();
    void addressBehindAProxy();
    void languages_data();
    void languages();
    void idempotencyKeyIsChecked();
    void opsServer();

private:
    HttpPeer::Answer ask(const QByteArray &bytes) { return m_rig->connect().ask(bytes); }
    QTemporaryDir m_folder;
    std::unique_ptr<HttpRig> m_rig;
};

void HttpServerTest::initTestCase()
{
    mediaFile = m_folder.filePath(QStringLiteral("media.jpg"));
    QFile file(mediaFile);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QByteArray bytes;
    for (int i = 0; i < 1000; ++i)
        bytes += QByteArray::number(i % 10);
    QCOMPARE(file.write(bytes), qint64(1000));
    HttpRig::Options options;
    options.authenticator = &kTokens;
    options.uploadFolder = m_folder.filePath(QStringLiteral("uploads"));
    m_rig = std::make_unique<HttpRig>(routes, options);
}

void HttpServerTest::everyAnswerHasItsHeaders()
{
    const QByteArray trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    auto answer = ask(request("GET /who", "X-Request-Id: my-request-1\r\ntraceparent: " + trace + "\r\n"));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.header("x-request-id"), QByteArray("my-request-1"));
    QCOMPARE(answer.header("traceparent"), trace);
    QCOMPARE(answer.header("x-content-type-options"), QByteArray("nosniff"));
    QCOMPARE(answer.header("cache-control"), QByteArray("no-store"));
    QVERIFY(answer.header("content-security-policy").contains("default-src 'none'"));
    QVERIFY(answer.header("date").endsWith(" GMT"));
    answer = ask(request("GET /nothing", "X-Request-Id: <script>alert(1)\r\ntraceparent: 00-zz\r\n"));
    QVERIFY(Uuid::fromText(QByteArrayView(answer.header("x-request-id"))));
    QVERIFY(answer.header("traceparent").isEmpty());
    QCOMPARE(json(answer).value(u"instance").toString(), QString::fromLatin1("urn:request:" + answer.header("x-request-id")));
}

void HttpServerTest::problemsSpeakBothLanguages()
{
    const QJsonObject russian = json(ask(request("GET /nothing", "Accept-Language: ru\r\n")));
    const QJsonObject english = json(ask(request("GET /nothing", "Accept-Language: en-GB,en;q=0.9\r\n")));
    QCOMPARE(russian.value(u"title").toString(), QStringLiteral("Не найдено"));
    QCOMPARE(english.value(u"title").toString(), QStringLiteral("Not found"));
    for (const QJsonObject &problem : {russian, english}) {
        QCOMPARE(problem.value(u"code").toString(), QStringLiteral("not_found"));
        QCOMPARE(problem.value(u"type").toString(), QStringLiteral("/problems/not_found"));
        QCOMPARE(problem.value(u"status").toInt(), 404);
    }
}

void HttpServerTest::fieldsAreToldOneByOne()
{
    const auto answer = ask(request("GET /invalid", "Accept-Language: en\r\n"));
    QCOMPARE(answer.status, 422);
    QVERIFY(!answer.body.contains("internal detail"));
    const QJsonObject problem = json(answer);
    QCOMPARE(problem.value(u"until").toString(), QStringLiteral("tomorrow"));
    const QJsonArray errors = problem.value(u"errors").toArray();
    QCOMPARE(errors.size(), 2);
    QCOMPARE(errors[0].toObject().value(u"field").toString(), QStringLiteral("email"));
    QCOMPARE(errors[0].toObject().value(u"code").toString(), QStringLiteral("required"));
    QCOMPARE(errors[0].toObject().value(u"message").toString(), QStringLiteral("This field is required."));
    QCOMPARE(errors[1].toObject().value(u"code").toString(), QStringLiteral("too_long"));
}

void HttpServerTest::whoGaveWayTriesAgain()
{
    HttpPeer peer = m_rig->connect();
    deadlocks = 2;
    QCOMPARE(peer.ask(request("GET /deadlock")).status, 200);
    QCOMPARE(deadlockTries, 3);
    deadlocks = 100; // not for ever
    QCOMPARE(peer.ask(request("GET /deadlock")).status, 409);
    QCOMPARE(deadlockTries, 7);
}

void HttpServerTest::exceptionsStayInside()
{
    HttpPeer peer = m_rig->connect();
    const auto answer = peer.ask(request("GET /throwing"));
    QCOMPARE(answer.status, 500);
    QVERIFY(!answer.body.contains("secret"));
    QCOMPARE(peer.ask(request("GET /who")).status, 200);
}

void HttpServerTest::everyCodeHasAStatus()
{
    const int internal = http::problemStatus(ErrorCode::Internal);
#define CARGO_X(name, word)                                                                                                      \
    if (ErrorCode::name != ErrorCode::Internal)                                                                                  \
        QVERIFY2(http::problemStatus(ErrorCode::name) != internal && http::problemStatus(ErrorCode::name) >= 400, word);
    CARGO_ERROR_CODES(CARGO_X)
#undef CARGO_X
}

void HttpServerTest::methodsAndOptions()
{
    auto answer = ask(request("PUT /length", {}, ""));
    QCOMPARE(answer.status, 405);
    QCOMPARE(answer.header("allow"), QByteArray("POST, PATCH, OPTIONS"));
    answer = ask(request("OPTIONS /files/7/thumb"));
    QCOMPARE(answer.status, 204);
    QCOMPARE(answer.header("allow"), QByteArray("GET, HEAD, DELETE, OPTIONS"));
    QCOMPARE(ask(request("OPTIONS /nothing")).status, 404);
    QCOMPARE(ask(request("PATCH /length", {}, "{}")).body, QByteArray("2"));
}

void HttpServerTest::headHasNoBody()
{
    for (const QByteArray &path : {QByteArray("/who"), QByteArray("/media"), QByteArray("/nothing")}) {
        HttpPeer peer = m_rig->connect();
        const auto whole = peer.ask(request("GET " + path));
        QVERIFY(peer.send(request("HEAD " + path)));
        const auto head = peer.read(true);
        QCOMPARE(head.status, whole.status);
        QCOMPARE(head.header("content-length"), QByteArray::number(whole.body.size()));
        QCOMPARE(peer.ask(request("GET /who")).body, QByteArray("\"stranger\""));
    }
}

void HttpServerTest::parametersAreDecoded()
{
    QCOMPARE(ask(request("GET /files/a%20b%2B/c+d")).body, QByteArray("a b+/c+d"));
    QCOMPARE(ask(request("GET /files/latest/thumb")).status, 204);
    QCOMPARE(ask(request("GET /files/" + QByteArray(600, 'a') + "/thumb")).status, 404);
    QCOMPARE(ask(request("GET /files//thumb")).status, 404);
    QCOMPARE(ask(request("GET /query?q=%D0%9B%D0%B0%D0%B4%D0%B0+2&brand=a&brand=b%26c&%62rand=d")).body,
             QByteArray("Лада 2|a|b&c|d"));
}

void HttpServerTest::tokens_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("status");
    QTest::newRow("nobody, public") << QByteArray("/who") << QByteArray() << 200;
    QTest::newRow("nobody, signed in") << QByteArray("/signed") << QByteArray() << 401;
    QTest::newRow("buyer") << QByteArray("/signed") << bearer("buyer") << 200;
    QTest::newRow("scheme in any case") << QByteArray("/signed") << QByteArray("authorization: bEARER buyer\r\n") << 200;
    QTest::newRow("expired") << QByteArray("/signed") << bearer("old") << 401;
    QTest::newRow("expired, public") << QByteArray("/who") << bearer("old") << 401;
    QTest::newRow("forged, public") << QByteArray("/who") << bearer("forged") << 401;
    QTest::newRow("other scheme") << QByteArray("/who") << QByteArray("Authorization: Basic YTpi\r\n") << 401;
    QTest::newRow("empty") << QByteArray("/who") << QByteArray("Authorization:\r\n") << 401;
    QTest::newRow("buyer at staff's") << QByteArray("/staff") << bearer("buyer") << 403;
    QTest::newRow("staff without permission") << QByteArray("/staff") << bearer("staff") << 403;
    QTest::newRow("staff with permission") << QByteArray("/staff") << bearer("support") << 200;
}

void HttpServerTest::tokens()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, header);
    QFETCH(int, status);
    const auto answer = ask(request("GET " + path, header));
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.header("www-authenticate").isEmpty(), status != 401);
    if (header.contains("old"))
        QCOMPARE(json(answer).value(u"code").toString(), QStringLiteral("token_expired"));
}

void HttpServerTest::contentTypes()
{
    const auto with = [this](const QByteArray &path, const QByteArray &type) {
        return ask(request("POST " + path, "Content-Type: " + type + "\r\n", "a=b")).status;
    };
    QCOMPARE(with("/length", "application/json; charset=utf-8"), 200);
    QCOMPARE(with("/length", "application/merge-patch+json"), 200);
    QCOMPARE(with("/length", "application/x-www-form-urlencoded"), 415);
    QCOMPARE(with("/form", "application/x-www-form-urlencoded"), 200);
    QCOMPARE(with("/length", "text/plain"), 415);
    QCOMPARE(ask(request("POST /length", {}, "{}")).status, 200);
}

void HttpServerTest::bodiesUpToTheRoutesLimit()
{
    HttpPeer peer = m_rig->connect();
    QCOMPARE(peer.ask(request("POST /large", {}, QByteArray(900'000, 'x'))).body, QByteArray("900000"));
    QCOMPARE(peer.ask(request("POST /length", {}, QByteArray(65'536, 'x'))).body, QByteArray("65536"));
    QCOMPARE(peer.ask(request("POST /length", {}, QByteArray(65'537, 'x'))).status, 413);
    QCOMPARE(ask(request("POST /large", {}, QByteArray(900'001, 'x'))).status, 413);
}

void HttpServerTest::etags()
{
    QCOMPARE(ask(request("GET /versioned")).header("etag"), QByteArray("\"7\""));
    for (const QByteArray &known : {QByteArray("\"7\""), QByteArray("\"1\", W/\"7\""), QByteArray("*")}) {
        HttpPeer peer = m_rig->connect();
        const auto answer = peer.ask(request("GET /versioned", "If-None-Match: " + known + "\r\n"));
        QCOMPARE(answer.status, 304);
        QCOMPARE(peer.ask(request("GET /versioned", "If-None-Match: \"8\"\r\n")).body, QByteArray("{\"v\":7}"));
    }
    http::Request withMatch;
    QCOMPARE(http::ifMatchVersion(withMatch).code(), ErrorCode::PreconditionRequired);
    withMatch.headers = {{"if-match", "\"12\""}};
    QCOMPARE(http::ifMatchVersion(withMatch).value(), 12);
    withMatch.headers = {{"if-match", "W/\"12\""}};
    QCOMPARE(http::ifMatchVersion(withMatch).code(), ErrorCode::VersionMismatch);
}

void HttpServerTest::wholeFiles()
{
    HttpPeer peer = m_rig->connect();
    for (int i = 0; i < 3; ++i) {
        const auto answer = peer.ask(request("GET /media"));
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.header("content-type"), QByteArray("image/jpeg"));
        QCOMPARE(answer.header("accept-ranges"), QByteArray("bytes"));
        QCOMPARE(answer.body.size(), 1000);
    }
    const QString kept = std::exchange(mediaFile, QStringLiteral("/nonexistent"));
    QCOMPARE(peer.ask(request("GET /media")).status, 404);
    mediaFile = kept;
}

void HttpServerTest::ranges_data()
{
    QTest::addColumn<QByteArray>("range");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("contentRange");
    QTest::newRow("begin") << QByteArray("bytes=0-3") << 206 << QByteArray("0123") << QByteArray("bytes 0-3/1000");
    QTest::newRow("middle") << QByteArray("bytes=998-2000") << 206 << QByteArray("89") << QByteArray("bytes 998-999/1000");
    QTest::newRow("tail") << QByteArray("bytes=-3") << 206 << QByteArray("789") << QByteArray("bytes 997-999/1000");
    QTest::newRow("open") << QByteArray("bytes=999-") << 206 << QByteArray("9") << QByteArray("bytes 999-999/1000");
    QTest::newRow("behind") << QByteArray("bytes=1000-") << 416 << QByteArray() << QByteArray("bytes */1000");
    QTest::newRow("several") << QByteArray("bytes=0-1,4-5") << 200 << QByteArray() << QByteArray();
    QTest::newRow("nonsense") << QByteArray("bytes=a-b") << 200 << QByteArray() << QByteArray();
    QTest::newRow("backwards") << QByteArray("bytes=5-3") << 200 << QByteArray() << QByteArray();
    QTest::newRow("too large a number") << QByteArray("bytes=99999999999999999999-") << 200 << QByteArray() << QByteArray();
}

void HttpServerTest::ranges()
{
    QFETCH(QByteArray, range);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, contentRange);
    const auto answer = ask(request("GET /media", "Range: " + range + "\r\n"));
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.header("content-range"), contentRange);
    if (status == 206)
        QCOMPARE(answer.body, body);
}

void HttpServerTest::largeFileAtTheClientsPace()
{
    const QString kept = std::exchange(mediaFile, m_folder.filePath(QStringLiteral("large.bin")));
    QFile file(mediaFile);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QByteArray chunk(1'000'000, 0);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (int i = 0; i < 40; ++i) {
        chunk.fill(char('a' + i % 26));
        hash.addData(chunk);
        file.write(chunk);
    }
    file.close();
    HttpPeer peer = m_rig->connect();
    const qint64 before = residentBytes();
    QVERIFY(peer.send(request("GET /media") + request("GET /who")));
    QTRY_VERIFY(residentBytes() - before < 8'000'000); // not read ahead of the client
    const auto answer = peer.read(false, 10'000);
    QCOMPARE(answer.status, 200);
    QCOMPARE(QCryptographicHash::hash(answer.body, QCryptographicHash::Sha256), hash.result());
    QCOMPARE(peer.read().body, QByteArray("\"stranger\""));
    mediaFile = kept;
}

void HttpServerTest::uploadsStream()
{
    QByteArray data(3'000'000, 0);
    for (qsizetype i = 0; i < data.size(); ++i)
        data[i] = char(i * 7 + i / 1000);
    data.replace(1000, 6, "\r\n--XY"); // looks like a boundary, and is none
    const QByteArray expected = QCryptographicHash::hash(data, QCryptographicHash::Sha256).toHex() + ' '
                                + QByteArray::number(data.size()) + " image/jpeg a \"b\".jpg";
    const QByteArray body =
        part("form-data; name=note", "hello") + part(kFile, data, "Content-Type: image/jpeg\r\n") + "--XX--\r\n";
    HttpPeer peer = m_rig->connect();
    for (int round = 0; round < 2; ++round) {
        // A request that follows at once is not mistaken for a part of the upload.
        QVERIFY(peer.send(request("POST /upload", kForm + bearer("buyer"), body) + request("GET /who")));
        const auto answer = peer.read();
        QCOMPARE(answer.status, 201);
        QCOMPARE(answer.body, expected);
        QCOMPARE(peer.read().body, QByteArray("\"stranger\""));
        QTRY_VERIFY(!QFile::exists(lastUploadPath));
    }
    // In pieces of every size around the boundaries.
    const QByteArray small = part(kFile, "0123456789") + "--XX--\r\n";
    const QByteArray whole = request("POST /upload", kForm + bearer("buyer") + "Expect: 100-continue\r\n", small);
    const qsizetype bodyAt = whole.indexOf("\r\n\r\n") + 4;
    for (qsizetype at = bodyAt; at < whole.size(); at += 7) {
        QVERIFY(peer.send(whole.left(at)));
        QCOMPARE(peer.read().status, 100);
        QVERIFY(peer.send(whole.mid(at)));
        const auto answer = peer.read();
        QCOMPARE(answer.status, 201);
        QVERIFY(answer.body.contains(" 10 "));
    }
    QTRY_COMPARE(QDir(m_folder.filePath(QStringLiteral("uploads"))).entryList(QDir::Files).size(), 0);
}

void HttpServerTest::uploadsNeedAToken()
{
    const int before = uploadsSeen;
    HttpPeer peer = m_rig->connect();
    // Refused before the body comes.
    QVERIFY(peer.send("POST /upload HTTP/1.1\r\nHost: x\r\nContent-Length: 3000000\r\n" + kForm + "\r\n"));
    QCOMPARE(peer.read().status, 401);
    QCOMPARE(peer.waitForEnd(), HttpPeer::End::Closed);
    QCOMPARE(uploadsSeen.load(), before);
}

void HttpServerTest::badUploads_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    const QByteArray end = "--XX--\r\n";
    const auto row = [](const char *name, const QByteArray &headers, const QByteArray &body, int status) {
        QTest::newRow(name) << headers << body << status;
    };
    row("not multipart", "Content-Type: image/jpeg\r\n", "x", 415);
    row("no boundary", "Content-Type: multipart/form-data\r\n", "x", 415);
    row("odd boundary", "Content-Type: multipart/form-data; boundary=\"a<b\"\r\n", "x", 415);
    row("empty", kForm, "", 400);
    row("no part", kForm, end, 422);
    row("other part only", kForm, part("form-data; name=\"photo\"", "x") + end, 422);
    row("two files", kForm, part(kFile, "x") + part(kFile, "y") + end, 400);
    row("no last boundary", kForm, part(kFile, "x"), 400);
    row("no disposition", kForm, "--XX\r\nA: b\r\n\r\nx\r\n" + end, 400);
    row("not form-data", kForm, part("attachment; name=file", "x") + end, 400);
    row("garbage before", kForm, "abc\r\n" + part(kFile, "x") + end, 400);
    row("bare LF", kForm, "--XX\nContent-Disposition: form-data; name=file\n\nx\n--XX--\n", 400);
    row("transfer encoding", kForm, part(kFile, "x", "Content-Transfer-Encoding: base64\r\n") + end, 400);
    row("endless part head", kForm, "--XX\r\nA: " + QByteArray(10'000, 'a'), 400);
    row("many parts", kForm, part("form-data; name=a", "x").repeated(20) + end, 400);
    row("large field", kForm, part("form-data; name=a", QByteArray(100'000, 'x')) + end, 413);
    row("too large", kForm, part(kFile, QByteArray(4'300'000, 'x')) + end, 413);
}

void HttpServerTest::badUploads()
{
    QFETCH(QByteArray, headers);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    const int before = uploadsSeen;
    HttpPeer peer = m_rig->connect();
    peer.send(request("POST /upload", headers + bearer("buyer"), body));
    const auto answer = peer.read();
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.header("content-type"), QByteArray("application/problem+json"));
    QCOMPARE(uploadsSeen.load(), before);
    QTRY_COMPARE(QDir(m_folder.filePath(QStringLiteral("uploads"))).entryList(QDir::Files).size(), 0);
}

void HttpServerTest::uploadWithoutRoom()
{
    HttpRig::Options options;
    options.authenticator = &kTokens;
    options.uploadFolder = QStringLiteral("/dev/null/uploads");
    HttpRig rig(routes, options);
    const auto answer = rig.connect().ask(request("POST /upload", kForm + bearer("buyer"), part(kFile, "x") + "--XX--\r\n"));
    QCOMPARE(answer.status, 507);
    QCOMPARE(json(answer).value(u"code").toString(), QStringLiteral("storage_full"));
}

void HttpServerTest::rateIsLimitedByUserAndAddress()
{
    HttpRig::Options options;
    options.authenticator = &kTokens;
    options.perMinute = {60, 12, 0, 0}; // bursts of 10 and 2
    HttpRig rig(routes, options);
    HttpPeer peer = rig.connect();
    const auto statusOf = [&](const QByteArray &bytes) { return peer.ask(bytes).status; };
    for (int i = 0; i < 10; ++i)
        QCOMPARE(statusOf(request("GET /who", bearer("buyer"))), 200);
    const auto refused = peer.ask(request("GET /who", bearer("buyer")));
    QCOMPARE(refused.status, 429);
    QCOMPARE(refused.header("retry-after"), QByteArray("1"));
    // Another user, and the address itself, have buckets of their own.
    QCOMPARE(statusOf(request("GET /who", bearer("other"))), 200);
    QCOMPARE(statusOf(request("GET /who")), 200);
    // Signing in is counted by address whoever asks.
    QCOMPARE(statusOf(request("POST /sign-in", bearer("buyer"), "{}")), 204);
    QCOMPARE(statusOf(request("POST /sign-in", bearer("other"), "{}")), 204);
    QCOMPARE(statusOf(request("POST /sign-in", {}, "{}")), 429);
    // Guessing tokens and looking for paths is not free.
    for (int i = 0; i < 9; ++i)
        QCOMPARE(statusOf(i % 2 ? request("GET /nothing") : request("GET /who", bearer("forged"))), i % 2 ? 404 : 401);
    QCOMPARE(statusOf(request("GET /who", bearer("forged"))), 429);

    http::LocalRateLimiter limiter({6, 0, 0, 0});
    QVERIFY(limiter.take(limits::Bucket::Api, "a", {0}).allowed);
    QCOMPARE(limiter.take(limits::Bucket::Api, "a", {0}).retryAfterMs, 10'000);
    QVERIFY(!limiter.take(limits::Bucket::Api, "a", {9'999}).allowed);
    QVERIFY(limiter.take(limits::Bucket::Api, "a", {10'000}).allowed);
    QVERIFY(limiter.take(limits::Bucket::Auth, "a", {0}).allowed);
    // Over a minute of asking all the time, nobody gets more than a burst and a minute's share, nor much less.
    for (const qint64 perMinute : {6, 59, 600, 7000, 100'003}) {
        http::LocalRateLimiter steady({perMinute, 0, 0, 0});
        qint64 allowed = 0;
        for (qint64 ms = 0; ms < kMinuteMs; ++ms) {
            while (steady.take(limits::Bucket::Api, "a", {ms}).allowed)
                ++allowed;
        }
        QVERIFY(allowed <= perMinute + perMinute / limits::kBurstPart + 1);
        QVERIFY(allowed >= perMinute + perMinute / limits::kBurstPart - 2 - perMinute / 100);
    }
}

void HttpServerTest::addressBehindAProxy()
{
    const QByteArray forwarded = "X-Forwarded-For: 10.9.9.9, 203.0.113.7, 192.0.2.1\r\n";
    QCOMPARE(ask(request("GET /address", forwarded)).body, QByteArray("127.0.0.1"));
    HttpRig::Options options;
    options.trustedProxies = {QStringLiteral("127.0.0.1"), QStringLiteral("192.0.2.1")};
    HttpRig rig(routes, options);
    QCOMPARE(rig.connect().ask(request("GET /address", forwarded)).body, QByteArray("203.0.113.7"));
    QCOMPARE(rig.connect().ask(request("GET /address", "X-Forwarded-For: x, 192.0.2.1\r\n")).body, QByteArray("127.0.0.1"));
    QCOMPARE(rig.connect().ask(request("GET /address")).body, QByteArray("127.0.0.1"));
}

void HttpServerTest::languages_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<bool>("russian");
    QTest::newRow("none") << QByteArray() << true;
    QTest::newRow("ru") << QByteArray("ru-RU, ru;q=0.9, en;q=0.8") << true;
    QTest::newRow("en") << QByteArray("en-US,en;q=0.5") << false;
    QTest::newRow("weights") << QByteArray("en;q=0.3, ru;q=0.7") << true;
    QTest::newRow("refused") << QByteArray("ru;q=0, en") << false;
    QTest::newRow("other") << QByteArray("de, fr;q=0.5") << false;
    QTest::newRow("any") << QByteArray("*") << true;
    QTest::newRow("nonsense") << QByteArray(";;;,,,q=q") << false;
}

void HttpServerTest::languages()
{
    QFETCH(QByteArray, header);
    QFETCH(bool, russian);
    QCOMPARE(http::localeFor(header) == Locale::Ru, russian);
}

void HttpServerTest::idempotencyKeyIsChecked()
{
    QCOMPARE(ask(request("POST /keyed", "Idempotency-Key: 7c9e\r\n", "{}")).status, 200);
    for (const QByteArray &key : {QByteArray(), QByteArray("a b"), QByteArray(129, 'a'), QByteArray("\xd0\x9b")}) {
        const auto answer = ask(request("POST /keyed", "Idempotency-Key: " + key + "\r\n", "{}"));
        QCOMPARE(answer.status, 400);
        QCOMPARE(json(answer).value(u"errors").toArray().first().toObject().value(u"field").toString(),
                 QStringLiteral("Idempotency-Key"));
    }
}

void HttpServerTest::opsServer()
{
    const WallClock clock;
    bool database = true;
    ops::OpsServer server(clock, [&] { return std::vector<ops::Check>{{"database", database}, {"redis", false, false}}; });
    QVERIFY(server.listen("127.0.0.1:0").ok());
    HttpPeer peer(server.port());
    const auto get = [&](const QByteArray &path) {
        peer.send(request("GET " + path));
        HttpPeer::Answer answer;
        // The server lives on this thread: it needs turns of the loop to answer.
        for (int i = 0; i < 100 && answer.status == 0; ++i) {
            QTest::qWait(10);
            answer = peer.read(false, 0);
        }
        return answer;
    };
    QCOMPARE(get("/healthz").status, 200);
    QCOMPARE(get("/readyz").status, 200);
    database = false;
    QCOMPARE(get("/readyz").status, 503);
    const auto metrics = get("/metrics");
    QVERIFY(metrics.body.contains("cargo_http_requests_total{"));
    QVERIFY(metrics.body.contains("route=\"/who\""));
    QVERIFY(metrics.body.contains("process_resident_memory_bytes"));
    QVERIFY(!http::openListeners("127.0.0.1:" + QByteArray::number(server.port()), 1).ok());
    QVERIFY(!http::openListeners("nowhere", 1).ok());
}

QTEST_GUILESS_MAIN(HttpServerTest)
#include "tst_http_server.moc"
