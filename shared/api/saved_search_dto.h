#pragma once

#include "shared/api/json_reader.h"
#include "shared/api/json_writer.h"
#include "shared/domain/search_query/search_query.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace cargo::api {

// POST me/saved-searches: {"name","query"}; `query` is the query string of GET search. What is kept is its conditions.
struct SavedSearchBody
{
    QString name; // may be empty
    SearchQuery query;

    QByteArray toJson() const;
    static Parsed<SavedSearchBody> parse(QByteArrayView body);
};

// {"id","name","query","criteria":{…},"created_at"}: `query` in its canonical form, ready for GET search, and the same by
// name for those who show it.
struct SavedSearchDto
{
    Uuid id;
    QString name;
    QByteArray query;
    Timestamp createdAt;

    void write(JsonWriter &out) const;
    static Parsed<SavedSearchDto> read(const QJsonObject &json);
};

// The conditions of a query as an object: names and units of GET search, facets as lists, only what is set.
void writeCriteria(JsonWriter &out, const SearchQuery &query);

} // namespace cargo::api
