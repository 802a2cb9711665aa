#include "server/providers/search/concepts.h"
#include "server/providers/search/embedded/embedded_index.h"
#include "server/providers/search/text_analysis.h"
#include "server/providers/search/traits.h"
#include "server/search/percolator.h"

#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace cargo;
using namespace Qt::Literals;

// The dictionary of concepts: its text, what it tells of cars, and what a wish finds by it.
class TestConcepts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { search::useConcepts(nullptr); }
    void builtInIsRead();
    void wishesAreHeard_data();
    void wishesAreHeard();
    void faultsNameTheirLine_data();
    void faultsNameTheirLine();
    void allFaultsAreTold();
    void isBounded();
    void tellsTraits_data();
    void tellsTraits();
    void provesWhatItTells();
    void wishesFindTraits();
    void filtersAskForAll();
    void countsAreThoseOfEachCar();
    void contentIsToldByOneDictionary();
    void savedSearchesAskForTraits();
    void textsOfConceptsAreExchanged();
};

namespace {
const QByteArray kSmall = "concept family\n  ru: Для семьи\n  en: For a family\n  wish: семья | family\n";

search::ConceptDictionaryPtr read(const QByteArray &text)
{
    std::vector<search::ConceptFault> faults;
    auto dictionary = search::ConceptDictionary::read(text, faults);
    if (!dictionary)
        qWarning("%d: %s", faults.front().line, qPrintable(faults.front().what));
    return dictionary;
}

search::Document car(int number, const QString &description = {}, const char *body = "sedan")
{
    search::Document d;
    d.id.uuid.bytes[15] = uint8_t(number);
    d.id.uuid.bytes[14] = uint8_t(number >> 8);
    d.revision = 1;
    d.brand = u"Seat"_s;
    d.model = u"Ibiza"_s;
    d.bodyType = QString::fromLatin1(body);
    d.description = description.toUtf8();
    d.year = 2020;
    return d;
}

QStringList traitsOf(const search::Document &d)
{
    QStringList slugs;
    const auto finder = search::traitFinder();
    for (const search::Concept *trait : finder->traitsOf(d))
        slugs.append(trait->slug);
    return slugs;
}

search::Answer ask(const search::EmbeddedIndex &index, SearchQuery query)
{
    query.limit = 100;
    auto answer = index.search(query);
    if (!answer)
        qFatal("%s", errorWord(answer.code()));
    return std::move(*answer);
}

std::vector<int> idsOf(const search::Answer &answer)
{
    std::vector<int> ids;
    for (const search::Hit &hit : answer.hits)
        ids.push_back(hit.id.uuid.bytes[15]);
    return ids;
}
} // namespace

void TestConcepts::builtInIsRead()
{
    const auto dictionary = search::concepts();
    QVERIFY(dictionary->concepts().size() >= 30);
    std::set<QString> said;
    for (const search::Concept &one : dictionary->concepts()) {
        for (const QString &wish : one.wishes)
            QVERIFY2(said.insert(wish).second, qPrintable(wish)); // the second one would never be read
    }
    QVERIFY(search::onlyAsks(u"хочу"_s));
    const auto wish = search::wishAt({search::stem(u"большая"_s), search::stem(u"семья"_s)}, 0);
    QVERIFY(wish && wish->slug == u"large_family" && wish->length == 2 && wish->isTrait);
}

void TestConcepts::wishesAreHeard_data()
{
    QTest::addColumn<QString>("slug"); // empty: no wish begins there
    const auto row = [](const char *words, const char *slug) { QTest::newRow(words) << QString::fromLatin1(slug); };
    row("собаке", "roomy");
    row("восьмиместную", "large_family");
    row("коляски", "family");
    row("тайгу", "off_road");
    row("квадроцикл", "towing");
    row("гололёда", "winter");
    row("попогрей", "heated_seats");
    row("тёплый руль", "heated_wheel"); // not the winter's «тёплая»
    row("девушке", "city");
    row("пенсионеру", "calm");
    row("дешёвая в содержании", "economy");
    row("ликвидную", "lasting");
    row("тихую", "quiet");
    row("понтовую", "prestige");
    row("трассы", "highway");
    row("полном фарше", "loaded");
    row("4вд", "awd");
    row("4x4", "awd");
    row("не мёрзнуть", "winter");
    row("full drive", "awd"); // not everything that "full" is
    row("высоким клиренсом", "high_clearance");
    row("мокрого асфальта", "wet_asphalt");
    row("правым рулём", "right_hand_drive");
    row("леворульную", "left_hand_drive");
    row("такси", "taxi");
    row("не такси", "not_a_taxi");
    row("асфальта", "");
    row("руль", "");
}

