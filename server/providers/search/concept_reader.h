#pragma once

#include "server/providers/search/concept_dictionary.h"

namespace cargo::search {

// Reads the text of a dictionary, whose form its built-in text explains at its head. Goes on after a fault, so that whoever
// wrote it sees all of them.
class ConceptReader
{
public:
    ConceptReader(ConceptDictionary &out, std::vector<ConceptFault> &faults) : m_out(out), m_faults(faults) {}

    void read(const QByteArray &text);

private:
    void readLine(const QString &line);
    void begin(const QString &head);
    void finish();
    void readField(const QString &name, const QString &value);
    void readName(QString &name, const QString &value);
    void readPhrases(std::vector<QString> &into, const QString &value);
    void readGroup(const QString &value);
    void readShow(const QString &value);
    std::optional<FactTest> testOf(const QString &condition);
    std::optional<FactTest> facetTest(const QString &name, const QStringList &values);
    void fault(const QString &what);
    void faultAt(int line, const QString &what);

    ConceptDictionary &m_out;
    std::vector<ConceptFault> &m_faults;
    enum class Inside { Nothing, Concept, Asking } m_inside = Inside::Nothing;
    Concept m_concept;
    int m_line = 0;
    size_t m_traits = 0;
};

} // namespace cargo::search
