#include "server/users/user_store.h"

#include "shared/api/json_writer.h"

namespace cargo::users {

namespace {

#define CARGO_USER_COLUMNS                                                                                                       \
    "id, email, email_verified_at is not null, role, permissions, display_name, locale, about, kyc_tier, status, "               \
    "status_reason, rating_sum, rating_count, deals_done, totp_confirmed_at is not null, version, created_at"

const db::Query kFind{"users.find", "select " CARGO_USER_COLUMNS " from users where id = $1"};
const db::Query kFindByEmail{"users.find_by_email", "select " CARGO_USER_COLUMNS " from users where lower(email) = $1"};
const db::Query kFindForUpdate{"users.find_for_update",
                               "select " CARGO_USER_COLUMNS " from users where id = $1 for no key update"};
const db::Query kFindCard{"users.find_card", "select card from users where id = $1 and status <> 'deleted'"};
const db::Query kList{"users.list", "select " CARGO_USER_COLUMNS R"( from users
    where ($1::text = '' or status = $1::text)
      and ($2::text = '' or strpos(lower(email), $2::text) = 1 or strpos(lower(display_name), $2::text) > 0)
      and ($3::uuid is null or id < $3::uuid)
    order by id desc limit $4::int)"};
const db::Query kInsert{"users.insert", R"(
    insert into users (id, email, password_hash, role, permissions, display_name, locale, kyc_tier, card, created_at, updated_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10))"};
const db::Query kSave{"users.save", R"(
    update users set email_verified_at = case when $2::bool then coalesce(email_verified_at, $13::timestamptz) end,
        display_name = $3, locale = $4, about = $5, kyc_tier = $6, status = $7, status_reason = $8, rating_sum = $9,
        rating_count = $10, deals_done = $11, card = $12,
        updated_at = greatest($13::timestamptz, updated_at + interval '1 ms'), version = version + 1
    where id = $1 and version = $14)"};
const db::Query kErase{"users.erase", R"(
    update users set email = 'deleted-' || id || '@invalid', email_verified_at = null, phone = null, password_hash = '!',
        totp_secret = null, totp_confirmed_at = null, notification_settings = '{}', register_key = null,
        register_request_hash = null
    where id = $1)"};
// The one reader across features: what the law lets a person ask for is all that stands under his id.
const db::Query kExport{"users.export", R"(
    select json_build_object(
        'sessions', (select coalesce(json_agg(json_build_object('id', s.id, 'user_agent', s.user_agent, 'address', s.address,
                        'created_at', s.created_at, 'last_used_at', s.last_used_at) order by s.created_at), '[]')
                     from sessions s where s.user_id = $1::uuid),
        'notifications', (select coalesce(json_agg(json_build_object('kind', n.kind, 'data', n.data,
                        'created_at', n.created_at, 'read_at', n.read_at) order by n.id), '[]')
                     from notifications n where n.user_id = $1::uuid),
        'reports', (select coalesce(json_agg(json_build_object('kind', r.kind, 'subject_id', r.subject_id, 'reason', r.reason,
                        'text', r.text, 'created_at', r.created_at, 'closed_at', r.closed_at) order by r.created_at), '[]')
                     from reports r where r.reporter_id = $1::uuid),
        'decisions', (select coalesce(json_agg(json_build_object('kind', c.kind, 'outcome', c.outcome, 'reason_code', c.reason_code,
                        'text', c.text, 'decided_at', c.decided_at, 'appeal', a.text, 'answer', a.answer) order by c.id), '[]')
                     from user_decisions c left join appeals a on a.decision_id = c.id where c.user_id = $1::uuid),
        'agreements', (select coalesce(json_agg(json_build_object('slug', s.slug, 'version', s.version, 'signed_at', s.signed_at,
                        'device', s.device) order by s.signed_at, s.slug), '[]')
                     from agreement_signatures s where s.user_id = $1::uuid),
        'favourites', (select coalesce(json_agg(json_build_object('listing_id', f.listing_id, 'created_at', f.created_at)
                        order by f.created_at), '[]') from favourites f where f.user_id = $1::uuid),
        'blocks', (select coalesce(json_agg(json_build_object('user_id', b.blocked_id, 'created_at', b.created_at)
                        order by b.created_at), '[]') from blocks b where b.user_id = $1::uuid),
        'quick_replies', (select coalesce((select to_json(q.items) from quick_replies q where q.user_id = $1::uuid), '[]')),
        'drafts', (select coalesce(json_agg(json_build_object('conversation_id', w.conversation_id, 'body', w.body,
                        'updated_at', w.updated_at) order by w.updated_at), '[]')
                     from message_drafts w where w.user_id = $1::uuid),
        'saved_searches', (select coalesce(json_agg(json_build_object('name', s.name, 'query', s.query,
                        'created_at', s.created_at) order by s.id), '[]') from saved_searches s where s.user_id = $1::uuid),
        'interests', (select coalesce(json_agg(json_build_object('listing_id', i.listing_id, 'kind', i.kind, 'times', i.times,
                        'last_at', i.last_at) order by i.last_at), '[]') from interests i where i.user_id = $1::uuid),
        'behaviour', (select coalesce(json_agg(json_build_object('listing_id', b.listing_id, 'kind', b.kind, 'dwell_ms', b.dwell_ms,
                        'at', b.at) order by b.at), '[]') from behaviour_events b where b.user_id = $1::uuid),
        'typed_searches', (select coalesce(json_agg(json_build_object('query', s.query, 'at', s.at) order by s.at), '[]')
                     from typed_searches s where s.user_id = $1::uuid),
        'personalisation', (select coalesce(json_agg(json_build_object('enabled', p.personal, 'changed_at', p.changed_at)), '[]')
                     from personal_choices p where p.user_id = $1::uuid),
        'devices', (select coalesce(json_agg(json_build_object('platform', d.platform, 'created_at', d.created_at)
                        order by d.id), '[]') from devices d where d.user_id = $1::uuid),
        'listings', (select coalesce(json_agg(json_build_object('id', l.id, 'status', l.status, 'brand', l.brand,
                        'model', l.model, 'created_at', l.created_at) order by l.id), '[]')
                     from listings l where l.driver_id = $1::uuid),
        'messages', (select coalesce(json_agg(json_build_object('conversation_id', m.conversation_id, 'body', m.body,
                        'created_at', m.created_at, 'edited_at', m.edited_at, 'deleted_at', m.deleted_at) order by m.id), '[]') from conversations c
                     join messages m on m.conversation_id = c.id and m.sender_id = $1::uuid
                     where c.buyer_id = $1::uuid or c.driver_id = $1::uuid),
        'ticket_messages', (select coalesce(json_agg(json_build_object('ticket_id', t.ticket_id, 'body', t.body,
                        'created_at', t.created_at) order by t.id), '[]') from ticket_messages t where t.author_id = $1::uuid),
        'deals', (select coalesce(json_agg(json_build_object('id', d.id, 'status', d.status, 'amount_minor', d.amount_minor,
                        'currency', d.currency, 'created_at', d.created_at) order by d.id), '[]')
                  from deals d where d.buyer_id = $1::uuid or d.driver_id = $1::uuid),
        'reviews', (select coalesce(json_agg(json_build_object('deal_id', r.deal_id, 'rating', r.rating, 'comment', r.comment,
                        'created_at', r.created_at) order by r.id), '[]') from deals d
                    join reviews r on r.deal_id = d.id and r.author_id = $1::uuid
                    where d.buyer_id = $1::uuid or d.driver_id = $1::uuid)))"};

UserStatus statusFromWord(std::string_view word)
{
    return word == "active" ? UserStatus::Active : word == "banned" ? UserStatus::Banned : UserStatus::Deleted;
}

User readUser(const db::Rows &rows, int row)
{
    User user;
    user.id = rows.id<UserId>(row, 0);
    user.email = rows.text(row, 1);
    user.emailVerified = rows.boolean(row, 2);
    user.role = roleFromWord(rows.text(row, 3)).value_or(Role::Buyer);
    user.permissions = quint32(rows.int64(row, 4));
    user.displayName = rows.text(row, 5);
    user.locale = rows.text(row, 6);
    user.about = rows.text(row, 7);
    user.kycTier = rows.int32(row, 8);
    user.status = statusFromWord(rows.view(row, 9));
    user.statusReason = rows.text(row, 10);
    user.ratingSum = rows.int32(row, 11);
    user.ratingCount = rows.int32(row, 12);
    user.dealsDone = rows.int32(row, 13);
    user.totpEnabled = rows.boolean(row, 14);
    user.version = rows.int64(row, 15);
    user.createdAt = rows.timestamp(row, 16);
    return user;
}

Result<std::optional<User>> oneUser(const Result<db::Rows> &rows)
{
    if (!rows)
        return rows.error();
    if (rows->empty())
        return std::optional<User>();
    return std::optional<User>(readUser(*rows, 0));
}

} // namespace

QCoro::Task<Result<std::optional<User>>> UserStore::find(CallContextPtr context, UserId id)
{
    const auto rows = co_await m_db.read(context, kFind, id);
    co_return oneUser(rows);
}

QCoro::Task<Result<std::optional<User>>> UserStore::findByEmail(CallContextPtr context, QString email)
{
    const auto rows = co_await m_db.read(context, kFindByEmail, email);
    co_return oneUser(rows);
}

QCoro::Task<Result<std::optional<User>>> UserStore::findForUpdate(db::Transaction tx, UserId id)
{
    const auto rows = co_await tx.run(kFindForUpdate, id);
    co_return oneUser(rows);
}

QCoro::Task<Result<std::optional<QByteArray>>> UserStore::findCard(CallContextPtr context, UserId id)
{
    const auto rows = co_await m_db.read(context, kFindCard, id);
    if (!rows)
        co_return rows.error();
    if (rows->empty())
        co_return std::optional<QByteArray>();
    co_return std::optional<QByteArray>(rows->bytes(0, 0));
}

QCoro::Task<Result<std::vector<User>>> UserStore::list(CallContextPtr context, UserFilter filter)
{
    const auto rows = co_await m_db.query(context, kList, filter.status, filter.text.toLower(), filter.before, filter.limit);
    if (!rows)
        co_return rows.error();
    std::vector<User> users;
    for (int row = 0; row < rows->count(); ++row)
        users.push_back(readUser(*rows, row));
    co_return users;
}

QCoro::Task<Result<QByteArray>> UserStore::exportOf(CallContextPtr context, UserId id)
{
    const auto rows = co_await m_db.query(context, kExport, id);
    if (!rows)
        co_return rows.error();
    co_return rows->bytes(0, 0);
}

QCoro::Task<Outcome> UserStore::insert(db::Transaction tx, NewUser user)
{
    User shown;
    shown.id = user.id;
    shown.role = user.role;
    shown.displayName = user.displayName;
    shown.kycTier = user.kycTier;
    shown.createdAt = user.createdAt;
    const QByteArray card = cardOf(shown).toJson();
    const auto rows = co_await tx.run(kInsert, user.id, user.email, user.passwordHash, roleWord(user.role), int(user.permissions),
                                      user.displayName, user.locale, user.kycTier, card, user.createdAt);
    if (!rows)
        co_return rows.error();
    co_return ok();
}

QCoro::Task<Outcome> UserStore::save(db::Transaction tx, User user, Timestamp now)
{
    const QByteArray card = cardOf(user).toJson();
    const auto rows = co_await tx.run(kSave, user.id, user.emailVerified, user.displayName, user.locale, user.about, user.kycTier,
                                      statusWord(user.status), user.statusReason, user.ratingSum, user.ratingCount,
                                      user.dealsDone, card, now, user.version);
    if (!rows)
        co_return rows.error();
    if (rows->affected() != 1)
        co_return Error{ErrorCode::Conflict, {}, QStringLiteral("user row changed")};
    co_return ok();
}

QCoro::Task<Outcome> UserStore::erase(db::Transaction tx, UserId id)
{
    const auto rows = co_await tx.run(kErase, id);
    if (!rows)
        co_return rows.error();
    co_return ok();
}

} // namespace cargo::users
