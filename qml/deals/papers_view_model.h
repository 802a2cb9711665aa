#pragma once

#include "qml/client/view_model.h"

#include <QJsonArray>
#include <QUrl>

namespace cargo::deals {

// The papers of one deal, which both sides see.
class PapersViewModel : public cargo::client::ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString dealId MEMBER m_id NOTIFY changed FINAL)
    // [{paperId, name, detail (kind, size, who, when), removable}], the oldest first
    Q_PROPERTY(QVariantList papers READ papers NOTIFY changed FINAL)
    Q_PROPERTY(QVariantList kinds READ kinds NOTIFY changed FINAL) // [{value, text}]

public:
    using ViewModel::ViewModel;
    QVariantList papers() const;
    QVariantList kinds() const;
    Q_INVOKABLE void reload() override;
    // A PDF or a picture of this device; what is neither, or too large, is told by failed().
    Q_INVOKABLE void add(const QUrl &file, const QString &kind, const QString &name);
    Q_INVOKABLE void save(const QString &paperId);
    Q_INVOKABLE void remove(const QString &paperId);
    // What a file could be called: its name without the ending.
    Q_INVOKABLE static QString nameOf(const QUrl &file);

Q_SIGNALS:
    void changed();
    void added();

protected:
    void begin() override;
    void retranslate() override { Q_EMIT changed(); }

private:
    QString path() const { return QStringLiteral("deals/%1/documents").arg(m_id); }
    QString m_id;
    QJsonArray m_items;
};

} // namespace cargo::deals
