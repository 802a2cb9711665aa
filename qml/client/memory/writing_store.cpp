#include "qml/client/memory/writing_store.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QHash>
#include <QJsonDocument>
#include <QSaveFile>
#include <QUuid>

namespace cargo::client {
namespace {

QString newName() { return QUuid::createUuid().toString(QUuid::WithoutBraces); }

QString draftOwner(const QString &key) { return QStringLiteral("draft/") + key; }
QString itemOwner(const QString &id) { return QStringLiteral("item/") + id; }

QByteArray textOf(const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); }

// Of name, sha256, upload_key, media_id.
constexpr int kPhotoColumns = 4;
KeptPhoto photoOf(const QString &folder, const SqlRow &row)
{
    const QString name = row(0).toString();
    return {name, folder + QLatin1Char('/') + name, row(1).toByteArray(), row(2).toByteArray(), row(3).toString()};
}

LocalDatabase::Plan planOf(const QString &folder)
{
    return {folder + QStringLiteral("/cargo.sqlite"),
            {{// The first app had messages only, in tables without a version.
              "create table if not exists queue (client_id text primary key, conversation_id text not null, body text not null, "
              "created_ms integer not null, error text not null default '')",
              "create table if not exists queue_files (client_id text not null, path text primary key, "
              "media_id text not null default '')",
              "create table outbox (at integer primary key autoincrement, id text not null unique, subject text not null, "
              "kind text not null, method text not null, path text not null, body text not null default '', "
              "photos_field text not null default '', created_ms integer not null, attempts integer not null default 0, "
              "next_ms integer not null default 0, error text not null default '')",
              "create table photos (name text primary key, owner text not null, at integer not null, "
              "sha256 text not null default '', upload_key text not null, media_id text not null default '')",
              "create index photos_owner on photos (owner, at)",
              "create table drafts (key text primary key, value text not null, saved_ms integer not null)",
              "create table facts (key text primary key, value text not null)",
              "insert into outbox (id, subject, kind, method, path, body, photos_field, created_ms, error) "
              "select client_id, 'conversation/' || conversation_id, 'message', 'POST', "
              "'conversations/' || conversation_id || '/messages', json_object('client_id', client_id, 'body', body), "
              "'attachments', created_ms, error from queue order by created_ms, client_id",
              // The name of a file is what follows the last slash of its path.
              "insert into photos (name, owner, at, upload_key, media_id) select replace(path, rtrim(path, replace(path, '/', "
              "'')), ''), 'item/' || client_id, rowid, lower(hex(randomblob(16))), media_id from queue_files",
              "drop table queue", "drop table queue_files", "drop table if exists lists"}},
            {QStringLiteral("outbox"), QStringLiteral("photos"), QStringLiteral("drafts"), QStringLiteral("facts")},
            true};
}

} // namespace

QString keptPhotoMark(const QString &name) { return QStringLiteral("kept-photo:") + name; }

WritingStore::WritingStore(const QString &folder) : m_folder(folder + QStringLiteral("/outbox")), m_database(planOf(folder)) {}

QJsonObject WritingStore::draft(const QString &key)
{
    QJsonObject values;
    m_database.run("select value from drafts where key = ?", {key},
                   [&](const SqlRow &row) { values = QJsonDocument::fromJson(row(0).toByteArray()).object(); });
    return values;
}

bool WritingStore::setDraft(const QString &key, const QJsonObject &values)
{
    if (values.isEmpty())
        return m_database.run("delete from drafts where key = ?", {key});
    return m_database.run("insert into drafts values (?, ?, ?) on conflict (key) do update set value = excluded.value, "
                          "saved_ms = excluded.saved_ms",
                          {key, QString::fromUtf8(textOf(values)), QDateTime::currentMSecsSinceEpoch()});
}

void WritingStore::forgetDraft(const QString &key)
{
    const auto photos = photosOf(draftOwner(key));
    m_database.together([&] {
        return m_database.run("delete from drafts where key = ?", {key})
               && m_database.run("delete from photos where owner = ?", {draftOwner(key)});
    });
    removeFiles(photos);
}

