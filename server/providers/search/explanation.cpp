#include "server/providers/search/explanation.h"

#include "shared/domain/words.h"

namespace cargo::search {

namespace {
constexpr auto kMatchWords =
    wordTable<WordMatch>("exact", "form", "synonym", "beginning", "other_alphabet", "other_layout", "misspelling", "wish");
constexpr auto kKindWords = wordTable<Factor::Kind>("word", "freshness", "driver", "completion", "term");
} // namespace

const char *word(WordMatch match) { return kMatchWords.word(match); }
const char *word(Factor::Kind kind) { return kKindWords.word(kind); }

} // namespace cargo::search
