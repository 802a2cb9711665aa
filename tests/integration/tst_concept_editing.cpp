// An editor changes the dictionary of concepts in the console: who may, what is refused, and that the index follows.
#include "harness/test_server.h"

#include "server/auth/auth_tokens.h"
#include "server/auth/secret_keys.h"
#include "server/providers/search/concept_dictionary.h"

#include <QJsonArray>
#include <QtTest>

using namespace cargo;
using namespace cargo::test;
using namespace Qt::Literals;

namespace {
const QByteArray kSecret = "words have meanings, as many as people want";
const QString kHorn = u"concept loud\n    ru: Громкая\n    en: Loud\n    wish: громкая | loud\n    say: клаксон\n"_s;
} // namespace

class TestConceptEditing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();

    void onlyAdminsMay();
    void previewChangesNothing();
    void aChangeReachesTheIndex();
    void whoWasSlowerIsTold();
    void whatIsWrongIsRefused_data();
    void whatIsWrongIsRefused();
    void versionsComeBack();

private:
    std::unique_ptr<HttpClient> staff(Permission permission);
    QJsonObject conceptOf(const QString &slug);
    qint64 version() { return m_boss->get("/admin/concepts").json().value(u"version"_s).toInteger(); }
    HttpAnswer put(const QByteArray &slug, const QString &text, qint64 seen)
    {
        return m_boss->put("/admin/concepts/" + slug, {{u"text"_s, text}, {u"version"_s, seen}, {u"note"_s, u"A test"_s}});
    }
    int carsWith(const QByteArray &trait)
    {
        return HttpClient(m_server->url()).get("/search?trait=" + trait).json().value(u"total"_s).toInt();
    }

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<HttpClient> m_boss;
};

std::unique_ptr<HttpClient> TestConceptEditing::staff(Permission permission)
{
    auto client = std::make_unique<HttpClient>(m_server->url());
    const UserId id = *UserId::fromText(QStringView(client->signUp().text(u"user.id"_s)));
    m_server->sql("update users set role = 'staff' where id = '" + id.toText() + "'");
    const auth::AuthTokens tokens(auth::SecretKeys(kSecret).accessToken(), 400 * kDayMs);
    client->setToken(tokens.issue({id, m_server->session(id), Role::Staff, quint32(permission)}, m_server->clock().now()));
    return client;
}

