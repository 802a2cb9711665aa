#include "shared/domain/search_query/spoken_query.h"

#include <QRandomGenerator>
#include <QTest>
#include <QUrl>

using namespace cargo;
using namespace Qt::Literals;

// What people write in the search box, read as conditions.
class TestSpokenQuery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void leavesOutWhatIsNotWanted_data();
    void leavesOutWhatIsNotWanted();
    void exclusionsAndWishesMeet();
    void littleRunIsAnOrder();
    void cheapIsAnOrder();
    void saysWhereItStands();
    void tightensWhatIsAsked();
    void whatWasReadIsReadTheSameAgain();
    void anythingIsReadSomehow();
};

namespace {
const Timestamp kNow = *Timestamp::fromRfc3339(u"2026-06-15T12:00:00Z");

SpokenQuery heard(const QString &text)
{
    SearchQuery query;
    query.text = text.simplified();
    return understand(query, kNow);
}
} // namespace

void TestSpokenQuery::reads_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("wanted"); // conditions(), percent signs and all; "-": nothing but words
    const auto row = [](const char *words, const char *wanted) {
        QTest::newRow(words) << QString::fromUtf8(words) << QString::fromUtf8(wanted);
    };
    // Wishes without a number
    row("самый новый гибрид", "q=%D0%B3%D0%B8%D0%B1%D1%80%D0%B8%D0%B4&year_from=2023");
    row("поновее", "year_from=2023");
    row("новая", "year_from=2023");
    row("новая машина до 3 млн", "q=машина&year_from=2023&price_to=300000000");
    row("новая резина", "-");
    row("новая коробка", "-");
    row("новый двигатель", "-");
    // Prices
    row("2019 или 2020 года", "year_from=2019&year_to=2020");
    row("2019 или 2020", "-");
    row("2021 года или новее", "year_from=2021");
    row("трёхлетки из кореи", "year_from=2023&year_to=2023&country_from=KR");
    row("из Кореи или Китая", "country_from=CN&country_from=KR");
    row("тесла до 2.9", "q=тесла&price_to=290000000");
    row("двигатель до 2.9", "engine_to=2949");
    row("до 1 млн 800", "price_to=180000000");
    row("camry do 80 tys", "q=camry&mileage_to=80000");
    row("cheap on fuel", "-");
    row("не дольше трёх недель", "eta_to=21");
    row("гибрид до 70 ткм", "q=гибрид&mileage_to=70000");
    row("pickup from the states", "q=pickup&country_from=US");
    row("до 2 млн", "price_to=200000000");
    row("до 2,5 млн", "price_to=250000000");
    row("до 2.5 миллионов рублей", "price_to=250000000");
    row("не дороже 2 000 000", "price_to=200000000");
    row("до 900 тыс", "price_to=90000000");
    row("до 900к", "price_to=90000000");
    row("до 900 т.р.", "price_to=90000000");
    row("дешевле 1500000 руб", "price_to=150000000");
    row("от 1 до 2 млн", "price_from=100000000&price_to=200000000");
    row("1-2 млн", "price_from=100000000&price_to=200000000");
    row("1,5–2 миллиона", "price_from=150000000&price_to=200000000");
    row("от 800 тыс до 1,2 млн", "price_from=80000000&price_to=120000000");
    row("до миллиона", "price_to=100000000");
    row("до полутора миллионов", "price_to=150000000");
    row("до двух с половиной миллионов", "price_to=250000000");
    row("до двух лямов", "price_to=200000000");
    row("до полмиллиона", "price_to=50000000");
    row("до 2 млн 300 тыс", "price_to=230000000");
    row("бюджет 2 млн", "price_to=200000000");
    row("цена до 1 800 000 ₽", "price_to=180000000");
    row("около 2 млн", "price_from=180000000&price_to=220000000");
    row("за 2 млн", "price_to=200000000");
    row("2 млн", "price_to=200000000");
    row("до полутора лямов", "price_to=150000000");
    row("до 2кк", "price_to=200000000");
    row("2kk", "price_to=200000000");
    row("до 2х млн", "price_to=200000000");
    row("до 3-х миллионов", "price_to=300000000");
    row("до 3 милионов", "price_to=300000000");
    row("до 700 тысч руб", "price_to=70000000");
    row("до 3 000 000р", "price_to=300000000");
    row("от 700т.р.", "price_from=70000000");
    row("бюджет 1.5-2 млн", "price_from=150000000&price_to=200000000");
    row("бюджет 2.5", "price_to=250000000"); // a price of two roubles is none
    row("цена до 3", "price_to=300000000");
    row("не дороже 1,8", "price_to=180000000");
    row("до двухсот пятидесяти тысяч рублей", "price_to=25000000");
    row("ot 2 do 3 mln", "price_from=200000000&price_to=300000000");
    row("under 3mil", "price_to=300000000");
    row("under 2 million", "price_to=200000000");
    row("up to 1.5m", "price_to=150000000");
    row("below 900k", "price_to=90000000");
    row("price from 1 to 2 mln", "price_from=100000000&price_to=200000000");
    row("от 3 до 2 млн", "price_from=200000000&price_to=300000000"); // turned around
    // Engines
    row("до 160 лс", "power_to=160");
    row("до 160 л.с.", "power_to=160");
    row("до 160 л/с", "power_to=160");
    row("не больше 160 лошадей", "power_to=160");
    row("до ста шестидесяти сил", "power_to=160");
    row("от 150 до 200 лошадиных сил", "power_from=150&power_to=200");
    row("150-200 hp", "power_from=150&power_to=200");
    row("мощность до 200", "power_to=200");
    row("мощность двигателя от 300", "power_from=300");
    row("с двигателем мощностью до 150 л.с.", "q=с&power_to=150");
    row("150-сильный", "power_from=135&power_to=165");
    row("300 сил", "power_from=270&power_to=330");
    row("до 118 квт", "power_to=160");
    row("батарея 60 квт ч", "-");
    row("от 200 до 150 лс", "power_from=150&power_to=200"); // turned around
    row("lj 160 kc", "power_to=160");
    row("от 150 л.с.", "power_from=150");
    row("до 9000 лс", "-");
    row("rav4 2 л с полным приводом", "q=rav4 с полным приводом&engine_from=1950&engine_to=2049");
    row("1.5 литра", "engine_from=1450&engine_to=1549");
    row("камри 2.5", "q=камри&engine_from=2450&engine_to=2549");
    row("камри 2,5 до 3 млн", "q=камри&price_to=300000000&engine_from=2450&engine_to=2549");
    row("1.6-2.0", "engine_from=1550&engine_to=2049");
    row("1.5-2 млн", "price_from=150000000&price_to=200000000");
    row("оценка 4.5", "-");
    row("двухлитровый дизель", "q=дизель&engine_from=1950&engine_to=2049");
    row("2-литровый", "engine_from=1950&engine_to=2049");
    row("полуторалитровая", "engine_from=1450&engine_to=1549");
    row("объем до 2000", "engine_to=2000");
    row("объём двигателя до 1.8", "engine_to=1849");
    row("двигатель 1.6", "engine_from=1550&engine_to=1649");
    row("мотор от 2 до 3 литров", "engine_from=1950&engine_to=3049");
    row("до 2 литров", "engine_to=2049");
    row("до 2000 кубов", "engine_to=2000");
    row("660 куб. см", "engine_from=610&engine_to=709");
    row("1500cc", "engine_from=1450&engine_to=1549");
    row("250+ лс", "power_from=250");
    row("250 лс+", "power_from=250");
    row("160 лс и меньше", "power_to=160");
    row("от 2 литров и больше", "q=и больше&engine_from=1950");
    row("мощнее 200 лс", "power_from=200");
    row("слабее 150", "power_to=150");
    row("hp over 200", "power_from=200");
    row("хонда 1.5т", "q=хонда&engine_from=1450&engine_to=1549");
    row("3.5d", "engine_from=3450&engine_to=3549");
    row("до 1.5т.р.", "price_to=150000"); // and no turbo
    row("льготный утильсбор", "power_to=160");
    row("утильсбор до 160 сил", "q=утильсбор&power_to=160");
    row("мощная машина", "q=машина&power_from=200");
    row("мощная музыка", "-");
    row("не мощная", "-");
    row("маломощная", "power_to=120");
    row("не мощнее 200 лс", "power_to=200");
    row("не слабее 150 лс", "power_from=150");
    row("до 100 квт двигатель", "power_to=136");
    row("150 ат күшіне дейін", "power_to=150");
    row("седан корея", "q=седан&country_from=KR");
    row("ctlfy rjhtz", "q=ctlfy&country_from=KR");
    row("kombi z niemiec", "q=kombi&country_from=DE");
    row("до 8 литров", "-");
    row("расход до 6 литров", "-");
    row("кушает до 3 литров", "-");
    row("багажник от 2 литров", "-");
    row("мотор до 2 млн", "q=мотор&price_to=200000000");
    row("до 160 лс до 2 млн", "price_to=200000000&power_to=160");
    // The wrong layout of the keyboard
    row("lj 2 vky", "price_to=200000000");
    row("jn 1 lj 2 vky", "price_from=100000000&price_to=200000000");
    row("rav4 LJ 2,5 VKY", "q=rav4&price_to=250000000");
    row("nfqjnf yt cnfhit 5 ktn", "q=nfqjnf&year_from=2021");
    row("ghj,tu lj 100 nsc", "mileage_to=100000");
    row("камри jn 2018", "q=%D0%BA%D0%B0%D0%BC%D1%80%D0%B8&year_from=2018");
    row("c 2018", "-"); // a model and a year, rather than «с 2018»
    row("mercedes c 200 under 3m", "q=mercedes%20c%20200&price_to=300000000");
    // Years and ages
    row("от 2018", "year_from=2018");
    row("с 2018 года", "year_from=2018");
    row("от 2018 года выпуска", "year_from=2018");
    row("2018 года", "year_from=2018&year_to=2018");
    row("2018 г.в.", "year_from=2018&year_to=2018");
    row("2018+", "year_from=2018");
    row("2018 и новее", "year_from=2018");
    row("2018 or newer", "year_from=2018");
    row("2018-2020", "year_from=2018&year_to=2020");
    row("от 2018 до 2020 года", "year_from=2018&year_to=2020");
    row("с 2018 по 2020", "year_from=2018&year_to=2020");
    row("до 2015 года", "year_to=2015");
    row("не старше 2018", "year_from=2018");
    row("новее 2018", "year_from=2018");
    row("старше 2010", "year_to=2010");
    row("не старше 5 лет", "year_from=2021");
    row("до 3 лет", "year_from=2023");
    row("моложе трех лет", "year_from=2023");
    row("старше 10 лет", "year_to=2016");
    row("от 3 до 5 лет", "year_from=2021&year_to=2023");
    row("год от 2018", "year_from=2018");
    row("20 год", "year_from=2020&year_to=2020");
    row("22-23 год", "year_from=2022&year_to=2023");
    row("2019-21", "year_from=2019&year_to=2021");
    row("от 21г.в.", "year_from=2021");
    row("с 19 по 21 год", "year_from=2019&year_to=2021");
    row("не старше 18го года", "year_from=2018");
    row("не старше 5-ти лет", "year_from=2021");
    row("до 98 года", "year_to=1998");
    row("до 12 лет", "year_from=2014"); // not 2012
    row("проходная", "year_from=2021&year_to=2023");
    row("проходной кроссовер", "q=кроссовер&year_from=2021&year_to=2023");
    row("не проходная", "-");
    row("свежая тойота", "q=тойота&year_from=2023");
    row("свежая резина", "-");
    row("newer than 2018", "year_from=2018");
    row("not older than 5 years", "year_from=2021");
    // Mileage
    row("пробег до 100 тыс", "mileage_to=100000");
    row("пробег до 100 тыс км", "mileage_to=100000");
    row("с пробегом до 80к", "mileage_to=80000");
    row("до 100000 км", "mileage_to=100000");
    row("до 100 тыс", "mileage_to=100000");
    row("пробег до 100", "mileage_to=100000");
    row("до 100 тыс пробега", "mileage_to=100000");
    row("пробег меньше 50 000", "mileage_to=50000");
    row("пробег 50-100 тыс", "mileage_from=50000&mileage_to=100000");
    row("пробег до сотки", "mileage_to=100000");
    row("пробег до пятидесяти тысяч", "mileage_to=50000");
    row("пробег до ста двадцати тысяч", "mileage_to=120000");
    row("пробег не более 60т.км", "mileage_to=60000");
    row("до 80 тыщ км", "mileage_to=80000");
    row("mileage under 60k miles", "mileage_to=96561");
    // Places, terms, ratings
    row("из Японии", "country_from=JP");
    row("с Кореи", "country_from=KR");
    row("из Южной Кореи", "country_from=KR");
    row("from the USA", "country_from=US");
    row("из Дубая", "country_from=AE");
    row("японец", "country_from=JP");
    row("корейский седан", "q=седан&country_from=KR");
    row("krossover iz korei", "q=krossover&country_from=KR");
    row("немецкая сборка", "-");
    row("жапониядан", "country_from=JP");
    row("з карэі", "country_from=KR");
    row("праворульная тойота", "q=тойота&country_from=JP");
    row("побыстрее привезти", "eta_to=21");
    row("срочно доставить", "eta_to=21");
    row("до нового года", "eta_to=199");
    row("до НГ", "eta_to=199");
    row("до нового кузова", "-");
    row("быстрая доставка", "eta_to=21");
    row("за месяц", "eta_to=30");
    row("за 3 недели", "eta_to=21");
    row("доставка до 45 дней", "eta_to=45");
    row("в течение двух месяцев", "eta_to=60");
    row("within 3 weeks", "eta_to=21");
    row("рейтинг от 4.5", "rating_from=4.5");
    // Together, and among other words
    row("тойота рав4 до 2 млн от 2018 из Японии", "q=тойота рав4&price_to=200000000&year_from=2018&country_from=JP");
    row("семейная машина до 1,5 млн, пробег до 100 тыс", "q=семейная машина&price_to=150000000&mileage_to=100000");
    row("джип дизель не старше 2015 за месяц", "q=джип дизель&year_from=2015&eta_to=30");
    row("bmw x5 2018-2020 до 4 млн", "q=bmw x5&year_from=2018&year_to=2020&price_to=400000000");
    row("от 1 млн до 2 млн от 2015 до 2020", "price_from=100000000&price_to=200000000&year_from=2015&year_to=2020");
    row("бмв от 2020 до 3.5 млн", "q=бмв&year_from=2020&price_to=350000000");
    row("от 2018 до 100 тыс км", "year_from=2018&mileage_to=100000");
    // What stays a word
    row("peugeot 2008", "-");
    row("peugeot 3008 2018", "-");
    row("mazda 6", "-");
    row("bmw 320", "-");
    row("ваз 2107", "-");
    row("до 500 литров", "-");
    row("с двумя подушками", "-");
    row("с люком", "-");
    row("7 мест", "-");
    row("до $20 000", "-");
    row("до 20000 долларов", "-");
    row("до 3 млн иен", "-");
    row("за рулём", "-");
    row("без пробега по РФ", "-");
    row("лот FBC488", "-");
    row("до", "-");
    row("от до", "-");
    row("1000000000000000000000", "-");
    row("один владелец", "-");
    row("два ключа", "-");
    row("in good condition", "-");
    row("to 100", "-");
}

