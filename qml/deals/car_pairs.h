#pragma once

#include "qml/client/client.h"

#include <QJsonArray>
#include <QQmlEngine>
#include <QVariantMap>
#include <QtQml/qqmlengine.h>

namespace cargo::deals {

// carCompared() of a timeline that a page has as the server's JSON: the console's.
class CarPairs : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QVariantList timeline READ timeline WRITE setTimeline NOTIFY changed FINAL)
    Q_PROPERTY(QVariantMap compared READ compared NOTIFY changed FINAL)

public:
    using QObject::QObject;
    QVariantList timeline() const { return m_timeline; }
    void setTimeline(const QVariantList &timeline)
    {
        m_timeline = timeline;
        Q_EMIT changed();
    }
    QVariantMap compared() const;

Q_SIGNALS:
    void changed();

private:
    QVariantList m_timeline;
};

} // namespace cargo::deals
