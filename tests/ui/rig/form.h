#pragma once

#include "qml/client/draft.h"

#include <memory>

namespace cargo::test {

// A form, as a page is one.
class Form : public QObject
{
    Q_OBJECT
    Q_PROPERTY(QString words MEMBER words NOTIFY changed)
    Q_PROPERTY(int stars MEMBER stars NOTIFY changed)

public:
    QString words;
    int stars = 0;

Q_SIGNALS:
    void changed();
};

// What keeps the form, as on the page of a review.
inline std::unique_ptr<client::Draft> draftOf(client::Client *client, Form *form)
{
    auto draft = std::make_unique<client::Draft>();
    draft->setClient(client);
    draft->setProperty("target", QVariant::fromValue<QObject *>(form));
    draft->setProperty("properties", QStringList{QStringLiteral("words"), QStringLiteral("stars")});
    draft->setKey(QStringLiteral("review/1"));
    draft->componentComplete();
    return draft;
}

} // namespace cargo::test