void TestSpokenQuery::reads()
{
    QFETCH(QString, words);
    QFETCH(QString, wanted);
    const SpokenQuery read = heard(words);
    if (wanted == u"-") {
        QVERIFY2(read.conditions.empty(), read.query.conditions().constData());
        QCOMPARE(read.query.text, words.simplified());
        return;
    }
    const auto query = SearchQuery::fromUrlQuery(wanted.toUtf8().replace(' ', '+'));
    QVERIFY(query.ok());
    QCOMPARE(QUrl::fromPercentEncoding(read.query.conditions()), QUrl::fromPercentEncoding(query->conditions()));
}

void TestSpokenQuery::leavesOutWhatIsNotWanted_data()
{
    QTest::addColumn<QString>("facet");
    QTest::addColumn<QString>("unwanted"); // empty: nothing is left out
    QTest::addColumn<QString>("text");
    const auto row = [](const char *words, const char *facet, const char *unwanted, const char *text) {
        QTest::newRow(words) << QString::fromLatin1(facet) << QString::fromLatin1(unwanted) << QString::fromUtf8(text);
    };
    row("не белая камри", "color", "white", "камри");
    row("камри не беленькую", "color", "white", "камри");
    row("внедорожник не чёрный и не серый", "color", "black gray", "внедорожник и");
    row("camry but not white", "color", "white", "camry");
    row("белую не предлагать", "color", "white", "");
    row("кроссовер без вариатора", "transmission", "cvt", "кроссовер");
    row("вариатор и робот не предлагать", "transmission", "cvt robot", "");
    row("не автомат", "transmission", "automatic cvt robot", "");
    row("не дизель", "fuel", "diesel", "");
    row("тойота не гибрид", "fuel", "hybrid plug_in_hybrid", "тойота");
    row("не передний привод", "drive", "fwd", "");
    row("кроме седанов и универсала", "body_type", "sedan wagon", "");
    row("кроссовер только не китай", "country_from", "CN", "кроссовер");
    row("не из китая", "country_from", "CN", "");
    row("кроме японцев и корейцев", "country_from", "JP KR", "");
    row("правый руль не предлагать", "country_from", "JP", "");
    row("не битая не крашеная", "", "", "не битая не крашеная");
    row("не белый салон", "", "", "не белый салон");
    row("без белых пятен", "", "", "без белых пятен");
    row("не только дизель", "", "", "не только дизель");
    row("не такси", "", "", "не такси");
    row("без полного бака", "", "", "без полного бака");
    row("белая", "", "", "белая");
}

