#pragma once

#include "tests/ui/rig/app_hand.h"
#include "tests/ui/rig/local_server.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QTemporaryDir>

class QNetworkReply;

namespace cargo::test {

// Where a story is played: a real cargod with its own database, people who act over HTTP, and apps that the story opens. A
// story ends with its first failure.
class Stage : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void paymentPage(const QUrl &url) { m_paymentPage = url; }

private Q_SLOTS:
    void init()
    {
        if (m_broken)
            QSKIP("a step before this one failed");
    }
    void cleanup() { m_broken |= QTest::currentTestFailed(); }
    void cleanupTestCase() { end(); }

protected:
    static constexpr int kStepMs = AppHand::kStepMs;
    struct StaffMember
    {
        QString email;
        QString password;
        QString totpSecret;
        QString code(int steps = 0) const; // of this moment; those of the steps beside it are good too, each once
    };

    // False: the server does not start.
    bool beginServer();
    virtual void end();
    QString folderOf(const QString &who) const { return m_folder.filePath(who); } // for an app's data

    // Over HTTP, as the driver of this stage unless `token` says who; m_status is what came back.
    QJsonObject call(const QByteArray &method, const QString &path, const QJsonObject &body = {}, const QByteArray &token = {});
    QJsonObject registerUser(const QString &email, const QString &role, const QString &name);
    StaffMember addStaff(const QString &name, const QString &permission);
    QByteArray staffToken(const QString &permission, const QString &name = {}); // a name is a person
    QString uploadPhoto() { return upload(QStringLiteral("media"), m_driverToken); }
    QString upload(const QString &path, const QByteArray &token); // of a picture; its id
    // A deal about this car that is paid at the bank; its id, or nothing when a step is refused.
    QString buy(const QString &car, const QJsonValue &amount, const QString &place, int days, const QByteArray &buyer);
    // A car of this stage's driver that this buyer has paid for, as the server says too; nothing when a step is refused.
    QString paidDeal(const QByteArray &buyer);
    static QByteArray tokenOf(const QJsonObject &signedIn); // of what registerUser() answers
    // Presses a button of the bank's page; false when it does not answer.
    bool atTheBank(const QByteArray &outcome);
    QString picture(const QString &name) const; // a file with a photo on this device

    QTemporaryDir m_folder;
    LocalServer m_server{m_folder.path()};
    QByteArray m_driverToken;
    int m_status = 0;
    bool m_broken = false; // a step failed: those after it make no sense
    QNetworkAccessManager m_network;
    QUrl m_paymentPage; // what the system's browser was asked to open

private:
    QByteArray wait(QNetworkReply *reply);
};

} // namespace cargo::test
