#pragma once

#include "qml/client/view_model.h"
#include "qml/listings/listing_model.h"

namespace cargo::listings {

// The car picker: a sentence and answers to a few questions on one side, cars with the reasons for each on the other. It asks
// when it is told to.
class PickerViewModel : public cargo::client::ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString sentence READ sentence WRITE setSentence NOTIFY asked FINAL)
    // By names of GET search, prices in whole roubles, lists for several words; "wishes" beside them.
    Q_PROPERTY(QVariantMap answers READ answers WRITE setAnswers NOTIFY asked FINAL)
    Q_PROPERTY(bool empty READ empty NOTIFY asked FINAL)                // nothing is said yet
    Q_PROPERTY(QString notIncluded READ notIncluded NOTIFY asked FINAL) // what a price does not hold, in words
    // Of the last answer:
    Q_PROPERTY(cargo::listings::ListingModel *model READ model CONSTANT FINAL)
    Q_PROPERTY(int total READ total NOTIFY picked FINAL)                   // that fit everything
    Q_PROPERTY(QString queryText READ queryText NOTIFY picked FINAL)       // for the search page and for keeping
    Q_PROPERTY(QStringList understood READ understood NOTIFY picked FINAL) // words of the sentence
    Q_PROPERTY(QStringList notUnderstood READ notUnderstood NOTIFY picked FINAL)
    Q_PROPERTY(QVariantList relaxed READ relaxed NOTIFY picked FINAL) // [{text, query, applied}]
    Q_PROPERTY(QVariantList changes READ changes NOTIFY picked FINAL) // [{text, query}]

public:
    explicit PickerViewModel(QObject *parent = nullptr) : ViewModel(parent) {}
    QString sentence() const { return m_sentence; }
    void setSentence(const QString &sentence);
    QVariantMap answers() const { return m_answers; }
    void setAnswers(const QVariantMap &answers);
    bool empty() const { return m_sentence.trimmed().isEmpty() && m_answers.isEmpty(); }
    QString notIncluded() const;
    ListingModel *model() { return &m_model; }
    int total() const { return m_body.value(QLatin1String("total")).toInt(); }
    QString queryText() const { return m_body.value(QLatin1String("query")).toString(); }
    QStringList understood() const;
    QStringList notUnderstood() const { return textsOf("unparsed"); }
    QVariantList relaxed() const;
    QVariantList changes() const;

    // One value of an answer, on or off.
    Q_INVOKABLE void toggle(const QString &name, const QString &value);
    Q_INVOKABLE bool has(const QString &name, const QString &value) const;
    // Nought: no bound.
    Q_INVOKABLE void setBound(const QString &name, double value);
    Q_INVOKABLE double bound(const QString &name) const { return m_answers.value(name).toDouble(); }
    Q_INVOKABLE void clear();
    Q_INVOKABLE void pick();
    // Why this car: {reasons: [{text, factor, against}], quote: rich text}.
    Q_INVOKABLE QVariantMap why(const QString &listingId) const { return m_why.value(listingId); }
    Q_INVOKABLE void toggleFavourite(const QString &listingId, bool favourite);
    Q_INVOKABLE void reload() override { pick(); }

Q_SIGNALS:
    void asked();
    void picked();

protected:
    void begin() override {}
    void retranslate() override;

private:
    QByteArray body() const;
    void show(const QJsonObject &body);
    QStringList textsOf(const char *list) const;

    QString m_sentence;
    QVariantMap m_answers;
    QJsonObject m_body;
    QHash<QString, QVariantMap> m_why;
    ListingModel m_model;
    std::unique_ptr<QObject> m_question; // an answer that is not waited for any more dies with it
};

} // namespace cargo::listings
