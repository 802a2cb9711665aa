#include "shared/domain/contact_filter/lexicon.h"

#include <QSet>
#include <QString>
#include <QStringList>

namespace cargo::contact_filter {

namespace {
using Words = QSet<QString>;

Words words(const char *text)
{
    const QStringList list = QString::fromUtf8(text).split(u' ', Qt::SkipEmptyParts);
    return Words(list.begin(), list.end());
}

bool has(const Words &set, QStringView word) { return set.contains(word.toString()); }

bool startsWithAny(QStringView word, const QStringList &stems)
{
    for (const QString &stem : stems) {
        if (word.startsWith(stem))
            return true;
    }
    return false;
}

QStringList stems(const char *text) { return QString::fromUtf8(text).split(u' ', Qt::SkipEmptyParts); }
} // namespace

bool isUnit(QStringView word)
{
    static const Words kUnits = words(
        "км km р руб рублей рубля rub rur usd eur jpy krw cny долларов баксов евро вон йен иен юаней won yen yuan тыс тысяч "
        "тысячи тысяча к k т млн миллион миллиона миллионов mln лс л см мм кг kg cc мин час часа часов дней дня день лет год "
        "года hp kw квт процентов миль miles mi vnd aed дирхам дирхамов х x");
    return has(kUnits, word);
}

bool isDocument(QStringView word)
{
    static const QStringList kStems =
        stems("vin вин лот lot кузов шасси chassis рам двигат двс мотор детал артик запчаст заказ заявк order request договор "
              "контейн паспорт инн снилс птс стс эптс деклар гтд тамож счет invoice инвойс накладн трек код code партн oem "
              "серийн engine part коносам полис осаго номере");
    return startsWithAny(word, kStems);
}

bool isDialHint(QStringView word)
{
    static const QStringList kStems =
        stems("звон позвон перезвон созвон набер наберит набир телеф тел моб сотов вацап ватсап вотсап вотсапп ватс whats wa "
              "вайбер viber звякн диктую call phone dial mobile whatsapp whatsap");
    static const Words kWhole = words("трубка ring text тлф симка");
    return has(kWhole, word) || startsWithAny(word, kStems);
}

bool isNumberHint(QStringView word)
{
    static const Words kWords = words("номер номеру номером number");
    return has(kWords, word);
}

bool isReversedHint(QStringView word)
{
    static const Words kWords = words("наоборот конца задом reverse backwards перевернут перевернутый");
    return has(kWords, word);
}

Network networkOf(QStringView word)
{
    static const Words kTelegram = words("тг tg телеграм телеграмм телеграме телеграмме телеграмыч телега телегу телеге "
                                         "телеграмчик telegram тележка тележку телеграму");
    static const Words kOther = words(
        "вк vk вконтакте вкшечке вкшка инста инсту инсте инстаграм instagram insta ig дискорд discord скайп skype вичат "
        "wechat какао какаоток kakao kakaotalk line лайн сигнал signal фейсбук facebook fb мах max ютуб youtube одноклассники");
    static const Words kPlace = words("ник nick nickname логин юзер username юзернейм везде айди id ищи зарегистрирован "
                                      "дроме авито auto аккаунт имя");
    if (has(kTelegram, word))
        return Network::Telegram;
    if (has(kOther, word))
        return Network::Other;
    return has(kPlace, word) ? Network::Place : Network::None;
}

bool isTopDomain(QStringView label)
{
    static const Words kTop = words(
        "ru рф su com net org info biz me io kz by ua uz ge am kg de jp kr cn us uk eu fr it pl lt lv ee cz fi tv cc to gg ly "
        "ai app dev pro site online shop store link xyz club top space website live ru net fun page tel im chat bio tech "
        "москва рус xn--p1ai");
    return has(kTop, label) || label.startsWith(u"xn--");
}

bool isSpokenTopDomain(QStringView label)
{
    static const Words kTop = words("ру ком рф ме нет орг инфо ru com net me org");
    return has(kTop, label);
}

bool isPublicSite(QStringView host)
{
    static const Words kSites =
        words("encar.com mobile.de autoscout24.com autoscout24.de autoscout24.ru copart.com iaai.com goo-net.com carsensor.net "
              "che168.com dongchedi.com drom.ru auto.drom.ru avito.ru auto.ru autoteka.ru гибдд.рф customs.gov.ru alta.ru cbr.ru "
              "gosuslugi.ru госуслуги.рф kbchachacha.com guazi.com autohome.com.cn beforward.jp sbtjapan.com manheim.com "
              "ussnet.co.jp nhtsa.gov youla.ru wikipedia.org fedresurs.ru reestr-zalogov.ru nomerogram.ru");
    return has(kSites, host.startsWith(u"www.") ? host.sliced(4) : host);
}

Network networkOfHost(QStringView host)
{
    static const Words kTelegram = words("t.me tg.me telegram.me telegram.org telegram.dog тг.ме");
    static const Words kWhatsapp = words("wa.me whatsapp.com api.whatsapp.com chat.whatsapp.com");
    static const Words kViber = words("viber.com viber.me invite.viber.com");
    static const Words kOther = words("vk.com vk.ru vk.me вк.ком instagram.com max.ru ok.ru facebook.com fb.com fb.me m.me "
                                      "discord.gg discord.com signal.me line.me youtube.com youtu.be skype.com tiktok.com");
    const QStringView bare = host.startsWith(u"www.") ? host.sliced(4) : host;
    if (has(kTelegram, bare))
        return Network::Telegram;
    if (has(kWhatsapp, bare))
        return Network::Whatsapp;
    if (has(kViber, bare))
        return Network::Viber;
    return has(kOther, bare) ? Network::Other : Network::None;
}

char16_t spokenSign(QStringView word)
{
    static const Words kDot = words("точка тчк dot tochka");
    static const Words kAt = words("собака собачка собакен эт at sobaka гав");
    static const Words kSlash = words("слеш слэш slash слэшик");
    static const Words kDash = words("тире дефис dash hyphen");
    static const Words kUnderscore = words("подчеркивание подчеркиванье underscore андерскор");
    if (has(kDot, word))
        return u'.';
    if (has(kAt, word))
        return u'@';
    if (has(kSlash, word))
        return u'/';
    if (has(kDash, word))
        return u'-';
    return has(kUnderscore, word) ? u'_' : u'\0';
}

} // namespace cargo::contact_filter
