#include "bench/search/search_queries.h"

#include <cmath>
#include <fstream>

namespace cargo::bench {

namespace {
std::vector<std::string> parts(const std::string &text, char separator)
{
    std::vector<std::string> found;
    size_t begin = 0;
    while (begin <= text.size()) {
        const size_t end = std::min(text.find(separator, begin), text.size());
        found.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return found;
}

std::string decoded(const std::string &text)
{
    std::string out;
    for (size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 2 < text.size()) {
            out += char(std::stoi(text.substr(i + 1, 2), nullptr, 16));
            i += 2;
        } else {
            out += text[i] == '+' ? ' ' : text[i];
        }
    }
    return out;
}

void readFilter(SearchQuery &query, const std::string &pair)
{
    const size_t equals = pair.find('=');
    const std::string name = pair.substr(0, equals);
    const std::string value = decoded(pair.substr(equals + 1));
    const size_t end = name.rfind('_');
    const std::string suffix = end == std::string::npos ? "" : name.substr(end);
    if (name == "sort") {
        query.sort = value == "relevance" ? "" : value;
    } else if (name != "country_from" && (suffix == "_from" || suffix == "_to")) {
        const std::string what = name.substr(0, end);
        const int64_t number = std::llround(std::stod(value) * (what == "rating" ? 100 : 1));
        (suffix == "_from" ? query.ranges[what].from : query.ranges[what].to) = number;
    } else {
        query.values[name].push_back(value);
    }
}
} // namespace

std::vector<SearchQuery> readQueries(const std::string &path)
{
    std::vector<SearchQuery> queries;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line[0] == '#')
            continue;
        std::vector<std::string> fields = parts(line, '\t');
        fields.resize(4);
        SearchQuery query;
        query.name = fields[0];
        query.typed = fields[1];
        for (const std::string &word : parts(fields[2], ' ')) {
            if (!word.empty())
                query.words.push_back(parts(word, '~'));
        }
        for (const std::string &pair : parts(fields[3], '&')) {
            if (!pair.empty())
                readFilter(query, pair);
        }
        queries.push_back(std::move(query));
    }
    return queries;
}

} // namespace cargo::bench
