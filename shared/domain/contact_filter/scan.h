#pragma once

#include "shared/domain/contact_filter/fold.h"
#include "shared/domain/contact_filter/lexicon.h"

#include <QStringView>

#include <string>
#include <string_view>
#include <vector>

namespace cargo::contact_filter {

// One piece of the text: a run of letters of any alphabet, a run of digits, one blank, one line end, one sign, one picture.
struct Token
{
    enum class Type : quint8 { Digits, Word, Blank, Line, Sign, Picture };
    enum Flag : quint8 {
        Odd = 1,      // written in an unusual way
        Hidden = 2,   // something invisible or laid over inside
        Upper = 4,    // begins with a capital
        Camel = 8,    // a capital after a small letter
        Latin = 16,   // all letters Latin (look-alikes of other alphabets among them)
        Mixed = 32,   // letters of two alphabets
        Spelled = 64, // one letter at a time: «д е в я т ь»
        Caps = 128    // all capitals
    };
    Type type = Type::Blank;
    quint8 flags = 0;
    char16_t sign = 0; // of a Sign
    quint32 start = 0; // UTF-16, as written
    quint32 end = 0;
    quint32 text = 0; // in Scan::chars
    quint32 size = 0;
    const Entry *word = nullptr;
    quint64 hints = 0; // of the word: asked for much more often than anything else of it

    void setWord(const Entry *entry)
    {
        word = entry;
        hints = entry ? entry->hints : 0;
    }
    bool is(Type t) const { return type == t; }
    bool isSign(char16_t c) const { return type == Type::Sign && sign == c; }
    bool isAlnum() const { return type == Type::Word || type == Type::Digits; }
    bool isGap() const { return type == Type::Blank || type == Type::Line; }
    bool has(quint64 hint) const { return hints & hint; }
    bool is(Flag flag) const { return flags & flag; }
};

// Words that rules about addresses and names begin at.
inline constexpr quint64 kMarking =
    kSign | kTop | kSpokenTop | kNetwork | kNick | kProvider | kMailbox | kEvery | kOwn | kQuoteName | kSearch | kMap;

// What stands in a text: it tells most rules that they need not look.
struct Presence
{
    quint64 hints = 0;   // of all words together
    quint64 signSet = 0; // the ASCII signs, for hasSign()
    int words = 0;
    int latin = 0;          // words of Latin letters alone, or read as such
    int capitals = 0;       // words that begin with one
    int digits = 0;         // digits written as such
    int longest = 0;        // letters of the longest unknown word: numerals may be written together
    int strokes = 0;        // points and dashes: there may be Morse
    int signs = 0;          // signs of all kinds
    int cyrillic = 0;       // words in Cyrillic
    bool hasLayout = false; // words that may be a switched keyboard's

    // All but `cyrillic` and `hasLayout`.
    void count(const Token &token)
    {
        hints |= token.hints;
        if (token.is(Token::Type::Word)) {
            ++words;
            latin += token.is(Token::Latin) ? 1 : 0;
            capitals += token.is(Token::Upper) ? 1 : 0;
            if (!token.word && int(token.size) > longest)
                longest = int(token.size);
        } else if (token.is(Token::Type::Digits)) {
            digits += int(token.size);
        } else if (token.is(Token::Type::Sign)) {
            ++signs;
            signSet |= bitOf(token.sign);
            strokes += token.sign == u'.' || token.sign == u'-' ? 1 : 0;
        }
    }
    // Of '!' to '_'.
    static constexpr quint64 bitOf(char16_t sign) { return sign >= u' ' && sign < u'`' ? 1ull << (sign - u' ') : 0; }
    bool hasSign(char16_t sign) const { return signSet & bitOf(sign); }
    // Signs of addresses and user names.
    bool hasSigns() const { return signSet & (bitOf(u'@') | bitOf(u'.') | bitOf(u'/') | bitOf(u'_') | bitOf(u'#')); }
};

// The text taken apart, once for all rules.
struct Scan : Presence
{
    std::vector<Cell> cells; // as many as `chars` has, and unused ones behind them
    size_t size = 0;         // cells of the text
    std::u16string chars;    // of the cells, folded; tokens point here. Behind the text: the letters of spelled words
    std::vector<Token> tokens;
    bool overridden = false;    // a control that turns the text's direction stands in it: it is shown from its end
    std::vector<quint32> marks; // tokens that rules begin at: signs, and words with one of kMarking

    std::u16string_view text(const Token &token) const { return std::u16string_view(chars).substr(token.text, token.size); }
    std::u16string_view text(size_t token) const { return text(tokens[token]); }
    // Whether letters or digits touch the token: then it is a piece of something, not a word.
    bool isPiece(size_t at) const
    {
        return (at > 0 && tokens[at - 1].isAlnum()) || (at + 1 < tokens.size() && tokens[at + 1].isAlnum());
    }
    // The first and last token of the run of letters and digits without a gap that token `at` stands in.
    size_t chunkFirst(size_t at) const;
    size_t chunkLast(size_t at) const;
    bool glued(size_t left, size_t right) const { return tokens[left].end == tokens[right].start || right == left + 1; }
};

void scan(QStringView text, Scan &into);

} // namespace cargo::contact_filter
