// bench_queries NAME...: one JSON object of name and text of these named statements, so that the peers run what we run.
#include "server/db/query.h"
#include "shared/api/json_writer.h"

#include <algorithm>
#include <cstdio>
#include <cstring>

int main(int argc, char **argv)
{
    const auto &queries = cargo::db::Query::all();
    cargo::api::JsonWriter out(16 * 1024);
    out.beginObject();
    for (int i = 1; i < argc; ++i) {
        const auto found = std::find_if(queries.begin(), queries.end(),
                                        [&](const cargo::db::Query *query) { return std::strcmp(query->name(), argv[i]) == 0; });
        if (found == queries.end()) {
            std::fprintf(stderr, "no statement is called %s\n", argv[i]);
            return 1;
        }
        out.field(argv[i], (*found)->text());
    }
    out.endObject();
    std::puts(out.take().constData());
    return 0;
}