// The file is whole on the disk under its name before the row names it; a file that no row names is swept.
std::optional<KeptPhoto> WritingStore::keepPhoto(const QString &owner, const QByteArray &jpeg)
{
    sweep();
    if (!QDir().mkpath(m_folder))
        return std::nullopt;
    KeptPhoto photo;
    photo.name = newName() + QStringLiteral(".jpg");
    photo.path = m_folder + QLatin1Char('/') + photo.name;
    photo.sha256 = QCryptographicHash::hash(jpeg, QCryptographicHash::Sha256).toHex();
    photo.uploadKey = newName().toLatin1();
    QSaveFile file(photo.path);
    if (!file.open(QIODevice::WriteOnly) || file.write(jpeg) != jpeg.size() || !file.commit())
        return std::nullopt;
    QFile::setPermissions(photo.path, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (!m_database.run("insert into photos (name, owner, at, sha256, upload_key) "
                        "select ?, ?, coalesce(max(at), 0) + 1, ?, ? from photos",
                        {photo.name, owner, QString::fromLatin1(photo.sha256), QString::fromLatin1(photo.uploadKey)})) {
        QFile::remove(photo.path);
        return std::nullopt;
    }
    return photo;
}

std::vector<KeptPhoto> WritingStore::photosOf(const QString &owner)
{
    std::vector<KeptPhoto> photos;
    m_database.run("select name, sha256, upload_key, media_id from photos where owner = ? order by at", {owner},
                   [&](const SqlRow &row) { photos.push_back(photoOf(m_folder, row)); });
    return photos;
}

void WritingStore::dropPhoto(const QString &name)
{
    if (m_database.run("delete from photos where name = ?", {name}))
        QFile::remove(m_folder + QLatin1Char('/') + name);
}

void WritingStore::setMediaId(const QString &name, const QString &mediaId)
{
    m_database.run("update photos set media_id = ? where name = ?", {mediaId.isNull() ? QStringLiteral("") : mediaId, name});
}

void WritingStore::renewUploadKey(const QString &name)
{
    m_database.run("update photos set upload_key = ? where name = ?", {newName(), name});
}

// In the transaction that adds the item: a count that was given belongs to something that will be sent.
bool WritingStore::count(OutboxItem &item)
{
    QString device;
    qint64 last = 0;
    const QString counter = QStringLiteral("count/") + item.subject;
    m_database.run("select value from facts where key = 'device'", {}, [&](const SqlRow &row) { device = row(0).toString(); });
    m_database.run("select value from facts where key = ?", {counter}, [&](const SqlRow &row) { last = row(0).toLongLong(); });
    if (device.isEmpty()) {
        device = newName();
        if (!m_database.run("insert into facts values ('device', ?)", {device}))
            return false;
    }
    item.body.insert(QStringLiteral("device_id"), device);
    item.body.insert(QStringLiteral("device_seq"), last + 1);
    return m_database.run("insert or replace into facts values (?, ?)", {counter, QString::number(last + 1)});
}

bool WritingStore::add(const OutboxItem &added, const QString &draftKey, bool supersedes, const QStringList &running)
{
    OutboxItem item = added;
    return m_database.together([&] {
        bool good = !item.counted || count(item);
        if (supersedes) {
            const auto earlier = select("where subject = ? and kind = ?", {item.subject, item.kind});
            for (const OutboxItem &old : earlier) {
                if (!running.contains(old.id))
                    good = good && m_database.run("delete from outbox where id = ?", {old.id});
            }
        }
        good = good
               && m_database.run("insert into outbox (id, subject, kind, method, path, body, photos_field, created_ms) "
                                 "values (?, ?, ?, ?, ?, ?, ?, ?)",
                                 {item.id, item.subject, item.kind, QString::fromLatin1(item.method), item.path,
                                  item.body.isEmpty() ? QStringLiteral("") : QString::fromUtf8(textOf(item.body)),
                                  item.photosField.isNull() ? QStringLiteral("") : item.photosField, item.createdMs});
        if (good && !draftKey.isEmpty())
            good = m_database.run("update photos set owner = ? where owner = ?", {itemOwner(item.id), draftOwner(draftKey)})
                   && m_database.run("delete from drafts where key = ?", {draftKey});
        return good;
    });
}

std::vector<OutboxItem> WritingStore::items(const QString &subject)
{
    sweep();
    return subject.isEmpty() ? select("", {}) : select("where subject = ?", {subject});
}

std::vector<OutboxItem> WritingStore::select(const char *where, const QVariantList &values)
{
    std::vector<OutboxItem> items;
    const QByteArray sql = QByteArray("select id, subject, kind, method, path, body, photos_field, created_ms, attempts, "
                                      "next_ms, error from outbox ")
                           + where + " order by at";
    m_database.run(sql.constData(), values, [&](const SqlRow &row) {
        OutboxItem item;
        item.id = row(0).toString();
        item.subject = row(1).toString();
        item.kind = row(2).toString();
        item.method = row(3).toByteArray();
        item.path = row(4).toString();
        item.body = QJsonDocument::fromJson(row(5).toByteArray()).object();
        item.photosField = row(6).toString();
        item.createdMs = row(7).toLongLong();
        item.attempts = row(8).toInt();
        item.nextMs = row(9).toLongLong();
        item.error = row(10).toString();
        items.push_back(std::move(item));
    });
    QHash<QString, std::vector<KeptPhoto>> photos;
    m_database.run("select name, sha256, upload_key, media_id, owner from photos where owner >= 'item/' and owner < 'item0' "
                   "order by at",
                   {}, [&](const SqlRow &row) { photos[row(kPhotoColumns).toString()].push_back(photoOf(m_folder, row)); });
    for (OutboxItem &item : items)
        item.photos = photos.value(itemOwner(item.id));
    return items;
}

std::vector<OutboxItem> WritingStore::heads()
{
    sweep();
    return select("where at in (select min(at) from outbox where error = '' group by subject)", {});
}

void WritingStore::postpone(const QString &id, int attempts, qint64 nextMs)
{
    m_database.run("update outbox set attempts = ?, next_ms = ? where id = ?", {attempts, nextMs, id});
}

void WritingStore::setError(const QString &id, const QString &error)
{
    m_database.run("update outbox set error = ?, attempts = 0, next_ms = 0 where id = ?",
                   {error.isNull() ? QStringLiteral("") : error, id});
}

void WritingStore::allNow() { m_database.run("update outbox set next_ms = 0 where next_ms > 0"); }

void WritingStore::remove(const QString &id)
{
    const auto photos = photosOf(itemOwner(id));
    const bool gone = m_database.together([&] {
        return m_database.run("delete from outbox where id = ?", {id})
               && m_database.run("delete from photos where owner = ?", {itemOwner(id)});
    });
    if (gone)
        removeFiles(photos);
}

void WritingStore::removeFiles(const std::vector<KeptPhoto> &photos)
{
    for (const KeptPhoto &photo : photos)
        QFile::remove(photo.path);
}

// Files whose row was never written, or went before they did: the app ended in between.
void WritingStore::sweep()
{
    if (std::exchange(m_swept, true))
        return;
    m_database.run("delete from photos where owner like 'draft/once/%'");
    QStringList known;
    if (!m_database.run("select name from photos", {}, [&](const SqlRow &row) { known << row(0).toString(); }))
        return;
    const auto files = QDir(m_folder).entryList(QDir::Files | QDir::Hidden);
    for (const QString &file : files) {
        if (known.contains(file))
            continue;
        if (m_database.setAsideCount() == 0)
            QFile::remove(m_folder + QLatin1Char('/') + file);
        else // its row may have been in the part that could not be read
            m_database.run("insert into photos (name, owner, at, upload_key) values (?, 'lost', 0, ?)", {file, newName()});
    }
}

void WritingStore::claim(const QString &userId)
{
    QString owner;
    m_database.run("select value from facts where key = 'owner'", {}, [&](const SqlRow &row) { owner = row(0).toString(); });
    if (owner == userId)
        return;
    if (!owner.isEmpty())
        wipe();
    m_database.run("insert or replace into facts values ('owner', ?)", {userId});
}

void WritingStore::wipe()
{
    m_database.wipe();
    QDir(m_folder).removeRecursively();
    m_swept = false;
}

} // namespace cargo::client
