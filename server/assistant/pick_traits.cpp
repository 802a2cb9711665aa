#include "server/assistant/pick_traits.h"

#include <QStringList>

#include <algorithm>

namespace cargo::assistant {

namespace {
constexpr qsizetype kSentenceMaxChars = 200;

search::Document documentOf(const CarFacts &car)
{
    search::Document d;
    d.brand = car.brand;
    d.model = car.model;
    d.bodyType = car.bodyType;
    d.fuel = car.fuel;
    d.transmission = car.transmission;
    d.drive = car.drive;
    d.color = car.color;
    d.countryFrom = car.countryFrom;
    d.description = car.description.toUtf8();
    d.features = car.features;
    d.seats = car.seats;
    return d;
}

QString cut(QString sentence)
{
    if (sentence.size() <= kSentenceMaxChars)
        return sentence;
    const qsizetype blank = sentence.lastIndexOf(u' ', kSentenceMaxChars);
    sentence.truncate(blank > 0 ? blank : kSentenceMaxChars);
    return sentence + u'…';
}
} // namespace

PickTraits::PickTraits(const CarFacts &car, const PickTexts &texts)
    : m_texts(texts), m_car(documentOf(car)), m_finder(search::traitFinder())
{
}

QString PickTraits::factText(const search::FactTest &test) const
{
    using Facet = SearchQuery::Facet;
    switch (test.kind) {
    case search::FactTest::Kind::Seats: return m_texts.seats(m_car.seats);
    case search::FactTest::Kind::Feature:
        for (const QString &feature : m_car.features) {
            if (std::find(test.anyOf.begin(), test.anyOf.end(), feature) != test.anyOf.end())
                return m_texts.word(feature);
        }
        return {};
    case search::FactTest::Kind::Facet: break;
    }
    switch (test.facet) {
    case Facet::Brand: return m_car.brand;
    case Facet::Model: return m_car.model;
    case Facet::BodyType: return m_texts.word(m_car.bodyType);
    case Facet::Fuel: return m_texts.word(m_car.fuel);
    case Facet::Transmission: return m_texts.word(m_car.transmission);
    case Facet::Drive: return m_texts.word(m_car.drive);
    case Facet::Color: return m_texts.word(m_car.color);
    case Facet::CountryFrom: return m_texts.country(m_car.countryFrom);
    }
    return {};
}

QString PickTraits::proofOf(const QString &slug)
{
    if (!m_proofs)
        m_proofs = m_finder->proofsOf(m_car);
    const auto proof =
        std::find_if(m_proofs->begin(), m_proofs->end(), [&slug](const search::TraitProof &p) { return p.trait->slug == slug; });
    if (proof == m_proofs->end())
        return {};
    if (!proof->facts)
        return m_texts.say("«%1»", "“%1”").arg(cut(proof->sentence));
    QStringList facts;
    for (const search::FactTest &test : *proof->facts)
        facts += factText(test);
    return facts.join(QStringLiteral(", "));
}

} // namespace cargo::assistant
