#include "shared/domain/contact_filter/lexicon_builder.h"

namespace cargo::contact_filter {

// Signs of addresses said in words, and the ends of host names. «собака» and «точка» alone mean a dog and a point: a sign
// joins only when what it joins makes an address.
void addSigns(LexiconBuilder &lexicon)
{
    lexicon.addSign(
        u'.', u"точка тчк точк точкa точку тчка точечка dot dott doht dawt tochka d0t дот пойнт point период period punto njxrf "
              u"nokta крапка кропка нүкте");
    lexicon.addSign(
        u'@',
        u"собака собаки собачки собачка собакен собакой собаку сабака собак гав гавгав эт эд at att aatt ayt ат песик пес пёсик "
        u"псина псинка "
        u"барбос собачкой соб "
        u"ет "
        u"sobaka sobachka dog cobaka собако собакоид доггер этт ит_собака эйт улитка chvost zavinac арроба коммерческое_эт @");
    lexicon.addSign(u'/', u"слеш слэш слешик слэшик slash слэшь slesh дробь палочка косая слешь кoсая forwardslash черта");
    lexicon.addSign(u'-', u"тире дефис деф dash hyphen tire defis черточка дефиз минус");
    lexicon.addSign(u'_', u"подчеркивание подчеркиванье подчерк подчеркиваем подчеркнутое подчеркивания подчеркиванием "
                          u"underscore андерскор* нижнее_подчеркивание "
                          u"podcherkivanie undrscore underline лоудэш подчеркивани пробел_снизу");
    lexicon.add(kTop, u"ru рф su com net org info biz io kz by ua uz ge kg de jp kr cn us uk eu fr pl lt lv ee cz fi tv cc gg ly "
                      u"ai app dev pro site online "
                      u"shop store link xyz club top space website live fun page tel im chat bio tech рус xn--p1ai az am md mn "
                      u"ae hk tw vn th sg mobi "
                      u"asia email car cars auto autos center company group agency services support world moscow blog news media "
                      u"studio cloud icu vip "
                      u"works zone life today expert team solutions trade parts repair city company co ca ch es nl se no dk at "
                      u"be hu ro bg rs tr il in "
                      u"id my ph au nz br mx ar me to gl gd la sh st ws fm so is it pt gr ie lu hr si sk lk ng za eg ma qa sa om "
                      u"kw ir pk tj tm gle dog "
                      u"xn--80adxhks click ink one lol run express delivery direct contact ooo gold cash market sale рф.");
    lexicon.add(
        kTop | kWordTop,
        u"me to so is it no at be in id my am by us top live fun page one run at la st sh do as ly pro link shop store site life "
        u"today team city parts car cars auto world group center company support im online contact sale cash express team zone "
        u"club "
        u"space works market trade direct ink click gold news blog chat app media support info net de рус");
    // Rare tops: alone a file's end or an abbreviation, before a path a short link.
    lexicon.add(kTop | kWordTop, u"gy pe tk ml ga cf gq pw bz cx nu vc ac gs ms mu ag cd lc tl vu ug rw");
    lexicon.add(kSpokenTop,
                u"ру ком рф ме мэ ми нет орг инфо ру нэт net com ru me org ми сом су бай кз бел by kz su io biz онлайн "
                u"сайт юэй уа нету про эрэф бай кей "
                u"точкару ко кр джипи джпи info pro online site jp de kr cn de де co uk");
}

} // namespace cargo::contact_filter
