#include "server/notifications/notification_service.h"

#include "server/notifications/notification_kinds.h"
#include "shared/api/json_writer.h"

#include <QJsonDocument>

namespace cargo::notifications {

namespace {
constexpr const char *kChannels[] = {"app", "push", "mail"};

// What nobody may lose: the safety of his account, and in the app the clocks of his deals.
bool mayBeSilenced(Category category, const char *channel)
{
    return category != Category::Account && (category != Category::Deals || qstrcmp(channel, "app") != 0);
}

// Category by category, channel by channel; what is not said is on.
QByteArray complete(const QJsonObject &stored)
{
    api::JsonWriter out(256);
    out.beginObject();
    for (const Category category : kCategories) {
        const QJsonObject channels = stored.value(QLatin1String(categoryWord(category))).toObject();
        out.key(categoryWord(category)).beginObject();
        for (const char *channel : kChannels)
            out.field(channel, !mayBeSilenced(category, channel) || channels.value(QLatin1String(channel)).toBool(true));
        out.endObject();
    }
    out.endObject();
    return out.take();
}
} // namespace

QCoro::Task<Result<NotificationService::Page>> NotificationService::list(CallContextPtr context, std::optional<Uuid> before,
                                                                         int limit)
{
    auto list = co_await m_store.list(context, context->principal->user, before, limit + 1);
    if (!list)
        co_return list.error();
    Page page;
    page.unread = list->unread;
    const bool more = qsizetype(list->rows.size()) > limit;
    if (more)
        list->rows.pop_back();
    page.items = "[";
    for (const NotificationRow &row : list->rows) {
        if (page.items.size() > 1)
            page.items += ',';
        page.items += row.toJson();
    }
    page.items += ']';
    if (more)
        page.next = list->rows.back().id.uuid;
    co_return page;
}

QCoro::Task<Result<qint64>> NotificationService::markRead(CallContextPtr context, api::ReadNotificationsDto what)
{
    co_return co_await m_store.markRead(context, context->principal->user, what.ids, what.upTo, m_runtime.clock.now());
}

QCoro::Task<Result<QByteArray>> NotificationService::settings(CallContextPtr context)
{
    const auto stored = co_await m_store.settings(context, context->principal->user);
    if (!stored)
        co_return stored.error();
    co_return complete(QJsonDocument::fromJson(*stored).object());
}

QCoro::Task<Result<QByteArray>> NotificationService::setSettings(CallContextPtr context, QJsonObject wanted)
{
    for (auto category = wanted.constBegin(); category != wanted.constEnd(); ++category) {
        const bool known = std::any_of(kCategories.begin(), kCategories.end(),
                                       [&](Category c) { return category.key() == QLatin1String(categoryWord(c)); });
        if (!known)
            co_return Error{ErrorCode::UnknownField, category.key(), {}};
        if (!category->isObject())
            co_return Error{ErrorCode::WrongType, category.key(), {}};
        const QJsonObject channels = category->toObject();
        for (auto channel = channels.constBegin(); channel != channels.constEnd(); ++channel) {
            const QString field = category.key() + u'.' + channel.key();
            if (std::none_of(std::begin(kChannels), std::end(kChannels),
                             [&](const char *c) { return channel.key() == QLatin1String(c); }))
                co_return Error{ErrorCode::UnknownField, field, {}};
            if (!channel->isBool())
                co_return Error{ErrorCode::WrongType, field, {}};
        }
    }
    const QByteArray json = complete(wanted);
    CARGO_CO_TRY(co_await m_store.setSettings(context, context->principal->user, json));
    co_return json;
}

QCoro::Task<Outcome> NotificationService::notify(CallContextPtr context, jobs::StoredEvent event)
{
    const auto payload = api::parseObject(event.event.payload);
    if (!payload)
        co_return payload.error();
    api::JsonReader in(*payload);
    const auto user = in.id<UserId>("user_id");
    const QString kind = in.text("kind", {.min = 1, .max = 60});
    const QString dedupeKey = in.text("dedupe_key", {.min = 1, .max = 200});
    const QJsonObject data = in.object("data");
    if (!in.ok())
        co_return in.errors().front();
    NotificationRow row;
    row.id = NotificationId::make(event.createdAt);
    row.kind = kind.toUtf8();
    row.data = QJsonDocument(data).toJson(QJsonDocument::Compact);
    row.createdAt = event.createdAt;
    auto begun = co_await m_runtime.db.begin(context);
    if (!begun)
        co_return begun.error();
    const auto added = co_await m_store.add(*begun, *user, row, dedupeKey.toUtf8());
    if (!added)
        co_return added.error();
    if (!*added)
        co_return ok(); // told before, or not wanted
    const std::vector<UserId> one{*user};
    const QByteArray fields = "{\"notification\":" + row.toJson() + '}';
    CARGO_CO_TRY(co_await jobs::pushToUsers(*begun, one, "notification", fields));
    co_return co_await begun->commit();
}

} // namespace cargo::notifications
