#include "shared/domain/contact_filter/fold.h"
#include "shared/domain/contact_filter/lexicon_builder.h"

#include <string>

namespace cargo::contact_filter {

namespace {
// Long names as they come out in a hurry: a letter left out, two letters exchanged, a letter doubled, an unstressed vowel as
// it sounds. Short names are not among them: one letter off they are other words.
void addMisspelled(LexiconBuilder &lexicon, Network network, std::u16string_view names)
{
    static constexpr std::u16string_view kSame[] = {u"аоя", u"еиэ", u"тд", u"пб", u"вф", u"гк", u"сц"};
    while (!names.empty()) {
        const size_t end = std::min(names.find(u' '), names.size());
        const std::u16string name(names.substr(0, end));
        names.remove_prefix(std::min(end + 1, names.size()));
        for (size_t i = 1; i < name.size(); ++i) {
            std::u16string form = name;
            form.erase(i, 1);
            lexicon.addNetwork(network, 0, form);
            form = name;
            form.insert(i, 1, name[i]);
            lexicon.addNetwork(network, 0, form);
            if (i + 1 < name.size()) {
                form = name;
                std::swap(form[i], form[i + 1]);
                lexicon.addNetwork(network, 0, form);
            }
            for (const std::u16string_view same : kSame) {
                if (same.find(name[i]) == same.npos)
                    continue;
                for (const char16_t other : same) {
                    form = name;
                    form[i] = other;
                    lexicon.addNetwork(network, 0, form + u"*2");
                }
            }
            // The last letter stays: «телеграф».
            for (char16_t other = u'а'; isCyrillicLetter(name[i]) && i + 1 < name.size() && name.size() > 7 && other <= u'я';
                 ++other) {
                form = name;
                form[i] = other;
                lexicon.addNetwork(network, 0, form);
            }
        }
    }
}
} // namespace

// Messengers and networks by every name that people call them. A name of a network alone is no contact.
void addNetworks(LexiconBuilder &lexicon)
{
    lexicon.addNetwork(
        Network::Telegram, 0,
        u"телеграм* телеграмм* телегрм телеграф_канал телег* телегр* тг тгшка тгшке тгшку тгш* тэгэ тгк тг-канал "
        u"тележка_чат telegram* telega telege telegu tg tgram tlg tlgrm тлг тлгрм телеграмчик* телеграмыч* тележк* "
        u"телеграхм teleграм teleграмм телеgram телеgrам телиграм* тилиграм* тэлеграм* тегешк* тэгэшк* тэгэшечк* тгшечк* "
        u"тегешечк* тыгы тыгыш* тгешк* тгуш* "
        u"тлеграм* тгрм тегеша тгш телейграм* "
        u"телеграша* телеграшк* telegramm* telegramchik teleg ntktuhfv* ntktuf ntktue ntktut");
    // A cart, an ancient car; stupid carts have no names after them.
    lexicon.addNetwork(Network::Telegram, kDoubtful,
                       u"самолетик* дурова дурову дурове телега телегу телеге телеги телегой тележка тележку тележке telegraph");
    lexicon.addNetwork(
        Network::Whatsapp, 0,
        u"ватсап* ватцап* вацап* вотсап* вотсапп* вотцап* ватсапп* вотсап уотсап* уотсапп* ватс ватса вотс воцап* васап* васапп* "
        u"whatsapp* whatsup whatsap* watsap* watsapp* vatsap* vatsapp* wotsap* wapp вап вапп ваппу ватап* вацан вацапчик* "
        u"вотсаб* "
        u"ватсаб* ваца вацу вацке вацка вацик* wsapp wa ватсапчик* wats waцап vacap* whats-app whatsapper dfncfg* djncfg* dfwfg* "
        u"воцапп* вассап* вацапп* вотсапч* ватсапч* вотсик* ватсик* вац воц вотц");
    lexicon.addNetwork(Network::Viber, 0, u"вайбер* вибер* viber* vaiber vayber vajber вайб вайбир* вайпер* вайберок вибир*");
    lexicon.addNetwork(Network::Vk, 0,
                       u"вк вконтакт* вкшк* вкшеч* vk vkontakt* вконтач* контач контаче контакте_вк контактик* вкашк* вкашечк* "
                       u"вэка вэкашк* вконтактик* вкантакт* вкашке");
    lexicon.addNetwork(Network::Vk, kDoubtful, u"контакте контакт контактах");
    lexicon.addNetwork(Network::Instagram, 0,
                       u"инстаграм* инстаграмм* инста инсте инсту инсты инстой инстуха инстик* instagram* insta ig инстаgram "
                       u"inстаграм инстаgрам инст "
                       u"инсташк* инстач* инстаграмчик* inst bycnf bycnfuhfv запрещеннограм* запрещенограм* нельзяграм* "
                       u"нельзяграмм* инстаг инстуш* инстуля insta-gram");
    lexicon.addNetwork(Network::Instagram, kDoubtful, u"запрещенка запрещенке запрещенку запрещенной запрещенная запрещенную");
    lexicon.addNetwork(
        Network::Other, 0,
        u"фейсе фейсик* тимспик* teamspeak* тимспике дискорд* дискор дс discord* скайп* skype* вичат* вичате wechat* weixin "
        u"вейчат* вейсинь вишин какао-ток какаоток* какао "
        u"kakao* kakaotalk* каккао* фейсбук* facebook* фб fb фейс messenger_fb мессенджер_фб ютуб* ютюб* youtube* ютубчик* "
        u"тикток* "
        u"tiktok* тик-ток одноклассник* одноклаcсник* одноклашк* одноклассники icq айсикью аська ася аси асьу асю аське асе zalo "
        u"зало "
        u"имо imo qq куку line-id лайне снапчат* snapchat* snap снап твиттер* twitter* тредс* threads линкедин* linkedin* "
        u"джаббер* jabber "
        u"zoom_id матрикс element threema тримa трима триме слак slack пинтерест twitch твич* рутуб* rutube botim ботим "
        u"знакомств* "
        u"maxmessenger "
        u"сигнале сигналом сигналу максе максом_мессенджере лайн лайнe лайном вайбо weibo naver_id линии_id teams скайпик* bip "
        u"tamtam тамтам "
        u"微信 微信号 威信 카톡 카카오톡 카카오 라인 ライン 脸书 вэйсинь вейсин скуре снэпчат* снэп вичатик* дискордик* "
        u"фейсбучк* "
        u"фэйсбук* мордокниг* мордобук* одноклассниц* дискорт* дискард* сферум* sferum вкмессенджер* "
        u"такси_чат viber_other дзен dzen yappy яппи имо-мессенджер wickr session simplex delta_chat");
    lexicon.addNetwork(
        Network::Other, kDoubtful,
        u"steam стим стиме zoom зум зуме ds мах макс максу max сигнал signal line ok ок одноглазник* окей_ру element "
        u"session x threads дс element delta");
    addMisspelled(lexicon, Network::Telegram, u"телеграм");
    addMisspelled(lexicon, Network::Whatsapp, u"ватсапп вотсапп whatsapp");
    addMisspelled(lexicon, Network::Viber, u"вайбер");
    addMisspelled(lexicon, Network::Vk, u"вконтакте");
    addMisspelled(lexicon, Network::Instagram, u"инстаграм instagram");
    addMisspelled(lexicon, Network::Other, u"фейсбук одноклассники facebook дискорд");
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
                          u"мыльный гмыло гмыла гмылом жмыло жмыла жмылом ямыло емыло имайл* домен домене email: pochta mylo");
    lexicon.add(
        kNotMail,
        u"диск диска диске такси карты картах карте маркет* навигатор* погод* музык* пэй pay еда еду доставк* облак* drive forms "
        u"form maps cloud заправк* станци* алис* переводчик* касс* плюс");
}

