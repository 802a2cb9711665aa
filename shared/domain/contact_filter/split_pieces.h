#pragma once

#include "shared/domain/contact_filter/scan.h"

#include <optional>
#include <string>
#include <vector>

namespace cargo::contact_filter {

// Digits that the sentences of a message tell.
struct Telling
{
    std::string digits;
    bool clear = false;  // the sentences hold nothing else
    bool money = false;  // «цена 8 962»
    bool words = false;  // all in words
    bool amount = false; // grouped as an amount: 1 640
    bool hundreds = false; // they end with hundreds in words, which may go on: «девятьсот» — «двадцать четыре»
    size_t firstSize = 0; // of the first group
    size_t first = 0;     // tokens
    size_t last = 0;
};

// What one message may add to a number that is told over several.
struct Piece
{
    std::string digits;  // all of the message's
    std::string written; // those that are written as such; «2165, сложи в один ряд»
    bool own = true;
    size_t message = 0; // its place in the conversation
    bool full = false;  // older messages may have been cut off
    bool any = false;   // holds digits at all
    bool bare = false;  // little but digits
    bool plus = false;
    bool cue = false;   // звони, номер, код, пиши
    bool part = false;  // начало, дальше, конец
    bool asks = false;  // asks for a contact
    bool money = false; // said to be a price
    bool wink = false;
    bool amount = false; // grouped as an amount: 1 640
    bool pure = false;   // no words but those that dictate
    bool words = false;  // in words
    bool question = false;
    bool wordless = false; // nothing but digits
    size_t first = 0;      // tokens
    size_t last = 0;

    size_t groups = 0;        // as many as its digits stand in
    bool dial = false;        // звони, набери
    bool abroad = false;      // names a country: «бишкек тут 0 700»
    bool joins = false;       // says that the pieces belong together, and what for: «сложи рядом и набери»
    bool answers = false;     // its last digits stand in a sentence of their own: «уже нет. 46 12», «4 500 000. 224»
    bool announces = false;   // announcesNumber()
    std::optional<int> where; // начало 0, середина 1, конец 2
    std::optional<int> asksWhere; // «а начало?»
    std::string counted;          // its digits where a word counts the messages: «913 раз», "740 two"
    int place = 0; // that it says it has in a row of messages: «третье 41 36», «часть 2/3: 661»; 0: none

    // By those sentences that say nothing honest of them: «мотор шепчет. 230» tells 230. Empty when there are none.
    Telling told;
    // By the last of them alone, behind an answer to what was asked: «2 380. а мобильный мой 8 983». Empty when it is the only
    // one.
    Telling tail;
};

// What is heard of a message: all that it tells, or its last sentence.
inline const Telling &hear(const Piece &piece, bool tail) { return tail && !piece.tail.digits.empty() ? piece.tail : piece.told; }

inline constexpr size_t kPieceMaxDigits = 11;
inline constexpr qsizetype kPieceMaxText = 90;

Piece readPiece(const Scan &scan, bool own);

// Rows of numbers that no telephone is told in.
bool isHaggling(const std::vector<std::string> &parts);  // 890, 914, 905: prices
bool isNumbering(const std::vector<std::string> &parts); // 8, 9, 10: photographs
bool isRound(const std::vector<std::string> &parts);     // 350, 420, 2900: expenses
bool isGrowing(const std::vector<std::string> &parts);   // 643, 760, 1120: distances; 2016 and anything: a year
bool isCounting(const std::string &digits);

} // namespace cargo::contact_filter
