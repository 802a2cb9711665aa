// The texts of the house: what readers get, how a text is written by several and published, and what comes with the program.
#include "harness/test_server.h"

#include "server/auth/auth_tokens.h"
#include "server/auth/secret_keys.h"
#include "server/db/blocking.h"
#include "server/knowledge/knowledge_service.h"
#include "server/knowledge/placeholders.h"
#include "server/knowledge/ranking_placeholders.h"
#include "server/knowledge/shipped_pages.h"
#include "server/providers/search/engine/ranking.h"
#include "shared/domain/knowledge/page_text.h"

#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QtTest>

#include <map>

using namespace cargo;
using namespace cargo::test;
using namespace Qt::Literals;

namespace {
const QByteArray kSecret = "texts of the house are read by all and written by few";

QJsonObject both(const QString &ru, const QString &en) { return {{u"ru"_s, ru}, {u"en"_s, en}}; }
QJsonObject textOf(const QString &body) { return {{u"title"_s, both(u"Зима"_s, u"Winter"_s)}, {u"body"_s, both(body, body)}}; }
} // namespace

class TestKnowledge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_server.reset(); }

    void whatIsShippedIsWhole();
    void rankingPageTellsWhatTheSearchReckonsBy();
    void shippedPagesComeOnceAndStay();
    void readersGetTheirLanguageWithLiveNumbers();
    void wordsFindPagesInBothLanguages();
    void aTextIsWrittenPublishedAndBroughtBack();
    void twoEditorsOfOneDraft();
    void twoSaveAtOnce();
    void anAgreementNeedsTwo();
    void anotherDraftMakesTheProposalVoid();
    void whatIsWrongIsRefused_data();
    void whatIsWrongIsRefused();
    void versionsNeverChange();

private:
    std::unique_ptr<HttpClient> admin();
    HttpAnswer save(HttpClient &who, const QByteArray &slug, const QJsonObject &text, qint64 seen = 0)
    {
        return who.send("PUT", "/api/v1/admin/knowledge/" + slug + "/draft", QJsonDocument(text).toJson(),
                        {{"If-Match", '"' + QByteArray::number(seen) + '"'}});
    }
    HttpAnswer publish(HttpClient &who, const QByteArray &slug, const char *what, qint64 number)
    {
        return who.post("/admin/knowledge/" + slug + "/publish",
                        {{QLatin1String(what), number}, {u"changes"_s, both(u"Понятнее"_s, u"Clearer"_s)}});
    }
    QByteArray newPage(const char *kind = "article");
    HttpAnswer read(const QByteArray &path, const char *language)
    {
        return HttpClient(m_server->url()).send("GET", "/api/v1" + path, {}, {{"Accept-Language", language}});
    }

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<HttpClient> m_boss, m_other;
    int m_pages = 0;
};

std::unique_ptr<HttpClient> TestKnowledge::admin()
{
    auto client = std::make_unique<HttpClient>(m_server->url());
    const UserId id = *UserId::fromText(QStringView(client->signUp().text(u"user.id"_s)));
    m_server->sql("update users set role = 'staff' where id = '" + id.toText() + "'");
    const auth::AuthTokens tokens(auth::SecretKeys(kSecret).accessToken(), 400 * kDayMs);
    client->setToken(tokens.issue({id, m_server->session(id), Role::Staff, quint32(Permission::Admin)}, m_server->clock().now()));
    return client;
}

void TestKnowledge::initTestCase()
{
    m_server = std::make_unique<TestServer>([](config::Settings &settings) { settings.secretKey = kSecret; });
    m_boss = admin();
    m_other = admin();
}

QByteArray TestKnowledge::newPage(const char *kind)
{
    const QByteArray slug = "page-" + QByteArray::number(++m_pages);
    const HttpAnswer made =
        m_boss->post("/admin/knowledge",
                     {{u"slug"_s, QString::fromLatin1(slug)}, {u"kind"_s, QLatin1String(kind)}, {u"audience"_s, u"all"_s}});
    if (made.status != 201)
        qFatal("no page: %s", made.body.constData());
    return slug;
}

