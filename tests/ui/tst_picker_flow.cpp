// The car picker through the real buyer app, as a guest and then signed in: a wish in words, answers to questions, reasons, what
// would change the answer, and the search that is kept.
#include "tests/ui/rig/buyer_rig.h"

using namespace cargo;

class TestPickerFlow : public test::BuyerRig
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aWishInWords();
    void whatWasNotUnderstood();
    void answersToQuestions();
    void searchIsKept();
};

void TestPickerFlow::initTestCase()
{
    if (!test::LocalServer::built())
        QSKIP("built without the server");
    QVERIFY(begin());
    m_client->settings()->setLanguage(QStringLiteral("en"));
    registerUser(QStringLiteral("olga@example.com"), QStringLiteral("buyer"), QStringLiteral("Olga K."));
}

void TestPickerFlow::aWishInWords()
{
    CLICK("home.pick");
    QTRY_COMPARE_WITH_TIMEOUT(page(), QStringLiteral("picker"), kStepMs);
    TYPE("picker.sentence.input", QStringLiteral("for bad roads up to 9 million"));
    CLICK("picker.show");
    READ("picker.total", QStringLiteral("1 car fits"));
    SEE("picked.reason.0");
    READ("picker.understood", QStringLiteral("Understood: up to 9 million · bad roads"));
    ONCE(click(QStringLiteral("listing.") + m_listingId), "listing");
    QTRY_COMPARE_WITH_TIMEOUT(page(), QStringLiteral("listing"), kStepMs);
    CLICK("back");
    QTRY_COMPARE_WITH_TIMEOUT(page(), QStringLiteral("picker"), kStepMs);
    SEE("picked.reason.0"); // as it was left
}

void TestPickerFlow::whatWasNotUnderstood()
{
    CLICK("picker.change");
    TYPE("picker.sentence.input", QStringLiteral("bad roads zzqqyy"));
    CLICK("picker.show");
    SEE("picker.unparsed");
}

void TestPickerFlow::answersToQuestions()
{
    CLICK("picker.change");
    CLICK("picker.clear");
    CLICK("picker.body_type.suv");
    CLICK("picker.eta_to.21"); // nothing comes so soon
    CLICK("picker.show");
    READ("picker.total", QStringLiteral("Nothing fits everything; these come near"));
    SEE("picker.relaxed.0");
    SEE("picked.reason.0");
}

void TestPickerFlow::searchIsKept()
{
    CLICK("picker.keep");
    TYPE("signInSheet.email.input", QStringLiteral("olga@example.com"));
    TYPE("signInSheet.password.input", QStringLiteral("brings cars home 7"));
    CLICK("signInSheet.submit");
    QTRY_VERIFY_WITH_TIMEOUT(m_client->session()->signedIn(), kStepMs);
    const auto kept = [this] {
        return call("GET", QStringLiteral("me/saved-searches"), {}, m_client->api()->accessToken())
            .value(QLatin1String("items"))
            .toArray();
    };
    QTRY_COMPARE_WITH_TIMEOUT(kept().size(), 1, kStepMs);
    QVERIFY(kept().at(0).toObject().value(QLatin1String("query")).toString().contains(QStringLiteral("body_type=suv")));
}

QTEST_MAIN(TestPickerFlow)
#include "tst_picker_flow.moc"
