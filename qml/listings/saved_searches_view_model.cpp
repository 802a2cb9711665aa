#include "qml/listings/saved_searches_view_model.h"

#include "qml/client/fields.h"
#include "qml/listings/search_conditions.h"
#include "shared/api/json_writer.h"

namespace cargo::listings {

using client::Answer;
using client::Call;
using client::word;

namespace {

// "RAV4", then "Toyota", "up to 2 800 000 ₽": what was typed and what was chosen.
QStringList wordsOf(const QString &query)
{
    const SearchConditions conditions = SearchConditions::of(query);
    QStringList words;
    if (!conditions.text.isEmpty())
        words.append(conditions.text);
    const QVariantList chips = conditions.chips();
    for (const QVariant &chip : chips)
        words.append(chip.toMap().value(QStringLiteral("text")).toString());
    return words;
}
} // namespace

SavedSearchModel::SavedSearchModel(QObject *parent)
    : RowModel({QStringLiteral("searchId"), QStringLiteral("title"), QStringLiteral("detail"), QStringLiteral("query"),
                QStringLiteral("name"), QStringLiteral("alerts")},
               parent)
{
}

void SavedSearchesViewModel::begin()
{
    connect(client()->session(), &client::Session::signedInChanged, this, &SavedSearchesViewModel::reload);
    reload();
}

void SavedSearchesViewModel::reload()
{
    if (!client()->session()->signedIn()) {
        m_items = {};
        show();
        return;
    }
    if (m_items.isEmpty())
        setPhase(Loading);
    get(QStringLiteral("me/saved-searches"), {{QStringLiteral("limit"), QStringLiteral("100")}}, [this](const Answer &answer) {
        if (!answer.ok) {
            setFailed(answer);
            return;
        }
        m_items = answer.body.value(QLatin1String("items")).toArray();
        show();
    });
}

void SavedSearchesViewModel::show()
{
    QList<QVariantMap> rows;
    for (const QJsonValue &value : std::as_const(m_items)) {
        const QJsonObject item = value.toObject();
        QStringList words = wordsOf(word(item, "query"));
        if (const QString name = word(item, "name"); !name.isEmpty())
            words.prepend(name);
        if (words.isEmpty())
            words.append(tr("All cars"));
        QString title = words.takeFirst();
        title.front() = title.front().toUpper();
        rows.append({{QStringLiteral("searchId"), word(item, "id")},
                     {QStringLiteral("title"), title},
                     {QStringLiteral("detail"), words.join(QStringLiteral(" · "))},
                     {QStringLiteral("query"), word(item, "query")},
                     {QStringLiteral("name"), word(item, "name")},
                     {QStringLiteral("alerts"), word(item, "alerts")}});
    }
    m_model.sync(rows);
    setPhase(rows.isEmpty() ? Empty : Ready);
}

void SavedSearchesViewModel::save(const QString &query, const QString &name)
{
    api::JsonWriter body;
    body.beginObject();
    if (!name.isEmpty())
        body.field("name", name);
    body.field("query", query).endObject();
    order(Call::post(QStringLiteral("me/saved-searches"), body.take()), [this](const Answer &answer) {
        Q_EMIT saved(answer.status == 200);
        reload();
    });
}

void SavedSearchesViewModel::setAlerts(const QString &searchId, const QString &alerts)
{
    api::JsonWriter body;
    body.beginObject().field("alerts", alerts).endObject();
    order(Call::patch(QStringLiteral("me/saved-searches/") + searchId, body.take()), [this](const Answer &) { reload(); });
}

void SavedSearchesViewModel::drop(const QString &searchId)
{
    order(Call::remove(QStringLiteral("me/saved-searches/") + searchId), [this](const Answer &) { reload(); });
}

} // namespace cargo::listings
