#include "shared/domain/error.h"

#include <array>

namespace cargo {

namespace {
constexpr std::array kWords = {
#define CARGO_X(name, word) word,
    CARGO_ERROR_CODES(CARGO_X)
#undef CARGO_X
};
} // namespace

const char *errorWord(ErrorCode code) { return kWords.at(static_cast<size_t>(code)); }

std::optional<ErrorCode> errorCodeFromWord(QStringView word)
{
    for (size_t i = 0; i < kWords.size(); ++i) {
        if (word == QLatin1String(kWords.at(i)))
            return static_cast<ErrorCode>(i);
    }
    return std::nullopt;
}

} // namespace cargo
