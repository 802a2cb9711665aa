#include <ctime>
#include "shared/domain/contact_filter/contact_filter.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace cargo::contact_filter;

// What is hidden, what stays, and properties that hold for any text. Numbers and names are invented.
class TestContactFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hides_data();
    void hides();
    void leaves_data();
    void leaves();
    void joinsMessages();
    void identifiersAreNoContacts();
    void openConversationHidesNothing();
    void countsDisguisedDouble();
    void codePoints();
    void propertiesOfAnyText();
    void timeGrowsWithLength();
};

void TestContactFilter::hides_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("hidden");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *text, const char *hidden, Kind kind) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(hidden) << int(kind);
    };
    row("звоните 8 (912) 345-67-89 вечером", "8 (912) 345-67-89", Kind::Phone);
    row("+79123456789", "+79123456789", Kind::Phone);
    row("мой 8 9 1 2 3 4 5 6 7 8 9", "8 9 1 2 3 4 5 6 7 8 9", Kind::Phone);
    row("в Пусане +82 10 1234 5678", "+82 10 1234 5678", Kind::Phone);
    row("восемь девятьсот двенадцать триста сорок пять шестьдесят семь восемьдесят девять",
        "восемь девятьсот двенадцать триста сорок пять шестьдесят семь восемьдесят девять", Kind::Phone);
    row("8９1２345６789", "8９1２345６789", Kind::Phone);
    row("8-912-З45-б7-89", "8-912-З45-б7-89", Kind::Phone);
    row("пишите ivan.petrov@example.ru", "ivan.petrov@example.ru", Kind::Email);
    row("ivan собака яндекс точка ру", "ivan собака яндекс точка ру", Kind::Email);
    row("ivan (at) example (dot) com", "ivan (at) example (dot) com", Kind::Email);
    row("смотрите https://my-cars.ru/stock?id=5", "https://my-cars.ru/stock?id=5", Kind::Link);
    row("my-cars.ru", "my-cars.ru", Kind::Link);
    row("t.me/ivan_cars там всё", "t.me/ivan_cars", Kind::Telegram);
    row("wa.me/79123456789", "wa.me/79123456789", Kind::Whatsapp);
    row("я @ivan_cars", "@ivan_cars", Kind::Telegram);
    row("инста ivan.cars", "ivan.cars", Kind::AddressOther);
    // One row a rule: numerals that are counted, of other tongues, with Shift held, in brackets once more.
    row("восемь девятьсот два раза по семь двести сорок пять шестьдесят один",
        "восемь девятьсот два раза по семь двести сорок пять шестьдесят один", Kind::Phone);
    row("девятьсот четырнадцать, шестьсот две пятёрки, двадцать сорок семь",
        "девятьсот четырнадцать, шестьсот две пятёрки, двадцать сорок семь", Kind::Phone);
    row("сегіз жеті жүз бір үш жүз отыз төрт елу бес он сегіз", "сегіз жеті жүз бір үш жүз отыз төрт елу бес он сегіз",
        Kind::Phone);
    row("эйт найн ван фор сикс файв файв ту зиро фор севен", "эйт найн ван фор сикс файв файв ту зиро фор севен", Kind::Phone);
    row("twoohsixfivefivefiveohoneeighteight", "twoohsixfivefivefiveohoneeighteight", Kind::Phone);
    row("*(!$^%%@)$&", "*(!$^%%@)$&", Kind::Phone);
    row("8&#57;12345&#54;789", "8&#57;12345&#54;789", Kind::Phone);
    row("восемь (8) девять (9) один (1) два (2) три (3) четыре (4) пять (5) шесть (6) семь (7) восемь (8) девять (9)",
        "восемь (8) девять (9) один (1) два (2) три (3) четыре (4) пять (5) шесть (6) семь (7) восемь (8) девять (9)",
        Kind::Phone);
    row("89 миллиардов 123 миллиона 456 тысяч 789 рублей", "89 миллиардов 123 миллиона 456 тысяч 789", Kind::Phone);
    row("номер детали 8-912-345-67-89", "8-912-345-67-89", Kind::Phone);
    row("бюджет 9 123 456 789 наберите", "9 123 456 789", Kind::Phone);
    row("ivan82*mail.ru", "ivan82*mail.ru", Kind::Email);
    row("ivan@m.a.i.l.r.u", "ivan@m.a.i.l.r.u", Kind::Email);
    row("ivan%40mail.ru", "ivan%40mail.ru", Kind::Email);
    row("tme/ivan_cars", "tme/ivan_cars", Kind::Telegram);
    row("t.me/ ivan_cars", "t.me/ ivan_cars", Kind::Telegram);
    row("е.ьу/ivan_cars", "е.ьу/ivan_cars", Kind::Telegram);
    row("т/г ivan_cars", "ivan_cars", Kind::Telegram);
    row("пиши на @i v a n _ c a r s", "@i v a n _ c a r s", Kind::Telegram);
    row("вк ком слеш ivan_cars", "вк ком слеш ivan_cars", Kind::AddressOther);
    row("http://192.168.44.71:8080/car", "http://192.168.44.71:8080/car", Kind::Link);
    row("ivancars .ru", "ivancars .ru", Kind::Link);
    row("icq 447 209 931", "447 209 931", Kind::AddressOther);
    // Names told by letters or in Russian ones, firms to search for, scattered digits.
    row("ник в телеге по буквам: К как Костя, У как Ульяна, З как Зоя", "К как Костя, У как Ульяна, З как Зоя", Kind::Telegram);
    row("telegram lima echo oscar underscore bravo", "lima echo oscar underscore bravo", Kind::Telegram);
    row("телеграм собака нурлан карс", "собака нурлан карс", Kind::Telegram);
    row("загугли осака осмотр", "осака осмотр", Kind::Username);
    row("на юле я Виталя Дальнереченск, там номер не скрыт", "Виталя Дальнереченск", Kind::Username);
    row("find me as ivancars", "ivancars", Kind::Username);
    row("leo.busan is my nick, any app", "leo.busan", Kind::Username);
    row("8 (1000-88) (340+5) 67 89 реши и набери", "8 (1000-88) (340+5) 67 89", Kind::Phone);
    row("ivan_cars — это мой телеграм", "ivan_cars", Kind::Telegram);
    row("ivan.rhd — так меня зовут в инсте", "ivan.rhd", Kind::AddressOther);
    row("первые буквы это ник в тг: Иван Вася Алла Нина", "Иван Вася Алла Нина", Kind::Telegram);
    row("каждую цифру уменьши на один: 9 0 2 3 4 5 6 7 8 9 1", "9 0 2 3 4 5 6 7 8 9 1", Kind::Phone);
    row("ocho nueve uno dos tres cuatro cinco seis siete ocho nueve",
        "ocho nueve uno dos tres cuatro cinco seis siete ocho nueve", Kind::Phone);
    row("там после собаки стоит inbox.ru", "inbox.ru", Kind::Email);
    row("вооосемь девяааать два четыре три один семь нооооль шесть пять восемь",
        "вооосемь девяааать два четыре три один семь нооооль шесть пять восемь", Kind::Phone);
    row("E47 SSS OlB2 letters look like digits", "E47 SSS OlB2", Kind::Phone);
    row("тг i*v*a*n*c*a*r*s", "i*v*a*n*c*a*r*s", Kind::Telegram);
    row("телега: первая буква алфавита, потом шестая, потом десятая", "первая буква алфавита, потом шестая, потом десятая",
        Kind::Telegram);
    row("իմ համարը զրո ինը մեկ չորս չորս մեկ երկու զրո ութ", "զրո ինը մեկ չորս չորս մեկ երկու զրո ութ", Kind::Phone);
    row("დარეკე ხუთას სამოცდარვა ათი ორმოცდაოთხი ოთხმოცდათორმეტი", "ხუთას სამოცდარვა ათი ორმოცდაოთხი ოთხმოცდათორმეტი",
        Kind::Phone);
    row("igor нижнее подчёркивание vlad тг", "igor нижнее подчёркивание vlad", Kind::Telegram);
    row("www primavto ru", "www primavto ru", Kind::Link);
    row("авито 3104829755 моё", "3104829755", Kind::Username);
    row("igor.stepwgn&commat;yandex.ru", "igor.stepwgn&commat;yandex.ru", Kind::Email);
    row("\u202e38071246998\u202c", "38071246998", Kind::Phone);
    row("на авито.ру? нет, avito.ru/user/12ab/profile", "avito.ru/user/12ab/profile", Kind::Link);
}