// Both languages, marks, placeholders, and every link leads to a page and a heading that are there.
void TestKnowledge::whatIsShippedIsWhole()
{
    const auto pages = knowledge::shippedPages();
    QVERIFY2(pages.ok(), pages.ok() ? "" : qPrintable(pages.error().detail));
    QVERIFY(pages->size() >= 15);
    std::map<QString, QStringList> anchors;
    for (const knowledge::ShippedPage &page : *pages) {
        for (const Error &error : knowledge::problemsOf(page.text, page.facts.kind.toLatin1()))
            QFAIL(qPrintable(page.facts.slug + u' ' + error.field + u' ' + error.detail));
        anchors[page.facts.slug] = knowledge::readPageText(page.text.body.ru).anchors();
        QVERIFY2(anchors[page.facts.slug].size() >= 3, qPrintable(page.facts.slug));
    }
    static const QRegularExpression link(u"<a href=\"([a-z0-9-]*)(?:#([a-z0-9-]+))?\">"_s);
    int links = 0;
    for (const knowledge::ShippedPage &page : *pages) {
        for (const QString &body : {page.text.body.ru, page.text.body.en}) {
            for (const knowledge::Block &block : knowledge::readPageText(body).blocks) {
                for (auto found = link.globalMatch(block.html); found.hasNext();) {
                    const auto one = found.next();
                    const QString slug = one.captured(1).isEmpty() ? page.facts.slug : one.captured(1);
                    QVERIFY2(anchors.count(slug) == 1, qPrintable(page.facts.slug + u" → "_s + slug));
                    QVERIFY2(one.captured(2).isEmpty() || anchors[slug].contains(one.captured(2)),
                             qPrintable(page.facts.slug + u" → "_s + one.captured(0)));
                    ++links;
                }
            }
        }
        // Both facts stand in the offers.
        if (page.facts.slug.startsWith(u"terms-"_s)) {
            QVERIFY(page.text.body.ru.contains(u"никогда не держит деньги"_s)
                    && page.text.body.en.contains(u"never holds money"_s));
            QVERIFY(page.text.body.ru.contains(u"не занимается таможенным оформлением"_s));
            QVERIFY(page.text.body.en.contains(u"clears no customs"_s));
        }
    }
    QVERIFY(links > 30);
}

// No number of the ranking is written in the page: all come from the engine, and change with it.
void TestKnowledge::rankingPageTellsWhatTheSearchReckonsBy()
{
    const auto pages = knowledge::shippedPages();
    const auto page = std::find_if(pages->begin(), pages->end(), [](const auto &one) { return one.facts.slug == u"search"; });
    QVERIFY(page != pages->end());
    static const QRegularExpression used(u"\\{\\{([a-z_]+)\\}\\}"_s);
    for (const Locale locale : {Locale::Ru, Locale::En}) {
        const QString body = locale == Locale::Ru ? page->text.body.ru : page->text.body.en;
        QString ranked = body.sliced(body.indexOf(u"{#relevance}"));
        ranked.truncate(ranked.indexOf(u"{#recommendations}"));
        QVERIFY(!ranked.contains(QRegularExpression(u"[0-9]"_s)));
        QVERIFY(body.contains(u"289-ФЗ") && body.contains(u"408-ФЗ"));
        QSet<QString> names;
        for (auto found = used.globalMatch(ranked); found.hasNext();)
            names.insert(found.next().captured(1));
        const QStringList all = knowledge::rankingPlaceholderNames();
        QCOMPARE(names, QSet<QString>(all.begin(), all.end()));
    }
    search::RankingNumbers numbers = search::rankingNumbers();
    const auto told = [&numbers](const char *name, Locale locale) {
        return knowledge::rankingPlaceholder(numbers, locale, QLatin1String(name)).value_or(u"?"_s);
    };
    QCOMPARE(told("order_half_life_days", Locale::Ru), QString::number(search::engine::ranking::kFreshnessHalfLifeDays, 'g', 6));
    QCOMPARE(told("order_same_driver", Locale::En), QString::number(search::engine::ranking::kSameDriverMost));
    numbers.freshnessHalfLifeDays = 21;
    numbers.freshnessFloorShare = 0.4;
    numbers.driverUnknownStars = 3.5;
    numbers.driverPoints = 210.4;
    QCOMPARE(told("order_half_life_days", Locale::Ru), u"21"_s);
    QCOMPARE(told("order_freshness_floor", Locale::En), u"40%"_s);
    QCOMPARE(told("order_unknown_stars", Locale::Ru), u"3,5"_s);
    QCOMPARE(told("order_driver_points", Locale::En), u"210"_s);
    const HttpAnswer served = m_boss->get("/knowledge/search");
    QCOMPARE(served.status, 200);
    QVERIFY(!served.body.contains("{{"));
}

