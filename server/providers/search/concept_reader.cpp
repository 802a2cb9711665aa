#include "server/providers/search/concept_reader.h"

#include "server/providers/search/text_analysis.h"
#include "shared/domain/listing/attributes.h"
#include "shared/domain/listing/listing.h"

#include <QStringDecoder>
#include <QStringList>

#include <algorithm>

namespace cargo::search {

namespace {
constexpr qsizetype kNameMaxChars = 40;
constexpr int kSeatsMost = 60;

QStringList parts(const QString &value, QChar sign)
{
    QStringList list;
    for (const QString &part : value.split(sign))
        list.append(part.simplified());
    return list;
}

std::optional<listing::Fact> closedFact(SearchQuery::Facet facet)
{
    using Facet = SearchQuery::Facet;
    switch (facet) {
    case Facet::BodyType: return listing::Fact::BodyType;
    case Facet::Fuel: return listing::Fact::Fuel;
    case Facet::Transmission: return listing::Fact::Transmission;
    case Facet::Drive: return listing::Fact::Drive;
    case Facet::Color: return listing::Fact::Color;
    case Facet::Brand:
    case Facet::Model:
    case Facet::CountryFrom: break;
    }
    return std::nullopt;
}
} // namespace

void ConceptReader::fault(const QString &what) { faultAt(m_line, what); }

void ConceptReader::faultAt(int line, const QString &what)
{
    if (m_faults.size() < ConceptDictionary::kFaultsMax)
        m_faults.push_back({line, what});
}

void ConceptReader::read(const QByteArray &text)
{
    if (text.size() > ConceptDictionary::kTextMaxBytes)
        return faultAt(1, QStringLiteral("longer than %1 bytes").arg(ConceptDictionary::kTextMaxBytes));
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString all = decoder.decode(text);
    if (decoder.hasError() || all.contains(QChar(u'\0')))
        return faultAt(1, QStringLiteral("not UTF-8"));
    for (const QString &line : all.split(u'\n')) {
        ++m_line;
        readLine(line);
    }
    finish();
    if (m_out.m_concepts.empty() && m_faults.empty())
        faultAt(1, QStringLiteral("has no concept"));
}

void ConceptReader::readLine(const QString &line)
{
    const QString trimmed = line.trimmed();
    if (trimmed.isEmpty() || trimmed.startsWith(u'#'))
        return;
    if (!line.front().isSpace())
        return begin(trimmed);
    const qsizetype colon = trimmed.indexOf(u':');
    if (colon < 0)
        return fault(QStringLiteral("no colon behind a name, as in \"wish: family\""));
    readField(trimmed.first(colon).trimmed(), trimmed.sliced(colon + 1).trimmed());
}

void ConceptReader::begin(const QString &head)
{
    finish();
    const QStringList words = head.simplified().split(u' ');
    if (words.size() == 1 && words[0] == u"asking") {
        m_inside = Inside::Asking;
        return;
    }
    if (words.size() != 2 || words[0] != u"concept")
        return fault(QStringLiteral("neither \"concept NAME\" nor \"asking\""));
    m_inside = Inside::Concept; // also of a bad name: its lines belong to it
    m_concept.slug = words[1];
    m_concept.firstLine = m_concept.lastLine = m_line;
    if (!isConceptSlug(words[1]))
        fault(QStringLiteral("a name is made of a-z, 0-9 and _ and begins with a letter, at most %1 signs")
                  .arg(ConceptDictionary::kSlugMaxChars));
    else if (m_out.find(words[1]))
        fault(QStringLiteral("there is a concept %1 already").arg(words[1]));
    if (m_out.m_concepts.size() >= ConceptDictionary::kConceptsMax)
        fault(QStringLiteral("more than %1 concepts").arg(ConceptDictionary::kConceptsMax));
}

void ConceptReader::finish()
{
    if (m_inside == Inside::Concept) {
        const auto needs = [this](bool has, const char *what) {
            if (!has)
                faultAt(m_concept.firstLine, QStringLiteral("%1 has no \"%2\"").arg(m_concept.slug, QLatin1String(what)));
        };
        needs(!m_concept.nameRu.isEmpty(), "ru");
        needs(!m_concept.nameEn.isEmpty(), "en");
        needs(!m_concept.wishes.empty(), "wish");
        if (m_concept.isTrait() && ++m_traits > ConceptDictionary::kTraitsMax)
            faultAt(m_concept.firstLine, QStringLiteral("more than %1 traits").arg(ConceptDictionary::kTraitsMax));
        if (m_out.m_concepts.size() < ConceptDictionary::kConceptsMax)
            m_out.m_concepts.push_back(std::move(m_concept));
    }
    m_concept = {};
    m_inside = Inside::Nothing;
}

void ConceptReader::readField(const QString &name, const QString &value)
{
    const auto is = [&name](const char *word) { return name == QLatin1String(word); };
    if (value.isEmpty())
        return fault(QStringLiteral("nothing behind the colon"));
    switch (m_inside) {
    case Inside::Nothing: return fault(QStringLiteral("belongs to no concept"));
    case Inside::Asking: return is("word") ? readPhrases(m_out.m_asking, value) : fault(QStringLiteral("only \"word\" here"));
    case Inside::Concept: break;
    }
    m_concept.lastLine = m_line;
    if (is("ru"))
        readName(m_concept.nameRu, value);
    else if (is("en"))
        readName(m_concept.nameEn, value);
    else if (is("wish"))
        readPhrases(m_concept.wishes, value);
    else if (is("find"))
        readGroup(value);
    else if (is("show"))
        readShow(value);
    else if (is("say"))
        readPhrases(m_concept.say, value);
    else
        fault(QStringLiteral("none of ru, en, wish, find, show, say: %1").arg(name.left(20)));
}

void ConceptReader::readName(QString &name, const QString &value)
{
    if (!name.isEmpty())
        return fault(QStringLiteral("given twice"));
    if (value.size() > kNameMaxChars)
        return fault(QStringLiteral("a name of more than %1 characters").arg(kNameMaxChars));
    name = value.simplified();
}

void ConceptReader::readPhrases(std::vector<QString> &into, const QString &value)
{
    for (const QString &phrase : parts(value, u'|')) {
        const std::vector<QString> all = words(phrase);
        const bool hasMeaning = std::any_of(all.begin(), all.end(), [](const QString &word) { return !isSmallWord(word); });
        if (!hasMeaning)
            return fault(QStringLiteral("a phrase without words: \"%1\"").arg(phrase.left(20)));
        if (phrase.size() > ConceptDictionary::kPhraseMaxChars || all.size() > ConceptDictionary::kPhraseMaxWords)
            return fault(QStringLiteral("a phrase of more than %1 words or %2 characters: \"%3…\"")
                             .arg(ConceptDictionary::kPhraseMaxWords)
                             .arg(ConceptDictionary::kPhraseMaxChars)
                             .arg(phrase.left(20)));
        if (into.size() >= ConceptDictionary::kListMax)
            return fault(QStringLiteral("more than %1 phrases").arg(ConceptDictionary::kListMax));
        into.push_back(phrase);
    }
}

void ConceptReader::readGroup(const QString &value)
{
    WishGroup group;
    for (const QString &one : parts(value, u'|')) {
        const QStringList pair = parts(one, u'*');
        bool isNumber = true;
        const float weight = pair.size() > 1 ? pair[1].toFloat(&isNumber) : 1.0F;
        if (pair.size() > 2 || !isNumber || !(weight > 0 && weight <= 1))
            return fault(QStringLiteral("a weight is above 0 and at most 1, as in wagon*0.6: \"%1\"").arg(one.left(20)));
        if (words(pair[0]).size() != 1)
            return fault(QStringLiteral("not one word: \"%1\"").arg(one.left(20)));
        group.push_back({pair[0].toLower(), weight});
    }
    if (group.size() > ConceptDictionary::kListMax || m_concept.find.size() >= 4)
        return fault(QStringLiteral("more than %1 words, or more than 4 lines of them").arg(ConceptDictionary::kListMax));
    m_concept.find.push_back(std::move(group));
}

void ConceptReader::readShow(const QString &value)
{
    FactTests tests;
    for (const QString &condition : parts(value, u'+')) {
        auto test = testOf(condition);
        if (!test)
            return;
        tests.push_back(std::move(*test));
    }
    if (m_concept.show.size() >= ConceptDictionary::kListMax)
        return fault(QStringLiteral("more than %1 lines").arg(ConceptDictionary::kListMax));
    m_concept.show.push_back(std::move(tests));
}

std::optional<FactTest> ConceptReader::testOf(const QString &condition)
{
    FactTest test;
    if (const qsizetype sign = condition.indexOf(QLatin1String(">=")); sign > 0) {
        test.kind = FactTest::Kind::Seats;
        test.least = condition.sliced(sign + 2).trimmed().toInt();
        if (condition.first(sign).trimmed() == u"seats" && test.least > 0 && test.least <= kSeatsMost)
            return test;
        fault(QStringLiteral("only seats>=1 … %1 may be a number: \"%2\"").arg(kSeatsMost).arg(condition.left(30)));
        return std::nullopt;
    }
    const qsizetype equals = condition.indexOf(u'=');
    if (equals <= 0) {
        fault(QStringLiteral("not a condition, as body_type=minivan is one: \"%1\"").arg(condition.left(30)));
        return std::nullopt;
    }
    const QString name = condition.first(equals).trimmed();
    const QStringList values = parts(condition.sliced(equals + 1), u',');
    if (values.contains(QString()) || values.size() > qsizetype(ConceptDictionary::kListMax)) {
        fault(QStringLiteral("no value, or too many: \"%1\"").arg(condition.left(30)));
        return std::nullopt;
    }
    if (name != u"has")
        return facetTest(name, values);
    test.kind = FactTest::Kind::Feature;
    for (const QString &value : values) {
        const listing::Attribute *known = listing::findAttribute(value);
        if (!known || known->kind != listing::Attribute::Kind::Flag) {
            fault(QStringLiteral("no feature of a listing: %1").arg(value.left(30)));
            return std::nullopt;
        }
        test.anyOf.push_back(value);
    }
    return test;
}

std::optional<FactTest> ConceptReader::facetTest(const QString &name, const QStringList &values)
{
    FactTest test;
    int at = 0;
    while (at < SearchQuery::kFacetCount && name != QLatin1String(word(SearchQuery::Facet(at))))
        ++at;
    if (at == SearchQuery::kFacetCount) {
        fault(QStringLiteral("no fact of a listing: %1").arg(name.left(30)));
        return std::nullopt;
    }
    test.facet = SearchQuery::Facet(at);
    const auto closed = closedFact(test.facet);
    for (const QString &value : values) {
        const auto known = closed ? listing::canonicalWord(*closed, value) : std::nullopt;
        if (closed && !known) {
            fault(QStringLiteral("%1 is never %2").arg(name, value.left(30)));
            return std::nullopt;
        }
        test.anyOf.push_back(known ? QString(*known) : value.toLower());
    }
    return test;
}

} // namespace cargo::search
