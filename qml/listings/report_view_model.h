#pragma once

#include "qml/client/view_model.h"

namespace cargo::listings {

// Tells the staff that something is wrong with a car's listing, with a person or with a message. Reasons are the server's words;
// a second report of the same thing replaces the first.
class ReportViewModel : public cargo::client::ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString subject MEMBER m_subject NOTIFY changed FINAL) // "listing", "user" or "message"
    Q_PROPERTY(QString subjectId MEMBER m_subjectId NOTIFY changed FINAL)
    Q_PROPERTY(QVariantList reasons READ reasons NOTIFY changed FINAL) // [{value, text, detail}]

public:
    using ViewModel::ViewModel;
    QVariantList reasons() const;
    Q_INVOKABLE void send(const QString &reason, const QString &text);

Q_SIGNALS:
    void changed();
    void sent();

protected:
    void begin() override {}
    void retranslate() override { Q_EMIT changed(); }

private:
    QString m_subject;
    QString m_subjectId;
};

} // namespace cargo::listings