void TestSpokenQuery::leavesOutWhatIsNotWanted()
{
    QFETCH(const QString, facet);
    QFETCH(const QString, unwanted);
    QFETCH(const QString, text);
    const SpokenQuery read = heard(QString::fromUtf8(QTest::currentDataTag()));
    QCOMPARE(read.query.text, text);
    if (facet.isEmpty()) {
        QVERIFY(read.conditions.empty());
        return;
    }
    const auto parsed = SearchQuery::fromUrlQuery(read.query.conditions()); // each value is one that the filter takes
    QVERIFY(parsed.ok());
    for (int i = 0; i < SearchQuery::kFacetCount; ++i) {
        const auto &values = parsed->facets[i];
        const bool isIt = facet == QLatin1String(word(SearchQuery::Facet(i)));
        QCOMPARE(values.empty(), !isIt);
        for (const QString &value : isIt ? unwanted.split(u' ') : QStringList())
            QVERIFY2(std::find(values.begin(), values.end(), value) == values.end(), qPrintable(value));
        QVERIFY(!isIt || values.size() >= 2);
    }
}

void TestSpokenQuery::exclusionsAndWishesMeet()
{
    const auto colours = [](const QString &text, std::vector<QString> filter = {}) {
        SearchQuery asked;
        asked.text = text;
        asked.values(SearchQuery::Facet::Color) = std::move(filter);
        return understand(asked, kNow).query.values(SearchQuery::Facet::Color);
    };
    QCOMPARE(colours(u"не белая"_s, {u"black"_s, u"white"_s}), std::vector{u"black"_s});
    QCOMPARE(colours(u"не белая"_s, {u"white"_s}), std::vector{u"white"_s}); // the filter is what was chosen last
    QCOMPARE(heard(u"не китай из японии"_s).query.values(SearchQuery::Facet::CountryFrom), std::vector{u"JP"_s});
}

