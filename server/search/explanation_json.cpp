#include "server/search/explanation_json.h"

#include "server/search/trait_names.h"

namespace cargo::search {

namespace {
double share(int perMille) { return perMille / 1000.0; }
double stars(int hundredths) { return hundredths / 100.0; }

void writeFactor(api::JsonWriter &out, const Factor &factor)
{
    out.beginObject().field("code", word(factor.kind)).field("points", factor.points);
    if (factor.kind == Factor::Kind::Word) {
        out.field("typed", factor.typed).field("matched", factor.matched);
        out.field("how", word(factor.match)).field("field", factor.field);
        if (qstrcmp(factor.field, "trait") == 0)
            writeTraitNames(out, *concepts(), factor.matched);
        out.endObject();
        return;
    }
    out.field("most", factor.most);
    switch (factor.kind) {
    case Factor::Kind::Word: break;
    case Factor::Kind::Freshness: out.field("published_at", factor.publishedAt).field("age_days", factor.ageDays); break;
    case Factor::Kind::Driver:
        out.key("rating");
        if (factor.ratingHundredths > 0)
            out.value(stars(factor.ratingHundredths));
        else
            out.null();
        break;
    case Factor::Kind::Completion: out.field("completion", share(factor.completionPerMille)); break;
    case Factor::Kind::Term: out.field("delivery_eta_days", factor.etaDays); break;
    }
    out.endObject();
}

void writeLift(api::JsonWriter &out, const Lift &lift)
{
    out.beginObject().field("code", word(lift.kind)).field("points", lift.points).key("to");
    if (lift.kind == Factor::Kind::Driver)
        out.value(stars(lift.to));
    else if (lift.kind == Factor::Kind::Completion)
        out.value(share(lift.to));
    else
        out.value(lift.to);
    out.field("passes_above", lift.passesAbove).endObject();
}
// The car's own words stand in the card; here only in what it is like those that the reader did something with.
void writeShift(api::JsonWriter &out, const SearchService::Shift &shift)
{
    out.beginObject().field("places", shift.places).key("like");
    if (shift.pull)
        out.value(behaviour::word(shift.pull->likeness)).field("because", behaviour::word(shift.pull->act));
    else
        out.null().key("because").null();
    out.endObject();
}
} // namespace

QByteArray explanationJson(const SearchService::Page &page, size_t place)
{
    const Answer &answer = page.answer;
    const Explanation &why = (*answer.explanations)[place];
    api::JsonWriter out(1024);
    out.beginObject().key("sorted_by");
    if (*answer.sortedBy)
        out.value(answer.sortedBy);
    else
        out.null();
    out.field("score", answer.hits[place].score).key("factors").beginArray();
    for (const Factor &factor : why.factors)
        writeFactor(out, factor);
    out.endArray().key("lifts").beginArray();
    for (const Lift &lift : why.lifts)
        writeLift(out, lift);
    out.endArray().key("moved_down");
    if (*why.crowdOf)
        out.beginObject().field("same", why.crowdOf).field("most", why.crowdMost).endObject();
    else
        out.null();
    out.key("fused");
    if (why.fused) {
        out.beginObject().field("text_place", why.fused->text).field("meaning_place", why.fused->meaning);
        out.field("freshness_place", why.fused->freshness).field("likeness", why.fused->cosine).endObject();
    } else {
        out.null();
    }
    out.key("personal");
    const SearchService::Shift shift = page.shifts.empty() ? SearchService::Shift() : page.shifts[place];
    if (shift.places != 0)
        writeShift(out, shift);
    else
        out.null();
    out.field("promoted", false).endObject();
    return out.take();
}

} // namespace cargo::search
