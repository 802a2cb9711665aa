#include "server/http/middleware/identity.h"

#include "server/limits.h"

#include <QRandomGenerator>

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace cargo::http {

namespace {
// Request ids need to differ, not to be unguessable: no system call for each.
QByteArray newRequestId(Timestamp now)
{
    thread_local QRandomGenerator generator = QRandomGenerator::securelySeeded();
    const std::array<quint32, 3> words{generator.generate(), generator.generate(), generator.generate()};
    std::array<quint8, 10> random{};
    std::memcpy(random.data(), words.data(), random.size());
    return makeUuidV7(now, random).toText();
}

bool isLowerHex(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

bool isAddress(const QByteArray &text)
{
    unsigned char bytes[16];
    return inet_pton(AF_INET, text.constData(), bytes) == 1 || inet_pton(AF_INET6, text.constData(), bytes) == 1;
}

// The weight of a language range like "ru-RU;q=0.8" in thousandths.
int weightOf(QByteArrayView range)
{
    const qsizetype at = range.indexOf(QByteArrayView("q="));
    if (at < 0)
        return 1000;
    return qBound(0, int(range.sliced(at + 2).toByteArray().trimmed().toDouble() * 1000), 1000);
}
} // namespace

QByteArray requestIdFor(QByteArrayView offered, Timestamp now)
{
    const bool sane = offered.size() >= 8 && offered.size() <= limits::kRequestIdBytes
                      && std::all_of(offered.begin(), offered.end(), [](char c) {
                             return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-'
                                    || c == '_' || c == '.';
                         });
    return sane ? offered.toByteArray() : newRequestId(now);
}

QByteArray traceparentFor(QByteArrayView offered)
{
    // 00-<32 hex>-<16 hex>-<2 hex>
    if (offered.size() != 55 || offered[2] != '-' || offered[35] != '-' || offered[52] != '-')
        return {};
    const QByteArrayView trace = offered.sliced(3, 32);
    const QByteArrayView span = offered.sliced(36, 16);
    if (offered.first(2) != "00" || !isLowerHex(trace) || !isLowerHex(span) || !isLowerHex(offered.last(2)))
        return {};
    const auto zero = [](char c) { return c == '0'; };
    if (std::all_of(trace.begin(), trace.end(), zero) || std::all_of(span.begin(), span.end(), zero))
        return {};
    return offered.toByteArray();
}

Locale localeFor(QByteArrayView acceptLanguage)
{
    if (acceptLanguage.isEmpty())
        return Locale::Ru;
    int russian = 0;
    int english = 0;
    int any = 0;
    for (int left = 16; left > 0 && !acceptLanguage.isEmpty(); --left) {
        const qsizetype comma = acceptLanguage.indexOf(',');
        QByteArrayView range = comma < 0 ? acceptLanguage : acceptLanguage.first(comma);
        acceptLanguage = comma < 0 ? QByteArrayView() : acceptLanguage.sliced(comma + 1);
        while (!range.isEmpty() && range.front() == ' ')
            range = range.sliced(1);
        const QByteArray language = range.first(qMin(qsizetype(2), range.size())).toByteArray().toLower();
        if (language == "ru")
            russian = qMax(russian, weightOf(range));
        else if (language == "en")
            english = qMax(english, weightOf(range));
        else if (range.startsWith('*'))
            any = qMax(any, weightOf(range));
    }
    if (russian == 0 && english == 0)
        return any > 0 ? Locale::Ru : Locale::En;
    return russian >= english ? Locale::Ru : Locale::En;
}

QByteArray callerAddress(const QByteArray &peer, const Request &request, const QStringList &trustedProxies)
{
    if (trustedProxies.isEmpty() || !trustedProxies.contains(QString::fromLatin1(peer)))
        return peer;
    const auto hops = request.header("x-forwarded-for").split(',');
    for (auto hop = hops.rbegin(); hop != hops.rend(); ++hop) {
        const QByteArray address = hop->trimmed();
        if (!isAddress(address))
            return peer;
        if (!trustedProxies.contains(QString::fromLatin1(address)))
            return address;
    }
    return peer;
}

} // namespace cargo::http
