#pragma once

#include "qml/client/row_model.h"
#include "qml/client/view_model.h"
#include "qml/deals/deal_words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTimer>

namespace cargo::deals {

// My deals, what needs me first. Roles: dealId, number, title, price, photo, status (text), tone, moment, group (you, running,
// done), next (what comes next), who (you, driver, buyer, cargo), until (Unix ms of the clock that runs, 0: none), untilText.
class DealModel : public cargo::client::RowModel
{
    Q_OBJECT
    QML_ANONYMOUS

public:
    explicit DealModel(QObject *parent = nullptr);
};

class DealsViewModel : public cargo::client::ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(cargo::deals::DealModel *model READ model CONSTANT FINAL)

public:
    using ViewModel::ViewModel;
    DealModel *model() { return &m_model; }
    Q_INVOKABLE void reload() override;

protected:
    void begin() override;
    void retranslate() override { show(); }

private:
    void show();
    DealModel m_model;
    QJsonArray m_items;
};

// Steps of a deal from agreement to payout. Roles: key, title, moment, detail, state (done, now, next, problem), photos (urls).
class TimelineModel : public cargo::client::RowModel
{
    Q_OBJECT
    QML_ANONYMOUS

public:
    explicit TimelineModel(QObject *parent = nullptr);
};

// What the driver recorded on the way, newest first. Roles: those of checkpointRows().
class CheckpointModel : public cargo::client::RowModel
{
    Q_OBJECT
    QML_ANONYMOUS

public:
    explicit CheckpointModel(QObject *parent = nullptr);
};

// One deal. Which buttons exist is the server's word (`allowed`), never a rule of this class.
class DealViewModel : public cargo::client::ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString dealId MEMBER m_id NOTIFY changed FINAL)
    Q_PROPERTY(cargo::deals::TimelineModel *timeline READ timeline CONSTANT FINAL)
    Q_PROPERTY(cargo::deals::CheckpointModel *checkpoints READ checkpoints CONSTANT FINAL)
    Q_PROPERTY(
        QVariantMap deal READ deal NOTIFY changed FINAL) // number, title, price, fee, photo, status, other (the other side) …
    Q_PROPERTY(QStringList allowed READ allowed NOTIFY changed FINAL) // events that I may cause now
    Q_PROPERTY(QVariantMap money READ money NOTIFY changed FINAL)     // title, text, tone, iconName: who holds the money
    Q_PROPERTY(QVariantList clocks READ clocks NOTIFY changed FINAL)  // clocksWords(): the first is the one to watch
    Q_PROPERTY(QVariantMap next READ next NOTIFY changed FINAL) // title, text, who (you, driver, buyer, cargo): whose turn it is
    Q_PROPERTY(QVariantMap chain READ chain NOTIFY changed FINAL)       // chainWords()
    Q_PROPERTY(QVariantMap eta READ eta NOTIFY changed FINAL)           // etaWords()
    Q_PROPERTY(QVariantMap compared READ compared NOTIFY changed FINAL) // carCompared(): the pick-up beside the handover
    Q_PROPERTY(QString shareText READ shareText NOTIFY changed FINAL)   // read-only words for somebody without an account
    Q_PROPERTY(QVariantList terms READ terms NOTIFY changed FINAL)      // [{name, value, strong}]: frozen when the deal was made
    Q_PROPERTY(QVariantMap dispute READ dispute NOTIFY changed FINAL)   // reason, text, evidence [{who, text, moment, photos}]
    Q_PROPERTY(QString handoverCode READ handoverCode NOTIFY changed FINAL)
    Q_PROPERTY(QString handoverQr READ handoverQr NOTIFY changed FINAL)                  // what the QR code says
    Q_PROPERTY(double handoverLockedUntil READ handoverLockedUntil NOTIFY changed FINAL) // Unix ms: too many wrong codes; 0: not
    Q_PROPERTY(bool hasAct READ hasAct NOTIFY changed FINAL)                             // the delivery act exists
    Q_PROPERTY(QVariantMap amendment READ amendment NOTIFY changed FINAL)
    // Of a deal that waits for money: "" (nothing begun), checking (this app has sent the buyer to the bank and asks),
    // slow (it takes long), open (begun before, not ended), declined.
    Q_PROPERTY(QString paying READ paying NOTIFY changed FINAL)
    Q_PROPERTY(
        QVariantList receipts READ receipts NOTIFY changed FINAL) // [{title, detail, value}]: what the bank says of payments
    // An order about money that got no answer: pay, confirm, release, cancel. Nobody gives it again but the user; empty when
    // there is none, or when the deal shows that it had arrived.
    Q_PROPERTY(QString unansweredOrder READ unansweredOrder NOTIFY changed FINAL)

