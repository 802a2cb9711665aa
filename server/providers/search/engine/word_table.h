#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cargo::search::engine {

// Words with a number each, for indexing: what is asked for again and again lies close together. Only grows.
class WordTable
{
public:
    // Where a number is kept for the word; `isNew` says that the caller must set it.
    uint32_t &at(std::string_view word, bool &isNew)
    {
        if ((m_count + 1) * 2 > m_slots.size())
            grow();
        const uint64_t hash = hashOf(word);
        Slot &slot = m_slots[find(hash, word)];
        isNew = slot.length == 0;
        if (isNew) {
            slot = {hash, uint32_t(m_text.size()), uint32_t(word.size()), 0};
            m_text += word;
            ++m_count;
        }
        return slot.number;
    }
    size_t size() const { return m_count; }
    // f(word, number), in no order.
    template <typename F>
    void forEach(F &&f) const
    {
        for (const Slot &slot : m_slots) {
            if (slot.length > 0)
                f(std::string_view(m_text).substr(slot.at, slot.length), slot.number);
        }
    }

private:
    struct Slot
    {
        uint64_t hash = 0;
        uint32_t at = 0; // in m_text
        uint32_t length = 0;
        uint32_t number = 0;
    };
    static uint64_t hashOf(std::string_view word) { return std::hash<std::string_view>()(word); }
    size_t find(uint64_t hash, std::string_view word) const
    {
        const size_t mask = m_slots.size() - 1;
        size_t i = size_t(hash) & mask;
        while (m_slots[i].length > 0
               && (m_slots[i].hash != hash || std::string_view(m_text).substr(m_slots[i].at, m_slots[i].length) != word))
            i = (i + 1) & mask;
        return i;
    }
    void grow()
    {
        std::vector<Slot> old(m_slots.empty() ? 256 : m_slots.size() * 2);
        old.swap(m_slots);
        const size_t mask = m_slots.size() - 1;
        for (const Slot &slot : old) {
            size_t i = size_t(slot.hash) & mask;
            while (slot.length > 0 && m_slots[i].length > 0)
                i = (i + 1) & mask;
            if (slot.length > 0)
                m_slots[i] = slot;
        }
    }

    std::string m_text;
    std::vector<Slot> m_slots; // a power of two, at most half full
    size_t m_count = 0;
};

} // namespace cargo::search::engine
