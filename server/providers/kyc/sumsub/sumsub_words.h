#pragma once

#include "server/providers/kyc/kyc_provider.h"

#include <QJsonObject>

namespace cargo::kyc::sumsub {

// Sumsub's words in ours.

struct DocumentType
{
    const char *name; // idDocType
    const char *side; // idDocSubType; null: it has none
};
DocumentType documentType(DocumentKind kind);

// GET …/status. What is not known counts as not decided.
ProviderView viewOf(const QJsonObject &status);
// GET …/requiredIdDocsStatus: the pictures that were not taken, each with its fault.
std::vector<std::pair<QByteArray, DocumentFault>> faultsOf(const QJsonObject &steps);

} // namespace cargo::kyc::sumsub
