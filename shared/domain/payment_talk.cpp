#include "shared/domain/payment_talk.h"

#include <QString>

#include <cstdint>

namespace cargo {

namespace {

// What a word may mean. A message talks of paying elsewhere when the words of one sentence say so together (rules below).
enum Sense : std::uint32_t {
    Pay = 1u << 0,      // a payment is made: pay, transfer, send money
    Transfer = 1u << 1, // one that goes from person to person: "перевод", "скинь", "transfer"
    Card = 1u << 2,     // a card, an account, a telephone number as the way
    Bank = 1u << 3,     // names of banks and of transfers by telephone number
    Cash = 1u << 4,     // notes and coins
    Advance = 1u << 5,  // a deposit, a prepayment
    Crypto = 1u << 6,   // coins and wallets
    Around = 1u << 7,   // without, past, outside of, directly
    House = 1u << 8,    // CarGo, the platform, the escrow, the commission
    Me = 1u << 9,       // to me, to my, directly to the driver
    Not = 1u << 10,     // no, not, never: what follows is denied
    Safe = 1u << 11,    // through, by, here: how it is right
    Money = 1u << 12,   // money, a sum
    Before = 1u << 13,  // in advance, beforehand, now
    Number = 1u << 14,  // "by number": of a telephone or a card
    Duty = 1u << 15,    // customs, recycling fee, broker, parking: paid elsewhere by right
    Send = 1u << 16,    // something is sent, money or a photo
    Thing = 1u << 17,   // a photo, a document: what is sent is not money
};

struct Stem
{
    const char16_t *text; // the beginning of a word, in small letters, ё as е
    std::uint32_t sense;
    bool whole = false; // the word is just this
};

// Stems, not words: Russian words change at their end. Longer ones that mean something else stand before shorter ones.
constexpr Stem kStems[] = {
    // to pay, ru
    {u"переводчик", 0},           // an interpreter
    {u"перевод", Transfer | Pay}, // перевод, переводом, переводить
    {u"переведи", Transfer | Pay},
    {u"переведе", Transfer | Pay},
    {u"перевед", Transfer | Pay},
    {u"перевест", Transfer | Pay},
    {u"перевел", Transfer | Pay},
    {u"перекин", Transfer | Pay}, // перекинь на карту
    {u"скинь", Transfer | Pay},
    {u"скине", Transfer | Pay},
    {u"скину", Transfer | Pay},
    {u"закинь", Transfer | Pay},
    {u"закин", Transfer | Pay},
    {u"кинь", Transfer | Pay, true},
    {u"кинуть", Transfer | Pay},
    {u"кинете", Transfer | Pay},
    {u"отправ", Send},
    {u"пришл", Send},
    {u"шлите", Send},
    {u"оплат", Pay},
    {u"оплач", Pay},
    {u"плат", Pay}, // платить, платеж; not платформа: below
    {u"плач", Pay},
    {u"заплат", Pay},
    {u"внес", Pay}, // внесите
    {u"отда", Pay},
    {u"рассчита", Pay},
    {u"расчет", Pay},
    {u"рассчет", Pay},
    {u"переч", Transfer | Pay}, // перечислить
    // the way, ru
    {u"карт", Card}, // карта, карточка; картинка: below
    {u"счет", Card},
    {u"реквизит", Card | Transfer},
    {u"сбер", Bank},
    {u"тинькоф", Bank},
    {u"тиньк", Bank},
    {u"т-банк", Bank},
    {u"альфа", Bank},
    {u"втб", Bank, true},
    {u"сбп", Bank | Transfer | Pay, true},
    {u"юмани", Bank},
    {u"киви", Bank, true},
    {u"номер", Number},
    {u"телефон", Number},
    {u"наличн", Cash},
    {u"налич", Cash},
    {u"налом", Cash, true},
    {u"нал", Cash, true},
    {u"наликом", Cash},
    {u"кэш", Cash},
    {u"задат", Advance}, // задаток
    {u"предоплат", Advance | Pay},
    {u"аванс", Advance},
    {u"залог", Advance},
    {u"депозит", Advance},
    {u"бронь", Advance},
    {u"заранее", Before},
    {u"вперед", Before},
    {u"сразу", Before},
    {u"сначала", Before},
    {u"сперва", Before},
    {u"крипт", Crypto},
    {u"биткоин", Crypto},
    {u"биткойн", Crypto},
    {u"usdt", Crypto},
    {u"юсдт", Crypto},
    {u"эфириум", Crypto},
    {u"трс20", Crypto},
    {u"trc20", Crypto},
    {u"кошел", Crypto}, // кошелек
    // past the house, ru
    {u"без", Around, true},
    {u"мимо", Around, true},
    {u"минуя", Around},
    {u"помимо", Around},
    {u"вне", Around, true},
    {u"обойд", Around},
    {u"обход", Around},
    {u"напрямую", Around},
    {u"лично", Me},
    {u"руки", Me, true}, // из рук в руки, на руки
    {u"платформ", House},
    {u"площадк", House},
    {u"сервис", House},
    {u"карго", House},
    {u"cargo", House},
    {u"эскроу", House},
    {u"комисси", House},
    {u"сайт", House},
    {u"приложени", House},
    {u"посредник", House},
    {u"безопасн", House | Safe},
    {u"мне", Me, true},
    {u"мою", Me, true},
    {u"мой", Me, true},
    {u"моей", Me, true},
    {u"жены", Me, true},
    {u"деньг", Money},
    {u"денег", Money},
    {u"сумм", Money},
    {u"рубл", Money},
    {u"тысяч", Money},
    {u"полови", Money},
    {u"не", Not, true},
    {u"нельзя", Not},
    {u"никогда", Not},
    {u"никаких", Not},
    {u"только", Safe},
    {u"через", Safe, true},
    {u"тамож", Duty},
    {u"пошлин", Duty},
    {u"утил", Duty},
    {u"брокер", Duty},
    {u"страхов", Duty},
    {u"парков", Duty},
    {u"стоянк", Duty},
    {u"фот", Thing},
    {u"видео", Thing},
    {u"скан", Thing},
    {u"документ", Thing},
    // what only looks like one of them, ru
    {u"картин", 0},
    {u"картер", 0},
    {u"картон", 0},
    {u"платье", 0},
    {u"счетчик", 0},
    // en
    {u"transfer", Transfer | Pay},
    {u"transmission", 0},
    {u"wire", Transfer | Pay, true},
    {u"wiring", 0},
    {u"send", Send, true},
    {u"pay", Pay, true},
    {u"paid", Pay, true},
    {u"paying", Pay, true},
    {u"payment", Pay},
    {u"prepay", Advance | Pay},
    {u"prepaid", Advance | Pay},
    {u"card", Card, true},
    {u"account", Card},
    {u"iban", Card | Transfer, true},
    {u"paypal", Bank | Transfer | Pay},
    {u"zelle", Bank | Transfer | Pay},
    {u"revolut", Bank | Transfer | Pay},
    {u"venmo", Bank | Transfer | Pay},
    {u"western", Bank | Transfer},
    {u"sberbank", Bank},
    {u"sber", Bank, true},
    {u"tinkoff", Bank},
    {u"number", Number},
    {u"phone", Number, true},
    {u"cash", Cash, true},
    {u"deposit", Advance},
    {u"advance", Before, true},
    {u"upfront", Before},
    {u"beforehand", Before},
    {u"crypto", Crypto},
    {u"bitcoin", Crypto},
    {u"btc", Crypto, true},
    {u"tether", Crypto, true},
    {u"ethereum", Crypto},
    {u"wallet", Crypto},
    {u"without", Around},
    {u"outside", Around},
    {u"around", Around},
    {u"bypass", Around},
    {u"avoid", Around},
    {u"skip", Around, true},
    {u"off", Around, true},
    {u"directly", Around},
    {u"platform", House},
    {u"escrow", House},
    {u"fee", House, true},
    {u"commission", House},
    {u"app", House, true},
    {u"site", House, true},
    {u"me", Me, true},
    {u"my", Me, true},
    {u"money", Money},
    {u"half", Money, true},
    {u"not", Not, true},
    {u"never", Not},
    {u"don't", Not},
    {u"dont", Not},
    {u"no", Not, true},
    {u"only", Safe, true},
    {u"through", Safe, true},
    {u"via", Safe, true},
    {u"customs", Duty},
    {u"duty", Duty, true},
    {u"duties", Duty},
    {u"broker", Duty},
    {u"insurance", Duty},
    {u"parking", Duty},
    {u"photo", Thing},
    {u"picture", Thing},
    {u"video", Thing},
    {u"document", Thing},
};

constexpr qsizetype kLongestWord = 24; // of a stem and what hangs on it; longer ones are no words of ours

// The longest stem counts: "платформа" is no payment.
std::uint32_t senseOf(QStringView word)
{
    const Stem *best = nullptr;
    qsizetype longest = 0;
    for (const Stem &stem : kStems) {
        const QStringView text(stem.text);
        if (text.size() > longest && (stem.whole ? word == text : word.startsWith(text))) {
            best = &stem;
            longest = text.size();
        }
    }
    return best ? best->sense : 0;
}

// Of the words of one sentence together.
bool saysSo(std::uint32_t said)
{
    const auto all = [said](std::uint32_t senses) { return (said & senses) == senses; };
    const auto any = [said](std::uint32_t senses) { return (said & senses) != 0; };
    if (any(Not) || any(Duty)) // "do not pay by transfer", "the duty is paid in cash"
        return false;
    const bool around = all(Around | House);
    if (around && any(Pay | Transfer | Cash | Money | Card | Me))
        return true;
    if (any(House) && any(Safe)) // "only through the platform"
        return false;
    if (any(Thing) && !any(Money | Advance | Cash | Crypto | Bank)) // "send a photo of the card"
        return false;
    if (any(Crypto) && any(Pay | Transfer | Money | Me | Send))
        return true;
    if (any(Transfer) && any(Card | Bank))
        return true;
    if (all(Pay | Number) && any(Transfer | Bank))
        return true;
    if (any(Pay | Money | Transfer) && all(Card | Me))
        return true;
    if (all(Pay | Bank))
        return true;
    if (any(Advance) && any(Card | Bank | Cash | Me | Transfer | Crypto))
        return true;
    if (all(Cash) && any(Before | Advance | Me | Around | Pay))
        return true;
    if (all(Send | Money) && any(Me | Card | Bank))
        return true;
    if (any(Transfer | Money) && all(Pay | Me))
        return true;
    return all(Around | Pay | Me);
}

} // namespace

bool talksOfPayingElsewhere(QStringView text)
{
    std::uint32_t said = 0;
    QString word; // in small letters
    const auto endWord = [&] {
        if (!word.isEmpty() && word.size() <= kLongestWord)
            said |= senseOf(word);
        word.clear();
    };
    for (const QChar letter : text) {
        if (letter.isLetterOrNumber() || ((letter == u'-' || letter == u'\'') && !word.isEmpty())) {
            if (word.size() <= kLongestWord) // the rest of an endless word is not kept
                word += letter == u'ё' || letter == u'Ё' ? QChar(u'е') : letter.toLower();
            continue;
        }
        endWord();
        if (letter == u'.' || letter == u'!' || letter == u'?' || letter == u'\n' || letter == u';') {
            if (saysSo(said))
                return true;
            said = 0;
        }
    }
    endWord();
    return saysSo(said);
}

} // namespace cargo
