#include "app-gallery/gallery.h"

#include "app-gallery/sketch.h"
#include "qml/ui/fonts.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QLocale>
#include <QQuickItem>
#include <QTimeZone>

namespace cargo::gallery {
namespace {

constexpr double kClockMs = 1796212800000.0; // 2 December 2026, 12:00 UTC
constexpr int kLongestWaitMs = 3000;

bool photosAreThere(QQuickItem *item)
{
    if (!item->isVisible())
        return true;
    if (item->inherits("QQuickImage") && item->property("status").toInt() == 2) // Image.Loading
        return false;
    const auto children = item->childItems();
    return std::all_of(children.begin(), children.end(), photosAreThere);
}

void turn(int ms)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < ms)
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 10);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // no exec() does it here
}

} // namespace

QString Look::suffix() const
{
    QString text = theme + (highContrast ? QStringLiteral("-high") : QString()) + u'_' + language;
    if (textScale != 1)
        text += u'_' + QString::number(qRound(textScale * 100));
    if (compact)
        text += QStringLiteral("_compact");
    return text;
}

Gallery::Gallery(QObject *parent) : QObject(parent)
{
    ui::loadFonts();
    m_engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    m_engine.addImageProvider(QStringLiteral("demo"), new Sketch);
}

bool Gallery::load()
{
    translate(QStringLiteral("ru"));
    m_engine.load(QUrl(QStringLiteral("qrc:/qt/qml/CarGo/Gallery/Main.qml")));
    if (m_engine.rootObjects().isEmpty())
        return false;
    m_window = qobject_cast<QQuickWindow *>(m_engine.rootObjects().first());
    // NOLINTNEXTLINE: a signal of QML has no pointer
    connect(m_window, SIGNAL(languageAsked(QString)), this, SLOT(translate(QString)));
    return true;
}

QStringList Gallery::pages() const
{
    QStringList names;
    const QVariantList pages = m_window->property("names").toList();
    for (const QVariant &page : pages)
        names << page.toString();
    return names;
}

int Gallery::widthOf(const QString &page) const
{
    QVariant width;
    QMetaObject::invokeMethod(m_window, "widthOf", Q_RETURN_ARG(QVariant, width), Q_ARG(QVariant, page));
    return width.toInt();
}

void Gallery::show(const QString &page, const Look &look)
{
    m_window->setProperty("language", look.language);
    translate(look.language);
    m_window->setProperty("bare", true);
    m_window->setProperty("theme", look.theme);
    m_window->setProperty("highContrast", look.highContrast);
    m_window->setProperty("scale", look.textScale);
    m_window->setProperty("density", look.compact ? QStringLiteral("compact") : QStringLiteral("comfortable"));
    m_window->setProperty("reducedMotion", true);
    m_window->setProperty("fixedMs", kClockMs);
    m_window->setProperty("page", QString());
    m_window->setWidth(look.width);
    m_window->setProperty("page", page);
    turn(30);
    m_window->setHeight(qBound(320, m_window->property("contentHeight").toInt(), 8000));
    QElapsedTimer waited;
    waited.start();
    do {
        turn(30);
    } while (!photosAreThere(m_window->contentItem()) && waited.elapsed() < kLongestWaitMs);
    m_window->setHeight(qBound(320, m_window->property("contentHeight").toInt(), 8000));
    turn(30);
}

QImage Gallery::picture(const QString &page, const Look &look)
{
    show(page, look);
    return m_window->grabWindow();
}

void Gallery::translate(const QString &language)
{
    const bool russian = language == QLatin1String("ru");
    QLocale::setDefault(russian ? QLocale(QLocale::Russian, QLocale::Russia) : QLocale(QLocale::English, QLocale::UnitedKingdom));
    QCoreApplication::removeTranslator(&m_words);
    QCoreApplication::removeTranslator(&m_pages);
    if (m_words.load(QStringLiteral(":/i18n/gallery/cargo_") + language))
        QCoreApplication::installTranslator(&m_words);
    if (russian && m_pages.load(QStringLiteral(":/i18n/gallery/gallery_ru")))
        QCoreApplication::installTranslator(&m_pages);
    m_engine.retranslate();
}

} // namespace cargo::gallery
