#pragma once

#include "qml/client/memory/local_database.h"

#include <QJsonObject>

#include <optional>

namespace cargo::client {

// A photo of the user's that the server may not have yet. The file stays until what it belongs to is on the server.
struct KeptPhoto
{
    QString name; // of the file; its key
    QString path;
    QByteArray sha256;    // hex, of the file
    QByteArray uploadKey; // Idempotency-Key of its upload, made once
    QString mediaId;      // once the server has proved that it has these bytes
};

// Something the user did that the server does not know yet. Its id is made on this device, once, and is also the
// Idempotency-Key: however often it is sent, it happens once.
struct OutboxItem
{
    QString id;
    QString subject; // "conversation/ID", "deal/ID", "listing/ID": within one, what was done first is sent first
    QString kind;    // message, favourite, read, draft, review, dispute, evidence, savedSearch
    QByteArray method = "POST";
    QString path;             // below /api/v1
    QJsonObject body = {};    // empty: none
    QString photosField = {}; // where the media ids of its photos go in the body
    qint64 createdMs = 0;
    int attempts = 0;   // that did not come through
    qint64 nextMs = 0;  // Unix ms, not before
    QString error = {}; // the code that refused it; empty while it waits
    std::vector<KeptPhoto> photos = {};
    // Only when it is added: its body gets this device's id and the next of its counts for the subject (device_id, device_seq).
    bool counted = false;
};

// In a body, where the media id of a kept photo belongs.
QString keptPhotoMark(const QString &name);

// What only this device has: drafts, what waits to be sent, photos. Each change is on the disk before it is shown. Names of
// owners of photos: "draft/KEY" and "item/ID".
class WritingStore
{
public:
    explicit WritingStore(const QString &folder);

    QJsonObject draft(const QString &key);
    bool setDraft(const QString &key, const QJsonObject &values); // empty: forget it; its photos stay
    void forgetDraft(const QString &key);                         // with its photos

    std::optional<KeptPhoto> keepPhoto(const QString &owner, const QByteArray &jpeg); // nothing when the disk refuses
    std::vector<KeptPhoto> photosOf(const QString &owner);
    void dropPhoto(const QString &name);
    void setMediaId(const QString &name, const QString &mediaId); // empty: it is to be sent again
    void renewUploadKey(const QString &name);

    // In one step: the item is there with the photos of the draft, the draft is gone. `supersedes`: an earlier wish about
    // the same subject of the same kind goes, unless it is one of `running`.
    bool add(const OutboxItem &added, const QString &draftKey, bool supersedes, const QStringList &running);
    std::vector<OutboxItem> items(const QString &subject = {}); // oldest first
    // Of each subject the first item that is not refused.
    std::vector<OutboxItem> heads();
    void postpone(const QString &id, int attempts, qint64 nextMs);
    void setError(const QString &id, const QString &error);
    void allNow(); // nothing waits for its time any more
    void remove(const QString &id);

    // Whose writing it is. Another user finds nothing of it.
    void claim(const QString &userId);
    void wipe();
    int setAsideCount() const { return m_database.setAsideCount(); }

private:
    bool count(OutboxItem &item);
    std::vector<OutboxItem> select(const char *where, const QVariantList &values);
    void removeFiles(const std::vector<KeptPhoto> &photos);
    void sweep();
    QString m_folder;
    LocalDatabase m_database;
    bool m_swept = false;
};

} // namespace cargo::client
