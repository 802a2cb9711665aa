#pragma once

#include "shared/domain/contact_filter/findings.h"

#include <optional>

namespace cargo::contact_filter {

// Several messages read as one text.
struct Joined
{
    QString text;
    qsizetype from = 0; // where the current text, or what is taken of it, begins
    qsizetype at = 0;   // where that stands in the current text
};

// Takes what the joined text tells where it reaches into the current message. Whether there was any.
bool takeJoined(Context &context, const Joined &joined);

// Asks his last messages, the newest first and at most so many, until one of them has an answer: ask(scan, text).
template <typename Ask>
auto askOwn(const std::vector<Said> &before, size_t most, Ask &&ask) -> decltype(ask(Scan(), QString()))
{
    size_t own = 0;
    Scan said;
    for (size_t k = before.size(); k-- > 0 && own < most;) {
        if (!before[k].own)
            continue;
        ++own;
        scan(before[k].text, said);
        if (const auto answer = ask(said, before[k].text))
            return answer;
    }
    return std::nullopt;
}

} // namespace cargo::contact_filter
