#include "server/deals/handover.h"

#include "server/core/signing.h"

#include <QRandomGenerator>

#include <sodium.h>

namespace cargo::deals {

namespace {

constexpr int kTokenBytes = 16;

QString prefix() { return QStringLiteral("cargo://handover/"); }

bool same(const QString &given, const std::optional<QString> &right)
{
    return right && sameBytes(given.toUtf8(), right->toUtf8());
}

} // namespace

void giveHandoverCode(Deal &deal)
{
    deal.handoverCode = QStringLiteral("%1").arg(QRandomGenerator::system()->bounded(1'000'000), 6, 10, QLatin1Char('0'));
    QByteArray token(kTokenBytes, Qt::Uninitialized);
    randombytes_buf(token.data(), size_t(token.size()));
    deal.handoverToken = QString::fromLatin1(token.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    deal.handoverAttempts = 0;
}

void takeHandoverCode(Deal &deal)
{
    deal.handoverCode.reset();
    deal.handoverToken.reset();
    deal.handoverAttempts = 0;
}

std::optional<QString> handoverQr(const Deal &deal)
{
    if (!deal.handoverToken)
        return std::nullopt;
    return QString(prefix() + QString::fromLatin1(deal.id.toText()) + u'/' + *deal.handoverToken);
}

HandoverProof judgeHandover(const Deal &deal, const QString &given)
{
    QString proof = given.trimmed();
    if (proof.startsWith(prefix())) {
        const QStringList parts = proof.sliced(prefix().size()).split(u'/');
        if (parts.size() != 2)
            return HandoverProof::Wrong;
        if (DealId::fromText(QStringView(parts[0])) != deal.id)
            return HandoverProof::OtherDeal;
        proof = parts[1];
    }
    if (same(proof, deal.handoverToken))
        return HandoverProof::Qr;
    return same(proof, deal.handoverCode) ? HandoverProof::Digits : HandoverProof::Wrong;
}

} // namespace cargo::deals
