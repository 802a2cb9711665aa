#include "shared/domain/contact_filter/lexicon_builder.h"

#include <string>

namespace cargo::contact_filter {

namespace {
// A row of the tables as texts are folded: letters that look Latin are read so («օ», «հ»), marks are laid over letters («ş»).
void addFolded(LexiconBuilder &lexicon, std::string_view digits, quint8 rank, std::u16string_view words)
{
    lexicon.addNumeral({digits, rank, false, false, false, true}, LexiconBuilder::folded(words));
}

// Georgian counts by twenties: «სამოცდარვა» is sixty and eight, «ოთხმოცდათორმეტი» eighty and twelve.
void addGeorgian(LexiconBuilder &lexicon)
{
    static constexpr std::u16string_view kToNineteen[] = {u"",         u"ერთი",      u"ორი",      u"სამი",     u"ოთხი",
                                                          u"ხუთი",     u"ექვსი",     u"შვიდი",    u"რვა",      u"ცხრა",
                                                          u"ათი",      u"თერთმეტი",  u"თორმეტი",  u"ცამეტი",   u"თოთხმეტი",
                                                          u"თხუთმეტი", u"თექვსმეტი", u"ჩვიდმეტი", u"თვრამეტი", u"ცხრამეტი"};
    static constexpr std::u16string_view kTwenties[] = {u"ოც", u"ორმოც", u"სამოც", u"ოთხმოც"};
    static constexpr std::u16string_view kHundreds[] = {u"ას",     u"ორას",   u"სამას", u"ოთხას", u"ხუთას",
                                                        u"ექვსას", u"შვიდას", u"რვაას", u"ცხრაას"};
    constexpr quint8 kTeen = 4; // whole: nothing joins it but hundreds before it
    for (size_t value = 10; value < std::size(kToNineteen); ++value)
        addFolded(lexicon, std::to_string(value), kTeen, kToNineteen[value]);
    for (size_t k = 0; k < std::size(kTwenties); ++k) {
        const std::u16string twenty(kTwenties[k]);
        const size_t value = 20 * (k + 1);
        addFolded(lexicon, std::to_string(value), kTeen, twenty + u"ი");
        for (size_t more = 1; more < std::size(kToNineteen); ++more)
            addFolded(lexicon, std::to_string(value + more), kTeen, twenty + u"და" + std::u16string(kToNineteen[more]));
    }
    for (size_t k = 0; k < std::size(kHundreds); ++k) {
        std::u16string hundred(kHundreds[k]);
        hundred.append(u" ").append(kHundreds[k]).append(u"ი");
        addFolded(lexicon, std::to_string(100 * (k + 1)), 3, hundred);
    }
}

// Armenian in its own letters; tens and units are written together and read as two numerals in one word.
void addArmenian(LexiconBuilder &lexicon)
{
    struct Row
    {
        const char *digits;
        quint8 rank;
        std::u16string_view words;
    };
    static constexpr Row kRows[] = {
        {"0", 1, u"զրո զերո"},   {"1", 1, u"մեկ մեկը"},    {"2", 1, u"երկու երկուս"}, {"3", 1, u"երեք երեքը"},
        {"4", 1, u"չորս չորսը"}, {"5", 1, u"հինգ հինգը"},  {"6", 1, u"վեց վեցը"},     {"7", 1, u"յոթ յոթը"},
        {"8", 1, u"ութ ութը"},   {"9", 1, u"ինը ինն"},     {"10", 4, u"տասը տաս"},    {"11", 4, u"տասնմեկ"},
        {"12", 4, u"տասներկու"}, {"13", 4, u"տասներեք"},   {"14", 4, u"տասնչորս"},    {"15", 4, u"տասնհինգ"},
        {"16", 4, u"տասնվեց"},   {"17", 4, u"տասնյոթ"},    {"18", 4, u"տասնութ"},     {"19", 4, u"տասնինը"},
        {"20", 2, u"քսան"},      {"30", 2, u"երեսուն"},    {"40", 2, u"քառասուն"},    {"50", 2, u"հիսուն"},
        {"60", 2, u"վաթսուն"},   {"70", 2, u"յոթանասուն"}, {"80", 2, u"ութսուն"},     {"90", 2, u"իննսուն"},
        {"100", 3, u"հարյուր"}};
    for (const Row &row : kRows)
        addFolded(lexicon, row.digits, row.rank, row.words);
}
} // namespace

void addForeignNumerals(LexiconBuilder &lexicon)
{
    struct Foreign
    {
        const char *digits;
        quint8 rank;
        std::u16string_view words;
        std::u16string_view weak;
    };
    constexpr Foreign kForeign[] = {
        // Ukrainian, Belarusian; Kazakh, Kyrgyz, Uzbek
        {"0", 1, u"нөл nol", u"нол null"},
        {"1", 1, u"адзін бір bir", u"бир адна"},
        {"2", 1, u"дзве екі ikki", u"еки дві эки"},
        {"3", 1, u"үш uch үч", u"уш тры"},
        {"4", 1, u"чотири чатыры төрт tort", u"торт"},
        {"5", 1, u"пять пяць besh беш", u"бес"},
        {"6", 1, u"шість шэсць алты olti", u""},
        {"7", 1, u"сім жеті жети yetti", u"сем"},
        {"8", 1, u"вісім сегіз сегиз sakkiz", u"восем"},
        {"9", 1, u"дзевяць тоғыз тогыз тогуз toqqiz", u""},
        {"10", 4, u"дзесяць", u""},
        // The Turkic ten takes the unit after it.
        {"10", 2, u"", u"он"},
        {"11", 4, u"одинадцять адзінаццаць", u""},
        {"12", 4, u"дванадцять дванаццаць", u""},
        {"13", 4, u"тринадцять трынаццаць", u""},
        {"14", 4, u"чотирнадцять чатырнаццаць", u""},
        {"15", 4, u"пятнадцять пятнаццаць", u""},
        {"16", 4, u"шістнадцять шаснаццаць", u""},
        {"17", 4, u"сімнадцять сямнаццаць", u""},
        {"18", 4, u"вісімнадцять васямнаццаць", u""},
        {"19", 4, u"девятнадцять дзевятнаццаць", u""},
        {"20", 2, u"двадцять дваццаць жиырма yigirma жыйырма", u""},
        {"30", 2, u"тридцять трыццаць отыз отуз ottiz", u""},
        {"40", 2, u"қырық кырык qirq кырк", u""},
        {"50", 2, u"пятдесят пяцьдзясят пяцьдзесят ellik элүү", u"елу"},
        {"60", 2, u"шістдесят шэсцьдзясят шэсцьдзесят алпыс oltmish алтымыш", u""},
        {"70", 2, u"сімдесят семдзесят жетпіс жетпис yetmish жетимиш", u""},
        {"80", 2, u"вісімдесят восемдзесят сексен sakson", u""},
        {"90", 2, u"дзевяноста тоқсан токсан toqson токсон", u""},
        {"100", 3, u"yuz", u"жүз жуз"},
        {"200", 3, u"двісті дзвесце", u""},
        {"300", 3, u"трыста", u""},
        {"400", 3, u"чотириста чатырыста", u""},
        {"500", 3, u"пятсот пяцьсот", u""},
        {"600", 3, u"шістсот шэсцьсот", u""},
        {"700", 3, u"сімсот", u""},
        {"800", 3, u"вісімсот", u""},
        {"900", 3, u"девятсот дзевяцьсот", u""},
        // Turkish and Azerbaijani, in both alphabets
        {"0", 1, u"sifir сифир", u""},
        {"2", 1, u"ики iki", u""},
        {"4", 1, u"дорд dort дерт", u""},
        {"6", 1, u"алти алты", u""},
        {"7", 1, u"едди йедди yeddi", u""},
        {"8", 1, u"секкиз sekkiz sekiz секиз", u""},
        {"9", 1, u"доккуз doqquz dokuz докуз", u""},
        {"20", 2, u"ийирми iyirmi yirmi", u""},
        {"30", 2, u"отуз otuz", u""},
        // Kazakh in Latin letters
        {"2", 1, u"", u"eki"},
        {"3", 1, u"", u"ush"},
        {"6", 1, u"alty", u""},
        {"7", 1, u"jeti zheti", u""},
        {"8", 1, u"segiz", u""},
        {"9", 1, u"toghyz togyz", u""},
        {"20", 2, u"jiyrma zhiyrma", u""},
        {"30", 2, u"otyz", u""},
        {"40", 2, u"qyryq", u""},
        {"60", 2, u"alpys", u""},
        {"70", 2, u"jetpis zhetpis", u""},
        // Turkish by its own letters
        {"0", 1, u"sıfır", u""},
        {"3", 1, u"", u"uc"},
        {"5", 1, u"", u"bes"},
        {"6", 1, u"altı alti", u""},
        {"7", 1, u"yedi", u""},
        {"40", 2, u"kırk qırx", u""},
        {"50", 2, u"elli əlli", u""},
        {"60", 2, u"altmış", u""},
        {"70", 2, u"yetmiş", u""},
        {"80", 2, u"seksen səksən", u""},
        {"90", 2, u"doksan doxsan", u""},
        {"100", 3, u"yüz", u""},
        // Spanish, Portuguese, Italian, French; the short ones are names and other words too
        {"0", 1, u"cero", u""},
        {"1", 1, u"", u"uno una un"},
        {"2", 1, u"deux dois", u"dos due"},
        {"3", 1, u"tres trois", u"tre"},
        {"4", 1, u"cuatro quatre", u"quatro quattro"},
        {"5", 1, u"cinco cinque cinq", u""},
        {"6", 1, u"seis", u"sei"},
        {"7", 1, u"siete sette", u"sept sete"},
        {"8", 1, u"ocho huit oito", u"otto"},
        {"9", 1, u"nueve nove neuf", u""},
        // Polish without its marks
        {"1", 1, u"", u"jeden"},
        {"2", 1, u"", u"dwa"},
        {"3", 1, u"trzy", u""},
        {"4", 1, u"cztery", u""},
        {"5", 1, u"", u"piec"},
        {"6", 1, u"szesc", u""},
        {"7", 1, u"siedem", u""},
        {"8", 1, u"osiem", u""},
        {"9", 1, u"dziewiec", u""},
        // Georgian, in its own letters and in others
        {"0", 1, u"ნული", u""},
        {"1", 1, u"ერთი эрти erti", u""},
        {"2", 1, u"ორი", u"ори ori"},
        {"3", 1, u"სამი", u"сами sami"},
        {"4", 1, u"ოთხი отхи otkhi otxi", u""},
        {"5", 1, u"ხუთი хути khuti xuti", u""},
        {"6", 1, u"ექვსი эквси ekvsi", u""},
        {"7", 1, u"შვიდი швиди shvidi", u""},
        {"8", 1, u"რვა", u"рва rva"},
        {"9", 1, u"ცხრა цхра tskhra", u""},
        // Armenian as it sounds
        {"1", 1, u"", u"мек"},
        {"2", 1, u"ерку еркус", u""},
        {"3", 1, u"ерек ереку", u""},
        {"4", 1, u"чорс", u""},
        {"5", 1, u"", u"хинг"},
        {"6", 1, u"", u"вец"},
        {"7", 1, u"йот", u""},
        {"8", 1, u"", u"ут"},
        // Japanese: the nought that is no sign of its own; marks are laid over letters. The short ones are names and words.
        {"0", 1, u"ゼロ セロ", u"rei"},
        {"1", 1, u"ichi ити", u""},
        {"2", 1, u"", u"ni"},
        {"3", 1, u"", u"san"},
        {"4", 1, u"yon", u""},
        {"5", 1, u"", u"go"},
        {"6", 1, u"roku року", u""},
        {"7", 1, u"", u"nana нана"},
        {"8", 1, u"hachi хати", u""},
        {"9", 1, u"kyuu kyu", u""},
        // English and German as they sound
        {"0", 1, u"зиро зироу", u"оу"},
        {"1", 1, u"ванн уан", u"ван айнс айн"},
        {"2", 1, u"цвай", u"ту тво"},
        {"3", 1, u"драй", u"фри сри"},
        {"4", 1, u"фоур", u"фор фо фоо фир"},
        {"5", 1, u"файв файф фюнф", u""},
        {"6", 1, u"сикс зекс", u""},
        {"7", 1, u"севен сэвен зибен", u""},
        {"8", 1, u"ахт эйтт", u"эйт айт ейт"},
        {"9", 1, u"найн нойн", u""},
        // German
        {"1", 1, u"eins", u""},
        {"2", 1, u"zwei zwo", u""},
        {"3", 1, u"drei", u""},
        {"4", 1, u"vier", u""},
        {"5", 1, u"funf fuenf", u""},
        {"6", 1, u"sechs", u""},
        {"7", 1, u"sieben", u""},
        {"8", 1, u"acht", u""},
        {"9", 1, u"neun", u""},
    };
    for (const Foreign &row : kForeign) {
        lexicon.addNumeral({row.digits, row.rank, true, false, false, true}, row.weak);
        addFolded(lexicon, row.digits, row.rank, row.words);
    }
    addGeorgian(lexicon);
    addArmenian(lexicon);
    constexpr Foreign kEnglish[] = {
        {"0", 1, u"zero nought zer0 zeroes oh naught", u"o nil"},
        {"1", 1, u"one", u"won wan wun"},
        {"2", 1, u"two", u"to too tu tew"},
        {"3", 1, u"three thre", u"tree free thee"},
        {"4", 1, u"four", u"for fore fower foor foar fuor"},
        {"5", 1, u"five fife", u"fiv fivve"},
        {"6", 1, u"six", u"sicks siks syx"},
        {"7", 1, u"seven sevn", u"svn seben"},
        {"8", 1, u"eight eigt", u"ate ait aight"},
        {"9", 1, u"nine niner", u"nein nain nin"},
        {"10", 4, u"ten", u""},
        {"11", 4, u"eleven", u""},
        {"12", 4, u"twelve", u""},
        {"13", 4, u"thirteen", u""},
        {"14", 4, u"fourteen", u""},
        {"15", 4, u"fifteen", u""},
        {"16", 4, u"sixteen", u""},
        {"17", 4, u"seventeen", u""},
        {"18", 4, u"eighteen", u""},
        {"19", 4, u"nineteen", u""},
        {"20", 2, u"twenty", u""},
        {"30", 2, u"thirty", u""},
        {"40", 2, u"forty fourty", u""},
        {"50", 2, u"fifty", u""},
        {"60", 2, u"sixty", u""},
        {"70", 2, u"seventy", u""},
        {"80", 2, u"eighty", u""},
        {"90", 2, u"ninety ninty", u""},
    };
    // As they come out in a hurry; none is the beginning of two numerals written together.
    constexpr Foreign kMisspelled[] = {
        {"0", 1, u"zro ziro zerro zeero", u""}, {"3", 1, u"thrre thri", u""},       {"5", 1, u"fyve faiv", u""},
        {"7", 1, u"sevin sefen sevven", u""},   {"8", 1, u"eght eigth eihgt", u""}, {"9", 1, u"nyne ninne nien", u""},
        {"20", 2, u"twenny tweny", u""},        {"30", 2, u"thirdy thirthy", u""},  {"50", 2, u"fivty fifthy", u""},
        {"80", 2, u"eigthy eigty", u""},        {"90", 2, u"ninetty", u""}};
    for (const Foreign &row : kMisspelled)
        lexicon.addNumeral({row.digits, row.rank, false, false, true}, row.words);
    for (const Foreign &row : kEnglish) {
        lexicon.addNumeral({row.digits, row.rank, true}, row.weak);
        lexicon.addNumeral({row.digits, row.rank}, row.words);
    }
    // Roman ones; the short ones are words and marks of models too.
    constexpr Foreign kRoman[] = {{"1", 1, u"", u"i"},   {"2", 1, u"", u"ii"},   {"3", 1, u"iii", u""},
                                  {"4", 1, u"", u"iv"},  {"5", 1, u"", u"v"},    {"6", 1, u"", u"vi"},
                                  {"7", 1, u"vii", u""}, {"8", 1, u"viii", u""}, {"9", 1, u"ix", u""}};
    for (const Foreign &row : kRoman) {
        lexicon.addNumeral({row.digits, row.rank, true, false, false, true}, row.weak);
        lexicon.addNumeral({row.digits, row.rank, false, false, false, true}, row.words);
    }
    constexpr std::pair<const char *, std::u16string_view> kMany[] = {{"0", u"zeros zeroes ohs"},
                                                                      {"1", u"ones"},
                                                                      {"2", u"twos"},
                                                                      {"3", u"threes"},
                                                                      {"4", u"fours"},
                                                                      {"5", u"fives"},
                                                                      {"6", u"sixes"},
                                                                      {"7", u"sevens"},
                                                                      {"8", u"eights"},
                                                                      {"9", u"nines"}};
    for (const auto &[digits, words] : kMany)
        lexicon.addNumeral({digits, 1, false, true}, words);
}

} // namespace cargo::contact_filter
