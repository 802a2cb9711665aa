#include "server/assistant/pick_reasons.h"

#include "server/assistant/pick_traits.h"
#include "server/providers/search/text_analysis.h"
#include "shared/api/json_writer.h"

#include <QSet>

#include <algorithm>
#include <cmath>

namespace cargo::assistant {

namespace {
// What each factor may weigh at most. Conditions weigh the same for every car that has them: they order nothing.
constexpr double kCondition = 0.1;
constexpr double kMissed = -0.5;
constexpr double kWish = 0.6;
constexpr double kTraitShare = 0.5; // of a wish, where a trait grants it and its words do less
constexpr double kWord = 0.4;
constexpr double kQuote = 0.15;
constexpr double kPriceMax = 0.3; // at 30 % below or above the middle
constexpr double kTermMax = 0.2;
constexpr double kDriverMax = 0.2;
constexpr int kComparableLeast = 3;
constexpr int kReviewsLeast = 3;
constexpr double kWorthTelling = 0.05; // of price and term: a share of the middle

double rounded(double weight) { return std::round(weight * 1000) / 1000; }

class Scale
{
public:
    Scale(const CarFacts &car, const Measure &measure)
        : m_car(car), m_measure(measure), m_texts(measure.texts), m_traits(car, measure.texts)
    {
    }

    std::vector<Reason> reasons()
    {
        conditions();
        wishes();
        quote();
        price();
        term();
        driver();
        std::stable_sort(m_reasons.begin(), m_reasons.end(),
                         [](const Reason &a, const Reason &b) { return std::abs(a.weight) > std::abs(b.weight); });
        return std::move(m_reasons);
    }

private:
    void add(const char *factor, double weight, api::JsonWriter &facts, QString text)
    {
        m_reasons.push_back({factor, rounded(weight), facts.endObject().take(), std::move(text)});
    }

    void conditions()
    {
        for (const Condition &condition : conditionsOf(m_measure.asked)) {
            const bool fulfilled = fits(m_car, condition);
            const QString has = actual(m_car, condition.name);
            const QString hasText = valueText(condition.name, has);
            const QString asked = m_texts.condition(condition.name, condition.values);
            api::JsonWriter facts(256);
            facts.beginObject().field("name", condition.name).key("values").beginArray();
            for (const QString &value : condition.values)
                facts.value(value);
            facts.endArray().field("actual", has);
            add(fulfilled ? "condition" : "missed", fulfilled ? kCondition : kMissed, facts,
                fulfilled ? hasText : m_texts.say("%1, а просили: %2", "%1, asked for: %2").arg(hasText, asked));
        }
    }

    QString valueText(const QByteArray &name, const QString &value) const
    {
        if (name.startsWith("price_"))
            return m_texts.money(m_car.price);
        if (name.startsWith("mileage_"))
            return m_texts.say("пробег %1", "mileage %1").arg(m_texts.km(m_car.mileageKm));
        if (name == "eta_to")
            return m_texts.say("привезут за %1", "delivered in %1").arg(m_texts.days(m_car.etaDays));
        if (name.startsWith("power_") && m_car.powerHp > 0)
            return m_texts.horses(m_car.powerHp);
        if (name.startsWith("engine_") && m_car.engineCc > 0)
            return m_texts.say("двигатель %1", "engine %1").arg(m_texts.litres(m_car.engineCc));
        if (name.startsWith("year_"))
            return m_texts.say("%1 год", "year %1").arg(value);
        if (name == "rating_from")
            return m_texts.say("оценка водителя %1", "driver rated %1").arg(m_texts.number(m_car.ratingHundredths / 100.0, 1));
        return m_texts.condition(name, {value});
    }

