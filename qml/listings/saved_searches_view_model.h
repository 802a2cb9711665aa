#pragma once

#include "qml/client/row_model.h"
#include "qml/client/view_model.h"

#include <QJsonArray>

namespace cargo::listings {

// Roles: searchId, title and detail (the conditions in words), query (of GET search), name (the user's own, may be empty).
class SavedSearchModel : public cargo::client::RowModel
{
    Q_OBJECT
    QML_ANONYMOUS

public:
    explicit SavedSearchModel(QObject *parent = nullptr);
};

// Searches that the user keeps on the server: the list, keeping one more, giving one up.
class SavedSearchesViewModel : public cargo::client::ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(cargo::listings::SavedSearchModel *model READ model CONSTANT FINAL)

public:
    using ViewModel::ViewModel;
    SavedSearchModel *model() { return &m_model; }
    Q_INVOKABLE void reload();
    Q_INVOKABLE void save(const QString &query, const QString &name = {});
    Q_INVOKABLE void setAlerts(const QString &searchId, const QString &alerts); // instant, daily, off
    Q_INVOKABLE void drop(const QString &searchId);

Q_SIGNALS:
    void saved(bool already); // already: the same conditions were kept before

protected:
    void begin() override;
    void retranslate() override { show(); }

private:
    void show();
    QJsonArray m_items;
    SavedSearchModel m_model;
};

} // namespace cargo::listings
