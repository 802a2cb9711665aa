#pragma once

#include "qml/shell/quick_app.h"

#include <QQuickItem>
#include <QQuickWindow>
#include <QTest>

#include <memory>

namespace cargo::test {

// A hand at one of the real apps: it reads the screen and works with the pointer and the keyboard. Several apps may be open in
// one test, each with its own client and folder.
class AppHand
{
public:
    // `module` and `role` as main() of the app names them ("CarGo/Buyer", "buyer"). False: the app does not start.
    bool open(const QString &server, const QString &folder, const QString &module, const QString &role, QSize size);
    void close();

    client::Client &client() const { return *m_client; }
    shell::QuickApp &app() const { return *m_app; }
    QQuickWindow *window() const { return qobject_cast<QQuickWindow *>(m_app->engine()->rootObjects().first()); }
    QQuickItem *item(const QString &name) const; // visible and enabled
    // A property of what is on the screen; empty when it is not there.
    QVariant of(const QString &name, const char *property) const;
    QString textOf(const QString &name) const { return of(name, "text").toString(); }
    QString page() const { return m_app->navigation()->property("page").toString(); }
    QByteArray screen() const; // what is on it, for the report of a failure
    bool reach(QQuickItem *item) const;
    bool click(const QString &name); // with the pointer, once the thing stands still
    bool tabTo(const QString &name); // with the keyboard alone
    bool type(const QString &name, const QString &text);
    bool typeNumber(const QString &name, const QString &digits); // into a field that writes them in groups
    bool confirm(const QString &slide);                          // pulls it, by keyboard
    // As if `file` had been chosen in the system's dialog, which is not ours.
    bool choose(const QString &dialog, const QString &file) const;
    // The same for a camera that is asked for one thing after the other: sides of a car, documents.
    bool takeSide(const QString &angle, const QString &file, const QString &camera = QStringLiteral("sides.dialog")) const;
    // Of the messages on the screen, newest first: two roles each, "first/second".
    QVariantList rows(const char *first, const char *second) const;

    static constexpr int kStepMs = 20000;

protected:
    std::unique_ptr<client::Client> m_client;
    std::unique_ptr<shell::QuickApp> m_app;

private:
    bool isInHand() const;
    struct Aim
    {
        QString name;
        QPoint at;
        int held = 0;
    } m_aim;
};

} // namespace cargo::test

// Done once: the macros of Qt Test that wait would evaluate, and press, twice.
#define ONCE_IN(hand, what, name)                                                                                                \
    QVERIFY2(QTest::qWaitFor([&] { return what; }, cargo::test::AppHand::kStepMs),                                               \
             QByteArray("cannot reach " name ", there are:").append((hand).screen()).constData())
#define CLICK_IN(hand, name) ONCE_IN(hand, (hand).click(QStringLiteral(name)), name)
#define TYPE_IN(hand, name, text) ONCE_IN(hand, (hand).type(QStringLiteral(name), text), name)
#define SEE_IN(hand, name) ONCE_IN(hand, (hand).item(QStringLiteral(name)) != nullptr, name)
#define READ_IN(hand, name, expected)                                                                                            \
    QTRY_COMPARE_WITH_TIMEOUT((hand).textOf(QStringLiteral(name)), expected, cargo::test::AppHand::kStepMs)
