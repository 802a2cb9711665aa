#include "server/providers/search/embedded/embedded_index.h"

#include "server/providers/search/embedded/cursor.h"
#include "server/providers/search/embedded/engine_form.h"
#include "server/providers/search/embedded/explanation_form.h"
#include "server/providers/search/embedded/near_misses.h"
#include "server/providers/search/embedded/phrases.h"
#include "server/providers/search/embedded/relaxation_form.h"
#include "server/providers/search/embedded/text_reader.h"
#include "server/providers/search/engine/ranking.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <mutex>

namespace cargo::search {

namespace {
constexpr qint64 kPriorsKeptMs = 10 * kMinuteMs;

QString fromUtf8(std::string_view text) { return QString::fromUtf8(text.data(), qsizetype(text.size())); }
} // namespace

EmbeddedIndex::EmbeddedIndex(MeaningUse meaning, std::optional<GivenMeaning> given)
    : m_meaningUse(meaning), m_given(meaning == MeaningUse::Off ? std::nullopt : std::move(given)),
      m_engine(engine::EngineOptions{.hasMeaning = meaning != MeaningUse::Off,
                                     .givenDimensions = m_given ? uint32_t(m_given->dimensions) : 0})
{
}

void EmbeddedIndex::upsert(const std::vector<Document> &documents)
{
    std::vector<engine::Document> list;
    list.reserve(documents.size());
    const auto told = traits();
    for (const Document &document : documents)
        list.push_back(toEngine(*told, document));
    m_engine.upsert(list);
}

std::shared_ptr<const TraitFinder> EmbeddedIndex::traits() const
{
    const std::lock_guard guard(m_traitsLock);
    return m_traits;
}

void EmbeddedIndex::taken(std::shared_ptr<const TraitFinder> traits)
{
    const std::lock_guard guard(m_traitsLock);
    m_traits = std::move(traits);
}

void EmbeddedIndex::remove(const std::vector<ListingId> &ids)
{
    std::vector<engine::Removal> list;
    for (const ListingId &id : ids)
        list.push_back({id.uuid.bytes, engine::kAnyRevision});
    m_engine.remove(list);
}

MeaningNeed EmbeddedIndex::needOf(const SearchQuery &query) const
{
    if (m_meaningUse == MeaningUse::Off || query.text.isEmpty() || !query.cursor.isEmpty() || query.limit <= 1)
        return MeaningNeed::None;
    const auto snapshot = m_engine.snapshot();
    const ReadText text = readText(*snapshot, query.text);
    if (text.asksForAny)
        return MeaningNeed::None;
    const bool orders = m_meaningUse == MeaningUse::On && query.sort == SearchQuery::Sort::Relevance;
    return orders && isWish(text, *m_nameStems.of(*snapshot)) ? MeaningNeed::Order : MeaningNeed::Similar;
}

Result<Answer> EmbeddedIndex::search(const SearchQuery &query, Timestamp now, std::vector<float> meant) const
{
    engine::Query asked = toEngine(query);
    if (!query.cursor.isEmpty()) {
        asked.after = readCursor(query);
        if (!asked.after)
            return {ErrorCode::CursorInvalid, QStringLiteral("cursor")};
    }
    qint64 askedAt = m_priorsAskedAt.load();
    if (now.unixMs - askedAt > kPriorsKeptMs && m_priorsAskedAt.compare_exchange_strong(askedAt, now.unixMs))
        m_engine.refreshPriorsSoon(now.unixMs);

    const auto snapshot = m_engine.snapshot();
    Answer answer;
    ReadText text;
    if (!query.text.isEmpty()) {
        text = readText(*snapshot, query.text);
        if (text.words.empty() && !text.asksForAny) // signs and no words: nothing holds that
            text.words.emplace_back();
        asked.words = text.words;
        asked.phrases = text.phrases;
        asked.without = text.without;
        if (m_meaningUse != MeaningUse::Off && query.cursor.isEmpty())
            asked.meaning = meaningOf(text, *m_nameStems.of(*snapshot), m_meaningUse);
        asked.meaning.vector = std::move(meant);
        if (m_given)
            asked.meaning.similarCosine = m_given->similarCosine;
    }
    asked.fewHits = query.cursor.isEmpty() ? kFewHits : 0;
    const engine::Answer found = engine::Engine::search(snapshot, asked);
    answer.didYouMean = text.searchedInstead;
    answer.appliedSynonyms = text.synonyms;
    for (const size_t place : found.droppedWords) {
        if (place < text.typed.size() && found.total > 0)
            if (std::find(answer.relaxed.begin(), answer.relaxed.end(), text.typed[place]) == answer.relaxed.end())
                answer.relaxed.push_back(text.typed[place]); // a wish of several words was told once
    }
    answer.total = qint64(found.total);
    for (const engine::Hit &hit : found.hits)
        answer.hits.push_back({ListingId{Uuid{hit.id}},
                               asked.words.empty() ? 0 : double(hit.textScore + hit.prior) / engine::ranking::kScoreScale});
    if (asked.fewHits > 0 && found.total <= asked.fewHits && !found.next) {
        for (const engine::Hit &hit : nearMisses(snapshot, asked, found, kSimilarMost))
            answer.similar.push_back({ListingId{Uuid{hit.id}}, 1});
    }
    for (const engine::Similar &similar : found.similar) {
        const ListingId id{Uuid{similar.id}};
        const bool isThere =
            std::any_of(answer.similar.begin(), answer.similar.end(), [&id](const Hit &hit) { return hit.id == id; });
        if (!isThere && answer.similar.size() < kSimilarMost)
            answer.similar.push_back({id, similar.cosine});
    }
    answer.sortedBy = sortedByOf(asked.sort);
    if (query.wantExplanations)
        answer.explanations = explanationsOf(found, text, query.limit);
    if (found.next)
        answer.nextCursor = writeCursor(query, *found.next);
    if (query.wantFacets) {
        answer.facets = facetsOf(found, query);
        answer.ranges = rangesOf(found);
        const bool isShort = found.total <= uint64_t(kFewHits) || !answer.relaxed.empty();
        if (isShort && query.cursor.isEmpty())
            answer.relaxations = relaxationsOf(found, query, text);
    }
    return answer;
}

std::vector<Standing> EmbeddedIndex::standing(ListingId after, ListingId last) const
{
    std::vector<Standing> list;
    for (const auto &one : m_engine.snapshot()->standing(after.uuid.bytes, last.uuid.bytes))
        list.push_back({ListingId{Uuid{one.id}}, one.revision});
    return list;
}

// Documents are told by one dictionary, and mean what one model says.
std::string EmbeddedIndex::madeWith(const TraitFinder &traits) const
{
    std::string sum = traits.dictionary().sum().toStdString();
    if (m_given)
        sum += ' ' + m_given->model.toStdString() + ' ' + std::to_string(m_given->dimensions);
    return sum;
}

Result<bool> EmbeddedIndex::load(const QString &path)
{
    if (!QFile::exists(path))
        return false;
    const auto told = traitFinder(); // a file that was told by another dictionary is as good as none
    const std::string refused = m_engine.load(QFile::encodeName(path).toStdString(), madeWith(*told));
    if (!refused.empty())
        return {ErrorCode::Unavailable, path, fromUtf8(refused)};
    taken(told);
    m_savedVersion = m_engine.snapshot()->version;
    return true;
}

Outcome EmbeddedIndex::save(const QString &path)
{
    const uint64_t version = m_engine.snapshot()->version;
    if (version == m_savedVersion)
        return ok();
    QDir().mkpath(QFileInfo(path).path());
    const std::string failed = m_engine.save(QFile::encodeName(path).toStdString(), madeWith(*traits()));
    if (!failed.empty())
        return Error{ErrorCode::Unavailable, path, fromUtf8(failed)};
    m_savedVersion = version;
    return ok();
}

std::optional<Learnt> EmbeddedIndex::learn(Timestamp now, const engine::MeaningOptions &options)
{
    if (m_meaningUse == MeaningUse::Off || !m_engine.learnMeaning(now.unixMs, options))
        return std::nullopt;
    return learnt();
}

std::optional<Learnt> EmbeddedIndex::learnt() const
{
    const auto snapshot = m_engine.snapshot();
    if (!snapshot->meaning || snapshot->meaning->isGiven())
        return std::nullopt;
    const engine::Meaning &meaning = *snapshot->meaning;
    return Learnt{Timestamp{meaning.learntAtMs()}, int(meaning.listings()), int(meaning.terms()), int(meaning.dimensions())};
}

// Names follow the snapshot by difference: what each pair's cars became more or fewer.
void EmbeddedIndex::bringNamesUpTo(const engine::Snapshot &snapshot) const
{
    {
        const std::shared_lock guard(m_namesLock);
        if (m_namesVersion >= snapshot.version)
            return;
    }
    const std::unique_lock guard(m_namesLock);
    if (m_namesVersion >= snapshot.version)
        return;
    if (m_namesCatalog != snapshot.catalog) { // everything was built anew, and so are the codes
        m_names = {};
        m_namesCounts.clear();
        m_namesCatalog = snapshot.catalog;
    }
    const auto pairs = snapshot.pairs();
    m_namesCounts.resize(pairs.size(), 0);
    for (const auto &pair : pairs) {
        const int more = int(pair.living) - int(m_namesCounts[pair.code]);
        if (more > 0 && !pair.brand.empty())
            m_names.count(pair.code, fromUtf8(pair.brand), fromUtf8(pair.model), more);
        else if (more < 0)
            m_names.count(pair.code, more);
        m_namesCounts[pair.code] = pair.living;
    }
    m_namesVersion = snapshot.version;
}

// Names first; wishes and corridors keep a third of the places, if there are any.
std::vector<Suggestion> EmbeddedIndex::suggest(const QString &text, int limit) const
{
    const auto snapshot = m_engine.snapshot();
    const std::vector<Suggestion> phrases = phrasesThere(snapshot, text, limit / 3);
    bringNamesUpTo(*snapshot);
    const std::shared_lock guard(m_namesLock);
    std::vector<Suggestion> all = m_names.suggest(text, std::max(0, limit - int(phrases.size())));
    all.insert(all.end(), phrases.begin(), phrases.end());
    return all;
}

// Those that find something, and how much.
std::vector<Suggestion> EmbeddedIndex::phrasesThere(const std::shared_ptr<const engine::Snapshot> &snapshot, const QString &text,
                                                    int most) const
{
    std::vector<Suggestion> there;
    for (const Phrase &phrase : phrasesBegunBy(text)) {
        if (int(there.size()) == most)
            break;
        const auto known = m_phraseCounts.of(phrase.text, *snapshot);
        const int count = known ? *known : countPhrase(snapshot, phrase);
        if (count > 0)
            there.push_back({phrase.text, phrase.kind, {}, {}, count});
    }
    return there;
}

int EmbeddedIndex::countPhrase(const std::shared_ptr<const engine::Snapshot> &snapshot, const Phrase &phrase) const
{
    engine::Query query;
    query.limit = 1;
    query.wantFacets = false;
    if (phrase.country.isEmpty())
        query.words = readText(*snapshot, phrase.text).words;
    else
        query.facets[engine::at(engine::Dimension::Country)] = {phrase.country.toStdString()};
    const engine::Answer found = engine::Engine::search(snapshot, query);
    const int count = found.droppedWords.empty() ? int(found.total) : 0;
    m_phraseCounts.note(phrase.text, *snapshot, count);
    return count;
}

void EmbeddedIndex::countPhrases() const
{
    const auto snapshot = m_engine.snapshot();
    for (const Phrase &phrase : allPhrases())
        countPhrase(snapshot, phrase);
}

} // namespace cargo::search
