#pragma once

#include "qml/client/transport.h"

#include <QCryptographicHash>
#include <QObject>
#include <QTimer>

#include <algorithm>
#include <functional>
#include <utility>
#include <vector>

namespace cargo::test {

// Answers by a rule of the test; answers may be held until the test lets them go.
class Scripted : public client::Transport
{
public:
    using Rule = std::function<client::HttpAnswer(const client::HttpRequest &)>;
    explicit Scripted(Rule asked) : rule(std::move(asked)) {}
    void send(const client::HttpRequest &request, std::function<void(const client::HttpAnswer &)> done) override
    {
        requests.push_back(request);
        auto go = [this, request, done = std::move(done)] { done(rule(request)); };
        if (holding)
            held.push_back(std::move(go));
        else
            QTimer::singleShot(0, &context, std::move(go));
    }
    void letGo()
    {
        holding = false;
        for (const auto &go : std::exchange(held, {}))
            go();
    }
    int count(const char *method, const char *end) const
    {
        return int(std::count_if(requests.begin(), requests.end(), [&](const client::HttpRequest &request) {
            return request.method == method && request.url.path().endsWith(QLatin1String(end));
        }));
    }
    Rule rule;
    std::vector<client::HttpRequest> requests;
    std::vector<std::function<void()>> held;
    bool holding = false;
    QObject context; // answers end with it
};

inline QByteArray header(const client::HttpRequest &request, const QByteArray &name)
{
    for (const auto &[key, value] : request.headers) {
        if (key == name)
            return value;
    }
    return {};
}

// What POST media answers: the hash of what came, or with `honest` false of something else.
inline client::HttpAnswer mediaAnswer(const client::HttpRequest &request, bool honest = true)
{
    const qsizetype begin = request.body.indexOf("\r\n\r\n") + 4;
    const QByteArray bytes = request.body.mid(begin, request.body.lastIndexOf("\r\n--") - begin);
    return {201,
            R"({"id":"01936000-0000-7000-8000-000000000777","received_sha256":")"
                + QCryptographicHash::hash(honest ? bytes : bytes + "x", QCryptographicHash::Sha256).toHex() + "\"}",
            false, 0};
}

} // namespace cargo::test
