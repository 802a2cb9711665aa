// What a console does with care: a chat is read only with a reason and a fresh code, and a commission is looked at before it is
// proposed.
#include "tests/ui/rig/bodies.h"
#include "tests/ui/rig/item_tree.h"
#include "tests/ui/rig/stage.h"

#include <QAbstractItemModel>
#include <QRegularExpression>
#include <QUuid>

using namespace cargo;

#define CLICK(name) CLICK_IN(*this, name)
#define TYPE(name, text) TYPE_IN(*this, name, text)
#define SEE(name) SEE_IN(*this, name)
#define READ(name, expected) READ_IN(*this, name, expected)

class TestDeskCareFlow : public test::Stage, protected test::AppHand
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void chatWantsAReason();
    void codeOfTheSignInIsTooOld();
    void wrongCodeShowsNothing();
    void freshCodeShowsTheChat();
    void commissionIsLookedAtFirst();
    void nonsenseHasNoPreview();
    void commissionIsProposed();

private:
    using AppHand::kStepMs;
    void end() override
    {
        close();
        Stage::end();
    }
    QStringList examples() const
    {
        QStringList values;
        test::walk(window()->contentItem(), [&values](QQuickItem *one) {
            if (one->objectName() == QLatin1String("fee.example"))
                values << one->property("value").toString();
        });
        return values;
    }
    QString lookPath() const { return QStringLiteral("admin/conversations/%1?reason=looking").arg(m_chat); }

    StaffMember m_agent;
    QString m_chat;
};

void TestDeskCareFlow::initTestCase()
{
    if (!test::LocalServer::built())
        QSKIP("built without the server");
    m_server.set(QStringLiteral("CARGO_STEP_UP"), QStringLiteral("1s"));
    m_server.set(QStringLiteral("CARGO_CHAT_MUTE_ATTEMPTS"), QStringLiteral("1"));
    QVERIFY(beginServer());
    m_agent = addStaff(QStringLiteral("boss"), QStringLiteral("admin"));
    m_driverToken =
        tokenOf(registerUser(QStringLiteral("pavel@example.com"), QStringLiteral("driver"), QStringLiteral("Pavel S.")));
    const QByteArray buyer =
        tokenOf(registerUser(QStringLiteral("olga@example.com"), QStringLiteral("buyer"), QStringLiteral("Olga K.")));
    const QString car =
        call("POST", QStringLiteral("listings"), test::carBody({uploadPhoto()})).value(QLatin1String("id")).toString();
    call("POST", QStringLiteral("listings/%1/publish").arg(car));
    m_chat = call("POST", QStringLiteral("listings/%1/conversations").arg(car), {}, buyer).value(QLatin1String("id")).toString();
    call("POST", QStringLiteral("conversations/%1/messages").arg(m_chat),
         {{QStringLiteral("client_id"), QUuid::createUuid().toString(QUuid::WithoutBraces)},
          {QStringLiteral("body"), QStringLiteral("Call me: +7 912 345-67-89")}},
         buyer);
    QCOMPARE(m_status, 201);
    QVERIFY(open(m_server.url(), folderOf(QStringLiteral("console")), QStringLiteral("CarGo/Admin"), QStringLiteral("staff"),
                 {1440, 900}));
    m_client->settings()->setLanguage(QStringLiteral("en"));
    TYPE("signIn.email.input", m_agent.email);
    TYPE("signIn.password.input", m_agent.password);
    TYPE("signIn.code.input", m_agent.code(-1)); // the last digit is enough
    SEE("nav.overview");
}

void TestDeskCareFlow::chatWantsAReason()
{
    CLICK("nav.conversations");
    CLICK("queue.next");
    SEE("chat.why");
    QVERIFY(!item(QStringLiteral("chat.show"))); // not without one
    QVERIFY(!item(QStringLiteral("chat.messages")));
    TYPE("chat.why.input", QStringLiteral("The filter found a number"));
    SEE("chat.show");
}

void TestDeskCareFlow::codeOfTheSignInIsTooOld()
{
    const auto old = [this] {
        call("GET", lookPath(), {}, m_client->api()->accessToken());
        return m_status == 403;
    };
    QTRY_VERIFY_WITH_TIMEOUT(old(), kStepMs);
    // The next code counts for longer, however slow this machine is.
    QVERIFY(m_server.kill());
    m_server.set(QStringLiteral("CARGO_STEP_UP"), QStringLiteral("15m"));
    QVERIFY(m_server.start());
    CLICK("chat.show");
    SEE("stepUp.code.input");
    QVERIFY(!item(QStringLiteral("chat.messages")));
}