// Hosts whose pages are contacts, and public sources whose bare names are none. All are words of the lexicon.
void addHosts(LexiconBuilder &lexicon)
{
    lexicon.addHosts(
        Network::Telegram,
        u"t.me tee.me tg.me telegram.me telegram.org telegram.dog тг.ме т.ме telegram.im tlgg.ru tele.click teleg.one "
        u"tgo.li web.telegram.org tglink.ru tgstat.ru tgclick.com tg.link тг.ми т.ми телеграм.ме телеграмм.ме "
        u"телега.ме телега.ми tt.me tgtg.su tele.gg tx.me тэ.мэ ti.mi ti.me te.me ти.эм тэ.ме те.ме те.мэ тэ.ми "
        u"ти.ми ти.мэ т.мэ т.ем "
        u"телеграм.мэ телеграмм.ми ");
    lexicon.addHosts(
        Network::Whatsapp,
        u"wa.me whatsapp.com api.whatsapp.com chat.whatsapp.com web.whatsapp.com wa.link ва.ме ва.ми вэа.ме wa.clck.bar "
        u"wapp.click ");
    lexicon.addHosts(Network::Viber, u"viber.com viber.me invite.viber.com vb.me viber.click chats.viber.com ");
    lexicon.addHosts(Network::Vk, u"vk.com vk.ru vk.me вк.ком вэка.ком вк.комм vkontakte.ru vk.cc вк.ру vk.link вк.ме ");
    lexicon.addHosts(Network::Instagram, u"instagram.com instagr.am ig.me инстаграм.ком инста.ком ");
    lexicon.addHosts(Network::Other,
                     u"max.ru ok.ru ок.ру макс.ру facebook.com fb.com fb.me m.me fb.watch discord.gg discord.com "
                     u"discordapp.com signal.me signal.group line.me youtube.com youtu.be skype.com join.skype.com "
                     u"tiktok.com vt.tiktok.com zalo.me u.wechat.com weixin.qq.com open.kakao.com pf.kakao.com kakao.com "
                     u"odnoklassniki.ru twitter.com x.com threads.net linkedin.com imo.im call.imo.im rutube.ru dzen.ru "
                     u"snapchat.com qm.qq.com qq.com lin.ee web.max.ru max.me twitch.tv linktr.ee taplink.cc botim.me "
                     u"icq.com icq.im teletype.in threema.id tamtam.chat skype.me ");
    // People may name these; a page of them is a contact.
    lexicon.add(kPublicHost,
                u"encar.com fem.encar.com mobile.de autoscout24.com autoscout24.de autoscout24.ru copart.com iaai.com "
                u"goo-net.com goonet.com carsensor.net che168.com dongchedi.com drom.ru auto.drom.ru avito.ru auto.ru "
                u"autoteka.ru kbchachacha.com kcar.com guazi.com autohome.com.cn autohome.com beforward.jp "
                u"sbtjapan.com manheim.com ussnet.co.jp youla.ru youla.io wikipedia.org ru.wikipedia.org fedresurs.ru "
                u"nomerogram.ru cars.com cargurus.com autotrader.com autotrader.co.uk edmunds.com carfax.com "
                u"carvertical.com kolesa.kz av.by abw.by mashina.kg myauto.ge turbo.az auto.am autoplius.lt otomoto.pl "
                u"dubicars.com dubizzle.com aucnet.jp japantransit.ru polk.com drive2.ru drive2.com farpost.ru "
                u"exist.ru emex.ru autodoc.ru amayama.com partsouq.com ilcats.ru google.com yandex.ru ya.ru mail.ru "
                u"gmail.com bk.ru list.ru inbox.ru rambler.ru yandex.com outlook.com icloud.com hotmail.com 2gis.ru banki.ru "
                u"sberbank.ru tinkoff.ru tbank.ru auto1.com auto.de carview.co.jp дром.ру "
                u"авито.ру авто.ру marinetraffic.com vesselfinder.com track-trace.com fesco.ru fesco.com pochta.ru "
                u"cdek.ru cian.ru ozon.ru wildberries.ru aliexpress.com aliexpress.ru carused.jp tcv.com tc-v.com "
                u"bidfax.info poctra.com bidcars.com bid.cars autobidmaster.com iaa.com adesa.com autohub.co.kr "
                u"glovis.net microsoft.com sysadminday.ru ");
    // Public offices: nobody private has a page there.
    lexicon.add(kPublicHost | kOfficeHost,
                u"гибдд.рф customs.gov.ru customs.ru alta.ru cbr.ru gosuslugi.ru госуслуги.рф госуслуги.ру nalog.ru "
                u"nalog.gov.ru mvd.ru мвд.рф nhtsa.gov vpic.nhtsa.dot.gov reestr-zalogov.ru consultant.ru garant.ru "
                u"gov.ru kremlin.ru fssp.gov.ru fssp.ru minpromtorg.gov.ru eec.eaeunion.org elpts.ru nsis.ru "
                u"rst.gov.ru fgis.gost.ru tks.ru autoteka.ru drivetest.ru gibdd.ru xn--90adear.xn--p1ai egov.kz "
                u"gtk.gov.by keden.kz kgd.gov.kz mos.ru pub.fsa.gov.ru fsa.gov.ru ved.gov.ru ");
}

} // namespace cargo::contact_filter
