#include "server/core/log.h"

#include <unistd.h>

#include <charconv>
#include <chrono>
#include <cmath>
#include <condition_variable>
#include <cstdlib>
#include <ctime>
#include <mutex>
#include <string>
#include <thread>

namespace cargo::log {

namespace detail {
std::atomic<Level> minimum{Level::Info};
}

namespace {
constexpr size_t kHurryBytes = 64 * 1024;
constexpr size_t kBacklogBytes = 8 * 1024 * 1024; // a reader of stderr that stands still must not grow the server
constexpr auto kWriteEvery = std::chrono::milliseconds(50);
constexpr std::string_view kLevelWords[] = {"debug", "info", "warning", "error"};

void appendEscaped(std::string &out, std::string_view utf8)
{
    static constexpr char kHex[] = "0123456789abcdef";
    out += '"';
    size_t plainFrom = 0;
    for (size_t i = 0; i < utf8.size(); ++i) {
        const auto c = static_cast<unsigned char>(utf8[i]);
        if (c >= 0x20 && c != '"' && c != '\\' && c != 0x7f)
            continue;
        out.append(utf8, plainFrom, i - plainFrom);
        plainFrom = i + 1;
        if (c == '"' || c == '\\') {
            out += '\\';
            out += char(c);
        } else {
            out += "\\u00";
            out += kHex[c >> 4];
            out += kHex[c & 15];
        }
    }
    out.append(utf8, plainFrom);
    out += '"';
}

// RFC 3339 with milliseconds. The part down to the second is remembered by each thread.
void appendTime(std::string &out)
{
    thread_local time_t lastSecond = -1;
    thread_local char prefix[32];
    timespec now{};
    clock_gettime(CLOCK_REALTIME, &now);
    if (now.tv_sec != lastSecond) {
        tm parts{};
        gmtime_r(&now.tv_sec, &parts);
        strftime(prefix, sizeof prefix, "%Y-%m-%dT%H:%M:%S.", &parts);
        lastSecond = now.tv_sec;
    }
    const auto ms = int(now.tv_nsec / 1'000'000);
    out += prefix;
    out += char('0' + ms / 100);
    out += char('0' + ms / 10 % 10);
    out += char('0' + ms % 10);
    out += 'Z';
}

// Collects lines and writes them from a thread of its own. Never destroyed: threads may log while the program ends.
class Writer
{
public:
    static Writer &instance()
    {
        static auto *writer = new Writer;
        return *writer;
    }

    void add(std::string_view line, bool hurry)
    {
        bool wake = false;
        {
            const std::lock_guard guard(m_mutex);
            if (m_pending.size() + line.size() > kBacklogBytes) {
                ++m_dropped;
                return;
            }
            const bool first = m_pending.empty();
            m_pending += line;
            const bool hurryNow = hurry || m_pending.size() > kHurryBytes;
            wake = first || (hurryNow && !m_hurry);
            m_hurry = m_hurry || hurryNow;
        }
        if (wake)
            m_wake.notify_one();
    }

    void flush()
    {
        const std::lock_guard writing(m_writing);
        std::string lines;
        size_t dropped = 0;
        {
            const std::lock_guard guard(m_mutex);
            lines.swap(m_pending);
            m_hurry = false;
            std::swap(dropped, m_dropped);
        }
        if (dropped > 0)
            lines += "{\"level\":\"warning\",\"event\":\"log.dropped\",\"lines\":" + std::to_string(dropped) + "}\n";
        for (size_t done = 0; done < lines.size();) {
            const ssize_t written = ::write(m_fd.load(), lines.data() + done, lines.size() - done);
            if (written < 0 && errno == EINTR)
                continue;
            if (written <= 0)
                return;
            done += size_t(written);
        }
    }

    void setDescriptor(int fd) { m_fd = fd; }

private:
    Writer()
    {
        m_pending.reserve(2 * kHurryBytes);
        std::thread([this] { run(); }).detach();
        std::atexit([] { instance().flush(); });
    }

    void run()
    {
        for (;;) {
            {
                std::unique_lock guard(m_mutex);
                m_wake.wait(guard, [this] { return !m_pending.empty(); });
                m_wake.wait_for(guard, kWriteEvery, [this] { return m_hurry; });
            }
            flush();
        }
    }

    std::mutex m_mutex;
    std::mutex m_writing; // keeps the order of two flushes
    std::condition_variable m_wake;
    std::string m_pending;
    size_t m_dropped = 0;
    bool m_hurry = false;
    std::atomic<int> m_fd{2};
};

void qtMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const Level level = type == QtDebugMsg     ? Level::Debug
                        : type == QtInfoMsg    ? Level::Info
                        : type == QtWarningMsg ? Level::Warning
                                               : Level::Error;
    if (enabled(level) || type == QtFatalMsg)
        detail::write(level, "qt", {{"category", context.category}, {"message", message}});
    if (type == QtFatalMsg)
        flush();
}
} // namespace

void Field::appendTo(std::string &line) const
{
    line += ",\"";
    line += m_name;
    line += "\":";
    char digits[32];
    switch (m_kind) {
    case Kind::Boolean: line += m_integer ? "true" : "false"; break;
    case Kind::Integer: line.append(digits, size_t(std::to_chars(digits, digits + sizeof digits, m_integer).ptr - digits)); break;
    case Kind::Double:
        if (std::isfinite(m_double))
            line.append(digits, size_t(std::to_chars(digits, digits + sizeof digits, m_double, std::chars_format::fixed, 3).ptr
                                       - digits));
        else
            line += "null";
        break;
    case Kind::Utf8: appendEscaped(line, m_utf8); break;
    case Kind::Utf16: {
        const QByteArray utf8 = m_utf16.toUtf8();
        appendEscaped(line, {utf8.constData(), size_t(utf8.size())});
        break;
    }
    }
}

void detail::write(Level level, const char *event, Fields fields)
{
    thread_local std::string line;
    line.clear();
    line += "{\"at\":\"";
    appendTime(line);
    line += "\",\"level\":\"";
    line += kLevelWords[size_t(level)];
    line += "\",\"event\":\"";
    line += event;
    line += '"';
    for (const Field &field : fields)
        field.appendTo(line);
    line += "}\n";
    Writer::instance().add(line, level >= Level::Warning);
}

void setLevel(QByteArrayView word)
{
    if (word == "debug")
        detail::minimum = Level::Debug;
    else if (word == "warning")
        detail::minimum = Level::Warning;
    else if (word == "error")
        detail::minimum = Level::Error;
    else if (word == "off")
        detail::minimum = Level::Off;
    else
        detail::minimum = Level::Info;
}

void installQtHandler() { qInstallMessageHandler(qtMessage); }
void flush() { Writer::instance().flush(); }
void setDescriptor(int fd) { Writer::instance().setDescriptor(fd); }

} // namespace cargo::log
