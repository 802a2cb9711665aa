#pragma once

#include "qml/shell/quick_app.h"
#include "tests/ui/rig/local_server.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTemporaryDir>
#include <QTest>

namespace cargo::test {

// A person at the real buyer app, against a real server: cargod with its own database, the app driven with the pointer and
// the keyboard. The driver's and the staff's side is played over HTTP. Chapters of a story derive from it.
class BuyerRig : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void paymentPage(const QUrl &url) { m_paymentPage = url; }

private Q_SLOTS:
    // For Qt Test: a story ends with its first failure, and its server with it.
    void init()
    {
        if (m_broken)
            QSKIP("a step before this one failed");
    }
    void cleanup() { m_broken |= QTest::currentTestFailed(); }
    void cleanupTestCase() { end(); }

protected:
    static constexpr int kStepMs = 20000;

    // Starts the server with a driver who offers one car, and the app. False: one of them does not start.
    bool begin();
    void end();

    // Over HTTP, as the driver unless `token` says who; m_status is what came back.
    QJsonObject call(const QByteArray &method, const QString &path, const QJsonObject &body = {}, const QByteArray &token = {});
    QJsonObject registerUser(const QString &email, const QString &role, const QString &name);
    QByteArray staffToken(const QString &permission);
    QString uploadPhoto();
    // Presses a button of the bank's page; false when it does not answer.
    bool atTheBank(const QByteArray &outcome);
    QString picture(const QString &name) const; // a file with a photo on this device

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
    // Of the messages on the screen, newest first: two roles each, "first/second".
    QVariantList rows(const char *first, const char *second) const;

    QTemporaryDir m_folder;
    LocalServer m_server{m_folder.path()};
    QByteArray m_driverToken;
    QString m_listingId;
    int m_status = 0;
    bool m_broken = false; // a step failed: those after it make no sense
    QNetworkAccessManager m_network;
    std::unique_ptr<client::Client> m_client;
    std::unique_ptr<shell::QuickApp> m_app;
    QUrl m_paymentPage; // what the system's browser was asked to open

private:
    QByteArray wait(QNetworkReply *reply);
    void prepareListing();
    struct Aim
    {
        QString name;
        QPoint at;
        int held = 0;
    } m_aim;
};

} // namespace cargo::test

// Done once: the macros of Qt Test that wait would evaluate, and press, twice.
#define ONCE(what, name)                                                                                                         \
    QVERIFY2(QTest::qWaitFor([&] { return what; }, kStepMs),                                                                     \
             QByteArray("cannot reach " name ", there are:").append(screen()).constData())
#define CLICK(name) ONCE(click(QStringLiteral(name)), name)
#define TYPE(name, text) ONCE(type(QStringLiteral(name), text), name)
#define SEE(name) ONCE(item(QStringLiteral(name)) != nullptr, name)
#define READ(name, expected) QTRY_COMPARE_WITH_TIMEOUT(textOf(QStringLiteral(name)), expected, kStepMs)
