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
};

// `plus`: a '+' stands before them.
PhoneForm phoneForm(std::string_view digits, bool plus);
// Whether digits may be the beginning of a mobile that is told in pieces: "8 996", "+7 9", "996".
bool mayBeginPhone(std::string_view digits, bool plus);

} // namespace cargo::contact_filter
