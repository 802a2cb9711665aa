#include "server/providers/search/text_analysis.h"

#include "server/providers/search/engine/text.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <algorithm>
#include <array>

namespace cargo::search {

namespace {
struct Synonym
{
    const char *typed; // folded, UTF-8
    const char *meant; // blank-separated
};
// How people write makes, models and words of our facets.
constexpr std::array kSynonyms = {
    Synonym{"тойота", "toyota"},
    Synonym{"тайота", "toyota"},
    Synonym{"хонда", "honda"},
    Synonym{"ниссан", "nissan"},
    Synonym{"нисан", "nissan"},
    Synonym{"мазда", "mazda"},
    Synonym{"субару", "subaru"},
    Synonym{"сузуки", "suzuki"},
    Synonym{"митсубиси", "mitsubishi"},
    Synonym{"мицубиси", "mitsubishi"},
    Synonym{"лексус", "lexus"},
    Synonym{"инфинити", "infiniti"},
    Synonym{"бмв", "bmw"},
    Synonym{"мерседес", "mercedes"},
    Synonym{"мерс", "mercedes"},
    Synonym{"ауди", "audi"},
    Synonym{"фольксваген", "volkswagen"},
    Synonym{"вольксваген", "volkswagen"},
    Synonym{"фв", "volkswagen"},
    Synonym{"vw", "volkswagen"},
    Synonym{"шкода", "skoda"},
    Synonym{"порше", "porsche"},
    Synonym{"опель", "opel"},
    Synonym{"форд", "ford"},
    Synonym{"шевроле", "chevrolet"},
    Synonym{"хендай", "hyundai"},
    Synonym{"хендэ", "hyundai"},
    Synonym{"хундай", "hyundai"},
    Synonym{"хёндай", "hyundai"},
    Synonym{"киа", "kia"},
    Synonym{"генезис", "genesis"},
    Synonym{"джили", "geely"},
    Synonym{"чери", "chery"},
    Synonym{"хавал", "haval"},
    Synonym{"чанган", "changan"},
    Synonym{"бид", "byd"},
    Synonym{"зикр", "zeekr"},
    Synonym{"лисян", "li"},
    Synonym{"вольво", "volvo"},
    Synonym{"рено", "renault"},
    Synonym{"пежо", "peugeot"},
    Synonym{"ситроен", "citroen"},
    Synonym{"фиат", "fiat"},
    Synonym{"тесла", "tesla"},
    Synonym{"джип", "jeep suv"},
    Synonym{"ленд", "land"},
    Synonym{"ровер", "rover"},
    Synonym{"лендровер", "land"},
    Synonym{"лада", "lada"},
    Synonym{"камри", "camry"},
    Synonym{"королла", "corolla"},
    Synonym{"рав", "rav"},
    Synonym{"прадо", "prado"},
    Synonym{"крузак", "cruiser"},
    Synonym{"крузер", "cruiser"},
    Synonym{"приус", "prius"},
    Synonym{"аква", "aqua"},
    Synonym{"фит", "fit"},
    Synonym{"везел", "vezel"},
    Synonym{"степвагон", "stepwgn stepwagon"},
    Synonym{"солярис", "solaris"},
    Synonym{"спортейдж", "sportage"},
    Synonym{"соренто", "sorento"},
    Synonym{"туксон", "tucson"},
    Synonym{"пассат", "passat"},
    Synonym{"гольф", "golf"},
    Synonym{"тигуан", "tiguan"},
    Synonym{"октавия", "octavia"},
    Synonym{"форестер", "forester"},
    Synonym{"внедорожник", "suv"},
    Synonym{"кроссовер", "suv"},
    Synonym{"паркетник", "suv"},
    Synonym{"седан", "sedan"},
    Synonym{"хэтчбек", "hatchback"},
    Synonym{"хетчбек", "hatchback"},
    Synonym{"универсал", "wagon"},
    Synonym{"купе", "coupe"},
    Synonym{"кабриолет", "convertible"},
    Synonym{"минивэн", "minivan"},
    Synonym{"минивен", "minivan"},
    Synonym{"пикап", "pickup"},
    Synonym{"дизель", "diesel"},
    Synonym{"бензин", "petrol"},
    Synonym{"гибрид", "hybrid"},
    Synonym{"электро", "electric"},
    Synonym{"электромобиль", "electric"},
    Synonym{"автомат", "automatic"},
    Synonym{"акпп", "automatic"},
    Synonym{"механика", "manual"},
    Synonym{"мкпп", "manual"},
    Synonym{"вариатор", "cvt"},
    Synonym{"робот", "robot"},
    Synonym{"роботизированный", "robot"},
    Synonym{"дсг", "robot"},
    Synonym{"dsg", "robot"},
    Synonym{"автоматический", "automatic"},
    Synonym{"вариаторный", "cvt"},
    Synonym{"механический", "manual"},
    Synonym{"полный", "awd"},
    Synonym{"4wd", "awd"},
    Synonym{"4x4", "awd"},
    Synonym{"белый", "white"},
    Synonym{"черный", "black"},
    Synonym{"серый", "gray"},
    Synonym{"красный", "red"},
    Synonym{"синий", "blue"},
    Synonym{"серебристый", "silver"},
    Synonym{"зеленый", "green"},
    Synonym{"черно", "black"},
    Synonym{"коричневый", "brown"},
    Synonym{"бежевый", "beige"},
    Synonym{"оранжевый", "orange"},
    Synonym{"желтый", "yellow"},
    // What people call them
    Synonym{"бэха", "bmw"},
    Synonym{"бмвшка", "bmw"},
    Synonym{"бумер", "bmw"},
    Synonym{"мерин", "mercedes"},
    Synonym{"мэрс", "mercedes"},
    Synonym{"гелик", "mercedes"},
    Synonym{"ауешка", "audi"},
    Synonym{"тоета", "toyota"},
    Synonym{"тоёта", "toyota"},
    Synonym{"рафик", "rav"},
    Synonym{"крузачок", "cruiser"},
    Synonym{"кукурузер", "cruiser"},
    Synonym{"прадик", "prado"},
    Synonym{"дженезис", "genesis"},
    Synonym{"хундэ", "hyundai"},
    Synonym{"хёндэ", "hyundai"},
    Synonym{"фольц", "volkswagen"},
    Synonym{"фольксик", "volkswagen"},
    Synonym{"субарик", "subaru"},
    Synonym{"митсу", "mitsubishi"},
    Synonym{"крайслер", "chrysler"},
    Synonym{"кадиллак", "cadillac"},
    Synonym{"додж", "dodge"},
    Synonym{"рам", "ram"},
    Synonym{"акура", "acura"},
    Synonym{"мини", "mini"},
    Synonym{"ягуар", "jaguar"},
    Synonym{"эксид", "exeed"},
    Synonym{"омода", "omoda"},
    Synonym{"танк", "tank"},
    // Models by ear
    Synonym{"палисейд", "palisade"},
    Synonym{"палисад", "palisade"},
    Synonym{"хайлюкс", "hilux"},
    Synonym{"хайлендер", "highlander"},
    Synonym{"харриер", "harrier"},
    Synonym{"хариер", "harrier"},
    Synonym{"альфард", "alphard"},
    Synonym{"веллфайр", "vellfire"},
    Synonym{"сиента", "sienta"},
    Synonym{"сиенна", "sienna"},
    Synonym{"ярис", "yaris"},
    Synonym{"авенсис", "avensis"},
    Synonym{"секвойя", "sequoia"},
    Synonym{"тундра", "tundra"},
    Synonym{"аккорд", "accord"},
    Synonym{"цивик", "civic"},
    Synonym{"сивик", "civic"},
    Synonym{"одиссей", "odyssey"},
    Synonym{"фрид", "freed"},
    Synonym{"икстрейл", "trail"},
    Synonym{"кашкай", "qashqai"},
    Synonym{"жук", "juke"},
    Synonym{"лиф", "leaf"},
    Synonym{"мурано", "murano"},
    Synonym{"патрол", "patrol"},
    Synonym{"патруль", "patrol"},
    Synonym{"ноут", "note"},
    Synonym{"ноте", "note"},
    Synonym{"тиида", "tiida"},
    Synonym{"альтима", "altima"},
    Synonym{"теана", "teana"},
    Synonym{"серена", "serena"},
    Synonym{"эльгранд", "elgrand"},
    Synonym{"аксела", "axela"},
    Synonym{"атенза", "atenza"},
    Synonym{"демио", "demio"},
    Synonym{"импреза", "impreza"},
    Synonym{"аутбек", "outback"},
    Synonym{"левог", "levorg"},
    Synonym{"леворг", "levorg"},
    Synonym{"свифт", "swift"},
    Synonym{"джимни", "jimny"},
    Synonym{"эскудо", "escudo"},
    Synonym{"витара", "vitara"},
    Synonym{"делика", "delica"},
    Synonym{"паджеро", "pajero"},
    Synonym{"паджерик", "pajero"},
    Synonym{"аутлендер", "outlander"},
    Synonym{"лансер", "lancer"},
    Synonym{"туарег", "touareg"},
    Synonym{"поло", "polo"},
    Synonym{"джетта", "jetta"},
    Synonym{"супербе", "superb"},
    Synonym{"кодиак", "kodiaq"},
    Synonym{"карок", "karoq"},
    Synonym{"кайен", "cayenne"},
    Synonym{"макан", "macan"},
    Synonym{"панамера", "panamera"},
    Synonym{"карнивал", "carnival"},
    Synonym{"соната", "sonata"},
    Synonym{"элантра", "elantra"},
    Synonym{"аванте", "avante"},
    Synonym{"крета", "creta"},
    Synonym{"санта", "santa"},
    Synonym{"старекс", "starex"},
    Synonym{"стария", "staria"},
    Synonym{"селтос", "seltos"},
    Synonym{"церато", "cerato"},
    Synonym{"оптима", "optima"},
    Synonym{"рио", "rio"},
    Synonym{"монжаро", "monjaro"},
    Synonym{"кулрей", "coolray"},
    Synonym{"тугелла", "tugella"},
    Synonym{"тигго", "tiggo"},
    Synonym{"джолион", "jolion"},
    Synonym{"дарго", "dargo"},
    Synonym{"поер", "poer"},
    Synonym{"уни", "uni"},
    Synonym{"мустанг", "mustang"},
    Synonym{"челленджер", "challenger"},
    Synonym{"камаро", "camaro"},
    Synonym{"чероки", "cherokee"},
    Synonym{"вранглер", "wrangler"},
    Synonym{"рэнглер", "wrangler"},
    Synonym{"тахо", "tahoe"},
    Synonym{"эскалейд", "escalade"},
    Synonym{"эксплорер", "explorer"},
    Synonym{"фокус", "focus"},
    Synonym{"фьюжн", "fusion"},
    Synonym{"фьюжен", "fusion"},
    Synonym{"мондео", "mondeo"},
    Synonym{"дефендер", "defender"},
    Synonym{"дискавери", "discovery"},
    Synonym{"модел", "model"},
    Synonym{"универсальный", "wagon"},
    Synonym{"лифтбек", "liftback hatchback"},
    Synonym{"хетч", "hatchback"},
    Synonym{"хэтч", "hatchback"},
    Synonym{"микроавтобус", "minivan"},
    Synonym{"кабрик", "convertible"},
    Synonym{"бензиновый", "petrol"},
    Synonym{"дизельный", "diesel"},
    Synonym{"гибридный", "hybrid"},
    Synonym{"электричка", "electric"},
    Synonym{"электрический", "electric"},
    Synonym{"подключаемый", "plug"},
    Synonym{"ручка", "manual"},
    Synonym{"полноприводный", "awd"},
};

const QHash<QString, std::vector<QString>> &synonymIndex()
{
    static const QHash<QString, std::vector<QString>> kIndex = [] {
        QHash<QString, std::vector<QString>> index;
        for (const Synonym &row : kSynonyms) {
            const QStringList meant = QString::fromUtf8(row.meant).split(u' ');
            QString typed = QString::fromUtf8(row.typed);
            typed.replace(QChar(u'ё'), QChar(u'е'));
            for (const QString &word : meant) {
                index[typed].push_back(word);
                if (stem(typed) != typed)
                    index[stem(typed)].push_back(word);
            }
        }
        return index;
    }();
    return kIndex;
}

bool isCyrillic(QChar c) { return c.unicode() >= 0x430 && c.unicode() <= 0x44f; }

} // namespace

std::vector<QString> words(QStringView text)
{
    std::vector<QString> list;
    for (const std::string &word : engine::words(text.toUtf8().toStdString()))
        list.push_back(QString::fromStdString(word));
    return list;
}

QString stem(const QString &word)
{
    const std::string utf8 = word.toStdString();
    const std::string_view stem = engine::Stemmer::ofThread()(utf8);
    return QString::fromUtf8(stem.data(), qsizetype(stem.size()));
}

std::vector<QString> synonyms(const QString &word)
{
    const auto &index = synonymIndex();
    const auto found = index.constFind(word);
    if (found != index.constEnd())
        return *found;
    return index.value(stem(word));
}

std::vector<std::pair<QString, std::vector<QString>>> synonymTable()
{
    std::vector<std::pair<QString, std::vector<QString>>> table;
    const auto &index = synonymIndex();
    for (auto row = index.cbegin(); row != index.cend(); ++row)
        table.emplace_back(row.key(), row.value());
    return table;
}

bool isMeantBySynonyms(const QString &word)
{
    static const QSet<QString> kMeant = [] {
        QSet<QString> meant;
        for (const std::vector<QString> &list : synonymIndex())
            meant += QSet<QString>(list.begin(), list.end());
        return meant;
    }();
    return kMeant.contains(word);
}

bool isSmallWord(const QString &word)
{
    static const QStringList kSmall =
        QString::fromUtf8("в с и на до для по от а из у к о об со или же бы the a an for with and in of or to from").split(u' ');
    return kSmall.contains(word);
}

QString nearestSynonym(const QString &word, int mistakes)
{
    QString nearest;
    int least = mistakes + 1;
    const auto &index = synonymIndex();
    for (auto it = index.cbegin(); it != index.cend(); ++it) {
        const int distance = it.key().size() < 4 ? least : editDistance(word, it.key(), mistakes);
        if (distance < least || (distance == least && distance <= mistakes && it.key() < nearest)) {
            least = distance;
            nearest = it.key();
        }
    }
    return nearest;
}

QString toCyrillic(const QString &word)
{
    struct Row
    {
        const char *latin;
        const char *russian;
    };
    static constexpr std::array kRows = {
        // the longest first
        Row{"shch", "щ"}, Row{"sch", "щ"}, Row{"zh", "ж"}, Row{"kh", "х"}, Row{"ch", "ч"}, Row{"sh", "ш"}, Row{"ts", "ц"},
        Row{"yu", "ю"},   Row{"ya", "я"},  Row{"yo", "е"}, Row{"ju", "ю"}, Row{"ja", "я"}, Row{"a", "а"},  Row{"b", "б"},
        Row{"c", "к"},    Row{"d", "д"},   Row{"e", "е"},  Row{"f", "ф"},  Row{"g", "г"},  Row{"h", "х"},  Row{"i", "и"},
        Row{"j", "й"},    Row{"k", "к"},   Row{"l", "л"},  Row{"m", "м"},  Row{"n", "н"},  Row{"o", "о"},  Row{"p", "п"},
        Row{"q", "к"},    Row{"r", "р"},   Row{"s", "с"},  Row{"t", "т"},  Row{"u", "у"},  Row{"v", "в"},  Row{"w", "в"},
        Row{"x", "кс"},   Row{"y", "ы"},   Row{"z", "з"}};
    QString out;
    for (qsizetype at = 0; at < word.size();) {
        const auto row = std::find_if(kRows.begin(), kRows.end(), [&](const Row &r) {
            return QStringView(word).sliced(at).startsWith(QLatin1String(r.latin));
        });
        if (row == kRows.end())
            return {};
        out += QString::fromUtf8(row->russian);
        at += qsizetype(std::char_traits<char>::length(row->latin));
    }
    return out;
}

QString transliterate(const QString &word)
{
    static const std::array<const char *, 32> kLatin = {"a", "b",  "v",  "g",   "d", "e", "zh", "z", "i",  "y", "k",
                                                        "l", "m",  "n",  "o",   "p", "r", "s",  "t", "u",  "f", "h",
                                                        "c", "ch", "sh", "sch", "",  "y", "",   "e", "yu", "ya"};
    QString out;
    bool any = false;
    for (const QChar c : word) {
        any = any || isCyrillic(c);
        if (isCyrillic(c))
            out += QLatin1String(kLatin[size_t(c.unicode() - 0x430)]);
        else
            out += c;
    }
    return any ? out : QString();
}

// Letters that look the same: «сх» is how people write "cx".
QString withLatinShapes(const QString &word)
{
    static const QString kRussian = QString::fromUtf8("авекмнорстух");
    static const QString kLatin = QStringLiteral("abekmhopctyx");
    QString out;
    for (const QChar c : word) {
        const qsizetype at = kRussian.indexOf(c);
        if (at < 0)
            return {};
        out += kLatin.at(at);
    }
    return out;
}

std::vector<QString> synonymsBegunBy(const QString &word)
{
    std::vector<QString> list;
    if (word.size() < 2)
        return list;
    const auto &index = synonymIndex();
    for (auto it = index.cbegin(); it != index.cend(); ++it) {
        if (it.key().startsWith(word))
            list.insert(list.end(), it->begin(), it->end());
    }
    return list;
}

QString inOtherLayout(const QString &text)
{
    static const QString kLatin = QStringLiteral("`qwertyuiop[]asdfghjkl;'zxcvbnm,.");
    static const QString kRussian = QString::fromUtf8("ёйцукенгшщзхъфывапролджэячсмитьбю");
    const QString lower = text.toLower();
    const bool russian = std::any_of(lower.begin(), lower.end(), [](QChar c) { return kRussian.contains(c); });
    QString out;
    for (const QChar c : lower) {
        const qsizetype at = (russian ? kRussian : kLatin).indexOf(c);
        out += at < 0 ? c : (russian ? kLatin : kRussian).at(at);
    }
    return out;
}

int editDistance(const QString &a, const QString &b, int limit)
{
    const qsizetype n = a.size();
    const qsizetype m = b.size();
    if (std::abs(n - m) > limit)
        return limit + 1;
    std::vector<int> before(size_t(m) + 1), previous(size_t(m) + 1), current(size_t(m) + 1);
    for (qsizetype j = 0; j <= m; ++j)
        previous[size_t(j)] = int(j);
    for (qsizetype i = 1; i <= n; ++i) {
        current[0] = int(i);
        int best = current[0];
        for (qsizetype j = 1; j <= m; ++j) {
            const auto at = size_t(j);
            int cost = std::min({previous[at] + 1, current[at - 1] + 1, previous[at - 1] + (a.at(i - 1) != b.at(j - 1) ? 1 : 0)});
            if (i > 1 && j > 1 && a.at(i - 1) == b.at(j - 2) && a.at(i - 2) == b.at(j - 1))
                cost = std::min(cost, before[at - 2] + 1);
            current[at] = cost;
            best = std::min(best, cost);
        }
        if (best > limit)
            return limit + 1;
        before.swap(previous);
        previous.swap(current);
    }
    return previous[size_t(m)];
}

} // namespace cargo::search
