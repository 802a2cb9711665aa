#pragma once

#include "qml/client/view_model.h"
#include "shared/api/listing_dto.h"

namespace cargo::driver {

// The form of a listing, new or not. What is typed is `form` (names of the API; the page keeps it as a draft), and it is
// checked by the same rules as the server's before it is sent. `errors` has the text of what is wrong by field, for the fields
// that were looked at.
class ListingFormViewModel : public cargo::client::ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString listingId MEMBER m_id NOTIFY formChanged FINAL) // empty: a new one
    Q_PROPERTY(QVariantMap form READ form WRITE setForm NOTIFY formChanged FINAL)
    Q_PROPERTY(QVariantMap errors READ errors NOTIFY errorsChanged FINAL)
    Q_PROPERTY(QVariantMap vin READ vin NOTIFY formChanged FINAL)         // vinWords() of what is typed; empty while it is wrong
    Q_PROPERTY(QVariantMap fromVin READ fromVin NOTIFY formChanged FINAL) // what it tells of fields: brand, year
    Q_PROPERTY(QString vinError READ vinError NOTIFY formChanged FINAL)
    // What the buyer will see of the price, by the server's terms: listings::offerOf(), and rule: the terms in words. Empty while
    // one of them is not known.
    Q_PROPERTY(QVariantMap offer READ offer NOTIFY formChanged FINAL)
    Q_PROPERTY(QVariantList photos READ photos NOTIFY loaded FINAL) // of the server: [{mediaId, source}]

public:
    using ViewModel::ViewModel;
    QVariantMap form() const { return m_form; }
    void setForm(const QVariantMap &form);
    QVariantMap errors() const { return m_errors; }
    QVariantMap vin() const;
    QVariantMap fromVin() const;
    QString vinError() const;
    QVariantMap offer() const;
    QVariantList photos() const { return m_photos; }
    Q_INVOKABLE void set(const QString &field, const QVariant &value);
    // True when these fields are right. No fields: all of them.
    Q_INVOKABLE bool check(const QStringList &fields);
    // [{value, text}] of a closed fact ("fuel") or of "country_from".
    Q_INVOKABLE QVariantList choices(const QString &fact) const;
    Q_INVOKABLE void save(const QStringList &mediaIds);
    Q_INVOKABLE void reload() override;

Q_SIGNALS:
    void formChanged();
    void errorsChanged();
    void loaded(); // what the server has of an existing one
    void saved(const QString &listingId);

protected:
    void begin() override;
    void retranslate() override { Q_EMIT formChanged(); }
    bool refused(const client::Call &call, const client::Answer &answer, const client::ApiClient::Done &done) override;

private:
    void take(const QJsonObject &listing);
    api::Parsed<api::ListingInputDto> read() const;
    void put(const QStringList &mediaIds);
    QJsonObject json() const;
    QString m_id;
    QVariantMap m_form;
    QVariantMap m_errors;
    QJsonObject m_feeTerms;
    QVariantList m_photos;
    qint64 m_version = 0;
};

} // namespace cargo::driver
