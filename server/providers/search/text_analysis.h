#pragma once

#include <QString>
#include <QStringView>

#include <utility>
#include <vector>

namespace cargo::search {

// Words as the index knows them: lower case, ё as е, letters and digits apart from signs.
std::vector<QString> words(QStringView text);
// The index form of one folded word: its Russian or English stem.
QString stem(const QString &word);
// What else a typed word may mean, in whatever form: «тойота» -> toyota, «джип» -> suv, «акпп» -> automatic. Whole words.
std::vector<QString> synonyms(const QString &word);
// All of them, as they are typed: for an engine that is told them once.
std::vector<std::pair<QString, std::vector<QString>>> synonymTable();
// "toyota": what another word means.
bool isMeantBySynonyms(const QString &word);
// Either of the two.
bool isOfTable(const QString &word);
// "qashqai" -> "nissan", «кашкай» too: who made the model that a word names; empty: it names none that we know.
QString makerOf(const QString &word);
// "qashqai" -> trail, «кашкай» too: models of the same make that are most like it.
std::vector<QString> modelsLike(const QString &word);
// «в», "the": found nowhere, and left out beside other words.
bool isSmallWord(const QString &word);
// The table's word that a misspelt one is nearest to, with so many mistakes at most; empty: none.
QString nearestSynonym(const QString &word, int mistakes);
// The table's word that sounds as this one does, unstressed vowels, voice and double letters apart: «карола» -> «королла»; empty:
// none, or no Russian word.
QString soundAlike(const QString &word);
// How a Russian word sounds, with no more of it than that; empty: it is none.
QString phoneticKey(const QString &word);
// "krossover" -> «кроссовер»; empty when there is no Latin in it.
QString toCyrillic(const QString &word);
// «камри» -> kamri; empty when there is no Cyrillic in it.
QString transliterate(const QString &word);
// «сх» -> cx: the Latin letters that look so; empty when one has no such twin.
QString withLatinShapes(const QString &word);
// The words of the table that are meant when a word has only been begun: «тойо» -> toyota. From two letters on.
std::vector<QString> synonymsBegunBy(const QString &word);
// Optimal string alignment, cut off above `limit`.
int editDistance(const QString &a, const QString &b, int limit);

} // namespace cargo::search
