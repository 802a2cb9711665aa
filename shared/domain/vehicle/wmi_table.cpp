#include "shared/domain/vehicle/wmi_table.h"

#include <QString> // defines what QStringView has for Latin-1

#include <array>

namespace cargo::vehicle {

namespace {
constexpr std::array kWmis = {
    // Japan
    Wmi{"JA3", "JP", "Mitsubishi"},
    Wmi{"JA4", "JP", "Mitsubishi"},
    Wmi{"JMB", "JP", "Mitsubishi"},
    Wmi{"JMY", "JP", "Mitsubishi"},
    Wmi{"JAA", "JP", "Isuzu"},
    Wmi{"JAL", "JP", "Isuzu"},
    Wmi{"JDA", "JP", "Daihatsu"},
    Wmi{"JF1", "JP", "Subaru"},
    Wmi{"JF2", "JP", "Subaru"},
    Wmi{"JHM", "JP", "Honda"},
    Wmi{"JHL", "JP", "Honda"},
    Wmi{"JHF", "JP", "Honda"},
    Wmi{"JH4", "JP", "Acura"},
    Wmi{"JM1", "JP", "Mazda"},
    Wmi{"JM3", "JP", "Mazda"},
    Wmi{"JM6", "JP", "Mazda"},
    Wmi{"JM7", "JP", "Mazda"},
    Wmi{"JMZ", "JP", "Mazda"},
    Wmi{"JN1", "JP", "Nissan"},
    Wmi{"JN3", "JP", "Nissan"},
    Wmi{"JN6", "JP", "Nissan"},
    Wmi{"JN8", "JP", "Nissan"},
    Wmi{"JNK", "JP", "Infiniti"},
    Wmi{"JNR", "JP", "Infiniti"},
    Wmi{"JS2", "JP", "Suzuki"},
    Wmi{"JS3", "JP", "Suzuki"},
    Wmi{"JSA", "JP", "Suzuki"},
    Wmi{"JT", "JP", "Toyota"},
    Wmi{"JTH", "JP", "Lexus"},
    Wmi{"JTJ", "JP", "Lexus"},
    Wmi{"JT6", "JP", "Lexus"},
    Wmi{"JT8", "JP", "Lexus"},
    // Korea
    Wmi{"KL1", "KR", "Chevrolet"},
    Wmi{"KLA", "KR", "Daewoo"},
    Wmi{"KLY", "KR", "Daewoo"},
    Wmi{"KMH", "KR", "Hyundai"},
    Wmi{"KMF", "KR", "Hyundai"},
    Wmi{"KM8", "KR", "Hyundai"},
    Wmi{"KMT", "KR", "Genesis"},
    Wmi{"KMU", "KR", "Genesis"},
    Wmi{"KNA", "KR", "Kia"},
    Wmi{"KNC", "KR", "Kia"},
    Wmi{"KND", "KR", "Kia"},
    Wmi{"KNE", "KR", "Kia"},
    Wmi{"KNM", "KR", "Renault Samsung"},
    Wmi{"KPA", "KR", "SsangYong"},
    Wmi{"KPT", "KR", "SsangYong"},
    Wmi{"KPB", "KR", "SsangYong"},
    // China
    Wmi{"LB3", "CN", "Geely"},
    Wmi{"L6T", "CN", "Geely"},
    Wmi{"LBV", "CN", "BMW"},
    Wmi{"LBE", "CN", "Hyundai"},
    Wmi{"LC0", "CN", "BYD"},
    Wmi{"LGX", "CN", "BYD"},
    Wmi{"LDC", "CN", "Peugeot"},
    Wmi{"LDN", "CN", "Soueast"},
    Wmi{"LE4", "CN", "Mercedes-Benz"},
    Wmi{"LFM", "CN", "Toyota"},
    Wmi{"LFP", "CN", "FAW"},
    Wmi{"LFV", "CN", "Volkswagen"},
    Wmi{"LFB", "CN", "FAW"},
    Wmi{"LGB", "CN", "Nissan"},
    Wmi{"LGW", "CN", "Great Wall"},
    Wmi{"LGH", "CN", "Dongfeng"},
    Wmi{"LH1", "CN", "Haima"},
    Wmi{"LHG", "CN", "Honda"},
    Wmi{"LJ1", "CN", "JAC"},
    Wmi{"LJD", "CN", "Kia"},
    Wmi{"LJX", "CN", "Ford"},
    Wmi{"LMG", "CN", "GAC"},
    Wmi{"LMV", "CN", "Haima"},
    Wmi{"LNB", "CN", "BAIC"},
    Wmi{"LRW", "CN", "Tesla"},
    Wmi{"LS4", "CN", "Changan"},
    Wmi{"LS5", "CN", "Changan"},
    Wmi{"LS6", "CN", "Changan"},
    Wmi{"LSG", "CN", "SAIC General Motors"},
    Wmi{"LSJ", "CN", "SAIC MG"},
    Wmi{"LSV", "CN", "SAIC Volkswagen"},
    Wmi{"LTV", "CN", "Toyota"},
    Wmi{"LVG", "CN", "Toyota"},
    Wmi{"LVH", "CN", "Honda"},
    Wmi{"LVR", "CN", "Mazda"},
    Wmi{"LVS", "CN", "Ford"},
    Wmi{"LVT", "CN", "Chery"},
    Wmi{"LVV", "CN", "Chery"},
    Wmi{"LVY", "CN", "Volvo"},
    Wmi{"LVX", "CN", "Land Rover"},
    Wmi{"LYV", "CN", "Volvo"},
    Wmi{"LW4", "CN", "Li Auto"},
    Wmi{"LZW", "CN", "Wuling"},
    Wmi{"HLX", "CN", "Li Auto"},
    // Germany
    Wmi{"W0L", "DE", "Opel"},
    Wmi{"W0V", "DE", "Opel"},
    Wmi{"W1K", "DE", "Mercedes-Benz"},
    Wmi{"W1N", "DE", "Mercedes-Benz"},
    Wmi{"W1V", "DE", "Mercedes-Benz"},
    Wmi{"WAU", "DE", "Audi"},
    Wmi{"WA1", "DE", "Audi"},
    Wmi{"WUA", "DE", "Audi"},
    Wmi{"WBA", "DE", "BMW"},
    Wmi{"WBS", "DE", "BMW"},
    Wmi{"WBX", "DE", "BMW"},
    Wmi{"WBY", "DE", "BMW"},
    Wmi{"WBW", "DE", "BMW"},
    Wmi{"WDB", "DE", "Mercedes-Benz"},
    Wmi{"WDC", "DE", "Mercedes-Benz"},
    Wmi{"WDD", "DE", "Mercedes-Benz"},
    Wmi{"WDF", "DE", "Mercedes-Benz"},
    Wmi{"WMX", "DE", "Mercedes-AMG"},
    Wmi{"WF0", "DE", "Ford"},
    Wmi{"WMW", "DE", "MINI"},
    Wmi{"WME", "DE", "Smart"},
    Wmi{"WP0", "DE", "Porsche"},
    Wmi{"WP1", "DE", "Porsche"},
    Wmi{"WVW", "DE", "Volkswagen"},
    Wmi{"WV1", "DE", "Volkswagen"},
    Wmi{"WV2", "DE", "Volkswagen"},
    Wmi{"WVG", "DE", "Volkswagen"},
    Wmi{"XP7", "DE", "Tesla"},
    // United Kingdom
    Wmi{"SAJ", "GB", "Jaguar"},
    Wmi{"SAD", "GB", "Jaguar"},
    Wmi{"SAL", "GB", "Land Rover"},
    Wmi{"SAR", "GB", "Rover"},
    Wmi{"SCA", "GB", "Rolls-Royce"},
    Wmi{"SCB", "GB", "Bentley"},
    Wmi{"SCC", "GB", "Lotus"},
    Wmi{"SCF", "GB", "Aston Martin"},
    Wmi{"SB1", "GB", "Toyota"},
    Wmi{"SHH", "GB", "Honda"},
    Wmi{"SHS", "GB", "Honda"},
    Wmi{"SJN", "GB", "Nissan"},
    Wmi{"SJK", "GB", "Infiniti"},
    Wmi{"SBM", "GB", "McLaren"},
    // France, Italy, Spain
    Wmi{"VF1", "FR", "Renault"},
    Wmi{"VF3", "FR", "Peugeot"},
    Wmi{"VF7", "FR", "Citroen"},
    Wmi{"VF8", "FR", "Matra"},
    Wmi{"VNK", "FR", "Toyota"},
    Wmi{"VR1", "FR", "DS"},
    Wmi{"VR3", "FR", "Peugeot"},
    Wmi{"VR7", "FR", "Citroen"},
    Wmi{"ZAR", "IT", "Alfa Romeo"},
    Wmi{"ZAM", "IT", "Maserati"},
    Wmi{"ZFA", "IT", "Fiat"},
    Wmi{"ZFF", "IT", "Ferrari"},
    Wmi{"ZHW", "IT", "Lamborghini"},
    Wmi{"ZLA", "IT", "Lancia"},
    Wmi{"VSS", "ES", "SEAT"},
    Wmi{"VSK", "ES", "Nissan"},
    Wmi{"VS6", "ES", "Ford"},
    Wmi{"VV1", "ES", "Volkswagen"},
    // Sweden, Czechia and other Europe
    Wmi{"YV1", "SE", "Volvo"},
    Wmi{"YV4", "SE", "Volvo"},
    Wmi{"YS3", "SE", "Saab"},
    Wmi{"YS2", "SE", "Scania"},
    Wmi{"TMB", "CZ", "Skoda"},
    Wmi{"TMA", "CZ", "Hyundai"},
    Wmi{"U5Y", "SK", "Kia"},
    Wmi{"U6Y", "SK", "Kia"},
    Wmi{"TRU", "HU", "Audi"},
    Wmi{"TSM", "HU", "Suzuki"},
    Wmi{"UU1", "RO", "Dacia"},
    Wmi{"VNE", "FR", "Irisbus"},
    Wmi{"NMT", "TR", "Toyota"},
    Wmi{"NLH", "TR", "Hyundai"},
    Wmi{"NM0", "TR", "Ford"},
    Wmi{"VF6", "FR", "Renault Trucks"},
    // Russia
    Wmi{"XTA", "RU", "Lada"},
    Wmi{"XTT", "RU", "UAZ"},
    Wmi{"XTH", "RU", "GAZ"},
    Wmi{"X96", "RU", "GAZ"},
    Wmi{"X7L", "RU", "Renault"},
    Wmi{"Z94", "RU", "Hyundai"},
    Wmi{"XWE", "RU", "Kia"},
    Wmi{"XW8", "RU", "Volkswagen"},
    Wmi{"XW7", "RU", "Toyota"},
    Wmi{"Z8N", "RU", "Nissan"},
    Wmi{"X4X", "RU", "BMW"},
    Wmi{"X9F", "RU", "Ford"},
    // North America
    Wmi{"1C3", "US", "Chrysler"},
    Wmi{"1C4", "US", "Jeep"},
    Wmi{"1C6", "US", "Ram"},
    Wmi{"1D7", "US", "Dodge"},
    Wmi{"1FA", "US", "Ford"},
    Wmi{"1FM", "US", "Ford"},
    Wmi{"1FT", "US", "Ford"},
    Wmi{"1G1", "US", "Chevrolet"},
    Wmi{"1GC", "US", "Chevrolet"},
    Wmi{"1GK", "US", "GMC"},
    Wmi{"1GN", "US", "Chevrolet"},
    Wmi{"1GY", "US", "Cadillac"},
    Wmi{"1G6", "US", "Cadillac"},
    Wmi{"1HG", "US", "Honda"},
    Wmi{"1J4", "US", "Jeep"},
    Wmi{"1LN", "US", "Lincoln"},
    Wmi{"1M8", "US", "Motor Coach Industries"},
    Wmi{"1N4", "US", "Nissan"},
    Wmi{"1N6", "US", "Nissan"},
    Wmi{"1NX", "US", "Toyota"},
    Wmi{"1VW", "US", "Volkswagen"},
    Wmi{"19U", "US", "Acura"},
    Wmi{"2C3", "CA", "Chrysler"},
    Wmi{"2FA", "CA", "Ford"},
    Wmi{"2G1", "CA", "Chevrolet"},
    Wmi{"2HG", "CA", "Honda"},
    Wmi{"2HK", "CA", "Honda"},
    Wmi{"2T1", "CA", "Toyota"},
    Wmi{"2T2", "CA", "Lexus"},
    Wmi{"2T3", "CA", "Toyota"},
    Wmi{"3FA", "MX", "Ford"},
    Wmi{"3VW", "MX", "Volkswagen"},
    Wmi{"3N1", "MX", "Nissan"},
    Wmi{"3MZ", "MX", "Mazda"},
    Wmi{"4T1", "US", "Toyota"},
    Wmi{"4S3", "US", "Subaru"},
    Wmi{"4S4", "US", "Subaru"},
    Wmi{"4US", "US", "BMW"},
    Wmi{"4JG", "US", "Mercedes-Benz"},
    Wmi{"5FN", "US", "Honda"},
    Wmi{"5J6", "US", "Honda"},
    Wmi{"5NP", "US", "Hyundai"},
    Wmi{"5NM", "US", "Hyundai"},
    Wmi{"5TD", "US", "Toyota"},
    Wmi{"5TF", "US", "Toyota"},
    Wmi{"5UX", "US", "BMW"},
    Wmi{"5YJ", "US", "Tesla"},
    Wmi{"7SA", "US", "Tesla"},
    Wmi{"5XY", "US", "Kia"},
    Wmi{"5XX", "US", "Kia"},
    Wmi{"58A", "US", "Lexus"},
    Wmi{"MMB", "TH", "Mitsubishi"},
    Wmi{"MR0", "TH", "Toyota"},
    Wmi{"MA3", "IN", "Suzuki"},
    Wmi{"MAL", "IN", "Hyundai"},
    Wmi{"6T1", "AU", "Toyota"},
    Wmi{"9BW", "BR", "Volkswagen"},
};

struct Block
{
    char first;
    char from; // of the second character, in the order A…Z, 1…9, 0
    char to;
    const char *country;
};
constexpr std::array kBlocks = {
    Block{'J', 'A', '0', "JP"}, Block{'K', 'L', 'R', "KR"}, Block{'K', '1', '0', "KR"}, Block{'L', 'A', '0', "CN"},
    Block{'H', 'A', '0', "CN"}, Block{'M', 'A', 'E', "IN"}, Block{'M', 'L', 'R', "TH"}, Block{'N', 'L', 'R', "TR"},
    Block{'S', 'A', 'M', "GB"}, Block{'S', 'N', 'T', "DE"}, Block{'S', 'U', 'Z', "PL"}, Block{'T', 'A', 'H', "CH"},
    Block{'T', 'J', 'P', "CZ"}, Block{'T', 'R', 'V', "HU"}, Block{'U', 'U', 'Z', "RO"}, Block{'U', '5', '7', "SK"},
    Block{'V', 'A', 'E', "AT"}, Block{'V', 'F', 'R', "FR"}, Block{'V', 'S', 'W', "ES"}, Block{'W', 'A', '0', "DE"},
    Block{'X', 'L', 'R', "NL"}, Block{'X', 'S', 'W', "RU"}, Block{'X', '3', '0', "RU"}, Block{'Y', 'A', 'E', "BE"},
    Block{'Y', 'F', 'K', "FI"}, Block{'Y', 'S', 'W', "SE"}, Block{'Z', 'A', 'R', "IT"}, Block{'Z', '3', '5', "LT"},
    Block{'Z', '6', '0', "RU"}, Block{'1', 'A', '0', "US"}, Block{'2', 'A', '0', "CA"}, Block{'3', 'A', 'W', "MX"},
    Block{'4', 'A', '0', "US"}, Block{'5', 'A', '0', "US"}, Block{'7', 'F', '0', "US"}, Block{'6', 'A', 'W', "AU"},
    Block{'9', 'A', 'E', "BR"},
};

int placeOf(QChar c)
{
    const char16_t u = c.unicode();
    if (u >= u'A' && u <= u'Z')
        return u - u'A';
    return u == u'0' ? 35 : 26 + (u - u'1');
}
} // namespace

const Wmi *findWmi(QStringView vin)
{
    const Wmi *best = nullptr;
    for (const Wmi &wmi : kWmis) {
        const QLatin1String prefix(wmi.prefix);
        if (vin.startsWith(prefix) && (!best || prefix.size() > QLatin1String(best->prefix).size()))
            best = &wmi;
    }
    return best;
}

const char *countryOf(QStringView vin)
{
    for (const Block &block : kBlocks) {
        if (vin.at(0) == QLatin1Char(block.first) && placeOf(vin.at(1)) >= placeOf(QLatin1Char(block.from))
            && placeOf(vin.at(1)) <= placeOf(QLatin1Char(block.to)))
            return block.country;
    }
    return "";
}

const char *regionOf(QStringView vin)
{
    const char16_t first = vin.at(0).unicode();
    if (first >= u'1' && first <= u'5')
        return "North America";
    if (first == u'6')
        return "Oceania";
    if (first == u'7')
        return placeOf(vin.at(1)) <= placeOf(u'E') ? "Oceania" : "North America";
    if (first == u'8' || first == u'9' || first == u'0')
        return "South America";
    if (first >= u'A' && first <= u'C')
        return "Africa";
    // H is China's second letter since 2019.
    return first <= u'R' ? "Asia" : "Europe";
}

} // namespace cargo::vehicle
