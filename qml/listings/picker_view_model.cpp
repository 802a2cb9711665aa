#include "qml/listings/picker_view_model.h"

#include "qml/listings/listing_words.h"

#include <QJsonDocument>

namespace cargo::listings {

using client::Answer;

namespace {
constexpr auto kWishes = "wishes";

// Places in code points become tags around what stands there.
QString marked(const QString &text, const QJsonArray &marks)
{
    const QList<uint> points = text.toUcs4();
    const auto piece = [&points](qsizetype from, qsizetype to) {
        return QString::fromUcs4(reinterpret_cast<const char32_t *>(points.constData()) + from, to - from).toHtmlEscaped();
    };
    QString rich;
    qsizetype at = 0;
    for (const QJsonValue &mark : marks) {
        const qsizetype start = mark.toObject().value(QLatin1String("start")).toInt();
        const qsizetype end = mark.toObject().value(QLatin1String("end")).toInt();
        if (start < at || end <= start || end > points.size())
            continue;
        rich += piece(at, start) + QStringLiteral("<b>") + piece(start, end) + QStringLiteral("</b>");
        at = end;
    }
    return rich + piece(at, points.size());
}

QVariantMap whyOf(const QJsonArray &why)
{
    QVariantList reasons;
    QString quote;
    for (const QJsonValue &value : why) {
        const QJsonObject reason = value.toObject();
        const QString factor = reason.value(QLatin1String("factor")).toString();
        const QJsonObject facts = reason.value(QLatin1String("facts")).toObject();
        if (factor == QLatin1String("quote")) {
            quote = marked(facts.value(QLatin1String("quote")).toString(), facts.value(QLatin1String("marks")).toArray());
            continue;
        }
        reasons.append(QVariantMap{{QStringLiteral("text"), reason.value(QLatin1String("text")).toString()},
                                   {QStringLiteral("factor"), factor},
                                   {QStringLiteral("against"), reason.value(QLatin1String("weight")).toDouble() < 0}});
    }
    return {{QStringLiteral("reasons"), reasons}, {QStringLiteral("quote"), quote}};
}
} // namespace

void PickerViewModel::setSentence(const QString &sentence)
{
    if (sentence == m_sentence)
        return;
    m_sentence = sentence;
    Q_EMIT asked();
}

void PickerViewModel::setAnswers(const QVariantMap &answers)
{
    if (answers == m_answers)
        return;
    m_answers = answers;
    Q_EMIT asked();
}

void PickerViewModel::toggle(const QString &name, const QString &value)
{
    QVariantMap next = m_answers;
    QStringList values = next.value(name).toStringList();
    if (!values.removeOne(value))
        values.append(value);
    if (values.isEmpty())
        next.remove(name);
    else
        next.insert(name, values);
    setAnswers(next);
}

bool PickerViewModel::has(const QString &name, const QString &value) const
{
    return m_answers.value(name).toStringList().contains(value);
}

void PickerViewModel::setBound(const QString &name, double value)
{
    QVariantMap next = m_answers;
    if (value > 0)
        next.insert(name, value);
    else
        next.remove(name);
    setAnswers(next);
}

void PickerViewModel::clear()
{
    m_sentence.clear();
    m_answers.clear();
    Q_EMIT asked();
}

QString PickerViewModel::notIncluded() const
{
    return notIncludedWords({QStringLiteral("customs_duty"), QStringLiteral("recycling_fee"), QStringLiteral("broker"),
                             QStringLiteral("registration")})
        .join(QStringLiteral(", "));
}

QByteArray PickerViewModel::body() const
{
    QJsonObject answers;
    for (auto it = m_answers.begin(); it != m_answers.end(); ++it) {
        if (it.key() == QLatin1String(kWishes))
            continue;
        const double unit = it.key().startsWith(QLatin1String("price_")) ? 100 : 1;
        if (it.value().typeId() == QMetaType::QStringList || it.value().typeId() == QMetaType::QVariantList)
            answers.insert(it.key(), QJsonArray::fromStringList(it.value().toStringList()));
        else
            answers.insert(it.key(), qint64(it.value().toDouble() * unit));
    }
    const QStringList wishes = m_answers.value(QLatin1String(kWishes)).toStringList();
    return QJsonDocument(QJsonObject{{QStringLiteral("query"), m_sentence.trimmed()},
                                     {QStringLiteral("answers"), answers},
                                     {QStringLiteral("wishes"), QJsonArray::fromStringList(wishes)}})
        .toJson(QJsonDocument::Compact);
}

void PickerViewModel::pick()
{
    if (!client() || empty())
        return;
    m_question = std::make_unique<QObject>();
    setPhase(Loading);
    setBusy(true);
    const client::Call call = client::Call::post(QStringLiteral("assistant/pick"), body());
    client()->api()->send(call, m_question.get(), [this](const Answer &answer) {
        setBusy(false);
        if (answer.ok)
            show(answer.body);
        else
            setFailed(answer);
    });
}

void PickerViewModel::show(const QJsonObject &body)
{
    m_body = body;
    m_why.clear();
    const QJsonArray items = body.value(QLatin1String("items")).toArray();
    for (const QJsonValue &item : items)
        m_why.insert(item.toObject().value(QLatin1String("id")).toString(),
                     whyOf(item.toObject().value(QLatin1String("why")).toArray()));
    m_model.reset({}); // reasons belong to their rows
    m_model.setItems(client(), items, false);
    Q_EMIT picked();
    setPhase(items.isEmpty() ? Empty : Ready);
}

QStringList PickerViewModel::textsOf(const char *list) const
{
    QStringList texts;
    for (const QJsonValue &one : m_body.value(QLatin1String(list)).toArray())
        texts.append(one.toObject().value(QLatin1String("text")).toString().trimmed());
    return texts;
}

QStringList PickerViewModel::understood() const
{
    QStringList texts = textsOf("understood") + textsOf("wishes");
    texts.removeAll(QString()); // wishes out of the questions
    return texts;
}

QVariantList PickerViewModel::relaxed() const
{
    QVariantList list;
    for (const QJsonValue &value : m_body.value(QLatin1String("relaxed")).toArray()) {
        const QJsonObject one = value.toObject();
        list.append(QVariantMap{{QStringLiteral("text"), one.value(QLatin1String("text")).toString()},
                                {QStringLiteral("query"), one.value(QLatin1String("query")).toString()},
                                {QStringLiteral("applied"), one.value(QLatin1String("applied")).toBool()}});
    }
    return list;
}

QVariantList PickerViewModel::changes() const
{
    QVariantList list;
    for (const QJsonValue &value : m_body.value(QLatin1String("counterfactuals")).toArray()) {
        const QJsonObject one = value.toObject();
        list.append(QVariantMap{{QStringLiteral("text"), one.value(QLatin1String("text")).toString()},
                                {QStringLiteral("query"), one.value(QLatin1String("query")).toString()}});
    }
    return list;
}

void PickerViewModel::toggleFavourite(const QString &listingId, bool favourite)
{
    m_model.setFavourite(listingId, favourite);
    client()->outbox()->setFavourite(listingId, favourite);
}

void PickerViewModel::retranslate()
{
    m_model.retranslate();
    Q_EMIT asked();
    if (!m_body.isEmpty()) // its sentences are the server's
        pick();
}

} // namespace cargo::listings
