#pragma once

#include "server/core/call_context.h"
#include "shared/domain/kyc.h"

#include <QCoroTask>

#include <optional>
#include <utility>
#include <vector>

namespace cargo::kyc {

// What a provider says of a person. It is his word and not our verdict: the two are never mixed.
struct ProviderView
{
    enum class Stage {
        Started,   // documents are collected
        InReview,  // machines or people look
        OnHold,    // a person of the provider's looks
        Completed, // see answer
    };
    enum class Answer {
        None,
        Good,
        Retry, // RED that may be shown again
        Final, // RED without a way back
    };

    Stage stage = Stage::Started;
    Answer answer = Answer::None;
    QByteArrayList labels; // the provider's words, "BAD_PHOTO"
    QString comment;       // may be shown to the user
    // What has to be taken again, by the provider's name of the picture.
    std::vector<std::pair<QByteArray, DocumentFault>> faults;
};

struct ProviderPerson
{
    QByteArray externalId; // ours, one for each user, tells nothing about him
    QString email;
};

struct ProviderDocument
{
    DocumentKind kind = DocumentKind::PassportMain;
    QByteArray jpeg;
};

struct SentDocument
{
    QByteArray ref; // the provider's name of the picture
    QByteArrayList warnings;
};

// A webhook whose signature was right: a hint to look, nothing more.
struct ProviderHint
{
    QByteArray key; // the same event comes with the same key
    QByteArray externalId;
};

// Somebody who confirms identities for us. Without one the desk alone does. Belongs to one thread; never touches our tables,
// never decides about a user.
// Errors of the calls: Unavailable (it may have been done; again later), Forbidden (our access is broken), InvalidFormat (it
// will never take this; `detail` says why).
class KycProvider
{
public:
    using Headers = std::vector<std::pair<QByteArray, QByteArray>>; // names in lower case

    virtual ~KycProvider() = default;
    virtual QByteArray name() const = 0; // "sumsub": also the path of its webhooks
    // The provider's name of this person: made, or found when he is known already.
    virtual QCoro::Task<Result<QByteArray>> open(CallContextPtr context, ProviderPerson person) = 0;
    virtual QCoro::Task<Result<SentDocument>> addDocument(CallContextPtr context, QByteArray applicant,
                                                          ProviderDocument document) = 0;
    virtual QCoro::Task<Outcome> askForReview(CallContextPtr context, QByteArray applicant) = 0;
    virtual QCoro::Task<Result<ProviderView>> look(CallContextPtr context, QByteArray applicant) = 0;
    // Errors: SignatureInvalid, BadRequest.
    virtual Result<ProviderHint> readWebhook(const Headers &headers, const QByteArray &body) const = 0;
};

} // namespace cargo::kyc
