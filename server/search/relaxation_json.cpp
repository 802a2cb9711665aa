#include "server/search/relaxation_json.h"

namespace cargo::search {

void writeRelaxations(api::JsonWriter &out, const std::vector<Relaxation> &relaxations)
{
    out.key("relaxations").beginArray();
    for (const Relaxation &relaxation : relaxations) {
        out.beginObject().key("drop").beginArray();
        for (const char *name : relaxation.drop)
            out.value(name);
        out.endArray().key("words");
        if (relaxation.words.isEmpty())
            out.null();
        else
            out.value(relaxation.words);
        out.key("understood");
        if (relaxation.understood < 0)
            out.null();
        else
            out.value(relaxation.understood);
        out.field("count", relaxation.total).endObject();
    }
    out.endArray();
}

} // namespace cargo::search
