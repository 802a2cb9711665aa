#include "qml/desk/knowledge_view_model.h"

#include <QJsonDocument>

namespace cargo::desk {

using client::Answer;
using client::Call;

namespace {
constexpr const char *kParts[] = {"title", "body"};

QString nameOf(const char *part, const char *language)
{
    return QLatin1String(part) + (qstrcmp(language, "ru") == 0 ? QStringLiteral("Ru") : QStringLiteral("En"));
}

QJsonObject bodyOf(const QVariantMap &text)
{
    QJsonObject body;
    for (const char *part : kParts) {
        QJsonObject both;
        for (const char *language : {"ru", "en"})
            both.insert(QLatin1String(language), text.value(nameOf(part, language)).toString());
        body.insert(QLatin1String(part), both);
    }
    return body;
}

QByteArray etagOf(qint64 revision) { return '"' + QByteArray::number(revision) + '"'; }
} // namespace

KnowledgeViewModel::KnowledgeViewModel(QObject *parent) : RecordViewModel(parent)
{
    connect(this, &RecordViewModel::factsChanged, this, [this] {
        if (!dirty() && !facts().isEmpty())
            take();
    });
}

void KnowledgeViewModel::setSlug(const QString &slug)
{
    if (slug == m_slug)
        return;
    m_slug = slug;
    Q_EMIT slugChanged();
    setPath(slug.isEmpty() ? QString() : base());
}

QVariantMap KnowledgeViewModel::textOf(const QVariantMap &page)
{
    QVariantMap text;
    for (const char *part : kParts) {
        const QVariantMap both = page.value(QLatin1String(part)).toMap();
        for (const char *language : {"ru", "en"})
            text.insert(nameOf(part, language), both.value(QLatin1String(language)).toString());
    }
    return text;
}

// The draft, or the published words when there is none.
void KnowledgeViewModel::take()
{
    const QVariantMap draft = facts().value(QStringLiteral("draft")).toMap();
    m_seen = draft.value(QStringLiteral("revision")).toLongLong();
    m_kept = textOf(draft.isEmpty() ? facts().value(QStringLiteral("published")).toMap() : draft);
    m_text = m_kept;
    setConflict(false, {});
    Q_EMIT textChanged();
    Q_EMIT taken();
}

void KnowledgeViewModel::write(const QString &name, const QString &words)
{
    if (m_text.value(name).toString() == words)
        return;
    m_text.insert(name, words);
    Q_EMIT textChanged();
}

void KnowledgeViewModel::keepAnd(const std::function<void()> &then)
{
    const QVariantMap sent = m_text;
    Call call = Call::put(base() + QStringLiteral("/draft"), QJsonDocument(bodyOf(sent)).toJson(QJsonDocument::Compact));
    call.ifMatch = etagOf(m_seen);
    order(call, [this, sent, then](const Answer &answer) {
        m_seen = answer.body.value(QLatin1String("revision")).toInteger();
        m_kept = sent;
        setConflict(false, {});
        QVariantMap now = facts();
        now.insert(QStringLiteral("draft"), answer.body.toVariantMap());
        now.insert(QStringLiteral("proposal_id"), QVariant()); // of what was there before
        setFacts(now);
        Q_EMIT textChanged();
        then();
    });
}

void KnowledgeViewModel::keep()
{
    keepAnd([this] { Q_EMIT kept(); });
}

void KnowledgeViewModel::send(const QJsonObject &what, const QString &changesRu, const QString &changesEn)
{
    QJsonObject body = what;
    body.insert(QStringLiteral("changes"), QJsonObject{{QStringLiteral("ru"), changesRu}, {QStringLiteral("en"), changesEn}});
    order(Call::post(base() + QStringLiteral("/publish"), QJsonDocument(body).toJson(QJsonDocument::Compact)),
          [this](const Answer &answer) {
              Q_EMIT published(answer.status == 202);
              reload();
          });
}

void KnowledgeViewModel::publish(const QString &changesRu, const QString &changesEn)
{
    const auto go = [this, changesRu, changesEn] { send({{QStringLiteral("revision"), m_seen}}, changesRu, changesEn); };
    if (dirty())
        keepAnd(go);
    else
        go();
}

void KnowledgeViewModel::bringBack(int version, const QString &changesRu, const QString &changesEn)
{
    send({{QStringLiteral("version"), version}}, changesRu, changesEn);
}

void KnowledgeViewModel::throwAway()
{
    const auto gone = [this] {
        m_kept = m_text; // what the server says next is taken
        reload();
    };
    if (m_seen == 0) {
        take();
        return;
    }
    Call call = Call::remove(base() + QStringLiteral("/draft"));
    call.ifMatch = etagOf(m_seen);
    order(call, [gone](const Answer &) { gone(); });
}

void KnowledgeViewModel::takeTheirs()
{
    if (const qint64 revision = m_theirs.value(QStringLiteral("revision")).toLongLong(); revision > 0) {
        m_seen = revision;
        for (const QString &name : m_text.keys())
            m_kept.insert(name, m_theirs.value(name));
    }
    m_text = m_kept; // mine is let go
    setConflict(false, {});
    Q_EMIT textChanged();
    Q_EMIT taken();
    reload();
}

void KnowledgeViewModel::keepMine()
{
    m_seen = m_theirs.value(QStringLiteral("revision")).toLongLong();
    keep();
}

void KnowledgeViewModel::setConflict(bool conflict, const QVariantMap &theirs)
{
    if (conflict == m_conflict && theirs == m_theirs)
        return;
    m_conflict = conflict;
    m_theirs = theirs;
    Q_EMIT conflictChanged();
}

bool KnowledgeViewModel::refused(const Call &call, const Answer &answer, const client::ApiClient::Done &done)
{
    if (answer.status == 409 && answer.body.contains(QLatin1String("draft"))) {
        const QVariantMap draft = answer.body.value(QLatin1String("draft")).toObject().toVariantMap();
        QVariantMap theirs;
        if (!draft.isEmpty()) {
            theirs = textOf(draft);
            theirs.insert(QStringLiteral("revision"), draft.value(QStringLiteral("revision")));
            theirs.insert(QStringLiteral("by"), draft.value(QStringLiteral("updated_by")).toMap().value(QStringLiteral("name")));
        }
        setConflict(true, theirs);
        return true;
    }
    return RecordViewModel::refused(call, answer, done);
}

} // namespace cargo::desk
