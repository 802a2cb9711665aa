#pragma once

#include "qml/client/row_model.h"
#include "qml/client/view_model.h"

#include <QJsonArray>

namespace cargo::profile {

// Whom the user has blocked, the last one first. Roles: userId, name, detail.
class BlockedModel : public cargo::client::RowModel
{
    Q_OBJECT
    QML_ANONYMOUS

public:
    explicit BlockedModel(QObject *parent = nullptr);
};

class BlockedViewModel : public cargo::client::ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(cargo::profile::BlockedModel *model READ model CONSTANT FINAL)

public:
    using ViewModel::ViewModel;
    BlockedModel *model() { return &m_model; }
    Q_INVOKABLE void reload() override;
    Q_INVOKABLE void unblock(const QString &userId);

protected:
    void begin() override { reload(); }
    void retranslate() override { show(); }

private:
    void show();
    QJsonArray m_items;
    BlockedModel m_model;
};

} // namespace cargo::profile
