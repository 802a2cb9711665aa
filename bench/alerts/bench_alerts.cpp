// bench_alerts [SEARCHES]: which saved searches a new car fits, a million of them unless said otherwise. The peer asks each
// search in turn, on its numbers alone. Prints rows of case, metric, ours, peer, peer_name, ratio as JSON; processor time, one
// run.
#include "server/search/percolator.h"

#include <QRandomGenerator>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <string>
#include <vector>

using namespace cargo;
using namespace Qt::Literals;

namespace {
constexpr int kCars = 400;

qint64 processorNs()
{
    timespec spent{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent);
    return qint64(spent.tv_sec) * 1'000'000'000 + spent.tv_nsec;
}

double residentMb()
{
    std::ifstream file("/proc/self/smaps_rollup");
    std::string word;
    double kb = 0;
    while (file >> word) {
        if (word == "Rss:")
            file >> kb;
    }
    return kb / 1024;
}

struct Brand
{
    QString name;
    QStringList models;
};
// As on the market: the first ones are asked for most.
const std::vector<Brand> kBrands = {{u"Toyota"_s, {u"Camry"_s, u"RAV4"_s, u"Land Cruiser"_s, u"Prius"_s, u"Corolla"_s}},
                                    {u"BMW"_s, {u"X5"_s, u"X3"_s, u"320"_s, u"520"_s}},
                                    {u"Mercedes-Benz"_s, {u"E-Class"_s, u"GLC"_s, u"C-Class"_s}},
                                    {u"Honda"_s, {u"Fit"_s, u"Vezel"_s, u"CR-V"_s}},
                                    {u"Kia"_s, {u"K5"_s, u"Sportage"_s, u"Sorento"_s}},
                                    {u"Hyundai"_s, {u"Tucson"_s, u"Palisade"_s, u"Santa Fe"_s}},
                                    {u"Audi"_s, {u"A4"_s, u"A6"_s, u"Q5"_s}},
                                    {u"Nissan"_s, {u"Leaf"_s, u"Note"_s, u"X-Trail"_s}},
                                    {u"Mazda"_s, {u"CX-5"_s, u"6"_s}},
                                    {u"Lexus"_s, {u"RX"_s, u"NX"_s, u"ES"_s}},
                                    {u"Subaru"_s, {u"Forester"_s, u"Outback"_s}},
                                    {u"Geely"_s, {u"Monjaro"_s, u"Coolray"_s}}};
const QStringList kBodies{u"suv"_s, u"sedan"_s, u"hatchback"_s, u"wagon"_s, u"minivan"_s};
const QStringList kFuels{u"petrol"_s, u"diesel"_s, u"hybrid"_s, u"electric"_s};
const QStringList kCountries{u"JP"_s, u"KR"_s, u"DE"_s, u"CN"_s, u"AE"_s, u"US"_s};
const QStringList kTexts{u"кожаный салон"_s, u"панорамная крыша"_s, u"один владелец"_s, u"семейная"_s, u"подогрев сидений"_s};

class Market
{
public:
    const Brand &brand() // the first brand twice as often as the second, and so on
    {
        size_t i = 0;
        while (i + 1 < kBrands.size() && !m_random.bounded(3))
            ++i;
        return kBrands[m_random.bounded(2) ? i : size_t(m_random.bounded(int(kBrands.size())))];
    }
    QString oneOf(const QStringList &list) { return list.at(m_random.bounded(int(list.size()))); }
    bool share(int percent) { return m_random.bounded(100) < percent; }
    qint64 price() { return m_random.bounded(600, 6'000) * 100'000LL; }

    SearchQuery search()
    {
        using FacetName = SearchQuery::Facet;
        SearchQuery q;
        if (share(75)) {
            const Brand &wanted = brand();
            q.values(FacetName::Brand).push_back(wanted.name);
            if (share(65))
                q.values(FacetName::Model).push_back(oneOf(wanted.models));
        } else if (share(50)) {
            q.text = oneOf(kTexts);
        } else {
            q.values(FacetName::BodyType).push_back(oneOf(kBodies));
        }
        if (share(70))
            q.priceToMinor = price();
        if (share(50))
            q.yearFrom = m_random.bounded(2012, 2025);
        if (share(30))
            q.mileageToKm = m_random.bounded(20, 150) * 1'000;
        if (share(25))
            q.values(FacetName::Fuel).push_back(oneOf(kFuels));
        if (share(25))
            q.values(FacetName::CountryFrom).push_back(oneOf(kCountries));
        return q;
    }
    search::Document car()
    {
        const Brand &offered = brand();
        search::Document d;
        d.brand = offered.name;
        d.model = oneOf(offered.models);
        d.bodyType = oneOf(kBodies);
        d.fuel = oneOf(kFuels);
        d.countryFrom = oneOf(kCountries);
        d.year = m_random.bounded(2012, 2026);
        d.priceMinor = price();
        d.mileageKm = m_random.bounded(200'000);
        d.etaDays = m_random.bounded(10, 60);
        d.description = oneOf(kTexts).toUtf8() + ". Машина в отличном состоянии, без пробега по РФ, аукционный лист на руках.";
        return d;
    }

private:
    QRandomGenerator m_random{5};
};

bool numbersFit(const SearchQuery &q, const search::Document &d)
{
    return (!q.priceToMinor || d.priceMinor <= *q.priceToMinor) && (!q.yearFrom || d.year >= *q.yearFrom)
           && (!q.mileageToKm || d.mileageKm <= *q.mileageToKm);
}

void print(const char *metric, double ours, double peer)
{
    std::printf("{\"case\":\"alerts\",\"metric\":\"%s\",\"ours\":%.3f,\"peer\":%.3f,\"peer_name\":\"one after "
                "another\",\"ratio\":%.2f}\n",
                metric, ours, peer, peer > 0 ? peer / ours : 0);
}
} // namespace

int main(int argc, char **argv)
{
    const int count = argc > 1 ? std::atoi(argv[1]) : 1'000'000;
    Market market;
    std::vector<SearchQuery> searches;
    for (int i = 0; i < count; ++i)
        searches.push_back(market.search());
    const double before = residentMb();
    const qint64 begun = processorNs();
    search::Percolator percolator;
    for (int i = 0; i < count; ++i)
        percolator.put(newUuid({i}), searches[size_t(i)]);
    const double builtS = double(processorNs() - begun) / 1e9;
    const double memory = residentMb() - before;

    std::vector<qint64> ours, peers;
    size_t found = 0, fitting = 0;
    for (int i = 0; i < kCars; ++i) {
        const search::Document car = market.car();
        qint64 at = processorNs();
        found += percolator.matches(car).size();
        ours.push_back(processorNs() - at);
        if (i % 10)
            continue;
        at = processorNs();
        fitting +=
            size_t(std::count_if(searches.begin(), searches.end(), [&](const SearchQuery &q) { return numbersFit(q, car); }));
        peers.push_back(processorNs() - at);
    }
    std::sort(ours.begin(), ours.end());
    std::sort(peers.begin(), peers.end());
    const auto ms = [](const std::vector<qint64> &times, size_t percent) {
        return double(times[std::min(times.size() - 1, times.size() * percent / 100)]) / 1e6;
    };
    print("p50_ms", ms(ours, 50), ms(peers, 50));
    print("p99_ms", ms(ours, 99), ms(peers, 99));
    print("fill_s", builtS, 0);
    print("memory_mb", memory, 0);
    print("searches_of_a_car", double(found) / kCars, double(fitting) / double(peers.size()));
    return 0;
}
