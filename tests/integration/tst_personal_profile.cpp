#include "server/behaviour/personal_profile.h"
#include "server/providers/search/ranking_numbers.h"

#include <QRandomGenerator>
#include <QTest>

#include <numeric>

using namespace cargo;
using namespace cargo::behaviour;
using namespace Qt::Literals;

// How far a person's own acts move cars on a page, and that it is bounded.
class TestPersonalProfile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoDidNothingMovesNothing();
    void theNearestLikenessIsTheReason();
    void theStrongestActIsTheReason();
    void neverMoreThanTheMost();
    void passesWhomItReaches();
    void anyOrderIsBounded();
};

namespace {
const Car kRav4{u"Toyota"_s, u"RAV4"_s, u"suv"_s, 300'000'000};
const Car kCamry{u"Toyota"_s, u"Camry"_s, u"sedan"_s, 900'000'000};
const Car kX5{u"BMW"_s, u"X5"_s, u"suv"_s, 1'200'000'000};
const Car kRio{u"Kia"_s, u"Rio"_s, u"hatchback"_s, 90'000'000};
} // namespace

void TestPersonalProfile::whoDidNothingMovesNothing()
{
    QVERIFY(Profile().empty());
    QVERIFY(!Profile().pullOf(kRav4));
    QVERIFY(!Profile({{kRav4, 5, Act::Asked}}).pullOf(kRio));     // nothing in common
    QVERIFY(!Profile({{kRav4, 0.1, Act::Viewed}}).pullOf(kRav4)); // long ago
}

void TestPersonalProfile::theNearestLikenessIsTheReason()
{
    const Profile profile({{kRav4, 20, Act::Viewed}});
    const auto same = profile.pullOf(kRav4), brand = profile.pullOf(kCamry), body = profile.pullOf(kX5);
    QVERIFY(same && brand && body);
    QCOMPARE(same->likeness, Likeness::Model);
    QCOMPARE(brand->likeness, Likeness::Brand);
    QCOMPARE(body->likeness, Likeness::BodyType);
    QVERIFY(same->places > brand->places && brand->places >= body->places);
}

void TestPersonalProfile::theStrongestActIsTheReason()
{
    QCOMPARE(Profile({{kRav4, 3, Act::Viewed}}).pullOf(kRav4)->act, Act::Viewed);
    QCOMPARE(Profile({{kRav4, 3, Act::Viewed}, {kRav4, 4, Act::Kept}}).pullOf(kRav4)->act, Act::Kept);
    QCOMPARE(Profile({{kRav4, 5, Act::Asked}, {kRav4, 4, Act::Kept}}).pullOf(kRav4)->act, Act::Asked);
    QCOMPARE(QByteArray(word(Act::Viewed)), "viewed"_ba);
    QCOMPARE(QByteArray(word(Likeness::BodyType)), "body_type"_ba);
}

void TestPersonalProfile::neverMoreThanTheMost()
{
    const Profile profile(std::vector<Liked>(100, {kRav4, 1000, Act::Asked}));
    QCOMPARE(profile.pullOf(kRav4)->places, search::kPersonalPlacesMost);
}

void TestPersonalProfile::passesWhomItReaches()
{
    QCOMPARE(personalOrder({}), std::vector<size_t>());
    QCOMPARE(personalOrder({0, 0, 0}), (std::vector<size_t>{0, 1, 2}));
    QCOMPARE(personalOrder({0, 0, 0, 0, 2}), (std::vector<size_t>{0, 1, 4, 2, 3}));
    QCOMPARE(personalOrder({0, 4}), (std::vector<size_t>{1, 0}));       // no further than the top
    QCOMPARE(personalOrder({3, 3, 3}), (std::vector<size_t>{0, 1, 2})); // all alike: as they were
    QCOMPARE(personalOrder({1, 0, 0, 4}), (std::vector<size_t>{3, 0, 1, 2}));
    QCOMPARE(personalOrder({1, 1, 1, 2}), (std::vector<size_t>{0, 1, 3, 2})); // all are alike, one a little more
}

// Whatever the pulls are: every place once, nobody further than the most either way.
void TestPersonalProfile::anyOrderIsBounded()
{
    QRandomGenerator random(7);
    for (int round = 0; round < 500; ++round) {
        std::vector<int> pulls(size_t(random.bounded(1, 101)));
        for (int &pull : pulls)
            pull = random.bounded(3) == 0 ? random.bounded(search::kPersonalPlacesMost + 1) : 0;
        const std::vector<size_t> order = personalOrder(pulls);
        std::vector<size_t> all = order;
        std::sort(all.begin(), all.end());
        std::vector<size_t> wanted(pulls.size());
        std::iota(wanted.begin(), wanted.end(), size_t(0));
        QCOMPARE(all, wanted);
        for (size_t place = 0; place < order.size(); ++place) {
            const int moved = int(order[place]) - int(place);
            QVERIFY(std::abs(moved) <= search::kPersonalPlacesMost);
            QVERIFY(moved <= pulls[order[place]]);
        }
    }
}

QTEST_GUILESS_MAIN(TestPersonalProfile)
#include "tst_personal_profile.moc"
