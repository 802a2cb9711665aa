#pragma once

#include <QStringView>

namespace cargo::contact_filter {

// The words that decide. All take folded text (lower case, ё as е).

// A unit or currency after a number: it is a price, a mileage, a size.
bool isUnit(QStringView word);
// A word that says what a number is, and that it is not to be dialled: VIN, лот, паспорт.
bool isDocument(QStringView word);
// A word that says that a number is to be used for reaching somebody: звони, whatsapp.
bool isDialHint(QStringView word);
// «номер», "number": of a telephone, unless the words beside say of what else.
bool isNumberHint(QStringView word);
bool isReversedHint(QStringView word);

enum class Network { None, Telegram, Whatsapp, Viber, Other, Place };
// A messenger's or network's name. Place: a market place or "nick" where a bare name follows.
Network networkOf(QStringView word);

bool isTopDomain(QStringView label);       // ru, com, рф …
bool isSpokenTopDomain(QStringView label); // ру, ком: only after a spoken «точка»
// A public source that people may name (encar.com); only the bare name is allowed, not a page of it.
bool isPublicSite(QStringView host);
Network networkOfHost(QStringView host);

// '.', '@', '/', '-', '_' for «точка», «собака», «слеш», …; 0 for other words.
char16_t spokenSign(QStringView word);

} // namespace cargo::contact_filter
