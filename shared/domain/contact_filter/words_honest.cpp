#include "shared/domain/contact_filter/lexicon_builder.h"

namespace cargo::contact_filter {

// Words that say what a number is when it is not a telephone. A phone that a word of these stands before must be confirmed
// by something else; a number with a unit after it is an amount.
void addHonestWords(LexiconBuilder &lexicon)
{
    lexicon.add(
        kUnit, u"руб рубль рубля рублей рублями рублю рубчиков рублев р rub rur rubles roubles вон воны вонами won krw йен йены "
               u"иен иены yen jpy юань юаня юаней юани yuan cny rmb тенге тг kzt доллар* usd dollar dollars bucks бакс* евро eur "
               u"euro euros дирхам* aed лари gel сум сума сумов сом сомов манат* драм* тугрик* грн гривен гривны гривна uah byn "
               u"коп копеек копейки cents у.е. уе");
    lexicon.add(
        kUnit,
        u"км km kms kmh mph км/ч километр* kilometer* kilometre* mile miles mi миль мили м метр* mm мм см cm meters кг kg "
        u"тонн тонна тонны тн lbs литр* л l сс cc куб кубов кубиков см3 лс hp bhp квт kw kwh квтч сил сила силы лошадей "
        u"лошади нм nm об оборот* rpm вольт вольта volt volts v ампер* ah ач бар bar атм psi градус* процент* percent проц");
    lexicon.add(
        kUnit,
        u"год года годов году лет гв гг year years час часа часов ч hour hours hrs мин минут минуты minutes min сек секунд "
        u"секунды sec дня дней день дни сутки суток day days неделя недели недель week weeks месяц месяца месяцев мес month "
        u"months am pm утра вечера ночи дня");
    lexicon.add(kUnit, u"шт штук штуки pcs дверей мест места seats человек фото баллов балла владельца владельцев хозяев раза "
                       u"комплект* этаж* этапа позици* уе кубов кубовый тактов просмотров отзыв* балл бонус*");
    lexicon.add(kUnit | kTimes,
                u"тыс тысяч тысячи тысяча тысячу тысячей тр тыщ тыща тыщи тыр тыров косарь косаря косарей косых штука "
                u"млн мильон* миллион* млрд миллиард* лям ляма лямов лямчик* mln million millions thousand thou bn "
                u"billion mil лимон лимона лимонов кк kk grand tys tysyach tysyachi man ман");
    lexicon.add(
        kDocument,
        u"vin ref reference вин винкод вина vincode frame рама рамы шасси chassis кузов кузова кузове кузову двигател* двиг двс "
        u"мотор* engine "
        u"лот лота лоту лоты лотов лотом lot lots аукцион аукциона аукционе аукционы аукционов auction заказ заказа заказу "
        u"заказе заказом order orders заявка "
        u"заявки заявке заявку request booking букинг коносамент* bl контейнер* container деклараци* declaration dt дт гтд "
        u"тпо пто птс эптс стс птса осаго каско полис* policy паспорт* passport инн кпп огрн огрнип снилс бик iban swift "
        u"счет счета счету счете счёт account корсчет* р/с кор договор* contract инвойс* invoice накладная накладной накладную "
        u"трек track tracking отслеживани* чек чека чеку receipt платеж платежа платежу платежка платежки платежки payment карта "
        u"карте карту "
        u"карты card артикул* арт деталь детали деталей запчаст* part parts oem оем аналог* каталог* catalog catalogue фильтр* "
        u"свеч* колодк* кросс cross oe код тнвэд тн вэд hs окпо оквэд октмо укэп эцп сертификат* certificate свидетельств* "
        u"удостоверени* лицензи* протокол* акт акта реестр* эпд уин уип кбк imei имей сессии ticket тикет обращени* "
        u"талон талона квитанци* unit apt сбктс эрa гост госта tr серийн* serial sn стикер* sticker позиция позицию id_заказа "
        u"судно судна рейс "
        u"рейса рейсу voyage imo пломба пломбы пломбе seal кадастров* штрихкод* barcode модел* model код_товара товар* sku "
        u"ошибк* error dtc размер* size вылет et диск* шин* резин* tyre tyres tire tires колес* wheel wheels координат* "
        u"coordinates gps широт* долгот* ip версия версии version v прошивк* билд build маркировк* катализатор* вариатор* "
        u"турбин* аккум* акб серия серии лкп толщин* толщиномер* мкм микрон* компресси* табельн* бортов*  бп блок блока блоке "
        u"раме мосту подшипник* ступиц* сальник* прокладк* амортизатор* шрус* радиатор* генератор* стартер* "
        u"диагностик* подсвет* лампа лампы фара фары бампер* крыло стекл* артикль тн");
    lexicon.add(
        kMoney,
        u"пробег* mileage одометр* odometer odo табло цена цены цене ценой цену цен ценам ценами price prices bills прайс* "
        u"стоимост* cost сумма сумму суммы "
        u"сумме sum total итого итог бюджет* budget ставк* bid бид курс* rate пошлин* утиль* утильсбор сбор сбора "
        u"налог* duty tax фрахт* доставка доставку доставки депозит* залог* предоплат* аванс* комисси* объем* объём* "
        u"мощност* выпуск* рейтинг* оценк* торг торгуюсь отдам продам куплю возьму скину заберу забираю беру уступлю "
        u"уступаю отдаю ценник* скидк* баланс* рассрочк* кредит* "
        u"лизинг* процентн* переплат* остаток_долга");
    lexicon.add(
        kTime, u"осталось осталос проехал проехали проеду еду едем ехать пробежал прошел остается около примерно через дата даты "
               u"дату date время времени time срок срока выезд* прибыти* eta отход погрузк* выгрузк* часам часами полдень "
               u"расстояни* distance route маршрут* трасс* буду будем приеду приедем доехал доеду ночевк* перегон* заправ* "
               u"left away ахеад проезжаем проезжаю отметк*");
    lexicon.add(kMonth,
                u"янв января январь фев февраля февраль мар марта март апр апреля апрель мая май июня июнь июля июль авг августа "
                u"август сен сент сентября сентябрь окт октября октябрь ноя нояб ноября ноябрь дек декабря декабрь jan january "
                u"feb february mar march apr april may jun june jul july aug august sep sept september oct october nov "
                u"november dec december");
    lexicon.add(
        kFile,
        u"pdf jpg jpeg png doc docx xls xlsx mp4 mov heic zip rar txt csv webp gif avi mkv mp3 7z pptx ppt dwg apk exe log "
        u"json xml svg tif tiff bmp wav ogg pcap bin hex");
}

} // namespace cargo::contact_filter
