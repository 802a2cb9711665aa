// An editor at the console: he writes a text in two languages and sees how it reads, a colleague keeps another draft meanwhile,
// readers get it, an older version comes back, and an agreement waits for somebody else. What is not kept is asked about.
#include "tests/ui/rig/item_tree.h"
#include "tests/ui/rig/stage.h"

#include <QJsonDocument>
#include <QNetworkReply>

using namespace cargo;
using namespace Qt::Literals;

#define CLICK(name) CLICK_IN(*this, name)
#define TYPE(name, text) TYPE_IN(*this, name, text)
#define SEE(name) SEE_IN(*this, name)
#define READ(name, expected) READ_IN(*this, name, expected)

class TestKnowledgeFlow : public test::Stage, protected test::AppHand
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theListLeadsToTheEditor();
    void whatIsWrongIsToldWhileOneWrites();
    void thePreviewFillsInTheNumbers();
    void aTabWithUnkeptWordsAsks();
    void aColleagueWasFaster();
    void readersGetIt();
    void anOlderVersionComesBack();
    void anAgreementWaitsForSomebodyElse();

protected:
    using AppHand::kStepMs;
    void end() override
    {
        close();
        Stage::end();
    }

private:
    QString bodyOf(const QString &slug) // as readers get it, in English
    {
        return call("GET", u"knowledge/"_s + slug, {}, m_colleague).value(u"body"_s).toString();
    }
    QString written(const char *language) { return textOf(u"text.body"_s + QLatin1String(language) + u".input"_s); }
    // The words of the whole preview.
    // What stands on the screen below it: rows of a Repeater are no children of the object, but of the item.
    static void readInto(QString &words, const QQuickItem *at)
    {
        if (at->property("textFormat").isValid())
            words += at->property("text").toString() + u'\n';
        const auto below = at->childItems();
        for (const QQuickItem *child : below)
            readInto(words, child);
    }
    QString preview(const QString &name)
    {
        QString words;
        if (const QQuickItem *body = item(name))
            readInto(words, body);
        return words;
    }
    bool keepAs(const QByteArray &token, const QString &slug, const QString &body, qint64 seen);
    qint64 revisionOf(const QString &slug)
    {
        const QJsonObject page = call("GET", u"admin/knowledge/"_s + slug, {}, m_colleague);
        return page.value(u"draft"_s).toObject().value(u"revision"_s).toInteger();
    }

    StaffMember m_boss;
    StaffMember m_other;
    QByteArray m_colleague;
};

bool TestKnowledgeFlow::keepAs(const QByteArray &token, const QString &slug, const QString &body, qint64 seen)
{
    QNetworkRequest request(QUrl(m_server.url() + u"/api/v1/admin/knowledge/"_s + slug + u"/draft"_s));
    request.setRawHeader("Content-Type", "application/json");
    request.setRawHeader("Authorization", "Bearer " + token);
    request.setRawHeader("If-Match", '"' + QByteArray::number(seen) + '"');
    const QJsonObject title{{u"ru"_s, u"Зима"_s}, {u"en"_s, u"Winter"_s}}, words{{u"ru"_s, body}, {u"en"_s, body}};
    const std::unique_ptr<QNetworkReply> reply(
        m_network.put(request, QJsonDocument(QJsonObject{{u"title"_s, title}, {u"body"_s, words}}).toJson()));
    QEventLoop loop;
    connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() == 200;
}

void TestKnowledgeFlow::initTestCase()
{
    if (!test::LocalServer::built())
        QSKIP("built without the server");
    QVERIFY(beginServer());
    QVERIFY(open(m_server.url(), folderOf(u"console"_s), u"CarGo/Admin"_s, u"staff"_s, {1440, 900}));
    m_client->settings()->setLanguage(u"en"_s);
    m_boss = addStaff(u"boss"_s, u"admin"_s);
    m_other = addStaff(u"other"_s, u"admin"_s);
    m_colleague = call("POST", u"auth/login"_s,
                       {{u"email"_s, m_other.email}, {u"password"_s, m_other.password}, {u"totp"_s, m_other.code(-1)}})
                      .value(u"access_token"_s)
                      .toString()
                      .toLatin1();
    QVERIFY(!m_colleague.isEmpty());
    TYPE("signIn.email.input", m_boss.email);
    TYPE("signIn.password.input", m_boss.password);
    TYPE("signIn.code.input", m_boss.code(-1));
    SEE("nav.overview");
}

void TestKnowledgeFlow::theListLeadsToTheEditor()
{
    CLICK("nav.knowledge");
    QTRY_COMPARE_WITH_TIMEOUT(page(), u"knowledge"_s, kStepMs);
    CLICK("knowledge.add");
    TYPE("newText.slug.input", u"winter"_s);
    CLICK("newText.make");
    QTRY_COMPARE_WITH_TIMEOUT(page(), u"text"_s, kStepMs);
    SEE("text.bodyRu.input");
    call("GET", u"knowledge/winter"_s, {}, m_colleague);
    QCOMPARE(m_status, 404);
}

void TestKnowledgeFlow::whatIsWrongIsToldWhileOneWrites()
{
    TYPE("text.titleRu.input", u"Зима"_s);
    TYPE("text.titleEn.input", u"Winter"_s);
    TYPE("text.bodyEn.input", u"In winter it takes {{start_deadline}}."_s);
    TYPE("text.bodyRu.input", u"## <b>Зима</b>"_s);
    SEE("text.problem");
    QVERIFY(!item(u"text.publish"_s)); // it cannot be pressed
    TYPE("text.bodyRu.input", u"Зимой на это уходит {{start_deadline}}."_s);
    SEE("text.publish");
    QVERIFY(!item(u"text.problem"_s));
}

