// A driver's first day in the real app: what is left to do before the first deal, step by step; then a buyer asks, another one
// pays, and both stand under Today, the one that waits for him on top. At the border photos are off until he asks for them.
#include "fault_proxy.h"
#include "tests/ui/rig/bodies.h"
#include "tests/ui/rig/stage.h"

#include <QDir>
#include <QRegularExpression>
#include <QUuid>

using namespace cargo;

class TestDriverDayFlow : public test::Stage, protected test::AppHand
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void mailIsConfirmed();
    void firstCarIsOffered();
    void bankIsTold();
    void buyerWhoAsksIsSeen();
    void paidDealComesFirst();
    void photosComeWhenAskedFor();

private:
    using AppHand::kStepMs;
    void end() override
    {
        close();
        m_proxy.reset();
        Stage::end();
    }
    QByteArray token(const char *email)
    {
        return registerUser(QLatin1String(email), QStringLiteral("buyer"), QLatin1String(email).left(4))
            .value(QLatin1String("access_token"))
            .toString()
            .toLatin1();
    }
    QString codeFor(const QString &email) const
    {
        const QDir mails(m_folder.filePath(QStringLiteral("server/mail")));
        const QStringList names = mails.entryList(QDir::Files, QDir::Name | QDir::Reversed);
        for (const QString &name : names) {
            QFile file(mails.filePath(name));
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const QString text = QString::fromUtf8(file.readAll());
            static const QRegularExpression code(QStringLiteral(": (\\d{6})\\r\\n"));
            if (text.contains(QString(QStringLiteral("To: ") + email)))
                return code.match(text).captured(1);
        }
        return {};
    }

    std::unique_ptr<test::FaultProxy> m_proxy;
    QString m_car, m_deal;
};

void TestDriverDayFlow::initTestCase()
{
    if (!test::LocalServer::built())
        QSKIP("built without the server");
    QVERIFY(beginServer());
    m_proxy = std::make_unique<test::FaultProxy>(m_server.port());
    const QJsonObject driver =
        registerUser(QStringLiteral("anna@example.com"), QStringLiteral("driver"), QStringLiteral("Anna S."));
    m_driverToken = driver.value(QLatin1String("access_token")).toString().toLatin1();
    QVERIFY(open(m_proxy->url(), folderOf(QStringLiteral("app")), QStringLiteral("CarGo/Driver"), QStringLiteral("driver"),
                 {420, 860}));
    m_client->settings()->setLanguage(QStringLiteral("en"));
    m_client->session()->accept(driver);
}

void TestDriverDayFlow::mailIsConfirmed()
{
    SEE_IN(*this, "onboarding");
    READ_IN(*this, "onboarding.next", QStringLiteral("Confirm the e-mail"));
    CLICK_IN(*this, "onboarding.next");
    const QString me = QStringLiteral("anna@example.com");
    QTRY_VERIFY_WITH_TIMEOUT(!codeFor(me).isEmpty(), kStepMs);
    TYPE_IN(*this, "verify.code.input", codeFor(me));
    CLICK_IN(*this, "verify.confirm");
    READ_IN(*this, "onboarding.next", QStringLiteral("Offer the first car"));
}

void TestDriverDayFlow::firstCarIsOffered()
{
    CLICK_IN(*this, "onboarding.next");
    QTRY_COMPARE_WITH_TIMEOUT(page(), QStringLiteral("editListing"), kStepMs);
    // He writes it elsewhere: the wizard has its own story.
    m_car = call("POST", QStringLiteral("listings"), test::carBody({uploadPhoto()})).value(QLatin1String("id")).toString();
    call("POST", QStringLiteral("listings/%1/publish").arg(m_car));
    QCOMPARE(m_status, 200);
    CLICK_IN(*this, "back");
}

void TestDriverDayFlow::bankIsTold()
{
    READ_IN(*this, "onboarding.next", QStringLiteral("Say where you are paid"));
    CLICK_IN(*this, "onboarding.next");
    TYPE_IN(*this, "payout.bic.input", QStringLiteral("044525225"));
    TYPE_IN(*this, "payout.number.input", QStringLiteral("40817810938160925982"));
    TYPE_IN(*this, "payout.holder.input", QStringLiteral("Anna S."));
    TYPE_IN(*this, "payout.password.input", test::personBody({}, {}, {}).value(QLatin1String("password")).toString());
    CLICK_IN(*this, "payout.save");
    SEE_IN(*this, "payout.known");
    CLICK_IN(*this, "back");
    QTRY_VERIFY_WITH_TIMEOUT(!item(QStringLiteral("onboarding")), kStepMs); // nothing is left to do
}

void TestDriverDayFlow::buyerWhoAsksIsSeen()
{
    const QByteArray buyer = token("vera@example.com");
    const QString talk =
        call("POST", QStringLiteral("listings/%1/conversations").arg(m_car), {}, buyer).value(QLatin1String("id")).toString();
    const QJsonObject asks{{QStringLiteral("client_id"), QUuid::createUuid().toString(QUuid::WithoutBraces)},
                           {QStringLiteral("body"), QStringLiteral("Is it there by spring?")}};
    call("POST", QStringLiteral("conversations/%1/messages").arg(talk), asks, buyer);
    QCOMPARE(m_status, 201);
    ONCE_IN(*this, item(QStringLiteral("today.") + talk) != nullptr, "the question");
}

void TestDriverDayFlow::paidDealComesFirst()
{
    const QByteArray buyer = token("olga@example.com");
    const QJsonObject price = call("GET", QStringLiteral("listings/") + m_car).value(QLatin1String("price")).toObject();
    m_deal = buy(m_car, price, QStringLiteral("Omsk"), 38, buyer);
    QVERIFY(!m_deal.isEmpty());
    const QString row = QStringLiteral("today.") + m_deal;
    QTRY_COMPARE_WITH_TIMEOUT(of(row, "group").toString(), QStringLiteral("now"), kStepMs);
    QVERIFY(of(row, "camera").toBool()); // photos are due: the car is to be picked up
    ONCE_IN(*this, click(row), "the deal");
    SEE_IN(*this, "run.pickUp");
    CLICK_IN(*this, "back");
}

void TestDriverDayFlow::photosComeWhenAskedFor()
{
    m_client->settings()->setSavesData(true);
    const int before = m_proxy->seen("/media/");
    CLICK_IN(*this, "tab.listings");
    ONCE_IN(*this, item(QStringLiteral("listing.") + m_car) != nullptr, "the car");
    SEE_IN(*this, "dataBar.show");
    QCOMPARE(m_proxy->seen("/media/"), before);
    CLICK_IN(*this, "dataBar.show");
    QTRY_VERIFY_WITH_TIMEOUT(m_proxy->seen("/media/") > before, kStepMs);
}

QTEST_MAIN(TestDriverDayFlow)
#include "tst_driver_day_flow.moc"
