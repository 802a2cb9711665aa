#pragma once

#include "shared/domain/words.h"

#include <QString>
#include <QStringView>

#include <utility>
#include <vector>

namespace cargo::contact_filter {

// What a hidden piece is. `Link` is any site; WhatsApp and Viber are their links, a number is Phone whatever messenger it
// is for; AddressOther is any other messenger or network; Username a name without a network.
enum class Kind { Phone, Email, Link, Telegram, Whatsapp, Viber, Username, AddressOther };
inline constexpr auto kKindWords =
    wordTable<Kind>("phone", "email", "link", "telegram", "whatsapp", "viber", "username", "address_other");
inline const char *word(Kind kind) { return kKindWords.word(kind); }

// Which rule hid it: told to the sender, counted in reports. Stable words.
enum class Reason {
    PhonePlain,     // digits with a country's form
    PhoneHinted,    // digits that the words around it call a number to dial
    PhoneDisguised, // digits as words, look-alikes, other scripts, filler between them
    EmailPlain,
    EmailDisguised,
    LinkPlain,
    LinkDisguised,
    Handle,        // @name
    NamedHandle,   // a name after a messenger's or network's name
    SplitMessages, // the rest of a contact begun in the messages before
};
inline constexpr auto kReasonWords =
    wordTable<Reason>("phone_plain", "phone_hinted", "phone_disguised", "email_plain", "email_disguised", "link_plain",
                      "link_disguised", "handle", "named_handle", "split_messages");
inline const char *word(Reason reason) { return kReasonWords.word(reason); }

// [start, end) in UTF-16 units of the text, never inside a surrogate pair.
struct Span
{
    qsizetype start = 0;
    qsizetype end = 0;
    Kind kind = Kind::Phone;
    Reason reason = Reason::PhonePlain;
    bool obfuscated = false;
    int score = 0;        // how sure; from kPhoneThreshold up for phones
    quint64 evidence = 0; // of a phone: bits of Evidence (evidence.h), for explaining

    bool operator==(const Span &) const = default;
};

// Where the text stands. A name must not carry what a chat may mention: there a bare user name is one too.
enum class Place { Chat, Listing, ProfileName, Review, Dispute };

struct Policy
{
    Place place = Place::Chat;
    bool enabled = true;      // false once a deal of the conversation is released
    bool joinMessages = true; // look at the sender's last messages together
    int recentMaxCount = 12;
};

// A message of the conversation as it was written.
struct Said
{
    QString text;
    bool own = true; // by the sender of the text in question
};

struct Input
{
    QString text;
    std::vector<QString> recent; // the sender's last messages in this conversation as he wrote them, oldest first
    Policy policy;
    // Both sides' last messages, oldest first; used instead of `recent` when not empty: a contact may be built by turns.
    std::vector<Said> conversation = {};
    // Numbers of the deal itself (price, lot, VIN, order), as they are shown: they are never contacts.
    std::vector<QString> known = {};
};

struct Verdict
{
    std::vector<Span> spans; // sorted, not overlapping
    QString masked;          // the text with every span replaced by kMask
    std::vector<Kind> kinds; // found, each once, in the order of the enum
    int contactAttempts = 0; // spans; an obfuscated one counts double
    bool obfuscated = false;

    bool found() const { return !spans.empty(); }
};

inline constexpr char16_t kMask[] = u"•••";

// The same code runs in the app before sending and on the server, whose verdict counts. Pure and linear in the length of
// the text: no regular expressions, no look-ahead beyond a fixed window. Masking is idempotent: inspecting `masked` finds
// nothing. What counts as a contact: domain.md, "Chat and contacts". Prices, mileages, years, VINs, dates, times, sizes and
// document numbers are not.
Verdict inspect(const Input &input);

// The text of one place with its contacts masked, for what stands alone: a review, a word in a dispute.
QString withoutContacts(const QString &text, Place place);

// False for texts that cannot be a part of a contact whatever was written before; such a text needs no recent messages.
bool mayBePartOfContact(QStringView text);

// The names of the evidence of a phone span, in the order of evidence.h.
std::vector<const char *> explain(const Span &span);

// The spans as Unicode code points, for programs that count so.
std::vector<std::pair<qsizetype, qsizetype>> toCodePoints(QStringView text, const std::vector<Span> &spans);

} // namespace cargo::contact_filter
