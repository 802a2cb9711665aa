#include "server/config/settings.h"

#include "server/config/setting_table.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>

namespace cargo::config {

using namespace Qt::Literals;

namespace {

const SettingRow *findFlag(QStringView flag)
{
    const auto &table = settingTable();
    const auto row = std::find_if(table.begin(), table.end(), [&](const SettingRow &r) { return flag == QLatin1String(r.name); });
    return row == table.end() ? nullptr : &*row;
}

void readInto(Settings &settings, const SettingRow &row, const QString &value, const QString &where, std::vector<Error> &problems)
{
    if (const Outcome outcome = row.read(settings, value); !outcome.ok())
        problems.push_back(Error{outcome.code(), where, outcome.error().detail});
}

void readEnvironment(Settings &settings, std::vector<Error> &problems)
{
    for (const SettingRow &row : settingTable()) {
        const QByteArray name = row.environmentName();
        if (qEnvironmentVariableIsSet(name.constData()))
            readInto(settings, row, qEnvironmentVariable(name.constData()), QString::fromLatin1(name), problems);
    }
}

void readFlags(Settings &settings, const QStringList &arguments, std::vector<Error> &problems)
{
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments.at(i);
        if (!argument.startsWith(u"--")) {
            problems.push_back({ErrorCode::UnknownValue, argument, u"no such argument"_s});
            continue;
        }
        const qsizetype equals = argument.indexOf(u'=');
        const QString flag = equals < 0 ? argument.sliced(2) : argument.sliced(2, equals - 2);
        const SettingRow *row = findFlag(flag);
        if (!row) {
            problems.push_back({ErrorCode::UnknownField, argument, u"no such setting; --help lists them"_s});
            continue;
        }
        if (equals < 0 && i + 1 >= arguments.size()) {
            problems.push_back({ErrorCode::Required, argument, u"a value is expected"_s});
            continue;
        }
        const QString value = equals < 0 ? arguments.at(++i) : argument.sliced(equals + 1);
        readInto(settings, *row, value, u"--"_s + flag, problems);
    }
}

} // namespace

Result<Settings> Settings::load(const QStringList &arguments, std::vector<Error> *problems)
{
    Settings settings;
    std::vector<Error> found;
    readEnvironment(settings, found);
    readFlags(settings, arguments, found);
    if (settings.dataDir.isEmpty()) {
        const QString home = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
        settings.dataDir = home + u"/cargod"_s;
    }
    settings.dataDir = QFileInfo(settings.dataDir).absoluteFilePath();
    if (settings.kyc == "sumsub" && (settings.sumsubToken.isEmpty() || settings.sumsubSecret.isEmpty()))
        found.push_back({ErrorCode::Required, u"sumsub-token"_s, u"kyc is sumsub: its token and secret are needed"_s});
    if (settings.search != "embedded" && settings.searchUrl.isEmpty())
        found.push_back(
            {ErrorCode::Required, u"search-url"_s, u"search is not embedded: CARGO_SEARCH_URL has to name the engine"_s});
    if (settings.search == "embedded" && !settings.searchUrl.isEmpty())
        found.push_back(
            {ErrorCode::Conflict, u"search-url"_s, u"search is embedded: set CARGO_SEARCH, or leave CARGO_SEARCH_URL empty"_s});
    if (settings.embeddingsUrl.isEmpty() != settings.embeddingsModel.isEmpty())
        found.push_back({ErrorCode::Required, settings.embeddingsUrl.isEmpty() ? u"embeddings-url"_s : u"embeddings-model"_s,
                         u"CARGO_EMBEDDINGS_URL and CARGO_EMBEDDINGS_MODEL come together"_s});
    if (settings.search != "embedded" && !settings.embeddingsUrl.isEmpty())
        found.push_back({ErrorCode::Conflict, u"embeddings-url"_s,
                         u"the engine outside makes no use of embeddings: leave CARGO_EMBEDDINGS_URL empty"_s});
    if (problems)
        *problems = found;
    if (!found.empty())
        return found.front();
    return settings;
}

QByteArray Settings::print() const
{
    const Settings defaults;
    QByteArray out;
    for (const SettingRow &row : settingTable()) {
        const QString value = row.print(*this);
        const bool isDefault = value == row.print(defaults);
        out += row.environmentName() + '=';
        out += row.secret && !value.isEmpty() ? QByteArray("****") : value.toUtf8();
        out += isDefault ? "    # default\n" : "\n";
    }
    return out;
}

QByteArray Settings::help()
{
    const Settings defaults;
    QByteArray out("Settings: a flag, or the environment variable beside it. Flags win.\n\n");
    for (const SettingRow &row : settingTable()) {
        const QString value = row.print(defaults);
        out += QByteArray(QByteArrayLiteral("  --") + row.name).leftJustified(30) + row.environmentName() + '\n';
        out += QByteArray(6, ' ') + row.help + (value.isEmpty() ? QByteArray() : QByteArray(" (default " + value.toUtf8() + ')'))
               + '\n';
    }
    return out;
}

} // namespace cargo::config
