#include "server/http/request.h"

#include "server/http/percent.h"
#include "server/limits.h"

namespace cargo::http {

const char *methodWord(Method method)
{
    static constexpr const char *kWords[] = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"};
    return kWords[size_t(method)];
}

namespace {
// Calls `each` with the raw name and value of every parameter until it returns false.
template <typename Each>
void forEachParameter(QByteArrayView query, Each each)
{
    for (int left = limits::kQueryParameters; left > 0 && !query.isEmpty(); --left) {
        const qsizetype end = query.indexOf('&');
        const QByteArrayView pair = end < 0 ? query : query.first(end);
        query = end < 0 ? QByteArrayView() : query.sliced(end + 1);
        const qsizetype equals = pair.indexOf('=');
        const QByteArrayView name = equals < 0 ? pair : pair.first(equals);
        const QByteArrayView value = equals < 0 ? QByteArrayView() : pair.sliced(equals + 1);
        if (!each(name, value))
            return;
    }
}

bool sameName(QByteArrayView raw, QByteArrayView name)
{
    if (!raw.contains('%') && !raw.contains('+'))
        return raw == name;
    QByteArray decoded;
    return percentDecode(raw, decoded, true) && decoded == name;
}

QString decodedText(QByteArrayView raw)
{
    QByteArray decoded;
    if (!percentDecode(raw, decoded, true))
        return {};
    return QString::fromUtf8(decoded);
}
} // namespace

QByteArrayView Request::headerView(QByteArrayView lowerCaseName) const
{
    for (const auto &[name, value] : headers) {
        if (name.size() == lowerCaseName.size() && name == lowerCaseName)
            return value;
    }
    return {};
}

QByteArray Request::header(QByteArrayView lowerCaseName) const { return headerView(lowerCaseName).toByteArray(); }

QByteArray Request::param(QByteArrayView name) const
{
    for (const auto &[key, value] : params) {
        if (key == name)
            return value;
    }
    return {};
}

QString Request::queryValue(QByteArrayView name) const
{
    QString found;
    forEachParameter(query, [&](QByteArrayView key, QByteArrayView value) {
        if (!sameName(key, name))
            return true;
        found = decodedText(value);
        return false;
    });
    return found;
}

std::vector<QString> Request::queryValues(QByteArrayView name) const
{
    std::vector<QString> found;
    forEachParameter(query, [&](QByteArrayView key, QByteArrayView value) {
        if (sameName(key, name))
            found.push_back(decodedText(value));
        return true;
    });
    return found;
}

} // namespace cargo::http