void TestKnowledge::shippedPagesComeOnceAndStay()
{
    const auto count = [&] { return m_server->sql("select count(*) from knowledge_versions").int64(0, 0); };
    const qint64 before = count();
    QCOMPARE(before, qint64(knowledge::shippedPages()->size()));
    auto connection = db::BlockingConnection::open(m_server->database().url());
    QVERIFY(connection.ok());
    QVERIFY(knowledge::loadShippedPages(*connection, m_server->clock().now()).ok());
    QCOMPARE(count(), before);
    // A page that staff took further is not what the program brought, and stays so.
    const HttpAnswer kept = save(*m_boss, "reviews", textOf(u"Иначе."_s));
    QCOMPARE(publish(*m_boss, "reviews", "revision", kept.text(u"revision"_s).toLongLong()).status, 200);
    m_server->restart();
    m_boss = admin();
    m_other = admin();
    QCOMPARE(read("/knowledge/reviews", "ru").text(u"body"_s), u"Иначе."_s);
    QCOMPARE(publish(*m_boss, "reviews", "version", 1).status, 200);
}

void TestKnowledge::readersGetTheirLanguageWithLiveNumbers()
{
    const HttpAnswer ru = read("/knowledge/fee", "ru");
    const HttpAnswer en = read("/knowledge/fee", "en");
    QCOMPARE(ru.status, 200);
    QVERIFY(ru.text(u"body"_s).contains(u"2,5\u00a0%"_s) && !ru.text(u"body"_s).contains(u"{{"_s));
    QVERIFY(en.text(u"body"_s).contains(u"2.5%"_s) && en.text(u"body"_s).contains(u"₽5,000"_s));
    QCOMPARE(en.text(u"title"_s), u"Fee"_s);
    QVERIFY(ru.header("etag") != en.header("etag"));
    const QJsonArray headings = en.json()[u"headings"_s].toArray();
    QCOMPARE(headings[0][u"anchor"_s].toString(), u"how-much"_s);
    HttpClient guest(m_server->url());
    QCOMPARE(
        guest.send("GET", "/api/v1/knowledge/fee", {}, {{"Accept-Language", "en"}, {"If-None-Match", en.header("etag")}}).status,
        304);
    // Another commission is in the text as soon as it is in force, and the old validator is no good.
    m_server->sql(
        "insert into setting_changes (name, value, previous, reason, changed_by, at) select 'fee-basis-points', '300', '250', "
        "'A test', id, now() from users where role = 'staff' limit 1");
    m_server->restart();
    m_boss = admin();
    m_other = admin();
    QVERIFY(read("/knowledge/fee", "en").text(u"body"_s).contains(u"3%"_s));
    QCOMPARE(HttpClient(m_server->url())
                 .send("GET", "/api/v1/knowledge/fee", {}, {{"Accept-Language", "en"}, {"If-None-Match", en.header("etag")}})
                 .status,
             200);
    QCOMPARE(read("/knowledge/fee?version=7", "en").status, 404);
    QCOMPARE(read("/knowledge/fee?version=x", "en").status, 404);
}

