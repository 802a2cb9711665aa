#pragma once

#include "server/http/request.h"
#include "server/http/response.h"

#include <QCoroTask>

#include <functional>
#include <memory>

namespace cargo::http {

using RequestPtr = std::shared_ptr<const Request>;
// A handler takes the request by shared pointer (coroutines take no references) and answers once.
using Handler = std::function<QCoro::Task<Response>(RequestPtr)>;

enum class Access {
    Public,   // nobody needs to sign in; a token that is there is checked and used
    SignedIn, // any user
    Staff,    // staff with `permission`
};

struct RouteOptions
{
    Access access = Access::SignedIn;
    Permission permission = Permission::None;
    qint64 maxBodyBytes = 64 * 1024;
    bool upload = false;           // body goes to a file, up to maxBodyBytes
    bool idempotent = false;       // takes Idempotency-Key (every POST that creates or moves something)
    bool webhook = false;          // no user, no rate limit of users; raw bytes matter, any content type
    bool form = false;             // takes application/x-www-form-urlencoded instead of JSON
    bool octets = false;           // takes application/offset+octet-stream instead of JSON
    bool always = false;           // answered during maintenance too
    bool stepUp = false;           // staff must have shown their second factor lately
    const char *stepUpQuery = "";  // the same, for requests with this query parameter only
    const char *rateLimit = "api"; // name of the bucket in limits.h: api, auth, upload, search
};

// A trie over path segments. Patterns: "/api/v1/listings/{id}/photos"; a literal segment wins over a parameter.
// 404 and 405 (with Allow) come from here. HEAD is answered by the GET route without its body.
class Router
{
public:
    struct Route
    {
        Method method;
        QByteArray pattern;
        RouteOptions options;
        Handler handler;
        int number = 0; // in the order of registration
        int bucket = 0; // options.rateLimit as limits::Bucket
    };
    struct Match
    {
        const Route *route = nullptr; // null: see allowed
        std::vector<std::pair<QByteArray, QByteArray>> params;
        std::vector<Method> allowed; // not empty: the path exists with other methods
    };

    Router();
    ~Router();
    Router(const Router &) = delete;
    Router &operator=(const Router &) = delete;

    void add(Method method, QByteArray pattern, RouteOptions options, Handler handler);
    Match match(Method method, QByteArrayView path) const;
    // All routes, for the test that compares them with docs/openapi.yaml.
    const std::vector<std::unique_ptr<Route>> &routes() const { return m_routes; }

private:
    struct Node;
    std::unique_ptr<Node> m_root;
    std::vector<std::unique_ptr<Route>> m_routes;
};

} // namespace cargo::http