void TestSpokenQuery::littleRunIsAnOrder()
{
    for (const QString &words : {u"камри с небольшим пробегом"_s, u"камри маленький пробег"_s, u"камри low mileage"_s}) {
        const SpokenQuery read = heard(words);
        QCOMPARE(read.query.sort, SearchQuery::Sort::MileageAsc);
        QCOMPARE(read.query.text, u"камри"_s);
    }
    QCOMPARE(heard(u"маленький расход"_s).query.sort, SearchQuery::Sort::Relevance);
    QCOMPARE(heard(u"дешёвая в содержании"_s).query.sort, SearchQuery::Sort::Relevance); // it need not be cheap to buy
}

void TestSpokenQuery::cheapIsAnOrder()
{
    for (const QString &words : {u"недорогой гибрид"_s, u"гибрид подешевле"_s, u"дешёвый гибрид"_s, u"не дорогой гибрид"_s}) {
        const SpokenQuery cheap = heard(words);
        QCOMPARE(cheap.query.sort, SearchQuery::Sort::PriceAsc);
        QCOMPARE(cheap.query.text, u"гибрид"_s);
        QCOMPARE(cheap.conditions.size(), size_t(1));
    }
    const SpokenQuery bound = heard(u"дешевле 1500000"_s);
    QCOMPARE(bound.query.sort, SearchQuery::Sort::Relevance);
    QCOMPARE(bound.query.priceToMinor, std::optional<qint64>(150'000'000));
    for (const QString &words : {u"самая дорогая"_s, u"подороже"_s, u"expensive"_s})
        QCOMPARE(heard(words).query.sort, SearchQuery::Sort::PriceDesc);
    for (const QString &words : {u"плохие дороги"_s, u"дорогой дальней"_s, u"дорогая в обслуживании"_s})
        QCOMPARE(heard(words).query.sort, SearchQuery::Sort::Relevance);
    SearchQuery sorted; // by himself
    sorted.text = u"недорогой гибрид"_s;
    sorted.sort = SearchQuery::Sort::MileageAsc;
    QCOMPARE(understand(sorted, kNow).query, sorted);
}

