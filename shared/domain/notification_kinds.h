#pragma once

#include <QByteArray>

#include <vector>

namespace cargo {

// Every kind of news that the server writes. It asserts that it writes no other; the apps have a sentence for each.
std::vector<QByteArray> notificationKinds();
bool isNotificationKind(const QByteArray &kind);

} // namespace cargo
