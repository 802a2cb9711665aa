#include "shared/domain/contact_filter/split_announced.h"

#include "shared/domain/contact_filter/phone_formats.h"
#include "shared/domain/contact_filter/phone_parts.h"

#include <algorithm>
#include <array>

namespace cargo::contact_filter {

namespace {
constexpr int kRare = 44; // forms that honest numbers hardly have

// «числа ниже набери как телефон», "digits below are my phone"
bool dialsTwice(const Scan &scan)
{
    return (scan.hints & kDial) && scan.digits == 0
           && std::count_if(scan.tokens.begin(), scan.tokens.end(), [](const Token &token) { return token.has(kDial); }) > 1;
}

// The digits of some messages that follow each other, oldest first.
struct Row
{
    std::string digits;
    std::vector<std::string> parts; // as many as there are messages
    size_t groups = 0;

    void prepend(const std::string &part, size_t count)
    {
        digits.insert(0, part);
        parts.insert(parts.begin(), part);
        groups += count;
    }
    // No price and no mileage begins with a zero; "555" is what invented numbers of America go on with.
    bool hasTellingPart() const
    {
        return std::any_of(parts.begin(), parts.end(), [](const std::string &part) { return part[0] == '0' || part == "555"; });
    }
    bool isMobile() const
    {
        constexpr size_t kDigits = 11;
        return digits.size() == kDigits && phoneForm(digits, false).mobile;
    }
    // Enough of a mobile to know it; sums are round.
    bool beginsMobile() const
    {
        constexpr size_t kEnough = 8;
        return digits.size() >= kEnough && digits.size() < 11 && digits[1] == '9' && mayBeginPhone(digits, false)
               && std::any_of(parts.begin(), parts.end(), [](const std::string &part) { return part.back() != '0'; });
    }
    // Without the trunk digit: only where it is said that all belongs together.
    bool isShortMobile() const
    {
        constexpr size_t kDigits = 10;
        return digits.size() == kDigits && digits[0] == '9' && !isRound(parts) && !isGrowing(parts);
    }
    bool isForeign() const
    {
        const int score = phoneForm(digits, false).score;
        const bool foreign = score >= kRare || (score > 0 && hasTellingPart());
        return foreign && !isRound(parts) && !isGrowing(parts);
    }
};

// `tails`: only the last sentence of a message is heard.
bool isAnnouncedRow(const Piece &current, const std::vector<Piece> &earlier, bool tails)
{
    constexpr size_t kGroups = 3;
    constexpr size_t kMost = 15;
    const auto digitsOf = [tails](const Piece &piece) { return tails ? hear(piece, true).digits : piece.written; };
    Row row;
    row.prepend(digitsOf(current), current.groups);
    if (row.digits.empty())
        return false;
    bool told = current.wink || current.announces || current.dial; // in one of the row's messages
    for (size_t k = 0; k < earlier.size(); ++k) {
        const Piece &piece = earlier[k];
        if (!piece.own)
            continue;
        const std::string part = digitsOf(piece);
        if (!part.empty()) {
            row.prepend(part, piece.groups);
            told = told || piece.wink || piece.announces;
        }
        if (row.digits.size() > kMost)
            return false;
        if (row.groups < kGroups || isCounting(row.digits))
            continue;
        if (!part.empty() && told && row.isMobile())
            return true;
        if (!part.empty() && current.joins && (row.isShortMobile() || row.isForeign()))
            return true;
        // What was announced begins with the first digits behind it.
        if (piece.announces && (row.isMobile() || row.isForeign() || (piece.dial && row.beginsMobile())))
            return true;
    }
    return false;
}
} // namespace

bool announcesNumber(const Scan &scan)
{
    constexpr quint64 kOthers = kMoney | kTime | kUnit | kMonth;
    if ((scan.hints & kDial) && (scan.hints & (kOthers | kDocument)))
        return true;
    // «даты — это мой номер», but «номер декларации и дата»
    if ((scan.hints & kNumber) && (scan.hints & kOthers) && !(scan.hints & kDocument))
        return true;
    return saysJoin(scan) || dialsTwice(scan) || deniesName(scan);
}

std::pair<size_t, size_t> findAnnounced(const Piece &current, const std::vector<Piece> &earlier)
{
    if (isAnnouncedRow(current, earlier, false))
        return {current.first, current.last + 1};
    if (!isAnnouncedRow(current, earlier, true))
        return {0, 0};
    const Telling &telling = hear(current, true);
    return {telling.first, telling.last + 1};
}

std::pair<size_t, size_t> findPlaced(const Piece &current, const std::vector<Piece> &earlier)
{
    if (!current.where || current.told.digits.empty())
        return {0, 0};
    std::array<const Piece *, 3> places{};
    const auto put = [&places](const Piece &piece) {
        if (piece.where && !piece.told.digits.empty() && !piece.told.money && !places[size_t(*piece.where)])
            places[size_t(*piece.where)] = &piece;
    };
    put(current);
    for (const Piece &piece : earlier)
        put(piece);
    const auto &[begin, middle, end] = places;
    if (!begin || !end)
        return {0, 0};
    const std::string inner = middle ? middle->told.digits : std::string();
    const PhoneForm form = phoneForm(begin->told.digits + inner + end->told.digits, begin->plus);
    const std::string &tail = end->told.digits;
    const bool american = begin->told.digits.size() == 3 && inner.size() + tail.size() == 7 && tail.size() >= 4;
    if (!form.mobile && form.score < kRare && !(american && form.score > 0))
        return {0, 0};
    return {current.told.first, current.told.last + 1};
}

} // namespace cargo::contact_filter
