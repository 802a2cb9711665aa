#include "server/db/sql_error.h"

#include <QLoggingCategory>

#include <libpq-fe.h>

#include <array>

namespace cargo::db {

namespace {
Q_LOGGING_CATEGORY(lcDb, "cargo.db")

struct StateRow
{
    std::string_view state; // five characters, or the two of a class
    ErrorCode code;
};

// The first row whose state begins the SQLSTATE counts.
constexpr std::array<StateRow, 29> kStates = {{
    {"23505", ErrorCode::AlreadyExists},
    {"23503", ErrorCode::NotFound}, // Conflict when the other side is deleted, see errorOf()
    {"23514", ErrorCode::ValidationFailed},
    {"23502", ErrorCode::Required},
    {"23P01", ErrorCode::Conflict},
    {"23001", ErrorCode::Conflict},
    {"22001", ErrorCode::TooLong},
    {"22003", ErrorCode::OutOfRange},
    {"22008", ErrorCode::OutOfRange},
    {"22021", ErrorCode::InvalidEncoding},
    {"22P05", ErrorCode::InvalidEncoding},
    {"22P02", ErrorCode::ValidationFailed},
    {"22007", ErrorCode::ValidationFailed},
    {"22", ErrorCode::ValidationFailed},
    {"40001", ErrorCode::Conflict},
    {"40P01", ErrorCode::Conflict},
    {"40", ErrorCode::Conflict},
    {"55P03", ErrorCode::Conflict},
    {"57014", ErrorCode::Timeout},
    {"57P", ErrorCode::Unavailable},   // shutdown, crash, starting up
    {"25P03", ErrorCode::Timeout},     // idle in transaction for too long
    {"25006", ErrorCode::Unavailable}, // a read-only replica
    {"53", ErrorCode::Unavailable},    // also its full disk: nothing was written, and the same request may come again
    {"08", ErrorCode::Unavailable},
    {"28", ErrorCode::Unavailable}, // refused at the door: a setting of ours
    {"3D", ErrorCode::Unavailable},
    {"58", ErrorCode::Unavailable}, // input/output error
    {"54000", ErrorCode::ValidationFailed},
    {"XX", ErrorCode::Internal},
}};

std::string_view part(const pg_result *result, int code)
{
    const char *text = PQresultErrorField(result, code);
    return text ? std::string_view(text) : std::string_view();
}

QString fromView(std::string_view text) { return QString::fromUtf8(text.data(), qsizetype(text.size())); }
} // namespace

ErrorCode codeOfState(std::string_view sqlState)
{
    for (const StateRow &row : kStates) {
        if (sqlState.starts_with(row.state))
            return row.code;
    }
    return ErrorCode::Internal;
}

QString fieldOfConstraint(std::string_view table, std::string_view constraint)
{
    if (constraint.size() <= table.size() + 1 || !constraint.starts_with(table) || constraint[table.size()] != '_')
        return {};
    const std::string_view rest = constraint.substr(table.size() + 1);
    const size_t ruleAt = rest.rfind('_');
    return ruleAt == std::string_view::npos ? QString() : fromView(rest.substr(0, ruleAt));
}

Error errorOf(const pg_result *result, const char *queryName)
{
    const std::string_view state = part(result, PG_DIAG_SQLSTATE);
    const std::string_view constraint = part(result, PG_DIAG_CONSTRAINT_NAME);
    if (state.empty()) // libpq's own: the connection broke
        return Error{ErrorCode::Unavailable, {}, QStringLiteral("connection lost")};

    Error error{codeOfState(state), fieldOfConstraint(part(result, PG_DIAG_TABLE_NAME), constraint), {}};
    if (state == "23502")
        error.field = fromView(part(result, PG_DIAG_COLUMN_NAME));
    // The same SQLSTATE for "refers to nothing" and for "is still referred to"; lc_messages is C.
    if (state == "23503" && part(result, PG_DIAG_MESSAGE_PRIMARY).starts_with("update or delete"))
        error.code = ErrorCode::Conflict;
    if (state == "40001")
        error.detail = QStringLiteral("serialization failure");
    else if (state == "40P01")
        error.detail = QStringLiteral("deadlock");
    else
        error.detail = QStringLiteral("sqlstate ") + fromView(state)
                       + (constraint.empty() ? QString() : QStringLiteral(", constraint ") + fromView(constraint));
    if (error.code == ErrorCode::Internal || error.code == ErrorCode::Unavailable) {
        const std::string_view message = part(result, PG_DIAG_MESSAGE_PRIMARY);
        qCWarning(lcDb, "%s: SQLSTATE %.*s: %.*s", queryName, int(state.size()), state.data(), int(message.size()),
                  message.data());
    }
    return error;
}

bool isRetryable(const Error &error)
{
    return error.code == ErrorCode::Conflict
           && (error.detail == QLatin1String("serialization failure") || error.detail == QLatin1String("deadlock"));
}

} // namespace cargo::db
