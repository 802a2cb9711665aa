#include "server/providers/kyc/sumsub/sumsub_words.h"

#include <QJsonArray>

namespace cargo::kyc::sumsub {

namespace {
using Stage = ProviderView::Stage;
using Answer = ProviderView::Answer;

Stage stageOf(const QString &status)
{
    if (status == QLatin1String("completed"))
        return Stage::Completed;
    if (status == QLatin1String("onHold"))
        return Stage::OnHold;
    return status == QLatin1String("init") || status == QLatin1String("awaitingUser") ? Stage::Started : Stage::InReview;
}

Answer answerOf(const QJsonObject &result)
{
    const QString answer = result.value(QLatin1String("reviewAnswer")).toString();
    if (answer == QLatin1String("GREEN"))
        return Answer::Good;
    if (answer != QLatin1String("RED"))
        return Answer::None;
    return result.value(QLatin1String("reviewRejectType")).toString() == QLatin1String("RETRY") ? Answer::Retry : Answer::Final;
}

DocumentFault faultOf(const QJsonArray &labels)
{
    struct Word
    {
        const char *label;
        DocumentFault fault;
    };
    static constexpr Word kWords[] = {
        {"DOCUMENT_DAMAGED", DocumentFault::Damaged},     {"DOCUMENT_PAGE_MISSING", DocumentFault::Cropped},
        {"INCOMPLETE_DOCUMENT", DocumentFault::Cropped},  {"EXPIRATION_DATE", DocumentFault::Expired},
        {"ID_INVALID", DocumentFault::WrongDocument},     {"SCREENSHOTS", DocumentFault::WrongDocument},
        {"NOT_DOCUMENT", DocumentFault::WrongDocument},   {"SELFIE_MISMATCH", DocumentFault::OtherPerson},
        {"BAD_FACE_MATCHING", DocumentFault::OtherPerson}};
    for (const Word &word : kWords) {
        if (labels.contains(QLatin1String(word.label)))
            return word.fault;
    }
    return DocumentFault::Unreadable; // BAD_PHOTO, UNSATISFACTORY_PHOTOS, and words that came later
}
} // namespace

DocumentType documentType(DocumentKind kind)
{
    switch (kind) {
    case DocumentKind::PassportMain: return {"PASSPORT", "FRONT_SIDE"};
    case DocumentKind::PassportAddress: return {"PASSPORT", "BACK_SIDE"};
    case DocumentKind::LicenceFront: return {"DRIVERS", "FRONT_SIDE"};
    case DocumentKind::LicenceBack: return {"DRIVERS", "BACK_SIDE"};
    case DocumentKind::Selfie: break;
    }
    return {"SELFIE", nullptr};
}

ProviderView viewOf(const QJsonObject &status)
{
    const QJsonObject result = status.value(QLatin1String("reviewResult")).toObject();
    ProviderView view;
    view.stage = stageOf(status.value(QLatin1String("reviewStatus")).toString());
    if (view.stage != Stage::Completed)
        return view; // an answer that stands there is of the time before
    view.answer = answerOf(result);
    for (const QJsonValue &label : result.value(QLatin1String("rejectLabels")).toArray())
        view.labels.append(label.toString().toLatin1());
    view.comment = result.value(QLatin1String("moderationComment")).toString();
    return view;
}

std::vector<std::pair<QByteArray, DocumentFault>> faultsOf(const QJsonObject &steps)
{
    std::vector<std::pair<QByteArray, DocumentFault>> faults;
    for (const QJsonValue &step : steps) {
        const QJsonObject pictures = step.toObject().value(QLatin1String("imageReviewResults")).toObject();
        for (auto picture = pictures.begin(); picture != pictures.end(); ++picture) {
            const QJsonObject result = picture.value().toObject();
            if (result.value(QLatin1String("reviewAnswer")).toString() == QLatin1String("RED"))
                faults.emplace_back(picture.key().toLatin1(), faultOf(result.value(QLatin1String("rejectLabels")).toArray()));
        }
    }
    return faults;
}

} // namespace cargo::kyc::sumsub