void TestDeskCareFlow::wrongCodeShowsNothing()
{
    TYPE("stepUp.code.input", QStringLiteral("000000"));
    QTRY_VERIFY_WITH_TIMEOUT(!of(QStringLiteral("stepUp.code"), "errorText").toString().isEmpty(), kStepMs);
    QVERIFY(!item(QStringLiteral("chat.messages")));
}

void TestDeskCareFlow::freshCodeShowsTheChat()
{
    TYPE("stepUp.code.input", m_agent.code());
    SEE("chat.messages"); // by itself
    const auto *list = item(QStringLiteral("chat.messages"));
    QVERIFY(list->property("count").toInt() > 0);
    const QByteArray audit = m_server.run({QStringLiteral("audit"), QStringLiteral("verify")});
    QVERIFY2(audit.contains(" 0 broken"), audit.constData());
}

void TestDeskCareFlow::commissionIsLookedAtFirst()
{
    CLICK("nav.settings");
    QTRY_COMPARE_WITH_TIMEOUT(page(), QStringLiteral("settings"), kStepMs);
    QTRY_VERIFY_WITH_TIMEOUT(of(QStringLiteral("records.table"), "count").toInt() > 0, kStepMs);
    QQuickItem *table = item(QStringLiteral("records.table"));
    auto *model = table->property("model").value<QAbstractItemModel *>();
    QVERIFY(model);
    int row = -1;
    for (int at = 0; at < model->rowCount() && row < 0; ++at) {
        const QVariant one = model->data(model->index(at, 0), model->roleNames().key("modelData"));
        if (one.toMap().value(QStringLiteral("name")).toString() == QLatin1String("fee-basis-points"))
            row = at;
    }
    QVERIFY(row >= 0);
    QVERIFY(table->setProperty("currentRow", row));
    QMetaObject::invokeMethod(table, "opened", Q_ARG(int, row));
    SEE("setting.value.input");
    TYPE("setting.value.input", QStringLiteral("500"));
    QTRY_VERIFY_WITH_TIMEOUT(!examples().isEmpty(), kStepMs);
    // What the server would take, and what it takes now: 2.5 % and twice of it.
    const QJsonValue least = call("GET", QStringLiteral("fee-terms")).value(QLatin1String("minimum_minor"));
    const QJsonObject told =
        call("POST", QStringLiteral("admin/settings/fee/preview"),
             {{QStringLiteral("basis_points"), 500}, {QStringLiteral("minimum_minor"), least}}, m_client->api()->accessToken());
    const QJsonArray sums = told.value(QLatin1String("examples")).toArray();
    QTRY_COMPARE_WITH_TIMEOUT(examples().size(), sums.size(), kStepMs);
    const auto digits = [](const QJsonValue &money) {
        const QJsonObject sum = money.toObject();
        return QString::number(sum.value(QLatin1String("amount")).toInteger() / 100);
    };
    for (qsizetype at = 0; at < sums.size(); ++at) {
        const QStringList shown = examples().at(at).split(QStringLiteral("→"));
        QCOMPARE(shown.size(), 2);
        static const QRegularExpression notDigits(QStringLiteral("\\D"));
        QCOMPARE(QString(shown[0]).remove(notDigits), digits(sums[at].toObject().value(QLatin1String("fee_now"))));
        QCOMPARE(QString(shown[1]).remove(notDigits), digits(sums[at].toObject().value(QLatin1String("fee_then"))));
    }
}

// A figure of another value would be read as this one's.
void TestDeskCareFlow::nonsenseHasNoPreview()
{
    TYPE("setting.value.input", QStringLiteral("10001"));
    QTRY_VERIFY_WITH_TIMEOUT(examples().isEmpty(), kStepMs);
    TYPE("setting.value.input", QStringLiteral("300"));
    QTRY_VERIFY_WITH_TIMEOUT(!examples().isEmpty(), kStepMs);
}

void TestDeskCareFlow::commissionIsProposed()
{
    QVERIFY(!item(QStringLiteral("setting.save"))); // not without a reason
    TYPE("setting.reason.input", QStringLiteral("As agreed in spring"));
    CLICK("setting.save");
    const auto proposed = [this] {
        return call("GET", QStringLiteral("admin/queues/proposals"), {}, m_client->api()->accessToken())
            .value(QLatin1String("items"))
            .toArray()
            .size();
    };
    QTRY_COMPARE_WITH_TIMEOUT(proposed(), qsizetype(1), kStepMs);
    const qint64 now = call("GET", QStringLiteral("fee-terms")).value(QLatin1String("basis_points")).toInteger();
    QCOMPARE(now, 250); // nothing has changed yet
}

QTEST_MAIN(TestDeskCareFlow)
#include "tst_desk_care_flow.moc"
