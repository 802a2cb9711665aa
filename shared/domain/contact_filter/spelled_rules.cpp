#include "shared/domain/contact_filter/findings.h"
#include "shared/domain/contact_filter/gates.h"
#include "shared/domain/contact_filter/numbers.h"
#include "shared/domain/contact_filter/word_set.h"

#include <algorithm>

namespace cargo::contact_filter {

namespace {
using Type = Token::Type;

// Words of the radio alphabets.
constexpr WordSet kRadio({u"alfa",   u"alpha",    u"bravo",    u"charlie", u"delta",  u"echo",    u"foxtrot",   u"golf",
                          u"hotel",  u"india",    u"juliet",   u"kilo",    u"lima",   u"mike",    u"november",  u"oscar",
                          u"papa",   u"quebec",   u"romeo",    u"sierra",  u"tango",  u"uniform", u"victor",    u"whiskey",
                          u"whisky", u"xray",     u"yankee",   u"zulu",    u"альфа",  u"браво",   u"чарли",     u"дельта",
                          u"эхо",    u"фокстрот", u"гольф",    u"отель",   u"индия",  u"джульет", u"джульетта", u"кило",
                          u"лима",   u"майк",     u"новембер", u"оскар",   u"папа",   u"квебек",  u"ромео",     u"сьерра",
                          u"танго",  u"униформ",  u"виктор",   u"виски",   u"иксрей", u"янки",    u"зулу"});

// Letters by their names, Latin and Russian ones.
constexpr WordSet kLetterNames({u"эй", u"би",  u"си",  u"ди",    u"эф",     u"джи", u"эйч",   u"ай",  u"джей", u"кей",
                                u"эл", u"эль", u"эм",  u"эн",    u"пи",     u"кью", u"ар",    u"эс",  u"ти",   u"ю",
                                u"ви", u"икс", u"экс", u"уай",   u"вай",    u"зед", u"зет",   u"бэ",  u"вэ",   u"гэ",
                                u"дэ", u"жэ",  u"зэ",  u"ка",    u"ха",     u"пэ",  u"эр",    u"тэ",  u"цэ",   u"че",
                                u"ша", u"ща",  u"ве",  u"дабл",  u"даблъю", u"йот", u"игрек", u"bee", u"cee",  u"dee",
                                u"ee", u"ef",  u"gee", u"aitch", u"jay",    u"kay", u"el",    u"em",  u"en",   u"pee",
                                u"ar", u"ess", u"tee", u"vee",   u"ex",     u"zed", u"zee"});

bool isRadio(std::u16string_view word) { return word.size() >= 4 && kRadio.has(word); }
bool isLetterName(std::u16string_view word) { return word.size() <= 6 && kLetterNames.has(word); }

// A name told letter by letter: "k as in kilo", «К как Костя», "kilo oscar romeo", «эй, ар, ти», "a-r-t-e-m". Only beside a
// network, a nick or «по буквам». Trims and classes ("A, B, C, D") have no such words beside them.
class SpelledFinder
{
public:
    explicit SpelledFinder(Context &context) : m_context(context), m_scan(context.scan), m_tokens(context.scan.tokens) {}

    void find()
    {
        const bool told = m_scan.hints & kSpell;
        if (told && findByPlace())
            return;
        // «ВИН по буквам: Джульетта, Танго, …»
        if ((m_scan.hints & kDocument) && !network() && !(m_scan.hints & (kNick | kMailbox)))
            return;
        const bool cue = told || (m_scan.hints & (kNick | kMailbox)) || network() || (m_scan.hints & kProvider);
        if (!cue)
            return;
        for (size_t t = 0; t < m_tokens.size();) {
            const Run run = readRun(t);
            if (!run.units) {
                ++t;
                continue;
            }
            const int fewest = told ? 3 : 4;
            const bool enough = run.examples >= 3 || run.radio >= 3
                                || (run.units >= fewest && (told || run.units > run.plain || run.units >= 5))
                                || (run.examples >= 2 && run.units >= 3);
            const bool handle = t > 0 && m_tokens[t - 1].isSign(u'@'); // "@i v a n": findHandles()
            if (enough && !handle)
                m_context.add(t, run.last, kind(), Reason::NamedHandle, true, 60);
            t = run.last + 1;
        }
    }

private:
    struct Run
    {
        int units = 0;    // letters, however told
        int examples = 0; // "d as in door"
        int radio = 0;
        int plain = 0; // letters as such
        size_t last = 0;
    };

    bool network() const
    {
        return std::any_of(m_scan.marks.begin(), m_scan.marks.end(),
                           [this](size_t t) { return m_tokens[t].has(kNetwork) && !m_tokens[t].has(kPlace); });
    }

    Kind kind() const
    {
        for (const Token &token : m_tokens) {
            if (!token.has(kNetwork) || token.has(kPlace))
                continue;
            const Network network = token.word->network;
            return network == Network::Telegram   ? Kind::Telegram
                   : network == Network::Whatsapp ? Kind::Whatsapp
                   : network == Network::Viber    ? Kind::Viber
                                                  : Kind::AddressOther;
        }
        return (m_scan.hints & (kMailbox | kProvider)) ? Kind::Email : Kind::Username;
    }

    // The next word or number behind token `at`, past blanks and light signs; the end when something else stands there.
    size_t next(size_t at) const
    {
        size_t i = at + 1;
        while (i < m_tokens.size() && i < at + 5
               && (m_tokens[i].is(Type::Blank) || m_tokens[i].isSign(u',') || m_tokens[i].isSign(u'-') || m_tokens[i].isSign(u'.')
                   || m_tokens[i].isSign(u'/') || m_tokens[i].isSign(u'_') || m_tokens[i].isSign(u'+')
                   || m_tokens[i].isSign(u';')))
            ++i;
        return i > at + 1 && i < m_tokens.size() && m_tokens[i].isAlnum() ? i : m_tokens.size();
    }

