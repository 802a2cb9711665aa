#include "qml/shell/quick_app.h"

#include "qml/ui/fonts.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QDirIterator>
#include <QLocale>
#include <QMutex>
#include <QNetworkDiskCache>
#include <QQmlNetworkAccessManagerFactory>

namespace cargo::shell {
namespace {
const QStringList kSchemes{QStringLiteral("cargo"), QStringLiteral("cargo-admin")};

// Photos are kept on disk: they never change. Photos of chats are among them, so they go when the user signs out.
class PhotoNetwork : public QQmlNetworkAccessManagerFactory
{
public:
    void setFolder(const QString &folder)
    {
        const QMutexLocker lock(&m_mutex);
        m_folder = folder;
    }

    QNetworkAccessManager *create(QObject *parent) override
    {
        auto *network = new QNetworkAccessManager(parent);
        auto *cache = new QNetworkDiskCache(network);
        const QMutexLocker lock(&m_mutex); // engines ask on their own threads
        cache->setCacheDirectory(m_folder);
        cache->setMaximumCacheSize(200 * 1024 * 1024);
        network->setCache(cache);
        return network;
    }

private:
    QMutex m_mutex;
    QString m_folder;
};

PhotoNetwork *photoNetwork()
{
    static PhotoNetwork network; // outlives every engine
    return &network;
}

} // namespace

QuickApp::QuickApp(client::Client *client, const QString &module, QObject *parent)
    : QObject(parent), m_client(client), m_module(module)
{
    ui::loadFonts();
    for (const QString &scheme : kSchemes)
        QDesktopServices::setUrlHandler(scheme, this, "openUrl");
    translate();
    m_client->installOn(&m_engine);
    m_engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    const QString photos = m_client->folder() + QStringLiteral("/photos");
    photoNetwork()->setFolder(photos);
    m_engine.setNetworkAccessManagerFactory(photoNetwork());
    connect(m_client->session(), &client::Session::signedInChanged, this, [photos](bool signedIn) {
        QDirIterator kept(photos, QDir::Files, QDirIterator::Subdirectories); // its folders stay: the cache made them once
        while (!signedIn && kept.hasNext())
            QFile::remove(kept.next());
    });
    connect(m_client->settings(), &client::Settings::languageChanged, this, [this] {
        translate();
        m_engine.retranslate();
    });
}

QuickApp::~QuickApp()
{
    for (const QString &scheme : kSchemes)
        QDesktopServices::unsetUrlHandler(scheme);
}

void QuickApp::translate()
{
    const QString language = m_client->settings()->language();
    QLocale::setDefault(language == QLatin1String("ru") ? QLocale(QLocale::Russian, QLocale::Russia)
                                                        : QLocale(QLocale::English, QLocale::UnitedKingdom));
    QCoreApplication::removeTranslator(&m_texts);
    if (m_texts.load(QStringLiteral(":/i18n/cargo_") + language))
        QCoreApplication::installTranslator(&m_texts);
}

bool QuickApp::load()
{
    m_engine.load(QUrl(QStringLiteral("qrc:/qt/qml/%1/Main.qml").arg(m_module)));
    return !m_engine.rootObjects().isEmpty();
}

QObject *QuickApp::navigation() const
{
    return m_engine.rootObjects().isEmpty() ? nullptr : m_engine.rootObjects().first()->property("nav").value<QObject *>();
}

void QuickApp::openLink(const QString &link)
{
    QObject *nav = navigation();
    if (nav)
        QMetaObject::invokeMethod(nav, "openLink", Q_ARG(QVariant, link));
}

} // namespace cargo::shell
