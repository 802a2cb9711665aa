#pragma once

#include "qml/client/row_model.h"
#include "qml/client/view_model.h"

#include <QJsonArray>
#include <QTimer>

namespace cargo::chat {

// Conversations, newest first. Roles: conversationId, peer (name), verified, car, photo (url), text (last line), moment (text),
// unread.
class ConversationModel : public cargo::client::RowModel
{
    Q_OBJECT
    QML_ANONYMOUS

public:
    explicit ConversationModel(QObject *parent = nullptr);
};

class ConversationsViewModel : public cargo::client::ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(cargo::chat::ConversationModel *model READ model CONSTANT FINAL)

public:
    using ViewModel::ViewModel;
    ConversationModel *model() { return &m_model; }
    Q_INVOKABLE void reload() override;

protected:
    void begin() override;
    void retranslate() override { show(); }

private:
    void show();
    ConversationModel m_model;
    QJsonArray m_items;
    QTimer m_soon;
};

} // namespace cargo::chat
