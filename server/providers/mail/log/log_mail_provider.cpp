#include "server/providers/mail/log/log_mail_provider.h"

#include "server/core/log.h"

#include <QDir>
#include <QSaveFile>

namespace cargo::mail {

namespace {

// RFC 2047: any text in a header, without line breaks of its own.
QByteArray encodedWord(const QString &text) { return "=?UTF-8?B?" + text.simplified().toUtf8().toBase64() + "?="; }

} // namespace

QCoro::Task<Outcome> LogMailProvider::send(CallContextPtr, Mail mail)
{
    if (mail.to.contains(u'\n') || mail.to.contains(u'\r'))
        co_return Error{ErrorCode::ProviderDeclined, {}, QStringLiteral("line break in an address")};
    const Timestamp now = m_clock.now();
    const QByteArray id = newUuid(now).toText();
    QDir().mkpath(m_folder);
    QByteArray message;
    message += "From: CarGo <no-reply@cargo.invalid>\r\n";
    message += "To: " + mail.to.toUtf8() + "\r\n";
    message += "Subject: " + encodedWord(mail.subject) + "\r\n";
    message += "Date: " + now.toRfc3339() + "\r\n";
    message += "Message-ID: <" + id + "@cargo.invalid>\r\n";
    message += "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n";
    message += mail.text.toUtf8().replace("\n", "\r\n") + "\r\n";
    QSaveFile file(m_folder + u'/' + QString::number(now.unixMs) + u'-' + QString::fromLatin1(id) + QStringLiteral(".eml"));
    if (!file.open(QIODevice::WriteOnly))
        co_return Error{ErrorCode::Unavailable, {}, QStringLiteral("mail folder cannot be written")};
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    file.write(message);
    if (!file.commit())
        co_return Error{ErrorCode::Unavailable, {}, QStringLiteral("mail cannot be written")};
    log::info("mail.written", {{"id", id}, {"bytes", message.size()}});
    co_return ok();
}

} // namespace cargo::mail
