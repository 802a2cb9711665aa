#pragma once

#include "server/kyc/check_store.h"
#include "server/kyc/kyc_store.h"

namespace cargo::kyc {

enum class Reader { User, Staff };

// An application as its user, or the desk, sees it: the note, and who decided, are for staff.
QByteArray applicationJson(const Application &application, Reader reader);
// The whole case for the desk: whose it is, and what a provider says beside our own verdict.
QByteArray caseJson(const Application &application, const QByteArray &userCard, const std::optional<Check> &check);
// `receivedSha256`: of the bytes that came, hex, so that their sender knows that they arrived whole.
QByteArray documentJson(const DocumentRow &document, const QByteArray &receivedSha256);

} // namespace cargo::kyc
