#include "qml/listings/report_view_model.h"

#include <QJsonDocument>

namespace cargo::listings {

QVariantList ReportViewModel::reasons() const
{
    QVariantList list;
    const auto add = [&list](const char *value, const QString &text, const QString &detail = {}) {
        list.append(QVariantMap{
            {QStringLiteral("value"), QLatin1String(value)}, {QStringLiteral("text"), text}, {QStringLiteral("detail"), detail}});
    };
    const bool message = m_subject == QLatin1String("message"), car = !message && m_subject != QLatin1String("user");
    add("fraud", tr("Fraud"), tr("Asks for money outside of CarGo, shows somebody else's photos"));
    if (car) {
        add("wrong_data", tr("It is not as described"), tr("Year, mileage, price or photos are wrong"));
        add("duplicate", tr("The same car twice"));
    }
    add("contacts", message ? tr("Asks for contacts or gives them") : tr("Contacts in the text or the photos"));
    if (car) {
        add("prohibited", tr("Must not be sold"), tr("Stolen, with debts, with a changed number"));
    } else {
        add("abuse", tr("Rude or threatening"));
        if (message)
            add("spam", tr("Advertising or spam"));
        else
            add("fake_profile", tr("Not who he says he is"));
    }
    add("other", tr("Something else"));
    return list;
}

void ReportViewModel::send(const QString &reason, const QString &text)
{
    const QString path =
        QStringLiteral("%1s/%2/report").arg(m_subject.isEmpty() ? QStringLiteral("listing") : m_subject, m_subjectId);
    const QJsonObject body{{QStringLiteral("reason"), reason}, {QStringLiteral("text"), text.trimmed()}};
    order(client::Call::post(path, QJsonDocument(body).toJson(QJsonDocument::Compact)),
          [this](const client::Answer &) { Q_EMIT sent(); });
}

} // namespace cargo::listings
