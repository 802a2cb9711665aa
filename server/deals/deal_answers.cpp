#include "server/deals/deal_answers.h"

#include "server/http/problem.h"

namespace cargo::deals {

namespace {

QByteArray quoted(const QString &text)
{
    api::JsonWriter out;
    out.value(text);
    return out.take();
}

bool isFieldCode(ErrorCode code)
{
    return http::problemStatus(code) == 422 && code != ErrorCode::ValidationFailed && code != ErrorCode::IdempotencyKeyReused
        && code != ErrorCode::ProviderLimit && code != ErrorCode::WrongCode;
}

} // namespace

http::Response failure(Error error)
{
    if (!error.field.isEmpty() && isFieldCode(error.code)) {
        const std::vector<Error> fields{error};
        return failure(fields);
    }
    http::Response response = http::Response::error(error);
    if (error.code == ErrorCode::StateConflict && !error.detail.isEmpty())
        response.member(error.field == QLatin1String("status") ? "current_status" : "current", quoted(error.detail));
    if (error.code == ErrorCode::ProviderLimit && error.detail.startsWith(QLatin1Char('{')))
        response.member("limits", error.detail.toUtf8());
    if (error.code == ErrorCode::RateLimited && error.field == QLatin1String("code"))
        response.member("until", quoted(error.detail));
    return response;
}

http::Response failure(const std::vector<Error> &fields)
{
    if (fields.size() == 1 && fields.front().field.isEmpty())
        return http::Response::error(fields.front());
    return http::Response::error(Error{ErrorCode::ValidationFailed, {}, {}}, fields);
}

http::Response respond(const Result<Answer> &answer)
{
    return answer.ok() ? http::Response::json(answer->status, answer->body) : failure(answer.error());
}

} // namespace cargo::deals
