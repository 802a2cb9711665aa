#pragma once

#include <QHash>
#include <QString>

#include <map>
#include <vector>

namespace cargo::search {

// The inverted index: for each word the slots of the listings that hold it, with a weight. Slots only grow, so that a list
// stays sorted by appending; dead slots are left to the caller's live flags until everything is built anew.
// Not thread-safe: the index above holds the lock.
class TextIndex
{
public:
    struct Posting
    {
        quint32 slot;
        quint16 weight; // title words weigh more, repeated words a little more
    };
    // The words that one typed word may mean, and what was done to find them.
    struct Meaning
    {
        QString typed;
        std::vector<std::pair<QString, float>> words;
        QString corrected; // a misspelt word's nearest neighbour
        QString synonym;
    };

    void add(quint32 slot, const QString &title, const QString &description, const QString &facts);
    std::vector<Meaning> analyse(const QString &text) const;

    struct Match
    {
        std::vector<std::pair<quint32, float>> slots; // ascending slots with scores
        std::vector<QString> relaxed;                 // words left out because nothing holds all of them
    };
    // Live slots that hold every word; when there are none, the largest number of words that any listing holds.
    Match match(const std::vector<Meaning> &meanings, const std::vector<quint8> &live, size_t liveCount) const;

    size_t size() const { return m_postings.size(); }

private:
    const std::vector<Posting> *find(const QString &word) const;
    void addPrefixes(Meaning &meaning) const;
    void addNeighbours(Meaning &meaning) const;

    std::map<QString, std::vector<Posting>> m_postings;
};

} // namespace cargo::search
