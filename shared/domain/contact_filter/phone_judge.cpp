#include "shared/domain/contact_filter/phone_judge.h"

#include <algorithm>

namespace cargo::contact_filter {

namespace {
constexpr int weightIf(bool may, Evidence what) { return may ? kWeights[size_t(what)].weight : 0; }

// What grouping and disguise may add to any numbers among these groups, at most: addGrouping() and addDisguise() give no
// evidence that is not counted here.
int mostOfGroups(const std::vector<Group> &groups, bool sums)
{
    quint16 flags = 0;
    size_t singles = 0;
    bool bracket = false, hyphen = false, sign = false, filler = false;
    for (const Group &group : groups) {
        flags |= group.flags;
        singles += group.size == 1 || group.is(Group::Repeat) ? 1 : 0;
        bracket = bracket || group.bracket;
        hyphen = hyphen || (group.tight && group.sign == u'-');
        sign = sign || group.signs > 0;
        filler = filler || group.words > 0;
    }
    constexpr size_t kSinglesMin = 2;
    return weightIf(true, singles >= kSinglesMin ? Evidence::Singles : Evidence::Grouped) + weightIf(bracket, Evidence::Bracket)
           + weightIf(hyphen, Evidence::Hyphens) + weightIf(sign, Evidence::OddSign)
           + weightIf(flags & Group::Words, Evidence::WordsAndDigits)
           + weightIf(flags & (Group::Typo | Group::Foreign | Group::Together | Group::Repeat), Evidence::Typos)
           + weightIf(flags & Group::LookAlike, Evidence::LookAlikes) + weightIf(flags & Group::Odd, Evidence::OddDigits)
           + weightIf(flags & Group::Hidden, Evidence::Hidden) + weightIf(flags & Group::Interleaved, Evidence::Interleaved)
           + weightIf(sums, Evidence::Sums) + weightIf(filler, Evidence::Filler);
}

// What addAround() may add, at most.
int mostAround(const Before &before, const After &after, bool asked)
{
    return weightIf(before.dial || after.dial || after.dialNext || after.dialIt, Evidence::Dial)
           + weightIf(before.network || after.network, Evidence::Network) + weightIf(before.number, Evidence::Number)
           + weightIf(before.dictate, Evidence::Dictate) + weightIf(before.wink || after.wink, Evidence::Wink)
           + weightIf(before.operatorName || before.abroad || after.abroad, Evidence::Operator) + weightIf(asked, Evidence::Asked)
           + weightIf(before.start && after.end, Evidence::Alone) + weightIf(before.money, Evidence::ImpossiblePrice);
}
} // namespace

struct PhoneJudge::Scratch
{
    std::vector<Before> before; // of each group, once it was looked at
    std::vector<After> after;
    std::vector<quint32> sizes;
};

PhoneJudge::Scratch &PhoneJudge::scratchOfThread()
{
    thread_local Scratch scratch;
    return scratch;
}

PhoneJudge::PhoneJudge(Context &context, const Numbers &numbers, bool sums)
    : PhoneJudge(context, numbers, sums, scratchOfThread())
{
}

PhoneJudge::PhoneJudge(Context &context, const Numbers &numbers, bool sums, Scratch &scratch)
    : m_context(context), m_numbers(numbers), m_groups(numbers.groups), m_sums(sums), m_before(scratch.before),
      m_after(scratch.after), m_sizes(scratch.sizes), m_mostOfGroups(mostOfGroups(numbers.groups, sums))
{
    m_before.assign(numbers.groups.size(), {});
    m_after.assign(numbers.groups.size(), {});
}

int PhoneJudge::threshold() const
{
    return m_context.policy.place == Place::ProfileName ? kPhoneThreshold - 15 : kPhoneThreshold;
}

const Before &PhoneJudge::before(size_t group)
{
    if (!m_before[group].known)
        m_before[group] = lookBefore(m_context, m_groups[group].first);
    return m_before[group];
}

const After &PhoneJudge::after(size_t group)
{
    if (!m_after[group].known)
        m_after[group] = lookAfter(m_context, m_groups[group].last);
    return m_after[group];
}

Candidate PhoneJudge::judge(size_t from, size_t to, int least)
{
    Candidate candidate;
    candidate.first = from;
    candidate.last = to;
    const Group &a = m_groups[from];
    PhoneForm form = phoneForm(m_digits, a.plus, m_shape);
    const bool nearlyMobile = m_sums && m_digits.size() == 10 && form.score < 36 && (m_digits[0] == '8' || m_digits[0] == '7');
    if (nearlyMobile)
        form = {36, false, "ru_mobile_sum"};
    Score &score = candidate.score;
    // «второй 8 383 291-44-08»: a word that counts the numbers
    if (a.is(Group::Words) && a.size == 1 && from < to && !m_groups[from + 1].is(Group::Words)
        && phoneForm(m_digits.substr(1), m_groups[from + 1].plus, m_shape.substr(1)).score > 30 && form.score < 44)
        return candidate;
    // Cheap things first: most spans of digits are no phone at all.
    if (form.score == 0 && !mayBeAsked(from, to))
        return candidate;
    if (form.score == 0 && (m_digits.size() > 13 || !mayHint(from, to))) {
        const bool backwards = m_digits.size() == 11 && (m_digits[10] == '8' || m_digits[10] == '7') && m_digits[9] == '9';
        if (!backwards && m_digits.size() != 10 && m_digits.size() != 11)
            return candidate;
    }
    const Before &before = this->before(from);
    const After &after = this->after(to);
    if ((before.reverse || after.reverse) && reversedForm(form))
        score.add(Evidence::Backwards);
    if (form.score == 0 && !mayDoWithoutForm(before, after))
        return candidate;
    score.total += form.score;
    const int most = score.total + m_mostOfGroups + mostAround(before, after, m_context.before & (kDial | kNumber));
    if (most < least)
        return candidate;
    addGrouping(score, form, from, to);
    addDisguise(candidate, form, from, to);
    addAround(candidate, form, before, after);
    addAgainst(score, form, from, to);
    if (form.score == 0 && !enoughWithoutForm(candidate, from, to))
        score.total = 0;
    Q_ASSERT(score.total <= most);
    return candidate;
}

// Whether the text holds anything at all that could make a telephone of digits without a known form.
bool PhoneJudge::mayBeAsked(size_t from, size_t to) const
{
    if ((m_context.scan.hints & (kDial | kNetwork | kReverse | kPart)) || (m_context.before & kDial))
        return true;
    constexpr size_t kCityDigits = 7; // «277-02-36, спросить Олега»
    const auto hyphen = [](const Group &group) { return group.sign == u'-'; };
    return m_digits.size() == kCityDigits
           && std::any_of(m_groups.begin() + qsizetype(from), m_groups.begin() + qsizetype(to) + 1, hyphen);
}

bool PhoneJudge::mayHint(size_t from, size_t to)
{
    const Before &b = before(from);
    const After &a = after(to);
    return b.dial || b.network || b.number || b.reverse || a.dial || a.network || a.reverse || b.wink || a.wink
           || (m_context.before & kDial);
}

bool PhoneJudge::reversedForm(PhoneForm &form)
{
    std::string turned(m_digits.rbegin(), m_digits.rend());
    const PhoneForm other = phoneForm(turned, false);
    if (other.score < 14 || other.score < form.score)
        return false;
    form = other;
    form.oddShape = false;
    return true;
}

bool PhoneJudge::mayDoWithoutForm(const Before &before, const After &after) const
{
    const bool asked = before.dial || before.network || (m_context.before & kDial);
    return (asked && m_digits.size() <= 13) || (m_digits.size() == 7 && after.dial);
}

// A number of no known form is a phone only when it is asked for by its grouping and its words.
bool PhoneJudge::enoughWithoutForm(const Candidate &candidate, size_t from, size_t to)
{
    const Before &b = before(from);
    const size_t n = m_digits.size();
    const bool asked = b.dial || b.network || (m_context.before & kDial);
    // «555-92-18 можно звонить»
    if (n == 7 && after(to).dial && candidate.score.has(Evidence::Grouped) && candidate.score.has(Evidence::Hyphens))
        return true;
    if (!asked || n > 13)
        return false;
    if (n < 7)
        return b.dial && candidate.score.has(Evidence::Hyphens) && to > from;
    return candidate.score.has(Evidence::Grouped) || candidate.score.has(Evidence::Singles) || candidate.disguised
           || (n >= 7 && n != 8 && candidate.score.has(Evidence::Whole)) || candidate.score.has(Evidence::Hyphens);
}

void PhoneJudge::addAround(Candidate &candidate, const PhoneForm &form, const Before &before, const After &after)
{
    Score &score = candidate.score;
    // «бюджет 9 146 552 047 наберите»
    const bool called = (after.dialNext && form.score >= 36) || (after.dialIt && form.score > 0);
    const bool cue = before.dial || before.network || after.wink || before.wink || (after.network && form.mobile) || called;
    if (before.dial)
        score.add(Evidence::Dial);
    else if (after.dial || after.dialIt)
        score.add(called ? Evidence::Dial : Evidence::DialAfter);
    if (before.network)
        score.add(Evidence::Network);
    else if (after.network)
        score.add(Evidence::Number);
    if (before.number && !before.document)
        score.add(Evidence::Number);
    if (before.dictate)
        score.add(Evidence::Dictate);
    if (before.wink || after.wink)
        score.add(Evidence::Wink);
    if (before.operatorName || (form.score > 0 && (before.abroad || after.abroad)))
        score.add(Evidence::Operator);
    if (m_context.before & (kDial | kNumber))
        score.add(Evidence::Asked);
    if (before.start && after.end)
        score.add(Evidence::Alone);
    candidate.hinted = cue || before.number;
    if (before.document)
        score.add((form.mobile && (score.has(Evidence::Grouped) || score.has(Evidence::Hyphens)))
                          || (form.score >= 36 && score.has(Evidence::Grouped) && score.has(Evidence::Hyphens))
                      ? Evidence::DocumentGrouped
                  : cue || after.dial ? Evidence::DocumentFar
                                      : Evidence::Document);
    else if (before.documentFar && !cue)
        score.add(Evidence::DocumentFar);
    if (after.file && !form.mobile)
        score.add(Evidence::Document);
    if (after.document && !before.dial)
        score.add(Evidence::DocumentAfter);
    const bool told = after.dial && (score.has(Evidence::Grouped) || (score.has(Evidence::Whole) && form.score >= 36));
    const bool winks = (before.wink || after.wink || told) && form.score >= 20 && !score.has(Evidence::Thousands);
    if (before.money)
        score.add(form.mobile || called ? Evidence::ImpossiblePrice : winks ? Evidence::UnitAfterMobile : Evidence::Money);
    if (before.currency && !form.mobile)
        score.add(Evidence::CurrencyBefore);
    if (after.unit)
        score.add(form.mobile || winks || called ? Evidence::UnitAfterMobile : Evidence::UnitAfter);
}

} // namespace cargo::contact_filter
