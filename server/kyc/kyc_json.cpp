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
} // namespace

QByteArray documentJson(const DocumentRow &document, const QByteArray &receivedSha256)
{
    api::JsonWriter out;
    writeDocument(out, document, receivedSha256);
    return out.take();
}

QByteArray applicationJson(const Application &a, Reader reader, const QByteArray &userCard)
{
    api::JsonWriter out(2048);
    out.beginObject().field("id", a.id).field("status", kycStatusWord(a.status)).key("needed").beginArray();
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
    if (reader == Reader::Staff) {
        out.field("note", a.note).field("decided_by", a.decidedBy);
        out.key("user").raw(userCard.isEmpty() ? QByteArray("null") : userCard);
    }
    out.endObject();
    return out.take();
}

} // namespace cargo::kyc