void TestConcepts::wishesAreHeard()
{
    QFETCH(const QString, slug);
    std::vector<QString> stems;
    for (const QString &word : search::words(QString::fromUtf8(QTest::currentDataTag()))) {
        if (!search::isSmallWord(word))
            stems.push_back(search::stem(word));
    }
    const auto wish = search::wishAt(stems, 0);
    QCOMPARE(wish ? wish->slug : QString(), slug);
    if (wish)
        QCOMPARE(wish->length, stems.size());
}

void TestConcepts::faultsNameTheirLine_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("what");
    const auto row = [](const char *name, const QByteArray &text, int line, const char *what) {
        QTest::newRow(name) << text << line << QString::fromUtf8(what);
    };
    row("nothing", "# only a comment\n", 1, "no concept");
    row("not a concept", "wish family\n", 1, "concept NAME");
    row("a bad name", "concept Big-Family\n  ru: a\n  en: a\n  wish: b\n", 1, "a-z");
    row("twice", kSmall + kSmall, 5, "already");
    row("outside", "  wish: family\n", 1, "no concept");
    row("no colon", kSmall + "  say\n", 5, "colon");
    row("empty", kSmall + "  say:\n", 5, "nothing behind");
    row("unknown field", kSmall + "  tell: family\n", 5, "none of");
    row("no wish", "concept a\n  ru: a\n  en: a\n", 1, "\"wish\"");
    row("name twice", kSmall + "  ru: Ещё раз\n", 5, "twice");
    row("a phrase of small words", kSmall + "  say: для семьи | и для\n", 5, "without words");
    row("a long phrase", kSmall + "  say: один два три четыре пять шесть семь\n", 5, "more than 5 words");
    row("a weight", kSmall + "  find: wagon*1.5\n", 5, "at most 1");
    row("no number", kSmall + "  find: wagon*viel\n", 5, "at most 1");
    row("nan", kSmall + "  find: wagon*nan\n", 5, "at most 1");
    row("two words", kSmall + "  find: two words\n", 5, "one word");
    row("no condition", kSmall + "  show: minivan\n", 5, "condition");
    row("unknown fact", kSmall + "  show: wheels=4\n", 5, "no fact");
    row("unknown word", kSmall + "  show: body_type=minivans\n", 5, "never minivans");
    row("unknown feature", kSmall + "  show: has=wings\n", 5, "no feature");
    row("a feature that is a number", kSmall + "  show: has=doors\n", 5, "no feature");
    row("seats", kSmall + "  show: seats>=many\n", 5, "seats");
    row("a number of something else", kSmall + "  show: price>=1\n", 5, "seats");
    row("asking", kSmall + "asking\n  wish: хочу\n", 6, "only \"word\"");
    row("not UTF-8", kSmall + "  say: \xff\xfe\n", 1, "UTF-8");
}

void TestConcepts::faultsNameTheirLine()
{
    QFETCH(const QByteArray, text);
    QFETCH(const int, line);
    QFETCH(const QString, what);
    std::vector<search::ConceptFault> faults;
    QVERIFY(!search::ConceptDictionary::read(text, faults));
    QCOMPARE(faults.size(), size_t(1));
    QCOMPARE(faults.front().line, line);
    QVERIFY2(faults.front().what.contains(what), qPrintable(faults.front().what));
}

void TestConcepts::allFaultsAreTold()
{
    std::vector<search::ConceptFault> faults;
    QVERIFY(!search::ConceptDictionary::read(kSmall + "  show: a\n  show: b\n  tell: c\n", faults));
    QCOMPARE(faults.size(), size_t(3));
    QCOMPARE(faults.back().line, 7);
}

void TestConcepts::isBounded()
{
    std::vector<search::ConceptFault> faults;
    QVERIFY(!search::ConceptDictionary::read(QByteArray(search::ConceptDictionary::kTextMaxBytes + 1, '#'), faults));
    QByteArray many;
    for (size_t i = 0; i <= search::ConceptDictionary::kConceptsMax; ++i) {
        const QByteArray name = "f" + QByteArray::number(qlonglong(i)) + "\n  ru";
        many += QByteArray(kSmall).replace("family\n  ru", name) + "  say: word\n";
    }
    faults.clear();
    QVERIFY(!search::ConceptDictionary::read(many, faults));
    QVERIFY(faults.size() <= search::ConceptDictionary::kFaultsMax);
    QByteArray phrases = kSmall + "  say: a1";
    for (size_t i = 2; i <= search::ConceptDictionary::kListMax + 1; ++i)
        phrases += " | a" + QByteArray::number(qulonglong(i));
    faults.clear();
    QVERIFY(!search::ConceptDictionary::read(phrases + '\n', faults));
    QCOMPARE(faults.front().line, 5);
}

