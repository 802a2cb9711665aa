#pragma once

#include "qml/client/view_model.h"

#include <QJsonArray>
#include <QJsonObject>

namespace cargo::listings {

// Two to four cars side by side, as the server lays them: what differs, and what a car says nothing of. With fewer than two
// there is nothing to ask for.
class CompareViewModel : public cargo::client::ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QStringList ids READ ids WRITE setIds NOTIFY idsChanged FINAL)
    Q_PROPERTY(QVariantList cars READ cars NOTIFY changed FINAL) // roles of ListingModel
    // [{field, name, values: [text], best: index or -1, differs, missing}]
    Q_PROPERTY(QVariantList rows READ rows NOTIFY changed FINAL)
    Q_PROPERTY(int gone READ gone NOTIFY changed FINAL) // how many are no longer offered

public:
    using ViewModel::ViewModel;
    QStringList ids() const { return m_ids; }
    void setIds(const QStringList &ids);
    QVariantList cars() const;
    QVariantList rows() const;
    int gone() const { return int(m_body.value(QLatin1String("missing")).toArray().size()); }
    Q_INVOKABLE void reload();

Q_SIGNALS:
    void idsChanged();
    void changed();

protected:
    void begin() override { reload(); }
    void retranslate() override { Q_EMIT changed(); }

private:
    QStringList m_ids;
    QJsonObject m_body;
    int m_generation = 0;
};

} // namespace cargo::listings
