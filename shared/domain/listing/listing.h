#pragma once

#include "shared/domain/words.h"

#include <QString>

#include <vector>

// What a listing may say: its states, the closed words of its facts, the limits of its numbers. Server and apps read the
// same rows; labels for people are the apps' business.
namespace cargo::listing {

enum class Status { Draft, InReview, Published, Paused, Archived, Blocked };
inline constexpr auto kStatusWords = wordTable<Status>("draft", "in_review", "published", "paused", "archived", "blocked");

inline const char *word(Status status) { return kStatusWords.word(status); }
inline std::optional<Status> statusFromWord(QStringView text) { return kStatusWords.find(text); }

// Who moves a listing: its driver, a moderator, or the server itself (a rule sent it to review, a deal took the car).
enum class Mover { Driver, Moderator, System };

// The allow-list of moves; everything else is refused.
bool mayMove(Status from, Status to, Mover who);
// Fields may be changed by the driver. A change to a published one may send it back to review.
bool isEditable(Status status);
// Everybody sees it; otherwise only its driver and moderators do.
bool isPublic(Status status);

// Facts with closed words. Order: as pages show them.
enum class Fact { BodyType, Fuel, Transmission, Drive, Color };
const std::vector<QLatin1String> &words(Fact fact);
// The closed word for what a person or another service calls it: "SUV" -> "suv", "auto" -> "automatic", "4wd" -> "awd",
// «бензин» -> "petrol". nullopt: no such thing.
std::optional<QLatin1String> canonicalWord(Fact fact, QStringView text);

// ISO 3166 codes of the countries that cars come from, with their names.
struct Country
{
    const char *code;
    const char *nameEn;
    const char *nameRu; // UTF-8
};
const std::vector<Country> &countries();
const Country *findCountry(QStringView code); // upper case

// Limits of a listing's fields, units in the names.
inline constexpr int kBrandMaxChars = 60;
inline constexpr int kModelMaxChars = 80;
inline constexpr int kDescriptionMaxChars = 8000;
inline constexpr int kYearMin = 1900;
inline constexpr int kMileageMaxKm = 5'000'000;
inline constexpr int kEtaMinDays = 1;
inline constexpr int kEtaMaxDays = 365;
inline constexpr int kEngineMaxCc = 20'000;
inline constexpr int kPowerMaxHp = 3'000;
inline constexpr qint64 kPriceMaxMinor = 100'000'000'000'00;
inline constexpr int kPhotosMaxCount = 40;
inline constexpr int kAttributesMaxCount = 60;

// The newest model year that a listing may name: makers sell next year's cars this year.
inline constexpr int yearMax(int currentYear) { return currentYear + 1; }

} // namespace cargo::listing