    // «первая буква алфавита, потом шестая, потом десятая», "letters 20-5-12": letters by their place in the alphabet, beside
    // a network or a nick.
    bool findByPlace()
    {
        constexpr size_t kFewest = 3;
        if (!mayHoldLetterPlaces(m_scan) || !(network() || (m_scan.hints & (kNick | kMailbox))))
            return false;
        thread_local Numbers numbers; // keeps its memory from message to message
        readNumbers(m_scan, true, numbers);
        const std::vector<Group> &groups = numbers.groups;
        for (size_t from = 0; from < groups.size(); ++from) {
            size_t to = from;
            while (to < groups.size() && isPlace(numbers, to)
                   && (to == from || joinsPlaces(groups[to - 1].last, groups[to].first)))
                ++to;
            if (to >= from + kFewest) {
                m_context.add(groups[from].first, groups[to - 1].last, kind(), Reason::NamedHandle, true, 60);
                return true;
            }
            from = std::max(from, to == from ? from : to - 1);
        }
        return false;
    }

    bool isPlace(const Numbers &numbers, size_t group) const
    {
        constexpr int kLetters = 33;
        const std::string_view digits = numbers.text(numbers.groups[group]);
        const int value = digits.size() == 1   ? digits[0] - '0'
                          : digits.size() == 2 ? (digits[0] - '0') * 10 + digits[1] - '0'
                                               : 0;
        return value >= 1 && value <= kLetters && !m_context.isTaken(numbers.groups[group].first)
               && !(numbers.groups[group].flags & (Group::UnitAfter | Group::Glued));
    }

    // Nothing but signs and what such a tale goes on with between two places: «буква», «потом», «и», «английского алфавита».
    bool joinsPlaces(size_t last, size_t first) const
    {
        constexpr size_t kFarthest = 10; // tokens
        if (first > last + kFarthest)
            return false;
        for (size_t t = last + 1; t < first; ++t) {
            if (m_tokens[t].is(Type::Word) && !m_tokens[t].has(kSpell | kConnector | kPart | kLatin | kDictate))
                return false;
        }
        return true;
    }

    bool isOne(size_t t) const
    {
        return m_tokens[t].is(Type::Word) && m_tokens[t].size == 1 && !m_scan.isPiece(t) && !m_context.isTaken(t);
    }

    // «К как Костя», "d as in door", "m for mother", "z like zebra", «т - Тимур»: the last token; 0 when it is none.
    size_t exampleEnd(size_t t) const
    {
        const char16_t letter = m_scan.text(t)[0];
        size_t i = next(t);
        if (i == m_tokens.size())
            return 0;
        const std::u16string_view word = m_scan.text(i);
        const bool joins = word == u"как" || word == u"as" || word == u"for" || word == u"like" || word == u"от" || word == u"из";
        if (joins) {
            i = next(i);
            if (i < m_tokens.size() && m_scan.text(i) == u"in")
                i = next(i);
        }
        if (i == m_tokens.size() || !m_tokens[i].is(Type::Word) || m_tokens[i].size < 3)
            return 0;
        return joins || m_scan.text(i)[0] == letter ? i : 0;
    }

    // One letter, digit or sign from token `t` on; its last token, or 0.
    size_t readUnit(size_t t, Run &run) const
    {
        const Token &token = m_tokens[t];
        if (m_context.isTaken(t))
            return 0;
        if (isOne(t)) {
            const size_t end = exampleEnd(t);
            ++run.units;
            run.examples += end ? 1 : 0;
            run.plain += end ? 0 : 1;
            return end ? end : t;
        }
        if (!token.is(Type::Word) || m_scan.isPiece(t))
            return 0;
        const std::u16string_view text = m_scan.text(t);
        if (isRadio(text)) {
            ++run.units;
            ++run.radio;
            return t;
        }
        if (isLetterName(text) && !token.has(kDial | kNetwork)) {
            ++run.units;
            return t;
        }
        return 0;
    }

    // What may follow the first letters: digits, «подчёркивание», «дальше», "then".
    bool isBetween(size_t t) const
    {
        const Token &token = m_tokens[t];
        return token.has(kNumeral) || (token.is(Type::Digits) && token.size <= 4) || (token.has(kSign) && token.size > 1)
               || m_scan.text(t).starts_with(u"нижн");
    }

    bool joins(size_t t) const { return m_tokens[t].has(kConnector) && m_tokens[t].size > 2; }

    Run readRun(size_t first) const
    {
        Run run;
        const size_t start =
            m_tokens[first].isAlnum() && (first == 0 || !m_tokens[first - 1].isAlnum()) ? readUnit(first, run) : 0;
        if (!run.units)
            return run;
        run.last = std::max(start, first);
        for (size_t at = run.last; (at = next(at)) < m_tokens.size();) {
            if (const size_t end = readUnit(at, run)) {
                run.last = at = end;
            } else if (isBetween(at)) {
                run.last = at;
            } else if (!joins(at)) {
                break;
            }
        }
        return run;
    }

    Context &m_context;
    const Scan &m_scan;
    const std::vector<Token> &m_tokens;
};
} // namespace

bool namesLetter(std::u16string_view word) { return isRadio(word) || isLetterName(word); }

void findSpelledNames(Context &context) { SpelledFinder(context).find(); }

} // namespace cargo::contact_filter
