#include "bench/search/wording.h"

#include <algorithm>
#include <array>

namespace cargo::bench {

namespace {
constexpr size_t kRareWords = 40'000;
constexpr uint64_t kDictionarySeed = 7;
enum Language { kRussian, kEnglish };
using Forms = std::array<std::vector<const char *>, 2>; // by language

const std::map<std::string, Forms> kWords = {
    {"sedan", {{{"седан"}, {"sedan"}}}},
    {"hatchback", {{{"хэтчбек", "хетчбэк"}, {"hatchback"}}}},
    {"liftback", {{{"лифтбек"}, {"liftback"}}}},
    {"wagon", {{{"универсал"}, {"estate car", "wagon"}}}},
    {"suv", {{{"внедорожник", "кроссовер", "паркетник"}, {"SUV", "crossover"}}}},
    {"coupe", {{{"купе"}, {"coupe"}}}},
    {"convertible", {{{"кабриолет"}, {"convertible"}}}},
    {"minivan", {{{"минивэн"}, {"minivan", "people carrier"}}}},
    {"pickup", {{{"пикап"}, {"pickup"}}}},
    {"petrol", {{{"бензин", "бензиновый мотор"}, {"petrol"}}}},
    {"diesel", {{{"дизель", "дизельный мотор"}, {"diesel"}}}},
    {"hybrid", {{{"гибрид"}, {"hybrid"}}}},
    {"plug_in_hybrid", {{{"гибрид с зарядкой от сети"}, {"plug-in hybrid"}}}},
    {"electric", {{{"электромобиль"}, {"electric"}}}},
    {"gas", {{{"бензин и газ"}, {"petrol and gas"}}}},
    {"other", {{{"другое"}, {"other"}}}},
    {"automatic", {{{"автомат", "АКПП", "коробка автомат"}, {"automatic"}}}},
    {"manual", {{{"механика", "МКПП", "механическая коробка"}, {"manual"}}}},
    {"robot", {{{"робот", "коробка робот"}, {"dual clutch"}}}},
    {"cvt", {{{"вариатор"}, {"CVT"}}}},
    {"fwd", {{{"передний привод"}, {"front-wheel drive"}}}},
    {"rwd", {{{"задний привод"}, {"rear-wheel drive"}}}},
    {"awd", {{{"полный привод", "привод 4WD"}, {"all-wheel drive"}}}},
    {"white", {{{"белый"}, {"White"}}}},
    {"black", {{{"чёрный", "черный"}, {"Black"}}}},
    {"gray", {{{"серый"}, {"Grey"}}}},
    {"silver", {{{"серебристый"}, {"Silver"}}}},
    {"blue", {{{"синий"}, {"Blue"}}}},
    {"red", {{{"красный"}, {"Red"}}}},
    {"green", {{{"зелёный", "зеленый"}, {"Green"}}}},
    {"brown", {{{"коричневый"}, {"Brown"}}}},
    {"beige", {{{"бежевый"}, {"Beige"}}}},
    {"orange", {{{"оранжевый"}, {"Orange"}}}},
    {"yellow", {{{"жёлтый", "желтый"}, {"Yellow"}}}},
    {"purple", {{{"фиолетовый"}, {"Purple"}}}},
    {"JP", {{{"Японии"}, {"Japan"}}}},
    {"KR", {{{"Кореи", "Южной Кореи"}, {"Korea"}}}},
    {"CN", {{{"Китая"}, {"China"}}}},
    {"US", {{{"США", "Америки"}, {"the USA"}}}},
    {"AE", {{{"ОАЭ", "Эмиратов", "Дубая"}, {"the Emirates"}}}},
    {"DE", {{{"Германии"}, {"Germany"}}}},
    {"GE", {{{"Грузии"}, {"Georgia"}}}},
    {"GB", {{{"Великобритании"}, {"Britain"}}}},
    {"LT", {{{"Литвы"}, {"Lithuania"}}}},
    {"BY", {{{"Беларуси"}, {"Belarus"}}}},
    {"KZ", {{{"Казахстана"}, {"Kazakhstan"}}}},
};

std::string said(RandomNumbers &random, const std::string &word, Language language)
{
    return random.pick(kWords.at(word)[language]);
}

std::string filledIn(const std::string &sentence, const std::map<std::string, std::string> &words)
{
    std::string out;
    for (size_t i = 0; i < sentence.size(); ++i) {
        if (sentence[i] != '{') {
            out += sentence[i];
            continue;
        }
        const size_t end = sentence.find('}', i);
        out += words.at(sentence.substr(i + 1, end - i - 1));
        i = end;
    }
    return out;
}

// Words of no language, so that the dictionary is as long as that of a million real texts.
std::vector<std::string> rareWords()
{
    static const std::vector<const char *> kOnsets = {"б",  "в",  "г",  "д",  "ж",  "з",  "к",  "л",  "м",  "н",  "п",
                                                      "р",  "с",  "т",  "ф",  "х",  "ч",  "ш",  "бр", "гр", "др", "кл",
                                                      "кр", "пл", "пр", "ст", "тр", "сл", "см", "сн", "хр"};
    static const std::vector<const char *> kVowels = {"а", "о", "у", "и", "е", "ы", "я", "ю"};
    static const std::vector<const char *> kEnds = {"", "", "н", "р", "л", "к", "т", "с", "м"};
    RandomNumbers random(kDictionarySeed, 0);
    std::vector<std::string> words;
    for (size_t i = 0; i < kRareWords; ++i) {
        std::string word;
        for (uint64_t left = 2 + random.below(3); left > 0; --left)
            word += std::string(random.pick(kOnsets)) + random.pick(kVowels);
        words.push_back(word + random.pick(kEnds));
    }
    return words;
}
} // namespace

Wording::Wording(const std::string &sentencesTsv) : m_rare(rareWords())
{
    std::map<std::string, Trait> traits;
    for (const auto &r : readTable(sentencesTsv, '\t')) {
        const Language language = r[1] == "en" ? kEnglish : kRussian;
        if (r[0] == "-") {
            m_common[language].push_back(r[3]);
        } else {
            // A trait may be said of several sets of bodies.
            Trait &trait = traits[r[0] + '\t' + r[2]];
            trait.bodies = r[2];
            trait.sentences[language].push_back(r[3]);
        }
    }
    for (auto &[name, trait] : traits)
        m_traits.push_back(std::move(trait));
}

std::string Wording::describe(RandomNumbers &random, const Car &car, int etaDays, uint64_t number) const
{
    const Language language = random.percent(70) ? kRussian : kEnglish;
    std::vector<const Trait *> fitting;
    for (const Trait &trait : m_traits) {
        if (!trait.sentences[language].empty() && (trait.bodies == "*" || trait.bodies.find(car.body) != std::string::npos))
            fitting.push_back(&trait);
    }
    std::vector<const std::string *> sentences;
    const auto add = [&](const std::string &sentence) {
        if (std::find(sentences.begin(), sentences.end(), &sentence) == sentences.end())
            sentences.push_back(&sentence);
    };
    for (uint64_t left = 1 + random.below(3); left > 0; --left) {
        const auto &ofTrait = random.pick(fitting)->sentences[language];
        for (uint64_t more = 1 + random.below(2); more > 0; --more)
            add(random.pick(ofTrait));
    }
    for (uint64_t left = 3 + random.below(5); left > 0; --left)
        add(random.pick(m_common[language]));
    for (size_t i = sentences.size() - 1; i > 0; --i)
        std::swap(sentences[i], sentences[size_t(random.below(i + 1))]);
    const Words words = placeholders(random, car, etaDays, language == kEnglish);
    std::string text;
    for (const std::string *sentence : sentences)
        text += filledIn(*sentence, words) + ". ";
    text += tail(random);
    if (random.percent(33))
        text += (language == kEnglish ? " Lot " : " Лот ") + lotOf(number);
    return text;
}

Wording::Words Wording::placeholders(RandomNumbers &random, const Car &car, int etaDays, bool english) const
{
    const Language language = english ? kEnglish : kRussian;
    return {{"car", car.brand + ' ' + car.model},
            {"body", said(random, car.body, language)},
            {"color", said(random, kWords.contains(car.color) ? car.color : "other", language)},
            {"gear", said(random, car.transmission, language)},
            {"drive", said(random, car.drive, language)},
            {"fuel", said(random, car.fuel, language)},
            {"from", said(random, car.country, language)},
            {"year", std::to_string(car.year)},
            {"km", std::to_string(car.mileageKm)},
            {"days", std::to_string(etaDays)}};
}

std::string Wording::tail(RandomNumbers &random) const
{
    std::string text;
    for (uint64_t left = random.below(7); left > 0; --left) {
        // Thrice below: the first words are a thousand times as frequent as the last.
        const uint64_t at = random.below(1 + random.below(1 + random.below(m_rare.size())));
        text += m_rare[size_t(at)] + (left > 1 ? " " : "");
    }
    return text;
}

// Without vowels: letters and digits are words of their own to us and one word to the peers, so that letters that make a word
// ("FIT6825") would be found by one and not by the others.
std::string lotOf(uint64_t number)
{
    static constexpr std::string_view kLetters = "BCDFGHJKLMNPQRSTVWXZ";
    constexpr uint64_t kLots = uint64_t(kLetters.size()) * kLetters.size() * kLetters.size() * 10'000;
    const uint64_t mixed = number * 104'729'003 % kLots; // coprime with 2 and 5: no two are the same
    std::string lot;
    uint64_t letters = mixed / 10'000;
    for (int i = 0; i < 3; ++i, letters /= kLetters.size())
        lot += kLetters[size_t(letters % kLetters.size())];
    const std::string digits = std::to_string(mixed % 10'000);
    return lot + std::string(4 - digits.size(), '0') + digits;
}

} // namespace cargo::bench
