#include "server/http/middleware/target_check.h"

#include "server/http/percent.h"
#include "server/limits.h"

namespace cargo::http {

namespace {
bool isText(const QByteArray &raw)
{
    if (!raw.contains('%'))
        return true; // the head parser lets only visible ASCII through
    QByteArray decoded;
    return percentDecode(raw, decoded, false) && !decoded.contains('\0') && decoded.isValidUtf8();
}
} // namespace

bool targetIsShort(const Request &request) { return request.query.count('&') < limits::kQueryParameters; }

bool targetIsText(const Request &request) { return isText(request.path) && isText(request.query); }

} // namespace cargo::http
