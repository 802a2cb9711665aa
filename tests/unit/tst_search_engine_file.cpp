#include "server/providers/search/engine/engine.h"
#include "tests/unit/search_engine_fixture.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

using namespace cargo::search::engine;
using namespace cargo::test::search_engine;

// The snapshot file: what was saved comes back, and nothing else does.
class TestSearchEngineFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBack();
    void leavesAFileToItsWriter();
    void refusesWhatIsCutOff();
    void refusesEveryFlippedBit();
    void refusesOthers();
    void keepsTheOldFileWhenItCannotWrite();

private:
    std::string path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)).toStdString(); }
    static QByteArray read(const std::string &path);
    static void write(const std::string &path, const QByteArray &bytes);
    QByteArray small(const std::string &path) const;

    QTemporaryDir m_folder;
};

QByteArray TestSearchEngineFile::read(const std::string &path)
{
    QFile file(QString::fromStdString(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestSearchEngineFile::write(const std::string &path, const QByteArray &bytes)
{
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write");
}

QByteArray TestSearchEngineFile::small(const std::string &to) const
{
    Engine engine;
    Random random(3);
    std::vector<Document> documents;
    for (int i = 0; i < 12; ++i)
        documents.push_back(randomDocument(random, i));
    engine.upsert(documents);
    engine.remove({{idOf(3), 5}});
    if (!engine.save(to).empty())
        qFatal("cannot save");
    return read(to);
}

void TestSearchEngineFile::comesBack()
{
    Random random(1);
    Market market;
    Engine engine;
    for (int i = 0; i < 20'000; ++i)
        market.put(randomDocument(random, i));
    engine.build(market.all());
    for (int i = 0; i < 20; ++i) {
        Document changed = randomDocument(random, i * 11);
        changed.revision = 10 + i; // also of what was removed
        market.put(changed);
        engine.upsert({changed});
        market.remove(idOf(i * 13));
        engine.remove({{idOf(i * 13), 10 + i}});
    }
    QCOMPARE(engine.save(path("whole")), std::string());
    Engine other;
    other.upsert({plainDocument(900'000)}); // is replaced
    QCOMPARE(other.load(path("whole")), std::string());
    QCOMPARE(other.snapshot()->living, engine.snapshot()->living);
    for (int i = 0; i < 30; ++i) {
        const Query query = randomQuery(random);
        const Answer answer = other.search(query);
        const std::string difference = differenceFrom(market, query, answer);
        QVERIFY2(difference.empty(), difference.c_str());
        const Answer before = engine.search(query);
        QCOMPARE(answer.hits.size(), before.hits.size());
        for (size_t h = 0; h < answer.hits.size(); ++h)
            QVERIFY(answer.hits[h].id == before.hits[h].id && answer.hits[h].key == before.hits[h].key);
    }
    // It goes on from there.
    Document changed = randomDocument(random, 1);
    changed.revision = 99;
    QCOMPARE(other.upsert({changed}), size_t(1));
    other.mergeNow();
    QCOMPARE(other.save(path("whole")), std::string());
    QCOMPARE(engine.load(path("whole")), std::string());
}

void TestSearchEngineFile::leavesAFileToItsWriter()
{
    const QByteArray before = small(path("shared"));
    const int other = ::open((path("shared") + ".new").c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    QCOMPARE(::flock(other, LOCK_EX | LOCK_NB), 0);
    Engine engine;
    engine.upsert({plainDocument(78)});
    QCOMPARE(engine.save(path("shared")), std::string("another process is writing it"));
    ::close(other);
    QCOMPARE(engine.save(path("shared")), std::string()); // what it left behind is no hindrance
    Engine read;
    QCOMPARE(read.load(path("shared")), std::string());
    QCOMPARE(read.snapshot()->living, 1u);
    QVERIFY(!before.isEmpty());
}

void TestSearchEngineFile::refusesWhatIsCutOff()
{
    const QByteArray whole = small(path("small"));
    QVERIFY(whole.size() > 1'000);
    Engine engine;
    engine.upsert({plainDocument(77)});
    write(path("cut"), whole);
    for (qsizetype length = whole.size() - 1; length >= 0; --length) {
        QVERIFY(QFile::resize(QString::fromStdString(path("cut")), length));
        QVERIFY2(!engine.load(path("cut")).empty(), qPrintable(QString::number(length)));
    }
    write(path("cut"), whole + 'x');
    QVERIFY(!engine.load(path("cut")).empty());
    QVERIFY(engine.snapshot()->find(idOf(77)).document != kNoDocument); // as it was
    write(path("cut"), whole);
    QCOMPARE(engine.load(path("cut")), std::string());
}

void TestSearchEngineFile::refusesEveryFlippedBit()
{
    const QByteArray whole = small(path("small"));
    Engine engine;
    write(path("flipped"), whole);
    QFile file(QString::fromStdString(path("flipped")));
    QVERIFY(file.open(QIODevice::ReadWrite | QIODevice::Unbuffered));
    for (qsizetype at = 0; at < whole.size(); ++at) {
        const char flipped = char(whole[at] ^ (1 << (at % 8)));
        QVERIFY(file.seek(at) && file.write(&flipped, 1) == 1);
        QVERIFY2(!engine.load(path("flipped")).empty(), qPrintable(QString::number(at)));
        QVERIFY(file.seek(at) && file.write(whole.constData() + at, 1) == 1);
    }
    QCOMPARE(engine.load(path("flipped")), std::string());
    QCOMPARE(engine.snapshot()->living, 11u);
}

void TestSearchEngineFile::refusesOthers()
{
    Engine engine;
    QVERIFY(!engine.load(path("nowhere")).empty());
    QVERIFY(!engine.load(m_folder.path().toStdString()).empty());
    write(path("text"), "select * from listings");
    QCOMPARE(engine.load(path("text")), std::string("not a search snapshot"));
    QByteArray other = small(path("small"));
    other[8] = 99; // the version
    write(path("other"), other);
    QVERIFY(engine.load(path("other")).find("version") != std::string::npos);
    engine.upsert({plainDocument(79)});
    QCOMPARE(engine.save(path("made"), "rules of then"), std::string());
    QVERIFY(engine.load(path("made"), "rules of now").find("another dictionary") != std::string::npos);
    QCOMPARE(engine.load(path("made"), "rules of then"), std::string());
}

void TestSearchEngineFile::keepsTheOldFileWhenItCannotWrite()
{
    Engine engine;
    engine.upsert({plainDocument(1)});
    QVERIFY(!engine.save(path("no/such/folder/file")).empty());
    QCOMPARE(engine.save(path("file")), std::string());
    QVERIFY(!QFile::exists(QString::fromStdString(path("file.new"))));
}

QTEST_APPLESS_MAIN(TestSearchEngineFile)
#include "tst_search_engine_file.moc"
