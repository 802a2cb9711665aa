#pragma once

#include "qml/client/view_model.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QVariantList>

namespace cargo::help {

// Help and rules for the role of this app: [{slug, title, excerpt, anchor, agreement}]. They are kept on the device, list and
// pages alike, so that they can be read without a network; words are then looked for in what is kept.
class HelpViewModel : public cargo::client::ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QVariantList items READ items NOTIFY changed FINAL)
    Q_PROPERTY(QString words READ words WRITE setWords NOTIFY changed FINAL) // empty: all, in their order

public:
    using ViewModel::ViewModel;
    QVariantList items() const { return m_items; }
    QString words() const { return m_words; }
    void setWords(const QString &words);
    Q_INVOKABLE void reload() override;

Q_SIGNALS:
    void changed();

protected:
    void begin() override { reload(); }
    void retranslate() override { reload(); }

private:
    void show(const QJsonArray &pages);
    void find();
    void keepPages();

    QString m_words;
    QVariantList m_items;
    QJsonArray m_all;
};

// One page as it is read.
class HelpPageViewModel : public cargo::client::ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString slug READ slug WRITE setSlug NOTIFY changed FINAL)
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    Q_PROPERTY(QString body READ body NOTIFY changed FINAL)
    Q_PROPERTY(QString changes READ changes NOTIFY changed FINAL) // what is new in this version; empty: it is the first
    Q_PROPERTY(int version READ version NOTIFY changed FINAL)     // 0: not read yet

public:
    using ViewModel::ViewModel;
    QString slug() const { return m_slug; }
    void setSlug(const QString &slug);
    QString title() const { return m_page.value(QLatin1String("title")).toString(); }
    QString body() const { return m_page.value(QLatin1String("body")).toString(); }
    QString changes() const { return m_page.value(QLatin1String("changes")).toString(); }
    int version() const { return m_page.value(QLatin1String("version")).toInt(); }
    Q_INVOKABLE void reload() override;

    // Where a page is kept on the device.
    static QString keyOf(const QString &slug, const QString &language)
    {
        return QStringLiteral("help/") + language + u'/' + slug;
    }

Q_SIGNALS:
    void changed();

protected:
    void begin() override;
    void retranslate() override { reload(); }

private:
    QString m_slug;
    QJsonObject m_page;
    bool m_begun = false;
};

} // namespace cargo::help
