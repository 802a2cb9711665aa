#pragma once

#include "shared/domain/contact_filter/evidence.h"
#include "shared/domain/contact_filter/findings.h"
#include "shared/domain/contact_filter/phone_around.h"
#include "shared/domain/contact_filter/phone_formats.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace cargo::contact_filter {

// Groups [first, last] as one number.
struct Candidate
{
    size_t first = 0;
    size_t last = 0;
    Score score;
    bool disguised = false;
    bool hinted = false;
};

// Adds up what speaks for and against digits being a telephone (evidence.h).
class PhoneJudge
{
protected:
    static constexpr size_t kMaxDigits = 15;
    static constexpr size_t kMinDigits = 5;

    PhoneJudge(Context &context, const Numbers &numbers, bool sums);

    // What m_digits and m_shape hold: no more than kMaxDigits.
    void clearDigits() { m_digits = m_shape = {}; }
    void addDigits(std::string_view digits)
    {
        std::copy(digits.begin(), digits.end(), m_digitsMemory.begin() + qsizetype(m_digits.size()));
        m_digits = {m_digitsMemory.data(), m_digits.size() + digits.size()};
        if (digits.empty())
            return;
        m_shapeMemory[m_shape.size()] = char('0' + digits.size());
        m_shape = {m_shapeMemory.data(), m_shape.size() + 1};
    }
    // Its digits and its shape stand in m_digits and m_shape. One that cannot come to `least` is not looked at to the end:
    // its score is less than that, and no more is said of it.
    Candidate judge(size_t from, size_t to, int least);
    // No number belongs into a name: there less is enough.
    int threshold() const;

    Context &m_context;
    const Numbers &m_numbers;
    const std::vector<Group> &m_groups;
    bool m_sums;
    // The thread's memory: it serves one search after another.
    std::vector<Before> &m_before; // of each group, once it was looked at
    std::vector<After> &m_after;
    std::string_view m_digits; // of the groups in question
    std::string_view m_shape;  // how many each has
    std::vector<quint32> &m_sizes;

private:
    int m_mostOfGroups; // that grouping and disguise add to any of them
    std::array<char, kMaxDigits> m_digitsMemory;
    std::array<char, kMaxDigits> m_shapeMemory;

    struct Scratch;
    static Scratch &scratchOfThread();
    PhoneJudge(Context &context, const Numbers &numbers, bool sums, Scratch &scratch);

    const Before &before(size_t group);
    const After &after(size_t group);
    bool mayBeAsked(size_t from, size_t to) const;
    bool mayHint(size_t from, size_t to);
    bool reversedForm(PhoneForm &form);
    bool mayDoWithoutForm(const Before &before, const After &after) const;
    bool enoughWithoutForm(const Candidate &candidate, size_t from, size_t to);
    void addAround(Candidate &candidate, const PhoneForm &form, const Before &before, const After &after);
    void addGrouping(Score &score, const PhoneForm &form, size_t from, size_t to);
    bool isTrunkGrouping() const;
    bool isCutByCommas(size_t from, size_t to) const;
    void addSigns(Score &score, size_t from, size_t to);
    void addDisguise(Candidate &candidate, const PhoneForm &form, size_t from, size_t to);
    void addAgainst(Score &score, const PhoneForm &form, size_t from, size_t to);
    bool inRow(size_t from, size_t to) const;
    bool isCounting(size_t from, size_t to) const;
    bool numbersThings(size_t from, size_t to) const;
    bool isKnown() const;
};

} // namespace cargo::contact_filter
