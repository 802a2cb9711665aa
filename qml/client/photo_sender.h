#pragma once

#include "qml/client/api_client.h"
#include "qml/client/memory/writing_store.h"

#include <QFile>

namespace cargo::client {

// One kept photo on its way to the server. A small one goes whole; a large one goes in pieces and, after a break, a killed app
// or a killed server, from where the server has it: the id of the upload is the photo's upload key. Never holds more of the
// file than a piece. It lives until it is done, and dies silently with its context.
class PhotoSender : public std::enable_shared_from_this<PhotoSender>
{
public:
    using Progress = std::function<void(double)>; // 0…1

    // `done` gets an answer as POST media gives it. One that is good and names no photo (uploadedAs() is empty): what the server
    // has under this key is not this file, and the next attempt needs a new key.
    static void send(ApiClient *api, const KeptPhoto &photo, QObject *context, Progress progress, ApiClient::Done done);

    static constexpr qint64 kPieceBytes = 512 * 1024; // a file up to this size goes whole

private:
    PhotoSender(ApiClient *api, const KeptPhoto &photo, QObject *context, Progress progress, ApiClient::Done done);
    void begin();
    void goOn(const Answer &answer);
    void piece(qint64 offset);
    void sent(qint64 offset, const Answer &answer);

    QPointer<ApiClient> m_api;
    QPointer<QObject> m_context;
    Progress m_progress;
    ApiClient::Done m_done;
    QString m_path; // of the upload
    QByteArray m_sha256;
    QFile m_file;
    int m_breaks = 0; // without a piece that arrived in between
};

// SHA-256 (hex) of a file, read bit by bit; empty when it cannot be read or is empty.
QByteArray sha256OfFile(const QString &path);

} // namespace cargo::client
