#include "shared/domain/search_query/spoken_words.h"

#include <algorithm>

namespace cargo::spoken {

namespace {
// The longest that fits wins. To be kept in the order of their length.
constexpr Bound kBounds[] = {
    {u"не больше чем", Side::Upper},
    {u"не более чем", Side::Upper},
    {u"не старше чем", Side::Upper, Subject::Year, true},
    {u"no more than", Side::Upper},
    {u"not more than", Side::Upper},
    {u"not older than", Side::Upper, Subject::Year, true},
    {u"no older than", Side::Upper, Subject::Year, true},
    {u"не дороже", Side::Upper, Subject::Price},
    {u"не мощнее", Side::Upper, Subject::Power},
    {u"не слабее", Side::Lower, Subject::Power},
    {u"не больше", Side::Upper},
    {u"не дольше", Side::Upper, Subject::Eta},
    {u"не позднее", Side::Upper, Subject::Eta},
    {u"не более", Side::Upper},
    {u"не выше", Side::Upper},
    {u"не старше", Side::Upper, Subject::Year, true},
    {u"не новее", Side::Lower, Subject::Year, true},
    {u"не моложе", Side::Lower, Subject::Year, true},
    {u"не ниже", Side::Lower},
    {u"не меньше", Side::Lower},
    {u"не менее", Side::Lower},
    {u"не позже", Side::Upper},
    {u"не раньше", Side::Lower},
    {u"в пределах", Side::Upper},
    {u"в районе", Side::Near},
    {u"в течение", Side::Upper, Subject::Eta},
    {u"up to", Side::Upper},
    {u"less than", Side::Upper},
    {u"cheaper than", Side::Upper, Subject::Price},
    {u"newer than", Side::Upper, Subject::Year, true},
    {u"younger than", Side::Upper, Subject::Year, true},
    {u"older than", Side::Lower, Subject::Year, true},
    {u"more than", Side::Lower},
    {u"at least", Side::Lower},
    {u"at most", Side::Upper},
    {u"до", Side::Upper},
    {u"do", Side::Upper},
    {u"ot", Side::Lower},
    {u"дешевле", Side::Upper, Subject::Price},
    {u"меньше", Side::Upper},
    {u"менее", Side::Upper},
    {u"максимум", Side::Upper},
    {u"макс", Side::Upper},
    {u"максимально", Side::Upper},
    {u"новее", Side::Upper, Subject::Year, true},
    {u"моложе", Side::Upper, Subject::Year, true},
    {u"свежее", Side::Upper, Subject::Year, true},
    {u"старше", Side::Lower, Subject::Year, true},
    {u"от", Side::Lower},
    {u"с", Side::Lower, Subject::Unknown, false, bitOf(Subject::Year)},
    {u"со", Side::Lower, Subject::Unknown, false, bitOf(Subject::Year)},
    {u"после", Side::Lower},
    {u"начиная", Side::Lower},
    {u"больше", Side::Lower},
    {u"более", Side::Lower},
    {u"дороже", Side::Lower, Subject::Price},
    {u"мощнее", Side::Lower, Subject::Power},
    {u"слабее", Side::Upper, Subject::Power},
    {u"минимум", Side::Lower},
    {u"мин", Side::Lower},
    {u"за", Side::Upper, Subject::Unknown, false, bitOf(Subject::Price) | bitOf(Subject::Eta)},
    {u"около", Side::Near},
    {u"примерно", Side::Near},
    {u"under", Side::Upper},
    {u"below", Side::Upper},
    {u"within", Side::Upper},
    {u"in", Side::Upper, Subject::Eta, false, bitOf(Subject::Eta)},
    {u"max", Side::Upper},
    {u"maximum", Side::Upper},
    {u"till", Side::Upper},
    {u"until", Side::Upper},
    {u"to", Side::Upper, Subject::Unknown, false, bitOf(Subject::Eta)},
    {u"from", Side::Lower},
    {u"since", Side::Lower},
    {u"after", Side::Lower},
    {u"over", Side::Lower},
    {u"above", Side::Lower},
    {u"min", Side::Lower},
    {u"minimum", Side::Lower},
    {u"about", Side::Near},
    {u"around", Side::Near},
};

struct SubjectWord
{
    QStringView word; // a star at the end: this beginning
    Subject subject;
};
constexpr SubjectWord kSubjects[] = {
    {u"цен*", Subject::Price},
    {u"стоимост*", Subject::Price},
    {u"бюджет*", Subject::Price},
    {u"стоит", Subject::Price},
    {u"price*", Subject::Price},
    {u"budget", Subject::Price},
    {u"cost*", Subject::Price},
    {u"пробег*", Subject::Mileage},
    {u"mileage", Subject::Mileage},
    {u"odometer", Subject::Mileage},
    {u"одометр*", Subject::Mileage},
    {u"год", Subject::Year},
    {u"года", Subject::Year},
    {u"году", Subject::Year},
    {u"годов", Subject::Year},
    {u"выпуска", Subject::Year},
    {u"year", Subject::Year},
    {u"years", Subject::Year},
    {u"доставк*", Subject::Eta},
    {u"срок*", Subject::Eta},
    {u"привез*", Subject::Eta},
    {u"приедет", Subject::Eta},
    {u"delivery", Subject::Eta},
    {u"delivered", Subject::Eta},
    {u"eta", Subject::Eta},
    {u"рейтинг*", Subject::Rating},
    {u"rating", Subject::Rating},
    {u"rated", Subject::Rating},
    {u"мощность*", Subject::Power},
    {u"лошад*", Subject::Power},
    {u"hp", Subject::Power},
    {u"horsepower", Subject::Power},
    {u"power", Subject::Power},
    {u"объем*", Subject::Displacement},
    {u"обьем*", Subject::Displacement},
    {u"двигател*", Subject::Displacement},
    {u"мотор*", Subject::Displacement},
    {u"движок*", Subject::Displacement},
    {u"движк*", Subject::Displacement},
    {u"двигун*", Subject::Displacement},
    {u"рухавік*", Subject::Displacement},
    {u"engine", Subject::Displacement},
    {u"displacement", Subject::Displacement},
};

struct Country
{
    QStringView code;
    std::initializer_list<QStringView> words; // as they stand behind «из», «с», "from"
};
const Country kCountries[] = {
    {u"JP", {u"японии", u"японию", u"japan", u"yaponii", u"japonii", u"японіі", u"японії", u"yaponiyi"}},
    {u"KR", {u"кореи", u"korea", u"korei", u"карэі", u"кореї", u"koreyi"}},
    {u"DE", {u"германии", u"неметчины", u"germany", u"germanii", u"германіі", u"нямеччыны", u"німеччини", u"niemiec"}},
    {u"CN", {u"китая", u"поднебесной", u"china", u"kitaya", u"kitaja", u"кітая", u"китаю"}},
    {u"US", {u"сша", u"америки", u"штатов", u"states", u"usa", u"us", u"america", u"ameriki", u"ssha"}},
    {u"AE", {u"оаэ", u"эмиратов", u"дубая", u"uae", u"dubai", u"emirates", u"oae", u"dubaya"}},
    {u"GE", {u"грузии", u"georgia"}},
    {u"GB", {u"англии", u"британии", u"великобритании", u"uk", u"england", u"britain"}},
    {u"AM", {u"армении", u"armenia"}},
    {u"KZ", {u"казахстана", u"kazakhstan"}},
    {u"KG", {u"киргизии", u"кыргызстана", u"kyrgyzstan"}},
    {u"BY", {u"беларуси", u"белоруссии", u"belarus"}},
    {u"LT", {u"литвы", u"lithuania"}},
    {u"PL", {u"польши", u"poland"}},
    {u"IT", {u"италии", u"italy"}},
    {u"FR", {u"франции", u"france"}},
    {u"ES", {u"испании", u"spain"}},
    {u"NL", {u"голландии", u"нидерландов", u"netherlands", u"holland"}},
    {u"BE", {u"бельгии", u"belgium"}},
    {u"SE", {u"швеции", u"sweden"}},
    {u"TR", {u"турции", u"turkey"}},
    {u"UZ", {u"узбекистана", u"uzbekistan"}},
};

const Country kOrigins[] = {
    {u"JP",
     {u"япония", u"японец", u"японка", u"японку", u"японск*", u"японца", u"японцы", u"праворук*", u"праворул*", u"жапония*",
      u"жапон*", u"japan", u"japanese", u"jdm", u"rhd"}},
    {u"KR", {u"корея", u"кореец", u"кореянк*", u"корейск*", u"корейца", u"корейцы", u"кореядан", u"карэйск*", u"korean"}},
    {u"DE", {u"германия", u"немец", u"немецк*", u"немца", u"немцы", u"германиядан", u"нямецк*", u"german"}},
    {u"CN", {u"китай", u"китаец", u"китайск*", u"китайца", u"китайцы", u"қытай*", u"кітайск*", u"chinese"}},
    {u"US",
     {u"американец", u"американск*", u"американца", u"американцы", u"американка", u"америкадан", u"амерыканск*", u"american"}},
    {u"AE", {u"арабск*", u"эмиратск*"}},
};

template <size_t size>
QStringView codeAmong(const Country (&countries)[size], const QString &word)
{
    for (const Country &country : countries) {
        if (isOneOf(word, country.words))
            return country.code;
    }
    return {};
}
} // namespace

const Bound *boundAt(const std::vector<Token> &tokens, size_t at, size_t *next)
{
    if (at >= tokens.size())
        return nullptr;
    static constexpr Bound kLess{u"<", Side::Upper};
    static constexpr Bound kMore{u">", Side::Lower};
    *next = at + 1;
    if (tokens[at].sign == u'<')
        return &kLess;
    if (tokens[at].sign == u'>')
        return &kMore;
    for (const Bound &bound : kBounds) {
        size_t i = at;
        bool fits = true;
        for (const QStringView word : bound.words.tokenize(u' ')) {
            fits = fits && i < tokens.size() && tokens[i].word == word;
            ++i;
        }
        if (fits) {
            *next = i;
            return &bound;
        }
    }
    return nullptr;
}

Subject subjectOfWord(const QString &word)
{
    for (const SubjectWord &known : kSubjects) {
        if (isOneOf(word, {known.word}))
            return known.subject;
    }
    return Subject::Unknown;
}

QStringView countryOf(const QString &word) { return codeAmong(kCountries, word); }
QStringView originOf(const QString &word) { return codeAmong(kOrigins, word); }

} // namespace cargo::spoken
