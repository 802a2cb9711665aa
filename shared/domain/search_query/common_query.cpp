#include "shared/domain/search_query/common_query.h"

#include "shared/domain/contact_filter/contact_filter.h"

#include <QStringList>

#include <algorithm>

namespace cargo {

namespace {
constexpr int kWordsMost = 8;
// Years and prices in short ("2018", "2.5") fit; telephones, plates, passports and card numbers do not.
constexpr int kDigitsMost = 6;
constexpr int kDigitsMostInMixedWord = 4; // "gle350", "520d"; a plate has five and more
constexpr int kMixedWordMostChars = 7;    // "500e", "cx-90"; a VIN has seventeen
constexpr int kLettersMostInWord = 24;

QString normalised(const QString &typed)
{
    QString text = typed.normalized(QString::NormalizationForm_KC).toLower().simplified();
    text.replace(QChar(u'ё'), QChar(u'е'));
    const auto isEdge = [](QChar c) { return c.isPunct() || c.isSpace(); };
    while (!text.isEmpty() && isEdge(text.back()))
        text.chop(1);
    while (!text.isEmpty() && isEdge(text.front()))
        text.remove(0, 1);
    return text;
}

bool isPlain(QChar c)
{
    return c.isLetterOrNumber()
               ? c.script() == QChar::Script_Latin || c.script() == QChar::Script_Cyrillic || (c.unicode() < 128 && c.isDigit())
               : QStringView(u" -.,+").contains(c);
}

bool mayBeOnesOwn(const QString &word)
{
    const auto digits = std::count_if(word.begin(), word.end(), [](QChar c) { return c.isDigit(); });
    const auto letters = std::count_if(word.begin(), word.end(), [](QChar c) { return c.isLetter(); });
    if (digits > 0 && letters > 0)
        return digits > kDigitsMostInMixedWord || word.size() > kMixedWordMostChars;
    return letters > kLettersMostInWord;
}
} // namespace

std::optional<QString> commonQuery(const QString &typed)
{
    const QString text = normalised(typed);
    if (text.size() < kCommonQueryMinChars || text.size() > kCommonQueryMaxChars
        || !std::all_of(text.begin(), text.end(), isPlain))
        return std::nullopt;
    const QStringList words = text.split(u' ');
    const auto digits = std::count_if(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
    const auto letters = std::count_if(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
    if (words.size() > kWordsMost || digits > kDigitsMost || letters < 2 || std::any_of(words.begin(), words.end(), mayBeOnesOwn))
        return std::nullopt;
    // As a name is looked through: there a bare user name counts, too.
    contact_filter::Policy policy;
    policy.place = contact_filter::Place::ProfileName;
    if (contact_filter::inspect({typed, {}, policy}).found() || contact_filter::inspect({text, {}, policy}).found())
        return std::nullopt;
    return text;
}

} // namespace cargo
