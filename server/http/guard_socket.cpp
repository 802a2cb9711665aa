#include "server/http/guard_socket.h"

#include "server/core/log.h"
#include "server/http/middleware/response_headers.h"
#include "shared/api/paths.h"

#include <QMetaObject>

#include <fcntl.h>
#include <sys/socket.h>

namespace cargo::http {

namespace {
constexpr qint64 kSlackBytes = 4096;
constexpr qint64 kUploadStepBytes = 64 * 1024;

// What Qt parses instead of a head that was parsed already: its reader takes a head byte by byte, through a transaction,
// which costs 6 µs for an app's usual headers, more than everything of ours together.
constexpr char kStandIn[] = "GET / HTTP/1.1\r\n\r\n";

// Scratch space of the thread, so that a connection at rest needs none.
QByteArray &scratch(qsizetype bytes)
{
    thread_local QByteArray buffer;
    if (buffer.size() < bytes)
        buffer.resize(bytes);
    return buffer;
}

bool hasBareLineFeed(QByteArrayView bytes)
{
    for (qsizetype at = bytes.indexOf('\n'); at >= 0; at = bytes.indexOf('\n', at + 1)) {
        if (at == 0 || bytes[at - 1] != '\r')
            return true;
    }
    return false;
}
} // namespace

GuardSocket::GuardSocket(FrontDoor *door, const AddressKey &address)
    : QTcpSocket(door), m_door(door), m_address(address), m_peer(addressText(address))
{
    m_door->watch(this);
    connect(this, &QTcpSocket::readyRead, this, &GuardSocket::onReadyRead);
    connect(this, &QTcpSocket::bytesWritten, this, &GuardSocket::onBytesWritten);
    connect(this, &QTcpSocket::disconnected, this, &GuardSocket::onDisconnected);
    allowBytes(0);
    arm(State::Idle, m_door->limits().headMs);
}

GuardSocket::~GuardSocket()
{
    // The base class still closes: none of our slots may run then. Qt's own stay: they free the request of the connection.
    QObject::disconnect(this, &QTcpSocket::readyRead, this, &GuardSocket::onReadyRead);
    QObject::disconnect(this, &QTcpSocket::bytesWritten, this, &GuardSocket::onBytesWritten);
    QObject::disconnect(this, &QTcpSocket::disconnected, this, &GuardSocket::onDisconnected);
    onDisconnected();
    m_door->release(m_address);
    m_door->forget(this);
}

void GuardSocket::arm(State state, int ms)
{
    m_state = state;
    deadlineMs = FrontDoor::nowMs() + ms;
}

// Room in Qt's buffer for the present request; more stays in the kernel and slows the sender down.
void GuardSocket::allowBytes(qint64 count)
{
    const limits::Http &limits = m_door->limits();
    setReadBufferSize(qMax(count, limits.headBytes + limits.bodyBytes) + kSlackBytes);
}

void GuardSocket::hide()
{
    if (!isTransactionStarted())
        startTransaction();
    if (bytesAvailable() > 0)
        skip(bytesAvailable());
}

void GuardSocket::reveal()
{
    if (isTransactionStarted())
        rollbackTransaction();
}

void GuardSocket::discard()
{
    if (isTransactionStarted())
        commitTransaction();
    if (bytesAvailable() > 0)
        m_discarded += skip(bytesAvailable());
    if (m_discarded > m_door->limits().lingerBytes)
        abort();
}

void GuardSocket::onReadyRead()
{
    switch (m_state) {
    case State::Idle:
    case State::Head: return readHead();
    case State::Body: return readBody();
    case State::Upload: return readUpload();
    case State::Handling:
    case State::Sending:
    case State::Upgrading: return hide();
    case State::Closing: return discard();
    }
}

void GuardSocket::readHead()
{
    reveal();
    const limits::Http &limits = m_door->limits();
    QByteArray &buffer = scratch(limits.headBytes + 1);
    QByteArrayView bytes(buffer.constData(), qMax(qint64(0), peek(buffer.data(), limits.headBytes + 1)));
    // Empty lines before a request are allowed (RFC 9112, section 2.2); Qt need not know of them.
    while (bytes.startsWith("\r\n") && m_scanned == 0) {
        skip(2);
        bytes = bytes.sliced(2);
    }
    if (bytes.isEmpty()) {
        m_state = State::Idle;
        return;
    }
    const qsizetype end = findHeadEnd(bytes, m_scanned);
    if (end > limits.headBytes || (end < 0 && bytes.size() > limits.headBytes)) {
        const bool line = bytes.first(qMin(bytes.size(), qsizetype(limits.targetBytes))).contains('\r');
        return refuse({line ? ErrorCode::HeaderTooLarge : ErrorCode::UriTooLong, "head too large"});
    }
    if (end < 0) {
        const bool letter = (bytes[0] >= 'A' && bytes[0] <= 'Z') || (bytes[0] >= 'a' && bytes[0] <= 'z');
        if ((!letter && bytes != "\r") || hasBareLineFeed(bytes))
            return refuse({ErrorCode::BadRequest, "not HTTP"});
        if (m_state == State::Idle)
            arm(State::Head, limits.headMs);
        m_scanned = bytes.size();
        return hide();
    }
    m_scanned = 0;
    acceptHead(bytes.first(end));
}

void GuardSocket::acceptHead(QByteArrayView bytes)
{
    auto exchange = std::make_shared<Exchange>();
    if (auto refused = parseHead(bytes.toByteArray(), m_door->limits(), exchange->request, exchange->facts))
        return refuse(*refused);
    m_keepAlive = exchange->facts.keepAlive;
    const BodyRule rule = m_door->pipeline().open(*exchange, m_peer);
    m_exchange = std::move(exchange);
    const Request &request = m_exchange->request;
    const bool hubPath = request.method == Method::Get && request.path == api::kWebSocketPath;
    if (hubPath && m_door->canUpgrade()) {
        if (auto refused = checkWebSocketUpgrade(request, m_exchange->facts))
            return refuse(*refused);
        return upgradeHere(bytes.size());
    }
    if (m_exchange->facts.webSocket)
        return refuse({ErrorCode::BadRequest, "upgrade elsewhere"});
    if (m_exchange->facts.contentLength > rule.maxBytes)
        return refuse({ErrorCode::PayloadTooLarge, "content length"});
    if (rule.refusal)
        return refuseWith(*rule.refusal);
    routeBody(rule, bytes.size());
}

void GuardSocket::routeBody(const BodyRule &rule, qint64 headBytes)
{
    const limits::Http &limits = m_door->limits();
    const qint64 bodyBytes = m_exchange->facts.contentLength;
    m_requestBytes = headBytes + bodyBytes;
    if (m_exchange->facts.expectContinue && bytesAvailable() < m_requestBytes)
        send(QByteArrayLiteral("HTTP/1.1 100 Continue\r\n\r\n"));
    if (rule.toFile) {
        skip(headBytes);
        m_uploadLeft = bodyBytes;
        arm(State::Upload, limits.uploadMs);
        return readUpload();
    }
    if (bytesAvailable() >= m_requestBytes)
        return requestReady();
    arm(State::Body, limits.bodyMs);
    hide();
    allowBytes(m_requestBytes);
}

void GuardSocket::readBody()
{
    reveal();
    if (bytesAvailable() >= m_requestBytes)
        return requestReady();
    hide();
}

// Nothing is hidden now: the request is taken out whole and the stand-in put in its place. Qt's slot runs next and calls.
void GuardSocket::requestReady()
{
    arm(State::Handling, m_door->limits().handleMs);
    const qint64 bodyBytes = m_exchange->facts.contentLength;
    skip(m_requestBytes - bodyBytes);
    if (bodyBytes > 0)
        m_exchange->request.body = read(bodyBytes);
    for (qsizetype i = sizeof kStandIn - 1; i-- > 0;)
        ungetChar(kStandIn[i]);
    m_door->setCurrent(this);
}

ExchangePtr GuardSocket::takeReady() { return m_state == State::Handling ? m_exchange : nullptr; }

void GuardSocket::readUpload()
{
    if (isTransactionStarted())
        commitTransaction();
    QByteArray &buffer = scratch(kUploadStepBytes);
    while (m_uploadLeft > 0 && bytesAvailable() > 0) {
        const qint64 count = read(buffer.data(), qMin(m_uploadLeft, kUploadStepBytes));
        if (count <= 0)
            break;
        m_uploadLeft -= count;
        if (auto refused = m_exchange->upload->feed(QByteArrayView(buffer.constData(), count)))
            return refuse(*refused);
    }
    if (m_uploadLeft == 0)
        finishUpload();
}

void GuardSocket::finishUpload()
{
    Upload &upload = *m_exchange->upload;
    if (auto refused = upload.finish())
        return refuse(*refused);
    Request &request = m_exchange->request;
    request.uploadPath = upload.path();
    request.uploadSize = upload.sizeBytes();
    request.uploadContentType = upload.reader().contentType();
    request.uploadFileName = upload.reader().fileName();
    arm(State::Handling, m_door->limits().handleMs);
    hide(); // Qt's slot runs after this one and must not see what follows the upload
    m_door->serve(this, m_exchange);
}

// A proxy may send an upgrade on a connection that carried requests before. The descriptor leaves with a copy; closing
// the socket then says nothing to the client.
void GuardSocket::upgradeHere(qint64 headBytes)
{
    if (bytesAvailable() != headBytes)
        return refuse({ErrorCode::BadRequest, "bytes behind an upgrade"});
    hide();
    m_state = State::Upgrading;
    deadlineMs = 0;
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_state != State::Upgrading)
                return;
            const int fd = ::fcntl(int(socketDescriptor()), F_DUPFD_CLOEXEC, 0);
            const ExchangePtr exchange = std::exchange(m_exchange, nullptr);
            FrontDoor *door = m_door;
            abort();
            if (fd >= 0)
                door->upgrade(fd, RequestPtr(exchange, &exchange->request));
        },
        Qt::QueuedConnection);
}

