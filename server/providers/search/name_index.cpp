#include "server/providers/search/name_index.h"

#include "server/providers/search/text_analysis.h"
#include "shared/domain/search_query/keyboard_layout.h"

#include <algorithm>

namespace cargo::search {

namespace {
constexpr qsizetype kFrameLeast = 3; // consonants that say enough
constexpr qsizetype kTypoLeast = 4;  // letters among which a mistake may be
constexpr size_t kWordsMost = 6;     // of a query

bool isVowel(QChar c) { return QStringView(u"aeiou").contains(c); }

QString once(const QString &text)
{
    QString out;
    for (const QChar c : text) {
        if (out.isEmpty() || out.back() != c || c.isDigit())
            out += c;
    }
    return out;
}

// Latin letters as they sound, so that "camry" and «камри», "lexus" and «лексус» become one word.
QString soundOf(const QString &word)
{
    const QString latin = transliterate(word);
    QString out = latin.isEmpty() ? word : latin;
    struct Sound
    {
        const char16_t *written;
        const char16_t *heard;
    };
    static constexpr Sound kSounds[] = {{u"ph", u"f"}, {u"j", u"dzh"}, {u"x", u"ks"}, {u"q", u"k"},
                                        {u"c", u"k"},  {u"w", u"v"},   {u"y", u"i"}};
    for (const Sound &sound : kSounds)
        out.replace(QString::fromUtf16(sound.written), QString::fromUtf16(sound.heard));
    return once(out);
}

QString frameOf(const QString &sound)
{
    QString out;
    for (const QChar c : sound) {
        if (!isVowel(c))
            out += c;
    }
    return once(out);
}
} // namespace

struct NameIndex::Typed
{
    QString text;
    QString sound;
    QString frame; // empty when vowels were typed
    std::vector<QString> meant;
};

std::vector<NameIndex::Word> NameIndex::wordsOf(const QString &name)
{
    std::vector<Word> list;
    for (const QString &word : words(name)) {
        const QString sound = soundOf(word);
        list.push_back({word, sound, frameOf(sound)});
    }
    return list;
}

void NameIndex::count(quint32 key, const QString &brand, const QString &model, int by)
{
    Name &name = m_names[key];
    if (name.brand.isEmpty())
        name = {brand, model, wordsOf(brand), wordsOf(model), 0};
    name.count += by;
}

void NameIndex::count(quint32 key, int by)
{
    const auto known = m_names.find(key);
    if (known != m_names.end() && (known->count += by) <= 0)
        m_names.erase(known);
}

bool NameIndex::begins(const Word &word, const Typed &typed, bool forgiving)
{
    if (word.text.startsWith(typed.text) || word.sound.startsWith(typed.sound))
        return true;
    if (std::any_of(typed.meant.begin(), typed.meant.end(), [&word](const QString &meant) { return word.text == meant; }))
        return true;
    if (!typed.frame.isEmpty() && word.frame.startsWith(typed.frame))
        return true;
    if (!forgiving || typed.sound.size() < kTypoLeast)
        return false;
    for (qsizetype length = typed.sound.size() - 1; length <= typed.sound.size() + 1; ++length) { // one too few, one too many
        if (editDistance(typed.sound, word.sound.left(length), 1) <= 1)
            return true;
    }
    return false;
}

std::vector<Suggestion> NameIndex::find(const std::vector<QString> &typed, bool forgiving) const
{
    std::vector<Typed> asked;
    for (size_t at = 0; at < std::min(typed.size(), kWordsMost); ++at) {
        Typed one{typed[at], soundOf(typed[at]), {}, synonymsBegunBy(typed[at])};
        const bool bare = std::none_of(one.sound.begin(), one.sound.end(), isVowel);
        if (QString frame = frameOf(one.sound); bare && frame.size() >= kFrameLeast)
            one.frame = std::move(frame);
        asked.push_back(std::move(one));
    }
    const auto any = [forgiving](const std::vector<Word> &list, const Typed &one) {
        return std::any_of(list.begin(), list.end(), [&](const Word &word) { return begins(word, one, forgiving); });
    };
    std::vector<Suggestion> found;
    QHash<QString, int> brands;
    for (const Name &name : m_names) {
        const bool ofBrand = std::all_of(asked.begin(), asked.end(), [&](const Typed &one) { return any(name.brandWords, one); });
        if (ofBrand)
            brands[name.brand] += name.count;
        const bool all = ofBrand || std::all_of(asked.begin(), asked.end(), [&](const Typed &one) {
                             return any(name.brandWords, one) || any(name.modelWords, one);
                         });
        if (all)
            found.push_back({name.brand + QChar(u' ') + name.model, "model", name.brand, name.model, name.count});
    }
    for (auto it = brands.cbegin(); it != brands.cend(); ++it)
        found.push_back({it.key(), "brand", it.key(), {}, it.value()});
    return found;
}

std::vector<Suggestion> NameIndex::suggest(const QString &text, int limit) const
{
    const std::vector<QString> typed = words(text);
    if (typed.empty())
        return {};
    std::vector<Suggestion> found = find(typed, false);
    if (found.empty()) {
        // A switch that nobody asked for misleads: only where the letters as they stand mean nothing.
        if (const std::vector<QString> other = words(inOtherLayout(text)); !other.empty())
            found = find(other, false);
    }
    if (found.empty())
        found = find(typed, true);
    std::sort(found.begin(), found.end(), [](const Suggestion &a, const Suggestion &b) {
        if (a.model.isEmpty() != b.model.isEmpty())
            return a.model.isEmpty();
        return a.count != b.count ? a.count > b.count : a.text < b.text;
    });
    if (found.size() > size_t(limit))
        found.resize(size_t(limit));
    return found;
}

} // namespace cargo::search
