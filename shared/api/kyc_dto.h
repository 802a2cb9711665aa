#pragma once

#include "shared/api/json_reader.h"
#include "shared/domain/kyc.h"

#include <vector>

namespace cargo::api {

// POST admin/queues/kyc/{id}/decide.
struct KycDecisionDto
{
    QString decision;   // "approve", "retry", "reject"
    QString reasonCode; // of a rejection
    QString text;       // what the user reads
    QString note;       // for staff alone
    // What has to be taken again, by the document's id: {"0190…":"blurred"}.
    std::vector<std::pair<Uuid, DocumentFault>> faults;

    static Parsed<KycDecisionDto> parse(QByteArrayView body);
};

// POST admin/kyc/applications/{id}/documents/{document}/reveal.
struct RevealDto
{
    QString reason;

    static Parsed<RevealDto> parse(QByteArrayView body);
};

} // namespace cargo::api
