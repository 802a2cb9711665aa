#pragma once

#include "shared/domain/contact_filter/findings.h"

namespace cargo::contact_filter {

// What the words before a number say of it; those of the nearest count, another number between takes them over.
struct Before
{
    bool known = false;
    bool dial = false;
    bool network = false;
    bool number = false;
    bool dictate = false;
    bool wink = false;
    bool abroad = false;
    bool operatorName = false;
    bool reverse = false;
    bool document = false;    // among the two nearest words
    bool documentFar = false; // further off
    bool money = false;
    bool currency = false;
    bool start = false; // nothing but words of no meaning before it
};

struct After
{
    bool known = false;
    bool unit = false;
    bool dial = false;
    bool dialNext = false; // the very next word: «… наберите»
    bool dialIt = false;   // «… and you should dial it»: the number itself
    bool network = false;
    bool wink = false;
    bool abroad = false;
    bool reverse = false;
    bool document = false;
    bool file = false; // "….pdf"
    bool end = false;  // nothing follows
};

Before lookBefore(const Context &context, size_t firstToken);
After lookAfter(const Context &context, size_t lastToken);

} // namespace cargo::contact_filter
