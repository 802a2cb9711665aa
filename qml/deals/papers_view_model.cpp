#include "qml/deals/papers_view_model.h"

#include "qml/client/format.h"

#include <QFile>
#include <QFileInfo>
#include <QLocale>

namespace cargo::deals {

using client::Answer;
using client::Call;
using client::Format;

namespace {
constexpr qint64 kMaxBytes = 20 * 1024 * 1024; // the server's limit

QByteArray typeOf(const QByteArray &bytes)
{
    if (bytes.left(1024).contains("%PDF-"))
        return "application/pdf";
    if (bytes.startsWith("\xff\xd8"))
        return "image/jpeg";
    if (bytes.startsWith("\x89PNG"))
        return "image/png";
    return bytes.startsWith("RIFF") && bytes.mid(8, 4) == "WEBP" ? "image/webp" : "";
}
} // namespace

void PapersViewModel::begin()
{
    connect(client()->ws(), &client::WsClient::resyncNeeded, this, &PapersViewModel::reload);
    connect(client()->ws(), &client::WsClient::frameArrived, this, [this](const QString &type, const QJsonObject &frame) {
        const QJsonObject flags = frame.value(QLatin1String("message")).toObject().value(QLatin1String("flags")).toObject();
        const bool mine = flags.value(QLatin1String("deal_id")).toString() == m_id;
        if (type == QLatin1String("message") && mine
            && flags.value(QLatin1String("event")).toString() == QLatin1String("deal_document"))
            reload();
    });
    reload();
}

void PapersViewModel::reload()
{
    if (m_id.isEmpty())
        return;
    load({QStringLiteral("papers/") + m_id, path()}, [this](const QJsonObject &body) {
        m_items = body.value(QLatin1String("items")).toArray();
        Q_EMIT changed();
        setPhase(m_items.isEmpty() ? Empty : Ready);
    });
}

QVariantList PapersViewModel::kinds() const
{
    QVariantList list;
    const auto kind = [&list](const char *value, const QString &text) {
        list.append(QVariantMap{{QStringLiteral("value"), QLatin1String(value)}, {QStringLiteral("text"), text}});
    };
    kind("contract", tr("Contract"));
    kind("invoice", tr("Invoice"));
    kind("title", tr("Papers of the car"));
    kind("customs", tr("Customs"));
    kind("transport", tr("Transport"));
    kind("insurance", tr("Insurance"));
    kind("other", tr("Something else"));
    return list;
}

QVariantList PapersViewModel::papers() const
{
    QHash<QString, QString> words;
    for (const QVariant &kind : kinds())
        words.insert(kind.toMap().value(QStringLiteral("value")).toString(),
                     kind.toMap().value(QStringLiteral("text")).toString());
    QVariantList list;
    for (const QJsonValue &value : m_items) {
        const QJsonObject paper = value.toObject();
        const bool mine = client() && paper.value(QLatin1String("owner_id")).toString() == client()->session()->userId();
        const QStringList detail{words.value(paper.value(QLatin1String("kind")).toString()),
                                 QLocale().formattedDataSize(qint64(paper.value(QLatin1String("size_bytes")).toDouble()), 1,
                                                             QLocale::DataSizeSIFormat),
                                 mine ? tr("yours") : tr("from the other side"),
                                 Format::brief(double(Format::millis(paper.value(QLatin1String("created_at")))))};
        list.append(QVariantMap{{QStringLiteral("paperId"), paper.value(QLatin1String("id")).toString()},
                                {QStringLiteral("name"), paper.value(QLatin1String("name")).toString()},
                                {QStringLiteral("detail"), detail.join(QStringLiteral(" · "))},
                                {QStringLiteral("removable"), paper.value(QLatin1String("removable")).toBool()}});
    }
    return list;
}

QString PapersViewModel::nameOf(const QUrl &file) { return QFileInfo(file.toLocalFile()).completeBaseName().left(120); }

void PapersViewModel::add(const QUrl &file, const QString &kind, const QString &name)
{
    QFile source(file.toLocalFile());
    if (!source.open(QIODevice::ReadOnly))
        return Q_EMIT failed(tr("The file cannot be read."));
    if (source.size() > kMaxBytes)
        return Q_EMIT failed(tr("The file is larger than 20 MB."));
    const QByteArray bytes = source.readAll();
    const QByteArray type = typeOf(bytes);
    if (type.isEmpty())
        return Q_EMIT failed(tr("A PDF or a photo is needed."));
    Call call = Call::upload(path(), type, bytes);
    call.query.addQueryItem(QStringLiteral("kind"), kind);
    call.query.addQueryItem(QStringLiteral("name"), QString::fromLatin1(QUrl::toPercentEncoding(name.simplified())));
    order(call, [this](const Answer &) {
        reload();
        Q_EMIT added();
    });
}

void PapersViewModel::save(const QString &paperId)
{
    for (const QJsonValue &value : std::as_const(m_items)) {
        const QJsonObject paper = value.toObject();
        if (paper.value(QLatin1String("id")).toString() != paperId)
            continue;
        const bool pdf = paper.value(QLatin1String("content_type")).toString() == QLatin1String("application/pdf");
        // Somebody else has chosen the name: it is no path here.
        QString name = paper.value(QLatin1String("name")).toString();
        name.replace(QLatin1Char('/'), QLatin1Char('-')).replace(QLatin1Char('\\'), QLatin1Char('-'));
        while (name.startsWith(QLatin1Char('.')))
            name.remove(0, 1);
        const QString ending = pdf ? QStringLiteral(".pdf") : QStringLiteral(".jpg");
        saveFromServer(path() + QLatin1Char('/') + paperId, (name.isEmpty() ? QStringLiteral("CarGo") : name) + ending);
    }
}

void PapersViewModel::remove(const QString &paperId)
{
    order(Call::remove(path() + QLatin1Char('/') + paperId), [this](const Answer &) { reload(); });
}

} // namespace cargo::deals
