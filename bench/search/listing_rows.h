#pragma once

#include <array>
#include <charconv>
#include <cstdint>
#include <fstream>
#include <string>
#include <string_view>

namespace cargo::bench {

// The columns of a line that bench_search_generate writes, separated by tabs.
enum Column {
    kId,
    kBrand,
    kModel,
    kBodyType,
    kFuel,
    kTransmission,
    kDrive,
    kColor,
    kCountryFrom,
    kYear,
    kPriceMinor,
    kMileageKm,
    kEtaDays,
    kRatingHundredths,
    kPublishedMs,
    kCompletionPerMille,
    kPriceBin,
    kEtaBin,
    kRatingBin,
    kTitle,
    kDescription,
    kColumns
};

struct ListingRow
{
    std::array<std::string_view, kColumns> text;

    int64_t number(Column column) const
    {
        int64_t value = 0;
        std::from_chars(text[column].data(), text[column].data() + text[column].size(), value);
        return value;
    }
};

// f(row) for each line; the views live for the call. False: the file cannot be read.
template <typename F>
bool forEachListing(const std::string &path, F &&f)
{
    std::ifstream file(path);
    if (!file)
        return false;
    ListingRow row;
    for (std::string line; std::getline(file, line);) {
        std::string_view rest = line;
        for (std::string_view &field : row.text) {
            const size_t end = rest.find('\t');
            field = rest.substr(0, end);
            rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
        }
        f(row);
    }
    return true;
}

} // namespace cargo::bench