void TestConceptEditing::initTestCase()
{
    m_server = std::make_unique<TestServer>([](config::Settings &settings) {
        settings.secretKey = kSecret;
        settings.kyc = "auto";
    });
    m_boss = staff(Permission::Admin);
    HttpClient driver(m_server->url());
    driver.signUp("driver");
    const QByteArray listing =
        driver
            .post("/listings", {{u"brand"_s, u"Toyota"_s},
                                {u"model"_s, u"Camry"_s},
                                {u"year"_s, 2020},
                                {u"mileage_km"_s, 1},
                                {u"country_from"_s, u"JP"_s},
                                {u"description"_s, u"Два клаксона. Подогрев сидений."_s},
                                {u"price"_s, QJsonObject{{u"amount"_s, 240000000}, {u"currency"_s, u"RUB"_s}}},
                                {u"delivery_eta_days"_s, 30}})
            .text(u"id"_s)
            .toLatin1();
    QCOMPARE(driver.post("/listings/" + listing + "/publish").status, 200);
    QTRY_COMPARE_WITH_TIMEOUT(carsWith("winter"), 1, 20'000);
}

void TestConceptEditing::cleanupTestCase()
{
    m_server.reset();
    search::useConcepts(nullptr);
}

QJsonObject TestConceptEditing::conceptOf(const QString &slug)
{
    for (const QJsonValue one : m_boss->get("/admin/concepts").items()) {
        if (one[u"slug"_s].toString() == slug)
            return one.toObject();
    }
    return {};
}

void TestConceptEditing::onlyAdminsMay()
{
    HttpClient nobody(m_server->url());
    HttpClient buyer(m_server->url());
    buyer.signUp();
    const auto support = staff(Permission::Support);
    const QJsonObject text{{u"text"_s, kHorn}, {u"version"_s, 0}, {u"note"_s, u"A test"_s}, {u"restores"_s, 0}};
    for (HttpClient *one : {&nobody, &buyer, support.get()}) {
        const int refused = one == &nobody ? 401 : 403;
        QCOMPARE(one->get("/admin/concepts").status, refused);
        QCOMPARE(one->get("/admin/concepts/versions").status, refused);
        QCOMPARE(one->post("/admin/concepts/loud/preview", text).status, refused);
        QCOMPARE(one->put("/admin/concepts/loud", text).status, refused);
        QCOMPARE(one->post("/admin/concepts/restore", text).status, refused);
    }
    QCOMPARE(version(), 0);
}

void TestConceptEditing::previewChangesNothing()
{
    const QJsonObject seen = m_boss->post("/admin/concepts/loud/preview", {{u"text"_s, kHorn}}).json();
    QCOMPARE(seen.value(u"sample"_s).toInt(), 1);
    QCOMPARE(seen.value(u"now"_s).toInt(), 0);
    QCOMPARE(seen.value(u"then"_s).toInt(), 1);
    QCOMPARE(seen[u"cars"_s][0][u"proof"_s].toString(), u"Два клаксона."_s);
    QCOMPARE(version(), 0);
    QVERIFY(conceptOf(u"loud"_s).isEmpty());
}

void TestConceptEditing::aChangeReachesTheIndex()
{
    QCOMPARE(conceptOf(u"winter"_s).value(u"listings"_s).toInt(), 1);
    const HttpAnswer changed = put("loud", kHorn, 0);
    QCOMPARE(changed.status, 200);
    QCOMPARE(changed.json().value(u"version"_s).toInt(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(carsWith("loud"), 1, 20'000);
    QCOMPARE(carsWith("loud,winter"), 1);
    QCOMPARE(
        HttpClient(m_server->url()).get("/search?q=%D0%B3%D1%80%D0%BE%D0%BC%D0%BA%D0%B0%D1%8F").json().value(u"total"_s).toInt(),
        1);
    const QJsonObject loud = conceptOf(u"loud"_s);
    QCOMPARE(loud.value(u"listings"_s).toInt(), 1);
    QVERIFY(loud.value(u"own"_s).toBool() && loud.value(u"built_in_text"_s).isNull());
    QCOMPARE(m_server->sql("select count(*) from events_audit where action = 'concepts.published'").int64(0, 0), qint64(1));
    QCOMPARE(put("loud", kHorn, 1).status, 409); // it reads so already
}

void TestConceptEditing::whoWasSlowerIsTold()
{
    QCOMPARE(put("loud", kHorn + u"    say: сирена\n"_s, 0).status, 409);
    QCOMPARE(version(), 1);
}

void TestConceptEditing::whatIsWrongIsRefused_data()
{
    QTest::addColumn<QByteArray>("slug");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *name, const QByteArray &slug, const QString &text, const char *detail) {
        QTest::newRow(name) << slug << text << QString::fromUtf8(detail);
    };
    row("a wrong line", "loud", kHorn + u"    show: body_type=tank\n"_s, "line 6: body_type is never tank");
    row("another concept", "quiet", kHorn, "only \"concept quiet\"");
    row("two concepts", "loud", kHorn + u"concept more\n    ru: а\n    en: a\n    wish: more\n"_s, "only");
    row("asking", "loud", kHorn + u"asking\n    word: всё\n"_s, "only");
    row("nothing", "loud", u"   "_s, "");
    row("too long", "loud", QString(12'001, u'#'), "");
    row("no text", "loud", u"'; drop table concept_versions; --"_s, "line 1");
    row("a bad name", "LOUD", kHorn, "only");
    row("zero", "loud", kHorn + QChar(u'\0'), "");
}

void TestConceptEditing::whatIsWrongIsRefused()
{
    QFETCH(const QByteArray, slug);
    QFETCH(const QString, text);
    QFETCH(const QString, detail);
    const HttpAnswer answer = put(slug, text, 1);
    QVERIFY2(answer.status == 422 || answer.status == 400, QByteArray::number(answer.status));
    const QString told = QString::fromUtf8(answer.body);
    QVERIFY2(detail.isEmpty() || told.contains(QString(detail).replace(u'"', u"\\\""_s)), qPrintable(told));
    const HttpAnswer seen = m_boss->post("/admin/concepts/" + slug + "/preview", {{u"text"_s, text}});
    QVERIFY(seen.status == 422 || seen.status == 400);
    QCOMPARE(version(), 1);
}

void TestConceptEditing::versionsComeBack()
{
    const auto restore = [this](qint64 to, qint64 seen) {
        return m_boss->post("/admin/concepts/restore", {{u"restores"_s, to}, {u"version"_s, seen}, {u"note"_s, u"Back again"_s}})
            .status;
    };
    QCOMPARE(restore(7, 1), 404);
    QCOMPARE(restore(1, 1), 409);
    QCOMPARE(restore(0, 0), 409);
    QCOMPARE(restore(-1, 1), 422);
    QCOMPARE(restore(0, 1), 200);
    QVERIFY(m_boss->get("/admin/concepts").json().value(u"built_in"_s).toBool());
    QTRY_COMPARE_WITH_TIMEOUT(carsWith("loud"), 0, 20'000);
    QCOMPARE(restore(1, 2), 200);
    QTRY_COMPARE_WITH_TIMEOUT(carsWith("loud"), 1, 20'000);
    const QJsonArray history = m_boss->get("/admin/concepts/versions").items();
    QCOMPARE(history.size(), 3);
    QCOMPARE(history[0][u"restores"_s].toInt(), 1);
    QCOMPARE(history[1][u"built_in"_s].toBool(), true);
    QCOMPARE(history[2][u"concept"_s].toString(), u"loud"_s);
    QVERIFY(!history[2][u"published_by"_s][u"name"_s].toString().isEmpty());
}

QTEST_GUILESS_MAIN(TestConceptEditing)
#include "tst_concept_editing.moc"
