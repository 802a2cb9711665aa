#include "qml/client/photo_sender.h"

#include <QCryptographicHash>
#include <QJsonDocument>

namespace cargo::client {

namespace {
constexpr int kMostBreaks = 3; // then whoever sends waits a while

// Good, and names no photo.
Answer notThisFile()
{
    Answer answer;
    answer.status = 200;
    answer.ok = true;
    return answer;
}
} // namespace

QByteArray sha256OfFile(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || file.size() == 0 || !hash.addData(&file))
        return {};
    return hash.result().toHex();
}

void PhotoSender::send(ApiClient *api, const KeptPhoto &photo, QObject *context, Progress progress, ApiClient::Done done)
{
    const std::shared_ptr<PhotoSender> sender(new PhotoSender(api, photo, context, std::move(progress), std::move(done)));
    if (!sender->m_file.open(QIODevice::ReadOnly) || sender->m_file.size() > kPieceBytes) {
        sender->begin();
        return;
    }
    Call call = Call::photo(sender->m_file.readAll(), photo.uploadKey);
    call.progress = sender->m_progress;
    api->send(call, context, sender->m_done);
}

PhotoSender::PhotoSender(ApiClient *api, const KeptPhoto &photo, QObject *context, Progress progress, ApiClient::Done done)
    : m_api(api), m_context(context), m_progress(std::move(progress)), m_done(std::move(done)),
      m_path(QStringLiteral("media/uploads/") + QString::fromLatin1(photo.uploadKey)), m_sha256(photo.sha256), m_file(photo.path)
{
}

// Also after a break: it says how far the server is.
void PhotoSender::begin()
{
    const QJsonObject plan{{QStringLiteral("size"), m_file.size()}, {QStringLiteral("sha256"), QString::fromLatin1(m_sha256)}};
    const Call call = Call::put(m_path, QJsonDocument(plan).toJson(QJsonDocument::Compact));
    m_api->send(call, m_context, [self = shared_from_this()](const Answer &answer) { self->goOn(answer); });
}

void PhotoSender::goOn(const Answer &answer)
{
    if (answer.status == 404 || answer.status == 409) { // its time is over, or the key is another file's
        m_done(notThisFile());
        return;
    }
    if (!answer.ok) {
        m_done(answer);
        return;
    }
    if (const QJsonObject media = answer.body.value(QLatin1String("media")).toObject(); !media.isEmpty()) {
        Answer whole = answer;
        whole.body = media;
        m_done(whole);
        return;
    }
    piece(answer.body.value(QLatin1String("offset")).toInteger());
}

void PhotoSender::piece(qint64 offset)
{
    if (!m_api || !m_context)
        return;
    if (!m_file.seek(offset)) {
        m_done(notThisFile());
        return;
    }
    Call call = Call::patch(m_path, m_file.read(kPieceBytes));
    call.contentType = "application/offset+octet-stream";
    call.headers = {{"Upload-Offset", QByteArray::number(offset)}};
    const double size = double(m_file.size());
    call.progress = [progress = m_progress, offset, bytes = double(call.body.size()), size](double part) {
        progress((double(offset) + part * bytes) / size);
    };
    m_api->send(call, m_context, [self = shared_from_this(), offset](const Answer &answer) { self->sent(offset, answer); });
}

void PhotoSender::sent(qint64 offset, const Answer &answer)
{
    if (answer.ok && answer.body.value(QLatin1String("offset")).toInteger() > offset) {
        m_breaks = 0;
        goOn(answer);
        return;
    }
    const bool spoilt = answer.status == 404 || std::any_of(answer.fields.begin(), answer.fields.end(), [](const Error &field) {
                            return field.field == QLatin1String("sha256");
                        });
    if (spoilt) {
        m_done(notThisFile());
        return;
    }
    // No answer, or the server is elsewhere: an answer was lost before.
    if ((answer.unreachable() || answer.status == 409 || answer.ok) && ++m_breaks <= kMostBreaks && m_api && m_context) {
        begin();
        return;
    }
    m_done(answer);
}

} // namespace cargo::client