void TestContactFilter::hides()
{
    QFETCH(QString, text);
    QFETCH(QString, hidden);
    QFETCH(int, kind);
    const Verdict verdict = inspect({text, {}, {}});
    QCOMPARE(verdict.spans.size(), size_t(1));
    const Span &span = verdict.spans.front();
    QCOMPARE(text.mid(span.start, span.end - span.start), hidden);
    QCOMPARE(int(span.kind), kind);
    QVERIFY(!verdict.masked.contains(hidden));
    QVERIFY(verdict.masked.contains(QStringView(kMask)));
}

void TestContactFilter::leaves_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"1 276 340 руб без доставки",
                             "за 8 961 830 вон",
                             "пробег 131 400 км",
                             "2019 год, 2.0 л, 150 л.с.",
                             "VIN JTDBE32K123456789",
                             "VIN 1M8GDM9AXKP042788",
                             "кузов RP3-1207744",
                             "лот 65204, зал 3",
                             "заказ CG-2025-09130",
                             "23.10.2025 в 11:45",
                             "195/65 R15",
                             "42.8912, 133.0047 у пирса",
                             "4690х1695х1840",
                             "412905+276340=689245",
                             "паспорт 0518 204477",
                             "смотрел на encar.com и drom.ru",
                             "report.pdf и IMG_2024.jpg",
                             "у хозяина собака",
                             "красная точка на датчике",
                             "есть ватсап?",
                             "телега ещё нас переживёт",
                             "6 мест @ 3 ряда",
                             "до конца. Начну завтра",
                             "ошибка P0741 и U0155",
                             "номер детали 8914702331",
                             "Honda Vezel RU3",
                             "итого: 1 204 700 + 318 550 + 20 000 = 1 543 250",
                             "код 8703.32.90.99",
                             "ЛКП 95-110-130-90",
                             "8 миллиардов 912 миллионов вон",
                             "auto.ru/cars хуже чем дром",
                             "the signal is weak in the tunnel",
                             "собака Бобик в инстаграме смешная",
                             "канал в телеге заблокирован",
                             "буквы на крышке: 3 и 5 стёрлись, инсту не веду",
                             "на авито моя за 1276000 висит",
                             "www не открывается",
                             ""})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TestContactFilter::leaves()
{
    QFETCH(QString, text);
    const Verdict verdict = inspect({text, {}, {}});
    QVERIFY2(!verdict.found(), qPrintable(verdict.masked));
    QCOMPARE(verdict.masked, text);
    QCOMPARE(verdict.contactAttempts, 0);
}