    // A wish is granted by the best of the words that grant it, each group for its share, or by the trait.
    void wishes()
    {
        const QSet<QString> facts =
            stemsOf({m_car.brand, m_car.model, m_car.bodyType, m_car.fuel, m_car.transmission, m_car.drive, m_car.color});
        const QSet<QString> told = stemsOf({m_car.description});
        for (const Wanted &wanted : m_measure.wanted) {
            double sum = 0;
            QStringList has;
            for (const search::WishGroup &group : wanted.groups) {
                const search::WishWord *best = nullptr;
                for (const search::WishWord &word : group) {
                    const QString stem = search::stem(word.word);
                    if ((facts.contains(stem) || told.contains(stem)) && (!best || word.weight > best->weight))
                        best = &word;
                }
                if (!best)
                    continue;
                sum += double(best->weight);
                has += best->word;
            }
            const QString proof = wanted.trait.isEmpty() ? QString() : m_traits.proofOf(wanted.trait);
            const double share = wanted.groups.empty() ? 0 : sum / double(wanted.groups.size());
            if (!has.isEmpty() || !proof.isEmpty())
                addWish(wanted, proof.isEmpty() ? share : std::max(share, kTraitShare), has, proof);
        }
    }

    void addWish(const Wanted &wanted, double share, const QStringList &has, const QString &proof)
    {
        QStringList shown;
        api::JsonWriter facts(128);
        facts.beginObject();
        if (wanted.of)
            facts.field("wish", api::kPickWishWords.word(*wanted.of));
        else
            facts.field("text", wanted.text);
        facts.key("has").beginArray();
        for (const QString &word : has) {
            facts.value(word);
            shown += m_texts.word(word);
        }
        facts.endArray();
        if (!proof.isEmpty()) {
            facts.field("trait", wanted.trait).field("proof", proof);
            if (!shown.contains(proof)) // a fact that is one of the words is told once
                shown += proof;
        }
        if (!wanted.wish)
            return add("word", kWord * share, facts, m_texts.say("Есть «%1»", "Has “%1”").arg(wanted.text));
        const QString list = shown.join(QStringLiteral(", "));
        add("wish", kWish * share, facts,
            wanted.of ? wishText(*wanted.of).arg(list) : m_texts.say("«%1»: %2", "“%1”: %2").arg(wanted.text, list));
    }

    QString wishText(api::PickWish wish) const
    {
        using enum api::PickWish;
        switch (wish) {
        case LargeFamily: return m_texts.say("Для большой семьи: %1", "For a large family: %1");
        case Family: return m_texts.say("Для семьи: %1", "For a family: %1");
        case OffRoad: return m_texts.say("Для бездорожья: %1", "Off the road: %1");
        case BadRoads: return m_texts.say("Для плохих дорог: %1", "For bad roads: %1");
        case Towing: return m_texts.say("Для прицепа: %1", "For towing: %1");
        case Winter: return m_texts.say("Для зимы: %1", "For winter: %1");
        case City: return m_texts.say("Для города: %1", "For the city: %1");
        case Beginner: return m_texts.say("Для новичка: %1", "For a beginner: %1");
        case Economy: return m_texts.say("Экономично: %1", "Economical: %1");
        case Prestige: return m_texts.say("Престижно: %1", "Prestige: %1");
        case Sport: return m_texts.say("Спортивно: %1", "Sport: %1");
        case Travel: return m_texts.say("Для путешествий: %1", "For travel: %1");
        case Work: return m_texts.say("Для работы: %1", "For work: %1");
        case Roomy: return m_texts.say("Просторно: %1", "Roomy: %1");
        case HeatedSeats: return m_texts.say("Обогрев: %1", "Heating: %1");
        case NoAccidents: return m_texts.say("Об авариях сказано: %1", "Accidents are mentioned: %1");
        }
        return QStringLiteral("%1");
    }

    void quote()
    {
        const Quote quote = quoteFrom(m_car.description, m_measure.wanted);
        if (quote.text.isEmpty())
            return;
        api::JsonWriter facts(512);
        facts.beginObject().field("quote", quote.text).key("marks").beginArray();
        for (const auto &[start, end] : quote.marks)
            facts.beginObject().field("start", start).field("end", end).endObject();
        facts.endArray();
        add("quote", kQuote, facts, m_texts.say("В описании: «%1»", "In the description: “%1”").arg(quote.text));
    }

