#pragma once

#include "server/core/answer.h"
#include "server/documents/document_store.h"
#include "server/jobs/registry.h"
#include "server/providers/scan/scan_provider.h"

namespace cargo::documents {

// The vault of a deal: papers that both sides see and nobody else but staff, each look of whom is audited. What comes is
// looked at by the scanner, pictures are encoded anew, and everything is sealed before it touches the file store. A paper
// that was shown is evidence: its owner may take it back only while the deal runs and no dispute is open.
class DocumentService
{
public:
    DocumentService(Runtime &runtime, vault::Vault &vault, const scan::ScanProvider &scanner)
        : m_runtime(runtime), m_vault(vault), m_scanner(scanner), m_store(runtime)
    {
    }

    static constexpr int kMaxOfADeal = 50;

    // `kind` and `name` as in the contract; `path` of the uploaded file. Errors: NotFound (no deal of the caller's),
    // UnknownValue, Required, TooLong, PayloadTooLarge, UnsupportedMediaType (neither PDF nor picture), InvalidFormat, Infected,
    // Unavailable (no verdict of the scanner), OutOfRange (too many), StateConflict (the deal was never paid, or has ended).
    QCoro::Task<Result<QByteArray>> add(CallContextPtr context, DealId deal, QString kind, QString name, QString path);
    // A JSON array, the oldest first.
    QCoro::Task<Result<QByteArray>> list(CallContextPtr context, DealId deal);
    struct Opened
    {
        Document document;
        QByteArray bytes;
    };
    QCoro::Task<Result<Opened>> open(CallContextPtr context, DealId deal, Uuid id);
    // Errors: NotFound, Forbidden (the other side's), StateConflict.
    QCoro::Task<Outcome> remove(CallContextPtr context, DealId deal, Uuid id);

    // Files of papers that were taken back, or that no row has come to point at.
    void registerJobs(jobs::Registry &registry);

private:
    // Answers whether the reader is staff, whose look is on record then. NotFound for everybody else.
    QCoro::Task<Result<bool>> mayLook(CallContextPtr context, DealId deal, PapersDeal papers, QByteArray what);

    Runtime &m_runtime;
    vault::Vault &m_vault;
    const scan::ScanProvider &m_scanner;
    DocumentStore m_store;
};

} // namespace cargo::documents
