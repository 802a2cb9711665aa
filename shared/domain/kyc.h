#pragma once

#include <QLatin1String>
#include <QStringView>

#include <optional>
#include <span>

namespace cargo {

// What confirms an identity, and how far that has come. Names are the words on the wire.
enum class DocumentKind { PassportMain, PassportAddress, LicenceFront, LicenceBack, Selfie };

enum class KycStatus {
    Draft,    // documents are being collected
    InReview, // somebody looks at them
    Retry,    // some have to be taken again; which, and why, stands at each
    Approved, // tier 2
    Rejected, // final
};

// What is wrong with one picture.
enum class DocumentFault { Blurred, Glare, Cropped, Expired, WrongDocument, Unreadable, OtherPerson, Damaged };

const char *documentKindWord(DocumentKind kind);
std::optional<DocumentKind> documentKindFromWord(QStringView word);
const char *kycStatusWord(KycStatus status);
std::optional<KycStatus> kycStatusFromWord(QStringView word);
const char *documentFaultWord(DocumentFault fault);
std::optional<DocumentFault> documentFaultFromWord(QStringView word);

// Who brings cars shows more than who buys one.
std::span<const DocumentKind> documentsNeeded(bool driver);

} // namespace cargo
