#pragma once

#include <QtGlobal>

#include <string_view>

namespace cargo::contact_filter {

// What a word tells the rules; a word may tell several things. The words themselves stand in words_*.cpp, one table a
// file: adding a word is a row there.
enum Hint : quint64 {
    kNumeral = 1ull << 0,    // reads as digits (Entry::digits)
    kUnit = 1ull << 1,       // after a number: a price, a distance, a size
    kTimes = 1ull << 2,      // тысяч, млн: the number before it is an amount
    kDocument = 1ull << 3,   // before a number: VIN, лот, паспорт, деталь
    kDial = 1ull << 4,       // звони, набери, телефон: the number is for reaching somebody
    kNumber = 1ull << 5,     // номер, number: of a telephone unless the words beside say of what else
    kDictate = 1ull << 6,    // диктую, пиши, лови, записывай
    kWink = 1ull << 7,       // «ну ты понял», «намёк»
    kReverse = 1ull << 8,    // с конца, наоборот
    kPart = 1ull << 9,       // код, начало, остальные: a number told in parts
    kConnector = 1ull << 10, // и, потом, дальше, пробел, тире between the parts of a number
    kOperator = 1ull << 11,  // мтс, билайн
    kSign = 1ull << 12,      // точка, собака, slash (Entry::sign)
    kTop = 1ull << 13,       // a top domain: ru, com
    kSpokenTop = 1ull << 14, // ру, ком: only after a spoken or spaced dot
    kWordTop = 1ull << 15,   // a top domain that is a word of English too: it, me, so
    kProvider = 1ull << 16,  // yandex, рамблер, gmail: a mailbox lives there
    kMailbox = 1ull << 17,   // почта, мыло, e-mail
    kNetwork = 1ull << 18,   // telegram … (Entry::network)
    kDoubtful = 1ull << 19,  // with kNetwork: has an innocent sense too (макс, сигнал, line)
    kPlace = 1ull << 20,     // avito, drom: a profile there is a contact, the place is not
    kNick = 1ull << 21,      // ник, логин, username
    kEvery = 1ull << 22,     // везде, everywhere
    kSearch = 1ull << 23,    // загугли, найди в поиске
    kMap = 1ull << 24,       // 2гис, гугл, карты: where one searches
    kName = 1ull << 25,      // words that may stand between a network and a name: я, мой, ищи
    kCommon = 1ull << 26,    // a plain word that is no name: car brands, models, English words
    kStop = 1ull << 27,      // function words
    kPlus = 1ull << 28,      // прибавь, plus
    kMinus = 1ull << 29,     // отними, minus
    kMonth = 1ull << 30,
    kOwn = 1ull << 31,         // объявление, профиль, страница
    kTime = 1ull << 32,        // в, до, около, осталось: a number after it is a time or a distance
    kDouble = 1ull << 33,      // double, triple, дважды (Entry::digits holds how often)
    kFile = 1ull << 34,        // pdf, jpg: a file's end
    kIdWord = 1ull << 35,      // id, айди
    kPublic = 1ull << 36,      // support, all: no person behind an @
    kNotMail = 1ull << 37,     // диск, такси after «яндекс»: no mailbox
    kLink = 1ull << 38,        // ссылка, сайт
    kAsk = 1ull << 39,         // есть, какой, скинь: a request for a contact
    kQuoteName = 1ull << 40,   // названию, именем: a name follows
    kInvite = 1ull << 41,      // joinchat, invite: a code follows
    kNetworkHost = 1ull << 43, // t.me (Entry::network)
    kPublicHost = 1ull << 44,  // encar.com
    kOfficeHost = 1ull << 45,  // customs.gov.ru
    kMoney = 1ull << 42,       // цена, бюджет: before an amount
    kAbroad = 1ull << 46,      // японский, китайский: beside a number of that country
    kSpell = 1ull << 47,       // буквы, spell: a name is told letter by letter
    kLatin = 1ull << 48        // латиницей, английскими: a name is told in Russian letters
};

enum class Network : quint8 { None, Telegram, Whatsapp, Viber, Vk, Instagram, Other };

struct Entry
{
    quint64 hints = 0;
    char16_t sign = 0;
    Network network = Network::None;
    // Of a numeral.
    char digits[4] = {};
    quint8 length = 0;
    quint8 rank = 0;      // 1 unit, 2 tens, 3 hundreds, 4 teens and ten
    bool weak = false;    // another word too (он, to): counts only among numerals
    bool many = false;    // «пятёрки», "fives": a count before it repeats it
    bool typo = false;    // not the right spelling
    bool foreign = false; // neither plain Russian nor plain English: translit, switched layout, other tongues
    quint8 stemTail = 0;  // a stem: so many letters may follow

    bool has(quint64 hint) const { return hints & hint; }
};

// The entry of a folded word, by whole word or by stem; nullptr when the word tells nothing.
const Entry *lookUp(std::u16string_view word);
// Whole words alone.
const Entry *lookUpExact(std::u16string_view word);
// A word that is drawn out: «вооосемь», «девяааать», "threeee", «телегааа». Only numerals and words that lead to a contact.
const Entry *lookUpStretched(std::u16string_view word);
// A numeral that sounds the same or is one letter off; for words that stand among numerals. Just after one, short words
// may be one letter off too.
const Entry *numeralLike(std::u16string_view word, bool afterNumeral);
// Digits of words written together («восемьдевятьсот»): how many letters from the start are one numeral; 0 for none.
size_t numeralPrefix(std::u16string_view word, const Entry **numeral);

// Whether an address may end in this label, as it is or in the Latin letters it looks like: false for nearly all words.
bool mayEndHost(std::u16string_view label);
// How the network of a host is called: t.me, wa.me, vk.com.
Network networkOfHost(std::u16string_view host);
bool isNetworkHost(std::u16string_view host);
// A public source that people may name (encar.com): only the bare name, not a page of it.
bool isPublicSite(std::u16string_view host);
// A public office, where no private person has a page.
bool isOffice(std::u16string_view host);

} // namespace cargo::contact_filter
