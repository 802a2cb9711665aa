#pragma once

#include "shared/api/json_reader.h"
#include "shared/api/json_writer.h"

namespace cargo::api {

// The words of `reason` when a dispute is opened.
const std::vector<QLatin1String> &disputeReasons();

struct OpenDisputeBody
{
    QString reason; // one of disputeReasons()
    QString text;
    std::vector<MediaId> photos;

    QByteArray toJson() const;
    static Parsed<OpenDisputeBody> parse(QByteArrayView body);
};

struct EvidenceBody
{
    QString text; // text or photos or both
    std::vector<MediaId> photos;

    QByteArray toJson() const;
    static Parsed<EvidenceBody> parse(QByteArrayView body);
};

struct ResolveDisputeBody
{
    QString outcome;             // refund | release | split
    std::optional<Money> refund; // the buyer's part of a split
    QString reasonCode;
    QString text;                  // what both sides read; {"ru","en"} when there are two
    std::optional<QString> textEn; // then `text` is the Russian one

    QByteArray toJson() const;
    static Parsed<ResolveDisputeBody> parse(QByteArrayView body);
};

} // namespace cargo::api
