#pragma once

#include <QtGlobal>

#include <array>
#include <string_view>

namespace cargo::contact_filter {

// A few words known when the program is compiled; most questions are answered by one look at a word's length and ends.
template <size_t N>
class WordSet
{
public:
    consteval explicit WordSet(const std::u16string_view (&words)[N])
    {
        for (const std::u16string_view word : words) {
            size_t at = hashOf(word);
            while (!m_slots[at].empty())
                at = (at + 1) % kSlots;
            m_slots[at] = word;
        }
    }

    constexpr bool has(std::u16string_view word) const
    {
        if (word.empty())
            return false;
        for (size_t at = hashOf(word); !m_slots[at].empty(); at = (at + 1) % kSlots) {
            if (m_slots[at] == word)
                return true;
        }
        return false;
    }

private:
    static constexpr size_t slotsFor(size_t words)
    {
        size_t count = 16;
        while (count < words * 4)
            count *= 2;
        return count;
    }
    static constexpr size_t kSlots = slotsFor(N);

    static constexpr size_t hashOf(std::u16string_view word)
    {
        const size_t size = word.size();
        return (size + word[0] * 5u + word[size - 1] * 37u + word[size / 2] * 113u) % kSlots;
    }

    std::array<std::u16string_view, kSlots> m_slots{};
};

} // namespace cargo::contact_filter
