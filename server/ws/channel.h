#pragma once

#include "server/limits.h"
#include "server/ws/frame_codec.h"

#include <QByteArray>
#include <QSocketNotifier>

#include <memory>
#include <string>

namespace cargo::ws {

// Who owns a channel is told here. A channel must not be destroyed inside these calls.
class ChannelListener
{
public:
    virtual void textReceived(QByteArray text) = 0; // valid UTF-8, at most limits.messageBytes
    virtual void frameRefused() = 0;                // over the rate; the message was dropped
    virtual void channelDrained() = 0;              // everything queued is with the kernel
    virtual void channelClosed() = 0;               // once, at the end

protected:
    ~ChannelListener() = default;
};

// One upgraded socket on its raw descriptor: bytes to messages, messages to bytes, the closing handshake, and the bounds
// of all of it. Knows nothing of users. Buffers exist only while bytes wait in them, so that an idle socket costs a few
// hundred bytes; it must never grow with what a peer does or does not read.
class Channel
{
public:
    Channel(int fd, ChannelListener *listener, const limits::Ws *limits, qint64 nowMs);
    ~Channel();
    Channel(const Channel &) = delete;
    Channel &operator=(const Channel &) = delete;

    void sendText(const QByteArray &text);
    void sendPing();
    // Frames sent in between go out together.
    void cork() { m_corked = true; }
    void uncork();
    // Says goodbye and waits for the other side's close, limits.closeMs at most (see tick()).
    void close(int code, const char *reason);
    void abort();

    void pauseReading();
    void resumeReading();

    bool isOpen() const { return m_fd >= 0 && !m_closeSent; }
    bool isGone() const { return m_fd < 0; }
    size_t queuedBytes() const { return m_out.size() - m_outAt; }
    qint64 lastHeardMs() const { return m_lastHeardMs; }
    // Steady clock, set by the owner once a loop turn: cheaper than asking for each frame.
    void setNow(qint64 nowMs) { m_nowMs = nowMs; }
    void tick(qint64 nowMs);

private:
    class Notifier;

    void readable();
    void writable();
    size_t parse(char *bytes, size_t count);
    void handleFrame(const FrameHeader &header, const char *payload);
    void handleData(const FrameHeader &header, const char *payload);
    void handleClose(const char *payload, qint64 count);
    void deliver(QByteArray message);
    bool takeToken();
    void sendFrame(Opcode opcode, const char *payload, size_t count);
    void queue(const char *header, size_t headerBytes, const char *payload, size_t count);
    void flush();
    void fail(int code, const char *reason);

    int m_fd;
    bool m_corked = false;
    bool m_paused = false;
    bool m_parsing = false;
    bool m_discarding = false; // the stream cannot be understood any more; bytes are thrown away until the end
    bool m_closeSent = false;
    bool m_closeReceived = false;
    bool m_textFragments = false; // a message is being put together
    int m_fragmentCount = 0;
    int m_refused = 0;
    ChannelListener *m_listener;
    const limits::Ws *m_limits;
    qint64 m_nowMs;
    qint64 m_lastHeardMs;
    qint64 m_closeDeadlineMs = 0;
    qint64 m_tokensAtMs;
    double m_tokens;
    std::string m_in; // an unfinished frame, or what waits while reading is paused
    std::string m_out;
    size_t m_outAt = 0;
    std::unique_ptr<QByteArray> m_message;
    std::unique_ptr<Notifier> m_reader;
    std::unique_ptr<Notifier> m_writer;
};

} // namespace cargo::ws
