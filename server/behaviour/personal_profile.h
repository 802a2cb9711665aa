#pragma once

#include <QHash>
#include <QString>

#include <optional>
#include <vector>

namespace cargo::behaviour {

// What one act with a car weighs; it halves every kHalfLifeDays. A minute of looking is worth as much as another look, of one
// look three minutes at most.
inline constexpr double kViewWeight = 1;
inline constexpr double kDwellWeightPerMinute = 1;
inline constexpr int kDwellCountedMs = 180'000;
inline constexpr double kFavouriteWeight = 4;
inline constexpr double kChatWeight = 5;
inline constexpr double kHalfLifeDays = 14;
inline constexpr int kKeptDays = 90;

// The strongest of what a person did with cars of a kind.
enum class Act { Viewed, Kept, Asked };
const char *word(Act act); // "viewed", "kept", "asked"
// What a car has in common with those, the nearest first.
enum class Likeness { Model, Brand, BodyType, Price };
const char *word(Likeness likeness); // "model", "brand", "body_type", "price"

struct Car
{
    QString brand;
    QString model;
    QString bodyType;
    qint64 priceMinor = 0; // roubles
};

// A car that a person did something with.
struct Liked
{
    Car car;
    double weight = 0;
    Act act = Act::Viewed;
};

// Why a car may stand higher than by its score, and by how many places.
struct Pull
{
    int places = 0;
    Likeness likeness = Likeness::Model;
    Act act = Act::Viewed;
};

// What a person seems to look for, in small counts: by brand, model, body and price. Made of his own acts alone, never shown to
// anybody else, never kept beyond the memory of a process.
class Profile
{
public:
    Profile() = default;
    explicit Profile(const std::vector<Liked> &cars);

    bool empty() const { return m_models.isEmpty(); }
    // None: by less than half a place.
    std::optional<Pull> pullOf(const Car &car) const;

private:
    struct Taste
    {
        double weight = 0;
        Act act = Act::Viewed;
    };
    template <typename Key>
    static void add(QHash<Key, Taste> &tastes, const Key &key, const Liked &liked);

    QHash<QString, Taste> m_models; // brand and model
    QHash<QString, Taste> m_brands;
    QHash<QString, Taste> m_bodies;
    QHash<int, Taste> m_prices;
};

// The order in which a page is shown: places of the page as the index made it. Whoever is pulled passes those above him by as
// many places as he is pulled and is pulled no further than they are; nobody goes down further than kPersonalPlacesMost, nothing
// leaves the page or comes into it.
std::vector<size_t> personalOrder(const std::vector<int> &pulls);

} // namespace cargo::behaviour
