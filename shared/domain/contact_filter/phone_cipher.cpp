#include "shared/domain/contact_filter/phone_parts.h"

#include <algorithm>

namespace cargo::contact_filter {

namespace {
using Type = Token::Type;

template <size_t N>
bool beginsWithOne(std::u16string_view word, const std::u16string_view (&stems)[N])
{
    return std::any_of(std::begin(stems), std::end(stems), [&](auto stem) { return word.starts_with(stem); });
}

// «каждую цифру уменьши на один», «от каждой цифры отними 1», "add one to every digit"
bool saysChange(const Scan &scan)
{
    static constexpr std::u16string_view kEach[] = {u"кажд", u"всем", u"всех", u"все", u"each", u"every", u"all"};
    static constexpr std::u16string_view kDigit[] = {u"цифр", u"digit"};
    static constexpr std::u16string_view kChange[] = {u"уменьш", u"увелич", u"отним", u"вычт", u"вычит",    u"прибав",
                                                      u"сдвин",  u"больше", u"меньш", u"add",  u"subtract", u"shift"};
    const auto hasOne = [&scan](const auto &stems) {
        return std::any_of(scan.tokens.begin(), scan.tokens.end(), [&](const Token &token) {
            return token.is(Type::Word) && token.size >= 3 && beginsWithOne(scan.text(token), stems);
        });
    };
    return hasOne(kDigit) && hasOne(kChange) && hasOne(kEach); // the rarest first
}
} // namespace

void findCipher(Context &context, const Numbers &numbers)
{
    constexpr size_t kFewest = 10;
    constexpr size_t kMost = 11;
    const auto &groups = numbers.groups;
    if (numbers.digits.size() < kFewest || !saysChange(context.scan))
        return;
    const bool allWords = std::all_of(groups.begin(), groups.end(), [](const Group &g) { return g.is(Group::Words); });
    for (size_t from = 0; from < groups.size(); ++from) {
        // «на один: 9 0 2 …»: by how much is no digit of it
        if (!allWords && groups[from].is(Group::Words))
            continue;
        size_t digits = groups[from].size;
        size_t to = from;
        while (to + 1 < groups.size() && !groups[to + 1].barrier && groups[to + 1].words == 0
               && (allWords || !groups[to + 1].is(Group::Words)))
            digits += groups[++to].size;
        if (digits >= kFewest && digits <= kMost) {
            context.add(groups[from].first, groups[to].last, Kind::Phone, Reason::PhoneDisguised, true, 60);
            return;
        }
        from = to;
    }
}

} // namespace cargo::contact_filter
