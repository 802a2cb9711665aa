#include "shared/domain/contact_filter/handle_finder.h"

#include <algorithm>

namespace cargo::contact_filter {

namespace {
using Type = Token::Type;

// Names that nothing stands beside.
class LoneName : private HandleFinder
{
public:
    explicit LoneName(Context &context) : HandleFinder(context) {}

    // «ник тот же что и тут, плюс цифры: kimcars77»: the word said far before, the name at the end behind a colon
    void takeToldAtEnd()
    {
        if (!(m_scan.hints & kNick) || !m_context.spans.empty() || m_tokens.size() < 4)
            return;
        size_t end = m_tokens.size();
        while (end > 0 && !m_tokens[end - 1].isAlnum())
            --end;
        if (end < 3)
            return;
        const Name name = readNameBefore(m_scan, end - 1);
        if (name.quality < Name::Plain || !name.latin || name.first < 2 || m_tokens[name.first].has(kCommon))
            return;
        const bool colon = m_tokens[name.first - 1].is(Type::Blank)
                           && (m_tokens[name.first - 2].isSign(u':') || m_tokens[name.first - 2].isSign(u'-'));
        if (colon)
            add(name, Kind::Username, 60);
    }

    // A message that is nothing but a name with '_', or says "I" or "write" beside one.
    void takeLone()
    {
        if (m_context.spans.empty() && m_scan.words <= 9 && m_scan.hasSigns() && hasUnderscore()
            && (speaksOfSelf() || namesBot() || (m_scan.hints & (kDictate | kSearch | kQuoteName)) || !speaksOfFile()))
            takeCertain();
        if (m_context.spans.empty() && (m_scan.hints & (kSearch | kQuoteName)))
            takeAfterSelf();
        // A file or a program may be called so in a description or a dispute.
        const Place place = m_context.policy.place;
        if (!m_scan.hasSigns() || m_scan.words > 4 || m_tokens.empty() || !m_context.spans.empty()
            || (place != Place::Chat && place != Place::ProfileName))
            return;
        size_t first = 0;
        while (first < m_tokens.size() && !m_tokens[first].isAlnum())
            ++first;
        if (first == m_tokens.size())
            return;
        const Name name = readName(m_scan, first);
        if (name.quality == Name::Certain && name.latin && !name.spoken && name.letters >= 5 && atEnd(name.last))
            add(name, Kind::Username, 52);
    }

private:
    bool hasUnderscore() const
    {
        return std::any_of(m_tokens.begin(), m_tokens.end(),
                           [](const Token &token) { return token.isSign(u'_') || token.isSign(u'#'); });
    }

    // «файл akt_osmotra», "see folder lot_photos"
    bool speaksOfFile() const
    {
        if (m_context.policy.place != Place::Chat || (m_scan.hints & (kFile | kDocument)))
            return true;
        for (const Token &token : m_tokens) {
            for (const std::u16string_view stem : {u"файл", u"папк", u"скрин", u"фото", u"документ", u"отчет", u"видео", u"file",
                                                   u"folder", u"photo", u"scan", u"report", u"video", u"doc"}) {
                if (token.is(Type::Word) && m_scan.text(token).starts_with(stem))
                    return true;
            }
        }
        return false;
    }

    // "find me as dubairhd", «ищи меня как dubairhd», «известен как …»: a Latin word that nobody knows ends the sentence
    void takeAfterSelf()
    {
        constexpr int kLetters = 6;
        for (size_t t = 2; t < m_tokens.size(); ++t) {
            if (!m_tokens[t].is(Type::Word) || !m_tokens[t - 1].is(Type::Blank) || m_context.isTaken(t))
                continue;
            const std::u16string_view word = m_scan.text(t - 2);
            const std::u16string_view before = t >= 4 ? m_scan.text(t - 4) : std::u16string_view();
            const bool me = before == u"me" || before == u"us" || before == u"меня" || before == u"нас" || before == u"known"
                            || before.starts_with(u"известен") || before.starts_with(u"найде");
            if (!(word == u"as" || word == u"как") || !me)
                continue;
            const Name name = readName(m_scan, t);
            const bool ends = name.last + 1 >= m_tokens.size() || m_tokens[name.last + 1].is(Type::Sign)
                              || m_tokens[name.last + 1].is(Type::Line);
            if (name.latin && ends
                && (name.quality >= Name::Marked
                    || (name.quality == Name::Plain && name.letters >= kLetters && !looksEnglish(name.text))))
                add(name, Kind::Username, 55);
        }
    }

    // artem_peregon_bot
    bool namesBot() const
    {
        for (size_t t = 2; t < m_tokens.size(); ++t) {
            if (m_tokens[t].is(Type::Word) && m_scan.text(t) == u"bot" && m_tokens[t - 1].isSign(u'_'))
                return true;
        }
        return false;
    }

    // «папка osmotr_23», "folder lot_photos"
    bool namesFile(size_t t) const
    {
        if (t < 2 || !m_tokens[t - 1].is(Type::Blank))
            return false;
        const std::u16string_view before = m_scan.text(t - 2);
        return before.starts_with(u"папк") || before.starts_with(u"файл") || before == u"file" || before == u"folder";
    }

    void takeCertain()
    {
        for (size_t i = 0; i < m_tokens.size(); ++i) {
            if (!m_tokens[i].is(Type::Word) || (i > 0 && m_tokens[i - 1].isAlnum()))
                continue;
            const Name name = readName(m_scan, i);
            // "$native_language", "armag_add-on" are no names of people
            const bool odd = (i > 0 && m_tokens[i - 1].is(Type::Sign) && !m_tokens[i - 1].isSign(u'"')
                              && !m_tokens[i - 1].isSign(u'(') && !m_tokens[i - 1].isSign(u':'))
                             || name.text.find(u'-') != std::u16string::npos || m_scan.words > 6;
            if (namesFile(i))
                continue;
            const bool cued = speaksOfSelf() || namesBot() || (m_scan.hints & kDictate);
            if (name.quality == Name::Certain && name.latin && !name.spoken && name.letters >= 5 && !m_context.isTaken(i)
                && (cued || !odd)) {
                add(name, Kind::Username, 52);
                return;
            }
            i = std::max(i, name.last);
        }
    }
};
} // namespace

void takeNameToldAtEnd(Context &context) { LoneName(context).takeToldAtEnd(); }

void takeLoneName(Context &context) { LoneName(context).takeLone(); }

} // namespace cargo::contact_filter
