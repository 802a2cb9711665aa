#include "server/desk/queues.h"

#include <algorithm>

namespace cargo::desk {

namespace {
using S = config::Settings;
constexpr Queue kQueues[] = {
    {"kyc", Permission::Moderate, &S::slaKycMs},
    {"listings", Permission::Moderate, &S::slaListingsMs},
    {"edits", Permission::Moderate, &S::slaListingsMs},
    {"conversations", Permission::Moderate, &S::slaConversationsMs},
    {"listing_reports", Permission::Moderate, &S::slaReportsMs},
    {"user_reports", Permission::Moderate, &S::slaReportsMs},
    {"message_reports", Permission::Moderate, &S::slaReportsMs},
    {"filter_reports", Permission::Moderate, &S::slaReportsMs},
    {"disputes", Permission::Support | Permission::Finance, &S::slaDisputesMs},
    {"tickets", Permission::Support, &S::slaTicketsMs},
    {"appeals", Permission::Support | Permission::Moderate, &S::slaAppealsMs},
    {"erasures", Permission::Support, &S::slaErasuresMs},
    {"finance_tasks", Permission::Finance, &S::slaFinanceMs},
    {"proposals", Permission::Finance, &S::slaProposalsMs},
};
} // namespace

std::span<const Queue> queues() { return kQueues; }

const Queue *findQueue(QByteArrayView name)
{
    const auto *const found =
        std::find_if(std::begin(kQueues), std::end(kQueues), [&](const Queue &queue) { return name == queue.name; });
    return found == std::end(kQueues) ? nullptr : found;
}

Timestamp dueAt(const config::Settings &settings, QByteArrayView queue, Timestamp at)
{
    const Queue *found = findQueue(queue);
    if (!found)
        qFatal("no queue is called %s", queue.toByteArray().constData());
    return at.plusMs(settings.*found->withinMs);
}

} // namespace cargo::desk
