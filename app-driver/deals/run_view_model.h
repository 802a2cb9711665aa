#pragma once

#include "qml/deals/deal_view_models.h"
#include "shared/domain/deal/deal_state.h"

#include <vector>

namespace cargo::driver {

// A deal on the road. What is recorded there is kept on this device first, with its time and count, and sent in its order when
// there is a line; `may` is what the shared table allows once all of it has arrived, so that the road never waits for a
// network. Only the handover is asked of the server at once: nothing here says "handed over" before it did.
class RunViewModel : public cargo::deals::DealViewModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QStringList may READ may NOTIFY runChanged FINAL)   // events of the table
    Q_PROPERTY(QString action READ action NOTIFY runChanged FINAL) // the one that is next: pickUp, way, handover, wait, none
    Q_PROPERTY(int unsent READ unsent NOTIFY runChanged FINAL)     // records of this deal that are on this device only
    // What he photographed before the handover is on its way: the code goes after it, or it would come too late.
    Q_PROPERTY(bool checkWaits READ checkWaits NOTIFY runChanged FINAL)
    Q_PROPERTY(int triesLeft READ triesLeft NOTIFY codeChanged FINAL) // wrong codes before the lock; 0: nobody said
    Q_PROPERTY(QString codeError READ codeError NOTIFY codeChanged FINAL)
    Q_PROPERTY(QVariantMap safety READ safety NOTIFY runChanged FINAL) // of a stop that holds: mine, until (Unix ms)
    Q_PROPERTY(QStringList angles READ angles CONSTANT FINAL)          // words of an inspection, see shared/domain
    Q_PROPERTY(QStringList views READ views CONSTANT FINAL)
    Q_PROPERTY(QVariantList damageKinds READ damageKinds NOTIFY runChanged FINAL) // [{value, text}]
    Q_PROPERTY(QVariantList obstructions READ obstructions NOTIFY runChanged FINAL)
    Q_PROPERTY(QVariantList papers READ papers NOTIFY runChanged FINAL)

public:
    using DealViewModel::DealViewModel;
    QStringList may() const;
    QString action() const;
    int unsent() const;
    bool checkWaits() const;
    int triesLeft() const { return m_triesLeft; }
    QString codeError() const { return m_codeError; }
    QVariantMap safety() const;
    QStringList angles() const;
    QStringList views() const;
    QVariantList damageKinds() const;
    QVariantList obstructions() const;
    QVariantList papers() const;
    Q_INVOKABLE QString angleText(const QString &angle) const;
    Q_INVOKABLE QString angleHint(const QString &angle) const; // how to stand for its photo
    Q_INVOKABLE QString viewText(const QString &view) const;
    Q_INVOKABLE QString photoMark(const QString &key) const; // of a photo of the draft, where its id belongs in `fields`

    // kind: start, checkpoint, arrive, absent, handover. `fields` as in the API, without what this class adds; the photos are
    // those of the draft. False when the disk refuses: nothing is lost, the draft is as it was.
    Q_INVOKABLE bool record(const QString &kind, const QVariantMap &fields, const QString &draftKey);
    Q_INVOKABLE bool propose(double amountMinor, int etaDays, const QString &reason, const QString &draftKey);
    Q_INVOKABLE bool stopForSafety(const QString &text);
    // What a new price leads to: receives, fee, less (texts); empty for one that cannot be.
    Q_INVOKABLE QVariantMap effectOf(double amountMinor) const;
    Q_INVOKABLE void handOver(const QString &code); // digits, or what a QR code says

Q_SIGNALS:
    void runChanged();
    void codeChanged();
    void handedOver();

protected:
    void begin() override;

private:
    std::vector<DealEvent> eventsToCome() const;
    int m_triesLeft = 0;
    QString m_codeError;
};

} // namespace cargo::driver
