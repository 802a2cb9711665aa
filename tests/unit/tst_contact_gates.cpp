#include "shared/domain/contact_filter/rules.h"
#include "tests/unit/contact_corpus.h"

#include <QDir>
#include <QRandomGenerator>
#include <QTest>

using namespace cargo::contact_filter;

// The gates of the contact filter's rules (gates.h): each is closed for many texts, and for none in which its rule finds
// something.
class TestContactGates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void ruleFindsNothingBehindItsGate_data();
    void ruleFindsNothingBehindItsGate();

private:
    static QStringList textsOf(const QString &name);
    static std::vector<Span> foundBy(const Rule &rule, const Scan &scan);

    QStringList m_texts;
};

QStringList TestContactGates::textsOf(const QString &name)
{
    QStringList texts;
    for (const QString &line : contact_corpus::linesOf(name.toLatin1().constData())) {
        if (line.startsWith(QLatin1Char('=')))
            continue;
        const qsizetype bar = line.indexOf(QStringLiteral(" | "));
        texts.append(contact_corpus::parse({}, bar < 0 ? line.section(QStringLiteral(": "), 1) : line.mid(bar + 3)).text);
    }
    return texts;
}

void TestContactGates::initTestCase()
{
    const QDir folder(cargo::test::sourceDir() + QStringLiteral("/tests/unit/contact_filter"));
    for (const QString &name : folder.entryList({QStringLiteral("*.txt")}, QDir::Files))
        m_texts += textsOf(name);
    QVERIFY(m_texts.size() > 4000);
    // Halves of two texts: what each of them lacks may stand in the other.
    constexpr int kHalves = 6000;
    QRandomGenerator random(1);
    const qsizetype written = m_texts.size();
    const auto any = [&] { return m_texts.at(qsizetype(random.bounded(quint32(written)))); };
    for (int i = 0; i < kHalves; ++i) {
        const QString first = any(), second = any();
        m_texts.append(first.first(first.size() / 2) + QLatin1Char(' ') + second.sliced(second.size() / 2));
    }
}

void TestContactGates::ruleFindsNothingBehindItsGate_data()
{
    QTest::addColumn<int>("rule");
    for (size_t rule = 0; rule < kAddressRules.size(); ++rule)
        QTest::newRow(kAddressRules[rule].name) << int(rule);
    QTest::newRow(kPhoneRule.name) << int(kAddressRules.size());
}

std::vector<Span> TestContactGates::foundBy(const Rule &rule, const Scan &scan)
{
    static const std::vector<QString> kNoneKnown;
    static const Policy kPolicy;
    Context context{scan, kPolicy, kNoneKnown, 0, {}, std::vector<quint8>(scan.tokens.size(), 0)};
    rule.find(context);
    return context.spans;
}

void TestContactGates::ruleFindsNothingBehindItsGate()
{
    QFETCH(const int, rule);
    const Rule &asked = size_t(rule) < kAddressRules.size() ? kAddressRules[size_t(rule)] : kPhoneRule;
    int closed = 0;
    int found = 0;
    QStringList lost;
    Scan scanned;
    for (const QString &text : m_texts) {
        scan(text, scanned);
        const bool any = !foundBy(asked, scanned).empty();
        const bool open = asked.mayHold(scanned);
        found += any ? 1 : 0;
        closed += open ? 0 : 1;
        if (any && !open)
            lost.append(text);
    }
    QVERIFY2(lost.isEmpty(), qUtf8Printable(QString::number(lost.size()) + QLatin1Char('\n')
                                            + lost.first(std::min<qsizetype>(lost.size(), 20)).join(QLatin1Char('\n'))));
    QVERIFY(found > 0);
    QVERIFY2(closed * 5 > m_texts.size(), qPrintable(QString::number(closed))); // most of these texts hold digits
}

QTEST_APPLESS_MAIN(TestContactGates)
#include "tst_contact_gates.moc"
