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

} // namespace cargo::audit