    void price()
    {
        if (m_car.comparable < kComparableLeast || m_car.median.amountMinor <= 0)
            return;
        const double above = double(m_car.price.amountMinor - m_car.median.amountMinor) / double(m_car.median.amountMinor);
        const int percent = int(std::lround(above * 100));
        api::JsonWriter facts(128);
        facts.beginObject().field("median", m_car.median).field("cars", m_car.comparable).field("percent", percent);
        QString text;
        const QString among = m_texts.cars(m_car.comparable);
        if (std::abs(above) < kWorthTelling)
            text = m_texts.say("Цена как у похожих: %1", "Priced like comparable cars: %1").arg(among);
        else if (percent < 0)
            text = m_texts.say("На %1 % дешевле похожих: %2", "%1 % below comparable cars: %2").arg(-percent).arg(among);
        else
            text = m_texts.say("На %1 % дороже похожих: %2", "%1 % above comparable cars: %2").arg(percent).arg(among);
        add("price", std::clamp(-above, -kPriceMax, kPriceMax), facts, text);
    }

    void term()
    {
        const int usual = m_measure.usualEtaDays;
        const double sooner = usual > 0 ? double(usual - m_car.etaDays) / usual : 0;
        if (std::abs(sooner) < kWorthTelling)
            return;
        api::JsonWriter facts(64);
        facts.beginObject().field("days", m_car.etaDays).field("usual", usual);
        const char *russian = sooner > 0 ? "Привезут быстрее: %1, обычно %2" : "Привезут позже: %1, обычно %2";
        const char *english = sooner > 0 ? "Delivered sooner: %1, usually %2" : "Delivered later: %1, usually %2";
        add("term", std::clamp(sooner * 0.4, -kTermMax, kTermMax), facts,
            m_texts.say(russian, english).arg(m_texts.days(m_car.etaDays), m_texts.days(usual)));
    }

    void driver()
    {
        if (m_car.reviews < kReviewsLeast && m_car.dealsDone == 0)
            return;
        const double rating = m_car.ratingHundredths / 100.0;
        const double liked = m_car.reviews >= kReviewsLeast ? (rating - 4) * kDriverMax : 0;
        api::JsonWriter facts(96);
        facts.beginObject().field("rating", rating).field("reviews", m_car.reviews).field("deals", m_car.dealsDone);
        QStringList parts;
        if (m_car.reviews > 0)
            parts += m_texts.say("оценка %1 (отзывов: %2)", "rated %1 (reviews: %2)")
                         .arg(m_texts.number(rating, 1))
                         .arg(m_car.reviews);
        if (m_car.dealsDone > 0)
            parts += m_texts.say("завершённых сделок: %1", "deals done: %1").arg(m_car.dealsDone);
        add("driver", std::clamp(liked, -kDriverMax, kDriverMax), facts,
            m_texts.say("Перегонщик: %1", "Driver: %1").arg(parts.join(QStringLiteral(", "))));
    }

    static QSet<QString> stemsOf(const QStringList &texts)
    {
        QSet<QString> stems;
        for (const QString &text : texts) {
            for (const QString &word : search::words(text))
                stems.insert(search::stem(word));
        }
        return stems;
    }

    const CarFacts &m_car;
    const Measure &m_measure;
    const PickTexts &m_texts;
    PickTraits m_traits;
    std::vector<Reason> m_reasons;
};
} // namespace

Weighed weigh(CarFacts car, const Measure &measure)
{
    Weighed weighed;
    weighed.reasons = Scale(car, measure).reasons();
    for (const Reason &reason : weighed.reasons)
        weighed.weight += reason.weight;
    weighed.weight = rounded(weighed.weight);
    weighed.car = std::move(car);
    return weighed;
}

} // namespace cargo::assistant
