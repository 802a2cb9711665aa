#include "server/assistant/pick_answer.h"

#include "shared/api/json_writer.h"
#include "shared/api/saved_search_dto.h"

namespace cargo::assistant {

namespace {
using Pick = PickService::Pick;

class Writer
{
public:
    Writer(const Pick &pick, const QString &sentence, Locale locale)
        : m_pick(pick), m_sentence(sentence), m_texts(locale), m_out(16 * 1024)
    {
    }

    QByteArray body()
    {
        m_out.beginObject().key("criteria");
        api::writeCriteria(m_out, m_pick.reading.query);
        m_out.field("query", m_pick.reading.query.conditions());
        understood();
        wishes();
        m_out.key("unparsed").beginArray();
        for (const auto &[start, end] : m_pick.unparsed) {
            m_out.beginObject();
            place(start, end);
            m_out.endObject();
        }
        m_out.endArray();
        m_out.key("did_you_mean");
        if (m_pick.didYouMean.isEmpty())
            m_out.null();
        else
            m_out.value(m_pick.didYouMean);
        m_out.field("total", m_pick.total);
        items();
        relaxed();
        changes();
        m_out.field("took_ms", m_pick.tookMs).endObject();
        return m_out.take();
    }

private:
    int points(qsizetype at) const { return int(QStringView(m_sentence).first(at).toUcs4().size()); }

    void place(qsizetype start, qsizetype end)
    {
        m_out.field("start", points(start)).field("end", points(end)).field("text", m_sentence.sliced(start, end - start));
    }

    void understood()
    {
        m_out.key("understood").beginArray();
        for (const SpokenCondition &condition : m_pick.reading.conditions) {
            m_out.beginObject();
            place(condition.start, condition.end);
            m_out.key("conditions").beginObject();
            for (const auto &[name, value] : condition.bounds)
                m_out.field(name.constData(), value);
            m_out.endObject().endObject();
        }
        m_out.endArray();
    }

    void wishes()
    {
        m_out.key("wishes").beginArray();
        for (const Wanted &wanted : m_pick.reading.wanted) {
            if (!wanted.wish)
                continue;
            m_out.beginObject();
            if (wanted.of)
                m_out.field("wish", api::kPickWishWords.word(*wanted.of));
            else
                place(wanted.start, wanted.end);
            m_out.endObject();
        }
        m_out.endArray();
    }

    void items()
    {
        m_out.key("items").beginArray();
        for (const PickService::Item &item : m_pick.items) {
            api::JsonWriter why(2048);
            why.beginArray();
            for (const Reason &reason : item.weighed.reasons) {
                why.beginObject().field("factor", reason.factor).field("weight", reason.weight).field("text", reason.text);
                why.key("facts").raw(reason.facts).endObject();
            }
            why.endArray();
            m_out.raw(item.card + ",\"weight\":" + QByteArray::number(item.weighed.weight) + ",\"why\":" + why.take() + '}');
        }
        m_out.endArray();
    }

    void relaxed()
    {
        m_out.key("relaxed").beginArray();
        for (const PickService::Relaxation &one : m_pick.relaxed) {
            const bool word = one.condition.name == "q";
            const QString what =
                word ? one.condition.values.value(0) : m_texts.condition(one.condition.name, one.condition.values);
            m_out.beginObject().field("name", one.condition.name).key("values").beginArray();
            for (const QString &value : one.condition.values)
                m_out.value(value);
            m_out.endArray().field("total", one.total).field("applied", one.applied).field("query", one.query.conditions());
            m_out.field("text", m_texts.say("Без «%1»: %2", "Without “%1”: %2").arg(what, m_texts.cars(one.total))).endObject();
        }
        m_out.endArray();
    }

    QString stepText(const PossibleChange &step) const
    {
        const QByteArray code(step.code);
        if (code == "more_budget")
            return m_texts.say("Если добавить %1", "With %1 more").arg(step.by);
        if (code == "more_time")
            return m_texts.say("Если подождать ещё %1", "With %1 more to wait").arg(step.by);
        if (code == "any_country")
            return m_texts.say("Если страна не важна", "From any country");
        if (code == "older")
            return m_texts.say("Если смотреть от %1 года", "From the year %1 on").arg(step.by);
        if (code == "more_mileage")
            return m_texts.say("Если пробег до %1", "With up to %1").arg(step.by);
        return code == "cheapest_first" ? m_texts.say("Если важна только цена", "If the price alone mattered")
                                        : m_texts.say("Если важен только срок", "If the delivery time alone mattered");
    }

    void changes()
    {
        m_out.key("counterfactuals").beginArray();
        for (const PickService::Change &change : m_pick.changes) {
            QString text = stepText(change.step);
            m_out.beginObject().field("code", change.step.code).field("total", change.total).field("more", change.more);
            m_out.field("query", change.step.query.toUrlQuery()).key("first");
            if (change.more > 0)
                text += m_texts.say(": на %1 больше", ": %1 more").arg(m_texts.cars(change.more));
            const QString join = change.more > 0 ? QStringLiteral("; ") : QStringLiteral(": ");
            if (change.first) {
                const CarFacts &car = *change.first;
                m_out.beginObject()
                    .field("id", car.id)
                    .field("brand", car.brand)
                    .field("model", car.model)
                    .field("year", car.year);
                m_out.field("price", car.price).endObject();
                const QString name = QStringLiteral("%1 %2, %3").arg(car.brand, car.model).arg(car.year);
                text +=
                    join + m_texts.say("первой была бы %1 за %2", "first would be %1 for %2").arg(name, m_texts.money(car.price));
            } else {
                m_out.null();
            }
            m_out.field("text", text).endObject();
        }
        m_out.endArray();
    }

    const Pick &m_pick;
    const QString &m_sentence;
    PickTexts m_texts;
    api::JsonWriter m_out;
};
} // namespace

QByteArray pickAnswer(const Pick &pick, const QString &sentence, Locale locale) { return Writer(pick, sentence, locale).body(); }

} // namespace cargo::assistant
