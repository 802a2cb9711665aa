// Runs the tst_*.qml beside it against the real module CarGo.Ui, with its fonts. What a control says to the log is a fault.
#include "app-gallery/sketch.h"
#include "qml/ui/fonts.h"

#include <QGuiApplication>
#include <QLocale>
#include <QQmlEngine>
#include <QStyleHints>
#include <QtQuickTest>

class Setup : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void applicationAvailable()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        QGuiApplication::styleHints()->setUseHoverEffects(false);
        QTest::failOnWarning(QRegularExpression(QStringLiteral("qrc:/")));
        cargo::ui::loadFonts();
    }
    void qmlEngineAvailable(QQmlEngine *engine)
    {
        engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
        engine->addImageProvider(QStringLiteral("demo"), new cargo::gallery::Sketch);
    }
};

QUICK_TEST_MAIN_WITH_SETUP(controls, Setup)
#include "main.moc"
