#pragma once

#include "shared/domain/contact_filter/address_reader.h"
#include "shared/domain/contact_filter/findings.h"

namespace cargo::contact_filter {

Kind kindOfLink(Network network);
// Cyrillic letters that look Latin, as Latin; the text itself where one does not.
std::u16string asLatin(std::u16string_view text);

// What the rules about addresses share: whole domains and paths, read over the joints of AddressReader.
class AddressFinder
{
protected:
    struct Domain
    {
        std::u16string name;
        size_t last = 0;
        bool top = false; // ends in a top domain
        bool disguised = false;
        Label first;
    };

    explicit AddressFinder(Context &context);

    bool isTop(const Label &label, const Joint &dot) const;
    Domain readDomain(const Label &label, bool loose);
    bool looseDot(const Label &label, Joint &joint) const;
    bool oddTokens(size_t first, size_t last) const;
    size_t readPath(size_t host, bool network, bool disguised);
    size_t nameInsteadOfPath(size_t host) const;
    size_t wordAfter(size_t last) const;

    Context &m_context;
    const Scan &m_scan;
    const std::vector<Token> &m_tokens;
    AddressReader m_reader;
};

// Each takes the address that token `t` is a sign of.
void takeEmail(Context &context, size_t t);        // '@' or what is said for it
void takeOddEmail(Context &context, size_t t);     // another sign where the '@' belongs
void takeSite(Context &context, size_t t);         // '.' or what is said for it
void takeToldSite(Context &context, size_t t);     // «ру» without a dot
void takeScheme(Context &context, size_t t);       // "tg://"
void takeLinkPath(Context &context, size_t t);     // '/' behind a host that is no plain one
void takeHostInBlanks(Context &context, size_t t); // the first word of "vk com kimcars"

} // namespace cargo::contact_filter
