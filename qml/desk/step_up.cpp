#include "qml/desk/step_up.h"

#include "qml/client/error_texts.h"

#include <QJsonDocument>
#include <QQmlEngine>

#include <utility>

namespace cargo::desk {

StepUp *StepUp::of(const QObject *object)
{
    QQmlEngine *engine = qmlEngine(object);
    return engine ? engine->singletonInstance<StepUp *>(qmlTypeId("CarGo.Desk", 1, 0, "StepUp")) : nullptr;
}

bool StepUp::wants(const client::Answer &answer)
{
    return answer.status == 403 && answer.body.value(QLatin1String("code")).toString() == QLatin1String("step_up_required");
}

void StepUp::ask(std::function<void()> again)
{
    m_waiting.push_back(std::move(again));
    m_error.clear();
    Q_EMIT changed();
}

void StepUp::confirm(const QString &code)
{
    if (m_busy || m_waiting.empty())
        return;
    m_busy = true;
    m_error.clear();
    Q_EMIT changed();
    const QJsonObject body{{QStringLiteral("totp"), code.trimmed()}};
    client::Call call = client::Call::post(QStringLiteral("auth/step-up"), QJsonDocument(body).toJson(QJsonDocument::Compact));
    call.idempotencyKey.clear(); // a code works once
    m_client->api()->send(call, this, [this](const client::Answer &answer) {
        m_busy = false;
        std::vector<std::function<void()>> again;
        if (answer.ok)
            again = std::exchange(m_waiting, {});
        else
            m_error = client::errorText(answer.fields.empty() ? answer.error : answer.fields.front());
        Q_EMIT changed();
        for (const auto &order : again)
            order();
    });
}

void StepUp::cancel()
{
    m_waiting.clear();
    m_error.clear();
    Q_EMIT changed();
}

} // namespace cargo::desk
