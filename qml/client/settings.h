#pragma once

#include <QLocale>
#include <QObject>
#include <QSettings>
#include <QtQml/qqmlengine.h>

#include <memory>

namespace cargo::client {

// What the user chose on this device. An address of the server given to the program wins over the stored one.
class Settings : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY languageChanged FINAL)
    Q_PROPERTY(QString theme READ theme WRITE setTheme NOTIFY changed FINAL)
    Q_PROPERTY(double textScale READ textScale WRITE setTextScale NOTIFY changed FINAL)
    Q_PROPERTY(bool highContrast READ highContrast WRITE setHighContrast NOTIFY changed FINAL)
    Q_PROPERTY(
        bool personalPicks READ personalPicks WRITE setPersonalPicks NOTIFY changed FINAL)  // recommendations by what one did
    Q_PROPERTY(QString listLayout READ listLayout WRITE setListLayout NOTIFY changed FINAL) // of found cars: cards, lines
    Q_PROPERTY(QString density READ density WRITE setDensity NOTIFY changed FINAL) // of the console: compact, comfortable
    Q_PROPERTY(bool reducedMotion READ reducedMotion WRITE setReducedMotion NOTIFY changed FINAL)
    Q_PROPERTY(bool gloves READ gloves WRITE setGloves NOTIFY changed FINAL)          // large targets
    Q_PROPERTY(bool savesData READ savesData WRITE setSavesData NOTIFY changed FINAL) // no photos until they are asked for
    Q_PROPERTY(bool wifiOnly READ wifiOnly WRITE setWifiOnly NOTIFY changed FINAL) // photos wait for a network that costs nothing
    Q_PROPERTY(bool welcomed READ welcomed WRITE setWelcomed NOTIFY changed FINAL) // the first words were seen or skipped
    Q_PROPERTY(QString serverUrl READ serverUrl WRITE setServerUrl NOTIFY changed FINAL)

public:
    // Of a device that was never asked: Russian where it is commonly read and where the system says nothing, else English.
    static QString languageOf(const QLocale &system);
    explicit Settings(const QString &folder, QObject *parent = nullptr);
    static Settings *create(QQmlEngine *engine, QJSEngine *);

    QString language() const { return m_language; }
    QString theme() const { return m_store->value(QStringLiteral("theme"), QStringLiteral("system")).toString(); }
    double textScale() const { return m_store->value(QStringLiteral("textScale"), 1.0).toDouble(); }
    bool highContrast() const { return m_store->value(QStringLiteral("highContrast"), false).toBool(); }
    bool personalPicks() const { return m_store->value(QStringLiteral("personalPicks"), true).toBool(); }
    QString listLayout() const { return m_store->value(QStringLiteral("listLayout"), QStringLiteral("cards")).toString(); }
    QString density() const { return m_store->value(QStringLiteral("density"), QStringLiteral("compact")).toString(); }
    bool wifiOnly() const { return m_store->value(QStringLiteral("wifiOnly"), false).toBool(); }
    bool welcomed() const { return m_store->value(QStringLiteral("welcomed"), false).toBool(); }
    bool gloves() const { return m_store->value(QStringLiteral("gloves"), false).toBool(); }
    bool savesData() const { return m_store->value(QStringLiteral("savesData"), false).toBool(); }
    bool reducedMotion() const { return m_store->value(QStringLiteral("reducedMotion"), false).toBool(); }
    QString serverUrl() const;
    void setLanguage(const QString &language);
    void setTheme(const QString &theme) { write(QStringLiteral("theme"), theme); }
    void setTextScale(double scale) { write(QStringLiteral("textScale"), scale); }
    void setHighContrast(bool on) { write(QStringLiteral("highContrast"), on); }
    void setPersonalPicks(bool on); // by the user
    // What the server says: chosen on another device, perhaps.
    void showPersonalPicks(bool on)
    {
        if (on != personalPicks())
            write(QStringLiteral("personalPicks"), on);
    }
    bool personalPicksByGuest() const
    {
        return m_store->value(QStringLiteral("personalPicksByGuest"), !personalPicks()).toBool();
    } // off of an older app counts
    void setPersonalPicksByGuest(bool byGuest) { m_store->setValue(QStringLiteral("personalPicksByGuest"), byGuest); }
    void setListLayout(const QString &layout) { write(QStringLiteral("listLayout"), layout); }
    void setDensity(const QString &density) { write(QStringLiteral("density"), density); }
    void setGloves(bool on) { write(QStringLiteral("gloves"), on); }
    void setSavesData(bool on) { write(QStringLiteral("savesData"), on); }
    void setReducedMotion(bool on) { write(QStringLiteral("reducedMotion"), on); }
    void setWifiOnly(bool on) { write(QStringLiteral("wifiOnly"), on); }
    void setWelcomed(bool seen) { write(QStringLiteral("welcomed"), seen); }
    void setServerUrl(const QString &url) { write(QStringLiteral("serverUrl"), url); }
    // At most eight, newest first; forgotten at sign-out.
    QStringList recentSearches() const { return m_store->value(QStringLiteral("recentSearches")).toStringList(); }
    void rememberSearch(const QString &text);
    void forgetSearches();
    void overrideServerUrl(const QString &url) { m_serverOverride = url; }

Q_SIGNALS:
    void languageChanged();
    void changed();
    void personalPicksChosen(bool on);

private:
    void write(const QString &key, const QVariant &value);
    std::unique_ptr<QSettings> m_store;
    QString m_language;
    QString m_serverOverride;
};

} // namespace cargo::client
