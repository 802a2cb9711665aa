#include "shared/api/closure_dto.h"

namespace cargo::api {

Parsed<ErasureDecisionDto> ErasureDecisionDto::parse(QByteArrayView body)
{
    using namespace Qt::Literals;
    const auto object = parseObject(body);
    if (!object)
        return {{}, {object.error()}};
    JsonReader in(*object);
    ErasureDecisionDto dto;
    dto.decision = in.word("decision", {"erase"_L1, "refuse"_L1});
    const JsonReader::Text words{.min = 3, .max = 1000, .required = dto.decision == "refuse"_L1, .lines = true};
    dto.text = words.required ? in.text("text", words) : in.optionalText("text", words).value_or(QString());
    return {dto, in.errors()};
}

} // namespace cargo::api
