#pragma once

#include <QJsonObject>

namespace cargo::search::meilisearch {

// How the index is set up: what is searched, filtered, sorted and counted, typos, synonyms of the house, ranking rules.
QJsonObject wantedSettings();
// The parts of `wanted` that an index does not have so; empty: it is as wanted. What the engine fills in by itself does not
// count.
QJsonObject settingsToChange(const QJsonObject &wanted, const QJsonObject &actual);

inline constexpr int kHitsMost = 1'000'000; // pages go no deeper
inline constexpr int kValuesMost = 10'000;  // of a facet

} // namespace cargo::search::meilisearch
