#pragma once

#include "qml/client/view_model.h"

#include <QJsonObject>
#include <QUrl>

namespace cargo::driver {

// Many cars at once, from a CSV file: the server answers what became of each row, and the same file again adds nothing.
// rows: [{line, title, outcome (added, known, bad), text, listingId}], what went wrong first.
class ImportViewModel : public cargo::client::ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(int added READ added NOTIFY changed FINAL)
    Q_PROPERTY(int known READ known NOTIFY changed FINAL)
    Q_PROPERTY(int bad READ bad NOTIFY changed FINAL)
    Q_PROPERTY(QVariantList rows READ rows NOTIFY changed FINAL)
    Q_PROPERTY(QString wrong READ wrong NOTIFY changed FINAL) // why the whole file was not taken; empty: it was

public:
    using ViewModel::ViewModel;
    int added() const { return m_report.value(QLatin1String("added")).toInt(); }
    int known() const { return m_report.value(QLatin1String("known")).toInt(); }
    int bad() const { return m_report.value(QLatin1String("bad")).toInt(); }
    QVariantList rows() const;
    QString wrong() const { return m_wrong; }
    Q_INVOKABLE void bring(const QUrl &file);
    static constexpr qint64 kMaxBytes = 900 * 1024; // the server takes 1 MiB of JSON

Q_SIGNALS:
    void changed();

protected:
    void begin() override { setPhase(Empty); }
    void retranslate() override { Q_EMIT changed(); }
    bool refused(const client::Call &call, const client::Answer &answer, const client::ApiClient::Done &done) override;

private:
    void refuse(const QString &why);
    QJsonObject m_report;
    QString m_wrong;
};

} // namespace cargo::driver
