#pragma once

#include "shared/domain/contact_filter/findings.h"

#include <optional>

namespace cargo::contact_filter {

// The groups with their sums worked out («к 8 прибавь 1», "640+5"); false when there is no sum.
bool addSums(const Scan &scan, const Numbers &numbers, Numbers &into);
// The groups without the numbers of a list («1) 8924 2) 118», «первое 8902 второе 555»); false when it is none.
bool dropListNumbers(const Numbers &numbers, Numbers &into);
// Amounts that no car costs («восемьдесят девять миллиардов пятьсот десять миллионов …») as the digits that they are; false when
// there is none.
bool readScaled(const Scan &scan, const Numbers &numbers, Numbers &into);
// «655 две тысячи сорок семь» as 655 2047; false when no thousands are told so.
bool mergeThousands(const Scan &scan, const Numbers &numbers, Numbers &into);
// «первая», «вторые»: numerals that number things.
bool isOrdinal(std::u16string_view word);
// Where in a number a word says that a part stands: 0 the beginning, 1 the middle, 2 the end; nothing: it says nothing of it.
std::optional<int> placeTold(std::u16string_view word);
// Takes out numerals that count what follows: «первая часть 962», «последние четыре 1705», «вторые три 230».
// Whether there were any.
bool dropCounts(const Scan &scan, Numbers &numbers);
// Whether the tokens [from, to) between two groups say that the number goes on elsewhere («остальные», «дальше»).
bool splitsParts(const Scan &scan, size_t from, size_t to);
// Whether a word beside the number says what it is: «пробег 89 142», "8,914,220 rub", "unit 206".
bool isNamedAmount(const Scan &scan, const Group &group);
// A number told in parts of one message: «теле два 951, остальные семь 0074328».
void findParts(Context &context, const Numbers &numbers);
// «подряд», «собери», "join them", "one after other": what stands about the text is to be put together.
bool saysJoin(const Scan &scan);
// «не цена», "not lots", «не в навигатор, а в звонилку»: the name that was given is taken back.
bool deniesName(const Scan &scan);
// A number whose digits stand scattered among other words: a tale, a poem, «год 8924, объём 108 … подряд набери». Nothing but
// digits that are a telephone to the last one counts.
void findScattered(Context &context, const Numbers &numbers);

// A number every digit of which is to be changed: «каждую цифру уменьши на один: 9 0 2 5 …».
void findCipher(Context &context, const Numbers &numbers);
// One with holes («8908ххх4192», «вместо х пятёрки») or among letters («А891Т4632Н4017», «только цифры бери»), where the text
// says so.
void findHoles(Context &context, const Numbers &numbers);

} // namespace cargo::contact_filter
