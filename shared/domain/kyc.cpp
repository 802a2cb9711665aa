#include "shared/domain/kyc.h"

#include <array>

namespace cargo {

namespace {
constexpr std::array kKindWords = {"passport_main", "passport_address", "licence_front", "licence_back", "selfie"};
constexpr std::array kStatusWords = {"draft", "in_review", "retry", "approved", "rejected"};
constexpr std::array kFaultWords = {"blurred",        "glare",      "cropped",      "expired",
                                    "wrong_document", "unreadable", "other_person", "damaged"};

constexpr std::array kOfBuyer = {DocumentKind::PassportMain, DocumentKind::Selfie};
constexpr std::array kOfDriver = {DocumentKind::PassportMain, DocumentKind::PassportAddress, DocumentKind::LicenceFront,
                                  DocumentKind::LicenceBack, DocumentKind::Selfie};

template <typename Enum, size_t Size>
std::optional<Enum> fromWord(const std::array<const char *, Size> &words, QStringView word)
{
    for (size_t i = 0; i < Size; ++i) {
        if (word == QLatin1String(words[i]))
            return Enum(i);
    }
    return std::nullopt;
}
} // namespace

const char *documentKindWord(DocumentKind kind) { return kKindWords[size_t(kind)]; }
std::optional<DocumentKind> documentKindFromWord(QStringView word) { return fromWord<DocumentKind>(kKindWords, word); }
const char *kycStatusWord(KycStatus status) { return kStatusWords[size_t(status)]; }
std::optional<KycStatus> kycStatusFromWord(QStringView word) { return fromWord<KycStatus>(kStatusWords, word); }
const char *documentFaultWord(DocumentFault fault) { return kFaultWords[size_t(fault)]; }
std::optional<DocumentFault> documentFaultFromWord(QStringView word) { return fromWord<DocumentFault>(kFaultWords, word); }

std::span<const DocumentKind> documentsNeeded(bool driver)
{
    return driver ? std::span<const DocumentKind>(kOfDriver) : std::span<const DocumentKind>(kOfBuyer);
}

} // namespace cargo
