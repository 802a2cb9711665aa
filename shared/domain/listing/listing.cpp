#include "shared/domain/listing/listing.h"

#include <algorithm>
#include <array>

namespace cargo::listing {

namespace {
struct Move
{
    Status from;
    Status to;
    Mover who;
};
constexpr std::array kMoves = {
    Move{Status::Draft, Status::Published, Mover::Driver},       Move{Status::Draft, Status::InReview, Mover::Driver},
    Move{Status::Draft, Status::InReview, Mover::System},        Move{Status::Draft, Status::Archived, Mover::Driver},
    Move{Status::InReview, Status::Published, Mover::Moderator}, Move{Status::InReview, Status::Draft, Mover::Moderator},
    Move{Status::InReview, Status::Blocked, Mover::Moderator},   Move{Status::InReview, Status::Published, Mover::System},
    Move{Status::InReview, Status::Paused, Mover::Moderator},    Move{Status::Blocked, Status::Paused, Mover::Moderator},
    Move{Status::InReview, Status::Archived, Mover::Driver},     Move{Status::Published, Status::Paused, Mover::Driver},
    Move{Status::Published, Status::Archived, Mover::Driver},    Move{Status::Published, Status::InReview, Mover::System},
    Move{Status::Published, Status::Blocked, Mover::Moderator},  Move{Status::Published, Status::Paused, Mover::System},
    Move{Status::Paused, Status::Published, Mover::Driver},      Move{Status::Paused, Status::InReview, Mover::Driver},
    Move{Status::Paused, Status::InReview, Mover::System},       Move{Status::Paused, Status::Published, Mover::System},
    Move{Status::Paused, Status::Archived, Mover::Driver},       Move{Status::Paused, Status::Blocked, Mover::Moderator},
    Move{Status::Blocked, Status::Draft, Mover::Moderator},      Move{Status::Blocked, Status::Published, Mover::Moderator},
    Move{Status::Blocked, Status::Archived, Mover::Moderator},
};

struct Alias
{
    Fact fact;
    const char *text; // lower case, UTF-8
    const char *word;
};
// Spellings of sources and people that mean a closed word. The word itself always means itself.
constexpr std::array kAliases = {
    Alias{Fact::BodyType, "saloon", "sedan"},
    Alias{Fact::BodyType, "седан", "sedan"},
    Alias{Fact::BodyType, "хэтчбек", "hatchback"},
    Alias{Fact::BodyType, "хетчбек", "hatchback"},
    Alias{Fact::BodyType, "estate", "wagon"},
    Alias{Fact::BodyType, "универсал", "wagon"},
    Alias{Fact::BodyType, "touring", "wagon"},
    Alias{Fact::BodyType, "crossover", "suv"},
    Alias{Fact::BodyType, "внедорожник", "suv"},
    Alias{Fact::BodyType, "кроссовер", "suv"},
    Alias{Fact::BodyType, "джип", "suv"},
    Alias{Fact::BodyType, "купе", "coupe"},
    Alias{Fact::BodyType, "cabrio", "convertible"},
    Alias{Fact::BodyType, "кабриолет", "convertible"},
    Alias{Fact::BodyType, "roadster", "convertible"},
    Alias{Fact::BodyType, "mpv", "minivan"},
    Alias{Fact::BodyType, "минивэн", "minivan"},
    Alias{Fact::BodyType, "минивен", "minivan"},
    Alias{Fact::BodyType, "пикап", "pickup"},
    Alias{Fact::BodyType, "фургон", "van"},
    Alias{Fact::BodyType, "лифтбек", "liftback"},
    Alias{Fact::Fuel, "gasoline", "petrol"},
    Alias{Fact::Fuel, "бензин", "petrol"},
    Alias{Fact::Fuel, "дизель", "diesel"},
    Alias{Fact::Fuel, "гибрид", "hybrid"},
    Alias{Fact::Fuel, "phev", "plug_in_hybrid"},
    Alias{Fact::Fuel, "plug-in hybrid", "plug_in_hybrid"},
    Alias{Fact::Fuel, "ev", "electric"},
    Alias{Fact::Fuel, "электро", "electric"},
    Alias{Fact::Fuel, "электромобиль", "electric"},
    Alias{Fact::Fuel, "lpg", "gas"},
    Alias{Fact::Fuel, "cng", "gas"},
    Alias{Fact::Fuel, "газ", "gas"},
    Alias{Fact::Transmission, "auto", "automatic"},
    Alias{Fact::Transmission, "at", "automatic"},
    Alias{Fact::Transmission, "автомат", "automatic"},
    Alias{Fact::Transmission, "акпп", "automatic"},
    Alias{Fact::Transmission, "mt", "manual"},
    Alias{Fact::Transmission, "механика", "manual"},
    Alias{Fact::Transmission, "мкпп", "manual"},
    Alias{Fact::Transmission, "вариатор", "cvt"},
    Alias{Fact::Transmission, "semi-auto", "robot"},
    Alias{Fact::Transmission, "робот", "robot"},
    Alias{Fact::Transmission, "dct", "robot"},
    Alias{Fact::Transmission, "dsg", "robot"},
    Alias{Fact::Drive, "front", "fwd"},
    Alias{Fact::Drive, "передний", "fwd"},
    Alias{Fact::Drive, "rear", "rwd"},
    Alias{Fact::Drive, "задний", "rwd"},
    Alias{Fact::Drive, "4wd", "awd"},
    Alias{Fact::Drive, "4x4", "awd"},
    Alias{Fact::Drive, "full", "awd"},
    Alias{Fact::Drive, "полный", "awd"},
    Alias{Fact::Color, "grey", "gray"},
    Alias{Fact::Color, "серый", "gray"},
    Alias{Fact::Color, "белый", "white"},
    Alias{Fact::Color, "чёрный", "black"},
    Alias{Fact::Color, "черный", "black"},
    Alias{Fact::Color, "серебристый", "silver"},
    Alias{Fact::Color, "красный", "red"},
    Alias{Fact::Color, "синий", "blue"},
    Alias{Fact::Color, "голубой", "blue"},
    Alias{Fact::Color, "зелёный", "green"},
    Alias{Fact::Color, "зеленый", "green"},
    Alias{Fact::Color, "коричневый", "brown"},
    Alias{Fact::Color, "бежевый", "beige"},
    Alias{Fact::Color, "жёлтый", "yellow"},
    Alias{Fact::Color, "желтый", "yellow"},
    Alias{Fact::Color, "оранжевый", "orange"},
    Alias{Fact::Color, "фиолетовый", "purple"},
    Alias{Fact::Color, "золотой", "gold"},
};
} // namespace

bool mayMove(Status from, Status to, Mover who)
{
    return std::any_of(kMoves.begin(), kMoves.end(), [&](const Move &m) { return m.from == from && m.to == to && m.who == who; });
}

bool isEditable(Status status)
{
    return status == Status::Draft || status == Status::InReview || status == Status::Published || status == Status::Paused;
}

bool isPublic(Status status) { return status == Status::Published; }

const std::vector<QLatin1String> &words(Fact fact)
{
    using L = QLatin1String;
    static const std::array<std::vector<QLatin1String>, 5> kWords = {{
        {L("sedan"), L("hatchback"), L("liftback"), L("wagon"), L("suv"), L("coupe"), L("convertible"), L("minivan"), L("pickup"),
         L("van"), L("other")},
        {L("petrol"), L("diesel"), L("hybrid"), L("plug_in_hybrid"), L("electric"), L("gas"), L("hydrogen"), L("other")},
        {L("automatic"), L("manual"), L("cvt"), L("robot"), L("other")},
        {L("fwd"), L("rwd"), L("awd")},
        {L("white"), L("black"), L("silver"), L("gray"), L("red"), L("blue"), L("green"), L("brown"), L("beige"), L("yellow"),
         L("orange"), L("purple"), L("gold"), L("other")},
    }};
    return kWords[size_t(fact)];
}

std::optional<QLatin1String> canonicalWord(Fact fact, QStringView text)
{
    const QString lower = text.trimmed().toString().toLower();
    for (const QLatin1String &word : words(fact)) {
        if (lower == word)
            return word;
    }
    for (const Alias &alias : kAliases) {
        if (alias.fact == fact && lower == QString::fromUtf8(alias.text))
            return QLatin1String(alias.word);
    }
    return std::nullopt;
}

const std::vector<Country> &countries()
{
    static const std::vector<Country> kCountries = {
        {"JP", "Japan", "Япония"},
        {"KR", "South Korea", "Южная Корея"},
        {"CN", "China", "Китай"},
        {"DE", "Germany", "Германия"},
        {"AE", "UAE", "ОАЭ"},
        {"US", "USA", "США"},
        {"GE", "Georgia", "Грузия"},
        {"BY", "Belarus", "Беларусь"},
        {"KZ", "Kazakhstan", "Казахстан"},
        {"AM", "Armenia", "Армения"},
        {"KG", "Kyrgyzstan", "Киргизия"},
        {"UZ", "Uzbekistan", "Узбекистан"},
        {"LT", "Lithuania", "Литва"},
        {"LV", "Latvia", "Латвия"},
        {"EE", "Estonia", "Эстония"},
        {"PL", "Poland", "Польша"},
        {"NL", "Netherlands", "Нидерланды"},
        {"BE", "Belgium", "Бельгия"},
        {"FR", "France", "Франция"},
        {"IT", "Italy", "Италия"},
        {"ES", "Spain", "Испания"},
        {"AT", "Austria", "Австрия"},
        {"CH", "Switzerland", "Швейцария"},
        {"CZ", "Czechia", "Чехия"},
        {"SE", "Sweden", "Швеция"},
        {"NO", "Norway", "Норвегия"},
        {"FI", "Finland", "Финляндия"},
        {"DK", "Denmark", "Дания"},
        {"GB", "United Kingdom", "Великобритания"},
        {"IE", "Ireland", "Ирландия"},
        {"CA", "Canada", "Канада"},
        {"TR", "Turkey", "Турция"},
        {"TH", "Thailand", "Таиланд"},
        {"HK", "Hong Kong", "Гонконг"},
        {"TW", "Taiwan", "Тайвань"},
        {"SG", "Singapore", "Сингапур"},
        {"MN", "Mongolia", "Монголия"},
        {"QA", "Qatar", "Катар"},
        {"KW", "Kuwait", "Кувейт"},
        {"OM", "Oman", "Оман"},
        {"IL", "Israel", "Израиль"},
        {"RU", "Russia", "Россия"},
        {"IN", "India", "Индия"},
        {"AU", "Australia", "Австралия"},
        {"HU", "Hungary", "Венгрия"},
        {"RO", "Romania", "Румыния"},
        {"BG", "Bulgaria", "Болгария"},
        {"RS", "Serbia", "Сербия"},
        {"SK", "Slovakia", "Словакия"},
        {"SI", "Slovenia", "Словения"},
        {"PT", "Portugal", "Португалия"},
    };
    return kCountries;
}

const Country *findCountry(QStringView code)
{
    for (const Country &country : countries()) {
        if (code == QLatin1String(country.code))
            return &country;
    }
    return nullptr;
}

} // namespace cargo::listing
