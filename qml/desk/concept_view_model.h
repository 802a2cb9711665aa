#pragma once

#include "qml/desk/record_view_model.h"

namespace cargo::desk {

// A concept of the dictionary at its editor: what the server says is wrong with its text, line by line, and what the text would
// do on a sample of cars.
class ConceptViewModel : public cargo::desk::RecordViewModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QStringList problems READ problems NOTIFY seenChanged FINAL)
    Q_PROPERTY(QVariantMap seen READ seen NOTIFY seenChanged FINAL) // {sample, now, then, cars}; empty: not looked at

public:
    using RecordViewModel::RecordViewModel;
    QStringList problems() const { return m_problems; }
    QVariantMap seen() const { return m_seen; }

    Q_INVOKABLE void look(const QString &slug, const QString &text);
    // `version`: of the dictionary that was seen in force.
    Q_INVOKABLE void publish(const QString &slug, const QString &text, int version, const QString &note);
    Q_INVOKABLE void bringBack(int restores, int version, const QString &note); // 0: the built-in dictionary
    Q_INVOKABLE void forget();                                                  // what was seen, of another text

Q_SIGNALS:
    void seenChanged();
    void published();

protected:
    bool refused(const client::Call &call, const client::Answer &answer, const client::ApiClient::Done &done) override;

private:
    void send(const client::Call &call);

    QStringList m_problems;
    QVariantMap m_seen;
};

} // namespace cargo::desk
