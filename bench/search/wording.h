#pragma once

#include "bench/search/cars.h"

#include <map>
#include <string>
#include <vector>

namespace cargo::bench {

// Descriptions as drivers write them: some sentences on what this car is known for, some that every advertisement has, a
// tail of rare words and, in a third of them, a lot number that no other listing has.
class Wording
{
public:
    explicit Wording(const std::string &sentencesTsv);
    std::string describe(RandomNumbers &random, const Car &car, int etaDays, uint64_t number) const;

private:
    struct Trait
    {
        std::string bodies; // "*" or those that it may be said of
        std::vector<std::string> sentences[2];
    };
    using Words = std::map<std::string, std::string>;

    Words placeholders(RandomNumbers &random, const Car &car, int etaDays, bool english) const;
    std::string tail(RandomNumbers &random) const;

    std::vector<Trait> m_traits;
    std::vector<std::string> m_common[2];
    std::vector<std::string> m_rare; // the first ones are the least rare
};

// "KTR4821": different for each number below 175 million.
std::string lotOf(uint64_t number);

} // namespace cargo::bench
