#include "shared/domain/contact_filter/findings.h"
#include "shared/domain/contact_filter/names.h"

#include <algorithm>

namespace cargo::contact_filter {

namespace {
using Type = Token::Type;

// A name to search for: «загугли осака осмотр», «в 2гис Порт Авто», "google Busan Vika Cars". Looking up a car, a price or
// a rule is no contact: the first word must be no common one, and a capital, quotes or «по названию» must mark the name.
class SearchFinder
{
public:
    explicit SearchFinder(Context &context) : m_context(context), m_scan(context.scan), m_tokens(context.scan.tokens) {}

    void find()
    {
        for (const size_t t : m_scan.marks) {
            const Token &token = m_tokens[t];
            // «по запросу … в гугле», «если написать … в поиске»
            const bool query = token.has(kQuoteName) && m_scan.text(t).starts_with(u"запрос") && (m_scan.hints & kMap);
            if (!(token.has(kSearch | kMap) || query) || m_context.isTaken(t))
                continue;
            if (takeAfter(t))
                return;
        }
    }

private:
    struct Cue
    {
        bool search = false;
        bool map = false;
        bool named = false; // «по названию»
        bool sure = false;  // загугли, 2гис: nothing but a search
        bool self = false;  // нас, меня
    };

    void read(const Token &token, Cue &cue) const
    {
        const std::u16string_view text = m_scan.text(token);
        cue.search = cue.search || token.has(kSearch);
        cue.map = cue.map || token.has(kMap | kNetwork);
        cue.named = cue.named || token.has(kQuoteName | kNetwork);
        cue.sure = cue.sure || text.find(u"гугл") != text.npos || text.find(u"2гис") != text.npos || text == u"google"
                   || text == u"гис" || text == u"гисе" || text == u"gis"
                   || (text.find(u"яндекс") != text.npos && token.has(kSearch)) || text.find(u"дубль") != text.npos;
        cue.self = cue.self || text == u"нас" || text == u"меня" || text == u"us" || text == u"me";
    }

    bool takeAfter(size_t t)
    {
        Cue cue;
        for (size_t i = t > 6 ? t - 6 : 0; i < t; ++i) {
            if (m_tokens[i].is(Type::Word) && m_tokens[i].word)
                read(m_tokens[i], cue);
        }
        int words = 0;
        for (size_t i = t; i < m_tokens.size() && words < 7; ++i) {
            const Token &token = m_tokens[i];
            if (token.isGap() || token.isSign(u':') || token.isSign(u'-') || token.isSign(u','))
                continue;
            if (token.isSign(u'"'))
                return (cue.search || cue.map) && takeQuoted(i);
            if (!token.isAlnum())
                return false;
            const size_t last = m_scan.chunkLast(i);
            const bool cueWord =
                token.has(kSearch | kMap | kQuoteName | kName | kStop | kNetwork) || (last > i && isMapChunk(i, last));
            // «2гис находка "Перегон ДВ"»
            if (cue.sure && isCity(m_scan.text(i)) && last + 2 < m_tokens.size() && m_tokens[last + 2].isSign(u'"')) {
                i = last;
                continue;
            }
            if (cueWord && !(token.is(Token::Upper) && cue.search && token.has(kName) && !token.has(kStop))) {
                if (last > i)
                    cue.map = cue.sure = true;
                read(token, cue);
                ++words;
                i = last;
                continue;
            }
            return takeName(i, cue);
        }
        return false;
    }

    // "2гис"
    bool isMapChunk(size_t first, size_t last) const
    {
        std::u16string all;
        for (size_t k = first; k <= last && all.size() < 12; ++k)
            all += m_scan.text(k);
        const Entry *entry = lookUp(all);
        return entry && entry->has(kMap);
    }

    bool takeQuoted(size_t open)
    {
        for (size_t i = open + 1; i < m_tokens.size() && i < open + 16; ++i) {
            if (!m_tokens[i].isSign(u'"'))
                continue;
            if (i < open + 2 || !m_tokens[open + 1].isAlnum() || m_tokens[open + 1].has(kCommon | kDocument | kMoney))
                return false;
            m_context.add(open + 1, i - 1, Kind::Username, Reason::NamedHandle, true, 55);
            return true;
        }
        return false;
    }

