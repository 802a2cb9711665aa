#include "shared/domain/contact_filter/phone_judge.h"
#include "shared/domain/contact_filter/phone_parts.h"

#include <algorithm>

namespace cargo::contact_filter {

void PhoneJudge::addAgainst(Score &score, const PhoneForm &form, size_t from, size_t to)
{
    Q_UNUSED(form)
    int commas = 0;
    int honest = 0;
    int decimals = 0;
    bool glued = false;
    for (size_t k = from; k <= to; ++k) {
        const Group &group = m_groups[k];
        commas += k > from ? group.commas : 0;
        honest += group.is(Group::Honest) ? 1 : 0;
        decimals += group.is(Group::Decimal) ? 1 : 0;
        glued = glued || group.is(Group::Glued);
    }
    // "3,475,550,182 and you should dial it"
    const bool dialled = commas && m_shape == "1333" && after(to).dialIt;
    const bool disguised = score.has(Evidence::Words) || score.has(Evidence::WordsAndDigits) || m_sums;
    score.add(Evidence::Comma, m_sums || dialled || score.has(Evidence::Words) ? 0 : std::min(commas, disguised ? 2 : 4));
    score.add(Evidence::DateOrTime, std::min(honest, 2));
    score.add(Evidence::Decimal, decimals ? 1 : 0);
    const size_t start = m_groups[from].first;
    const auto &tokens = m_context.scan.tokens;
    // 8C:91:46:55:20:47
    const bool hardware = start > 1 && tokens[start - 1].isSign(u':') && tokens[start - 2].is(Token::Latin)
                          && tokens[start - 2].size <= 2 && !tokens[start - 2].word;
    if (glued || hardware)
        score.add(Evidence::Glued);
    // «без 8: 984…»
    const size_t at = m_groups[from].first;
    const bool without = at > 1 && m_context.scan.tokens[at - 2].is(Token::Type::Word) && m_context.scan.text(at - 2) == u"без";
    const bool insideFront = (from > 0 && m_groups[from].tight) || (without && from < to && m_groups[from].size == 1);
    const bool insideBack =
        to + 1 < m_groups.size() && m_groups[to + 1].tight && !m_groups[to + 1].barrier && m_groups[to + 1].sign != u',';
    if (insideFront || insideBack)
        score.add(Evidence::InsideNumber);
    // «890 / 914 / 702 / 655»: the same sign goes on before or behind
    const auto sameSign = [&](size_t k) {
        return m_groups[k].signs == 1 && m_groups[k].sign && !m_groups[k].words && !m_groups[k].plus;
    };
    const bool rowBefore = from > 0 && score.total >= threshold() && from < to && sameSign(from) && sameSign(from + 1)
                           && m_groups[from].sign == m_groups[from + 1].sign && m_groups[from].sign != u','
                           && m_groups[from].sign != u'-';
    if (rowBefore)
        score.add(Evidence::InRow, 2);
    int zeros = 0;
    for (size_t k = from; k <= to; ++k)
        zeros += k > from && m_numbers.text(m_groups[k]) == "000" && !m_groups[k].is(Group::Words) ? 1 : 0;
    const bool zerosFollow = to + 1 < m_groups.size() && !m_groups[to + 1].barrier && !m_groups[to + 1].signs
                             && !m_groups[to + 1].words && m_numbers.text(m_groups[to + 1]) == "000";
    score.add(Evidence::RoundThousands, std::min(zeros + (zerosFollow ? 1 : 0), 3));
    const size_t behind = m_groups[to].last + 1;
    if (from < to && m_groups[to].sign == u'+' && behind < tokens.size() && tokens[behind].isSign(u'='))
        score.add(Evidence::SumTold);
    // 8703.32.90.99: a customs code
    const bool customs = m_shape == "4222" && m_groups[to].tight && m_groups[to].sign == u'.' && m_groups[from + 1].sign == u'.';
    if (customs && !(m_digits[0] == '9'))
        score.add(Evidence::PartNumber);
    if (from + 1 == to && m_groups[from].size == 5 && m_groups[to].size == 5 && m_groups[to].tight)
        score.add(Evidence::PartNumber);
    // «на 89241, 120655 и 170318»
    if (from + 1 == to && m_groups[from].size >= 5 && m_groups[to].size >= 5 && m_groups[to].commas > 0 && !m_groups[to].tight)
        score.add(Evidence::PartNumber);
    if (to > from && inRow(from, to))
        score.add(Evidence::InRow);
    if (isCounting(from, to) || (score.total >= threshold() && numbersThings(from, to)))
        score.add(Evidence::Counting);
    if (isKnown())
        score.add(Evidence::Known);
}

// Other numbers stand just beside it: "лкп 91 294 83 307 …", not a number of its own.
bool PhoneJudge::inRow(size_t from, size_t to) const
{
    // «… 20 93 сто процентов»: what is said otherwise is no row.
    const auto joins = [&](const Group &next) {
        return next.is(Group::Words) == m_groups[to].is(Group::Words) && !next.barrier && next.words == 0 && next.connectors == 0
               && next.lines == 0 && next.signs == next.commas;
    };
    const bool front = from > 0 && m_groups[from - 1].is(Group::Words) == m_groups[from].is(Group::Words) && joins(m_groups[from])
                       && !m_groups[from].plus && !m_groups[from].bracket;
    const bool back = to + 1 < m_groups.size() && joins(m_groups[to + 1]) && !m_groups[to + 1].plus;
    return front || back;
}

// 1 2 3 4 5 6 7 …, 2015 2016 2017, 1234567890, 9999999999
bool PhoneJudge::isCounting(size_t from, size_t to) const
{
    const auto steps = [](const auto &values, int by) {
        for (size_t k = 1; k < values.size(); ++k) {
            if (values[k] - values[k - 1] != by)
                return false;
        }
        return values.size() >= 3;
    };
    if (steps(m_digits, 1) || steps(m_digits, -1) || steps(m_digits, 0))
        return true;
    if (to - from < 2)
        return false;
    const auto value = [&](size_t k) {
        int number = 0;
        for (const char c : m_numbers.text(m_groups[k]).substr(0, 6))
            number = number * 10 + (c - '0');
        return number;
    };
    const int by = value(from + 1) - value(from);
    if (by != 1 && by != -1)
        return false;
    for (size_t k = from + 2; k <= to; ++k) {
        if (value(k) - value(k - 1) != by)
            return false;
    }
    return true;
}

// «одна 9 900, вторая 10 200»
bool PhoneJudge::numbersThings(size_t from, size_t to) const
{
    size_t words = 0;
    for (size_t k = from; k <= to; ++k)
        words += m_groups[k].is(Group::Words) ? 1 : 0;
    if (words == 0 || words > 2 || words >= to - from)
        return false;
    for (size_t k = from; k <= to; ++k) {
        if (m_groups[k].is(Group::Words) && m_groups[k].size == 1 && isOrdinal(m_context.scan.text(m_groups[k].first)))
            return true;
    }
    return false;
}

bool PhoneJudge::isKnown() const
{
    return std::any_of(m_context.known.begin(), m_context.known.end(), [this](const QString &known) {
        return known.size() >= qsizetype(kMinDigits)
               && known.contains(QLatin1String(m_digits.data(), qsizetype(m_digits.size())));
    });
}

} // namespace cargo::contact_filter
