// What a conversation holds in memory and what it does with answers that are late, refused or missing, without a screen.
#include "qml/chat/chat_search_view_model.h"
#include "qml/chat/chat_view_model.h"
#include "shared/domain/clock.h"
#include "tests/ui/rig/scripted_client.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUrlQuery>

using namespace cargo;
using chat::MessageWindow;
using client::HttpAnswer;
using client::HttpRequest;
using test::kChat;

namespace {

const QString kMe = QStringLiteral("01936000-0000-7000-8000-000000000001"),
              kOther = QStringLiteral("01936000-0000-7000-8000-000000000901");

QJsonObject message(qint64 seq, const QString &body = {})
{
    return {{QStringLiteral("id"), QStringLiteral("01936000-0000-7000-8000-%1").arg(seq, 12, 10, QLatin1Char('0'))},
            {QStringLiteral("conversation_id"), kChat},
            {QStringLiteral("seq"), double(seq)},
            {QStringLiteral("sender_id"), seq % 2 == 0 ? kMe : kOther},
            {QStringLiteral("client_id"), QString()},
            {QStringLiteral("body"), body.isEmpty() ? QStringLiteral("number %1").arg(seq) : body},
            {QStringLiteral("attachments"), QJsonArray()},
            {QStringLiteral("created_at"), QString::fromLatin1(Timestamp{QDateTime::currentMSecsSinceEpoch()}.toRfc3339())}};
}

QJsonArray messages(qint64 from, qint64 to)
{
    QJsonArray list;
    for (qint64 seq = to; seq >= from; --seq)
        list.append(message(seq));
    return list;
}

// A conversation of `total` messages, as the server pages it.
HttpAnswer pageOf(const HttpRequest &request, qint64 total)
{
    const QUrlQuery query(request.url);
    const auto number = [&query](const char *name) { return query.queryItemValue(QLatin1String(name)).toLongLong(); };
    const qint64 limit = qMax(qint64(1), number("limit"));
    qint64 to = query.hasQueryItem(QStringLiteral("before")) ? number("before") - 1 : total,
           from = qMax(qint64(1), to - limit + 1);
    if (query.hasQueryItem(QStringLiteral("after"))) {
        from = number("after") + 1;
        to = qMin(total, from + limit - 1);
    }
    const QJsonObject body{{QStringLiteral("items"), messages(from, qMin(to, total))},
                           {QStringLiteral("next_cursor"), QJsonValue()}};
    return {200, QJsonDocument(body).toJson(QJsonDocument::Compact), false, 0};
}

HttpAnswer conversation(qint64 total)
{
    const QJsonObject body{{QStringLiteral("id"), kChat},
                           {QStringLiteral("last_seq"), double(total)},
                           {QStringLiteral("edit_window_seconds"), 900},
                           {QStringLiteral("read_seq"), double(total)},
                           {QStringLiteral("peer"), QJsonObject{{QStringLiteral("id"), kOther},
                                                                {QStringLiteral("display_name"), QStringLiteral("Pavel")}}}};
    return {200, QJsonDocument(body).toJson(QJsonDocument::Compact), false, 0};
}

HttpAnswer answerOf(const HttpRequest &request, qint64 total)
{
    return request.url.path().endsWith(QLatin1String("/messages"))         ? pageOf(request, total)
           : request.url.path().contains(QLatin1String("/conversations/")) ? conversation(total)
                                                                           : HttpAnswer{200, R"({"items":[]})", false, 0};
}

// A conversation that is open, and its newest page is there.
struct Talk
{
    Talk(const QString &folder, test::Scripted::Rule rule) : setup(folder, std::move(rule))
    {
        setup.signIn();
        model.setClient(setup.client.get());
        model.setProperty("conversationId", kChat);
        model.componentComplete();
    }
    test::ScriptedClient setup;
    chat::ChatViewModel model;
};

} // namespace

class TestChatModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void windowHasNoGaps();
    void windowKeepsWhatIsLookedAt();
    void tenThousandMessages();
    void refusedChangeIsTakenBack();
    void changeWithoutALineIsNotLost();
    void refusedDeletionIsTakenBack();
    void oldDraftIsNotTaken();
    void foundWordsAreMarked();
};

