#include "server/search/percolator.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace cargo;
using namespace Qt::Literals;
using FacetName = SearchQuery::Facet;

namespace {
const QStringList kBrands{u"Toyota"_s, u"Kia"_s, u"BMW"_s};
const QStringList kModels{u"Alpha"_s, u"Beta"_s, u"Gamma"_s};
const QStringList kBodies{u"suv"_s, u"sedan"_s, u"hatchback"_s};
const QStringList kFuels{u"petrol"_s, u"diesel"_s, u"hybrid"_s};
const QStringList kCountries{u"JP"_s, u"KR"_s};

// Numbers that stand close together, so that bounds are often met exactly; now and then as great as they come.
class Draw
{
public:
    explicit Draw(quint32 seed) : m_random(seed) {}
    bool share(int percent) { return m_random.bounded(100) < percent; }
    QString oneOf(const QStringList &list) { return list.at(m_random.bounded(int(list.size()))); }
    qint64 price()
    {
        return share(2) ? std::numeric_limits<qint64>::max() - m_random.bounded(3) : 100'000'000 + m_random.bounded(40);
    }
    int small() { return share(2) ? std::numeric_limits<int>::max() - m_random.bounded(3) : 50'000 + m_random.bounded(40); }
    int year() { return 2018 + m_random.bounded(6); }
    int days() { return 20 + m_random.bounded(6); }
    int power() { return 100 + m_random.bounded(60); }
    int rating() { return share(30) ? 0 : 440 + m_random.bounded(60); }

    SearchQuery search()
    {
        SearchQuery q;
        const auto perhaps = [this, &q](int percent, FacetName facet, const QStringList &list) {
            for (int i = 0; i < 2 && share(percent); ++i)
                q.values(facet).push_back(oneOf(list));
        };
        perhaps(60, FacetName::Brand, kBrands);
        if (!q.values(FacetName::Brand).empty())
            perhaps(30, FacetName::Model, kModels);
        perhaps(30, FacetName::BodyType, kBodies);
        perhaps(20, FacetName::Fuel, kFuels);
        perhaps(20, FacetName::CountryFrom, kCountries);
        if (share(40))
            q.priceFromMinor = price();
        if (share(40))
            q.priceToMinor = price();
        if (share(20))
            q.mileageFromKm = small();
        if (share(20))
            q.mileageToKm = small();
        if (share(20))
            q.yearFrom = year();
        if (share(20))
            q.yearTo = year();
        if (share(20))
            q.etaToDays = days();
        if (share(20))
            q.ratingFromHundredths = rating();
        if (share(20))
            q.powerToHp = power();
        if (share(10))
            q.engineFromCc = 10 * power();
        return q;
    }
    search::Document car()
    {
        search::Document d;
        d.brand = oneOf(kBrands);
        d.model = oneOf(kModels);
        d.bodyType = oneOf(kBodies);
        d.fuel = oneOf(kFuels);
        d.countryFrom = oneOf(kCountries);
        d.priceMinor = price();
        d.mileageKm = small();
        d.year = year();
        d.etaDays = days();
        d.ratingHundredths = rating();
        d.powerHp = share(20) ? 0 : power();
        d.engineCc = share(20) ? 0 : 10 * power();
        return d;
    }

private:
    QRandomGenerator m_random;
};

bool holds(const SearchQuery &q, FacetName facet, const QString &value)
{
    const auto &wanted = q.values(facet);
    return wanted.empty() || std::find(wanted.begin(), wanted.end(), value) != wanted.end();
}

// The conditions as they are read, one after another.
bool fits(const SearchQuery &q, const search::Document &d)
{
    return holds(q, FacetName::Brand, d.brand) && holds(q, FacetName::Model, d.model) && holds(q, FacetName::BodyType, d.bodyType)
           && holds(q, FacetName::Fuel, d.fuel) && holds(q, FacetName::CountryFrom, d.countryFrom)
           && d.priceMinor >= q.priceFromMinor.value_or(d.priceMinor) && d.priceMinor <= q.priceToMinor.value_or(d.priceMinor)
           && d.mileageKm >= q.mileageFromKm.value_or(d.mileageKm) && d.mileageKm <= q.mileageToKm.value_or(d.mileageKm)
           && d.year >= q.yearFrom.value_or(d.year) && d.year <= q.yearTo.value_or(d.year)
           && d.etaDays <= q.etaToDays.value_or(d.etaDays) && (!q.powerToHp || (d.powerHp > 0 && d.powerHp <= *q.powerToHp))
           && (!q.engineFromCc || (d.engineCc > 0 && d.engineCc >= *q.engineFromCc))
           && d.ratingHundredths >= q.ratingFromHundredths.value_or(d.ratingHundredths);
}
} // namespace

// Saved searches asked the other way round, held against asking each of them.
class TestPercolator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatEachWouldSay_data();
    void findsWhatEachWouldSay();
    void moreWordsThanBitsLoseNothing();
    void unwantedNamesAreNotTold();
};

