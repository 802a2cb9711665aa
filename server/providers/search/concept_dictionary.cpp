#include "server/providers/search/concept_dictionary.h"

#include "server/providers/search/concept_reader.h"
#include "server/providers/search/text_analysis.h"

#include <QCryptographicHash>

#include <algorithm>
#include <mutex>
#include <shared_mutex>

namespace cargo::search {

namespace {
constexpr qsizetype kSoundLeast = 5; // shorter ones sound like too many
constexpr char kBuiltIn[] =
#include "server/providers/search/built_in_concepts.txt"
    ;

// Never a wrong dictionary where there was a right one: a test reads the built-in text.
struct Current
{
    std::shared_mutex lock;
    ConceptDictionaryPtr dictionary;

    static Current &get()
    {
        static Current current;
        return current;
    }
};

ConceptDictionaryPtr builtIn()
{
    std::vector<ConceptFault> faults;
    ConceptDictionaryPtr dictionary = ConceptDictionary::read(ConceptDictionary::builtInText(), faults);
    if (!dictionary)
        qFatal("built_in_concepts.txt:%d: %s", faults.front().line, qPrintable(faults.front().what));
    return dictionary;
}

std::vector<QString> stemsOf(const QString &phrase)
{
    std::vector<QString> stems;
    for (const QString &word : words(phrase)) {
        if (!isSmallWord(word))
            stems.push_back(stem(word));
    }
    return stems;
}

void longestFirst(QHash<QString, std::vector<ConceptDictionary::Saying>> &index)
{
    for (auto &same : index)
        std::stable_sort(same.begin(), same.end(), [](const auto &a, const auto &b) { return a.stems.size() > b.stems.size(); });
}
} // namespace

QByteArray ConceptDictionary::builtInText() { return QByteArray(kBuiltIn); }

ConceptDictionaryPtr ConceptDictionary::read(const QByteArray &text, std::vector<ConceptFault> &faults)
{
    auto dictionary = std::make_shared<ConceptDictionary>();
    ConceptReader(*dictionary, faults).read(text);
    if (!faults.empty())
        return nullptr;
    dictionary->m_text = text;
    dictionary->m_sum = QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex();
    dictionary->index();
    return dictionary;
}

void ConceptDictionary::index()
{
    const auto put = [](auto &index, const std::vector<QString> &phrases, size_t place) {
        for (const QString &phrase : phrases) {
            std::vector<QString> stems = stemsOf(phrase);
            if (stems.empty())
                continue;
            auto &beginning = index[stems.front()];
            beginning.push_back({std::move(stems), place});
        }
    };
    for (size_t place = 0; place < m_concepts.size(); ++place) {
        put(m_wishes, m_concepts[place].wishes, place);
        put(m_telling, m_concepts[place].say, place);
    }
    longestFirst(m_wishes);
    for (const Concept &wished : m_concepts) {
        for (const QString &phrase : wished.wishes) {
            for (const QString &word : words(phrase)) {
                const QString form = stem(word);
                const QString sound = phoneticKey(form);
                m_wishStems.insert(form);
                if (sound.size() >= kSoundLeast && !m_wishSounds.contains(sound))
                    m_wishSounds.insert(sound, word);
            }
        }
    }
    longestFirst(m_telling);
    for (const QString &word : m_asking)
        m_askingStems.insert(stem(word), true);
}

std::optional<QByteArray> ConceptDictionary::textOf(QStringView slug) const
{
    const Concept *known = find(slug);
    if (!known)
        return std::nullopt;
    return m_text.split('\n').mid(known->firstLine - 1, known->lastLine - known->firstLine + 1).join('\n');
}

QByteArray ConceptDictionary::textWith(QStringView slug, const QByteArray &lines) const
{
    const Concept *known = find(slug);
    if (!known)
        return m_text + (m_text.endsWith('\n') ? "\n" : "\n\n") + lines.trimmed() + '\n';
    QByteArrayList all = m_text.split('\n');
    all.remove(known->firstLine - 1, known->lastLine - known->firstLine + 1);
    all.insert(known->firstLine - 1, lines.trimmed());
    return all.join('\n');
}

const Concept *ConceptDictionary::find(QStringView slug) const
{
    const auto found = std::find_if(m_concepts.begin(), m_concepts.end(), [slug](const Concept &c) { return c.slug == slug; });
    return found == m_concepts.end() ? nullptr : &*found;
}

QString ConceptDictionary::wishedBySound(const QString &word) const
{
    const QString form = stem(word);
    return m_wishStems.contains(form) ? QString() : m_wishSounds.value(phoneticKey(form));
}

const std::vector<ConceptDictionary::Saying> *ConceptDictionary::wishesFrom(const QString &stem) const
{
    const auto known = m_wishes.constFind(stem);
    return known == m_wishes.constEnd() ? nullptr : &*known;
}

ConceptDictionaryPtr concepts()
{
    Current &current = Current::get();
    {
        const std::shared_lock guard(current.lock);
        if (current.dictionary)
            return current.dictionary;
    }
    const std::unique_lock guard(current.lock);
    if (!current.dictionary)
        current.dictionary = builtIn();
    return current.dictionary;
}

void useConcepts(ConceptDictionaryPtr dictionary)
{
    Current &current = Current::get();
    const std::unique_lock guard(current.lock);
    current.dictionary = std::move(dictionary);
}

bool isConceptSlug(QStringView slug)
{
    const auto mayBe = [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'_'; };
    return !slug.isEmpty() && slug.size() <= ConceptDictionary::kSlugMaxChars && slug.front() >= u'a'
           && std::all_of(slug.begin(), slug.end(), mayBe);
}

} // namespace cargo::search
