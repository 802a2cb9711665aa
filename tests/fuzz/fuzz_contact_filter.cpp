// libFuzzer: any bytes as a chat. Lines are messages; one that begins with '<' is the other side's; the last is inspected.
#include "shared/domain/contact_filter/contact_filter.h"

#include <QStringList>

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    using namespace cargo::contact_filter;
    const QString all = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    const QStringList lines = all.split(QLatin1Char('\v'));
    Input input;
    for (qsizetype i = 0; i + 1 < lines.size(); ++i)
        input.conversation.push_back({lines.at(i), !lines.at(i).startsWith(QLatin1Char('<'))});
    input.text = lines.back();
    mayBePartOfContact(input.text);
    const Verdict verdict = inspect(input);
    qsizetype end = 0;
    for (const Span &span : verdict.spans) {
        if (span.start < end || span.start >= span.end || span.end > input.text.size())
            std::abort();
        const auto splits = [&](qsizetype at) {
            return at > 0 && at < input.text.size() && input.text.at(at).isLowSurrogate()
                   && input.text.at(at - 1).isHighSurrogate();
        };
        if (splits(span.start) || splits(span.end))
            std::abort();
        end = span.end;
    }
    toCodePoints(input.text, verdict.spans);
    Input again;
    again.text = verdict.masked;
    if (inspect(again).found())
        std::abort();
    return 0;
}
