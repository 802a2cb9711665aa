#pragma once

#include "shared/domain/contact_filter/lexicon.h"

#include <string>
#include <string_view>
#include <unordered_map>

namespace cargo::contact_filter {

// Collects the words of the tables before they are laid out for look-ups.
class LexiconBuilder
{
public:
    static constexpr size_t kWordMax = 32; // letters
    static constexpr size_t kTailMax = 6;  // letters behind a stem

    // Words with blanks between; "слов*" is a stem with up to six letters after it, "слов*3" with up to three.
    void add(quint64 hints, std::u16string_view words);
    void addSign(char16_t sign, std::u16string_view words);
    void addHosts(Network network, std::u16string_view hosts);
    void addNetwork(Network network, quint64 hints, std::u16string_view words);

    struct Numeral
    {
        std::string_view digits;
        quint8 rank;
        bool weak = false;
        bool many = false;
        bool typo = false;
        bool foreign = false;
    };
    void addNumeral(const Numeral &numeral, std::u16string_view words);
    void addRepeat(int times, std::u16string_view words);

    // Words as texts are folded: letters that look Latin are read as Latin, marks are laid over letters.
    static std::u16string folded(std::u16string_view words);

    const std::unordered_map<std::u16string, Entry> &entries() const { return m_entries; }

private:
    template <typename Change>
    void each(std::u16string_view words, const Change &change);

    std::unordered_map<std::u16string, Entry> m_entries;
};

// One table a file.
void addNumerals(LexiconBuilder &lexicon);
void addForeignNumerals(LexiconBuilder &lexicon);
void addHonestWords(LexiconBuilder &lexicon);
void addCues(LexiconBuilder &lexicon);
void addNetworks(LexiconBuilder &lexicon);
void addHosts(LexiconBuilder &lexicon);
void addSigns(LexiconBuilder &lexicon);
void addCommonWords(LexiconBuilder &lexicon);

} // namespace cargo::contact_filter
