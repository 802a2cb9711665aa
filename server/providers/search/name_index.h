#pragma once

#include "server/providers/search/search_provider.h"

#include <QHash>
#include <QString>

#include <vector>

namespace cargo::search {

// Brands and models that are on the market, and how many cars of each: what a beginning may become while one types. A typed
// word is read as it stands, as Russian for a Latin name («тойо», «камри», «альфард»), by its consonants alone («лкс»), in
// the other keyboard layout ("njqjnf", «ещнщеф») when nothing else fits, and at last with one mistake.
// Not thread-safe: the index above holds the lock.
class NameIndex
{
public:
    // `key`: of the pair, kept by the caller. Counts `by` cars more of it.
    void count(quint32 key, const QString &brand, const QString &model, int by);
    void count(quint32 key, int by); // one that is known

    // Brands first, then models, each with the most cars first.
    std::vector<Suggestion> suggest(const QString &text, int limit) const;

private:
    struct Word
    {
        QString text;  // "lexus"
        QString sound; // "leksus": as soundOf() writes it, so that both alphabets meet
        QString frame; // "lks": its consonants
    };
    struct Name
    {
        QString brand;
        QString model;
        std::vector<Word> brandWords;
        std::vector<Word> modelWords;
        int count = 0;
    };
    struct Typed;
    static std::vector<Word> wordsOf(const QString &name);
    static bool begins(const Word &word, const Typed &typed, bool forgiving);
    std::vector<Suggestion> find(const std::vector<QString> &typed, bool forgiving) const;

    QHash<quint32, Name> m_names;
};

} // namespace cargo::search
