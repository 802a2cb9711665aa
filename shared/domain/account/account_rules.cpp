#include "shared/domain/account/account_rules.h"

#include "shared/domain/account/common_passwords.h"

#include <QSet>
#include <QUrl>

#include <algorithm>
#include <string_view>

namespace cargo {

namespace {

int codePoints(QStringView text)
{
    int count = 0;
    for (const QChar c : text)
        count += c.isLowSurrogate() ? 0 : 1;
    return count;
}

bool isAtomCharacter(char16_t c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || QStringView(u"!#$%&'*+-/=?^_`{|}~").contains(QChar(c));
}

bool isLocalPart(QStringView local)
{
    if (local.isEmpty() || local.size() > 64 || local.startsWith(u'.') || local.endsWith(u'.'))
        return false;
    for (qsizetype i = 0; i < local.size(); ++i) {
        const char16_t c = local[i].unicode();
        if (c == u'.' ? local[i - 1] == u'.' : !isAtomCharacter(c))
            return false;
    }
    return true;
}

bool isDomain(QStringView domain)
{
    const auto labels = domain.split(u'.');
    if (domain.size() > 253 || labels.size() < 2)
        return false;
    for (const QStringView label : labels) {
        if (label.isEmpty() || label.size() > 63 || label.startsWith(u'-') || label.endsWith(u'-'))
            return false;
        for (const QChar c : label) {
            const char16_t u = c.unicode();
            if (!((u >= u'a' && u <= u'z') || (u >= u'0' && u <= u'9') || u == u'-'))
                return false;
        }
    }
    // 192.168.0.1 is no domain.
    return std::any_of(labels.last().begin(), labels.last().end(), [](QChar c) { return c >= u'a' && c <= u'z'; });
}

// "abcdefghij", "9876543210": every character one step from the one before, in one direction.
bool isRun(QStringView text)
{
    const int step = text.size() > 1 ? text[1].unicode() - text[0].unicode() : 0;
    if (step != 1 && step != -1)
        return false;
    for (qsizetype i = 1; i < text.size(); ++i) {
        if (text[i].unicode() - text[i - 1].unicode() != step)
            return false;
    }
    return true;
}

// Characters that hide or turn text: controls, format characters (zero width, bidi), unassigned and private ones.
bool isInvisible(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_NotAssigned:
    case QChar::Other_PrivateUse:
    case QChar::Other_Surrogate:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph: return true;
    default: return false;
    }
}

} // namespace

Result<QString> normalizeEmail(QStringView email)
{
    const QString text = email.trimmed().toString().toLower();
    const qsizetype at = text.lastIndexOf(u'@');
    if (at < 0)
        return Error{ErrorCode::InvalidFormat, QStringLiteral("email"), QStringLiteral("no @")};
    const QString local = text.left(at);
    const QString domain = QString::fromLatin1(QUrl::toAce(text.mid(at + 1)));
    const QString normal = local + u'@' + domain;
    if (!isLocalPart(local) || !isDomain(domain) || normal.size() > kEmailMax)
        return Error{ErrorCode::InvalidFormat, QStringLiteral("email"), QStringLiteral("not a usable address")};
    return normal;
}

Outcome checkPassword(QStringView password, QStringView email)
{
    const QString field = QStringLiteral("password");
    const int length = codePoints(password);
    if (length < kPasswordMin)
        return Error{ErrorCode::TooShort, field, QStringLiteral("at least %1").arg(kPasswordMin)};
    if (length > kPasswordMax)
        return Error{ErrorCode::TooLong, field, QStringLiteral("at most %1").arg(kPasswordMax)};
    const QString folded = password.toString().normalized(QString::NormalizationForm_C).toLower();
    const QByteArray utf8 = folded.toUtf8();
    const std::string_view view(utf8.constData(), size_t(utf8.size()));
    if (std::binary_search(kCommonPasswords.begin(), kCommonPasswords.end(), view))
        return Error{ErrorCode::InvalidFormat, field, QStringLiteral("too common")};
    if (QSet<QChar>(folded.begin(), folded.end()).size() < 4 || isRun(folded))
        return Error{ErrorCode::InvalidFormat, field, QStringLiteral("too simple")};
    if (!email.isEmpty() && folded == email.toString().toLower())
        return Error{ErrorCode::InvalidFormat, field, QStringLiteral("the e-mail itself")};
    return ok();
}

Result<QString> normalizeDisplayName(QStringView name)
{
    const QString field = QStringLiteral("display_name");
    const QString text = name.toString().normalized(QString::NormalizationForm_C).simplified();
    if (text.isEmpty())
        return {ErrorCode::Required, field};
    if (codePoints(text) > kDisplayNameMax)
        return Error{ErrorCode::TooLong, field, QStringLiteral("at most %1").arg(kDisplayNameMax)};
    bool hasLetter = false;
    for (const char32_t c : text.toUcs4()) {
        if (isInvisible(c))
            return Error{ErrorCode::InvalidFormat, field, QStringLiteral("invisible character")};
        hasLetter = hasLetter || QChar::isLetterOrNumber(c);
    }
    if (!hasLetter)
        return Error{ErrorCode::InvalidFormat, field, QStringLiteral("no letter")};
    return text;
}

} // namespace cargo
