#pragma once

#include "qml/chat/marked_text.h"
#include "qml/client/row_model.h"
#include "qml/client/view_model.h"

namespace cargo::chat {

// Messages of one conversation that hold all of the words, newest first. Roles: key (the number), seq, who ("You" or the name),
// text (one line around the words), moment (text).
class FoundModel : public cargo::client::RowModel
{
    Q_OBJECT
    QML_ANONYMOUS

public:
    explicit FoundModel(QObject *parent = nullptr);
};

// Looks for words in a conversation, on the server: what is on this device is only a part of it.
class ChatSearchViewModel : public cargo::client::ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString conversationId MEMBER m_id NOTIFY changed FINAL)
    Q_PROPERTY(QString peer MEMBER m_peer NOTIFY changed FINAL) // name
    Q_PROPERTY(QString words READ words WRITE setWords NOTIFY changed FINAL)
    Q_PROPERTY(cargo::chat::FoundModel *model READ model CONSTANT FINAL)
    Q_PROPERTY(int current READ current WRITE setCurrent NOTIFY changed FINAL) // row, -1: none
    Q_PROPERTY(bool more READ more NOTIFY changed FINAL)                       // older ones were not read yet
    Q_PROPERTY(bool searched READ searched NOTIFY changed FINAL)               // for these words

public:
    explicit ChatSearchViewModel(QObject *parent = nullptr);
    FoundModel *model() { return &m_model; }
    QString words() const { return m_words; }
    void setWords(const QString &words);
    int current() const { return m_current; }
    void setCurrent(int row);
    bool more() const { return !m_cursor.isEmpty(); }
    bool searched() const { return m_searched; }
    Q_INVOKABLE void reload() override; // now, without waiting for the next letter
    Q_INVOKABLE void loadMore();
    Q_INVOKABLE void step(int by); // to an older (1) or newer (-1) one
    Q_INVOKABLE QString marked(const QString &text, const QColor &ground, const QColor &ink) const
    {
        return markedText(text, spansOf(text, m_words), ground, ink);
    }

    static constexpr int kMostWords = 100; // characters, as the server takes them

Q_SIGNALS:
    void changed();
    void chosen(double seq); // it is to be shown

protected:
    void begin() override {}
    void retranslate() override { show(); }

private:
    void show();
    void take(const QJsonObject &page);
    QString m_id, m_peer, m_words, m_cursor;
    QJsonArray m_items;
    FoundModel m_model;
    QTimer m_soon;
    int m_current = -1;
    bool m_searched = false;
    bool m_reading = false; // the next page
};

} // namespace cargo::chat
