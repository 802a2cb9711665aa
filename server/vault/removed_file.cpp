#include "server/vault/removed_file.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace cargo::vault {

QCoro::Task<Outcome> dropLater(db::Transaction tx, QByteArray topic, Uuid document, QByteArray fileSha256)
{
    jobs::OutboxEvent event{topic, document.toText(), "{\"sha256\":\"" + fileSha256.toHex() + "\"}"};
    co_return co_await jobs::append(std::move(tx), event);
}

QCoro::Task<Outcome> dropFile(CpuPool &cpu, Vault &vault, jobs::StoredEvent event)
{
    const QJsonObject payload = QJsonDocument::fromJson(event.event.payload).object();
    const QByteArray sha256 = QByteArray::fromHex(payload.value(QLatin1String("sha256")).toString().toLatin1());
    if (sha256.size() != 32)
        co_return ok();
    Vault *const files = &vault;
    const auto work = [files, sha256] { return files->remove(sha256); };
    auto removing = cpu.run(work);
    co_return co_await removing;
}

} // namespace cargo::vault
