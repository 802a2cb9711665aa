#pragma once

#include "qml/desk/record_view_model.h"

namespace cargo::desk {

// A knowledge page at its editor: `facts` as the server tells it, and the words as they are being written. What is written is
// the editor's alone until it is kept as the draft; when a colleague kept another one meanwhile, `theirs` is what stands.
class KnowledgeViewModel : public cargo::desk::RecordViewModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString slug READ slug WRITE setSlug NOTIFY slugChanged FINAL)
    Q_PROPERTY(QVariantMap text READ text NOTIFY textChanged FINAL) // {titleRu, titleEn, bodyRu, bodyEn}
    Q_PROPERTY(bool dirty READ dirty NOTIFY textChanged FINAL)      // written and not kept
    Q_PROPERTY(bool conflict READ conflict NOTIFY conflictChanged FINAL)
    Q_PROPERTY(QVariantMap theirs READ theirs NOTIFY conflictChanged FINAL) // as `text`, with revision and by; empty: it is gone
    Q_PROPERTY(double revision READ revision NOTIFY textChanged FINAL)      // of the draft that was seen, 0: none

public:
    explicit KnowledgeViewModel(QObject *parent = nullptr);
    QString slug() const { return m_slug; }
    void setSlug(const QString &slug);
    QVariantMap text() const { return m_text; }
    bool dirty() const { return m_text != m_kept; }
    bool conflict() const { return m_conflict; }
    QVariantMap theirs() const { return m_theirs; }
    double revision() const { return double(m_seen); }

    Q_INVOKABLE void write(const QString &name, const QString &words);
    Q_INVOKABLE void keep(); // as the draft
    // Keeps what is written first. `changes`: what readers are told.
    Q_INVOKABLE void publish(const QString &changesRu, const QString &changesEn);
    Q_INVOKABLE void bringBack(int version, const QString &changesRu, const QString &changesEn);
    Q_INVOKABLE void throwAway(); // what is written and the draft; the published words are there again
    Q_INVOKABLE void takeTheirs();
    Q_INVOKABLE void keepMine(); // over theirs, which was seen

Q_SIGNALS:
    void slugChanged();
    void textChanged();
    void taken(); // the words are others than were typed: fields are filled in anew
    void conflictChanged();
    void kept();
    void published(bool proposed);

protected:
    bool refused(const client::Call &call, const client::Answer &answer, const client::ApiClient::Done &done) override;

private:
    QString base() const { return QStringLiteral("admin/knowledge/") + m_slug; }
    static QVariantMap textOf(const QVariantMap &page);
    void take();
    void keepAnd(const std::function<void()> &then);
    void send(const QJsonObject &what, const QString &changesRu, const QString &changesEn);
    void setConflict(bool conflict, const QVariantMap &theirs);

    QString m_slug;
    QVariantMap m_text, m_kept, m_theirs;
    qint64 m_seen = 0;
    bool m_conflict = false;
};

} // namespace cargo::desk
