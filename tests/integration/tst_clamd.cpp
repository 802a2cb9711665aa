// The real ClamAV daemon with a signature of our own, no network and no updates: what it finds, what it lets pass, and what
// happens when it is killed. In the long run, where clamav-daemon is installed.
#include "server/providers/scan/clamd/clamd_provider.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>
#include <sys/prctl.h>

using namespace cargo;
using scan::clamd::ClamdProvider;
using namespace Qt::Literals;

namespace {
constexpr int kPatienceMs = 60'000;
// The test file of the trade (EICAR), in two pieces so that no scanner takes this source for it.
const QByteArray kEicar = QByteArray(R"(X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR)") + "-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

QByteArray pdfWith(const QByteArray &content)
{
    return "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n% " + content + "\ntrailer<</Root 1 0 R>>\n%%EOF\n";
}
} // namespace

class TestClamd : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void findsWhatItKnows_data();
    void findsWhatItKnows();
    void tellsItsVersion();
    void tooLargeForItHasNoVerdict();
    void killedScannerIsUnavailable();

private:
    ClamdProvider provider() const { return ClamdProvider(*ClamdProvider::parse("unix://" + socket().toUtf8()), 30'000); }
    QString socket() const { return m_folder->filePath(u"clamd"_s); }

    QString m_program;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QProcess> m_process;
};

void TestClamd::initTestCase()
{
    if (!qEnvironmentVariableIsSet("CARGO_TEST_LONG"))
        QSKIP("only in the long run: CARGO_TEST_LONG=1");
    m_program = QStandardPaths::findExecutable(u"clamd"_s, {u"/usr/sbin"_s});
    if (m_program.isEmpty())
        QSKIP("clamav-daemon is not installed");
}

void TestClamd::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_folder->path()).mkpath(u"signatures"_s));
    QFile signatures(m_folder->filePath(u"signatures/own.ndb"_s));
    QVERIFY(signatures.open(QIODevice::WriteOnly));
    signatures.write("Test.Eicar:0:*:" + kEicar.toHex() + '\n');
    signatures.close();
    QFile config(m_folder->filePath(u"clamd.conf"_s));
    QVERIFY(config.open(QIODevice::WriteOnly));
    config.write("Foreground yes\nStreamMaxLength 1M\nMaxThreads 2\nDatabaseDirectory "
                 + m_folder->filePath(u"signatures"_s).toUtf8() + "\nLocalSocket " + socket().toUtf8() + "\nLogFile "
                 + m_folder->filePath(u"log"_s).toUtf8() + '\n');
    config.close();
    m_process = std::make_unique<QProcess>();
    m_process->setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
    m_process->start(m_program, {u"--config-file="_s + m_folder->filePath(u"clamd.conf"_s)});
    const QDeadlineTimer deadline(kPatienceMs);
    while (!provider().version()) {
        if (deadline.hasExpired() || m_process->state() == QProcess::NotRunning)
            QFAIL(QByteArray("clamd does not start: " + m_process->readAllStandardError() + m_process->readAllStandardOutput()));
        QTest::qWait(20);
    }
}

void TestClamd::cleanup()
{
    if (m_process) {
        m_process->kill();
        m_process->waitForFinished();
    }
}

void TestClamd::findsWhatItKnows_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("isInfected");
    QTest::newRow("alone") << kEicar << true;
    QTest::newRow("in a paper") << pdfWith(kEicar) << true;
    QTest::newRow("behind many bytes") << pdfWith(QByteArray(600'000, 'x') + kEicar) << true;
    QTest::newRow("a paper") << pdfWith("nothing") << false;
    QTest::newRow("half of it") << pdfWith(kEicar.left(kEicar.size() / 2)) << false;
}

void TestClamd::findsWhatItKnows()
{
    QFETCH(QByteArray, content);
    QFETCH(bool, isInfected);
    const ClamdProvider clamd = provider();
    for (int again = 0; again < 3; ++again) {
        const Outcome verdict = clamd.scan(content);
        QCOMPARE(verdict.ok(), !isInfected);
        if (isInfected) {
            QCOMPARE(verdict.code(), ErrorCode::Infected);
            QCOMPARE(verdict.error().field, u"file"_s);
            QVERIFY2(verdict.error().detail.contains(u"Test.Eicar"_s), qPrintable(verdict.error().detail));
        }
    }
}

void TestClamd::tellsItsVersion()
{
    const auto version = provider().version();
    QVERIFY(version.ok());
    QVERIFY2(version->startsWith("ClamAV "), version->constData());
}

void TestClamd::tooLargeForItHasNoVerdict()
{
    const Outcome verdict = provider().scan(QByteArray(3 * 1024 * 1024, 'x'));
    QVERIFY(!verdict);
    QCOMPARE(verdict.code(), ErrorCode::Unavailable);
}

void TestClamd::killedScannerIsUnavailable()
{
    const ClamdProvider clamd = provider();
    QVERIFY(clamd.scan(pdfWith("nothing")).ok());
    m_process->kill();
    QVERIFY(m_process->waitForFinished());
    for (const QByteArray &content : {pdfWith("nothing"), kEicar}) {
        const Outcome verdict = clamd.scan(content);
        QVERIFY(!verdict);
        QCOMPARE(verdict.code(), ErrorCode::Unavailable);
    }
}

QTEST_GUILESS_MAIN(TestClamd)
#include "tst_clamd.moc"
