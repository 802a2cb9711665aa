#include "qml/client/draft.h"

#include <QGuiApplication>
#include <QJSValue>
#include <QJsonArray>
#include <QMetaProperty>
#include <QQmlEngine>

namespace cargo::client {

Draft::Draft(QObject *parent) : QObject(parent)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kSaveMs);
    connect(&m_soon, &QTimer::timeout, this, &Draft::save);
    connect(QCoreApplication::instance(), &QCoreApplication::aboutToQuit, this, &Draft::save);
    if (auto *app = qobject_cast<QGuiApplication *>(QCoreApplication::instance())) {
        connect(app, &QGuiApplication::applicationStateChanged, this, [this](Qt::ApplicationState state) {
            if (state != Qt::ApplicationActive) // a hidden app may be ended without a word
                save();
        });
    }
}

Draft::~Draft() { save(); }

void Draft::componentComplete()
{
    m_complete = true;
    if (!m_client)
        m_client = Client::of(qmlEngine(this));
    if (!m_target)
        m_target = parent();
    if (!m_client || !m_target)
        return;
    const QMetaMethod slot = metaObject()->method(metaObject()->indexOfSlot("touched()"));
    for (const QString &name : std::as_const(m_properties)) {
        const QMetaObject *meta = m_target->metaObject();
        const QMetaProperty property = meta->property(meta->indexOfProperty(name.toLatin1().constData()));
        if (property.hasNotifySignal())
            connect(m_target, property.notifySignal(), this, slot);
        else
            qWarning("Draft: %s has no property %s that tells its changes", meta->className(), qPrintable(name));
    }
    m_blank = m_saved = m_now = values();
    connect(m_client, &Client::wiped, this, [this] {
        apply(m_blank);
        m_saved = m_now = m_blank;
        m_soon.stop();
    });
    restore();
}

void Draft::setKey(const QString &key)
{
    if (key == m_key)
        return;
    save();
    m_key = key;
    Q_EMIT keyChanged();
    if (!m_complete || !m_client)
        return;
    apply(m_blank);
    restore();
}

void Draft::restore()
{
    m_saved = m_now = m_blank;
    if (!m_key.isEmpty()) {
        const QJsonObject kept = m_client->writing()->draft(m_key);
        if (!kept.isEmpty()) {
            apply(kept);
            m_saved = m_now = values();
        }
    }
    m_soon.stop();
    const bool restored = m_saved != m_blank;
    if (restored != m_restored) {
        m_restored = restored;
        Q_EMIT restoredChanged();
    }
}

QJsonObject Draft::values() const
{
    QJsonObject values;
    for (const QString &name : m_properties) {
        QVariant value = m_target->property(name.toLatin1().constData());
        if (value.userType() == qMetaTypeId<QJSValue>())
            value = value.value<QJSValue>().toVariant();
        values.insert(name, QJsonValue::fromVariant(value));
    }
    return values;
}

void Draft::apply(const QJsonObject &values)
{
    for (auto it = values.begin(); it != values.end(); ++it) {
        if (m_target && m_properties.contains(it.key()))
            m_target->setProperty(it.key().toLatin1().constData(), it.value().toVariant());
    }
}

void Draft::touched()
{
    if (!m_target)
        return;
    m_now = values();
    m_soon.start();
}

void Draft::save()
{
    m_soon.stop();
    if (!m_complete || !m_client || m_key.isEmpty() || m_now == m_saved)
        return;
    m_client->writing()->setDraft(m_key, m_now == m_blank ? QJsonObject() : m_now);
    m_saved = m_now;
}

void Draft::clear()
{
    m_soon.stop();
    if (!m_client || !m_target || m_key.isEmpty())
        return;
    m_client->writing()->setDraft(m_key, {});
    m_saved = m_now = values();
}

} // namespace cargo::client
