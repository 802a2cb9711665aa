#include "server/providers/search/embedded/typed_words.h"

#include "server/providers/search/concepts.h"
#include "server/providers/search/text_analysis.h"
#include "server/providers/search/unwanted_names.h"
#include "shared/domain/search_query/keyboard_layout.h"

#include <QStringList>

#include <algorithm>

namespace cargo::search {

bool isKnownTo(const engine::Snapshot &snapshot, const QString &word)
{
    return isOfTable(word) || !makerOf(word).isEmpty() || snapshot.documentsWith(stem(word).toStdString()) > 0;
}

namespace {
using namespace Qt::Literals;

// Words as they were typed; a piece that is a word only in the other layout is one, though its keys are signs in this one:
// "ub,hbl" is «гибрид».
std::vector<QString> wordsOf(const engine::Snapshot &snapshot, const QString &text)
{
    static const QStringView kKeys = u"`[];',.";
    std::vector<QString> typed;
    for (const QString &piece : text.split(u' ', Qt::SkipEmptyParts)) {
        const bool mayBe = std::any_of(piece.begin(), piece.end(), [](QChar c) { return kKeys.contains(c); })
                           && std::all_of(piece.begin(), piece.end(), [](QChar c) { return c.unicode() < 0x80 && !c.isDigit(); });
        const QString other = mayBe ? inOtherLayout(piece) : QString();
        if (mayBe && (snapshot.documentsWith(stem(other).toStdString()) > 0 || !synonyms(other).empty())) {
            typed.push_back(other);
            continue;
        }
        const std::vector<QString> some = words(piece);
        typed.insert(typed.end(), some.begin(), some.end());
    }
    return typed;
}

// «Модел у», «model икс»: letters that are names where a model is named by a letter, and else small words or none at all.
void nameLetters(std::vector<QString> &typed)
{
    static const QHash<QString, QString> kLetters = {{u"у"_s, u"y"_s},     {u"уай"_s, u"y"_s}, {u"вай"_s, u"y"_s},
                                                     {u"игрек"_s, u"y"_s}, {u"х"_s, u"x"_s},   {u"икс"_s, u"x"_s},
                                                     {u"с"_s, u"s"_s},     {u"эс"_s, u"s"_s},  {u"три"_s, u"3"_s}};
    static const QStringList kModels = {u"модел"_s, u"модель"_s, u"model"_s};
    for (size_t i = 1; i < typed.size(); ++i) {
        if (kModels.contains(typed[i - 1]))
            typed[i] = kLetters.value(typed[i], typed[i]);
    }
}

// "dlya semyi": Russian words in Latin letters, where nothing is named so. Those that are small in Russian say nothing in either.
void leaveOutSmallLatin(std::vector<QString> &typed)
{
    const auto isSmall = [](const QString &word) { return word.size() >= 2 && isSmallWord(toCyrillic(word)); };
    if (!std::all_of(typed.begin(), typed.end(), isSmall))
        std::erase_if(typed, isSmall);
}

// «Тойотакамри», «пали сейд»: names that were typed as one, and one that was typed as two.
bool mendBlanks(const engine::Snapshot &snapshot, std::vector<QString> &typed)
{
    constexpr qsizetype kNameLeast = 3;
    const std::vector<QString> before = typed;
    for (size_t at = 0; at < typed.size(); ++at) {
        const QString word = typed[at];
        if (word.size() < 2 || isKnownTo(snapshot, word))
            continue;
        for (const size_t first : {at, at - 1}) {
            if (first < typed.size() && first + 1 < typed.size() && isOfTable(typed[first] + typed[first + 1])) {
                typed[first] += typed[first + 1];
                typed.erase(typed.begin() + ptrdiff_t(first) + 1);
                break;
            }
        }
        if (at >= typed.size() || typed[at] != word)
            continue;
        for (qsizetype length = kNameLeast; length + kNameLeast <= word.size(); ++length) {
            if (isOfTable(word.first(length)) && isOfTable(word.sliced(length))) {
                typed[at] = word.first(length);
                typed.insert(typed.begin() + ptrdiff_t(at) + 1, word.sliced(length));
                break;
            }
        }
    }
    return typed != before;
}

// What may stand in the place of a word, by the word: «белый или серый», «рав 4 либо харриер». Taken out of `typed` with what
// joins them; of a name's number nothing is asked then.
QHash<QString, std::vector<QString>> takeEither(std::vector<QString> &typed)
{
    static const QStringList kOr = {u"или"_s, u"либо"_s, u"or"_s};
    const auto isNumber = [](const QString &word) {
        return std::all_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); });
    };
    QHash<QString, std::vector<QString>> either;
    for (size_t at = 1; at + 1 < typed.size();) {
        size_t before = at - 1;
        while (before > 0 && isNumber(typed[before]))
            --before;
        if (!kOr.contains(typed[at]) || !isOfTable(typed[before]) || !isOfTable(typed[at + 1])) {
            ++at;
            continue;
        }
        size_t behind = at + 2;
        while (behind < typed.size() && isNumber(typed[behind]) && typed[behind].size() < 4)
            ++behind;
        either[typed[before]].push_back(typed[at + 1]);
        typed.erase(typed.begin() + ptrdiff_t(before) + 1, typed.begin() + ptrdiff_t(behind));
        at = before + 1;
    }
    return either;
}
} // namespace

TypedWords typedWords(const engine::Snapshot &snapshot, const QString &text)
{
    TypedWords typed;
    typed.words = wordsOf(snapshot, text);
    nameLetters(typed.words);
    leaveOutSmallLatin(typed.words);
    typed.isMended = mendBlanks(snapshot, typed.words);
    typed.unwanted = takeUnwanted(typed.words);
    typed.either = takeEither(typed.words);
    typed.asksForAny = leaveOutNoise(typed.words) || (typed.words.empty() && !typed.unwanted.empty());
    return typed;
}

} // namespace cargo::search