void TestChatModel::windowHasNoGaps()
{
    MessageWindow window;
    QVERIFY(window.join(messages(10, 19), 19));
    QVERIFY(!window.join(messages(30, 39), 39)); // 20 to 29 are missing
    QVERIFY(!window.join(messages(1, 8), 8));
    QCOMPARE(window.size(), 10);
    QVERIFY(window.join(messages(15, 25), 25)); // overlaps
    QVERIFY(window.join(messages(5, 9), 5));    // touches
    QCOMPARE(window.first(), 5);
    QCOMPARE(window.last(), 25);
    QVERIFY(window.replace(message(7, QStringLiteral("other words"))));
    QVERIFY(!window.replace(message(26)));
    QCOMPARE(window.at(7).value(QLatin1String("body")).toString(), QStringLiteral("other words"));
    QJsonArray broken = messages(1, 3); // as a device may have kept them
    for (const QJsonValue &item : messages(6, 9))
        broken.append(item);
    broken.append(QJsonObject{{QStringLiteral("seq"), -4}});
    window.begin(broken);
    QCOMPARE(window.first(), 6);
    QCOMPARE(window.last(), 9);
}

void TestChatModel::windowKeepsWhatIsLookedAt()
{
    MessageWindow window(100);
    window.begin(messages(901, 1000));
    QVERIFY(window.join(messages(851, 900), 905));
    QCOMPARE(window.size(), 100);
    QCOMPARE(window.first(), 856); // as many on both sides of the eye
    QCOMPARE(window.last(), 955);
    QVERIFY(window.join(messages(955, 980), 954));
    QCOMPARE(window.size(), 100);
    QVERIFY(window.holds(954) && window.last() == 980);
}

