#include "server/http/middleware/authentication.h"

namespace cargo::http {

namespace {
// "Bearer <token>": the token, or nothing when the header has another form.
QByteArrayView bearerToken(QByteArrayView header)
{
    constexpr qsizetype kScheme = 7;
    if (header.size() <= kScheme || qstrnicmp(header.data(), "bearer ", kScheme) != 0)
        return {};
    QByteArrayView token = header.sliced(kScheme);
    while (!token.isEmpty() && token.front() == ' ')
        token = token.sliced(1);
    return token;
}
} // namespace

Outcome authenticate(Exchange &exchange, const Authenticator &authenticator)
{
    const RouteOptions &options = exchange.match.route->options;
    CallContext &context = *exchange.request.context;
    if (options.webhook)
        return ok();
    const QByteArrayView header = exchange.request.headerView("authorization");
    if (!header.isNull()) {
        const QByteArrayView token = bearerToken(header);
        if (token.isEmpty())
            return ErrorCode::Unauthorized;
        auto principal = authenticator.authenticate(token, context.startedAt);
        if (!principal)
            return principal.error();
        context.principal = *principal;
    }
    if (options.access == Access::Public)
        return ok();
    if (!context.principal)
        return ErrorCode::Unauthorized;
    if (options.access == Access::Staff) {
        const bool staff = context.principal->role == Role::Staff;
        if (!staff || (options.permission != Permission::None && !context.principal->may(options.permission)))
            return ErrorCode::Forbidden;
    }
    return ok();
}

} // namespace cargo::http
