#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QStringView>

#include <atomic>
#include <initializer_list>
#include <string_view>

// Structured logging: one JSON object a line on stderr. `log::info("http.access", {{"status", 200}, {"ms", 1.5}});`
// Names and numbers only: never bodies, e-mail addresses, telephone numbers, tokens or network addresses.
// Thread-safe. Lines are collected and written by a thread of their own; warnings and errors hurry it.
namespace cargo::log {

enum class Level { Debug, Info, Warning, Error, Off };

// One name with a value. It only points at text, which must live until the call returns (temporaries do).
class Field
{
public:
    Field(const char *name, bool value) : m_name(name), m_kind(Kind::Boolean), m_integer(value) {}
    Field(const char *name, int value) : m_name(name), m_kind(Kind::Integer), m_integer(value) {}
    Field(const char *name, unsigned value) : m_name(name), m_kind(Kind::Integer), m_integer(value) {}
    Field(const char *name, long value) : m_name(name), m_kind(Kind::Integer), m_integer(value) {}
    Field(const char *name, long long value) : m_name(name), m_kind(Kind::Integer), m_integer(value) {}
    Field(const char *name, unsigned long value) : m_name(name), m_kind(Kind::Integer), m_integer(qint64(value)) {}
    Field(const char *name, double value) : m_name(name), m_kind(Kind::Double), m_double(value) {}
    Field(const char *name, const char *utf8) : m_name(name), m_kind(Kind::Utf8), m_utf8(utf8 ? utf8 : "") {}
    Field(const char *name, std::string_view utf8) : m_name(name), m_kind(Kind::Utf8), m_utf8(utf8) {}
    Field(const char *name, const QByteArray &utf8)
        : m_name(name), m_kind(Kind::Utf8), m_utf8(utf8.constData(), size_t(utf8.size()))
    {
    }
    Field(const char *name, const QString &text) : m_name(name), m_kind(Kind::Utf16), m_utf16(text) {}
    Field(const char *name, QStringView text) : m_name(name), m_kind(Kind::Utf16), m_utf16(text) {}

    void appendTo(std::string &line) const;

private:
    enum class Kind { Boolean, Integer, Double, Utf8, Utf16 };
    const char *m_name;
    Kind m_kind;
    qint64 m_integer = 0;
    double m_double = 0;
    std::string_view m_utf8;
    QStringView m_utf16;
};
using Fields = std::initializer_list<Field>;

namespace detail {
extern std::atomic<Level> minimum;
void write(Level level, const char *event, Fields fields);
} // namespace detail

inline bool enabled(Level level) { return level >= detail::minimum.load(std::memory_order_relaxed); }

inline void debug(const char *event, Fields fields = {})
{
    if (enabled(Level::Debug))
        detail::write(Level::Debug, event, fields);
}
inline void info(const char *event, Fields fields = {})
{
    if (enabled(Level::Info))
        detail::write(Level::Info, event, fields);
}
inline void warning(const char *event, Fields fields = {})
{
    if (enabled(Level::Warning))
        detail::write(Level::Warning, event, fields);
}
inline void error(const char *event, Fields fields = {})
{
    if (enabled(Level::Error))
        detail::write(Level::Error, event, fields);
}

// "debug", "info", "warning", "error", "off"; anything else is info.
void setLevel(QByteArrayView word);
// qDebug(), qWarning() … become lines with the event "qt".
void installQtHandler();
// Everything logged so far stands on stderr when this returns.
void flush();
// Where lines go; for tests. Default 2 (stderr). Not owned.
void setDescriptor(int fd);

} // namespace cargo::log
