#include "shared/api/kyc_dto.h"

namespace cargo::api {

namespace {
const std::vector<QLatin1String> kDecisions{QLatin1String("approve"), QLatin1String("retry"), QLatin1String("reject")};
const std::vector<QLatin1String> kReasons{QLatin1String("underage"), QLatin1String("forged"), QLatin1String("mismatch"),
                                          QLatin1String("duplicate_account"), QLatin1String("other")};
constexpr int kMostFaults = 10;

void readFaults(JsonReader &in, KycDecisionDto &dto)
{
    const QJsonObject faults = in.object("documents");
    if (faults.size() > kMostFaults) {
        in.fail(QStringLiteral("documents"), ErrorCode::TooLong);
        return;
    }
    for (auto fault = faults.constBegin(); fault != faults.constEnd(); ++fault) {
        const auto id = Uuid::fromText(QStringView(fault.key()));
        const auto what = documentFaultFromWord(fault->toString());
        if (!id)
            in.fail(QStringLiteral("documents"), ErrorCode::InvalidFormat);
        else if (!what)
            in.fail(QStringLiteral("documents.") + fault.key(), ErrorCode::UnknownValue);
        else
            dto.faults.emplace_back(*id, *what);
    }
}
} // namespace

Parsed<KycDecisionDto> KycDecisionDto::parse(QByteArrayView body)
{
    const auto object = parseObject(body);
    if (!object)
        return {{}, {object.error()}};
    JsonReader in(*object);
    KycDecisionDto dto;
    dto.decision = in.word("decision", kDecisions);
    const bool rejects = dto.decision == QLatin1String("reject");
    dto.reasonCode = in.word("reason_code", kReasons, rejects);
    dto.text = rejects ? in.text("text", {.min = 3, .max = 2000, .lines = true})
                       : in.optionalText("text", {.max = 2000, .lines = true}).value_or(QString());
    dto.note = in.optionalText("note", {.max = 2000, .lines = true}).value_or(QString());
    readFaults(in, dto);
    if (dto.decision == QLatin1String("retry") && dto.faults.empty() && in.ok())
        in.fail(QStringLiteral("documents"), ErrorCode::Required);
    if (dto.decision != QLatin1String("retry") && !dto.faults.empty())
        in.fail(QStringLiteral("documents"), ErrorCode::UnknownValue, QStringLiteral("only with retry"));
    return {dto, in.errors()};
}

Parsed<RevealDto> RevealDto::parse(QByteArrayView body)
{
    const auto object = parseObject(body);
    if (!object)
        return {{}, {object.error()}};
    JsonReader in(*object);
    RevealDto dto;
    dto.reason = in.text("reason", {.min = 3, .max = 500});
    return {dto, in.errors()};
}

} // namespace cargo::api
