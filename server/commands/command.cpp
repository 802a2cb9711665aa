#include "server/commands/command.h"

#include <QTextStream>

namespace cargo::commands {

std::optional<config::Settings> settingsOrComplain(const QStringList &arguments)
{
    std::vector<Error> problems;
    auto settings = config::Settings::load(arguments, &problems);
    if (settings)
        return std::move(settings).value();
    QTextStream err(stderr);
    for (const Error &problem : problems)
        err << "cargod: " << problem.field << ": " << problem.detail << '\n';
    return std::nullopt;
}

std::optional<QString> takeOption(QStringList &arguments, const QString &name)
{
    const QString prefix = name + u'=';
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        if (arguments.at(i).startsWith(prefix))
            return arguments.takeAt(i).sliced(prefix.size());
        if (arguments.at(i) == name && i + 1 < arguments.size()) {
            arguments.removeAt(i);
            return arguments.takeAt(i);
        }
    }
    return std::nullopt;
}

bool takeFlag(QStringList &arguments, const QString &name) { return arguments.removeAll(name) > 0; }

int complain(const Error &error)
{
    QTextStream err(stderr);
    err << "cargod: ";
    if (!error.field.isEmpty())
        err << error.field << ": ";
    err << (error.detail.isEmpty() ? QString::fromLatin1(errorWord(error.code)) : error.detail) << '\n';
    return 1;
}

} // namespace cargo::commands
