#include "shared/api/report_dto.h"

namespace cargo::api {

namespace {
const std::vector<QLatin1String> kReasons{QLatin1String("fraud"), QLatin1String("abuse"), QLatin1String("contacts"),
                                          QLatin1String("spam"),  QLatin1String("other"), QLatin1String("not_a_contact")};
const std::vector<QLatin1String> kDecisions{QLatin1String("no_violation"), QLatin1String("warned"),
                                            QLatin1String("removed"),      QLatin1String("restricted"),
                                            QLatin1String("filter_right"), QLatin1String("filter_wrong")};
} // namespace

Parsed<MessageReportDto> MessageReportDto::parse(QByteArrayView body)
{
    const auto object = parseObject(body);
    if (!object)
        return {{}, {object.error()}};
    JsonReader in(*object);
    MessageReportDto dto;
    dto.reason = in.word("reason", kReasons);
    dto.text = in.optionalText("text", {.max = 2000, .lines = true}).value_or(QString());
    return {dto, in.errors()};
}

Parsed<ReportDecisionDto> ReportDecisionDto::parse(QByteArrayView body)
{
    const auto object = parseObject(body);
    if (!object)
        return {{}, {object.error()}};
    JsonReader in(*object);
    ReportDecisionDto dto;
    dto.decision = in.word("decision", kDecisions);
    dto.text = in.text("text", {.min = 3, .max = 2000, .lines = true});
    return {dto, in.errors()};
}

} // namespace cargo::api
