#pragma once

#include "server/kyc/kyc_store.h"

namespace cargo::kyc {

enum class Reader { User, Staff };

// An application as its user, or the desk, sees it: the note, and who decided, are for staff.
QByteArray applicationJson(const Application &application, Reader reader, const QByteArray &userCard = {});
QByteArray documentJson(const DocumentRow &document);

} // namespace cargo::kyc
