#pragma once

#include "shared/api/json_reader.h"
#include "shared/api/json_writer.h"
#include "shared/domain/search_query/search_query.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace cargo::api {

// How new and cheaper cars are told: "instant", "daily", "off".
enum class Alerts { Instant, Daily, Off };
const char *word(Alerts alerts);
std::optional<Alerts> alertsFromWord(QStringView text);

// POST me/saved-searches: {"name","query","alerts"}; `query` is the query string of GET search. What is kept is its conditions.
struct SavedSearchBody
{
    QString name; // may be empty
    SearchQuery query;
    Alerts alerts = Alerts::Instant;

    QByteArray toJson() const;
    static Parsed<SavedSearchBody> parse(QByteArrayView body);
};

// PATCH me/saved-searches/{id}: what is there is changed.
struct SavedSearchChange
{
    std::optional<QString> name;
    std::optional<Alerts> alerts;

    QByteArray toJson() const;
    static Parsed<SavedSearchChange> parse(QByteArrayView body);
};

// {"id","name","query","criteria":{…},"alerts","created_at"}: `query` in its canonical form, ready for GET search, and the same
// by name for those who show it.
struct SavedSearchDto
{
    Uuid id;
    QString name;
    QByteArray query;
    Timestamp createdAt;
    Alerts alerts = Alerts::Instant;

    void write(JsonWriter &out) const;
    static Parsed<SavedSearchDto> read(const QJsonObject &json);
};

// The conditions of a query as an object: names and units of GET search, facets as lists, only what is set.
void writeCriteria(JsonWriter &out, const SearchQuery &query);

} // namespace cargo::api