    bool takeName(size_t first, const Cue &cue)
    {
        const bool cued =
            (cue.search && mapFollows(first)) || (cue.map && tailSays(first))
            || (cue.search && (cue.map || cue.named || cue.sure)) || (cue.map && cue.sure)
            || (cue.named && (cue.map || mapFollows(first)))
            // «яндекс: …»
            || (cue.map && first >= 3 && first <= 4 && m_tokens[first - 2].isSign(u':') && m_tokens[first - 3].has(kMap));
        if (!cued)
            return false;
        // "google the torque spec"
        const std::u16string_view before = first >= 2 ? m_scan.text(first - 2) : std::u16string_view();
        if (before == u"the" || before == u"a" || before == u"an")
            return false;
        if (takeFirm(first))
            return true;
        // The name: up to four words that are no function words.
        size_t last = first;
        int words = 0;
        bool capital = false;
        bool latin = false;
        bool unknown = false;
        bool city = false;
        bool topic = false; // «ростов погода»
        for (size_t i = first; i < m_tokens.size(); ++i) {
            const Token &token = m_tokens[i];
            if (token.is(Type::Blank) || token.isSign(u'-') || token.isSign(u'_') || token.isSign(u'.'))
                continue;
            if (!token.isAlnum() || words == 4)
                break;
            const bool common = token.has(kCommon | kDocument | kMoney | kUnit | kStop | kConnector | kAsk | kTime | kMonth);
            // A capital makes a firm's name of «перегон» or «рейс».
            const bool named =
                token.is(Token::Upper) && !token.is(Token::Caps) && !token.has(kCommon | kDocument | kMoney | kStop);
            if (words == 0 && ((common && !named) || (isTopic(i) && !token.is(Token::Upper))))
                return false;
            // «забей в навигатор Портовую 9» is an address
            if (words == 1 && token.is(Type::Digits) && token.size <= 3 && isStreet(m_scan.text(first)))
                return false;
            if (token.has(kStop | kConnector | kName | kLink | kDial | kAsk) && words > 0)
                break;
            if (words > 0 && token.has(kDocument | kMoney | kUnit) && !(token.is(Token::Latin) && latin))
                return false;
            capital = capital || token.is(Token::Upper);
            // In English everything is Latin.
            latin =
                latin
                || (token.is(Token::Latin) && !token.has(kCommon) && (m_scan.cyrillic > 0 || cue.sure || token.is(Token::Upper)));
            unknown = unknown || (token.is(Type::Word) && (!token.word || (named && token.has(kTime))));
            city = city || isCity(m_scan.text(token));
            topic = topic || (isTopic(i) && !token.has(kCommon));
            last = m_scan.chunkLast(i);
            i = last;
            ++words;
        }
        const bool marked = capital || latin || cue.named || cue.self || (cue.search && m_scan.cyrillic > 0 && tailSays(last))
                            || (cue.sure && words > 1 && (city || (isSurname(first) && !topic)));
        if (!marked || !unknown || words == 0)
            return false;
        m_context.add(first, last, Kind::Username, Reason::NamedHandle, true, 55);
        return true;
    }

    // What people search for that is no person and no firm.
    bool isTopic(size_t t) const
    {
        static constexpr std::u16string_view kTopics[] = {
            u"цен",      u"расход",  u"отзыв",   u"обзор",    u"проблем", u"болячк",   u"болезн",   u"характеристик",
            u"таможн",   u"ставк",   u"закон",   u"ошибк",    u"артикул", u"ресурс",   u"минус",    u"плюс",
            u"ремонт",   u"замен",   u"схем",    u"инструкц", u"видео",   u"тест",     u"как",      u"что",
            u"где",      u"почему",  u"сколько", u"когда",    u"какой",   u"какая",    u"утил",     u"пошлин",
            u"штраф",    u"новост",  u"погод",   u"маршрут",  u"адрес",   u"расписан", u"правил",   u"регламент",
            u"рейтинг",  u"сравнен", u"разниц",  u"запчаст",  u"деталь",  u"аналог",   u"слаб",     u"степвагон",
            u"хонд",     u"тойот",   u"ниссан",  u"мазд",     u"кузов",   u"двигател", u"мотор",    u"коробк",
            u"вариатор", u"номер",   u"код",     u"про",      u"похож",   u"друг",     u"объявлен", u"машин"};
        const std::u16string_view text = m_scan.text(t);
        return m_tokens[t].has(kMoney | kUnit | kCommon | kMonth)
               || std::any_of(std::begin(kTopics), std::end(kTopics), [&](auto topic) { return text.starts_with(topic); });
    }

