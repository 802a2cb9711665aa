#pragma once

#include "bench/search/random_numbers.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace cargo::bench {

// What a listing is about, before anything is said of it in words. Words as the product writes them.
struct Car
{
    std::string brand, model, body, fuel, transmission, drive, color, country;
    int year = 0;
    int64_t priceMinor = 0;
    int64_t mileageKm = 0;
};

// Cars drawn from real advertisements (half of them) and from models that these do not have, with years, prices and
// mileages spread around what they say.
class Cars
{
public:
    // Ends the program with a word on stderr when a file cannot be read.
    Cars(const std::string &realCsv, const std::string &modelsTsv, const std::string &bodiesTsv);
    Car draw(RandomNumbers &random) const;

private:
    struct Real
    {
        std::string brand, model, fuel, transmission;
        int year = 0;
        int64_t priceRoubles = 0;
        int64_t mileageKm = 0;
    };
    struct Model
    {
        Car car;
        int64_t newPriceThousand = 0;
        int yearFrom = 0, yearTo = 0;
    };

    Car real(RandomNumbers &random) const;
    Car made(RandomNumbers &random) const;

    std::vector<Real> m_real;
    std::vector<Model> m_models;
    std::vector<uint64_t> m_weights; // of m_models, added up
    std::unordered_map<std::string, std::string> m_bodies;
};

std::vector<std::string> split(const std::string &line, char separator);
std::vector<std::vector<std::string>> readTable(const std::string &path, char separator);

} // namespace cargo::bench
