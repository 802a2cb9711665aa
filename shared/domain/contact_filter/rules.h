#pragma once

#include "shared/domain/contact_filter/contact_filter.h"
#include "shared/domain/contact_filter/tokens.h"

namespace cargo::contact_filter {

// E-mails, links, @names and names after a messenger's name.
void findAddresses(const std::vector<Token> &tokens, std::vector<Span> &spans);
// Phones; tokens inside `taken` spans are passed over.
void findPhones(const std::vector<Token> &tokens, const std::vector<Span> &taken, std::vector<Span> &spans);
// The part of a contact that was begun in the messages before.
void findSplit(const std::vector<Token> &tokens, const std::vector<QString> &recent, std::vector<Span> &spans);

// Digits that a phone of some country could have, without looking at their grouping.
bool looksLikePhone(QStringView digits, bool plus);

} // namespace cargo::contact_filter