public:
    using ViewModel::ViewModel;
    TimelineModel *timeline() { return &m_timeline; }
    CheckpointModel *checkpoints() { return &m_checkpoints; }
    QVariantMap deal() const;
    QStringList allowed() const;
    QVariantMap money() const;
    QVariantList clocks() const;
    QVariantMap next() const;
    QVariantMap chain() const;
    QVariantMap eta() const;
    QVariantMap compared() const;
    QString shareText() const;
    QVariantList terms() const;
    QVariantMap dispute() const;
    QString handoverCode() const { return m_deal.value(QLatin1String("handover_code")).toString(); }
    QString handoverQr() const { return m_deal.value(QLatin1String("handover_qr")).toString(); }
    double handoverLockedUntil() const;
    bool hasAct() const { return m_deal.value(QLatin1String("delivered_at")).isString(); }
    QVariantMap amendment() const;
    QString paying() const;
    QVariantList receipts() const;
    Q_INVOKABLE void reload() override;
    Q_INVOKABLE void pay();
    Q_INVOKABLE void saveAct(const QString &kind); // pdf or json
    Q_INVOKABLE void confirm();
    Q_INVOKABLE void release();
    Q_INVOKABLE void cancel();
    Q_INVOKABLE void withdrawDispute();
    // These are kept and sent when there is a line; photos and text are those of the draft.
    Q_INVOKABLE void openDispute(const QString &reason, const QString &text, const QString &draftKey);
    Q_INVOKABLE void addEvidence(const QString &text, const QString &draftKey);
    Q_INVOKABLE void review(int rating, const QString &comment, const QString &draftKey);
    QString unansweredOrder() const { return m_unansweredOrder; }
    Q_INVOKABLE void giveAgain(); // the order without an answer
    Q_INVOKABLE void letGo();
    Q_INVOKABLE void answerAmendment(bool accept);

Q_SIGNALS:
    void changed();
    void paymentPageReady(const QUrl &url);
    void reviewed();
    void evidenceAdded();

protected:
    void begin() override;
    void retranslate() override { show(); }
    void unanswered(const client::Call &call) override;
    const QJsonObject &json() const { return m_deal; } // as the server said it
    QString dealId() const { return m_id; }
    QString subject() const { return QStringLiteral("deal/") + m_id; } // of what waits to be sent
    // In the outbox, with the photos of the draft. Tells failed() and answers false when the disk refuses.
    bool keep(client::OutboxItem item, const QString &kind, const QString &path, const QJsonObject &body,
              const QString &draftKey);

private:
    QString role() const { return client() ? client()->role() : QString(); } // asked for before the client is known, too
    bool ofDriver() const { return role() == QLatin1String("driver"); }
    const SideWords &words() const { return wordsOf(role()); }
    QString status() const { return m_deal.value(QLatin1String("status")).toString(); }
    void act(const QString &path, const QByteArray &body);
    bool queue(const QString &kind, const QString &path, const QByteArray &body, const QString &draftKey)
    {
        return keep({}, kind, path, QJsonDocument::fromJson(body).object(), draftKey);
    }
    void shown(const QJsonObject &deal);
    bool mayStill(const QString &order) const;
    void loadTimeline();
    void loadDispute();
    void loadPayments();
    void stopChecking();
    QVariantList photosOf(const QJsonArray &ids) const; // small pictures
    QJsonObject newestPayment() const;
    void show();
    QString m_id;
    QJsonObject m_deal;
    QJsonObject m_dispute;
    QJsonArray m_events;
    int m_holding = 0; // checkpoints among them that fit their chain
    QJsonArray m_payments;
    TimelineModel m_timeline;
    CheckpointModel m_checkpoints;
    QTimer m_check;
    QTimer m_patience;
    QString m_unansweredOrder;
    bool m_checking = false;
    bool m_slow = false;
};

} // namespace cargo::deals
