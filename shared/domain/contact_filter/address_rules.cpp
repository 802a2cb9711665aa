#include "shared/domain/contact_filter/address_finder.h"

namespace cargo::contact_filter {

namespace {
using Type = Token::Type;

char16_t signOf(const Token &token) { return token.is(Type::Sign) ? token.sign : token.has(kSign) ? token.word->sign : u'\0'; }

void takeAt(Context &context, size_t t)
{
    switch (signOf(context.scan.tokens[t])) {
    case u'@': takeEmail(context, t); return;
    case u'/': takeLinkPath(context, t); return;
    case u':': takeScheme(context, t); return;
    case u'*':
    case u'#':
    case u'$':
    case u'&':
    case u'=':
    case u'~':
    case u'|': takeOddEmail(context, t); return;
    default: break;
    }
    if (context.scan.tokens[t].has(kTop | kSpokenTop))
        takeToldSite(context, t);
}

void takeMarked(Context &context)
{
    for (const size_t t : context.scan.marks) {
        const Token &token = context.scan.tokens[t];
        if (token.has(kTop | kSpokenTop) && t >= 2 && context.scan.tokens[t - 2].is(Type::Word)
            && context.scan.tokens[t - 2].size <= 9 && !context.isTaken(t - 2))
            takeHostInBlanks(context, t - 2);
        if (!context.isTaken(t))
            takeAt(context, t);
        if ((token.isSign(u'(') || token.isSign(u'[') || token.isSign(u'{')) && t + 1 < context.scan.tokens.size()
            && context.scan.tokens[t + 1].is(Type::Word) && context.scan.tokens[t + 1].size == 1 && !context.isTaken(t + 1))
            takeEmail(context, t + 1); // "name(a)mail.ru"
    }
    for (const size_t t : context.scan.marks) {
        const char16_t sign = signOf(context.scan.tokens[t]);
        if ((sign == u'.' || sign == u',') && !context.isTaken(t))
            takeSite(context, t);
    }
}
} // namespace

void findAddresses(Context &context) { takeMarked(context); }

} // namespace cargo::contact_filter
