#pragma once

#include <QLatin1String>
#include <QStringView>

#include <array>
#include <optional>
#include <vector>

namespace cargo {

// The words of an enum on the wire and in the database, in the order of its values (0, 1, 2 …). One table serves both
// directions, so that they cannot drift apart.
template <typename Enum, size_t N>
struct WordTable
{
    std::array<const char *, N> words;

    constexpr const char *word(Enum value) const { return words[size_t(value)]; }
    std::optional<Enum> find(QStringView text) const
    {
        for (size_t i = 0; i < N; ++i) {
            if (text == QLatin1String(words[i]))
                return Enum(i);
        }
        return std::nullopt;
    }
    std::vector<Enum> all() const
    {
        std::vector<Enum> values;
        for (size_t i = 0; i < N; ++i)
            values.push_back(Enum(i));
        return values;
    }
};

template <typename Enum, typename... Words>
constexpr WordTable<Enum, sizeof...(Words)> wordTable(Words... words)
{
    return {{words...}};
}

} // namespace cargo
