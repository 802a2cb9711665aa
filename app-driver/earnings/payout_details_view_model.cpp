#include "app-driver/earnings/payout_details_view_model.h"

#include "qml/client/fields.h"
#include "qml/client/server_clock.h"
#include "shared/domain/bank_account.h"

#include <QJsonDocument>

namespace cargo::driver {

using client::Answer;
using client::Call;
using client::word;

namespace {
const QString kPath = QStringLiteral("me/payout-details");

QString digitsOf(const QString &text) { return QString(text).remove(QLatin1Char(' ')).remove(QChar::Nbsp); }
} // namespace

void PayoutDetailsViewModel::reload()
{
    load({kPath, kPath, {}, Source::Anything}, [this](const QJsonObject &answer) {
        m_details = answer.value(QLatin1String("details")).toObject();
        Q_EMIT changed();
        setPhase(Ready);
    });
}

QString PayoutDetailsViewModel::account() const { return word(m_details, "account_masked"); }
QString PayoutDetailsViewModel::bic() const { return word(m_details, "bic"); }
QString PayoutDetailsViewModel::holder() const { return word(m_details, "holder"); }

double PayoutDetailsViewModel::heldUntil() const
{
    const double until = client::at(m_details, "held_until");
    return until > double(client::serverNowMs()) ? until : 0;
}

void PayoutDetailsViewModel::setErrors(const QVariantMap &errors)
{
    m_errors = errors;
    Q_EMIT errorsChanged();
}

void PayoutDetailsViewModel::save(const QString &bic, const QString &account, const QString &holder, const QString &password)
{
    QVariantMap errors;
    if (!isBic(digitsOf(bic)))
        errors.insert(QStringLiteral("bic"), tr("Nine digits, as the bank gave them to you"));
    else if (!isBankAccount(digitsOf(bic), digitsOf(account)))
        errors.insert(QStringLiteral("account"), tr("This account does not fit the bank: look at the digits again"));
    if (holder.trimmed().size() < 2)
        errors.insert(QStringLiteral("holder"), tr("Whose account it is"));
    if (password.isEmpty())
        errors.insert(QStringLiteral("password"), tr("Your CarGo password"));
    setErrors(errors);
    if (!errors.isEmpty())
        return;
    const QJsonObject body{{QStringLiteral("bic"), digitsOf(bic)},
                           {QStringLiteral("account"), digitsOf(account)},
                           {QStringLiteral("holder"), holder.trimmed()},
                           {QStringLiteral("password"), password}};
    order(Call::put(kPath, QJsonDocument(body).toJson(QJsonDocument::Compact)), [this](const Answer &) {
        reload();
        Q_EMIT saved();
    });
}

bool PayoutDetailsViewModel::refused(const Call &, const Answer &answer, const client::ApiClient::Done &)
{
    QVariantMap errors;
    for (const Error &field : answer.fields) {
        errors.insert(field.field,
                      field.field == QLatin1String("password") ? tr("This is not your password") : client::errorText(field));
    }
    setErrors(errors);
    return !errors.isEmpty();
}

} // namespace cargo::driver
