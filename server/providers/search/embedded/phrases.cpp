#include "server/providers/search/embedded/phrases.h"

#include "server/providers/search/text_analysis.h"
#include "shared/domain/search_query/keyboard_layout.h"

#include <algorithm>
#include <array>

namespace cargo::search {

namespace {
constexpr qsizetype kTypedLeast = 2; // letters

struct Row
{
    const char *country; // "": a wish
    const char *russian;
    const char *english;
};
// Each has to be a wish of concepts.cpp, or a country of spoken_words.cpp, in both languages.
constexpr std::array kRows = {
    Row{"", "для большой семьи", "large family"},
    Row{"", "для города", "city car"},
    Row{"", "для бездорожья", "off road"},
    Row{"", "для плохих дорог", "bad roads"},
    Row{"", "для охоты и рыбалки", "hunting and fishing"},
    Row{"", "на зиму", "winter car"},
    Row{"", "для гор и лыж", "mountains and skiing"},
    Row{"", "экономичная", "economical"},
    Row{"", "престижный седан", "prestige sedan"},
    Row{"", "спортивная", "sports car"},
    Row{"", "для прицепа", "towing a trailer"},
    Row{"", "для путешествий", "road trip"},
    Row{"", "первая машина", "for a beginner"},
    Row{"", "для дачи", "country house"},
    Row{"", "мягкая подвеска", "soft suspension"},
    Row{"", "подогрев сидений", "heated seats"},
    Row{"", "панорамный люк", "panoramic roof"},
    Row{"", "адаптивный круиз", "adaptive cruise"},
    Row{"", "родная краска", "original paint"},
    Row{"", "полный привод", "all wheel drive"},
    Row{"JP", "из Японии", "from Japan"},
    Row{"KR", "из Кореи", "from Korea"},
    Row{"CN", "из Китая", "from China"},
    Row{"DE", "из Германии", "from Germany"},
    Row{"AE", "из Эмиратов", "from the Emirates"},
    Row{"GE", "из Грузии", "from Georgia"},
    Row{"US", "из США", "from USA"},
};

struct Begun
{
    Phrase phrase;
    std::vector<QString> words;
};

const std::vector<Begun> &begun()
{
    static const std::vector<Begun> kBegun = [] {
        std::vector<Begun> list;
        for (const Row &row : kRows) {
            const QString country = QString::fromUtf8(row.country);
            for (const char *text : {row.russian, row.english})
                list.push_back({{country.isEmpty() ? "wish" : "corridor", QString::fromUtf8(text), country},
                                words(QString::fromUtf8(text))});
        }
        return list;
    }();
    return kBegun;
}

std::vector<Phrase> find(const std::vector<QString> &typed)
{
    std::vector<Phrase> found;
    for (const Begun &one : begun()) {
        const bool fits = std::all_of(typed.begin(), typed.end(), [&one](const QString &word) {
            return std::any_of(one.words.begin(), one.words.end(),
                               [&word](const QString &known) { return known.startsWith(word); });
        });
        if (fits)
            found.push_back(one.phrase);
    }
    return found;
}
} // namespace

std::vector<Phrase> phrasesBegunBy(const QString &text)
{
    const std::vector<QString> typed = words(text);
    if (typed.empty() || typed.back().size() < kTypedLeast)
        return {};
    std::vector<Phrase> found = find(typed);
    if (found.empty())
        found = find(words(inOtherLayout(text)));
    return found;
}

std::vector<Phrase> allPhrases()
{
    std::vector<Phrase> list;
    for (const Begun &one : begun())
        list.push_back(one.phrase);
    return list;
}

} // namespace cargo::search
