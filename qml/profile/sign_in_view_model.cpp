#include "qml/profile/profile_view_models.h"

#include "qml/profile/decision_words.h"
#include "shared/api/auth_dto.h"

#include <QJsonDocument>

namespace cargo::profile {

using client::Answer;
using client::Call;

void SignInViewModel::ask(const Call &call)
{
    if (busy())
        return;
    clearErrors();
    setBusy(true);
    client()->api()->send(call, this, [this](const Answer &answer) {
        setBusy(false);
        if (answer.ok) {
            if (answer.body.value(QLatin1String("user")).toObject().value(QLatin1String("role")).toString() != role()) {
                refuse(answer.body);
                return;
            }
            client()->session()->accept(answer.body);
            if (m_registering)
                signAgreements();
            Q_EMIT done();
            return;
        }
        m_ban = answer.body.value(QLatin1String("ban")).toObject();
        m_pass = answer.body.value(QLatin1String("appeal_pass")).toString();
        for (const Error &field : answer.fields)
            m_fieldErrors.insert(field.field, client::errorText(field));
        const bool ofCode = answer.error.code == ErrorCode::SecondFactorRequired || answer.error.code == ErrorCode::WrongCode;
        if (ofCode && role() == QLatin1String("staff"))
            m_fieldErrors.insert(QStringLiteral("totp"),
                                 tr("Type the six digits that the authenticator shows now. Each works once."));
        else if (answer.fields.empty() && m_ban.isEmpty())
            m_message = client::errorText(answer.error);
        Q_EMIT errorsChanged();
    });
}

QVariantMap SignInViewModel::ban() const { return m_ban.isEmpty() ? QVariantMap() : decisionRow(m_ban); }

void SignInViewModel::appealBan(const QString &text)
{
    if (busy())
        return;
    setBusy(true);
    m_message.clear();
    const QJsonObject body{{QStringLiteral("appeal_pass"), m_pass}, {QStringLiteral("text"), text.trimmed()}};
    Call call = Call::post(QStringLiteral("auth/ban/appeal"), QJsonDocument(body).toJson(QJsonDocument::Compact));
    call.withToken = false;
    client()->api()->send(call, this, [this, text](const Answer &answer) {
        setBusy(false);
        if (answer.ok) {
            m_ban.insert(QStringLiteral("appeal"), QJsonObject{{QStringLiteral("text"), text.trimmed()}});
            m_ban.insert(QStringLiteral("may_appeal_until"), QJsonValue::Null);
        } else if (answer.status == 401) {
            m_message = tr("Too much time has passed. Sign in once more, then send it.");
        } else {
            m_message = client::errorText(answer.fields.empty() ? answer.error : answer.fields.front());
        }
        Q_EMIT errorsChanged();
    });
}

void SignInViewModel::refuse(const QJsonObject &answer)
{
    const QString theirs = answer.value(QLatin1String("user")).toObject().value(QLatin1String("role")).toString();
    m_message = theirs == QLatin1String("staff") ? tr("Staff sign in to the console, not here.")
                : theirs == QLatin1String("driver")
                    ? tr("This is a driver's account. Listings, trips and payouts are in the CarGo app for drivers.")
                    : tr("This is a buyer's account. Buying is in the CarGo app for buyers.");
    Q_EMIT errorsChanged();
    Call out = Call::post(QStringLiteral("auth/logout"),
                          api::RefreshDto{answer.value(QLatin1String("refresh_token")).toString()}.toJson());
    out.withToken = false;
    client()->api()->send(out, this, [](const Answer &) {});
}

void SignInViewModel::signIn(const QString &email, const QString &password, const QString &totp)
{
    Call call = Call::post(QStringLiteral("auth/login"), api::LoginDto{email.trimmed(), password, totp.trimmed()}.toJson());
    call.withToken = false;
    m_registering = false;
    ask(call);
}

void SignInViewModel::readAgreements()
{
    if (!client()) // the page is being made
        return;
    get(QStringLiteral("knowledge"),
        {{QStringLiteral("audience"), role()}, {QStringLiteral("kind"), QStringLiteral("agreement")}},
        [this](const Answer &answer) {
            m_agreements.clear();
            for (const QJsonValue &value : answer.body.value(QLatin1String("items")).toArray()) {
                const QJsonObject one = value.toObject();
                // A driver signs his own on a page of its own, before his first car.
                if (one.value(QLatin1String("slug")) == QLatin1String("terms-driver"))
                    continue;
                m_agreements.append(QVariantMap{{QStringLiteral("slug"), one.value(QLatin1String("slug")).toString()},
                                                {QStringLiteral("title"), one.value(QLatin1String("title")).toString()},
                                                {QStringLiteral("version"), one.value(QLatin1String("version")).toInt()}});
            }
            Q_EMIT agreementsChanged();
        });
}

// Not waited for: one that is lost, or is of an older version by now, is asked for where it is needed.
void SignInViewModel::signAgreements()
{
    for (const QVariant &value : std::as_const(m_agreements)) {
        const QVariantMap one = value.toMap();
        const QJsonObject body{{QStringLiteral("version"), one.value(QStringLiteral("version")).toInt()}};
        client()->api()->send(Call::post(QStringLiteral("me/agreements/") + one.value(QStringLiteral("slug")).toString(),
                                         QJsonDocument(body).toJson(QJsonDocument::Compact)),
                              client(), [](const Answer &) {});
    }
}

void SignInViewModel::registerUser(const QString &name, const QString &email, const QString &password)
{
    api::RegisterDto body{email.trimmed(), password, role() == QLatin1String("driver") ? Role::Driver : Role::Buyer,
                          name.trimmed(), client()->settings()->language()};
    Call call = Call::post(QStringLiteral("auth/register"), body.toJson());
    call.withToken = false;
    m_registering = true;
    ask(call);
}

void SignInViewModel::clearErrors()
{
    m_fieldErrors.clear();
    m_message.clear();
    m_ban = {};
    Q_EMIT errorsChanged();
}

void PasswordResetViewModel::ask(const Call &call, const std::function<void()> &good)
{
    if (busy())
        return;
    m_fieldErrors.clear();
    m_message.clear();
    Q_EMIT errorsChanged();
    setBusy(true);
    Call open = call;
    open.withToken = false;
    client()->api()->send(open, this, [this, good](const Answer &answer) {
        setBusy(false);
        for (const Error &field : answer.fields)
            m_fieldErrors.insert(field.field, client::errorText(field));
        if (answer.ok)
            good();
        else if (answer.fields.empty())
            m_message = client::errorText(answer.error);
        Q_EMIT errorsChanged();
    });
}

void PasswordResetViewModel::askCode(const QString &email)
{
    m_email = email.trimmed();
    ask(Call::post(QStringLiteral("auth/password/forgot"), api::PasswordForgotDto{m_email}.toJson()),
        [this] { m_codeSent = true; });
}

void PasswordResetViewModel::reset(const QString &code, const QString &password)
{
    ask(Call::post(QStringLiteral("auth/password/reset"), api::PasswordResetDto{m_email, code.trimmed(), password}.toJson()),
        [this] { Q_EMIT done(); });
}

void EmailCodeViewModel::confirm(const QString &code)
{
    order(Call::post(QStringLiteral("auth/verify"), api::CodeDto{code.trimmed()}.toJson()), [this](const Answer &answer) {
        client()->session()->updateUser(answer.body);
        Q_EMIT done();
    });
}

void EmailCodeViewModel::sendAgain()
{
    order(Call::post(QStringLiteral("auth/verify/send")), [this](const Answer &) { Q_EMIT sent(); });
}

} // namespace cargo::profile
