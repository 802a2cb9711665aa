#pragma once

#include "shared/domain/contact_filter/findings.h"
#include "shared/domain/contact_filter/names.h"

namespace cargo::contact_filter {

Kind kindOfName(Network network, bool place);

// What the rules about names share: one of them looks for one kind of place where a name is told.
class HandleFinder
{
protected:
    explicit HandleFinder(Context &context);

    void add(Name name, Kind kind, int score);
    Network networkNear(size_t at) const;
    bool atEnd(size_t t) const;
    bool speaksOfSelf() const;
    // "telegram is laggy": endings that user names seldom have.
    static bool looksEnglish(std::u16string_view text);

    Context &m_context;
    const Scan &m_scan;
    const std::vector<Token> &m_tokens;
};

// A name after token `t`, a network's, a nick's or a mailbox's word; `split`: the network when its name is in pieces.
bool takeNameAfter(Context &context, size_t t, Network split = Network::None);
// A name before such a word.
void takeNameBefore(Context &context, size_t t);
// A name on either side of «везде», «под именем».
void takeNameBesideCue(Context &context, size_t t);
// A name at the end behind a colon, where a nick's word stands somewhere.
void takeNameToldAtEnd(Context &context);
// A name before what it is: «ivan_p — это мой телеграм».
void takeNameFirst(Context &context);
// A message that is little more than a name.
void takeLoneName(Context &context);

} // namespace cargo::contact_filter
