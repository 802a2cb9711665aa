#include "server/commands/command.h"

#include "server/app.h"
#include "server/config/setting_table.h"
#include "server/db/blocking.h"
#include "server/db/embedded_cluster.h"
#include "server/core/run_here.h"
#include "server/db/migrator.h"
#include "server/db/optional_schema.h"
#include "server/features.h"
#include "server/providers/scan/clamd/clamd_provider.h"

#include <QDir>
#include <QFileInfo>
#include <QImageReader>
#include <QStorageInfo>
#include <QTemporaryFile>
#include <QTextStream>

namespace cargo::commands {

namespace {

class Doctor
{
public:
    void good(const QString &what) { m_out << "ok    " << what << '\n'; }
    void warn(const QString &what, const QString &mend) { m_out << "warn  " << what << "\n      " << mend << '\n'; }
    void bad(const QString &what, const QString &mend)
    {
        m_out << "bad   " << what << "\n      " << mend << '\n';
        ++m_bad;
    }
    int result() const { return m_bad == 0 ? 0 : 1; }

private:
    QTextStream m_out{stdout};
    int m_bad = 0;
};

using namespace Qt::Literals;

void checkDataDir(Doctor &doctor, const config::Settings &settings)
{
    QDir().mkpath(settings.dataDir);
    QTemporaryFile probe(settings.dataDir + u"/probe-XXXXXX"_s);
    if (!probe.open() || probe.write("x") != 1)
        return doctor.bad(u"data directory %1 cannot be written: %2"_s.arg(settings.dataDir, probe.errorString()),
                          u"give its owner the right to write, or name another with --data-dir"_s);
    const QStorageInfo storage(settings.dataDir);
    const qint64 freeMb = storage.bytesAvailable() / 1'000'000;
    if (freeMb < 1000)
        doctor.warn(u"only %1 MB are free below %2"_s.arg(freeMb).arg(settings.dataDir), u"photos and the database need room"_s);
    else
        doctor.good(u"data directory %1, %2 MB free"_s.arg(settings.dataDir).arg(freeMb));
}

// Where meanings come from outside: whether they can be kept.
void checkEmbeddingTables(Doctor &doctor, const config::Settings &settings, db::BlockingConnection &connection)
{
    if (settings.embeddingsUrl.isEmpty())
        return;
    if (const Outcome there = db::examine(db::kEmbeddingSchema, connection); !there)
        doctor.bad(u"embeddings cannot be kept"_s, there.error().detail);
    else
        doctor.good(u"embeddings are kept with pgvector"_s);
}

// And whether they come.
void checkEmbeddings(Doctor &doctor, const config::Settings &settings)
{
    const auto provider = makeEmbeddings(settings);
    if (!provider)
        return doctor.bad(provider.error().field + u": "_s + provider.error().detail,
                          u"cargod serve --help lists every setting"_s);
    if (!*provider)
        return doctor.good(u"what words mean is learnt from the listings (embeddings-url)"_s);
    const Timestamp now = SystemClock().now();
    std::vector<QString> texts{u"Toyota"_s};
    const auto made = runHere((*provider)->embed(std::make_shared<CallContext>(now, now.plusMs(10'000)), std::move(texts)));
    if (made)
        doctor.good(u"embeddings come: %1, %2 numbers"_s.arg(QString::fromUtf8(settings.embeddingsModel))
                        .arg(settings.embeddingsDimensions));
    else
        doctor.bad(u"no embeddings come: "_s + made.error().detail,
                   u"check embeddings-url, embeddings-key and embeddings-model; searches go by their words meanwhile"_s);
}

void checkDatabase(Doctor &doctor, const config::Settings &settings)
{
    QByteArray url = settings.databaseUrl;
    std::unique_ptr<db::EmbeddedCluster> cluster;
    if (url.isEmpty()) {
        if (db::EmbeddedCluster::findBinaries().isEmpty())
            return doctor.bad(u"no PostgreSQL server program was found"_s,
                              u"apt-get install postgresql, or set CARGO_DATABASE_URL"_s);
        cluster = std::make_unique<db::EmbeddedCluster>(db::EmbeddedCluster::Options{settings.dataDir, 40, true});
        if (!cluster->attach()) {
            if (const Outcome started = cluster->start(); !started)
                return doctor.bad(u"the private cluster does not start: "_s + started.error().detail,
                                  u"see <data-dir>/pg/server.log"_s);
        }
        url = cluster->url();
    }
    auto connection = db::BlockingConnection::open(url);
    if (!connection)
        return doctor.bad(u"the database does not answer"_s,
                          u"check CARGO_DATABASE_URL, the server's address and its pg_hba.conf"_s);
    const auto version = connection->execute("show server_version_num");
    const int number = version ? version->text(0, 0).toInt() : 0;
    if (number < 140000)
        return doctor.bad(u"PostgreSQL is older than 14"_s, u"install a newer one"_s);
    doctor.good(u"database answers, PostgreSQL %1"_s.arg(number / 10000));
    const auto pending = db::Migrator().pending(url);
    if (!pending)
        doctor.bad(u"the schema is not one of this program: "_s + pending.error().detail,
                   u"run the newest cargod against this database"_s);
    else if (!pending->isEmpty())
        doctor.warn(u"%1 migrations are not applied yet"_s.arg(pending->size()), u"cargod migrate, or start cargod serve"_s);
    else
        doctor.good(u"schema is up to date"_s);
    checkEmbeddingTables(doctor, settings, *connection);
}

void checkScanner(Doctor &doctor, const config::Settings &settings)
{
    if (settings.clamdUrl.isEmpty())
        return doctor.warn(u"papers of deals are not looked at by a virus scanner"_s,
                           u"apt-get install clamav-daemon, and set CARGO_CLAMD_URL"_s);
    const auto address = scan::clamd::ClamdProvider::parse(settings.clamdUrl);
    const auto version = address ? scan::clamd::ClamdProvider(*address).version() : Result<QByteArray>(address.error());
    if (version)
        doctor.good(u"virus scanner answers: %1"_s.arg(QString::fromUtf8(*version)));
    else
        doctor.bad(u"clamd-url: "_s + version.error().detail,
                   u"without it no paper is taken: start clamd, or leave the setting empty"_s);
}

void checkPhotoText(Doctor &doctor, const config::Settings &settings)
{
    if (settings.photoText == "off")
        return doctor.good(u"text in photos is not read (photo-text)"_s);
    const auto reader = makePhotoText(settings.photoText);
    if (reader)
        doctor.good(u"text in photos is read by "_s + QString::fromUtf8(settings.photoText));
    else
        doctor.bad(u"photo-text: "_s + reader.error().detail, u"install what is missing, or set it to off"_s);
}

void checkSearch(Doctor &doctor, const config::Settings &settings)
{
    if (settings.search == "embedded")
        return doctor.good(u"search is in this program (search)"_s);
    const SystemClock clock;
    const auto findings = examineSearch(settings, clock);
    if (!findings)
        return doctor.bad(findings.error().field + u": "_s + findings.error().detail,
                          u"cargod serve --help lists every setting"_s);
    for (const search::Finding &one : *findings) {
        switch (one.kind) {
        case search::Finding::Kind::Good: doctor.good(one.what); break;
        case search::Finding::Kind::Warning: doctor.warn(one.what, one.mend); break;
        case search::Finding::Kind::Bad: doctor.bad(one.what, one.mend); break;
        }
    }
}

} // namespace

int doctor(const QStringList &arguments)
{
    Doctor doctor;
    std::vector<Error> problems;
    const auto settings = config::Settings::load(arguments, &problems);
    for (const Error &problem : problems)
        doctor.bad(problem.field + u": "_s + problem.detail, u"cargod serve --help lists every setting"_s);
    if (!settings)
        return doctor.result();
    doctor.good(u"%1 settings read"_s.arg(config::settingTable().size()));
    checkDataDir(doctor, *settings);
    checkDatabase(doctor, *settings);
    if (!settings->secretKey.isEmpty() && settings->secretKey.size() < 32)
        doctor.bad(u"secret-key is shorter than 32 characters"_s, u"make one with: head -c 32 /dev/urandom | base64"_s);
    if (!QImageReader::supportedImageFormats().contains("webp"))
        doctor.warn(u"WebP photos cannot be read"_s, u"apt-get install qt6-image-formats-plugins"_s);
    checkScanner(doctor, *settings);
    checkPhotoText(doctor, *settings);
    checkSearch(doctor, *settings);
    checkEmbeddings(doctor, *settings);
    if (settings->kyc == "auto")
        doctor.warn(u"kyc is auto: everybody is trusted"_s, u"set CARGO_KYC=manual where real money moves"_s);
    return doctor.result();
}

} // namespace cargo::commands
