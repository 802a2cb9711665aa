#pragma once

#include "qml/desk/decisions.h"
#include "qml/desk/record_view_model.h"

#include <QTimer>

namespace cargo::desk {

// A case of a queue in hand. Opening it takes it, so that two do not work on it at once; leaving it lets it go, unless a
// decision about it is under way. While a colleague has it, `holder` says who and nothing can be decided.
class CaseViewModel : public cargo::desk::RecordViewModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString queue READ queue WRITE setQueue NOTIFY caseChanged FINAL)
    Q_PROPERTY(QString itemId READ itemId WRITE setItemId NOTIFY caseChanged FINAL)
    Q_PROPERTY(QString key READ key NOTIFY caseChanged FINAL)      // of its decision
    Q_PROPERTY(QString claim READ claim NOTIFY claimChanged FINAL) // none, mine, theirs
    Q_PROPERTY(QString holder READ holder NOTIFY claimChanged FINAL)
    Q_PROPERTY(QVariantList viewers READ viewers NOTIFY claimChanged FINAL) // names of colleagues who look at it too
    // Whoever may not decide it does not keep it from those who may.
    Q_PROPERTY(bool onlyLook READ onlyLook WRITE setOnlyLook NOTIFY caseChanged FINAL)

public:
    explicit CaseViewModel(QObject *parent = nullptr);
    ~CaseViewModel() override;
    QString queue() const { return m_queue; }
    void setQueue(const QString &queue);
    QString itemId() const { return m_item; }
    void setItemId(const QString &item);
    QString key() const { return m_queue + QLatin1Char('/') + m_item; }
    QString claim() const { return m_claim; }
    QString holder() const { return m_holder; }
    QVariantList viewers() const { return m_viewers; }
    bool onlyLook() const { return m_onlyLook; }
    void setOnlyLook(bool onlyLook);
    Q_INVOKABLE void reload() override; // and takes it, should it be free by now
    Q_INVOKABLE void take();
    Q_INVOKABLE void letGo();
    Q_INVOKABLE void handOver(); // to another window of this console: what was taken stays taken
    // Who has it, as the list of the queue knows; the answer to a refused claim does not name anybody.
    Q_INVOKABLE void setHolder(const QString &name);
    // It is sent after a while, unless it is taken back. `path` below /api/v1.
    Q_INVOKABLE void decide(const QString &path, const QVariantMap &body, const QString &title);

Q_SIGNALS:
    void caseChanged();
    void claimChanged();

protected:
    void begin() override;

private:
    QString itemPath(const char *more) const;
    void leave();
    void setClaim(const QString &claim);
    void look(); // tells the others that it is looked at

    QPointer<Decisions> m_decisions;
    QString m_queue;
    QString m_item;
    QString m_claim = QStringLiteral("none");
    QString m_holder;
    QVariantList m_viewers;
    QTimer m_renew;
    bool m_open = false;
    bool m_onlyLook = false;
};

} // namespace cargo::desk