void TestConcepts::tellsTraits_data()
{
    QTest::addColumn<QString>("description");
    QTest::addColumn<QString>("trait");
    QTest::addColumn<bool>("has");
    const auto row = [](const char *description, const char *trait, bool has) {
        QTest::addRow("%s: %s", trait, description) << QString::fromUtf8(description) << QString::fromLatin1(trait) << has;
    };
    row("Зимой не подводит. Подогрев сидений!", "winter", true);
    row("Подогрева нет, зато есть люк", "winter", false);
    row("Без подогрева сидений", "heated_seats", false);
    row("Не бита, подогрев сидений", "heated_seats", true); // a clause of its own
    row("Не бита, подогрев сидений", "no_accidents", true);
    row("Бита была, без люка", "panoramic_roof", false);
    row("Фаркоп, рейлинги", "towing", true);
    row("Никогда не буксировала прицеп", "towing", false);
    row("Без фаркопа", "towing", false);
    row("Прицепа нет", "towing", false);
    row("Машина для семьи", "family", true);
    row("Отличная семейная машина", "family", true);
    row("Не для города", "city", false);
    row("Air suspension, heated seats", "soft_suspension", true);
    row("No tow bar", "towing", false);
    row("Мягкая. Подвеска жёсткая", "soft_suspension", false); // two sentences
    row("\xd0\xd0 broken \xff подогрев", "winter", true);
}

void TestConcepts::tellsTraits()
{
    QFETCH(const QString, description);
    QFETCH(const QString, trait);
    QFETCH(const bool, has);
    QCOMPARE(traitsOf(car(1, description)).contains(trait), has);
}

void TestConcepts::provesWhatItTells()
{
    search::Document d = car(1, u"Один хозяин. Возили лодку: фаркоп есть! Торг."_s, "MINIVAN");
    d.features = {u"heated_seats"_s};
    d.seats = 7;
    QStringList proven;
    const auto finder = search::traitFinder();
    for (const search::TraitProof &proof : finder->proofsOf(d)) {
        proven.append(proof.trait->slug);
        QVERIFY((proof.facts != nullptr) != !proof.sentence.isEmpty());
        if (proof.trait->slug == u"towing")
            QCOMPARE(proof.sentence, u"Возили лодку: фаркоп есть!"_s);
        if (proof.trait->slug == u"winter")
            QCOMPARE(proof.facts->front().anyOf, std::vector{u"heated_seats"_s});
    }
    QCOMPARE(proven, traitsOf(d));
    QVERIFY(proven.contains(u"large_family"_s) && proven.contains(u"family"_s) && proven.contains(u"winter"_s));
}

void TestConcepts::wishesFindTraits()
{
    search::EmbeddedIndex index;
    search::Document isofix = car(2);
    isofix.features = {u"isofix"_s};
    index.upsert({car(1, {}, "minivan"), isofix, car(3, u"Гоночное купе"_s, "coupe")});
    SearchQuery query;
    query.text = u"семейная машина"_s;
    QCOMPARE(idsOf(ask(index, query)), (std::vector{1, 2})); // what says so itself stands above what shows it
    query.wantExplanations = true;
    const auto explanations = *ask(index, query).explanations;
    QCOMPARE(explanations[1].factors.front().field, "trait");
    QCOMPARE(explanations[1].factors.front().matched, u"family"_s);
    query.text = u"trait family"_s; // nobody types a trait
    QVERIFY(idsOf(ask(index, query)).size() != 3);
}

void TestConcepts::filtersAskForAll()
{
    search::EmbeddedIndex index;
    index.upsert({car(1, u"Для семьи"_s), car(2, u"Зимняя резина, для семьи"_s), car(3, u"Зимняя резина"_s)});
    SearchQuery query;
    query.traits = {u"family"_s, u"winter"_s};
    const search::Answer answer = ask(index, query);
    QCOMPARE(idsOf(answer), std::vector{2});
    QCOMPARE(answer.relaxations.size(), size_t(1));
    QCOMPARE(answer.relaxations.front().drop.front(), "trait");
    QCOMPARE(answer.relaxations.front().total, 3);
    query.traits = {u"nowhere"_s};
    QCOMPARE(ask(index, query).total, 0);
}

