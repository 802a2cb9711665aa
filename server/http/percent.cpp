#include "server/http/percent.h"

namespace cargo::http {

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

bool percentDecode(QByteArrayView raw, QByteArray &decoded, bool plusIsBlank)
{
    decoded.resize(raw.size());
    char *out = decoded.data();
    for (qsizetype i = 0; i < raw.size(); ++i) {
        const char c = raw[i];
        if (c == '%') {
            if (i + 2 >= raw.size())
                return false;
            const int high = hexDigit(raw[i + 1]);
            const int low = hexDigit(raw[i + 2]);
            if (high < 0 || low < 0)
                return false;
            *out++ = char(high << 4 | low);
            i += 2;
        } else {
            *out++ = plusIsBlank && c == '+' ? ' ' : c;
        }
    }
    decoded.truncate(out - decoded.constData());
    return true;
}

} // namespace cargo::http