void TestContactFilter::joinsMessages()
{
    const auto say = [](const char *text, std::vector<QString> recent) {
        return inspect({QString::fromUtf8(text), std::move(recent), {}});
    };
    const QString one = QStringLiteral("8912");
    const QString two = QStringLiteral("345");
    QVERIFY(!say("345", {one}).found());
    const Verdict last = say("6789", {one, two});
    QCOMPARE(last.spans.size(), size_t(1));
    QCOMPARE(last.spans.front().reason, Reason::SplitMessages);
    QVERIFY(say("6789", {one, QStringLiteral("машина целая"), two}).found());
    // Prices that happen to stand one after another are no phone.
    QVERIFY(!say("1 590 последнее", {QStringLiteral("1 640"), QStringLiteral("1 550")}).found());
    QVERIFY(!say("буду в 9", {QStringLiteral("1120 км проехал"), QStringLiteral("осталось 643")}).found());
    // Numbered messages are no dictation, in order or nearly so; digits in any order are.
    for (const QString &word :
         {QStringLiteral("слово %1"), QStringLiteral("фото %1"), QStringLiteral("message %1"), QStringLiteral("%1")}) {
        for (const std::vector<int> &order :
             {std::vector<int>{}, std::vector<int>{9, 8, 11, 7, 10, 13, 12, 15, 14, 16, 18, 17}}) {
            std::vector<QString> recent;
            for (int i = 0; i < 200; ++i) {
                const int n = order.empty() ? i : i / int(order.size()) * int(order.size()) + order[size_t(i) % order.size()];
                const QString text = word.arg(n);
                QVERIFY2(!inspect({text, recent, {}}).found(), qPrintable(text));
                recent.push_back(text);
                if (recent.size() > 12)
                    recent.erase(recent.begin());
            }
        }
    }
    // What numbers the messages is no digit; all that the last one says belongs together is.
    QVERIFY(say("3) 6789", {QStringLiteral("1) 8912"), QStringLiteral("2) 345")}).found());
    QVERIFY(!say("3) 655", {QStringLiteral("1) 640"), QStringLiteral("2) 712")}).found());
    QVERIFY(say("6789р, сложи в один ряд", {QStringLiteral("8912р"), QStringLiteral("345р")}).found());
    QVERIFY(!say("6789р", {QStringLiteral("8912р"), QStringLiteral("345р")}).found());
    // Expenses and distances make a foreign number by chance only.
    QVERIFY(!say("2900", {QStringLiteral("350"), QStringLiteral("420")}).found());
    QVERIFY(!say("потом 1120", {QStringLiteral("километров 643"), QStringLiteral("потом 760")}).found());
    QVERIFY(!say("1655 третий", {QStringLiteral("8914"), QStringLiteral("это лот"), QStringLiteral("7702 второй лот")}).found());
    // Names and hosts in pieces.
    QVERIFY(say("rhd", {QStringLiteral("инста"), QStringLiteral("dubai")}).found());
    QVERIFY(!say("civic", {QStringLiteral("инста не нужна"), QStringLiteral("фото тут")}).found());
    QVERIFY(say("osaka", {QStringLiteral("собачка")}).found());
    QVERIFY(!say("лает", {QStringLiteral("собачка")}).found());
    QVERIFY(say(".рф", {QStringLiteral("заходи на машиныотто")}).found());
    QVERIFY(say("at osaka-osmotr", {QStringLiteral("email is claims")}).found());
    QVERIFY(!say("at customs all fine", {QStringLiteral("email from them")}).found());
    QVERIFY(say("6", {QStringLiteral("8"), QStringLiteral("9"), QStringLiteral("1"), QStringLiteral("4"), QStringLiteral("6"),
                      QStringLiteral("5"), QStringLiteral("5")})
                .found());
    QVERIFY(mayBePartOfContact(u"345"));
    QVERIFY(!mayBePartOfContact(QStringLiteral("добрый день, машина ещё продаётся")));
}

