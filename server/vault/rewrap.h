#pragma once

#include "server/core/call_context.h"
#include "server/vault/sealed_box.h"

#include <QCoroTask>

namespace cargo::vault {

struct Rewrapped
{
    int done = 0;
    int failed = 0; // their master key is not among ours
};

// Changing the master key: the keys of everything that `store` keeps sealed, wrapped with the newest. What is sealed stays as it
// is. May be stopped and run again at any time. Of the store is asked wrappedByOthers(context, key id, after this id, how many)
// and rewrap(context, id, old key id, sealed); `sealedOf` makes a SealedDocument without bytes of one of its rows.
template <typename Store, typename SealedOf>
QCoro::Task<Result<Rewrapped>> rewrapAll(Store &store, CallContextPtr context, MasterKeys keys, SealedOf sealedOf)
{
    constexpr int kAtOnce = 200;
    Rewrapped count;
    Uuid last;
    while (true) {
        const auto rows = co_await store.wrappedByOthers(context, keys.current().id, last, kAtOnce);
        CARGO_CO_TRY(rows);
        if (rows->empty())
            co_return count;
        for (const auto &row : *rows) {
            const SealedDocument before = sealedOf(row);
            const auto after = wrapAnew(keys, row.id, before);
            last = row.id;
            if (!after) {
                ++count.failed;
                continue;
            }
            CARGO_CO_TRY(co_await store.rewrap(context, row.id, before.keyId, *after));
            ++count.done;
        }
    }
}

} // namespace cargo::vault
