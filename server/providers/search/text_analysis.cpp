#include "server/providers/search/text_analysis.h"

#include "server/providers/search/engine/text.h"
#include "server/providers/search/synonym_rows.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <algorithm>
#include <array>

namespace cargo::search {

namespace {
constexpr qsizetype kFormLeast = 4; // letters of a word, or of its stem, that has forms

const QHash<QString, std::vector<QString>> &synonymIndex()
{
    static const QHash<QString, std::vector<QString>> kIndex = [] {
        QHash<QString, std::vector<QString>> index;
        for (const SynonymRow &row : synonymRows()) {
            const QStringList meant = QString::fromUtf8(row.meant).split(u' ');
            QString typed = QString::fromUtf8(row.typed);
            typed.replace(QChar(u'ё'), QChar(u'е'));
            // «Купе» has no other forms, and what is left of it is the stem of «купить».
            const QString form = stem(typed);
            const bool hasForms = form != typed && (typed.size() > kFormLeast || form.size() >= kFormLeast);
            for (const QString &word : meant) {
                index[typed].push_back(word);
                if (hasForms)
                    index[form].push_back(word);
            }
        }
        return index;
    }();
    return kIndex;
}

bool isCyrillic(QChar c) { return c.unicode() >= 0x430 && c.unicode() <= 0x44f; }

} // namespace

std::vector<QString> words(QStringView text)
{
    std::vector<QString> list;
    for (const std::string &word : engine::words(text.toUtf8().toStdString()))
        list.push_back(QString::fromStdString(word));
    return list;
}

QString stem(const QString &word)
{
    const std::string utf8 = word.toStdString();
    const std::string_view stem = engine::Stemmer::ofThread()(utf8);
    return QString::fromUtf8(stem.data(), qsizetype(stem.size()));
}

std::vector<QString> synonyms(const QString &word)
{
    const auto &index = synonymIndex();
    const auto found = index.constFind(word);
    if (found != index.constEnd())
        return *found;
    return index.value(stem(word));
}

std::vector<std::pair<QString, std::vector<QString>>> synonymTable()
{
    std::vector<std::pair<QString, std::vector<QString>>> table;
    const auto &index = synonymIndex();
    for (auto row = index.cbegin(); row != index.cend(); ++row)
        table.emplace_back(row.key(), row.value());
    return table;
}

bool isMeantBySynonyms(const QString &word)
{
    static const QSet<QString> kMeant = [] {
        QSet<QString> meant;
        for (const std::vector<QString> &list : synonymIndex())
            meant += QSet<QString>(list.begin(), list.end());
        return meant;
    }();
    return kMeant.contains(word);
}

bool isOfTable(const QString &word) { return !synonyms(word).empty() || isMeantBySynonyms(word); }

namespace {
// What a table of models says of a word, or else of what the word means; null: nothing.
template <typename Value>
const Value *ofModel(const QHash<QString, Value> &models, const QString &word)
{
    if (const auto known = models.constFind(word); known != models.cend())
        return &*known;
    for (const QString &meant : synonyms(word)) {
        if (const auto known = models.constFind(meant); known != models.cend())
            return &*known;
    }
    return nullptr;
}
} // namespace

QString makerOf(const QString &word)
{
    static const QHash<QString, QString> kMakers = [] {
        QHash<QString, QString> makers;
        for (const SynonymRow &row : makerRows()) {
            for (const QString &model : QString::fromUtf8(row.meant).split(u' '))
                makers.insert(model, QString::fromUtf8(row.typed));
        }
        return makers;
    }();
    const QString *maker = ofModel(kMakers, word);
    return maker ? *maker : QString();
}

std::vector<QString> modelsLike(const QString &word)
{
    static const QHash<QString, std::vector<QString>> kLike = [] {
        QHash<QString, std::vector<QString>> like;
        for (const SynonymRow &row : likeRows()) {
            const QStringList models = QString::fromUtf8(row.meant).split(u' ');
            like.insert(QString::fromUtf8(row.typed), {models.begin(), models.end()});
        }
        return like;
    }();
    const auto *like = ofModel(kLike, word);
    return like ? *like : std::vector<QString>();
}

bool isSmallWord(const QString &word)
{
    static const QStringList kSmall =
        QString::fromUtf8("в с и на до для по от а из у к о об со или же бы the a an for with and in of or to from").split(u' ');
    return kSmall.contains(word);
}

QString nearestSynonym(const QString &word, int mistakes)
{
    QString nearest;
    int least = mistakes + 1;
    const auto &index = synonymIndex();
    for (auto it = index.cbegin(); it != index.cend(); ++it) {
        const int distance = it.key().size() < 4 ? mistakes + 1 : editDistance(word, it.key(), mistakes);
        if (distance < least || (distance == least && distance <= mistakes && it.key() < nearest)) {
            least = distance;
            nearest = it.key();
        }
    }
    return nearest;
}

QString phoneticKey(const QString &word)
{
    static const QString kLetters = QString::fromUtf8("оеэыяюйбвгджзщ");
    static const QString kSounds = QString::fromUtf8("аиииауипфктшсш");
    QString sound;
    for (const QChar letter : word) {
        if (!isCyrillic(letter))
            return {};
        if (letter == QChar(0x44c) || letter == QChar(0x44a)) // ь, ъ
            continue;
        const qsizetype at = kLetters.indexOf(letter);
        const QChar heard = at < 0 ? letter : kSounds.at(at);
        if (sound.isEmpty() || sound.back() != heard)
            sound += heard;
    }
    return sound;
}
QString soundAlike(const QString &word)
{
    static const QHash<QString, QString> kBySound = [] {
        QHash<QString, QString> bySound;
        for (const SynonymRow &row : synonymRows()) {
            const QString typed = QString::fromUtf8(row.typed).replace(QChar(u'ё'), QChar(u'е'));
            if (const QString sound = phoneticKey(typed); sound.size() >= 3 && !bySound.contains(sound))
                bySound.insert(sound, typed);
        }
        return bySound;
    }();
    return kBySound.value(phoneticKey(word));
}

QString toCyrillic(const QString &word)
{
    struct Row
    {
        const char *latin;
        const char *russian;
    };
    static constexpr std::array kRows = {
        // the longest first
        Row{"shch", "щ"}, Row{"sch", "щ"}, Row{"zh", "ж"},  Row{"kh", "х"},  Row{"ch", "ч"},  Row{"sh", "ш"}, Row{"ts", "ц"},
        Row{"iy", "ий"},  Row{"yy", "ый"}, Row{"yi", "ый"}, Row{"ey", "ей"}, Row{"oy", "ой"}, Row{"yu", "ю"}, Row{"ya", "я"},
        Row{"yo", "е"},   Row{"ju", "ю"},  Row{"ja", "я"},  Row{"a", "а"},   Row{"b", "б"},   Row{"c", "к"},  Row{"d", "д"},
        Row{"e", "е"},    Row{"f", "ф"},   Row{"g", "г"},   Row{"h", "х"},   Row{"i", "и"},   Row{"j", "й"},  Row{"k", "к"},
        Row{"l", "л"},    Row{"m", "м"},   Row{"n", "н"},   Row{"o", "о"},   Row{"p", "п"},   Row{"q", "к"},  Row{"r", "р"},
        Row{"s", "с"},    Row{"t", "т"},   Row{"u", "у"},   Row{"v", "в"},   Row{"w", "в"},   Row{"x", "кс"}, Row{"y", "ы"},
        Row{"z", "з"}};
    QString out;
    for (qsizetype at = 0; at < word.size();) {
        const auto row = std::find_if(kRows.begin(), kRows.end(), [&](const Row &r) {
            return QStringView(word).sliced(at).startsWith(QLatin1String(r.latin));
        });
        if (row == kRows.end())
            return {};
        out += QString::fromUtf8(row->russian);
        at += qsizetype(std::char_traits<char>::length(row->latin));
    }
    return out;
}

QString transliterate(const QString &word)
{
    static const std::array<const char *, 32> kLatin = {"a", "b",  "v",  "g",   "d", "e", "zh", "z", "i",  "y", "k",
                                                        "l", "m",  "n",  "o",   "p", "r", "s",  "t", "u",  "f", "h",
                                                        "c", "ch", "sh", "sch", "",  "y", "",   "e", "yu", "ya"};
    QString out;
    bool any = false;
    for (const QChar c : word) {
        any = any || isCyrillic(c);
        if (isCyrillic(c))
            out += QLatin1String(kLatin[size_t(c.unicode() - 0x430)]);
        else
            out += c;
    }
    return any ? out : QString();
}

// Letters that look the same: «сх» is how people write "cx".
QString withLatinShapes(const QString &word)
{
    static const QString kRussian = QString::fromUtf8("авекмнорстух");
    static const QString kLatin = QStringLiteral("abekmhopctyx");
    QString out;
    for (const QChar c : word) {
        const qsizetype at = kRussian.indexOf(c);
        if (at < 0)
            return {};
        out += kLatin.at(at);
    }
    return out;
}

std::vector<QString> synonymsBegunBy(const QString &word)
{
    std::vector<QString> list;
    if (word.size() < 2)
        return list;
    const auto &index = synonymIndex();
    for (auto it = index.cbegin(); it != index.cend(); ++it) {
        if (it.key().startsWith(word))
            list.insert(list.end(), it->begin(), it->end());
    }
    return list;
}

int editDistance(const QString &a, const QString &b, int limit)
{
    const qsizetype n = a.size();
    const qsizetype m = b.size();
    if (std::abs(n - m) > limit)
        return limit + 1;
    std::vector<int> before(size_t(m) + 1), previous(size_t(m) + 1), current(size_t(m) + 1);
    for (qsizetype j = 0; j <= m; ++j)
        previous[size_t(j)] = int(j);
    for (qsizetype i = 1; i <= n; ++i) {
        current[0] = int(i);
        int best = current[0];
        for (qsizetype j = 1; j <= m; ++j) {
            const auto at = size_t(j);
            int cost = std::min({previous[at] + 1, current[at - 1] + 1, previous[at - 1] + (a.at(i - 1) != b.at(j - 1) ? 1 : 0)});
            if (i > 1 && j > 1 && a.at(i - 1) == b.at(j - 2) && a.at(i - 2) == b.at(j - 1))
                cost = std::min(cost, before[at - 2] + 1);
            current[at] = cost;
            best = std::min(best, cost);
        }
        if (best > limit)
            return limit + 1;
        before.swap(previous);
        previous.swap(current);
    }
    return previous[size_t(m)];
}

} // namespace cargo::search
