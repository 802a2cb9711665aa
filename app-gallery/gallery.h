#pragma once

#include <QImage>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QStringList>
#include <QTranslator>

namespace cargo::gallery {

// How a page is looked at.
struct Look
{
    QString theme = QStringLiteral("light"); // light, dark
    bool highContrast = false;
    QString language = QStringLiteral("ru"); // ru, en
    double textScale = 1;
    bool compact = false;
    int width = 390; // of the page in pixels; its height is that of its content
    // "dark-high_en_200_compact", as files are named.
    QString suffix() const;
};

// The gallery as an object, so that the program, the pictures and the tests show the same one. Only
// one at a time, because the language is that of the whole program.
class Gallery : public QObject
{
    Q_OBJECT

public:
    explicit Gallery(QObject *parent = nullptr);
    bool load();
    QQuickWindow *window() const { return m_window; }
    QQmlApplicationEngine *engine() { return &m_engine; }
    QStringList pages() const;
    // The width that a page is made for: of a phone, of a desk for tables.
    int widthOf(const QString &page) const;
    // Shows one page alone and as high as it is, without animations and with a clock that stands at Wednesday, 2 December
    // 2026, 12:00 UTC; waits until its photos are there.
    void show(const QString &page, const Look &look);
    QImage picture(const QString &page, const Look &look);

private Q_SLOTS:
    void translate(const QString &language);

private:
    QQmlApplicationEngine m_engine;
    QTranslator m_words, m_pages;
    QQuickWindow *m_window = nullptr;
};

} // namespace cargo::gallery
