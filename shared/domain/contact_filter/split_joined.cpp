#include "shared/domain/contact_filter/split_joined.h"

#include <algorithm>

namespace cargo::contact_filter {

bool takeJoined(Context &context, const Joined &joined)
{
    Scan together;
    scan(joined.text, together);
    const std::vector<QString> none;
    Context probe{together, context.policy, none, 0, {}, std::vector<quint8>(together.tokens.size(), 0)};
    findAllAddresses(probe);
    for (const Span &span : probe.spans) {
        if (span.end <= joined.from)
            continue;
        // A name alone after a network's word lies wholly in the current message: it counts because of what stands before.
        const qsizetype start = std::max<qsizetype>(span.start - joined.from, 0);
        Span part = span;
        part.start = joined.at + start;
        part.end = joined.at + span.end - joined.from;
        part.reason = Reason::SplitMessages;
        part.obfuscated = true;
        context.spans.push_back(part);
        return true;
    }
    return false;
}

} // namespace cargo::contact_filter
