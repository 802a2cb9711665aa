#pragma once

#include "shared/api/json_reader.h"
#include "shared/api/json_writer.h"

namespace cargo::api {

struct ReviewBody
{
    int rating = 0; // 1…5
    QString comment;

    QByteArray toJson() const;
    static Parsed<ReviewBody> parse(QByteArrayView body);
};

// Hidden (`published` false, seen by its author only) until both sides have written or the window is over.
struct ReviewDto
{
    ReviewId id;
    DealId dealId;
    UserId authorId;
    QString authorName;
    UserId subjectId;
    int rating = 0;
    QString comment; // contacts masked
    bool published = false;
    Timestamp createdAt;
    std::optional<Timestamp> publishedAt;

    void write(JsonWriter &out) const;
    static Parsed<ReviewDto> read(const QJsonObject &json);
};

} // namespace cargo::api
