#pragma once

#include "server/kyc/kyc_store.h"

namespace cargo::kyc {

enum class Reader { User, Staff };

// An application as its user, or the desk, sees it: the note, and who decided, are for staff.
QByteArray applicationJson(const Application &application, Reader reader, const QByteArray &userCard = {});
// `receivedSha256`: of the bytes that came, hex, so that their sender knows that they arrived whole.
QByteArray documentJson(const DocumentRow &document, const QByteArray &receivedSha256);

} // namespace cargo::kyc
