#include "server/commands/command.h"

#include "server/app_routes.h"

#include <QTextStream>

namespace cargo::commands {

// One line a route: method, pattern, who may call it, marks.
int routes(const QStringList &arguments)
{
    if (!arguments.isEmpty())
        return complain({ErrorCode::UnknownValue, arguments.first(), QStringLiteral("cargod routes takes no arguments")}), 2;
    const AppRoutes routes;
    QTextStream out(stdout);
    for (const auto &route : routes.all()) {
        const http::RouteOptions &options = route->options;
        out << http::methodWord(route->method) << '\t' << route->pattern << '\t' << accessWord(options) << '\t';
        out << (options.idempotent ? "idempotent " : "") << (options.webhook ? "webhook " : "");
        out << (options.stepUp || *options.stepUpQuery ? "step_up " : "");
        out << (options.upload ? "multipart " : "") << options.rateLimit << '\n';
    }
    return 0;
}

} // namespace cargo::commands
