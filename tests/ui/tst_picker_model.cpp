// The picker's view model: what it asks for, and what it makes of the answer.
#include "qml/listings/picker_view_model.h"
#include "tests/ui/rig/scripted_client.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace cargo;
using namespace cargo::listings;

class TestPickerModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void asksInTheUnitsOfTheServer();
    void nothingIsNotAsked();
    void reasonsBelongToTheirCars();
    void refusalIsShown();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::ScriptedClient> m_app;
    QList<client::HttpRequest> m_asked;
    client::HttpAnswer m_answer;
};

void TestPickerModel::init()
{
    m_asked.clear();
    m_answer = {
        200,
        R"({"criteria":{},"query":"q=a","understood":[{"text":"up to 2 m"}],"wishes":[{"wish":"family"},{"text":"winter"}],
        "unparsed":[{"start":0,"end":2,"text":"xx"}],"total":1,"items":[{"id":"a","brand":"Kia","why":[
        {"factor":"missed","weight":-0.5,"text":"Too dear","facts":{}},
        {"factor":"quote","weight":0.1,"text":"","facts":{"quote":"<🚗 warm> seats","marks":[{"start":3,"end":7}]}}]}],
        "relaxed":[{"text":"Without it","query":"x=1","applied":true}],"counterfactuals":[{"text":"With more","query":"y=2"}]})"};
    m_folder = std::make_unique<QTemporaryDir>();
    m_app = std::make_unique<test::ScriptedClient>(m_folder->path(), [this](const client::HttpRequest &request) {
        m_asked.append(request);
        return m_answer;
    });
}

void TestPickerModel::asksInTheUnitsOfTheServer()
{
    PickerViewModel picker;
    picker.setClient(m_app->client.get());
    picker.componentComplete();
    picker.setSentence(QStringLiteral(" warm "));
    picker.toggle(QStringLiteral("body_type"), QStringLiteral("suv"));
    picker.toggle(QStringLiteral("wishes"), QStringLiteral("winter"));
    picker.toggle(QStringLiteral("fuel"), QStringLiteral("diesel"));
    picker.toggle(QStringLiteral("fuel"), QStringLiteral("diesel")); // and off again
    picker.setBound(QStringLiteral("price_to"), 2'000'000);
    picker.setBound(QStringLiteral("eta_to"), 30);
    picker.pick();
    QTRY_COMPARE(picker.phase(), client::ViewModel::Ready);
    QCOMPARE(m_asked.size(), 1);
    const QJsonObject body = QJsonDocument::fromJson(m_asked.first().body).object();
    QCOMPARE(body, QJsonDocument::fromJson(R"({"query":"warm","answers":{"body_type":["suv"],"eta_to":30,"price_to":200000000},
        "wishes":["winter"]})")
                       .object());
    // What a draft brings back is the same.
    const QVariantMap answers =
        QJsonDocument::fromJson(QJsonDocument(QJsonObject::fromVariantMap(picker.answers())).toJson()).object().toVariantMap();
    picker.clear();
    QVERIFY(picker.empty());
    picker.setSentence(QStringLiteral("warm"));
    picker.setAnswers(answers);
    QVERIFY(picker.has(QStringLiteral("body_type"), QStringLiteral("suv")));
    picker.pick();
    QTRY_COMPARE(m_asked.size(), 2);
    QCOMPARE(QJsonDocument::fromJson(m_asked.last().body).object(), body);
}

void TestPickerModel::nothingIsNotAsked()
{
    PickerViewModel picker;
    picker.setClient(m_app->client.get());
    picker.componentComplete();
    picker.setSentence(QStringLiteral("   "));
    picker.pick();
    QCOMPARE(picker.phase(), client::ViewModel::Idle);
    QVERIFY(m_asked.isEmpty());
}

void TestPickerModel::reasonsBelongToTheirCars()
{
    PickerViewModel picker;
    picker.setClient(m_app->client.get());
    picker.componentComplete();
    picker.setSentence(QStringLiteral("warm"));
    picker.pick();
    QTRY_COMPARE(picker.phase(), client::ViewModel::Ready);
    QCOMPARE(picker.model()->count(), 1);
    const QVariantMap why = picker.why(QStringLiteral("a"));
    const QVariantList reasons = why.value(QStringLiteral("reasons")).toList();
    QCOMPARE(reasons.size(), 1);
    QVERIFY(reasons.first().toMap().value(QStringLiteral("against")).toBool());
    QCOMPARE(why.value(QStringLiteral("quote")).toString(), QString::fromUtf8("&lt;🚗 <b>warm</b>&gt; seats"));
    QCOMPARE(picker.understood(), QStringList({QStringLiteral("up to 2 m"), QStringLiteral("winter")}));
    QCOMPARE(picker.notUnderstood(), QStringList(QStringLiteral("xx")));
    QCOMPARE(picker.relaxed().first().toMap().value(QStringLiteral("query")).toString(), QStringLiteral("x=1"));
    QCOMPARE(picker.changes().first().toMap().value(QStringLiteral("text")).toString(), QStringLiteral("With more"));
    QVERIFY(picker.why(QStringLiteral("b")).isEmpty());
}

void TestPickerModel::refusalIsShown()
{
    m_answer = {422, R"({"code":"too_long","status":422})"};
    PickerViewModel picker;
    picker.setClient(m_app->client.get());
    picker.componentComplete();
    picker.setSentence(QStringLiteral("warm"));
    picker.pick();
    QTRY_COMPARE(picker.phase(), client::ViewModel::Failed);
    QVERIFY(!picker.busy());
}

QTEST_MAIN(TestPickerModel)
#include "tst_picker_model.moc"
