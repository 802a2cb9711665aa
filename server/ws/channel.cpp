#include "server/ws/channel.h"

#include <QEvent>

#include <algorithm>
#include <cerrno>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

namespace cargo::ws {

namespace {
constexpr size_t kReadBytes = 64 * 1024;

constexpr int kCloseNormal = 1000;
constexpr int kCloseProtocol = 1002;
constexpr int kCloseUnsupported = 1003;
constexpr int kCloseNotUtf8 = 1007;
constexpr int kClosePolicy = 1008;
constexpr int kCloseTooBig = 1009;
constexpr int kCloseTryLater = 1013;
} // namespace

// Takes the notifier's event itself: a signal connection would cost memory for each socket.
class Channel::Notifier final : public QSocketNotifier
{
public:
    Notifier(int fd, Type type, Channel *channel) : QSocketNotifier(fd, type), m_channel(channel) {}

protected:
    bool event(QEvent *event) override
    {
        if (event->type() != QEvent::SockAct)
            return QSocketNotifier::event(event);
        if (type() == Read)
            m_channel->readable();
        else
            m_channel->writable();
        return true;
    }

private:
    Channel *m_channel;
};

Channel::Channel(int fd, ChannelListener *listener, const limits::Ws *limits, qint64 nowMs)
    : m_fd(fd), m_listener(listener), m_limits(limits), m_nowMs(nowMs), m_lastHeardMs(nowMs), m_tokensAtMs(nowMs),
      m_tokens(limits->frameBurst), m_reader(std::make_unique<Notifier>(fd, QSocketNotifier::Read, this))
{
}

Channel::~Channel()
{
    if (m_fd >= 0) {
        m_reader->setEnabled(false);
        if (m_writer)
            m_writer->setEnabled(false);
        ::close(m_fd);
    }
}

void Channel::abort()
{
    if (m_fd < 0)
        return;
    m_reader->setEnabled(false);
    if (m_writer)
        m_writer->setEnabled(false);
    ::close(m_fd);
    m_fd = -1;
    m_closeSent = true;
    std::string().swap(m_out);
    m_outAt = 0;
    m_message.reset();
    m_listener->channelClosed();
}

void Channel::readable()
{
    static thread_local char buffer[kReadBytes];
    const ssize_t got = ::recv(m_fd, buffer, sizeof buffer, 0);
    if (got < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    if (got <= 0)
        return abort();
    m_lastHeardMs = m_nowMs;
    if (m_discarding)
        return;
    if (m_in.empty()) {
        const size_t used = parse(buffer, size_t(got));
        if (m_fd >= 0 && !m_discarding && used < size_t(got))
            m_in.assign(buffer + used, size_t(got) - used);
        return;
    }
    m_in.append(buffer, size_t(got));
    const size_t used = parse(m_in.data(), m_in.size());
    if (used == m_in.size() || m_discarding)
        std::string().swap(m_in);
    else
        m_in.erase(0, used);
}

// Returns how many bytes were whole frames and are done with.
size_t Channel::parse(char *bytes, size_t count)
{
    size_t at = 0;
    m_parsing = true;
    while (m_fd >= 0 && !m_discarding && !m_paused && at < count) {
        FrameHeader header;
        const HeaderVerdict verdict = readHeader(bytes + at, count - at, m_limits->messageBytes, header);
        if (verdict == HeaderVerdict::Incomplete)
            break;
        if (verdict == HeaderVerdict::ProtocolError) {
            fail(kCloseProtocol, "protocol error");
            break;
        }
        if (verdict == HeaderVerdict::TooLarge) {
            fail(kCloseTooBig, "message too big");
            break;
        }
        const size_t whole = size_t(header.headerBytes) + size_t(header.payloadBytes);
        if (count - at < whole)
            break;
        char *payload = bytes + at + header.headerBytes;
        unmask(payload, size_t(header.payloadBytes), header.mask);
        at += whole;
        handleFrame(header, payload);
    }
    m_parsing = false;
    return at;
}

void Channel::handleFrame(const FrameHeader &header, const char *payload)
{
    if (header.opcode == Opcode::Close)
        return handleClose(payload, header.payloadBytes);
    if (m_closeSent)
        return; // only the other side's close still matters
    if (!takeToken()) {
        if (++m_refused > m_limits->framesRefused)
            return fail(kClosePolicy, "too many frames");
        // A part of a message that is lost loses the message; whole messages are dropped with a word to the sender.
        if (header.isControl())
            return;
        if (!header.fin || header.opcode == Opcode::Continuation)
            return fail(kClosePolicy, "too many frames");
        if (header.opcode == Opcode::Text && !m_textFragments)
            return m_listener->frameRefused();
    }
    if (header.opcode == Opcode::Ping)
        return sendFrame(Opcode::Pong, payload, size_t(header.payloadBytes));
    if (header.opcode == Opcode::Pong)
        return;
    handleData(header, payload);
}

void Channel::handleData(const FrameHeader &header, const char *payload)
{
    const bool continues = header.opcode == Opcode::Continuation;
    if (continues != m_textFragments)
        return fail(kCloseProtocol, continues ? "nothing to continue" : "message inside a message");
    if (header.opcode == Opcode::Binary)
        return fail(kCloseUnsupported, "text only");
    if (header.fin && !continues)
        return deliver(QByteArray(payload, header.payloadBytes));
    if (++m_fragmentCount > m_limits->fragments)
        return fail(kClosePolicy, "too many fragments");
    if (!m_message)
        m_message = std::make_unique<QByteArray>();
    if (m_message->size() + header.payloadBytes > m_limits->messageBytes)
        return fail(kCloseTooBig, "message too big");
    m_message->append(payload, header.payloadBytes);
    m_textFragments = !header.fin;
    if (header.fin) {
        const std::unique_ptr<QByteArray> message = std::move(m_message);
        m_fragmentCount = 0;
        deliver(std::move(*message));
    }
}

void Channel::deliver(QByteArray message)
{
    if (!message.isValidUtf8())
        return fail(kCloseNotUtf8, "not UTF-8");
    m_listener->textReceived(std::move(message));
}

void Channel::handleClose(const char *payload, qint64 count)
{
    m_closeReceived = true;
    if (!m_closeSent) {
        int code = kCloseNormal;
        if (count == 1) {
            code = kCloseProtocol;
        } else if (count >= 2) {
            code = (quint8(payload[0]) << 8) | quint8(payload[1]);
            if (!isSendableCloseCode(code))
                code = kCloseProtocol;
            else if (!QByteArrayView(payload + 2, count - 2).isValidUtf8())
                code = kCloseNotUtf8;
        }
        close(code, "");
    }
    if (m_fd >= 0 && queuedBytes() == 0)
        abort();
}

// A bucket of tokens that refills with time.
bool Channel::takeToken()
{
    if (m_limits->framesPerSecond <= 0)
        return true;
    m_tokens = std::min(m_limits->frameBurst, m_tokens + double(m_nowMs - m_tokensAtMs) * m_limits->framesPerSecond / 1000);
    m_tokensAtMs = m_nowMs;
    if (m_tokens < 1)
        return false;
    m_tokens -= 1;
    return true;
}

void Channel::fail(int code, const char *reason)
{
    m_discarding = true;
    m_message.reset();
    close(code, reason);
}

void Channel::close(int code, const char *reason)
{
    if (!isOpen())
        return;
    char payload[2 + 123];
    payload[0] = char(code >> 8);
    payload[1] = char(code & 0xff);
    const size_t length = std::min<size_t>(qstrlen(reason), 123);
    std::copy_n(reason, length, payload + 2);
    m_corked = false;
    m_closeDeadlineMs = m_nowMs + m_limits->closeMs;
    sendFrame(Opcode::Close, payload, 2 + length);
    m_closeSent = true;
    m_message.reset();
    if (m_fd >= 0 && queuedBytes() > 0)
        flush();
    if (m_paused && m_fd >= 0) {
        m_paused = false;
        m_reader->setEnabled(true);
    }
}

void Channel::sendText(const QByteArray &text)
{
    if (isOpen())
        sendFrame(Opcode::Text, text.constData(), size_t(text.size()));
}

void Channel::sendPing()
{
    if (isOpen())
        sendFrame(Opcode::Ping, nullptr, 0);
}

void Channel::sendFrame(Opcode opcode, const char *payload, size_t count)
{
    if (m_fd < 0 || m_closeSent)
        return;
    char header[kMaxServerHeaderBytes];
    const size_t headerBytes = writeHeader(header, opcode, count);
    if (opcode != Opcode::Close && queuedBytes() + headerBytes + count > size_t(m_limits->queueBytes)) {
        // What is queued stays whole, so that a reader that wakes up learns why; who does not is dropped by tick().
        m_discarding = true;
        return close(kCloseTryLater, "reads too slowly");
    }
    if (m_corked || queuedBytes() > 0)
        return queue(header, headerBytes, payload, count);
    iovec parts[2] = {{header, headerBytes}, {const_cast<char *>(payload), count}};
    msghdr message{};
    message.msg_iov = parts;
    message.msg_iovlen = count > 0 ? 2 : 1;
    ssize_t sent = ::sendmsg(m_fd, &message, MSG_NOSIGNAL);
    if (sent < 0) {
        if (errno != EAGAIN && errno != EINTR) {
            // The read side tells of the end; nothing is destroyed in the middle of somebody's send.
            m_discarding = true;
            ::shutdown(m_fd, SHUT_RDWR);
            return;
        }
        sent = 0;
    }
    const auto done = size_t(sent);
    if (done >= headerBytes + count)
        return;
    if (done < headerBytes)
        queue(header + done, headerBytes - done, payload, count);
    else
        queue(nullptr, 0, payload + (done - headerBytes), count - (done - headerBytes));
    flush();
}

void Channel::queue(const char *header, size_t headerBytes, const char *payload, size_t count)
{
    if (m_outAt > 0 && m_outAt >= m_out.size() / 2) {
        m_out.erase(0, m_outAt);
        m_outAt = 0;
    }
    if (headerBytes > 0)
        m_out.append(header, headerBytes);
    if (count > 0)
        m_out.append(payload, count);
}

void Channel::uncork()
{
    m_corked = false;
    if (m_fd >= 0)
        flush();
}

void Channel::flush()
{
    while (queuedBytes() > 0) {
        const ssize_t sent = ::send(m_fd, m_out.data() + m_outAt, queuedBytes(), MSG_NOSIGNAL);
        if (sent < 0) {
            if (errno == EINTR)
                continue;
            if (errno != EAGAIN) {
                m_discarding = true;
                ::shutdown(m_fd, SHUT_RDWR);
                std::string().swap(m_out);
                m_outAt = 0;
                break;
            }
            if (!m_writer)
                m_writer = std::make_unique<Notifier>(m_fd, QSocketNotifier::Write, this);
            m_writer->setEnabled(true);
            return;
        }
        m_outAt += size_t(sent);
    }
    std::string().swap(m_out);
    m_outAt = 0;
    if (m_writer) {
        m_writer->setEnabled(false);
        m_writer.release()->deleteLater();
    }
}

void Channel::writable()
{
    flush();
    if (queuedBytes() > 0 || m_fd < 0)
        return;
    if (m_closeSent && m_closeReceived)
        return abort();
    m_listener->channelDrained();
}

void Channel::pauseReading()
{
    if (m_fd < 0 || m_paused || m_closeSent)
        return;
    m_paused = true;
    m_reader->setEnabled(false);
}

void Channel::resumeReading()
{
    if (m_fd < 0 || !m_paused)
        return;
    m_paused = false;
    if (!m_in.empty() && !m_parsing) {
        // Handlers may pause us again while this runs, and bytes that come later are appended behind.
        std::string waiting = std::move(m_in);
        m_in.clear();
        const size_t used = parse(waiting.data(), waiting.size());
        if (m_fd < 0)
            return;
        if (used < waiting.size() && !m_discarding) {
            waiting.erase(0, used);
            m_in = std::move(waiting);
        }
    }
    if (!m_paused)
        m_reader->setEnabled(true);
}

void Channel::tick(qint64 nowMs)
{
    m_nowMs = nowMs;
    if (m_fd >= 0 && m_closeSent && nowMs >= m_closeDeadlineMs)
        abort();
}

} // namespace cargo::ws
