#include "app-driver/onboarding/onboarding_view_model.h"

#include "qml/client/fields.h"

#include <QJsonArray>

#include <algorithm>

namespace cargo::driver {

using client::Answer;
using client::word;

void OnboardingViewModel::begin()
{
    connect(client()->session(), &client::Session::changed, this, &OnboardingViewModel::changed);
    connect(client()->session(), &client::Session::signedInChanged, this, &OnboardingViewModel::reload);
    reload();
}

void OnboardingViewModel::reload()
{
    if (!client()->session()->signedIn()) {
        m_carsKnown = m_detailsKnown = m_offered = m_payable = m_agreementKnown = m_signed = m_signedBefore = false;
        m_application.clear();
        Q_EMIT changed();
        return;
    }
    loadAside({QStringLiteral("onboarding/cars"),
               QStringLiteral("me/listings"),
               {{QStringLiteral("status"), QStringLiteral("published")}, {QStringLiteral("limit"), QStringLiteral("1")}}},
              [this](const QJsonObject &body) {
                  m_carsKnown = true;
                  m_offered = m_offered || !body.value(QLatin1String("items")).toArray().isEmpty();
                  Q_EMIT changed();
              });
    const QString details = QStringLiteral("me/payout-details");
    loadAside({details, details, {}, Source::Anything}, [this](const QJsonObject &answer) {
        m_detailsKnown = true;
        m_payable = answer.value(QLatin1String("details")).isObject();
        Q_EMIT changed();
    });
    const QString agreements = QStringLiteral("me/agreements");
    loadAside({agreements, agreements, {}}, [this](const QJsonObject &answer) {
        m_agreementKnown = true;
        m_signed = true; // where none was published, none is missing
        for (const QJsonValue &value : answer.value(QLatin1String("items")).toArray()) {
            const QJsonObject one = value.toObject();
            if (word(one, "slug") == QLatin1String("terms-driver")) {
                m_signed = !one.value(QLatin1String("needed")).toBool();
                m_signedBefore = one.value(QLatin1String("signed_version")).toInt() > 0;
            }
        }
        Q_EMIT changed();
    });
    get(QStringLiteral("kyc/applications/current"), {}, [this](const Answer &answer) { // not kept on this device
        m_application = answer.ok ? word(answer.body, "status") : QString();
        Q_EMIT changed();
    });
}

QVariantList OnboardingViewModel::steps() const
{
    if (!client())
        return {};
    const QVariantMap user = client()->session()->user();
    const bool again = m_application == QLatin1String("retry");
    const auto step = [](const char *key, const QString &title, const QString &text, const char *page, bool done, bool waits) {
        return QVariantMap{
            {QStringLiteral("key"), QLatin1String(key)},   {QStringLiteral("title"), title}, {QStringLiteral("text"), text},
            {QStringLiteral("page"), QLatin1String(page)}, {QStringLiteral("done"), done},   {QStringLiteral("waits"), waits}};
    };
    QVariantMap agreement =
        step("agreement", m_signedBefore ? tr("Sign the new version of the agreement") : tr("Sign the agreement"),
             m_signedBefore ? tr("Without it your cars cannot be ordered after a while.")
                            : tr("What CarGo does, and what you answer for."),
             "agreement", m_signed, false);
    agreement.insert(QStringLiteral("params"), QVariantMap{{QStringLiteral("slug"), QStringLiteral("terms-driver")}});
    return {step("mail", tr("Confirm the e-mail"), tr("Codes and receipts go there."), "verifyEmail",
                 user.value(QStringLiteral("email_verified")).toBool(), false),
            step("papers", again ? tr("Take some pictures again") : tr("Show your papers"),
                 m_application == QLatin1String("in_review") ? tr("We are looking at them, usually within a working day.")
                                                             : tr("Passport, licence and you with them: five minutes."),
                 "identity", user.value(QStringLiteral("verified")).toBool(), m_application == QLatin1String("in_review")),
            agreement,
            step("car", tr("Offer the first car"), tr("You can write it before your papers are checked."), "editListing",
                 m_offered, false),
            step("money", tr("Say where you are paid"), tr("An account at a bank, in your own name."), "payoutDetails", m_payable,
                 false)};
}

int OnboardingViewModel::done() const
{
    const QVariantList all = steps();
    return int(std::count_if(all.begin(), all.end(),
                             [](const QVariant &step) { return step.toMap().value(QStringLiteral("done")).toBool(); }));
}

QVariantMap OnboardingViewModel::next() const
{
    QVariantMap waiting;
    for (const QVariant &one : steps()) {
        const QVariantMap step = one.toMap();
        if (step.value(QStringLiteral("done")).toBool())
            continue;
        if (!step.value(QStringLiteral("waits")).toBool())
            return step;
        if (waiting.isEmpty())
            waiting = step;
    }
    return waiting;
}

} // namespace cargo::driver
