#pragma once

#include "shared/domain/contact_filter/contact_filter.h"
#include "shared/domain/contact_filter/split_pieces.h"

#include <utility>
#include <vector>

namespace cargo::contact_filter {

// A number told in pieces that stand among other words: «салон чистый. 962» — "и?" — «мотор шепчет. 230» — «и 17 05 ещё»; by one
// side or by both in turns. The tokens of the current message to hide, [first, last); empty when there is no number.
// `earlier`: the pieces before it, newest first. It must not take answers to questions, prices, lists or miles for pieces.
std::pair<size_t, size_t> findChattered(const Piece &current, const std::vector<Piece> &earlier, bool cue, bool reverse,
                                        const std::vector<Said> &before);

} // namespace cargo::contact_filter
