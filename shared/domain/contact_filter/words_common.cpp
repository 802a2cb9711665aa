#include "shared/domain/contact_filter/lexicon_builder.h"

namespace cargo::contact_filter {

// Words that are no names of persons when they stand after a network or a search word: brands and models, the words of
// the trade, and plain English. A name with '_' or digits of its own is looked at as a whole, so it is not one of these.
void addCommonWords(LexiconBuilder &lexicon)
{
    lexicon.add(kCommon, u"петя пети пете петю петей toyota honda nissan mazda subaru suzuki mitsubishi lexus infiniti acura daihatsu isuzu hino kia "
                         u"hyundai genesis ssangyong kgm daewoo "
                         u"chevrolet ford jeep dodge ram chrysler cadillac buick gmc lincoln tesla rivian lucid bmw mercedes "
                         u"benz audi volkswagen vw porsche opel "
                         u"skoda seat volvo saab mini rover land range jaguar bentley rolls royce ferrari lamborghini maserati "
                         u"fiat alfa romeo peugeot citroen renault "
                         u"dacia lada vaz uaz gaz geely chery haval exeed omoda jaecoo tank changan jac byd zeekr lixiang voyah "
                         u"nio xpeng hongqi gac trumpchi dongfeng "
                         u"wey aito avatr denza faw baic jetour tugella monjaro coolray atlas");
    lexicon.add(kCommon, u"camry corolla prius aqua vitz yaris rav4 harrier highlander prado cruiser alphard vellfire noah voxy "
                         u"sienta hilux fit vezel freed stepwgn "
                         u"stepwagon civic accord crv cr-v hrv odyssey insight shuttle spada jazz note serena xtrail x-trail "
                         u"qashqai leaf juke murano patrol teana tiida "
                         u"demio axela atenza cx-5 cx5 cx3 cx30 forester impreza outback legacy levorg xv swift jimny solio "
                         u"hustler outlander pajero delica rvr asx "
                         u"k5 k7 k8 k9 sorento sportage carnival morning ray seltos niro stinger sonata avante grandeur tucson "
                         u"santafe santa palisade starex staria "
                         u"porter bongo kona venue g70 g80 g90 gv70 gv80 q3 q5 q7 q8 a3 a4 a5 a6 a8 x1 x3 x5 x6 x7 golf passat "
                         u"tiguan touareg polo jetta octavia "
                         u"kodiaq superb rapid cayenne macan panamera rx350 nx lx570 es250 gla glc gle gls cla mark2 mark chaser "
                         u"crown mirai sprinter vito focus "
                         u"mondeo kuga explorer mustang cruze captiva spark trax model hybrid turbo sport limited premium luxury "
                         u"prestige inspiration calligraphy "
                         u"sensing spirit cool awd fwd rwd 4wd 2wd cvt tdi tsi fsi gdi mpi vtec dct dsg amg rline gtline plus "
                         u"max pro rhd lhd sedan coupe suv van");
    lexicon.add(
        kCommon,
        u"the a an of and or but if then than with without from for in on at to as by is are was were be been am do does did "
        u"have has had will "
        u"would can could should may might must not no yes ok okay this that these those here there what which who when where "
        u"why how all any "
        u"some more most much many other another one two new old good bad best better fine great nice busy down blocked banned "
        u"works working "
        u"work slow fast dead broken only just also too very really still now today tomorrow yesterday soon later please thanks "
        u"thank hello hi hey "
        u"sure maybe back fuel car cars auto truck deal price money cash bank photo photos video videos picture pictures docs "
        u"document report inspection auction "
        u"export import customs port ship shipping delivery driver dealer seller buyer check send sent get got see seen look "
        u"call write phone number chat "
        u"web desktop app android iphone ios samsung xiaomi huawei apple windows pc laptop online offline support help info news "
        u"business premium "
        u"group channel bot team everyone everybody people friend friends home office list spread strength loss lost bars light "
        u"lamp indicator up "
        u"your you my me mine we us our they them their he him his she her it its i im ill dont cant wont isnt use used using "
        u"uses user "
        u"because after before until while about into over under again between during for instead like want need know think say "
        u"said says tell told "
        u"ask asked give take make made keep let put go going went come came try run speed rpm fee tax duty tracking status left "
        u"right front "
        u"rear side engine gearbox transmission mileage year frame vin lot bid start end day week month hour hours minutes time "
        u"late early morning "
        u"evening night account password login email mail file files folder link page site name address answer reply replies "
        u"message messages "
        u"shows gives finds lists recalls results suggests none nothing nope accept accepts accepted request follow approve "
        u"installed forbidden ban scam fraud safe secure "
        u"available easier faster cheaper preferred account deleted hacked "
        u"allowed never always "
        u"translate translator docs drive play chrome lens sheets sky cargo encar copart iaai mobile drom avito autoru "
        u"autoscout24 "
        u"goonet goo-net carsensor che168 dongchedi manheim adesa google yandex gmail youtube "
        u"telegram whatsapp viber signal discord skype wechat kakao kakaotalk line max messenger instagram facebook tiktok vk ok "
        u"abs esp srs ebs led xenon usb gps bluetooth carplay dvd wifi sim obd ecu uss taa jaa caa ju aucnet nissan fob cif usd "
        u"eur jpy krw cny kzt "
        u"excel word pdf jpg zip open close closed qr code id ids sms mms gif png hd fullhd mp4");
    lexicon.add(
        kStop, u"детей дети и в во на но а не ни да нет у к ко с со о об от до из за для по под над при про без через как так то "
               u"что это этот эта эти тот та те там тут "
               u"здесь где когда если чтобы или либо же ли бы уже еще все всё весь вся свой мой твой ваш наш ваша мы вы "
               u"он она оно они я ты мне меня тебя тебе "
               u"вам вас нам нас его ее их ему ей им мной кто кого чем чего чему какой какая какие сколько почему зачем "
               u"тоже также только лишь очень "
               u"можно нужно надо будет был была были есть нету пока потом сейчас сегодня завтра вчера теперь тогда "
               u"всегда никогда снова опять "
               u"хочу хотите могу можете может давай давайте пусть просто вообще примерно около либо ладно хорошо плохо "
               u"норм ок ага угу спасибо пожалуйста "
               u"машина машину машины тачка тачку тачки отзывы отзыв расход цену цены цена сколько фото видео документы "
               u"осмотр аукцион доставка сервис "
               u"не нельзя нужен нужна лучше хуже больше меньше дешевле дороже такой такая такие такую похожую похожие");
}

} // namespace cargo::contact_filter