void TestKnowledgeFlow::thePreviewFillsInTheNumbers()
{
    const auto shown = [this] { return preview(u"text.previewEn"_s).contains(u"In winter it takes 7\u00a0d."_s); };
    QVERIFY2(QTest::qWaitFor(shown, kStepMs), qPrintable(preview(u"text.previewEn"_s)));
    QVERIFY(preview(u"text.previewRu"_s).contains(u"7\u00a0дн."_s));
    QVERIFY(written("Ru").contains(u"{{start_deadline}}"_s));
}

void TestKnowledgeFlow::aTabWithUnkeptWordsAsks()
{
    QTest::keyClick(window(), Qt::Key_W, Qt::ControlModifier);
    SEE("dialog.cancel");
    CLICK("dialog.cancel");
    QCOMPARE(page(), u"text"_s);
    QVERIFY(written("En").contains(u"In winter"_s));
    QCOMPARE(revisionOf(u"winter"_s), qint64(0));
    QTest::keyClick(window(), Qt::Key_W, Qt::ControlModifier);
    CLICK("dialog.confirm"); // keeps the draft
    QTRY_VERIFY_WITH_TIMEOUT(revisionOf(u"winter"_s) > 0, kStepMs);
}

void TestKnowledgeFlow::aColleagueWasFaster()
{
    QVERIFY(keepAs(m_colleague, u"winter"_s, u"Его слова."_s, revisionOf(u"winter"_s)));
    TYPE("text.bodyEn.input", u"In winter it takes longer."_s);
    CLICK("text.keep");
    SEE("conflict.mine");
    QVERIFY(written("En").contains(u"longer"_s)); // nothing of mine is lost
    QTRY_VERIFY_WITH_TIMEOUT(item(u"diff.removed"_s) && item(u"diff.added"_s), kStepMs);
    CLICK("conflict.theirs");
    QTRY_COMPARE_WITH_TIMEOUT(written("En"), u"Его слова."_s, kStepMs);
    QVERIFY(!item(u"conflict.mine"_s));
    QVERIFY(keepAs(m_colleague, u"winter"_s, u"Ещё слова."_s, revisionOf(u"winter"_s)));
    TYPE("text.bodyEn.input", u"In winter it takes longer."_s);
    TYPE("text.bodyRu.input", u"Зимой дольше."_s);
    CLICK("text.keep");
    CLICK("conflict.mine");
    QTRY_VERIFY_WITH_TIMEOUT(!item(u"conflict.mine"_s) && !item(u"text.keep"_s), kStepMs);
}

void TestKnowledgeFlow::readersGetIt()
{
    CLICK("text.publish");
    TYPE("publish.ru.input", u"Первая"_s);
    TYPE("publish.en.input", u"The first"_s);
    CLICK("publish.send");
    // The code of the sign-in is fresh enough: it is not asked for again.
    QTRY_COMPARE_WITH_TIMEOUT(bodyOf(u"winter"_s), u"In winter it takes longer."_s, kStepMs);
}

void TestKnowledgeFlow::anOlderVersionComesBack()
{
    TYPE("text.bodyRu.input", u"Зимой быстрее."_s);
    TYPE("text.bodyEn.input", u"In winter it is faster."_s);
    CLICK("text.publish");
    TYPE("publish.ru.input", u"Поправлено"_s);
    TYPE("publish.en.input", u"Mended"_s);
    CLICK("publish.send");
    QTRY_COMPARE_WITH_TIMEOUT(bodyOf(u"winter"_s), u"In winter it is faster."_s, kStepMs);
    QTRY_VERIFY_WITH_TIMEOUT(!item(u"publish.send"_s), kStepMs);
    CLICK("text.history");
    CLICK("history.back.1");
    TYPE("publish.ru.input", u"Как было"_s);
    TYPE("publish.en.input", u"As it was"_s);
    CLICK("publish.send");
    QTRY_COMPARE_WITH_TIMEOUT(bodyOf(u"winter"_s), u"In winter it takes longer."_s, kStepMs);
    QTRY_COMPARE_WITH_TIMEOUT(written("Ru"), u"Зимой дольше."_s, kStepMs);
}

void TestKnowledgeFlow::anAgreementWaitsForSomebodyElse()
{
    m_app->openLink(u"cargo-admin://knowledge/privacy"_s);
    QTRY_VERIFY_WITH_TIMEOUT(written("Ru").contains(u"{#what}"_s), kStepMs);
    const QString before = bodyOf(u"privacy"_s);
    TYPE("text.bodyRu.input", u"Мы не продаём данные."_s);
    TYPE("text.bodyEn.input", u"We do not sell data."_s);
    CLICK("text.publish");
    TYPE("publish.ru.input", u"Короче"_s);
    TYPE("publish.en.input", u"Shorter"_s);
    CLICK("publish.send");
    SEE("text.waits");
    QCOMPARE(bodyOf(u"privacy"_s), before);
    const QString proposal = call("GET", u"admin/knowledge/privacy"_s, {}, m_colleague).value(u"proposal_id"_s).toString();
    QVERIFY(!proposal.isEmpty());
    call("POST", u"auth/step-up"_s, {{u"totp"_s, m_other.code()}}, m_colleague);
    call("POST", u"admin/proposals/%1/approve"_s.arg(proposal), {}, m_colleague);
    QCOMPARE(m_status, 200);
    QCOMPARE(bodyOf(u"privacy"_s), u"We do not sell data."_s);
}

QTEST_MAIN(TestKnowledgeFlow)
#include "tst_knowledge_flow.moc"
