#pragma once

#include <QByteArray>

#include <vector>

namespace cargo::db {

// The keywords and values of one connection: the caller's URL, then what our sessions need (UTC, ISO dates, time limits,
// UTF-8). Null-terminated arrays as PQconnectStartParams wants them; valid as long as the object lives.
class ConnectOptions
{
public:
    // `more`: further settings, as "-c name=value".
    ConnectOptions(const QByteArray &url, qint64 statementTimeoutMs, const QByteArray &applicationName,
                   const QByteArray &more = {});

    const char *const *keywords() const { return m_keywords.data(); }
    const char *const *values() const { return m_values.data(); }

private:
    QByteArray m_url;
    QByteArray m_options;
    QByteArray m_applicationName;
    std::vector<const char *> m_keywords;
    std::vector<const char *> m_values;
};

} // namespace cargo::db
