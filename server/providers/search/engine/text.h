#pragma once

#include <cstdint>
#include <memory>
#include <array>
#include <string>
#include <string_view>
#include <vector>

struct sb_stemmer;

namespace cargo::search::engine {

// Lower case, Latin, Greek and Cyrillic; ё stays. Broken UTF-8 is left out.
std::string folded(std::string_view text);

// The words of a text: lower case, ё as е, split at whatever is no letter or digit and between letters and digits, so that
// "rav4" and "rav 4" meet. Words of more than 40 letters are left out.
std::vector<std::string> words(std::string_view text);

// Calls f(word) for each of them; the view lives for the call.
class WordReader
{
public:
    template <typename F>
    void read(std::string_view text, F &&f)
    {
        m_rest = text;
        while (next())
            f(std::string_view(m_word.data(), m_size));
    }

    static constexpr int kLettersMost = 40; // of a word

private:
    bool next();

    std::string_view m_rest;
    std::array<char, size_t(4) * kLettersMost> m_word; // UTF-8
    size_t m_size = 0;
};

// A word's index form: Russian or English stem; words with digits or of other alphabets stay as they are. One thread at a
// time, for libstemmer keeps its result inside; ofThread() gives each thread its own.
class Stemmer
{
public:
    Stemmer();
    ~Stemmer();
    Stemmer(const Stemmer &) = delete;
    Stemmer &operator=(const Stemmer &) = delete;

    std::string_view operator()(std::string_view word); // valid until the next call
    static Stemmer &ofThread();

private:
    struct Free
    {
        void operator()(sb_stemmer *stemmer) const;
    };
    std::unique_ptr<sb_stemmer, Free> m_russian;
    std::unique_ptr<sb_stemmer, Free> m_english;
};

// Reads one code point and moves on; 0xFFFD for what is broken. `text` must not be empty.
char32_t takeCodePoint(std::string_view &text);
void appendUtf8(std::string &out, char32_t c);

// Optimal string alignment, cut off above `limit`.
int editDistance(std::u32string_view a, std::u32string_view b, int limit);
std::u32string codePoints(std::string_view text);

} // namespace cargo::search::engine
