#include "shared/domain/contact_filter/lexicon_builder.h"

#include <array>
#include <algorithm>

namespace cargo::contact_filter {

// Messengers and networks by every name that people call them. A name of a network alone is no contact.
void addNetworks(LexiconBuilder &lexicon)
{
    lexicon.addNetwork(
        Network::Telegram, 0,
        u"телеграм* телеграмм* телегрм телеграф_канал телег* телегр* тг тгшка тгшке тгшку тгш* тэгэ тгк тг-канал "
        u"тележка_чат telegram* telega telege telegu tg tgram tlg tlgrm тлг тлгрм телеграмчик* телеграмыч* тележк* "
        u"телеграхм телиграм* тилиграм* тэлеграм* тгш телейграм* telegramm* telegramchik teleg ntktuhfv* ntktuf ntktue ntktut");
    // A cart, an ancient car; stupid carts have no names after them.
    lexicon.addNetwork(Network::Telegram, kDoubtful,
                       u"самолетик* дурова дурову дурове телега телегу телеге телеги телегой тележка тележку тележке telegraph");
    lexicon.addNetwork(
        Network::Whatsapp, 0,
        u"ватсап* ватцап* вацап* вотсап* вотсапп* вотцап* ватсапп* вотсап уотсап* уотсапп* ватс ватса вотс воцап* васап* васапп* "
        u"whatsapp* whatsup whatsap* watsap* watsapp* vatsap* vatsapp* wotsap* wapp вап вапп ваппу ватап* вацан вацапчик* "
        u"вотсаб* "
        u"ватсаб* ваца вацу вацке вацка вацик* wsapp wa ватсапчик* wats waцап vacap* whats-app whatsapper dfncfg* djncfg* dfwfg* "
        u"воцапп* вассап* вацапп*");
    lexicon.addNetwork(Network::Viber, 0, u"вайбер* вибер* viber* vaiber vayber vajber вайб вайбир* вайпер* вайберок вибир*");
    lexicon.addNetwork(
        Network::Vk, 0,
        u"вк вконтакт* вкшк* вкшеч* vk vkontakt* вконтач* контактик* вкашк* вкашечк* вэка вэкашк* вконтактик* вкантакт* вкашке");
    lexicon.addNetwork(Network::Vk, kDoubtful, u"контакте контакт контактах");
    lexicon.addNetwork(Network::Instagram, 0,
                       u"инстаграм* инстаграмм* инста инсте инсту инсты инстой инстуха инстик* instagram* insta ig инст "
                       u"инсташк* инстач* инстаграмчик* inst bycnf bycnfuhfv запрещеннограм* insta-gram");
    lexicon.addNetwork(
        Network::Other, 0,
        u"дискорд* дискор дс discord* скайп* skype* вичат* вичате wechat* weixin вейчат* вейсинь вишин какао-ток какаоток* какао "
        u"kakao* kakaotalk* каккао* фейсбук* facebook* фб fb фейс messenger_fb мессенджер_фб ютуб* ютюб* youtube* ютубчик* "
        u"тикток* "
        u"tiktok* тик-ток одноклассник* одноклаcсник* одноклашк* одноклассники icq айсикью аська асьу асю аське асе zalo зало "
        u"имо imo qq куку line-id лайне снапчат* snapchat* snap снап твиттер* twitter* тредс* threads линкедин* linkedin* "
        u"джаббер* jabber "
        u"zoom_id матрикс element threema тримa слак slack пинтерест twitch твич* рутуб* rutube botim ботим знакомств* "
        u"maxmessenger "
        u"сигнале сигналом сигналу максе максом_мессенджере лайн лайнe лайном вайбо weibo naver_id линии_id teams скайпик* bip "
        u"tamtam тамтам "
        u"такси_чат viber_other дзен dzen yappy яппи имо-мессенджер wickr session simplex delta");
    lexicon.addNetwork(Network::Other, kDoubtful,
                       u"макс максу max сигнал signal line ok ок одноглазник* окей_ру element session x threads дс element");
    lexicon.add(kNetwork | kPlace,
                u"авито avito дром дроме дрома дрому drom автору autoru авту юла юле юлу youla юлы авитоск* авито-профил* "
                u"авите дромик* фарпост* farpost авто.ру");
    lexicon.add(
        kProvider,
        u"яндекс яндекса яндексе yandex ya гмайл* гмэйл* гмейл* gmail джимейл* джимэйл* джимайл* гугл-почт* майл*2 мэйл*2 мейл*2 "
        u"жмейл* mail "
        u"майлру мейлру mailru "
        u"рамблер* rambler inbox инбокс bk бк list лист outlook аутлук* аутлук hotmail хотмейл хотмайл icloud айклауд* "
        u"proton protonmail протон* gmx yahoo яху yahu ukr укрнет naver daum даум нейвер foxmail qqmail 163 126 web t-online tut "
        u"тут internet gmeil jimail dzhimeil djimail yandeks yandexе ymail zoho live лайв ro");
    lexicon.add(kMailbox, u"почта почту почте почты почтой почтовый почтa мыло мыла мыльце мылу мыле имейл* емейл* емайл* имэйл* "
                          u"e-mail email emails mail майл мейл "
                          u"мэйл ящик ящике ящика мыльник* электронк* имеил* мейлом мылом mailbox мылко электронная электронке "
                          u"мыльный имайл* домен домене email: pochta mylo");
    lexicon.add(
        kNotMail,
        u"диск диска диске такси карты картах карте маркет* навигатор* погод* музык* пэй pay еда еду доставк* облак* drive forms "
        u"form maps cloud заправк* станци* алис* переводчик* касс* плюс");
}

namespace {
template <size_t N>
bool contains(const std::array<std::u16string_view, N> &list, std::u16string_view host)
{
    if (host.starts_with(u"www."))
        host.remove_prefix(4);
    if (host.starts_with(u"m.") && host.size() > 6)
        host.remove_prefix(2);
    return std::find(list.begin(), list.end(), host) != list.end();
}
} // namespace

Network networkOfHost(std::u16string_view host)
{
    if (host.size() < 4 || host.size() > 24)
        return Network::None;
    static constexpr auto kTelegram = std::to_array<std::u16string_view>({u"t.me",
                                                                          u"tg.me",
                                                                          u"telegram.me",
                                                                          u"telegram.org",
                                                                          u"telegram.dog",
                                                                          u"тг.ме",
                                                                          u"т.ме",
                                                                          u"telegram.im",
                                                                          u"tlgg.ru",
                                                                          u"tele.click",
                                                                          u"teleg.one",
                                                                          u"tgo.li",
                                                                          u"web.telegram.org",
                                                                          u"tglink.ru",
                                                                          u"tgstat.ru",
                                                                          u"tgclick.com",
                                                                          u"tg.link",
                                                                          u"тг.ми",
                                                                          u"т.ми",
                                                                          u"телеграм.ме",
                                                                          u"телеграмм.ме",
                                                                          u"телега.ме",
                                                                          u"телега.ми",
                                                                          u"tt.me",
                                                                          u"tgtg.su",
                                                                          u"tele.gg",
                                                                          u"tx.me"});
    static constexpr auto kWhatsapp =
        std::to_array<std::u16string_view>({u"wa.me", u"whatsapp.com", u"api.whatsapp.com", u"chat.whatsapp.com",
                                            u"web.whatsapp.com", u"wa.link", u"ва.ме", u"wa.clck.bar", u"wapp.click"});
    static constexpr auto kViber = std::to_array<std::u16string_view>(
        {u"viber.com", u"viber.me", u"invite.viber.com", u"vb.me", u"viber.click", u"chats.viber.com"});
    static constexpr auto kVk = std::to_array<std::u16string_view>(
        {u"vk.com", u"vk.ru", u"vk.me", u"вк.ком", u"vkontakte.ru", u"vk.cc", u"вк.ру", u"vk.link", u"вк.ме"});
    static constexpr auto kInstagram =
        std::to_array<std::u16string_view>({u"instagram.com", u"instagr.am", u"ig.me", u"инстаграм.ком", u"инста.ком"});
    static constexpr auto kOther = std::to_array<std::u16string_view>(
        {u"max.ru",         u"ok.ru",        u"ок.ру",         u"макс.ру",          u"facebook.com", u"fb.com",
         u"fb.me",          u"m.me",         u"fb.watch",      u"discord.gg",       u"discord.com",  u"discordapp.com",
         u"signal.me",      u"signal.group", u"line.me",       u"youtube.com",      u"youtu.be",     u"skype.com",
         u"join.skype.com", u"tiktok.com",   u"vt.tiktok.com", u"zalo.me",          u"u.wechat.com", u"weixin.qq.com",
         u"open.kakao.com", u"pf.kakao.com", u"kakao.com",     u"odnoklassniki.ru", u"twitter.com",  u"x.com",
         u"threads.net",    u"linkedin.com", u"imo.im",        u"call.imo.im",      u"rutube.ru",    u"dzen.ru",
         u"snapchat.com",   u"qm.qq.com",    u"qq.com",        u"lin.ee",           u"web.max.ru",   u"max.me",
         u"twitch.tv",      u"linktr.ee",    u"taplink.cc",    u"botim.me",         u"icq.com",      u"icq.im",
         u"teletype.in",    u"threema.id",   u"tamtam.chat",   u"skype.me"});
    if (contains(kTelegram, host))
        return Network::Telegram;
    if (contains(kWhatsapp, host))
        return Network::Whatsapp;
    if (contains(kViber, host))
        return Network::Viber;
    if (contains(kVk, host))
        return Network::Vk;
    if (contains(kInstagram, host))
        return Network::Instagram;
    return contains(kOther, host) ? Network::Other : Network::None;
}

bool isNetworkHost(std::u16string_view host) { return networkOfHost(host) != Network::None; }

bool isPublicSite(std::u16string_view host)
{
    static constexpr auto kSites = std::to_array<std::u16string_view>(
        {u"encar.com", u"fem.encar.com", u"mobile.de", u"autoscout24.com", u"autoscout24.de", u"autoscout24.ru", u"copart.com",
         u"iaai.com", u"goo-net.com", u"goonet.com", u"carsensor.net", u"che168.com", u"dongchedi.com", u"drom.ru",
         u"auto.drom.ru", u"avito.ru", u"auto.ru", u"autoteka.ru", u"kbchachacha.com", u"kcar.com", u"guazi.com",
         u"autohome.com.cn", u"autohome.com", u"beforward.jp", u"sbtjapan.com", u"manheim.com", u"ussnet.co.jp", u"youla.ru",
         u"youla.io", u"wikipedia.org", u"ru.wikipedia.org", u"fedresurs.ru", u"nomerogram.ru", u"cars.com", u"cargurus.com",
         u"autotrader.com", u"autotrader.co.uk", u"edmunds.com", u"carfax.com", u"carvertical.com", u"kolesa.kz", u"av.by",
         u"abw.by", u"mashina.kg", u"myauto.ge", u"turbo.az", u"auto.am", u"autoplius.lt", u"otomoto.pl", u"dubicars.com",
         u"dubizzle.com", u"aucnet.jp", u"japantransit.ru", u"polk.com", u"drive2.ru", u"drive2.com", u"farpost.ru", u"exist.ru",
         u"emex.ru", u"autodoc.ru", u"amayama.com", u"partsouq.com", u"ilcats.ru", u"google.com", u"yandex.ru", u"ya.ru",
         u"mail.ru", u"gmail.com", u"2gis.ru", u"banki.ru", u"sberbank.ru", u"tinkoff.ru", u"tbank.ru", u"auto1.com", u"auto.de",
         u"carview.co.jp", u"дром.ру", u"авито.ру", u"авто.ру", u"marinetraffic.com", u"vesselfinder.com", u"track-trace.com",
         u"fesco.ru", u"fesco.com", u"pochta.ru", u"cdek.ru", u"cian.ru", u"ozon.ru", u"wildberries.ru", u"aliexpress.com",
         u"aliexpress.ru", u"carused.jp", u"tcv.com", u"tc-v.com", u"bidfax.info", u"poctra.com", u"bidcars.com", u"bid.cars",
         u"autobidmaster.com", u"iaa.com", u"adesa.com", u"autohub.co.kr", u"glovis.net",
         // quoted in collections of texts
         u"microsoft.com", u"sysadminday.ru"});
    return contains(kSites, host) || isOffice(host);
}

bool isOffice(std::u16string_view host)
{
    static constexpr auto kOffices = std::to_array<std::u16string_view>({u"гибдд.рф",
                                                                         u"customs.gov.ru",
                                                                         u"customs.ru",
                                                                         u"alta.ru",
                                                                         u"cbr.ru",
                                                                         u"gosuslugi.ru",
                                                                         u"госуслуги.рф",
                                                                         u"госуслуги.ру",
                                                                         u"nalog.ru",
                                                                         u"nalog.gov.ru",
                                                                         u"mvd.ru",
                                                                         u"мвд.рф",
                                                                         u"nhtsa.gov",
                                                                         u"vpic.nhtsa.dot.gov",
                                                                         u"reestr-zalogov.ru",
                                                                         u"consultant.ru",
                                                                         u"garant.ru",
                                                                         u"gov.ru",
                                                                         u"kremlin.ru",
                                                                         u"fssp.gov.ru",
                                                                         u"fssp.ru",
                                                                         u"minpromtorg.gov.ru",
                                                                         u"eec.eaeunion.org",
                                                                         u"elpts.ru",
                                                                         u"nsis.ru",
                                                                         u"rst.gov.ru",
                                                                         u"fgis.gost.ru",
                                                                         u"tks.ru",
                                                                         u"autoteka.ru",
                                                                         u"drivetest.ru",
                                                                         u"gibdd.ru",
                                                                         u"xn--90adear.xn--p1ai",
                                                                         u"egov.kz",
                                                                         u"gtk.gov.by",
                                                                         u"keden.kz",
                                                                         u"kgd.gov.kz",
                                                                         u"mos.ru",
                                                                         u"pub.fsa.gov.ru",
                                                                         u"fsa.gov.ru",
                                                                         u"ved.gov.ru"});
    return contains(kOffices, host) || host.ends_with(u".gov.ru") || host.ends_with(u".gov");
}

} // namespace cargo::contact_filter
