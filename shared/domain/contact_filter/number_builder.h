#pragma once

#include "shared/domain/contact_filter/numbers.h"

namespace cargo::contact_filter {

// Puts numerals and digits together to groups as they are spoken.
class NumberBuilder
{
protected:
    NumberBuilder(const Scan &scan, bool mergeMixed, Numbers &out);

    Group &add(std::string_view digits, size_t first, size_t last, quint16 flags);
    std::string plainDigits(const Token &token) const;
    static quint16 flagsOf(const Token &token);
    bool nextTo(size_t at) const;
    void addNumeral(const Entry &entry, size_t first, size_t last, quint16 flags);
    void addDigits(size_t at);
    bool repeatsBefore(size_t at);
    void addWritten(const std::string &digits, size_t first, size_t last, quint16 flags);

private:
    int takeTimes(size_t first);
    bool repeatsInside(Group &group, char digit, size_t last, quint16 flags);
    bool nextToRepeat(size_t first) const;
    static bool joins(quint8 rank, quint8 next, std::string_view digits);
    void join(Group &group, std::string_view digits, size_t last, quint8 rank, quint16 flags);

protected:
    const Scan &m_scan;
    const std::vector<Token> &m_tokens;
    bool m_mergeMixed;
    Numbers &m_out;
    bool m_explained = false; // the text says that letters stand for digits
    int m_repeat = 0;         // «дважды», «тройная»: how often the next digit stands
    size_t m_repeatToken = 0;
};

} // namespace cargo::contact_filter
