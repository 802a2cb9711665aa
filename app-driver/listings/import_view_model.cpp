#include "app-driver/listings/import_view_model.h"

#include "qml/client/fields.h"
#include "qml/listings/listing_words.h"
#include "shared/domain/error.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace cargo::driver {

using client::Answer;
using client::Call;
using client::word;

void ImportViewModel::refuse(const QString &why)
{
    m_wrong = why;
    Q_EMIT changed();
}

void ImportViewModel::bring(const QUrl &url)
{
    m_wrong.clear();
    QFile file(url.toLocalFile());
    if (!file.open(QIODevice::ReadOnly))
        return refuse(tr("The file cannot be read."));
    if (file.size() > kMaxBytes)
        return refuse(tr("The file is too large. Split it: at most 500 cars at once."));
    const QByteArray bytes = file.readAll();
    if (!QByteArrayView(bytes).isValidUtf8())
        return refuse(tr("The file is not in UTF-8. Save it as “CSV UTF-8”."));
    const QJsonObject body{{QStringLiteral("csv"), QString::fromUtf8(bytes)}};
    order(Call::post(QStringLiteral("me/imports"), QJsonDocument(body).toJson(QJsonDocument::Compact)),
          [this](const Answer &answer) {
              m_report = answer.body;
              setPhase(Ready);
              Q_EMIT changed();
          });
}

bool ImportViewModel::refused(const Call &, const Answer &answer, const client::ApiClient::Done &)
{
    if (answer.fields.empty())
        return false;
    const Error &error = answer.fields.front();
    refuse(error.code == ErrorCode::Required  ? tr("A column is missing: %1.").arg(listings::fieldName(error.detail))
           : error.code == ErrorCode::TooLong ? tr("Too many rows. Split the file: at most 500 cars at once.")
                                              : tr("This is no table with a line of column names on top."));
    return true;
}

QVariantList ImportViewModel::rows() const
{
    QVariantList list;
    const QJsonArray rows = m_report.value(QLatin1String("rows")).toArray();
    for (const QJsonValue &value : rows) {
        const QJsonObject row = value.toObject();
        const QString outcome = word(row, "outcome");
        QString text = outcome == QLatin1String("added") ? tr("Added as a draft") : tr("There already");
        if (outcome == QLatin1String("bad")) {
            const auto code = errorCodeFromWord(word(row, "code"));
            const QString field = word(row, "field").section(QLatin1Char('.'), 0, 0);
            const QString why = client::errorText({code.value_or(ErrorCode::InvalidFormat), {}, {}});
            text = field.isEmpty() ? tr("The line is broken: %1").arg(word(row, "detail"))
                                   : QString(listings::fieldName(field) + QStringLiteral(": ") + why);
        }
        list.append(QVariantMap{{QStringLiteral("line"), row.value(QLatin1String("line")).toInt()},
                                {QStringLiteral("title"), word(row, "title")},
                                {QStringLiteral("outcome"), outcome},
                                {QStringLiteral("text"), text},
                                {QStringLiteral("listingId"), word(row, "listing_id")}});
    }
    std::stable_sort(list.begin(), list.end(), [](const QVariant &a, const QVariant &b) {
        const auto bad = [](const QVariant &row) { return row.toMap().value(QStringLiteral("outcome")) == QLatin1String("bad"); };
        return bad(a) && !bad(b);
    });
    return list;
}

} // namespace cargo::driver
