#pragma once

#include "qml/client/client.h"
#include "tests/ui/rig/scripted_transport.h"

#include <QJsonDocument>

#include <memory>
#include <utility>

namespace cargo::test {

inline const QString kChat = QStringLiteral("01936000-0000-7000-8000-000000000400");
// What POST auth/login answers.
inline const QByteArray kAuth =
    R"({"access_token":"new","refresh_token":"r2","user":{"id":"01936000-0000-7000-8000-000000000001"}})";

inline client::HttpAnswer noNetwork(const client::HttpRequest &) { return {0, {}, false, 0}; }

// An app without screens, in a folder that outlives it, whose server is a rule of the test. It does not wait between tries.
struct ScriptedClient
{
    ScriptedClient(const QString &folder, Scripted::Rule rule, std::unique_ptr<client::Keyring> keyring = nullptr)
    {
        auto owned = std::make_unique<Scripted>(std::move(rule));
        transport = owned.get();
        client = std::make_unique<client::Client>(std::move(owned), folder, std::move(keyring));
        client->api()->setFirstRetryMs(1);
        client->outbox()->setFirstPauseMs(2);
        client->settings()->overrideServerUrl(QStringLiteral("http://127.0.0.1:1"));
        client->api()->setServerUrl(QUrl(QStringLiteral("http://127.0.0.1:1")));
    }
    void signIn(const QByteArray &answer = kAuth) { client->session()->accept(QJsonDocument::fromJson(answer).object()); }

    Scripted *transport; // owned by the client
    std::unique_ptr<client::Client> client;
};

} // namespace cargo::test