void GuardSocket::refuse(const Refusal &refusal) { refuseWith(m_door->pipeline().refuse(m_exchange.get(), refusal)); }

void GuardSocket::refuseWith(const Response &response)
{
    const ExchangePtr exchange = std::exchange(m_exchange, nullptr);
    const CallContext *context = exchange ? exchange->request.context.get() : nullptr;
    const bool head = exchange && exchange->request.method == Method::Head;
    QByteArray out = renderHead(response, context, {response.body.size(), false, head}, response.body.size());
    if (!head)
        out.append(response.body);
    send(out);
    closeGently();
    discard();
}

void GuardSocket::answer(const ExchangePtr &exchange, Response response)
{
    if (m_state != State::Handling || exchange != m_exchange)
        return;
    const bool head = exchange->request.method == Method::Head;
    const bool bodiless = response.status == 204 || response.status == 304;
    if (!response.filePath.isEmpty() && !bodiless && !head) {
        m_file = std::make_unique<QFile>(response.filePath);
        if (!m_file->open(QIODevice::ReadOnly | QIODevice::Unbuffered) || !m_file->seek(response.fileOffset)) {
            m_file.reset();
            response = m_door->pipeline().refuse(exchange.get(), {ErrorCode::NotFound, "file"});
        } else {
            m_fileLeft = response.fileBytes;
        }
    }
    const bool file = !response.filePath.isEmpty();
    m_keepAlive = m_keepAlive && !m_door->draining();
    const Framing framing{file ? response.fileBytes : response.body.size(), m_keepAlive, head};
    const bool inlineBody = !head && !file && !bodiless;
    QByteArray out = renderHead(response, exchange->request.context.get(), framing, inlineBody ? response.body.size() : 0);
    if (inlineBody)
        out.append(response.body);
    m_exchange.reset();
    arm(State::Sending, m_door->limits().writeMs);
    send(out);
    if (m_file)
        sendFileChunk();
    else if (bytesToWrite() == 0)
        answerSent();
}