    // «левашов пригон»: a word that nobody knows, with the end of a surname.
    bool isSurname(size_t t) const
    {
        static constexpr std::u16string_view kEnds[] = {u"ов", u"ев", u"енко", u"ский", u"швили", u"дзе", u"чук", u"нян"};
        constexpr quint32 kShortest = 5;
        const std::u16string_view text = m_scan.text(t);
        return !m_tokens[t].word && text.size() >= kShortest
               && std::any_of(std::begin(kEnds), std::end(kEnds), [&](auto end) { return text.ends_with(end); });
    }

    static bool isStreet(std::u16string_view word)
    {
        return word.ends_with(u"ую") || word.ends_with(u"ая") || word.ends_with(u"ой") || word.ends_with(u"ого");
    }

    // Words that firms of the trade call themselves by, and places.
    bool isTrade(size_t t) const
    {
        static constexpr std::u16string_view kTrade[] = {
            u"авто",    u"авторынок", u"автодом",   u"автодвор", u"автоимпорт", u"карс",     u"карз",     u"моторс",
            u"моторз",  u"трейд",     u"импорт",    u"осмотр",   u"подбор",     u"перегон",  u"пригон",   u"автопригон",
            u"автовоз", u"автовозы",  u"логистика", u"логистик", u"шоурум",     u"двор",     u"порт",     u"лотс",
            u"рхд",     u"дв",        u"сервис",    u"доставка", u"аукцион",    u"машины",   u"осака",    u"токио",
            u"пусан",   u"бусан",     u"дубай",     u"гродно",   u"караганда",  u"штутгарт", u"хуньчунь", u"сакраменто"};
        const std::u16string_view text = m_scan.text(t);
        return isCity(text) || std::find(std::begin(kTrade), std::end(kTrade), text) != std::end(kTrade);
    }

    // «загугли осака осмотр», «в 2гис порт авто»: small letters, but a word of the trade or a place beside another word, and
    // nothing after them but where they lead.
    bool takeFirm(size_t first)
    {
        size_t last = first;
        int words = 0;
        int trade = 0;
        int unknown = 0;
        size_t i = first;
        for (; i < m_tokens.size() && words < 4; ++i) {
            const Token &token = m_tokens[i];
            if (token.is(Type::Blank) || token.isSign(u'-'))
                continue;
            if (!token.is(Type::Word) || token.has(kMap | kSearch))
                break;
            const bool its = isTrade(i);
            if (!its && (isTopic(i) || token.has(kDocument | kMoney)))
                return false;
            if (!its && token.has(kStop | kConnector | kName | kLink | kDial | kAsk | kPart | kNumeral))
                break;
            trade += its ? 1 : 0;
            unknown += its ? 0 : 1;
            last = m_scan.chunkLast(i);
            i = last;
            ++words;
        }
        if (trade == 0 || words < 2 || (unknown == 0 && trade < 2))
            return false;
        while (i < m_tokens.size() && m_tokens[i].is(Type::Blank))
            ++i;
        const bool ends = i >= m_tokens.size() || !m_tokens[i].isAlnum();
        if (!ends && !tailSays(last) && !mapFollows(last))
            return false;
        m_context.add(first, last, Kind::Username, Reason::NamedHandle, true, 55);
        return true;
    }

    static bool isCity(std::u16string_view word)
    {
        for (const std::u16string_view city :
             {u"владивосток", u"находка", u"хабаровск", u"уссурийск", u"артем", u"москва", u"новосибирск", u"иркутск", u"чита",
              u"минск", u"чита", u"красноярск", u"приморье", u"алматы", u"бишкек", u"тбилиси", u"батуми", u"ереван", u"владик"}) {
            if (word == city)
                return true;
        }
        return false;
    }

    // "search Timur Cars on google maps"
    bool mapFollows(size_t first) const
    {
        for (size_t i = first + 1; i < m_tokens.size() && i < first + 14; ++i) {
            if (m_tokens[i].has(kMap))
                return true;
        }
        return false;
    }

    // «… там контакты», «… первая ссылка», «… и найдёшь»
    bool tailSays(size_t last) const
    {
        for (size_t i = last + 1; i < m_tokens.size() && i < last + 14; ++i) {
            if (m_tokens[i].has(kDial | kLink | kNumber) || m_scan.text(i).starts_with(u"контакт")
                || (m_scan.text(i) == u"первая" || m_scan.text(i) == u"первые" || m_scan.text(i) == u"сразу"))
                return true;
            if (m_tokens[i].has(kSearch))
                return true;
        }
        return false;
    }

    Context &m_context;
    const Scan &m_scan;
    const std::vector<Token> &m_tokens;
};
} // namespace

void findSearchHints(Context &context) { SearchFinder(context).find(); }

} // namespace cargo::contact_filter
