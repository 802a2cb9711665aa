#include "shared/api/review_dto.h"

namespace cargo::api {

QByteArray ReviewBody::toJson() const
{
    JsonWriter out;
    out.beginObject().field("rating", rating).field("comment", comment).endObject();
    return out.take();
}

Parsed<ReviewBody> ReviewBody::parse(QByteArrayView bytes)
{
    const auto object = parseObject(bytes);
    if (!object.ok())
        return {ReviewBody{}, {object.error()}};
    JsonReader in(*object);
    ReviewBody body;
    body.rating = int(in.integer("rating", {.min = 1, .max = 5}));
    body.comment = in.text("comment", {.max = 2000, .required = false, .lines = true});
    return {body, in.errors()};
}

void ReviewDto::write(JsonWriter &out) const
{
    out.beginObject().field("id", id).field("deal_id", dealId).field("author_id", authorId);
    out.field("author_name", authorName).field("subject_id", subjectId).field("rating", rating);
    out.field("comment", comment).field("published", published).field("created_at", createdAt);
    out.field("published_at", publishedAt).endObject();
}

Parsed<ReviewDto> ReviewDto::read(const QJsonObject &json)
{
    JsonReader in(json);
    ReviewDto dto;
    dto.id = in.id<ReviewId>("id").value_or(ReviewId{});
    dto.dealId = in.id<DealId>("deal_id").value_or(DealId{});
    dto.authorId = in.id<UserId>("author_id").value_or(UserId{});
    dto.authorName = in.text("author_name", {.required = false});
    dto.subjectId = in.id<UserId>("subject_id").value_or(UserId{});
    dto.rating = int(in.integer("rating", {.min = 1, .max = 5}));
    dto.comment = in.text("comment", {.max = 4000, .required = false, .lines = true});
    dto.published = in.boolean("published").value_or(false);
    dto.createdAt = in.timestamp("created_at", true).value_or(Timestamp{});
    dto.publishedAt = in.timestamp("published_at");
    return {dto, in.errors()};
}

} // namespace cargo::api
