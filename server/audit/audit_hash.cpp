#include "server/audit/audit_hash.h"

#include <QCryptographicHash>

namespace cargo::audit {

QByteArray hashOf(const Entry &entry)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&hash](const QByteArray &field) {
        hash.addData(QByteArrayView(QByteArray::number(field.size())));
        hash.addData(QByteArrayView(":"));
        hash.addData(QByteArrayView(field));
    };
    add(entry.stream.toText());
    add(QByteArray::number(entry.seq));
    add(entry.action);
    add(entry.actor.isNull() ? QByteArray() : entry.actor.toText());
    add(entry.details);
    add(entry.at.toRfc3339());
    add(entry.previousHash);
    return hash.result();
}

QByteArray rootOf(const QByteArray &previousRoot, const QByteArray &day, const std::vector<Head> &heads)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArrayView(previousRoot)); // 32 bytes
    hash.addData(QByteArrayView(day));          // 10 bytes
    for (const Head &head : heads) {
        hash.addData(QByteArrayView(head.stream.toText()));
        hash.addData(QByteArrayView(head.hash));
    }
    return hash.result();
}

} // namespace cargo::audit