void TestSpokenQuery::saysWhereItStands()
{
    const QString text = u"Тойота до 2 млн из Японии"_s;
    const SpokenQuery read = heard(text);
    QCOMPARE(read.conditions.size(), size_t(2));
    QCOMPARE(text.sliced(read.conditions[0].start, read.conditions[0].end - read.conditions[0].start), u"до 2 млн"_s);
    QCOMPARE(read.conditions[0].bounds.front(), (std::pair<QByteArray, QString>{"price_to", u"200000000"_s}));
    QCOMPARE(text.sliced(read.conditions[1].start, read.conditions[1].end - read.conditions[1].start), u"из Японии"_s);
    // Taken out of the text a condition is gone, and the others stay.
    QString less = text;
    less.remove(read.conditions[0].start, read.conditions[0].end - read.conditions[0].start);
    QCOMPARE(heard(less).query.conditions(), QByteArray("q=%D0%A2%D0%BE%D0%B9%D0%BE%D1%82%D0%B0&country_from=JP"));
}

void TestSpokenQuery::tightensWhatIsAsked()
{
    SearchQuery asked;
    asked.text = u"до 2 млн от 2018"_s;
    asked.priceToMinor = 150'000'000;
    asked.yearFrom = 2015;
    asked.limit = 50;
    const SpokenQuery read = understand(asked, kNow);
    QCOMPARE(*read.query.priceToMinor, 150'000'000);
    QCOMPARE(*read.query.yearFrom, 2018);
    QCOMPARE(read.query.limit, 50);
    QVERIFY(read.query.text.isEmpty());
}