void TestContactFilter::identifiersAreNoContacts()
{
    for (int i = 0; i < 3000; ++i) {
        const QByteArray hash = QCryptographicHash::hash(QByteArray::number(i), QCryptographicHash::Md5).toHex();
        QByteArray uuid = hash;
        for (const int dash : {20, 16, 12, 8})
            uuid.insert(dash, '-');
        static const QRegularExpression kTenDigits(QStringLiteral("[0-9]{10}"));
        if (kTenDigits.match(QString::fromLatin1(hash)).hasMatch())
            continue;
        const QStringList texts{QString::fromLatin1(uuid), QStringLiteral("msg %1").arg(QString::fromLatin1(uuid)),
                                QStringLiteral("hello %1 %2").arg(i).arg(QString::fromLatin1(hash))};
        for (const QString &text : texts)
            QVERIFY2(!inspect({text, {}, {}}).found(), qPrintable(text));
    }
    QVERIFY(inspect({QStringLiteral("+7 914 655-20-47 8b414c76-c830-4823-b32a-30e0c9c2e3b3"), {}, {}}).found());
}

void TestContactFilter::openConversationHidesNothing()
{
    Input input{QStringLiteral("+79123456789"), {}, {}};
    input.policy.enabled = false;
    QVERIFY(!inspect(input).found());
    QCOMPARE(inspect(input).masked, input.text);
}

