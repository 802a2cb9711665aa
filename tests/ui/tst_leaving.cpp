// The sign-in and where it is kept, and that all of it goes when the user does.
#include "tests/ui/rig/form.h"
#include "tests/ui/rig/scripted_client.h"

#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace cargo;
using namespace cargo::client;
using test::draftOf;
using test::Form;
using test::kChat;
using test::noNetwork;
using test::ScriptedClient;

namespace {

struct Rings
{
    QMap<QString, QByteArray> values;
    std::vector<std::function<void()>> waiting;
    bool works = true;
    bool holds = false;
};

class FakeRing : public Keyring
{
public:
    explicit FakeRing(Rings *rings) : m_rings(rings) {}
    void read(const QString &key, std::function<void(Found, const QByteArray &)> done) override
    {
        later([this, key, done] {
            const bool there = m_rings->values.contains(key);
            done(!m_rings->works ? Found::Unavailable : there ? Found::Value : Found::Nothing, m_rings->values.value(key));
        });
    }
    void write(const QString &key, const QByteArray &value, std::function<void(bool)> done) override
    {
        later([this, key, value, done] {
            if (m_rings->works)
                m_rings->values.insert(key, value);
            done(m_rings->works);
        });
    }
    void remove(const QString &key) override { m_rings->values.remove(key); }

private:
    void later(std::function<void()> work)
    {
        if (m_rings->holds)
            m_rings->waiting.push_back(std::move(work));
        else
            QTimer::singleShot(0, QCoreApplication::instance(), std::move(work));
    }
    Rings *m_rings;
};

QStringList filesWith(const QString &folder, const QByteArray &text)
{
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly)) {
            const QByteArray bytes = file.readAll();
            const QString wide = QString::fromUtf8(text);
            if (bytes.contains(text) || bytes.contains(QByteArray(reinterpret_cast<const char *>(wide.utf16()), wide.size() * 2)))
                found << file.fileName();
        }
    }
    return found;
}

} // namespace

class TestLeaving : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keyringTakesTheSignIn();
    void withoutKeyringAFile();
    void slowKeyringLosesNothing();
    void signOutLeavesNoByte();
    void endedSessionKeepsTheWriting();
};

void TestLeaving::keyringTakesTheSignIn()
{
    QTemporaryDir folder;
    Rings rings;
    {
        ScriptedClient setup(folder.path(), noNetwork, std::make_unique<FakeRing>(&rings));
        setup.signIn();
        QTRY_VERIFY(setup.client->session()->inKeyring());
        QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("session.json"))));
    }
    ScriptedClient again(folder.path(), noNetwork, std::make_unique<FakeRing>(&rings));
    again.client->session()->restore();
    QVERIFY(again.client->session()->restoring()); // the frame does not wait
    QTRY_VERIFY(again.client->session()->signedIn());
    again.client->session()->signOut();
    QVERIFY(rings.values.isEmpty());
}

void TestLeaving::withoutKeyringAFile()
{
    QTemporaryDir folder;
    Rings rings;
    rings.works = false;
    {
        ScriptedClient setup(folder.path(), noNetwork, std::make_unique<FakeRing>(&rings));
        setup.signIn();
        QTest::qWait(0);
        QTRY_VERIFY(QFile::exists(folder.filePath(QStringLiteral("session.json"))));
        QVERIFY(!setup.client->session()->inKeyring());
    }
    rings.works = true; // it is there later: the file moves into it
    ScriptedClient again(folder.path(), noNetwork, std::make_unique<FakeRing>(&rings));
    again.client->session()->restore();
    QVERIFY(again.client->session()->signedIn());
    QTRY_VERIFY(again.client->session()->inKeyring());
    QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("session.json"))));
}

void TestLeaving::slowKeyringLosesNothing()
{
    QTemporaryDir folder;
    Rings rings;
    rings.holds = true; // it asks the user for its password
    ScriptedClient setup(folder.path(), noNetwork, std::make_unique<FakeRing>(&rings));
    setup.client->session()->restore();
    setup.signIn();
    QVERIFY(QFile::exists(folder.filePath(QStringLiteral("session.json"))));
    setup.client->session()->signOut(); // before it answers
    for (const auto &answer : std::exchange(rings.waiting, {}))
        answer();
    QVERIFY(rings.values.isEmpty());
    QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("session.json"))));
    QVERIFY(!setup.client->session()->signedIn());
}

void TestLeaving::signOutLeavesNoByte()
{
    QTemporaryDir folder;
    const QByteArray secret = "perepiska-sekret-77";
    const QString text = QString::fromLatin1(secret);
    ScriptedClient setup(folder.path(), noNetwork);
    setup.signIn();
    Client &client = *setup.client;
    client.cache()->put(QStringLiteral("deals"), {{QStringLiteral("t"), text}});
    client.cache()->putMessages(kChat, {QJsonObject{{QStringLiteral("seq"), 1}, {QStringLiteral("body"), text}}}, true);
    client.settings()->rememberSearch(text);
    client.writing()->keepPhoto(QStringLiteral("draft/chat/") + kChat, secret);
    client.outbox()->sendMessage(kChat, text, QStringLiteral("chat/") + kChat);
    Form form;
    const auto draft = draftOf(&client, &form);
    form.setProperty("words", text);
    draft->save();
    form.setProperty("words", QString(text + QStringLiteral(" and more"))); // not yet saved when he leaves
    QVERIFY(filesWith(folder.path(), secret).size() >= 3);
    client.session()->signOut();
    draft->save();
    QVERIFY(form.words.isEmpty());
    QCOMPARE(filesWith(folder.path(), secret), QStringList());
    setup.client.reset();
    QCOMPARE(filesWith(folder.path(), secret), QStringList());
    QCOMPARE(filesWith(folder.path(), "refresh_token"), QStringList());
}

void TestLeaving::endedSessionKeepsTheWriting()
{
    QTemporaryDir folder;
    ScriptedClient setup(folder.path(), [](const HttpRequest &request) {
        const bool asks =
            request.url.path().endsWith(QLatin1String("/deals")) || request.url.path().endsWith(QLatin1String("/refresh"));
        return asks ? HttpAnswer{401, R"({"code":"token_reused"})", false, 0} : HttpAnswer{0, {}, false, 0};
    });
    setup.signIn();
    QSignalSpy ended(setup.client->session(), &Session::ended);
    setup.client->outbox()->sendMessage(kChat, QStringLiteral("mine"));
    setup.client->cache()->put(QStringLiteral("deals"), {{QStringLiteral("v"), 1}});
    setup.client->api()->send(Call::get(QStringLiteral("deals")), this, [](const Answer &) {});
    QTRY_COMPARE(ended.count(), 1);
    QVERIFY(setup.client->cache()->get(QStringLiteral("deals")).empty());
    QCOMPARE(setup.client->outbox()->items().size(), size_t(1));
    setup.signIn(); // the same user is back
    QCOMPARE(setup.client->outbox()->items().size(), size_t(1));
    setup.client->session()->signOut();
    setup.client->outbox()->setPaused(true);
    setup.signIn();
    setup.client->outbox()->sendMessage(kChat, QStringLiteral("mine"));
    QTRY_COMPARE(setup.client->outbox()->items().size(), size_t(1));
    setup.client->writing()->claim(QStringLiteral("somebody else"));
    QVERIFY(setup.client->outbox()->items().empty());
}

QTEST_GUILESS_MAIN(TestLeaving)
#include "tst_leaving.moc"
