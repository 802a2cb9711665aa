// What talks of paying outside of CarGo, and what only sounds like it.
#include "shared/domain/payment_talk.h"

#include <QElapsedTimer>
#include <QTest>

using namespace cargo;

class TestPaymentTalk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void talksOfPaying_data();
    void talksOfPaying();
    void anyTextIsReadInOneGo();
};

void TestPaymentTalk::talksOfPaying_data()
{
    QTest::addColumn<bool>("elsewhere");
    const auto row = [](bool elsewhere, const char *text) { QTest::newRow(text) << elsewhere; };
    row(true, "Переведите задаток мне на карту");
    row(true, "Скиньте 50 тысяч на сбер по номеру телефона");
    row(true, "Можно перевод на карту Тинькофф?");
    row(true, "Оплата по номеру телефона через СБП");
    row(true, "Скинь на карту, так быстрее");
    row(true, "Переведите мне половину сейчас");
    row(true, "Давайте без платформы, отдадите деньги мне лично");
    row(true, "Оплатим напрямую, мимо сервиса, сэкономим комиссию");
    row(true, "Нужна предоплата наличными");
    row(true, "Предоплату мне на карту, остальное при встрече");
    row(true, "Наличными вперёд, и я выезжаю");
    row(true, "Заплатите наличными заранее");
    row(true, "Принимаю USDT, скину кошелёк для перевода");
    row(true, "Оплата криптой, отправьте на кошелек");
    row(true, "Задаток 100 000 переводом, и машина ваша");
    row(true, "Вот реквизиты карты для перевода");
    row(true, "В обход CarGo дешевле: деньги на карту жены");
    row(true, "Аванс на карту Сбербанка, пожалуйста");
    row(true, "ПЕРЕВЕДИТЕ НА КАРТУ!!!");
    row(true, "Машина отличная. Закиньте залог на мою карту. Завтра выезжаю.");
    row(true, "Please transfer the deposit to my card");
    row(true, "Send half of the money to my account");
    row(true, "You can pay me in cash upfront");
    row(true, "Cash in advance and I start tomorrow");
    row(true, "Let's do it without the platform, pay me directly");
    row(true, "I take bitcoin, send the money to my wallet");
    row(true, "Pay outside of CarGo, we save the fee");
    row(true, "A wire transfer to my bank account is faster");
    row(true, "Отправьте деньги мне, а я уже выезжаю");
    row(true, "Use PayPal or Zelle for the payment");
    row(true, "prepayment by card transfer, the rest later");

    row(false, "Какая окончательная цена?");
    row(false, "Оплата только через CarGo, деньги держит банк");
    row(false, "Деньги не переводите никому на карту, платите только здесь");
    row(false, "Я не возьму предоплату на карту");
    row(false, "Никогда не переводите деньги мимо платформы");
    row(false, "Таможенную пошлину вы платите сами, наличными или картой");
    row(false, "Утильсбор оплачивается отдельно переводом на счёт таможни");
    row(false, "Пришлите фото карты пробега и сервисной книжки");
    row(false, "Отправьте номер кузова, пожалуйста");
    row(false, "На картинке видно скол на капоте");
    row(false, "Перевод документов сделает переводчик");
    row(false, "Какая платформа у этой машины?");
    row(false, "Сколько было владельцев, есть ли второй комплект резины?");
    row(false, "Я оплатил, банк подтвердил");
    row(false, "Деньги уже в банке, выезжайте");
    row(false, "Сразу скажу: торг возможен");
    row(false, "Позвоните по номеру на парковке");
    row(false, "Защита картера стоит, счётчик не скручен");
    row(false, "Без аварий, без окрасов");
    row(false, "Машина без пробега по России");
    row(false, "Скиньте мне фото карты техосмотра");
    row(false, "Могу скинуть видео холодного пуска");
    row(false, "Is the price final?");
    row(false, "I paid, the bank has confirmed it");
    row(false, "Please pay only through CarGo");
    row(false, "Do not transfer money to anybody, pay here");
    row(false, "The transmission was serviced, no leaks");
    row(false, "Send me a photo of the odometer");
    row(false, "Customs duty is paid in cash at the border");
    row(false, "Never send money to my card or anybody's");
    row(false, "What is the account of its history, any accidents?");
    row(false, "Directly from Japan, without accidents");
    row(false, "");
}

void TestPaymentTalk::talksOfPaying()
{
    QFETCH(bool, elsewhere);
    QCOMPARE(talksOfPayingElsewhere(QString::fromUtf8(QTest::currentDataTag())), elsewhere);
}

// Twice as long takes about twice as long, whatever it holds: no text of a stranger keeps the app busy.
void TestPaymentTalk::anyTextIsReadInOneGo()
{
    const auto timed = [](const QString &text) {
        QElapsedTimer timer;
        timer.start();
        const bool found = talksOfPayingElsewhere(text);
        return found ? -1 : timer.nsecsElapsed();
    };
    for (const QString &piece : {QStringLiteral("а"), QStringLiteral("карта "), QStringLiteral("не переводите на карту "),
                                 QStringLiteral("\U0001F697-'")}) {
        const QString text = piece.repeated(int(200'000 / piece.size()));
        const qint64 once = timed(text), twice = timed(text + text);
        QVERIFY(once > 0 && twice > 0);
        QVERIFY2(twice < 20 * once + 50'000'000, qPrintable(QStringLiteral("%1 %2").arg(once).arg(twice)));
    }
}

QTEST_APPLESS_MAIN(TestPaymentTalk)
#include "tst_payment_talk.moc"