// Straight to the kernel when nothing waits: Qt's buffer and write notifier are for what does not fit.
void GuardSocket::send(const QByteArray &bytes)
{
    qint64 sent = 0;
    if (bytesToWrite() == 0) {
        sent = ::send(int(socketDescriptor()), bytes.constData(), size_t(bytes.size()), MSG_NOSIGNAL | MSG_DONTWAIT);
        sent = qMax(qint64(0), sent);
    }
    if (sent < bytes.size())
        write(bytes.constData() + sent, bytes.size() - sent);
}

void GuardSocket::sendFileChunk()
{
    QByteArray &buffer = scratch(limits::kFileChunkBytes);
    while (m_fileLeft > 0 && bytesToWrite() == 0) {
        const qint64 count = m_file->read(buffer.data(), qMin(m_fileLeft, limits::kFileChunkBytes));
        if (count <= 0) {
            log::warning("http.file_cut_short", {});
            return abort();
        }
        m_fileLeft -= count;
        send(QByteArray::fromRawData(buffer.constData(), count));
    }
    if (m_fileLeft > 0)
        return;
    m_file.reset();
    if (bytesToWrite() == 0)
        answerSent();
}

void GuardSocket::onBytesWritten()
{
    if (bytesToWrite() > 0) {
        if (m_state == State::Sending)
            arm(State::Sending, m_door->limits().writeMs);
        return;
    }
    if (m_state == State::Closing && !m_shutDown)
        return closeGently();
    if (m_state != State::Sending)
        return;
    arm(State::Sending, m_door->limits().writeMs);
    if (m_file)
        sendFileChunk();
    else
        answerSent();
}

