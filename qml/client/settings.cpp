#include "qml/client/settings.h"

#include "qml/client/client.h"

namespace cargo::client {

Settings::Settings(const QString &folder, QObject *parent)
    : QObject(parent), m_store(std::make_unique<QSettings>(folder + QStringLiteral("/settings.ini"), QSettings::IniFormat)),
      m_language(m_store->value(QStringLiteral("language"), languageOf(QLocale::system())).toString())
{
}

QString Settings::languageOf(const QLocale &system)
{
    switch (system.language()) {
    case QLocale::C:
    case QLocale::Russian:
    case QLocale::Belarusian:
    case QLocale::Kazakh:
    case QLocale::Kirghiz:
    case QLocale::Tatar: return QStringLiteral("ru");
    default: return QStringLiteral("en");
    }
}

Settings *Settings::create(QQmlEngine *engine, QJSEngine *)
{
    Settings *settings = Client::of(engine)->settings();
    QJSEngine::setObjectOwnership(settings, QJSEngine::CppOwnership);
    return settings;
}

QString Settings::serverUrl() const
{
    if (!m_serverOverride.isEmpty())
        return m_serverOverride;
    return m_store->value(QStringLiteral("serverUrl"), QStringLiteral("http://127.0.0.1:8080")).toString();
}

void Settings::setLanguage(const QString &language)
{
    if (language == m_language || (language != QLatin1String("ru") && language != QLatin1String("en")))
        return;
    m_language = language;
    m_store->setValue(QStringLiteral("language"), language);
    Q_EMIT languageChanged();
}

void Settings::rememberSearch(const QString &text)
{
    if (text.isEmpty())
        return;
    QStringList searches = recentSearches();
    searches.removeAll(text);
    searches.prepend(text);
    m_store->setValue(QStringLiteral("recentSearches"), QStringList(searches.mid(0, 8)));
}

void Settings::forgetSearches()
{
    m_store->remove(QStringLiteral("recentSearches"));
    m_store->sync(); // on the disk too, now
}

void Settings::setPersonalPicks(bool on)
{
    if (on == personalPicks())
        return;
    write(QStringLiteral("personalPicks"), on);
    Q_EMIT personalPicksChosen(on);
}

void Settings::write(const QString &key, const QVariant &value)
{
    m_store->setValue(key, value);
    Q_EMIT changed();
}

} // namespace cargo::client
