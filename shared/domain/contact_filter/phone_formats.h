#pragma once

#include <QtGlobal>

#include <string_view>

namespace cargo::contact_filter {

// How well digits fit the numbering plan of some country, without looking at how they are grouped.
struct PhoneForm
{
    int score = 0;       // 0: none
    bool mobile = false; // a Russian mobile with its 8 or 7: no price and no document looks so
    const char *name = "";
    bool oddShape = false; // its country writes its numbers otherwise
};

// `plus`: a '+' stands before them.
// `sizes`: how many digits each group has ("3322"), empty when that is not known or does not matter.
PhoneForm phoneForm(std::string_view digits, bool plus, std::string_view sizes = {});
// Whether digits may be the beginning of a mobile that is told in pieces: "8 996", "+7 9", "996".
bool mayBeginPhone(std::string_view digits, bool plus);

} // namespace cargo::contact_filter