void GuardSocket::answerSent()
{
    if (!m_keepAlive)
        return closeGently();
    if (m_requestBytes > m_door->limits().bodyBytes)
        allowBytes(0);
    m_requestBytes = 0;
    arm(State::Idle, m_door->limits().idleMs);
    // The next request may be here already, hidden or not; it begins in a turn of its own.
    if (isTransactionStarted() || bytesAvailable() > 0)
        QMetaObject::invokeMethod(this, &QTcpSocket::readyRead, Qt::QueuedConnection);
}

// Our side ends, then we read until the client ends its own: closing with unread bytes would send a reset, and the client
// would never see the answer.
void GuardSocket::closeGently()
{
    arm(State::Closing, m_door->limits().lingerMs);
    if (bytesToWrite() > 0) {
        arm(State::Closing, m_door->limits().writeMs);
        return;
    }
    m_shutDown = true;
    ::shutdown(int(socketDescriptor()), SHUT_WR);
}

void GuardSocket::onDisconnected()
{
    m_state = State::Closing;
    m_file.reset();
    // Who still works for this client learns that nobody waits.
    if (const ExchangePtr exchange = std::exchange(m_exchange, nullptr)) {
        if (exchange->request.context)
            exchange->request.context->cancel();
    }
}

void GuardSocket::expire()
{
    switch (m_state) {
    case State::Head:
    case State::Body:
    case State::Upload: return refuse({ErrorCode::RequestTimeout, "deadline"});
    case State::Handling: {
        const ExchangePtr exchange = m_exchange;
        refuse({ErrorCode::Unavailable, "handling took too long"});
        if (exchange && exchange->request.context)
            exchange->request.context->cancel();
        return;
    }
    case State::Idle:
    case State::Sending:
    case State::Upgrading:
    case State::Closing: return abort();
    }
}

void GuardSocket::drain()
{
    m_keepAlive = false;
    if (m_state == State::Idle)
        closeGently();
}

} // namespace cargo::http
