// Contrast, computed from the tokens that the apps use: text on its ground has at least 4.5 to 1 (WCAG 2.1, 1.4.3), a
// frame or a sign that carries meaning at least 3 to 1 (1.4.11); with high contrast 7 to 1 (1.4.6) and 4.5 to 1.
#include <QColor>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QTest>

#include <cmath>

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textCanBeRead_data();
    void textCanBeRead();
    void unreadablePairIsFound();
};

namespace {

double luminance(const QColor &colour)
{
    const auto linear = [](double part) { return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double first = luminance(a), second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

} // namespace

void TestTheme::textCanBeRead_data()
{
    QTest::addColumn<QString>("mode");
    QTest::addColumn<bool>("high");
    QTest::addColumn<QString>("ink");
    QTest::addColumn<QString>("ground");
    QTest::addColumn<double>("least");
    struct Pair
    {
        const char *ink, *grounds;
        double least, leastHigh;
    };
    const Pair pairs[] = {
        {"ink", "page surface raised sunken quiet brandSoft warnSoft dangerSoft infoSoft", 4.5, 7},
        {"inkSoft", "page surface raised sunken quiet brandSoft", 4.5, 7},
        {"inkFaint", "page surface raised", 4.5, 7},
        {"brand", "page surface raised", 4.5, 7},
        {"brandInk", "brand", 4.5, 7},
        {"brandSoftInk", "brandSoft", 4.5, 7},
        {"warn", "page surface raised warnSoft", 4.5, 7},
        {"danger", "page surface raised dangerSoft", 4.5, 7},
        {"dangerInk", "danger", 4.5, 7},
        {"info", "page surface raised infoSoft", 4.5, 7},
        {"page", "ink", 4.5, 7}, // chosen chips and snackbars
        {"photoInk", "photoDisc", 4.5, 7},
        {"photoDanger", "photoDisc", 4.5, 4.5},
        {"photoPillInk", "photoGround", 4.5, 7},
        {"frame", "page surface raised sunken", 3, 4.5},
        {"star", "page surface raised", 3, 4.5},
        {"line", "page surface", 1, 3}, // a hairline is a decoration, but not in the sun
    };
    for (const char *mode : {"light", "dark"}) {
        for (const bool high : {false, true}) {
            for (const Pair &pair : pairs) {
                const auto grounds = QString::fromLatin1(pair.grounds).split(u' ');
                for (const QString &ground : grounds)
                    QTest::addRow("%s%s: %s on %s", mode, high ? ", high contrast" : "", pair.ink, qPrintable(ground))
                        << mode << high << QString::fromLatin1(pair.ink) << ground << (high ? pair.leastHigh : pair.least);
            }
        }
    }
}

void TestTheme::textCanBeRead()
{
    QFETCH(QString, mode);
    QFETCH(bool, high);
    QFETCH(QString, ink);
    QFETCH(QString, ground);
    QFETCH(double, least);
    QQmlEngine engine;
    engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    QQmlComponent component(&engine);
    component.setData("import QtQuick\nimport CarGo.Ui\nQtObject { property string mode; property bool high; "
                      "function colour(name) { Theme.mode = mode; Theme.highContrast = high; return Theme[name] } }",
                      QUrl(QStringLiteral("qrc:/theme.qml")));
    const std::unique_ptr<QObject> probe(component.create());
    QVERIFY2(probe, qPrintable(component.errorString()));
    probe->setProperty("mode", mode);
    probe->setProperty("high", high);
    const auto colour = [&probe](const QString &name) {
        QVariant value;
        QMetaObject::invokeMethod(probe.get(), "colour", Q_RETURN_ARG(QVariant, value), Q_ARG(QVariant, name));
        return value.value<QColor>();
    };
    QVERIFY(colour(ink).isValid() && colour(ground).isValid());
    const double found = contrast(colour(ink), colour(ground));
    QVERIFY2(found >= least, qPrintable(QStringLiteral("%1 to 1").arg(found)));
}

void TestTheme::unreadablePairIsFound()
{
    QVERIFY(contrast(QColor(0x77, 0x77, 0x77), Qt::white) < 4.5);
    QCOMPARE(std::round(contrast(Qt::black, Qt::white)), 21.0);
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
