#include "server/http/failure.h"

#include "server/http/problem.h"
#include "shared/api/json_writer.h"
#include "shared/domain/clock.h"

#include <QDateTime>

namespace cargo::http {

namespace {

QByteArray quoted(const QString &text)
{
    api::JsonWriter out;
    out.value(text);
    return out.take();
}

bool isFieldCode(ErrorCode code)
{
    return problemStatus(code) == 422 && code != ErrorCode::ValidationFailed && code != ErrorCode::IdempotencyKeyReused
           && code != ErrorCode::ProviderLimit && code != ErrorCode::WrongCode;
}

} // namespace

Response failure(Error error)
{
    if (!error.field.isEmpty() && isFieldCode(error.code)) {
        const std::vector<Error> fields{error};
        Response response = failure(fields);
        if (error.field == QLatin1String("photo_hashes") && error.detail.startsWith(QLatin1Char('[')))
            response.member("photos", error.detail.toUtf8());
        return response;
    }
    Response response = Response::error(error);
    if (error.code == ErrorCode::StateConflict && !error.detail.isEmpty())
        response.member(error.field == QLatin1String("status") ? "current_status" : "current", quoted(error.detail));
    if (error.code == ErrorCode::ProviderLimit && error.detail.startsWith(QLatin1Char('{')))
        response.member("limits", error.detail.toUtf8());
    if (error.code == ErrorCode::AgreementRequired && error.detail.startsWith(QLatin1Char('{')))
        response.member("agreement", error.detail.toUtf8());
    if (error.code == ErrorCode::WrongCode && !error.detail.isEmpty() && error.detail.front().isDigit())
        response.member("attempts_left", error.detail.toUtf8());
    if (const auto until = Timestamp::fromRfc3339(error.detail); error.code == ErrorCode::RateLimited && until) {
        const qint64 waitMs = until->unixMs - QDateTime::currentMSecsSinceEpoch();
        response.header("Retry-After", QByteArray::number(qMax(qint64(1), (waitMs + 999) / 1000)));
        response.member("until", quoted(error.detail));
    }
    return response;
}

Response failure(const std::vector<Error> &fields)
{
    if (fields.size() == 1 && fields.front().field.isEmpty())
        return Response::error(fields.front());
    return Response::error(Error{ErrorCode::ValidationFailed, {}, {}}, fields);
}

Response respond(const Result<Answer> &answer)
{
    return answer.ok() ? Response::json(answer->status, answer->body) : failure(answer.error());
}

Response notFound() { return failure(Error{ErrorCode::NotFound, {}, {}}); }

} // namespace cargo::http
