#include "server/http/router.h"

#include "server/http/percent.h"
#include "server/limits.h"

#include <algorithm>

namespace cargo::http {

namespace {
// "/a/b" → "a", then "/b" stays in `rest`. False at the end.
bool nextSegment(QByteArrayView &rest, QByteArrayView &segment)
{
    if (rest.isEmpty())
        return false;
    rest = rest.sliced(1);
    const qsizetype slash = rest.indexOf('/');
    segment = slash < 0 ? rest : rest.first(slash);
    rest = slash < 0 ? QByteArrayView() : rest.sliced(slash);
    return true;
}

bool isParameter(QByteArrayView segment) { return segment.size() > 2 && segment.front() == '{' && segment.back() == '}'; }
} // namespace

struct Router::Node
{
    std::vector<std::pair<QByteArray, std::unique_ptr<Node>>> literals;
    std::unique_ptr<Node> parameter;
    QByteArray parameterName;
    std::vector<const Route *> routes; // one a method

    Node *literal(QByteArrayView segment) const
    {
        for (const auto &[text, node] : literals) {
            if (text.size() == segment.size() && text == segment)
                return node.get();
        }
        return nullptr;
    }
};

namespace {
// A decoded parameter can never leave its place in a path: separators and dots are refused.
bool acceptParameter(QByteArrayView raw, QByteArray &decoded)
{
    if (raw.isEmpty() || raw.size() > limits::kPathParameterBytes)
        return false;
    if (!percentDecode(raw, decoded, false))
        return false;
    return decoded != "." && decoded != ".." && !decoded.contains('/') && !decoded.contains('\0') && !decoded.contains('\\');
}
} // namespace

Router::Router() : m_root(std::make_unique<Node>()) {}
Router::~Router() = default;

void Router::add(Method method, QByteArray pattern, RouteOptions options, Handler handler)
{
    if (!pattern.startsWith('/'))
        qFatal("route %s: a pattern begins with a slash", pattern.constData());
    Node *node = m_root.get();
    QByteArrayView rest(pattern);
    QByteArrayView segment;
    while (nextSegment(rest, segment)) {
        if (isParameter(segment)) {
            const QByteArray name = segment.sliced(1, segment.size() - 2).toByteArray();
            if (!node->parameter) {
                node->parameter = std::make_unique<Node>();
                node->parameterName = name;
            } else if (node->parameterName != name) {
                qFatal("route %s: the parameter is called {%s} elsewhere", pattern.constData(), node->parameterName.constData());
            }
            node = node->parameter.get();
        } else if (Node *known = node->literal(segment)) {
            node = known;
        } else {
            node->literals.emplace_back(segment.toByteArray(), std::make_unique<Node>());
            node = node->literals.back().second.get();
        }
    }
    for (const Route *route : node->routes) {
        if (route->method == method)
            qFatal("route %s: registered twice", pattern.constData());
    }
    const auto *const name =
        std::find(limits::kBucketNames.begin(), limits::kBucketNames.end(), std::string_view(options.rateLimit));
    if (name == limits::kBucketNames.end())
        qFatal("route %s: no rate limit is called %s", pattern.constData(), options.rateLimit);
    const int bucket = int(name - limits::kBucketNames.begin());
    m_routes.push_back(
        std::make_unique<Route>(Route{method, std::move(pattern), options, std::move(handler), int(m_routes.size()), bucket}));
    node->routes.push_back(m_routes.back().get());
}

namespace {
template <typename Node, typename Params>
const Node *walk(const Node *node, QByteArrayView rest, Params &params)
{
    QByteArrayView segment;
    if (!nextSegment(rest, segment))
        return node->routes.empty() ? nullptr : node;
    if (const Node *next = node->literal(segment)) {
        if (const Node *found = walk(next, rest, params))
            return found;
    }
    QByteArray decoded;
    if (!node->parameter || !acceptParameter(segment, decoded))
        return nullptr;
    params.emplace_back(node->parameterName, std::move(decoded));
    if (const Node *found = walk(node->parameter.get(), rest, params))
        return found;
    params.pop_back();
    return nullptr;
}
} // namespace

Router::Match Router::match(Method method, QByteArrayView path) const
{
    Match match;
    if (path.isEmpty() || path.front() != '/')
        return match;
    const Node *node = walk(static_cast<const Node *>(m_root.get()), path, match.params);
    if (!node)
        return match;
    const Method wanted = method == Method::Head ? Method::Get : method;
    for (const Route *route : node->routes) {
        if (route->method == wanted)
            match.route = route;
    }
    if (!match.route || method == Method::Options) {
        for (const Route *route : node->routes) {
            match.allowed.push_back(route->method);
            if (route->method == Method::Get)
                match.allowed.push_back(Method::Head);
        }
        match.allowed.push_back(Method::Options);
    }
    return match;
}

} // namespace cargo::http
