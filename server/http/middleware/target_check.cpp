#include "server/http/middleware/target_check.h"

#include "server/http/percent.h"

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

bool targetIsText(const Request &request) { return isText(request.path) && isText(request.query); }

} // namespace cargo::http
