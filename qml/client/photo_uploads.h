#pragma once

#include "qml/client/client.h"
#include "qml/client/row_model.h"

#include <QHash>
#include <QSet>
#include <QQmlParserStatus>
#include <QUrl>

namespace cargo::client {

// Photos that the user adds to something he writes (evidence of a dispute): each is kept on this device with the draft,
// and goes to the server at once when there is a line. What is left is uploaded by the outbox, when the draft is sent.
// Roles: key, source (url on this device), state (queued, uploading, done, failed), progress (0…1), errorText.
class PhotoUploads : public cargo::client::RowModel, public QQmlParserStatus
{
    Q_OBJECT
    QML_ELEMENT
    Q_INTERFACES(QQmlParserStatus)
    // Of the draft that they belong to: they are there again after a restart. Empty: for as long as this object lives.
    Q_PROPERTY(QString draftKey READ draftKey WRITE setDraftKey NOTIFY draftKeyChanged FINAL)
    Q_PROPERTY(int most MEMBER m_most NOTIFY stateChanged FINAL) // photos in all
    // Keys in their order, also of rows that are still to come.
    Q_PROPERTY(QStringList order READ order WRITE setOrder NOTIFY orderChanged FINAL)
    Q_PROPERTY(bool settled READ settled NOTIFY stateChanged FINAL) // all are on the server
    Q_PROPERTY(bool ready READ ready NOTIFY stateChanged FINAL)     // none is refused: the draft may be sent

public:
    explicit PhotoUploads(QObject *parent = nullptr);
    ~PhotoUploads() override;
    void setClient(Client *client) { m_client = client; }
    void classBegin() override {}
    void componentComplete() override;
    QString draftKey() const { return m_draftKey; }
    void setDraftKey(const QString &key);
    bool ready() const;
    bool settled() const;
    QStringList order() const { return m_order; }
    void setOrder(const QStringList &order);
    Q_INVOKABLE void move(int from, int to);
    Q_INVOKABLE void add(const QList<QUrl> &files); // at most `most` in all
    // One more, for a place of its own: its key; empty when it cannot be kept, notTaken() says why.
    Q_INVOKABLE QString take(const QUrl &file);
    Q_INVOKABLE QVariantMap of(const QString &key) const;                  // its row; empty when it is not there
    Q_INVOKABLE void addKnown(const QString &mediaId, const QUrl &source); // one that the server has; its id is its key
    Q_INVOKABLE void drop(const QString &key);
    Q_INVOKABLE void retry(const QString &key);
    Q_INVOKABLE QStringList mediaIds() const; // of those that are on the server, in order
    Q_INVOKABLE void clear();                 // the user gave them up
    Q_INVOKABLE void release();               // they were sent with the draft: the list is empty, the files are not ours

Q_SIGNALS:
    void stateChanged();
    void draftKeyChanged();
    void orderChanged();
    void notTaken(const QString &text);

private:
    QString owner() const { return QStringLiteral("draft/") + m_draftKey; }
    void restore();
    void belongSomewhere();
    std::optional<KeptPhoto> keep(const QUrl &file, QString &trouble);
    void upload(const QString &key);
    void heard(const KeptPhoto &photo, const QByteArray &sha256, const Answer &answer);
    void set(const QString &key, const QString &state, double progress, const QString &errorText = {});
    void appendRow(const QString &key, const QUrl &source, const QString &state, const QString &errorText = {});
    std::optional<KeptPhoto> kept(const QString &key) const;
    void stopCalls();
    QStringList keys() const; // of the rows
    void shift(int from, int to);
    QPointer<Client> m_client;
    QString m_draftKey;
    std::unique_ptr<QObject> m_calls; // of uploads that run
    bool m_once = false;              // the key is ours alone
    int m_unreadable = 0;
    int m_most = 10;
    QStringList m_order;
    QSet<QString> m_known; // keys of those that the server had before
};

} // namespace cargo::client
