#include "server/assistant/pick_reading.h"

#include "server/providers/search/text_analysis.h"
#include "shared/domain/search_query/spoken_tokens.h"

#include <algorithm>

namespace cargo::assistant {

namespace {
constexpr size_t kWantedMax = 12;

// Phrases of the dictionary of concepts.
QString phraseOf(api::PickWish wish)
{
    using enum api::PickWish;
    switch (wish) {
    case LargeFamily: return QStringLiteral("большая семья");
    case Family: return QStringLiteral("семья");
    case OffRoad: return QStringLiteral("бездорожье");
    case BadRoads: return QStringLiteral("плохие дороги");
    case Towing: return QStringLiteral("прицеп");
    case Winter: return QStringLiteral("зима");
    case City: return QStringLiteral("город");
    case Beginner: return QStringLiteral("новичок");
    case Economy: return QStringLiteral("экономичный");
    case Prestige: return QStringLiteral("престиж");
    case Sport: return QStringLiteral("спортивный");
    case Travel: return QStringLiteral("путешествие");
    case Work: return QStringLiteral("грузы");
    case Roomy: return QStringLiteral("просторный");
    case HeatedSeats: return QStringLiteral("подогрев сидений");
    case NoAccidents: return QStringLiteral("без аварий");
    }
    return {};
}

struct Word
{
    QString stem;
    qsizetype start;
    qsizetype end;
};

// Words of the sentence that no condition took, without small ones.
std::vector<Word> leftWords(const QString &sentence, const std::vector<SpokenCondition> &conditions)
{
    std::vector<Word> left;
    for (const spoken::Token &token : spoken::tokensOf(sentence)) {
        const bool taken = std::any_of(conditions.begin(), conditions.end(),
                                       [&](const auto &c) { return token.start >= c.start && token.start < c.end; });
        if (taken || token.kind == spoken::Token::Kind::Sign)
            continue;
        const auto words = search::words(QStringView(sentence).sliced(token.start, token.end - token.start));
        if (words.empty() || (words.size() == 1 && search::isSmallWord(words.front())))
            continue;
        left.push_back({search::stem(words.front()), token.start, token.end});
    }
    return left;
}

search::WishGroup meaningsOf(const QString &text)
{
    search::WishGroup group;
    for (const QString &word : search::words(text)) {
        group.push_back({word, 1});
        for (const QString &other : search::synonyms(word))
            group.push_back({other, 1});
    }
    return group;
}

void addText(PickReading &reading, const QString &text)
{
    if (!reading.query.text.isEmpty())
        reading.query.text += u' ';
    reading.query.text += text;
}

bool hasRoom(const PickReading &reading, const QString &text)
{
    return reading.wanted.size() < kWantedMax && reading.query.text.size() + 1 + text.size() <= SearchQuery::kTextMaxChars;
}

void readWords(PickReading &reading, const QString &sentence)
{
    const std::vector<Word> left = leftWords(sentence, reading.conditions);
    std::vector<QString> stems;
    for (const Word &word : left)
        stems.push_back(word.stem);
    for (size_t i = 0; i < left.size();) {
        const auto wish = search::wishAt(stems, i);
        const size_t last = i + (wish ? wish->length : 1) - 1;
        Wanted wanted;
        wanted.start = left[i].start;
        wanted.end = left[last].end;
        wanted.text = sentence.sliced(wanted.start, wanted.end - wanted.start).simplified();
        i = last + 1;
        if (!wish && search::onlyAsks(wanted.text.toLower()))
            continue;
        if (!hasRoom(reading, wanted.text)) {
            reading.unread.emplace_back(wanted.start, wanted.end);
            continue;
        }
        wanted.wish = wish.has_value();
        if (wish && wish->isTrait)
            wanted.trait = wish->slug;
        if (wish)
            wanted.groups = wish->groups;
        else
            wanted.groups.push_back(meaningsOf(wanted.text));
        addText(reading, wanted.text);
        reading.wanted.push_back(std::move(wanted));
    }
}
} // namespace

PickReading readPick(const api::PickBody &body, Timestamp now)
{
    SearchQuery asked = body.answers;
    asked.text = body.query;
    SpokenQuery spoken = understand(asked, now);
    PickReading reading;
    reading.query = std::move(spoken.query);
    reading.query.text.clear();
    reading.conditions = std::move(spoken.conditions);
    for (const api::PickWish one : body.wishes) {
        const QString phrase = phraseOf(one);
        std::vector<QString> stems;
        for (const QString &word : search::words(phrase)) {
            if (!search::isSmallWord(word))
                stems.push_back(search::stem(word));
        }
        auto wish = search::wishAt(stems, 0);
        if (!wish || !hasRoom(reading, phrase))
            continue;
        addText(reading, phrase);
        Wanted wanted;
        wanted.of = one;
        wanted.wish = true;
        if (wish->isTrait)
            wanted.trait = wish->slug;
        wanted.groups = std::move(wish->groups);
        reading.wanted.push_back(std::move(wanted));
    }
    readWords(reading, body.query);
    return reading;
}

} // namespace cargo::assistant
