#pragma once

#include "qml/client/view_model.h"

namespace cargo::chat {

// What the user often says, in his order, on all his devices, and what people in his place ask and answer at this stage of a
// talk. The sentences of the app are its language's.
class QuickRepliesViewModel : public cargo::client::ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString stage MEMBER m_stage NOTIFY changed FINAL) // of ChatViewModel
    Q_PROPERTY(QStringList mine READ mine NOTIFY changed FINAL)
    Q_PROPERTY(QStringList offered READ offered NOTIFY changed FINAL) // mine first, then those of the app
    Q_PROPERTY(bool full READ full NOTIFY changed FINAL)

public:
    using ViewModel::ViewModel;
    QStringList mine() const { return m_mine; }
    QStringList offered() const;
    bool full() const;
    Q_INVOKABLE void reload() override;
    // Each shows at once, and is taken back with a word when the server does not want it. False: not such a one.
    Q_INVOKABLE bool put(int at, const QString &text); // -1: one more
    Q_INVOKABLE void take(int at);
    Q_INVOKABLE void move(int from, int to);

Q_SIGNALS:
    void changed();

protected:
    void begin() override;
    void retranslate() override { Q_EMIT changed(); }

private:
    void save(const QStringList &now);
    QStringList m_mine;
    QString m_stage;
    int m_saves = 0; // under way
};

} // namespace cargo::chat