void TestPercolator::findsWhatEachWouldSay_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 5; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

// Also after half of them were changed and some taken away.
void TestPercolator::findsWhatEachWouldSay()
{
    QFETCH(quint32, seed);
    constexpr int kSearches = 700, kCars = 150;
    Draw draw(seed);
    std::vector<std::pair<Uuid, std::optional<SearchQuery>>> saved;
    search::Percolator percolator;
    for (int i = 0; i < kSearches; ++i) {
        saved.emplace_back(newUuid(Timestamp{i}), draw.search());
        percolator.put(saved.back().first, *saved.back().second);
    }
    int found = 0;
    const auto compare = [&] {
        for (int i = 0; i < kCars; ++i) {
            const search::Document car = draw.car();
            std::vector<Uuid> expected;
            for (const auto &[id, query] : saved) {
                if (query && fits(*query, car))
                    expected.push_back(id);
            }
            std::vector<Uuid> is = percolator.matches(car);
            std::sort(is.begin(), is.end());
            std::sort(expected.begin(), expected.end());
            QCOMPARE(is, expected);
            found += int(is.size());
        }
    };
    compare();
    for (size_t i = 0; i < saved.size(); ++i) {
        if (i % 7 == 0) {
            percolator.drop(saved[i].first);
            saved[i].second.reset();
        } else if (i % 2 == 0) {
            saved[i].second = draw.search();
            percolator.put(saved[i].first, *saved[i].second);
        }
    }
    compare();
    QVERIFY(found > kSearches);
}

// A facet has a bit for each of its words, and fewer bits than words may come one day.
void TestPercolator::moreWordsThanBitsLoseNothing()
{
    search::Percolator percolator;
    std::vector<Uuid> ids;
    for (int i = 0; i < 40; ++i) {
        SearchQuery q;
        q.values(FacetName::BodyType).push_back(u"body"_s + QString::number(i));
        ids.push_back(newUuid(Timestamp{i}));
        percolator.put(ids.back(), q);
    }
    for (int i = 0; i < 40; ++i) {
        search::Document car;
        car.bodyType = u"body"_s + QString::number(i);
        const std::vector<Uuid> is = percolator.matches(car);
        QVERIFY2(std::find(is.begin(), is.end(), ids[size_t(i)]) != is.end(), qPrintable(car.bodyType));
    }
}

void TestPercolator::unwantedNamesAreNotTold()
{
    search::Percolator percolator;
    const auto car = [](const QString &brand, const QString &model) {
        search::Document d;
        d.brand = brand;
        d.model = model;
        d.bodyType = u"suv"_s;
        d.year = 2020;
        return d;
    };
    SearchQuery query;
    query.text = u"кроссовер кроме бмв и audi q5"_s;
    Uuid search;
    search.bytes[15] = 1;
    percolator.put(search, query);
    QCOMPARE(percolator.matches(car(u"Kia"_s, u"Sorento"_s)), std::vector<Uuid>{search});
    QCOMPARE(percolator.matches(car(u"Audi"_s, u"Q7"_s)), std::vector<Uuid>{search});
    QVERIFY(percolator.matches(car(u"Audi"_s, u"Q5"_s)).empty());
    QVERIFY(percolator.matches(car(u"BMW"_s, u"X5"_s)).empty());
    query.text = u"кроссовер"_s; // the same search asks for less now
    percolator.put(search, query);
    QCOMPARE(percolator.matches(car(u"BMW"_s, u"X5"_s)), std::vector<Uuid>{search});
    percolator.drop(search);
    QVERIFY(percolator.matches(car(u"Kia"_s, u"Sorento"_s)).empty());
}

QTEST_APPLESS_MAIN(TestPercolator)
#include "tst_percolator.moc"
