#include "shared/domain/contact_filter/phone_formats.h"

#include <array>
#include <string>

namespace cargo::contact_filter {

namespace {
// 'x' any digit, '[..]' one of them. The score says how rarely an honest number looks so.
struct Plan
{
    const char *name;
    std::string_view pattern;
    int score;
    bool mobile = false;
    std::string_view shape = {};
};

constexpr Plan kNational[] = {
    {"ru_mobile", "[78]9xxxxxxxxx", 50, true},
    {"ru_city", "[78][348]xxxxxxxxx", 34},
    {"ru_mobile_short", "9xxxxxxxxx", 36},
    {"ru_city_short", "[48]xxxxxxxxx", 8, false, "3322 334 4222 424 5122"},
    {"kz_mobile", "[78]7[0457]xxxxxxxx", 44},
    {"kz_city", "[78]7[123]xxxxxxxx", 30},
    {"kz_short", "7[0457][0-8]xxxxxxx", 18, false, "3322 334 3223"},
    {"by_trunk", "80[1234][3459]xxxxxxx", 40},
    {"by_trunk", "8017xxxxxxx", 40},
    {"by_short", "0[234][3459]xxxxxxx", 24},
    {"kr_mobile", "010xxxxxxxx", 44},
    {"kr_mobile", "01[16789]xxxxxxx", 20},
    {"jp_mobile", "0[789]0xxxxxxxx", 44},
    {"gb_mobile", "07[3-9]xxxxxxxx", 36, true},
    {"ae_mobile", "05[024568]xxxxxxx", 30, true},
    {"ua_mobile", "0[569][03678]xxxxxxx", 30, true},
    {"tr_mobile", "05[345]xxxxxxxx", 30},
    {"trunk_10", "0[1-9]xxxxxxxx", 20}, // az, city numbers
    {"trunk_9", "0[1-9]xxxxxxx", 12},   // am
    {"de_mobile", "01[567]xxxxxxxx", 34},
    {"de_mobile", "01[567]xxxxxxxxx", 36},
    {"cn_mobile", "1[3-9]xxxxxxxxx", 28, false, "344"},
    {"ge_mobile", "5[0-9]xxxxxxx", 20, false, "3222"},
    {"ge_short", "5[0-9]xxxxxxx", 14},
    {"uz_short", "[379][0-9]xxxxxxx", 10},
    {"us", "[2-9]xx[2-9]xxxxxx", 20, false, "334 3322"},
    {"us_1", "1[2-9]xx[2-9]xxxxxx", 20, false, "1334"},
    // with the country's code, no plus
    {"by", "375[1234]xxxxxxxx", 45},
    {"ua", "380[3-9]xxxxxxxx", 45},
    {"ge", "995[2-8]xxxxxxxx", 44},
    {"am", "374[1-9]xxxxxxx", 28},
    {"az", "994[1-9]xxxxxxxx", 44},
    {"uz", "998[0-9]xxxxxxxx", 36},
    {"tj_kg", "99[26]xxxxxxxxx", 36},
    {"ae", "9715xxxxxxxx", 45},
    {"kr", "8210xxxxxxxx", 45},
    {"jp", "81[789]0xxxxxxxx", 45},
    {"cn", "861[3-9]xxxxxxxxx", 45},
    {"de", "491[567]xxxxxxxxx", 36},
    {"de", "491[567]xxxxxxxx", 30},
    {"tr", "905xxxxxxxxx", 38},
    {"gb", "447xxxxxxxxx", 34},
    {"il", "9725xxxxxxxx", 36},
    {"lt", "3706xxxxxxx", 26},
    {"it", "393xxxxxxxxx", 28},
    {"mn", "976[89]xxxxxxx", 26},
    {"th", "66[689]xxxxxxxx", 14},
    {"vn", "84[35789]xxxxxxxx", 18},
    {"pl", "48[4-8]xxxxxxxx", 12},
    {"fr", "33[67]xxxxxxxx", 18},
};

struct Country
{
    std::string_view code;
    int shortest; // digits after the code
    int longest;
};
constexpr Country kCountries[] = {
    {"7", 10, 10},  {"1", 10, 10},   {"20", 9, 10}, {"27", 9, 9},    {"30", 10, 10}, {"31", 9, 9},   {"32", 8, 9},
    {"33", 9, 9},   {"34", 9, 9},    {"351", 9, 9}, {"353", 7, 9},   {"354", 7, 7},  {"355", 8, 9},  {"357", 8, 8},
    {"358", 6, 11}, {"359", 8, 9},   {"36", 8, 9},  {"370", 8, 8},   {"371", 8, 8},  {"372", 7, 8},  {"373", 8, 8},
    {"374", 8, 8},  {"375", 9, 9},   {"380", 9, 9}, {"381", 8, 9},   {"385", 8, 9},  {"386", 8, 8},  {"39", 8, 11},
    {"40", 9, 9},   {"41", 9, 9},    {"420", 9, 9}, {"421", 9, 9},   {"43", 8, 12},  {"44", 9, 10},  {"45", 8, 8},
    {"46", 7, 9},   {"47", 8, 8},    {"48", 9, 9},  {"49", 8, 12},   {"52", 10, 10}, {"54", 10, 11}, {"55", 10, 11},
    {"60", 8, 10},  {"61", 9, 9},    {"62", 8, 12}, {"63", 10, 10},  {"64", 8, 10},  {"65", 8, 8},   {"66", 8, 9},
    {"81", 9, 10},  {"82", 8, 10},   {"84", 9, 10}, {"850", 8, 10},  {"852", 8, 8},  {"853", 8, 8},  {"855", 8, 9},
    {"86", 9, 11},  {"880", 10, 10}, {"886", 8, 9}, {"90", 10, 10},  {"91", 10, 10}, {"92", 10, 10}, {"93", 9, 9},
    {"94", 9, 9},   {"961", 7, 8},   {"962", 8, 9}, {"964", 10, 10}, {"965", 8, 8},  {"966", 8, 9},  {"968", 8, 8},
    {"971", 8, 9},  {"972", 8, 9},   {"973", 8, 8}, {"974", 8, 8},   {"976", 8, 8},  {"98", 10, 10}, {"992", 9, 9},
    {"993", 8, 8},  {"994", 9, 9},   {"995", 9, 9}, {"996", 9, 9},   {"998", 9, 9}};

constexpr size_t kShortest = 9;
constexpr size_t kLongest = 15;

// A pattern as the digits that fit at each place, a bit each.
struct Mask
{
    std::array<quint16, kLongest> fits{};
    quint8 length = 0;
    quint8 told = 0; // places up to the last one where not every digit fits
};

constexpr Mask maskOf(std::string_view pattern)
{
    constexpr quint16 kAny = 0x3ff;
    Mask mask;
    for (size_t p = 0; p < pattern.size(); ++p) {
        quint16 fits = 0;
        if (pattern[p] == 'x') {
            fits = kAny;
        } else if (pattern[p] != '[') {
            fits = quint16(1u << (pattern[p] - '0'));
        } else {
            for (++p; pattern[p] != ']'; ++p) {
                const char from = pattern[p];
                if (pattern[p + 1] == '-')
                    p += 2;
                for (char digit = from; digit <= pattern[p]; ++digit)
                    fits = quint16(fits | (1u << (digit - '0')));
            }
        }
        mask.fits[mask.length++] = fits;
        if (fits != kAny)
            mask.told = mask.length;
    }
    return mask;
}
static_assert(maskOf("[78]9xxxxxxxxx").length == 11 && maskOf("[78]9xxxxxxxxx").told == 2);
static_assert(maskOf("1[3-9]xxxxxxxxx").fits[1] == 0x3f8);

constexpr auto kMasks = [] {
    std::array<Mask, std::size(kNational)> masks{};
    for (size_t i = 0; i < masks.size(); ++i)
        masks[i] = maskOf(kNational[i].pattern);
    return masks;
}();

// The plans of one length and one first digit, in the order of the table: a number is looked for among a few.
struct FewPlans
{
    std::array<quint8, 12> plans{};
    quint8 count = 0;
};
constexpr auto kByBeginning = [] {
    std::array<std::array<FewPlans, 10>, kLongest - kShortest + 1> all{};
    for (size_t i = 0; i < kMasks.size(); ++i) {
        for (size_t digit = 0; digit < 10; ++digit) {
            FewPlans &those = all[kMasks[i].length - kShortest][digit];
            if (kMasks[i].fits[0] & (1u << digit))
                those.plans[those.count++] = quint8(i);
        }
    }
    return all;
}();

// `digits` are as many as the plan has.
bool matches(const Mask &mask, std::string_view digits)
{
    for (size_t d = 0; d < mask.told; ++d) {
        if (!(mask.fits[d] & (1u << (digits[d] - '0'))))
            return false;
    }
    return true;
}

bool international(std::string_view digits)
{
    for (const Country &country : kCountries) {
        if (country.code[0] != digits[0] || !digits.starts_with(country.code))
            continue;
        const int rest = int(digits.size() - country.code.size());
        if (rest < country.shortest || rest > country.longest)
            continue;
        if (country.code == "7" && (digits[1] == '0' || digits[1] == '1' || digits[1] == '2' || digits[1] == '5'))
            continue;
        if (country.code == "1" && (digits[1] < '2' || digits[4] < '2'))
            continue;
        return true;
    }
    return false;
}
// "+44 (0)7700 …": the zero of home stands behind the country's code.
bool internationalWithTrunk(std::string_view digits)
{
    for (const size_t at : {1u, 2u, 3u}) {
        if (at + 1 < digits.size() && digits[at] == '0') {
            std::string without(digits);
            without.erase(at, 1);
            if (international(without))
                return true;
        }
    }
    return false;
}
} // namespace

PhoneForm phoneForm(std::string_view digits, bool plus, std::string_view sizes)
{
    PhoneForm best;
    if (digits.size() < kShortest || digits.size() > kLongest)
        return best;
    if (plus && (international(digits) || internationalWithTrunk(digits)))
        return {86, digits[0] == '7' && digits[1] == '9', "international", false};
    // "+8 914 …": people put a plus before the trunk digit too.
    if (digits.starts_with("00") && international(digits.substr(2)))
        best = {56, false, "international_00", false};
    if (digits.starts_with("011") && digits.size() > 12 && international(digits.substr(3)))
        best = {56, false, "international_011", false};
    if (digits.starts_with("810") && digits.size() > 12 && international(digits.substr(3)))
        best = {56, false, "international_810", false};
    const FewPlans &those = kByBeginning[digits.size() - kShortest][size_t(digits[0] - '0')];
    for (size_t i = 0; i < those.count; ++i) {
        const Plan &plan = kNational[those.plans[i]];
        if (!matches(kMasks[those.plans[i]], digits))
            continue;
        // A plan that is never written so counts less than one that is.
        constexpr int kOddShape = 16;
        const bool odd = sizes.size() > 1 && !plan.shape.empty() && plan.shape.find(sizes) == std::string_view::npos;
        const int score = plan.score - (odd ? kOddShape : 0);
        if (score > best.score - (best.oddShape ? kOddShape : 0))
            best = {plan.score, plan.mobile, plan.name, odd};
    }
    return best;
}

bool mayBeginPhone(std::string_view digits, bool plus)
{
    if (digits.empty())
        return plus;
    if (plus)
        return true;
    if (digits[0] == '8' || digits[0] == '7')
        return digits.size() < 2 || digits[1] == '9' || (digits[0] == '8' && digits[1] == '7')
               || (digits[0] == '7' && digits[1] == '7');
    return digits[0] == '9' || (digits[0] == '0' && digits.size() > 1);
}

} // namespace cargo::contact_filter
