#include "shared/domain/contact_filter/findings.h"

#include <algorithm>

namespace cargo::contact_filter {

namespace {
using Type = Token::Type;

// «читай по первым буквам: Мама Анна Рома Аня Толя», lines whose first letters are a nick: where the text says so and speaks of
// a network or a nick. «первые буквы кузова RP» says nothing of one.
class AcrosticFinder
{
public:
    explicit AcrosticFinder(Context &context) : m_context(context), m_scan(context.scan), m_tokens(context.scan.tokens) {}

    void find()
    {
        if (!(m_scan.hints & (kNetwork | kNick)))
            return;
        for (size_t t = 2; t < m_tokens.size(); ++t) {
            if (isCue(t)) {
                if (!takeAfter(t))
                    takeLinesBefore(t);
                return;
            }
        }
    }

private:
    // «первые буквы», "first letters"; the words may stand the other way round.
    bool isCue(size_t t) const
    {
        if (!m_tokens[t].is(Type::Word))
            return false;
        const std::u16string_view word = m_scan.text(t);
        if (!word.starts_with(u"букв") && word != u"letter" && word != u"letters")
            return false;
        const std::u16string_view before = m_scan.text(t - 2);
        return before.starts_with(u"перв") || before.starts_with(u"начальн") || before.starts_with(u"заглавн")
               || before == u"first" || before == u"initial";
    }

    // Words from token `from` on, until a dash between blanks or the end.
    bool takeWords(size_t from, size_t to)
    {
        constexpr size_t kWordsMin = 3;
        size_t first = 0;
        size_t last = 0;
        size_t words = 0;
        for (size_t t = from; t < to; ++t) {
            if (m_tokens[t].isSign(u'-') && m_tokens[t - 1].isGap())
                break;
            if (!m_tokens[t].is(Type::Word))
                continue;
            first = words == 0 ? t : first;
            last = t;
            ++words;
        }
        if (words < kWordsMin)
            return false;
        m_context.add(first, last, kind(), Reason::NamedHandle, true, 60);
        return true;
    }

    bool takeAfter(size_t cue)
    {
        for (size_t t = cue + 1; t < m_tokens.size(); ++t) {
            if (m_tokens[t].isSign(u':') || m_tokens[t].is(Type::Line))
                return takeWords(t + 1, m_tokens.size());
        }
        return false;
    }

    void takeLinesBefore(size_t cue)
    {
        constexpr int kLinesMin = 3;
        int lines = 0;
        size_t end = 0;
        for (size_t t = 0; t < cue; ++t) {
            if (m_tokens[t].is(Type::Line)) {
                ++lines;
                end = t;
            }
        }
        if (lines >= kLinesMin)
            takeWords(0, end);
    }

    Kind kind() const
    {
        for (const size_t t : m_scan.marks) {
            if (m_tokens[t].has(kNetwork) && !m_tokens[t].has(kPlace))
                return m_tokens[t].word->network == Network::Telegram ? Kind::Telegram : Kind::AddressOther;
        }
        return Kind::Username;
    }

    Context &m_context;
    const Scan &m_scan;
    const std::vector<Token> &m_tokens;
};
} // namespace

void findAcrostics(Context &context)
{
    if (context.spans.empty())
        AcrosticFinder(context).find();
}

} // namespace cargo::contact_filter