void TestSpokenQuery::whatWasReadIsReadTheSameAgain()
{
    for (const char *text : {"тойота рав4 до 2 млн от 2018 из Японии", "около 2 млн", "от 3 до 5 лет за месяц рейтинг 4.5"}) {
        const SearchQuery once = heard(QString::fromUtf8(text)).query;
        const auto back = SearchQuery::fromUrlQuery(once.toUrlQuery());
        QVERIFY(back.ok());
        QCOMPARE(*back, once);
        const SpokenQuery twice = understand(*back, kNow);
        QCOMPARE(twice.query, once);
        QVERIFY(twice.conditions.empty());
    }
}

// Any text gives a query that GET search takes, and spans that lie in the text one after the other.
void TestSpokenQuery::anythingIsReadSomehow()
{
    static const QStringList pieces = {u"до"_s,        u"от"_s,
                                       u"млн"_s,       u"тыс"_s,
                                       u"2018"_s,      u"2"_s,
                                       u"2 000 000"_s, u"1,5"_s,
                                       u"км"_s,        u"лет"_s,
                                       u"-"_s,         u"+"_s,
                                       u"$"_s,         u"из"_s,
                                       u"за"_s,        u"месяц"_s,
                                       u"год"_s,       u"не старше"_s,
                                       u"пробег"_s,    u"с"_s,
                                       u"не"_s,        u"кроме"_s,
                                       u"белая"_s,     u"китая"_s,
                                       u"Японии"_s,    u"99999999999999999999"_s,
                                       u"0"_s,         u"\u00a0"_s,
                                       u"🚗"_s,         u"e"_s,
                                       u"."_s};
    QRandomGenerator random(7);
    for (int i = 0; i < 1'500; ++i) {
        QString text;
        for (int n = random.bounded(12); n > 0; --n)
            text += pieces.at(random.bounded(int(pieces.size()))) + (random.bounded(4) ? u" "_s : QString());
        text = text.simplified().left(SearchQuery::kTextMaxChars);
        SearchQuery asked;
        asked.text = text;
        const SpokenQuery read = understand(asked, kNow);
        qsizetype at = 0;
        for (const SpokenCondition &condition : read.conditions) {
            QVERIFY2(condition.start >= at && condition.end > condition.start && condition.end <= text.size(), qPrintable(text));
            QVERIFY(!condition.bounds.empty());
            at = condition.end;
        }
        const auto back = SearchQuery::fromUrlQuery(read.query.toUrlQuery());
        QVERIFY2(back.ok(), qPrintable(text + u" -> " + QString::fromUtf8(read.query.toUrlQuery())));
        QCOMPARE(*back, read.query);
    }
}

QTEST_APPLESS_MAIN(TestSpokenQuery)
#include "tst_spoken_query.moc"
