#include "qml/profile/identity_view_model.h"

#include "qml/camera/photo_words.h"
#include "qml/client/photo_file.h"
#include "shared/domain/ids.h"
#include "shared/domain/kyc.h"
#include "shared/pictures/photo_quality.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QImage>
#include <QJsonArray>

namespace cargo::profile {

using client::Answer;
using client::Call;

namespace {
// Texts of documents, in the context of their own.
struct IdentityTexts
{
    Q_DECLARE_TR_FUNCTIONS(IdentityTexts)
public:
    static QString title(DocumentKind kind)
    {
        switch (kind) {
        case DocumentKind::PassportMain: return tr("Passport: the page with the photo");
        case DocumentKind::PassportAddress: return tr("Passport: the page with the address");
        case DocumentKind::LicenceFront: return tr("Driving licence: front");
        case DocumentKind::LicenceBack: return tr("Driving licence: back");
        case DocumentKind::Selfie: break;
        }
        return tr("You, with the passport in your hand");
    }
    static QString hint(DocumentKind kind)
    {
        if (kind == DocumentKind::Selfie)
            return tr("Face and passport whole in the picture, both sharp");
        return tr("The whole page, sharp, without glare");
    }
    static QString fault(DocumentFault fault)
    {
        switch (fault) {
        case DocumentFault::Blurred: return tr("It is not sharp. Hold the phone still, in good light.");
        case DocumentFault::Glare: return tr("Light hides a part of it. Turn away from the lamp.");
        case DocumentFault::Cropped: return tr("An edge is cut off. Show the whole page.");
        case DocumentFault::Expired: return tr("The document has run out. Show a valid one.");
        case DocumentFault::WrongDocument: return tr("This is another document or page.");
        case DocumentFault::Unreadable: return tr("It cannot be read.");
        case DocumentFault::OtherPerson: return tr("Face and document do not seem to be of the same person.");
        case DocumentFault::Damaged: break;
        }
        return tr("The document is damaged.");
    }
};

QJsonObject documentOf(const QJsonObject &application, const QString &kind)
{
    const QJsonArray documents = application.value(QLatin1String("documents")).toArray();
    for (const QJsonValue &document : documents) {
        if (document.toObject().value(QLatin1String("kind")).toString() == kind)
            return document.toObject();
    }
    return {};
}
} // namespace

void IdentityViewModel::reload()
{
    if (m_application.isEmpty())
        setPhase(Loading);
    get(QStringLiteral("kyc/applications/current"), {}, [this](const Answer &answer) { // not kept on this device
        if (answer.ok)
            take(answer.body);
        else if (answer.error.code == ErrorCode::NotFound)
            take({});
        else
            setFailed(answer);
    });
}

void IdentityViewModel::take(const QJsonObject &application)
{
    m_application = application;
    Q_EMIT changed();
    setPhase(Ready);
    // What he may do now, for every other page.
    if (status() == QLatin1String("approved") && !client()->session()->user().value(QStringLiteral("verified")).toBool()) {
        get(QStringLiteral("me"), {}, [this](const Answer &answer) {
            if (answer.ok)
                client()->session()->updateUser(answer.body);
        });
    }
}

QString IdentityViewModel::path(const char *more) const
{
    return QStringLiteral("kyc/applications/") + m_application.value(QLatin1String("id")).toString() + QLatin1String(more);
}

QVariantMap IdentityViewModel::rowOf(const QString &kind) const
{
    const auto known = documentKindFromWord(kind);
    const QJsonObject document = documentOf(m_application, kind);
    const auto fault = documentFaultFromWord(document.value(QLatin1String("fault")).toString());
    const auto sending = m_sending.constFind(kind);
    QString state = QStringLiteral("missing");
    QString note;
    if (sending != m_sending.constEnd()) {
        state = sending->error.isEmpty() ? QStringLiteral("sending") : QStringLiteral("failed");
        note = sending->error;
    } else if (const auto doubt = m_doubts.constFind(kind); doubt != m_doubts.constEnd()) {
        state = QStringLiteral("doubt");
        note = camera::photoWarningText(doubt->warning);
    } else if (fault) {
        state = QStringLiteral("again");
        note = IdentityTexts::fault(*fault);
    } else if (!document.isEmpty()) {
        state = QStringLiteral("shown");
        const QJsonArray warnings = document.value(QLatin1String("warnings")).toArray();
        if (!warnings.isEmpty())
            note = camera::photoWarningText(warnings.first().toString().toLatin1());
    }
    return {{QStringLiteral("kind"), kind},
            {QStringLiteral("title"), IdentityTexts::title(known.value_or(DocumentKind::Selfie))},
            {QStringLiteral("hint"), IdentityTexts::hint(known.value_or(DocumentKind::Selfie))},
            {QStringLiteral("state"), state},
            {QStringLiteral("note"), note},
            {QStringLiteral("source"), m_doubts.value(kind).file},
            {QStringLiteral("progress"), sending == m_sending.constEnd() ? 0.0 : sending->progress}};
}

QVariantList IdentityViewModel::documents() const
{
    QVariantList rows;
    const QJsonArray needed = m_application.value(QLatin1String("needed")).toArray();
    for (const QJsonValue &kind : needed)
        rows.append(rowOf(kind.toString()));
    return rows;
}

int IdentityViewModel::shown() const
{
    const QJsonArray needed = m_application.value(QLatin1String("needed")).toArray();
    return int(needed.size() - m_application.value(QLatin1String("missing")).toArray().size());
}

bool IdentityViewModel::ready() const
{
    const bool open = status() == QLatin1String("draft") || status() == QLatin1String("retry");
    return open && m_application.value(QLatin1String("missing")).toArray().isEmpty() && m_sending.isEmpty() && m_doubts.isEmpty();
}

void IdentityViewModel::start()
{
    order(Call::post(QStringLiteral("kyc/applications")), [this](const Answer &answer) { take(answer.body); });
}

void IdentityViewModel::show(const QString &kind, const QUrl &file, bool looked)
{
    const QImage photo = looked ? QImage() : QImage::fromData(client::preparePhoto(file.toLocalFile()));
    const QByteArrayList warnings = photo.isNull() ? QByteArrayList() : pictures::photoWarnings(photo);
    m_doubts.remove(kind);
    if (warnings.isEmpty()) {
        begin(kind, file);
        return;
    }
    m_sending.remove(kind); // he has chosen another one
    m_doubts.insert(kind, {file, warnings.first()});
    Q_EMIT changed();
}

void IdentityViewModel::sendAnyway(const QString &kind)
{
    const Doubt doubt = m_doubts.take(kind);
    if (!doubt.file.isEmpty())
        begin(kind, doubt.file);
}

void IdentityViewModel::begin(const QString &kind, const QUrl &file)
{
    Sending sending;
    sending.jpeg = client::preparePhoto(file.toLocalFile());
    sending.key = newUuid({QDateTime::currentMSecsSinceEpoch()}).toText();
    if (sending.jpeg.isEmpty()) {
        Q_EMIT failed(client::errorText({ErrorCode::UnsupportedMediaType, {}, {}}));
        return;
    }
    m_sending.insert(kind, sending);
    send(kind);
}

void IdentityViewModel::retry(const QString &kind)
{
    if (m_sending.contains(kind))
        send(kind);
}

void IdentityViewModel::send(const QString &kind)
{
    Sending &sending = m_sending[kind];
    sending.error.clear();
    sending.progress = 0;
    Call call = Call::photo(sending.jpeg, sending.key);
    call.path = path("/documents");
    call.query = {{QStringLiteral("kind"), kind}};
    const QByteArray key = sending.key;
    call.progress = [this, kind, key](double progress) {
        if (const auto now = m_sending.find(kind); now != m_sending.end() && now->key == key) {
            now->progress = progress;
            Q_EMIT changed();
        }
    };
    Q_EMIT changed();
    client()->api()->send(call, this, [this, kind, key](const Answer &answer) {
        const auto now = m_sending.find(kind);
        if (now == m_sending.end() || now->key != key)
            return; // another picture was chosen meanwhile
        const QByteArray sha256 = QCryptographicHash::hash(now->jpeg, QCryptographicHash::Sha256).toHex();
        if (!client::uploadedAs(answer, sha256).isEmpty()) {
            m_sending.erase(now);
            reload();
        } else {
            now->error = client::errorText(answer.ok ? Error{ErrorCode::Internal, {}, {}} : answer.error);
        }
        Q_EMIT changed();
    });
}

void IdentityViewModel::handIn()
{
    order(Call::post(path("/submit")), [this](const Answer &answer) { take(answer.body); });
}

} // namespace cargo::profile
