#include "server/providers/search/concepts.h"

#include "server/providers/search/text_analysis.h"

#include <QHash>
#include <QStringList>

#include <algorithm>

namespace cargo::search {

namespace {
struct Concept
{
    const char *phrases; // parted by '|'; without small words, in any form
    const char *wanted;  // groups parted by ';', their words by '|', each with its weight behind '*', 1 without
};

// A new one is a row. What it must not do: take words that name a car or a fact by themselves.
constexpr Concept kConcepts[] = {
    // The drive, told in two words
    {"полный привод|полноприводный|full drive|all wheel drive|четыре ведущих", "awd"},
    {"задний привод|заднеприводный|rear wheel drive", "rwd"},
    {"передний привод|переднеприводный|front wheel drive", "fwd"},
    // Condition, as its owner would say it
    {"не битый|небитый|без аварий|без дтп|accident free|no accidents", "дтп"},
    {"не крашеный|некрашеный|без окрасов|родной окрас|родная краска|original paint", "краска|окрас*0.9|paint*0.9"},
    {"подогрев сидений|подогретые сиденья|теплые сиденья|heated seats|heated seat", "подогрев|heated*0.9"},
    {"подогрев руля|теплый руль|heated steering wheel|heated steering|heated wheel", "подогрев|heated*0.9;руль|steering*0.9"},
    {"панорама|люк|панорамный люк|panoramic roof|panorama roof|sunroof|moonroof", "панорамная|panoramic*0.9|люк*0.9|sunroof*0.8"},
    {"камера 360|круговая камера|360 camera|surround view|birds eye view", "кругового|360*0.9|surround*0.9"},
    {"адаптивный круиз|адаптивный круиз контроль|adaptive cruise|adaptive cruise control",
     "адаптивный|adaptive*0.9;круиз|cruise*0.9"},
    {"winter tyres|winter tires|winter wheels", "зимняя|winter*0.9;резина|tyres*0.9|tires*0.9"},
    {"мягкая подвеска|плавный ход|комфортный ход|пневмоподвеска|soft suspension|air suspension|smooth ride",
     "мягкая|пневмоподвеска*0.9|soft*0.9;подвеска|suspension*0.9"},
    {"не курили|некурящий|некурящий хозяин|non smoker|not smoked|no smoking", "курили|smoke*0.9|smoker*0.9"},
    {"не бояться|не боялась|не боится|не страшно", ""},
    // Wishes
    {"большая семья|многодетный|семиместный|семь мест|7 мест|третий ряд|seven seats|7 seats|7 seater|seven seater|large "
     "family|трое детей|четверо детей|три ребенка",
     "minivan|семиместный*0.9|suv*0.5"},
    {"семья|семейный|дети|детей|детские кресла|family|kids", "minivan|семейный|wagon*0.6|suv*0.5"},
    {"охота|рыбалка|охота рыбалка|рыбалка охота|hunting|fishing", "suv*0.9|pickup;awd;diesel"},
    {"бездорожье|проходимый|проходимость|вездеход|грязь|офроуд|оффроуд|off road|offroad", "suv|pickup*0.9;awd"},
    {"плохие дороги|разбитые дороги|ямы|кочки|bad roads|rough roads", "мягкая|suv*0.6"},
    {"прицеп|прицеп лодка|лодка|буксир|буксировать|фаркоп|тянуть|towing|tow|trailer", "pickup|suv*0.9;awd;diesel"},
    {"горы|лыжи|горнолыжный|сноуборд|ski|skiing|mountains", "awd;подогрев|зимняя*0.9|heated*0.9"},
    {"дача|деревня|огород|рассада|загород|country house", "wagon|suv*0.6|pickup*0.6|minivan*0.6"},
    {"зима|зимой|мороз|морозы|мерзнуть|снег|сугробы|winter|snow", "подогрев|зимний*0.9|awd*0.6"},
    {"город|городской|маленькая|компактный|парковаться|парковка|city|compact|small", "hatchback"},
    {"новичок|новичку|начинающий|первая|студент|beginner|first car|student", "hatchback"},
    {"маленький расход|малый расход|небольшой расход|экономичный|экономный|расход|мало жрет|немного жрет|"
     "мало ест|немного ест|мало кушает|не прожорливый|непрожорливый|fuel economy|good mileage|fuel efficient|economical|low "
     "consumption",
     "hybrid|hatchback*0.5|electric*0.5"},
    {"престиж|престижный|представительский|премиум|статусный|солидный|бизнес|бизнес класс|"
     "бизнес седан|prestige|luxury|premium",
     "sedan|suv*0.4;mercedes|bmw|lexus|audi|genesis|porsche"},
    {"спортивный|спорткар|гоночный|маслкар|sport|sports|sports car|sport car|muscle car", "coupe|convertible*0.7"},
    {"путешествие|путешествия|поездки|дальние поездки|дальняк|travel|road trip", "minivan|wagon*0.9|suv*0.8"},
    {"стройка|стройматериалы|кирпичи|доски|грузы|груз|рабочая лошадка|работа|перевозка|work horse|workhorse|cargo",
     "pickup|minivan*0.5"},
    {"просторный|вместительный|большой багажник|огромный багажник|roomy|spacious|big trunk",
     "багажник|wagon*0.8|minivan*0.8|suv*0.5"},
};

// What only asks, and finds nothing.
constexpr char kAsking[] =
    "хочу|нужен|нужна|нужно|ищу|ищем|посоветуйте|подскажите|подберите|куплю|купить|хотелось|машина|авто|автомобиль|тачка|"
    "вариант|какой|какая|чтобы|возить|ездить|таскать|катать|кататься|бояться|боялась|самый|самая|самое|очень|просто|мне|нам|"
    "который|которая|можно|типа|что-нибудь|want|need|looking|buy|car|vehicle|please|something|good|really";

struct Row
{
    std::vector<QString> phrase; // stems
    const Concept *meaning;
};

// By the first stem of a phrase; longest phrases first.
const QHash<QString, std::vector<Row>> &rows()
{
    static const QHash<QString, std::vector<Row>> kRows = [] {
        QHash<QString, std::vector<Row>> index;
        for (const Concept &meaning : kConcepts) {
            for (const QString &phrase : QString::fromUtf8(meaning.phrases).split(u'|')) {
                std::vector<QString> stems;
                for (const QString &word : words(phrase)) {
                    if (!isSmallWord(word))
                        stems.push_back(stem(word));
                }
                if (!stems.empty())
                    index[stems.front()].push_back({stems, &meaning});
            }
        }
        for (std::vector<Row> &same : index)
            std::stable_sort(same.begin(), same.end(),
                             [](const Row &a, const Row &b) { return a.phrase.size() > b.phrase.size(); });
        return index;
    }();
    return kRows;
}

std::vector<WishGroup> groupsOf(const Concept &meaning)
{
    std::vector<WishGroup> groups;
    for (const QString &group : QString::fromUtf8(meaning.wanted).split(u';', Qt::SkipEmptyParts)) {
        WishGroup wanted;
        for (const QString &one : group.split(u'|')) {
            const QStringList parts = one.split(u'*');
            wanted.push_back({parts[0], parts.size() > 1 ? parts[1].toFloat() : 1.0F});
        }
        groups.push_back(std::move(wanted));
    }
    return groups;
}
} // namespace

std::optional<Wish> wishAt(const std::vector<QString> &stems, size_t at)
{
    const auto known = rows().constFind(stems[at]);
    if (known == rows().constEnd())
        return std::nullopt;
    for (const Row &row : *known) {
        if (row.phrase.size() <= stems.size() - at
            && std::equal(row.phrase.begin(), row.phrase.end(), stems.begin() + qsizetype(at)))
            return Wish{row.meaning, row.phrase.size(), groupsOf(*row.meaning)};
    }
    return std::nullopt;
}

bool onlyAsks(const QString &word)
{
    static const QStringList kWords = QString::fromUtf8(kAsking).split(u'|');
    static const std::vector<QString> kStems = [] {
        std::vector<QString> stems;
        for (const QString &one : kWords)
            stems.push_back(stem(one));
        return stems;
    }();
    return std::find(kStems.begin(), kStems.end(), stem(word)) != kStems.end();
}

bool leaveOutNoise(std::vector<QString> &typed)
{
    if (!std::all_of(typed.begin(), typed.end(), isSmallWord))
        std::erase_if(typed, isSmallWord);
    return std::erase_if(typed, onlyAsks) > 0 && typed.empty();
}

} // namespace cargo::search
