#include "server/http/response.h"

#include "server/http/problem.h"

#include <algorithm>

namespace cargo::http {

Response Response::json(int status, QByteArray body)
{
    Response response;
    response.status = status;
    response.body = std::move(body);
    return response;
}

Response Response::noContent()
{
    Response response;
    response.status = 204;
    response.contentType.clear();
    return response;
}

Response Response::error(Error error, std::vector<Error> fields)
{
    Response response;
    response.status = problemStatus(error.code);
    response.problem = std::move(error);
    response.problemFields = std::move(fields);
    return response;
}

Response Response::invalid(std::vector<Error> errors)
{
    if (errors.size() == 1 && errors.front().field.isEmpty())
        return error(std::move(errors.front()));
    return error(Error{ErrorCode::ValidationFailed, {}, {}}, std::move(errors));
}

bool Response::hasHeader(QByteArrayView name) const
{
    return std::any_of(headers.begin(), headers.end(), [&](const auto &header) { return header.first == name; });
}

} // namespace cargo::http
