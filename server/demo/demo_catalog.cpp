#include "server/demo/demo_catalog.h"

#include <QRandomGenerator>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace cargo::demo {

namespace {
struct Model
{
    const char *country;
    const char *brand;
    const char *name;
    Body body;
    int yearFrom;
    int yearTo;
    int newPrice; // thousands of roubles, delivered, for the newest year
    int engineCc; // 0: electric
    int powerHp;
    const char *fuel;
    const char *transmission;
    const char *drive;
};

constexpr Model kModels[] = {
    {"JP", "Toyota", "RAV4", Body::Suv, 2019, 2024, 4100, 1986, 171, "petrol", "cvt", "awd"},
    {"JP", "Toyota", "Harrier", Body::Suv, 2020, 2024, 4700, 2487, 178, "hybrid", "cvt", "awd"},
    {"JP", "Toyota", "Corolla Touring", Body::Wagon, 2019, 2024, 2900, 1797, 140, "hybrid", "cvt", "fwd"},
    {"JP", "Toyota", "Alphard", Body::Minivan, 2018, 2024, 7600, 2493, 182, "petrol", "cvt", "awd"},
    {"JP", "Toyota", "Prius", Body::Hatchback, 2018, 2024, 3400, 1986, 196, "hybrid", "cvt", "fwd"},
    {"JP", "Honda", "Vezel", Body::Suv, 2018, 2024, 3100, 1496, 131, "hybrid", "robot", "awd"},
    {"JP", "Honda", "Stepwgn", Body::Minivan, 2018, 2023, 3700, 1496, 150, "petrol", "cvt", "fwd"},
    {"JP", "Nissan", "X-Trail", Body::Suv, 2018, 2024, 4000, 1497, 204, "hybrid", "cvt", "awd"},
    {"JP", "Nissan", "Note", Body::Hatchback, 2019, 2024, 2300, 1198, 116, "hybrid", "automatic", "fwd"},
    {"JP", "Mazda", "CX-5", Body::Suv, 2018, 2024, 3600, 2188, 190, "diesel", "automatic", "awd"},
    {"JP", "Subaru", "Levorg", Body::Wagon, 2019, 2024, 3500, 1795, 177, "petrol", "cvt", "awd"},
    {"JP", "Lexus", "RX 350", Body::Suv, 2019, 2024, 8200, 2393, 279, "petrol", "automatic", "awd"},
    {"JP", "Suzuki", "Swift", Body::Hatchback, 2018, 2023, 1700, 1197, 91, "petrol", "cvt", "fwd"},
    {"KR", "Hyundai", "Palisade", Body::Suv, 2019, 2024, 5900, 2199, 202, "diesel", "automatic", "awd"},
    {"KR", "Hyundai", "Sonata", Body::Sedan, 2019, 2024, 3100, 1999, 160, "petrol", "automatic", "fwd"},
    {"KR", "Hyundai", "Tucson", Body::Suv, 2020, 2024, 3700, 1598, 180, "petrol", "robot", "awd"},
    {"KR", "Hyundai", "Staria", Body::Minivan, 2021, 2024, 4900, 2199, 177, "diesel", "automatic", "fwd"},
    {"KR", "Kia", "K5", Body::Sedan, 2019, 2024, 3000, 1999, 160, "petrol", "automatic", "fwd"},
    {"KR", "Kia", "Sorento", Body::Suv, 2020, 2024, 4900, 2151, 202, "diesel", "robot", "awd"},
    {"KR", "Kia", "Carnival", Body::Minivan, 2020, 2024, 5100, 2199, 202, "diesel", "automatic", "fwd"},
    {"KR", "Genesis", "G80", Body::Sedan, 2020, 2024, 6300, 2497, 304, "petrol", "automatic", "awd"},
    {"KR", "Genesis", "GV70", Body::Suv, 2021, 2024, 6100, 2497, 304, "petrol", "automatic", "awd"},
    {"CN", "Geely", "Monjaro", Body::Suv, 2022, 2025, 3900, 1969, 238, "petrol", "automatic", "awd"},
    {"CN", "Zeekr", "001", Body::Wagon, 2022, 2025, 5600, 0, 544, "electric", "automatic", "awd"},
    {"CN", "BYD", "Han", Body::Sedan, 2021, 2025, 4300, 0, 517, "electric", "automatic", "awd"},
    {"CN", "Li Auto", "L7", Body::Suv, 2023, 2025, 6400, 1496, 449, "plug_in_hybrid", "automatic", "awd"},
    {"CN", "Changan", "UNI-K", Body::Suv, 2021, 2024, 3200, 1998, 226, "petrol", "automatic", "awd"},
    {"CN", "Volkswagen", "ID.4", Body::Suv, 2022, 2025, 2900, 0, 204, "electric", "automatic", "rwd"},
    {"CN", "Toyota", "Camry", Body::Sedan, 2020, 2024, 3300, 2487, 207, "petrol", "automatic", "fwd"},
    {"CN", "Great Wall", "Poer", Body::Pickup, 2021, 2024, 2800, 1996, 150, "diesel", "automatic", "awd"},
    {"DE", "BMW", "320d Touring", Body::Wagon, 2018, 2024, 4600, 1995, 190, "diesel", "automatic", "rwd"},
    {"DE", "BMW", "X5", Body::Suv, 2018, 2024, 9800, 2993, 286, "diesel", "automatic", "awd"},
    {"DE", "BMW", "430i", Body::Coupe, 2020, 2024, 5900, 1998, 258, "petrol", "automatic", "rwd"},
    {"DE", "Mercedes-Benz", "E 220 d", Body::Sedan, 2018, 2024, 6500, 1950, 194, "diesel", "automatic", "rwd"},
    {"DE", "Mercedes-Benz", "GLC 300", Body::Suv, 2019, 2024, 6700, 1991, 258, "petrol", "automatic", "awd"},
    {"DE", "Mercedes-Benz", "V 250 d", Body::Minivan, 2018, 2023, 6900, 1950, 190, "diesel", "automatic", "rwd"},
    {"DE", "Audi", "A6 Avant", Body::Wagon, 2018, 2024, 5900, 1968, 204, "diesel", "robot", "awd"},
    {"DE", "Audi", "Q5", Body::Suv, 2018, 2024, 5600, 1968, 204, "diesel", "robot", "awd"},
    {"DE", "Volkswagen", "Golf", Body::Hatchback, 2018, 2024, 2900, 1498, 150, "petrol", "robot", "fwd"},
    {"DE", "Volkswagen", "Passat Variant", Body::Wagon, 2018, 2023, 3300, 1968, 150, "diesel", "robot", "fwd"},
    {"DE", "Volkswagen", "Touareg", Body::Suv, 2018, 2024, 7300, 2967, 286, "diesel", "automatic", "awd"},
    {"DE", "Skoda", "Octavia Combi", Body::Wagon, 2018, 2024, 2900, 1498, 150, "petrol", "robot", "fwd"},
    {"DE", "Porsche", "911 Carrera", Body::Coupe, 2019, 2024, 16900, 2981, 385, "petrol", "robot", "rwd"},
    {"AE", "Toyota", "Land Cruiser 300", Body::Suv, 2021, 2024, 11900, 3444, 415, "petrol", "automatic", "awd"},
    {"AE", "Toyota", "Hilux", Body::Pickup, 2019, 2024, 4700, 2755, 204, "diesel", "automatic", "awd"},
    {"AE", "Nissan", "Patrol", Body::Suv, 2019, 2024, 8600, 5552, 405, "petrol", "automatic", "awd"},
    {"AE", "Lexus", "LX 600", Body::Suv, 2022, 2024, 16500, 3444, 415, "petrol", "automatic", "awd"},
    {"AE", "Nissan", "Altima", Body::Sedan, 2019, 2023, 2500, 2488, 188, "petrol", "cvt", "fwd"},
    {"GE", "Toyota", "Camry", Body::Sedan, 2018, 2022, 2900, 2494, 203, "petrol", "automatic", "fwd"},
    {"GE", "Subaru", "Outback", Body::Wagon, 2018, 2022, 2900, 2498, 175, "petrol", "cvt", "awd"},
    {"GE", "Ford", "Fusion", Body::Sedan, 2017, 2020, 1800, 1999, 240, "petrol", "automatic", "fwd"},
    {"GE", "Jeep", "Cherokee", Body::Suv, 2018, 2022, 2700, 1995, 270, "petrol", "automatic", "awd"},
    {"US", "Ford", "F-150", Body::Pickup, 2018, 2024, 6900, 3496, 400, "petrol", "automatic", "awd"},
    {"US", "Ford", "Mustang", Body::Coupe, 2018, 2024, 5200, 2261, 314, "petrol", "automatic", "rwd"},
    {"US", "Chevrolet", "Tahoe", Body::Suv, 2019, 2024, 9300, 5328, 355, "petrol", "automatic", "awd"},
    {"US", "Dodge", "Challenger", Body::Coupe, 2018, 2023, 4900, 3604, 305, "petrol", "automatic", "rwd"},
    {"US", "Tesla", "Model Y", Body::Suv, 2020, 2024, 4600, 0, 384, "electric", "automatic", "awd"},
    {"US", "Tesla", "Model 3", Body::Sedan, 2019, 2024, 3900, 0, 283, "electric", "automatic", "rwd"},
    {"US", "Ram", "1500", Body::Pickup, 2019, 2024, 6600, 5654, 395, "petrol", "automatic", "awd"},
    {"US", "Honda", "Accord", Body::Sedan, 2018, 2023, 2900, 1498, 192, "petrol", "cvt", "fwd"},
};

struct Origin
{
    const char *code;
    const char *from; // «из Японии»
    int days;
};
constexpr Origin kOrigins[] = {{"JP", "Японии", 32}, {"KR", "Кореи", 26},  {"CN", "Китая", 21}, {"DE", "Германии", 16},
                               {"AE", "ОАЭ", 35},    {"GE", "Грузии", 12}, {"US", "США", 55}};
constexpr const char *kBodyWords[] = {"sedan", "hatchback", "suv", "wagon", "minivan", "pickup", "coupe"};
constexpr const char *kColors[] = {"white", "black", "gray",  "silver", "white", "blue",   "red",
                                   "black", "gray",  "green", "brown",  "beige", "orange", "silver"};

QString text(const char *utf8) { return QString::fromUtf8(utf8); }

template <typename T, size_t N>
const T &pick(QRandomGenerator &random, const T (&list)[N])
{
    return list[random.bounded(quint32(N))];
}

QString describe(QRandomGenerator &random, const Model &model, const Origin &origin, int mileage)
{
    static const char *const kOpenings[] = {
        "Один владелец, обслуживание у официального дилера, сервисная книжка заполнена.",
        "Автомобиль в отличном состоянии: без ДТП, кузов в родной краске.",
        "Личный автомобиль семьи, не такси и не каршеринг.",
        "Осмотрел лично: кузов ровный, салон чистый, посторонних звуков нет.",
        "Аукционная оценка 4,5, лист осмотра приложу к сделке.",
        "Автомобиль с прозрачной историей, пробег подтверждён отчётом.",
    };
    static const char *const kMiddles[] = {
        "Две пары ключей, комплект ковриков, свежая диагностика.",
        "Подогрев сидений и руля, камера кругового обзора, адаптивный круиз-контроль.",
        "Двигатель и коробка работают ровно, масло заменено перед отправкой.",
        "Салон без потёртостей, сиденья не прожжены, в машине не курили.",
        "Светодиодная оптика, климат-контроль, панорамная крыша.",
        "Просторный багажник, удобная посадка, мягкая подвеска.",
        "Зимняя резина на дисках едет вместе с машиной.",
    };
    static const char *const kEndings[] = {
        "Фотографии и видео с площадки пришлю в чат, на каждом этапе пути делаю отчёт.",
        "Помогу с выбором комплектации, отвечаю в чате в течение дня.",
        "Везу своим ходом или автовозом, по договорённости. Торг возможен после осмотра.",
        "Таможенное оформление делает покупатель, подскажу по документам.",
        "Место на автовозе уже забронировано, выезд на этой неделе.",
    };
    const QString thousands = QString::number(mileage / 1000);
    return text(pick(random, kOpenings)) + u' ' + text(model.brand) + u' ' + text(model.name) + QStringLiteral(" из ")
           + text(origin.from) + QStringLiteral(", пробег ") + thousands + QStringLiteral(" тысяч километров. ")
           + text(pick(random, kMiddles)) + u'\n' + text(pick(random, kEndings));
}
} // namespace