// Each car is asked by itself, and the index has to count the same.
void TestConcepts::countsAreThoseOfEachCar()
{
    const QStringList said{u"Подогрев сидений"_s, u"фаркоп"_s, u"для семьи"_s, u"без дтп"_s, u"без люка"_s, u"торг"_s};
    const std::array bodies = {"suv", "minivan", "hatchback", "coupe"};
    std::vector<search::Document> cars;
    for (int i = 0; i < 600; ++i) {
        search::Document d = car(i, said[i % 6] + u", "_s + said[i * 5 % 6], bodies[size_t(i / 3) % 4]);
        d.drive = i % 2 ? u"awd"_s : u"fwd"_s;
        d.seats = i % 9;
        if (i % 7 == 0)
            d.features = {u"isofix"_s, u"winter_tyres"_s};
        cars.push_back(d);
    }
    search::EmbeddedIndex index;
    index.upsert(cars);
    for (const std::vector<QString> &asked : {std::vector<QString>(), {u"family"_s}, {u"towing"_s, u"winter"_s}}) {
        SearchQuery query;
        query.traits = asked;
        std::map<QString, int> expected;
        for (const search::Document &one : cars) {
            const QStringList has = traitsOf(one);
            const bool fits = std::all_of(asked.begin(), asked.end(), [&has](const QString &t) { return has.contains(t); });
            for (const QString &trait : fits ? has : QStringList())
                ++expected[trait];
        }
        std::map<QString, int> counted;
        const search::Answer answer = ask(index, query);
        const auto facet = std::find_if(answer.facets.begin(), answer.facets.end(),
                                        [](const search::Facet &f) { return qstrcmp(f.name, "trait") == 0; });
        QVERIFY(facet != answer.facets.end() && !facet->values.empty());
        for (const search::FacetCount &value : facet->values)
            counted[value.value] = value.count;
        QCOMPARE(counted, expected);
    }
}

// What comes after a change of the dictionary is told by the one that the rest was told by, until all is made anew.
void TestConcepts::contentIsToldByOneDictionary()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"index"_s);
    search::EmbeddedIndex index;
    index.upsert({car(1, u"Для семьи"_s)});
    search::useConcepts(read(kSmall + "  say: торг\n"));
    index.upsert({car(2, u"Торг"_s)});
    SearchQuery query;
    query.traits = {u"family"_s};
    QCOMPARE(idsOf(ask(index, query)), std::vector{1});
    QVERIFY(index.save(path).ok());
    search::EmbeddedIndex next;
    QCOMPARE(next.load(path).code(), ErrorCode::Unavailable); // told by another dictionary: filled anew
    search::useConcepts(nullptr);
    QVERIFY(next.load(path).ok());
    QCOMPARE(idsOf(ask(next, query)), std::vector{1});
}

void TestConcepts::savedSearchesAskForTraits()
{
    search::Percolator percolator;
    const auto put = [&percolator](int number, std::vector<QString> traits, std::vector<QString> brands = {}) {
        Uuid id;
        id.bytes[15] = uint8_t(number);
        SearchQuery query;
        query.traits = std::move(traits);
        query.values(SearchQuery::Facet::Brand) = std::move(brands);
        percolator.put(id, query);
    };
    put(1, {u"family"_s});
    put(2, {u"family"_s, u"winter"_s});
    put(3, {u"towing"_s}, {u"Seat"_s});
    put(4, {u"nowhere"_s});
    const auto fits = [&percolator](const QString &description) {
        std::vector<int> numbers;
        for (const Uuid &id : percolator.matches(car(1, description)))
            numbers.push_back(id.bytes[15]);
        return numbers;
    };
    QCOMPARE(fits(u"Для семьи"_s), std::vector{1});
    QCOMPARE(fits(u"Для семьи, зимняя резина"_s), (std::vector{1, 2}));
    QCOMPARE(fits(u"Фаркоп"_s), std::vector{3});
    QVERIFY(fits(u"Торг"_s).empty());
}

// As the console does: one concept's lines for another's, the rest as it was.
void TestConcepts::textsOfConceptsAreExchanged()
{
    const auto builtIn = search::concepts();
    for (const search::Concept &one : builtIn->concepts())
        QCOMPARE(builtIn->textWith(one.slug, builtIn->textOf(one.slug).value()), builtIn->text());
    const QByteArray lines = "concept family\n    ru: Семья\n    en: Family\n    wish: семья\n";
    const auto next = read(builtIn->textWith(u"family", lines));
    QVERIFY(next);
    QCOMPARE(next->concepts().size(), builtIn->concepts().size());
    QCOMPARE(next->find(u"family")->nameRu, u"Семья"_s);
    QCOMPARE(next->textOf(u"towing"), builtIn->textOf(u"towing"));
    const auto more = read(next->textWith(u"loud", "concept loud\n  ru: а\n  en: a\n  wish: loud"));
    QVERIFY(more);
    QCOMPARE(more->concepts().size(), builtIn->concepts().size() + 1);
    QVERIFY(!builtIn->textOf(u"loud"));
    QVERIFY(more->onlyAsks(search::stem(u"хочу"_s)));
}

QTEST_GUILESS_MAIN(TestConcepts)
#include "tst_concepts.moc"