// From the newest to the first and back again: no more than some hundreds at a time, and none is left out.
void TestChatModel::tenThousandMessages()
{
    constexpr qint64 kTotal = 10'000;
    QTemporaryDir folder;
    Talk talk(folder.path(), [](const HttpRequest &request) { return answerOf(request, kTotal); });
    QTRY_COMPARE(talk.model.model()->count(), 50);
    const auto seqAt = [&](int row) { return qint64(talk.model.model()->get(row).value(QStringLiteral("seq")).toDouble()); };
    QCOMPARE(seqAt(0), kTotal);
    int most = 0;
    const auto go = [&](bool up) { // to the end of what is here, until it goes no further
        for (;;) {
            const int last = talk.model.model()->count() - 1;
            const qint64 end = seqAt(up ? last : 0);
            most = qMax(most, last + 1);
            talk.model.lookAt(up ? last : 0, up ? last : 0, false);
            if (!QTest::qWaitFor([&] { return seqAt(up ? talk.model.model()->count() - 1 : 0) != end; },
                                 up                   ? talk.model.older() ? 5000 : 0
                                 : talk.model.newer() ? 5000
                                                      : 0))
                return;
        }
    };
    go(true);
    QCOMPARE(seqAt(talk.model.model()->count() - 1), 1);
    QVERIFY(talk.model.newer());
    talk.model.jumpTo(5'000);
    QTRY_VERIFY(talk.model.model()->find(message(5'000).value(QLatin1String("id")).toString()) >= 0);
    talk.model.jumpTo(kTotal - 2000);
    QTRY_VERIFY(talk.model.model()->find(message(kTotal - 2000).value(QLatin1String("id")).toString()) >= 0);
    go(false);
    QCOMPARE(seqAt(0), kTotal);
    QVERIFY(!talk.model.newer());
    QCOMPARE(most, MessageWindow::kMost);
    QCOMPARE(talk.model.size(), talk.model.model()->count());
}

void TestChatModel::refusedChangeIsTakenBack()
{
    QTemporaryDir folder;
    Talk talk(folder.path(), [](const HttpRequest &request) {
        return request.method == "PATCH" ? HttpAnswer{409, R"({"code":"state_conflict","status":409})", false, 0}
                                         : answerOf(request, 4);
    });
    QTRY_COMPARE(talk.model.model()->count(), 4);
    QSignalSpy failed(&talk.model, &client::ViewModel::failed);
    QVERIFY(!talk.model.mayChange(3)); // theirs
    talk.model.change(4);
    QCOMPARE(talk.model.writer()->text(), QStringLiteral("number 4"));
    talk.model.writer()->setText(QStringLiteral("something else"));
    talk.model.writer()->send();
    QCOMPARE(talk.model.model()->get(0).value(QStringLiteral("body")).toString(), QStringLiteral("something else")); // at once
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(talk.model.model()->get(0).value(QStringLiteral("body")).toString(), QStringLiteral("number 4"));
    QCOMPARE(talk.model.model()->get(0).value(QStringLiteral("edited")).toBool(), false);
    QCOMPARE(talk.model.writer()->editing(), 0);
}

void TestChatModel::changeWithoutALineIsNotLost()
{
    QTemporaryDir folder;
    Talk talk(folder.path(), [](const HttpRequest &request) {
        return request.method == "PATCH" ? test::noNetwork(request) : answerOf(request, 4);
    });
    QTRY_COMPARE(talk.model.model()->count(), 4);
    QSignalSpy failed(&talk.model, &client::ViewModel::failed);
    talk.model.writer()->setText(QStringLiteral("a draft"));
    talk.model.change(4);
    talk.model.writer()->setText(QStringLiteral("long words, well thought"));
    talk.model.writer()->send();
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(talk.model.model()->get(0).value(QStringLiteral("body")).toString(), QStringLiteral("number 4"));
    QCOMPARE(talk.model.writer()->editing(), 4);
    QCOMPARE(talk.model.writer()->text(), QStringLiteral("long words, well thought"));
    talk.model.writer()->leaveChange();
    QCOMPARE(talk.model.writer()->text(), QStringLiteral("a draft"));
}

void TestChatModel::refusedDeletionIsTakenBack()
{
    QTemporaryDir folder;
    Talk talk(folder.path(), [](const HttpRequest &request) {
        return request.method == "DELETE" ? HttpAnswer{403, R"({"code":"forbidden","status":403})", false, 0}
                                          : answerOf(request, 4);
    });
    QTRY_COMPARE(talk.model.model()->count(), 4);
    QSignalSpy failed(&talk.model, &client::ViewModel::failed);
    talk.model.remove(4);
    QVERIFY(talk.model.model()->get(0).value(QStringLiteral("deleted")).toBool());
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY(!talk.model.model()->get(0).value(QStringLiteral("deleted")).toBool());
    QCOMPARE(talk.model.model()->get(0).value(QStringLiteral("body")).toString(), QStringLiteral("number 4"));
}

// The conversation was asked for, the message sent, and then the answer comes with the draft that was there before.
void TestChatModel::oldDraftIsNotTaken()
{
    QTemporaryDir folder;
    Talk talk(folder.path(), [](const HttpRequest &request) { return answerOf(request, 4); });
    QTRY_COMPARE(talk.model.model()->count(), 4);
    chat::ChatWriter *writer = talk.model.writer();
    const QJsonObject theirs{{QStringLiteral("body"), QStringLiteral("from the tablet")},
                             {QStringLiteral("reply_to"), QJsonValue()}};
    const int early = writer->shared()->turn();
    writer->shared()->heard(theirs, early);
    QCOMPARE(writer->text(), QStringLiteral("from the tablet")); // nothing was written here
    writer->send();
    QCOMPARE(writer->text(), QString());
    writer->shared()->heard(theirs, early);
    QCOMPARE(writer->text(), QString());
    QTRY_VERIFY(talk.setup.client->outbox()->items().empty());
    QVERIFY(talk.setup.transport->count("PUT", "/draft") >= 1);
    writer->shared()->heard(theirs, early);
    QCOMPARE(writer->text(), QString());
    // Our own words, heard back late, change nothing of what was typed since.
    writer->setText(QStringLiteral("one"));
    writer->shared()->push();
    writer->setText(QStringLiteral("one two"));
    writer->shared()->push();
    writer->shared()->heardFrame({{QStringLiteral("body"), QStringLiteral("one")}});
    QCOMPARE(writer->text(), QStringLiteral("one two"));
}

void TestChatModel::foundWordsAreMarked()
{
    const auto spans = chat::spansOf(QStringLiteral("Ещё раз: ЕЩЕ два"), QStringLiteral("еще  РАЗ"));
    QCOMPARE(spans, (std::vector<chat::TextSpan>{{0, 3}, {4, 7}, {9, 12}}));
    QVERIFY(chat::spansOf(QStringLiteral("nothing"), QStringLiteral("  ")).empty());
    const QString rich = chat::markedText(QStringLiteral("<b>a</b> & b"), {{3, 4}}, Qt::yellow, Qt::black);
    QVERIFY(rich.contains(QLatin1String("&lt;b&gt;<span")));
    QVERIFY(rich.contains(QLatin1String("&amp; b")));
}

QTEST_MAIN(TestChatModel)
#include "tst_chat_model.moc"
