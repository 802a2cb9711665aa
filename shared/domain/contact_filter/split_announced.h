#pragma once

#include "shared/domain/contact_filter/split_pieces.h"

#include <utility>
#include <vector>

namespace cargo::contact_filter {

// Whether a message says that digits which are called something else are to be dialled: «цены сложи в строку и позвони»,
// «пробеги читай как телефон», "price list for you, dial it", «не цена».
bool announcesNumber(const Scan &scan);

// The tokens of the current message to hide, [first, last), where the digits of his messages up to it, whatever they were called,
// are one number to the last digit because he said so: before them, among them («заказ 8908, ну ты понял»), or in the current one
// («сложи в один ряд», 😉). Empty where they are none. `earlier`: newest first.
std::pair<size_t, size_t> findAnnounced(const Piece &current, const std::vector<Piece> &earlier);

// The same where the pieces are one when each stands where it says: «конец 71 90» — «начало 8 929» — «середина 346».
std::pair<size_t, size_t> findPlaced(const Piece &current, const std::vector<Piece> &earlier);

} // namespace cargo::contact_filter