void TestKnowledge::wordsFindPagesInBothLanguages()
{
    const auto first = [&](const QByteArray &words, const char *language) {
        const QJsonArray items = read("/knowledge?q=" + words.toPercentEncoding(), language).items();
        return items.isEmpty() ? QString() : items[0][u"slug"_s].toString();
    };
    QCOMPARE(first("комиссию", "ru"), u"fee"_s);
    QCOMPARE(first("отмена сделки", "ru"), u"cancellation"_s);
    QCOMPARE(first("рейтин", "ru"), u"reviews"_s); // half typed
    QCOMPARE(first("ranking of recommendations", "en"), QString());
    QCOMPARE(first("recommendations", "en"), u"search"_s);
    QCOMPARE(first("recommendations", "ru"), u"search"_s); // his words need not be those of the app's language
    QCOMPARE(first("' & !(:*", "en"), QString());
    const QJsonObject found = read("/knowledge?q=odometer&audience=driver", "en").items()[0].toObject();
    QVERIFY2(found[u"excerpt"_s].toString().contains(u"odometer"_s), qPrintable(found[u"excerpt"_s].toString()));
    QVERIFY(!found[u"anchor"_s].toString().isEmpty());
    for (const QJsonValue one : read("/knowledge?audience=buyer", "ru").items())
        QVERIFY(one[u"audience"_s].toString() != u"driver"_s);
    QCOMPARE(read("/knowledge?kind=agreement", "ru").items().size(), 3);
    QCOMPARE(read("/knowledge?q=" + QByteArray(201, 'a'), "ru").status, 422);
}

void TestKnowledge::aTextIsWrittenPublishedAndBroughtBack()
{
    const QByteArray slug = newPage();
    QCOMPARE(read("/knowledge/" + slug, "ru").status, 404);
    const HttpAnswer draft = save(*m_boss, slug, textOf(u"Первый."_s));
    QCOMPARE(draft.status, 200);
    QCOMPARE(read("/knowledge/" + slug, "ru").status, 404); // a draft is nobody's but the editors'
    const qint64 revision = draft.text(u"revision"_s).toLongLong();
    QCOMPARE(publish(*m_other, slug, "revision", revision).text(u"published.published_by.id"_s),
             m_other->get("/me").text(u"id"_s));
    QCOMPARE(read("/knowledge/" + slug, "ru").text(u"body"_s), u"Первый."_s);
    QVERIFY(m_boss->get("/admin/knowledge/" + slug).json()[u"draft"_s].isNull());
    const HttpAnswer second = save(*m_boss, slug, textOf(u"Второй."_s));
    QCOMPARE(publish(*m_boss, slug, "revision", second.text(u"revision"_s).toLongLong()).status, 200);
    QCOMPARE(publish(*m_boss, slug, "version", 2).status, 409); // it reads so already
    QCOMPARE(publish(*m_boss, slug, "version", 9).status, 422);
    QCOMPARE(publish(*m_boss, slug, "version", 1).status, 200);
    const HttpAnswer now = read("/knowledge/" + slug, "ru");
    QCOMPARE(now.text(u"body"_s), u"Первый."_s);
    QCOMPARE(now.text(u"version"_s), u"3"_s);
    QCOMPARE(read("/knowledge/" + slug + "?version=2", "ru").text(u"body"_s), u"Второй."_s);
    const QJsonArray history = m_boss->get("/admin/knowledge/" + slug + "/versions?limit=2").items();
    QCOMPARE(history.size(), 2);
    QCOMPARE(history[0][u"restores"_s].toInt(), 1);
    QCOMPARE(history[0][u"changes"_s][u"en"_s].toString(), u"Clearer"_s);
    QCOMPARE(m_boss->get("/admin/knowledge/" + slug + "/versions/1").text(u"body.ru"_s), u"Первый."_s);
    QCOMPARE(m_server
                 ->sql("select count(*) from events_audit where action = 'knowledge.published' and details::text like '%" + slug
                       + "\"%'")
                 .int64(0, 0),
             qint64(3));
}

