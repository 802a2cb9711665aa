#include "server/db/connect_options.h"

#include <libpq-fe.h>

#include <cstring>

namespace cargo::db {

namespace {
// `options` of the caller's URL are kept: ours are added behind them.
QByteArray optionsOfUrl(const QByteArray &url)
{
    QByteArray found;
    if (PQconninfoOption *list = PQconninfoParse(url.constData(), nullptr)) {
        for (const PQconninfoOption *option = list; option->keyword; ++option) {
            if (option->val && std::strcmp(option->keyword, "options") == 0)
                found.append(option->val).append(' ');
        }
        PQconninfoFree(list);
    }
    return found;
}
} // namespace

ConnectOptions::ConnectOptions(const QByteArray &url, qint64 statementTimeoutMs, const QByteArray &applicationName,
                               const QByteArray &more)
    : m_url(url), m_options(optionsOfUrl(url)), m_applicationName(applicationName)
{
    m_options.append("-c timezone=UTC -c datestyle=ISO -c intervalstyle=iso_8601"
                     " -c idle_in_transaction_session_timeout=60000 -c statement_timeout=");
    m_options.append(QByteArray::number(statementTimeoutMs));
    if (!more.isEmpty())
        m_options.append(' ').append(more);
    const auto add = [this](const char *keyword, const QByteArray &value) {
        m_keywords.push_back(keyword);
        m_values.push_back(value.constData());
    };
    static const QByteArray utf8("UTF8"), timeoutMs("20000"), idleSeconds("30"), connectSeconds("10");
    add("dbname", m_url);
    add("options", m_options);
    add("client_encoding", utf8);
    add("fallback_application_name", m_applicationName);
    add("connect_timeout", connectSeconds);
    add("keepalives_idle", idleSeconds);
    add("tcp_user_timeout", timeoutMs);
    m_keywords.push_back(nullptr);
    m_values.push_back(nullptr);
}

} // namespace cargo::db