std::vector<DemoCar> demoCars(int count)
{
    QRandomGenerator random(20261123);
    std::vector<DemoCar> cars;
    for (int i = 0; i < count; ++i) {
        const Model &model = kModels[size_t(i) * 7 % std::size(kModels)];
        const Origin &origin = *std::find_if(std::begin(kOrigins), std::end(kOrigins),
                                             [&](const Origin &o) { return QByteArray(o.code) == model.country; });
        const int year = model.yearFrom + int(random.bounded(quint32(model.yearTo - model.yearFrom + 1)));
        const int age = 2026 - year;
        const int mileage = std::max(900, age * (9'000 + int(random.bounded(14'000u))) + int(random.bounded(4'000u)));
        const double worth =
            std::pow(0.93, model.yearTo - year) * (1 - 0.0000012 * mileage) * (0.93 + 0.14 * random.generateDouble());
        const qint64 price = qint64(model.newPrice * worth / 10) * 10'000 * 100;
        const char *color = pick(random, kColors);
        QJsonObject attributes{{QStringLiteral("seats"), model.body == Body::Minivan ? 7
                                                         : model.body == Body::Coupe ? 4
                                                                                     : 5},
                               {QStringLiteral("owners"), 1 + int(random.bounded(2u))},
                               {QStringLiteral("accident_free"), random.bounded(5u) != 0}};
        if (QByteArray(model.country) == "JP")
            attributes.insert(QStringLiteral("right_hand_drive"), true);
        QJsonObject listing{{QStringLiteral("brand"), text(model.brand)},
                            {QStringLiteral("model"), text(model.name)},
                            {QStringLiteral("year"), year},
                            {QStringLiteral("mileage_km"), mileage},
                            {QStringLiteral("country_from"), text(model.country)},
                            {QStringLiteral("price"),
                             QJsonObject{{QStringLiteral("amount"), price}, {QStringLiteral("currency"), QStringLiteral("RUB")}}},
                            {QStringLiteral("delivery_eta_days"), origin.days + int(random.bounded(12u))},
                            {QStringLiteral("description"), describe(random, model, origin, mileage)},
                            {QStringLiteral("body_type"), text(kBodyWords[size_t(model.body)])},
                            {QStringLiteral("fuel"), text(model.fuel)},
                            {QStringLiteral("transmission"), text(model.transmission)},
                            {QStringLiteral("drive"), text(model.drive)},
                            {QStringLiteral("power_hp"), model.powerHp},
                            {QStringLiteral("color"), text(color)},
                            {QStringLiteral("attributes"), attributes}};
        if (model.engineCc > 0)
            listing.insert(QStringLiteral("engine_cc"), model.engineCc);
        CarPicture picture;
        picture.body = model.body;
        picture.paint = paintOf(QString::fromLatin1(color));
        picture.country = text(model.country);
        picture.variant = int(random.bounded(60u));
        picture.size = QSize(1120, 700);
        cars.push_back({listing, picture});
    }
    return cars;
}

std::vector<DemoPerson> demoPeople()
{
    static const char *const kDrivers[] = {"Алексей Воронов",  "Сергей Ким",         "Дмитрий Орлов", "Иван Пак",
                                           "Николай Зуев",     "Роман Беридзе",      "Павел Шмидт",   "Артём Ли",
                                           "Михаил Гордеев",   "Тимур Ахметов",      "Олег Савченко", "Виктор Цой",
                                           "Константин Белов", "Георгий Маисурадзе", "Андрей Лапин"};
    static const char *const kBuyers[] = {"Мария Соколова",   "Елена Кузнецова",  "Анна Павлова",   "Игорь Фёдоров",
                                          "Наталья Егорова",  "Владимир Комаров", "Ольга Никитина", "Денис Марков",
                                          "Светлана Крылова", "Юрий Титов"};
    std::vector<DemoPerson> people;
    int number = 0;
    for (const char *name : kDrivers)
        people.push_back({QStringLiteral("driver%1@demo.cargo.example").arg(++number), text(name), true});
    number = 0;
    for (const char *name : kBuyers)
        people.push_back({QStringLiteral("buyer%1@demo.cargo.example").arg(++number), text(name), false});
    return people;
}

} // namespace cargo::demo