void TestKnowledge::twoEditorsOfOneDraft()
{
    const QByteArray slug = newPage();
    const HttpAnswer mine = save(*m_boss, slug, textOf(u"Моё."_s));
    const HttpAnswer late = save(*m_other, slug, textOf(u"Его."_s));
    QCOMPARE(late.status, 409);
    QCOMPARE(late.code(), u"conflict"_s);
    QCOMPARE(late.text(u"draft.body.ru"_s), u"Моё."_s);
    QCOMPARE(late.text(u"draft.revision"_s), mine.text(u"revision"_s));
    const qint64 seen = mine.text(u"revision"_s).toLongLong();
    QCOMPARE(save(*m_boss, slug, textOf(u"Моё."_s), seen).text(u"revision"_s), mine.text(u"revision"_s)); // no change
    const HttpAnswer merged = save(*m_other, slug, textOf(u"Общее."_s), seen);
    QCOMPARE(merged.status, 200);
    QCOMPARE(publish(*m_boss, slug, "revision", seen).status, 409); // he has not seen what he would publish
    QCOMPARE(publish(*m_boss, slug, "revision", merged.text(u"revision"_s).toLongLong()).status, 200);
    const HttpAnswer gone = save(*m_other, slug, textOf(u"Ещё."_s), merged.text(u"revision"_s).toLongLong());
    QCOMPARE(gone.status, 409);
    QVERIFY(gone.json()[u"draft"_s].isNull());
}

void TestKnowledge::twoSaveAtOnce()
{
    const QByteArray slug = newPage();
    QNetworkAccessManager network;
    std::vector<QNetworkReply *> replies;
    for (int i = 0; i < 6; ++i) {
        QNetworkRequest request(QUrl(QString::fromLatin1(m_server->url() + "/api/v1/admin/knowledge/" + slug + "/draft")));
        request.setRawHeader("Authorization", "Bearer " + (i % 2 ? m_boss : m_other)->token());
        request.setRawHeader("Content-Type", "application/json");
        request.setRawHeader("If-Match", "\"0\"");
        replies.push_back(network.put(request, QJsonDocument(textOf(QString::number(i))).toJson()));
    }
    std::map<int, int> statuses;
    for (QNetworkReply *reply : replies) {
        QTRY_VERIFY(reply->isFinished());
        ++statuses[reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt()];
    }
    QCOMPARE(statuses, (std::map<int, int>{{200, 1}, {409, 5}}));
}

void TestKnowledge::anAgreementNeedsTwo()
{
    const HttpAnswer draft = save(*m_boss, "terms-driver", textOf(u"Новая."_s));
    const qint64 revision = draft.text(u"revision"_s).toLongLong();
    const HttpAnswer proposed = publish(*m_boss, "terms-driver", "revision", revision);
    QCOMPARE(proposed.status, 202);
    const QByteArray id = proposed.text(u"proposal.id"_s).toLatin1();
    QCOMPARE(read("/knowledge/terms-driver", "ru").text(u"version"_s), u"1"_s);
    QCOMPARE(m_boss->get("/admin/knowledge/terms-driver").text(u"proposal_id"_s).toLatin1(), id);
    QCOMPARE(publish(*m_boss, "terms-driver", "revision", revision).status, 409);
    QCOMPARE(m_boss->post("/admin/proposals/" + id + "/approve").status, 403);
    QCOMPARE(m_other->post("/admin/proposals/" + id + "/reject", {{u"text"_s, u"Not so"_s}}).status, 200);
    QCOMPARE(read("/knowledge/terms-driver", "ru").text(u"version"_s), u"1"_s);
    const QByteArray again = publish(*m_boss, "terms-driver", "revision", revision).text(u"proposal.id"_s).toLatin1();
    QCOMPARE(m_other->post("/admin/proposals/" + again + "/approve").status, 200);
    QCOMPARE(read("/knowledge/terms-driver", "ru").text(u"body"_s), u"Новая."_s);
    const QJsonObject version = m_boss->get("/admin/knowledge/terms-driver/versions").items()[0].toObject();
    QCOMPARE(version[u"approved_by"_s][u"id"_s].toString(), m_other->get("/me").text(u"id"_s));
    QVERIFY(version[u"published_by"_s][u"id"_s] != version[u"approved_by"_s][u"id"_s]);
}

