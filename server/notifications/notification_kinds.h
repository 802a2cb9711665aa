#pragma once

#include <QByteArrayView>

#include <array>

namespace cargo::notifications {

// What a user may switch off, by channel: app, push, mail. Account matters and, inside the app, deals are always shown.
enum class Category : quint8 { Deals, Chat, Listings, Account };
inline constexpr std::array kCategories = {Category::Deals, Category::Chat, Category::Listings, Category::Account};
const char *categoryWord(Category category);

// The table of kinds: a prefix of the kind's name decides ("deal_funded" is a deal's). Unknown kinds are the account's, so
// that a new one is never lost; account matters (safety) cannot be switched off.
Category categoryOf(QByteArrayView kind);

} // namespace cargo::notifications
