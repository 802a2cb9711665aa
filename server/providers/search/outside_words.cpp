#include "server/providers/search/outside_words.h"

#include "server/providers/search/text_analysis.h"
#include "server/providers/search/unwanted_names.h"
#include "shared/domain/search_query/keyboard_layout.h"

#include <QStringList>

#include <algorithm>
#include <map>
#include <set>

namespace cargo::search {

namespace {
constexpr size_t kWordsMost = 10; // Meilisearch passes over what comes after
constexpr qsizetype kBeginningLeast = 2;

// A piece whose keys are a word of the table only in the other layout; empty: it is none.
QString otherLayout(const QString &piece)
{
    if (piece.size() < 3 || std::any_of(piece.begin(), piece.end(), [](QChar c) { return c.isDigit(); }))
        return {};
    const std::vector<QString> some = words(piece);
    if (some.size() == 1 && isOfTable(some.front()))
        return {};
    const QString other = inOtherLayout(piece);
    return isOfTable(other) ? other : QString();
}

AskedWord plain(const QString &typed, bool last, AskedText &text)
{
    AskedWord word{typed, {{typed, 1}}, last && typed.size() >= kBeginningLeast && !typed.at(0).isDigit()};
    for (const QString &meant : synonyms(typed)) {
        word.anyOf.push_back({meant, 0.9F});
        text.synonyms.push_back(typed + QStringLiteral(" = ") + meant);
    }
    if (const QString latin = transliterate(typed); word.anyOf.size() == 1 && !latin.isEmpty())
        word.anyOf.push_back({latin, 0.8F});
    if (word.mayBeBegun && word.anyOf.size() <= 2) {
        for (const QString &meant : synonymsBegunBy(typed))
            word.anyOf.push_back({meant, 0.7F});
    }
    return word;
}
} // namespace

AskedText readAsked(const QString &text)
{
    AskedText asked;
    std::vector<QString> typed;
    bool isOther = false;
    for (const QString &piece : text.toLower().split(u' ', Qt::SkipEmptyParts)) {
        if (const QString other = otherLayout(piece); !other.isEmpty()) {
            typed.push_back(other);
            isOther = true;
            continue;
        }
        const std::vector<QString> some = words(piece);
        typed.insert(typed.end(), some.begin(), some.end());
    }
    if (isOther)
        asked.searchedInstead = QStringList(typed.begin(), typed.end()).join(u' ');
    for (const std::vector<QString> &name : takeUnwanted(typed)) {
        std::vector<QString> &known = asked.unwanted.emplace_back();
        for (const QString &word : name)
            known.push_back(namesOf(word).front());
    }
    if (leaveOutNoise(typed) || (typed.empty() && !asked.unwanted.empty()))
        return asked;
    std::set<QString> taken;
    std::vector<QString> stems;
    for (const QString &word : typed)
        stems.push_back(stem(word));
    for (size_t i = 0; i < typed.size() && asked.words.size() < kWordsMost;) {
        const auto wish = wishAt(stems, i);
        if (!wish) {
            asked.words.push_back(plain(typed[i], i + 1 == typed.size(), asked));
            ++i;
            continue;
        }
        const auto from = typed.begin() + qsizetype(i);
        const QString phrase = QStringList(from, from + qsizetype(wish->length)).join(u' ');
        const bool isNew = taken.insert(wish->slug).second; // told in two ways it is one wish
        const std::vector<WishGroup> saidSo{{{phrase, 1}}}; // a trait alone answers it, or who says so himself
        for (const WishGroup &group : wish->groups.empty() && wish->isTrait ? saidSo : wish->groups) {
            if (isNew && !group.empty() && asked.words.size() < kWordsMost)
                asked.words.push_back({phrase, group, false, wish->isTrait ? wish->slug : QString()});
        }
        i += wish->length;
    }
    if (asked.words.empty() && !text.isEmpty()) // signs and no words: nothing holds that
        asked.words.push_back({text, {{QString(QChar::ReplacementCharacter), 1}}, false});
    return asked;
}

std::vector<std::pair<QString, std::vector<QString>>> stemmedSynonyms()
{
    std::map<QString, std::vector<QString>> table;
    for (const auto &[typed, meant] : synonymTable()) {
        std::vector<QString> &list = table[stem(typed)];
        for (const QString &word : meant) {
            const QString stemmed = stem(word);
            if (std::find(list.begin(), list.end(), stemmed) == list.end())
                list.push_back(stemmed);
        }
    }
    return {table.begin(), table.end()};
}

} // namespace cargo::search