void TestKnowledge::anotherDraftMakesTheProposalVoid()
{
    const HttpAnswer draft = save(*m_boss, "terms-buyer", textOf(u"Новая."_s));
    const qint64 revision = draft.text(u"revision"_s).toLongLong();
    const QByteArray id = publish(*m_boss, "terms-buyer", "revision", revision).text(u"proposal.id"_s).toLatin1();
    QCOMPARE(save(*m_other, "terms-buyer", textOf(u"Совсем другая."_s), revision).status, 200);
    QVERIFY(m_boss->get("/admin/knowledge/terms-buyer").json()[u"proposal_id"_s].isNull());
    QCOMPARE(m_other->post("/admin/proposals/" + id + "/approve").status, 409);
    QCOMPARE(read("/knowledge/terms-buyer", "ru").text(u"version"_s), u"1"_s);
}

void TestKnowledge::whatIsWrongIsRefused_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QJsonObject>("text");
    QTest::addColumn<QString>("field");
    const auto words = [](const QString &ru, const QString &en) {
        return QJsonObject{{u"title"_s, both(u"Зима"_s, u"Winter"_s)}, {u"body"_s, both(ru, en)}};
    };
    QTest::newRow("HTML") << QByteArray("article") << words(u"<script>"_s, u"Well"_s) << u"body.ru"_s;
    QTest::newRow("no words") << QByteArray("article") << words(u"Да"_s, u""_s) << u"body.en"_s;
    QTest::newRow("no title") << QByteArray("article")
                              << QJsonObject{{u"title"_s, both(u"Да"_s, u" "_s)}, {u"body"_s, both(u"Да"_s, u"Yes"_s)}}
                              << u"title.en"_s;
    QTest::newRow("other anchors") << QByteArray("article") << words(u"## А {#a}"_s, u"## B {#b}"_s) << u"body.en"_s;
    QTest::newRow("unknown placeholder") << QByteArray("article") << words(u"{{nothing}}"_s, u"Well"_s) << u"body.ru"_s;
    QTest::newRow("a number that changes in what is signed")
        << QByteArray("agreement") << words(u"Да"_s, u"{{fee_percent}}"_s) << u"body.en"_s;
}

void TestKnowledge::whatIsWrongIsRefused()
{
    QFETCH(QByteArray, kind);
    QFETCH(QJsonObject, text);
    QFETCH(QString, field);
    const QByteArray slug = newPage(kind.constData());
    const HttpAnswer draft = save(*m_boss, slug, text);
    QCOMPARE(draft.status, 200); // half a text is kept
    const HttpAnswer refused = publish(*m_boss, slug, "revision", draft.text(u"revision"_s).toLongLong());
    QCOMPARE(refused.status, 422);
    QCOMPARE(refused.json()[u"errors"_s][0][u"field"_s].toString(), field);
    QCOMPARE(read("/knowledge/" + slug, "ru").status, 404);
}

void TestKnowledge::versionsNeverChange()
{
    auto connection = db::BlockingConnection::open(m_server->database().url());
    QVERIFY(connection.ok());
    for (const char *statement : {"update knowledge_versions set body_ru = ''", "delete from knowledge_versions"})
        QVERIFY2(!connection->execute(statement).ok(), statement);
}

QTEST_GUILESS_MAIN(TestKnowledge)
#include "tst_knowledge.moc"
