#include "server/kyc/kyc_json.h"

#include "shared/api/json_writer.h"

namespace cargo::kyc {

namespace {
void writeDocument(api::JsonWriter &out, const DocumentRow &document, const QByteArray &receivedSha256 = {})
{
    const auto fault = document.fault ? std::optional<QByteArray>(documentFaultWord(*document.fault)) : std::nullopt;
    out.beginObject().field("id", document.id).field("kind", documentKindWord(document.kind)).field("fault", fault);
    out.field("width", document.width).field("height", document.height).key("warnings").beginArray();
    for (const QByteArray &warning : document.warnings)
        out.value(warning);
    out.endArray().field("created_at", document.createdAt);
    if (!receivedSha256.isEmpty())
        out.field("received_sha256", receivedSha256);
    out.endObject();
}

void writeApplication(api::JsonWriter &out, const Application &a, Reader reader)
{
    out.field("id", a.id).field("status", kycStatusWord(a.status)).key("needed").beginArray();
    for (const DocumentKind kind : documentsNeeded(a.ofDriver))
        out.value(documentKindWord(kind));
    out.endArray().key("missing").beginArray();
    if (a.status == KycStatus::Draft || a.status == KycStatus::Retry) {
        for (const DocumentKind kind : a.missing())
            out.value(documentKindWord(kind));
    }
    out.endArray().key("documents").beginArray();
    for (const DocumentRow &document : a.documents)
        writeDocument(out, document);
    const auto reason = a.reasonCode.isEmpty() ? std::nullopt : std::optional<QByteArray>(a.reasonCode);
    out.endArray().field("reason_code", reason).field("text", a.text).field("submissions", a.submissions);
    out.field("created_at", a.createdAt).field("submitted_at", a.submittedAt).field("decided_at", a.decidedAt);
    if (reader == Reader::Staff)
        out.field("note", a.note).field("decided_by", a.decidedBy);
}

void writeCheck(api::JsonWriter &out, const Check &check)
{
    out.beginObject().field("stage", QByteArray(stageWord(check.view.stage)));
    out.field("answer", QByteArray(answerWord(check.view.answer))).key("labels").beginArray();
    for (const QByteArray &label : check.view.labels)
        out.value(label);
    out.endArray().field("comment", check.view.comment).field("needs_person", check.needsPerson);
    const auto error = check.lastError.isEmpty() ? std::nullopt : std::optional<QByteArray>(check.lastError);
    out.field("last_error", error).field("seen_at", check.seenAt).endObject();
}
} // namespace

QByteArray documentJson(const DocumentRow &document, const QByteArray &receivedSha256)
{
    api::JsonWriter out;
    writeDocument(out, document, receivedSha256);
    return out.take();
}

QByteArray applicationJson(const Application &a, Reader reader)
{
    api::JsonWriter out(2048);
    out.beginObject();
    writeApplication(out, a, reader);
    out.endObject();
    return out.take();
}

QByteArray caseJson(const Application &a, const QByteArray &userCard, const std::optional<Check> &check)
{
    api::JsonWriter out(2048);
    out.beginObject();
    writeApplication(out, a, Reader::Staff);
    out.key("user").raw(userCard.isEmpty() ? QByteArray("null") : userCard).key("provider");
    if (check)
        writeCheck(out, *check);
    else
        out.null();
    out.endObject();
    return out.take();
}

} // namespace cargo::kyc
