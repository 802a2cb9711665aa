#pragma once

#include "shared/domain/contact_filter/findings.h"

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

} // namespace cargo::contact_filter