void TestContactFilter::countsDisguisedDouble()
{
    QCOMPARE(inspect({QStringLiteral("+79123456789"), {}, {}}).contactAttempts, 1);
    const Verdict disguised = inspect({QStringLiteral("ivan собака яндекс точка ру"), {}, {}});
    QVERIFY(disguised.obfuscated);
    QCOMPARE(disguised.contactAttempts, 2);
    const Verdict both = inspect({QStringLiteral("+79123456789 и @ivan_cars"), {}, {}});
    QCOMPARE(both.kinds, (std::vector<Kind>{Kind::Phone, Kind::Telegram}));
}

void TestContactFilter::codePoints()
{
    const QString text = QStringLiteral("🚗🚗 +79123456789");
    const Verdict verdict = inspect({text, {}, {}});
    QCOMPARE(verdict.spans.front().start, 5);
    const auto points = toCodePoints(text, verdict.spans);
    QCOMPARE(points.front().first, 3);
    QCOMPARE(points.front().second, 15);
}

void TestContactFilter::propertiesOfAnyText()
{
    // Pieces of contacts, of innocent text and of nonsense, put together at random.
    const QStringList pieces = {QStringLiteral("8"),
                                QStringLiteral("912"),
                                QStringLiteral("345-67"),
                                QStringLiteral("89"),
                                QStringLiteral("+7"),
                                QStringLiteral("тг"),
                                QStringLiteral(":"),
                                QStringLiteral("ivan_cars"),
                                QStringLiteral("@"),
                                QStringLiteral("."),
                                QStringLiteral("ru"),
                                QStringLiteral("t.me/"),
                                QStringLiteral("собака"),
                                QStringLiteral("точка"),
                                QStringLiteral("ком"),
                                QStringLiteral("девятьсот"),
                                QStringLiteral("семь"),
                                QStringLiteral("\n"),
                                QStringLiteral(" "),
                                QStringLiteral(" "),
                                QStringLiteral("🚗"),
                                QStringLiteral("𝟖"),
                                QStringLiteral("⑨"),
                                QString(QChar(0xd800)),
                                QString(QChar(0x200b)),
                                QStringLiteral("руб"),
                                QStringLiteral("лот"),
                                QStringLiteral("("),
                                QStringLiteral(")"),
                                QStringLiteral("-"),
                                QStringLiteral("/"),
                                QStringLiteral("звоните"),
                                QStringLiteral("•••"),
                                QStringLiteral("xn--p1ai"),
                                QStringLiteral("_"),
                                QStringLiteral("два"),
                                QStringLiteral("раза по"),
                                QStringLiteral("тме"),
                                QStringLiteral("слеш"),
                                QStringLiteral("&#64;"),
                                QStringLiteral("%40"),
                                QStringLiteral("(семь)"),
                                QStringLiteral("миллиардов"),
                                QStringLiteral("т/г"),
                                QStringLiteral("v a d i m"),
                                QStringLiteral("icq"),
                                QStringLiteral("*(!$^%%@)$&"),
                                QStringLiteral("по буквам"),
                                QStringLiteral("б"),
                                QStringLiteral("как Борис"),
                                QStringLiteral("echo"),
                                QStringLiteral("загугли"),
                                QStringLiteral("осмотр"),
                                QStringLiteral("латиницей"),
                                QStringLiteral("собери"),
                                QStringLiteral("первая"),
                                QStringLiteral("мой ник"),
                                QStringLiteral("(1000-88)"),
                                QStringLiteral("авито я"),
                                QStringLiteral("первые буквы"),
                                QStringLiteral("это мой тг"),
                                QStringLiteral("каждую цифру уменьши"),
                                QStringLiteral("хути"),
                                QStringLiteral("i*v*a*n*k"),
                                QStringLiteral("{a}"),
                                QStringLiteral("буквы"),
                                QStringLiteral("www"),
                                QStringLiteral("&commat;"),
                                QStringLiteral("подчёркивание"),
                                QString(QChar(0x202e)),
                                QStringLiteral("авито моё"),
                                QStringLiteral("первая, шестая, десятая"),
                                QStringLiteral("после собаки"),
                                QStringLiteral("bk.ru"),
                                QStringLiteral("вооосемь"),
                                QStringLiteral("SSS как цифры"),
                                QStringLiteral("не в навигатор"),
                                QStringLiteral("dial it")};
    QRandomGenerator random(20261123);
    int found = 0;
    for (int round = 0; round < 6'000; ++round) {
        QString text;
        const int count = random.bounded(1, 22);
        for (int i = 0; i < count; ++i)
            text += pieces.at(random.bounded(pieces.size())) + (random.bounded(2) ? QStringLiteral(" ") : QString());
        const Verdict verdict = inspect({text, {}, {}});
        qsizetype end = 0;
        for (const Span &span : verdict.spans) {
            QVERIFY2(span.start >= end && span.start < span.end && span.end <= text.size(), qPrintable(text));
            QVERIFY(!(text.at(span.start).isLowSurrogate() && span.start > 0 && text.at(span.start - 1).isHighSurrogate()));
            QVERIFY(!(span.end < text.size() && text.at(span.end).isLowSurrogate() && text.at(span.end - 1).isHighSurrogate()));
            end = span.end;
        }
        found += verdict.found() ? 1 : 0;
        const Verdict again = inspect({verdict.masked, {}, {}});
        QVERIFY2(!again.found(), qPrintable(QStringLiteral("%1\n-> %2\n-> %3").arg(text, verdict.masked, again.masked)));
    }
    QVERIFY(found > 1'000);
}

void TestContactFilter::timeGrowsWithLength()
{
    for (const QString &piece : {QStringLiteral("1 "),
                                 QStringLiteral("a."),
                                 QStringLiteral("@a"),
                                 QStringLiteral("тг "),
                                 QStringLiteral("семь "),
                                 QStringLiteral("a b "),
                                 QStringLiteral("точка "),
                                 QStringLiteral("1x"),
                                 QStringLiteral("тг б как Борис "),
                                 QStringLiteral("загугли осмотр "),
                                 QStringLiteral("первая 12 "),
                                 QStringLiteral("(9-1) "),
                                 QStringLiteral("тг осмотр латиницей "),
                                 QStringLiteral("ivan это мой тг "),
                                 QStringLiteral("i*v*a*n*r "),
                                 QStringLiteral("тг первые буквы: Ась "),
                                 QStringLiteral("каждую цифру прибавь 9 "),
                                 QStringLiteral("буквы тг 1 2 "),
                                 QStringLiteral("a подчёркивание тг "),
                                 QStringLiteral("до собаки a "),
                                 QStringLiteral("SSS 1 буквы как цифры "),
                                 QStringLiteral("не в навигатор 1 звони "),
                                 QStringLiteral("www a ru ")}) {
        const auto measure = [&piece](int count) {
            const QString text = piece.repeated(count);
            // Processor time of this thread: what else the machine does must not decide.
            const auto now = [] {
                timespec spent{};
                clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent);
                return qint64(spent.tv_sec) * 1'000'000'000 + spent.tv_nsec;
            };
            const qint64 begun = now();
            inspect({text, {}, {}});
            return now() - begun;
        };
        measure(100);
        qint64 small = measure(300);
        qint64 large = measure(2'400);
        for (int i = 0; i < 3; ++i) {
            small = std::min(small, measure(300));
            large = std::min(large, measure(2'400));
        }
        // Eight times the text: quadratic time would be sixty-four times as long.
        QVERIFY2(large < small * 45, qPrintable(QStringLiteral("%1: %2 -> %3 ns").arg(piece).arg(small).arg(large)));
    }
}

QTEST_GUILESS_MAIN(TestContactFilter)
#include "tst_contact_filter.moc"
