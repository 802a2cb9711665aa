#include "server/desk/reason_codes.h"

#include <algorithm>

namespace cargo::desk {

namespace {
constexpr ReasonCode kReasons[] = {
    {"listings", "contacts", "Контакты в объявлении", "Contacts in the listing",
     "В объявлении указаны контакты. Уберите их из описания и с фотографий: покупатель напишет вам в чате.",
     "The listing shows contacts. Remove them from the description and the photos: buyers write to you in the chat.",
     "listings-contacts"},
    {"listings", "foreign_photos", "Чужие фотографии", "Photos of somebody else's",
     "Фотографии взяты из другого объявления. Добавьте собственные снимки этой машины.",
     "The photos come from another listing. Add pictures of this car that you took yourself.", "listings-photos"},
    {"listings", "price", "Недостоверная цена", "A price that cannot be right",
     "Цена намного ниже рыночной. Проверьте её или объясните в описании, почему машина стоит столько.",
     "The price is far below the market. Check it, or say in the description why the car costs that little.", "listings-price"},
    {"listings", "wrong_data", "Неверные данные", "Wrong data",
     "Данные о машине не совпадают с фотографиями или документами. Исправьте их.",
     "What the listing says of the car does not agree with its photos or papers. Correct it.", "listings-data"},
    {"listings", "prohibited", "Запрещённое содержание", "Prohibited content",
     "Описание предлагает то, что правила запрещают: машину без документов, с изменённым пробегом или номерами.",
     "The description offers what the rules prohibit: a car without papers, with a changed mileage or changed numbers.",
     "listings-prohibited"},
    {"listings", "duplicate", "Повтор объявления", "The same car twice", "Эта машина уже размещена. Оставьте одно объявление.",
     "This car is listed already. Keep one listing of it.", "listings-duplicates"},
    {"listings", "fraud", "Признаки обмана", "Signs of fraud",
     "Объявление заблокировано: есть признаки того, что машины нет или она не ваша.",
     "The listing is blocked: there are signs that the car does not exist or is not yours to sell.", "fraud"},
    {"users", "fraud", "Обман", "Fraud", "Аккаунт нарушил правила: обман других пользователей.",
     "The account broke the rules: it deceived other users.", "fraud"},
    {"users", "contacts", "Обход защиты сделки", "Going around the protection",
     "Вы повторно передавали контакты, чтобы провести сделку мимо защиты.",
     "You passed on contacts again and again, to trade without protection.", "chat-contacts"},
    {"users", "abuse", "Оскорбления", "Abuse", "Вы оскорбляли других пользователей.", "You insulted other users.",
     "chat-conduct"},
    {"users", "spam", "Спам", "Spam", "Вы рассылали одинаковые сообщения или рекламу.",
     "You sent the same messages or advertising to many.", "chat-spam"},
    {"users", "duplicate_account", "Второй аккаунт", "A second account", "У одного человека может быть один аккаунт.",
     "One person may have one account.", "accounts"},
    {"users", "other", "Другое нарушение", "Another violation", "Аккаунт нарушил правила площадки.",
     "The account broke the rules.", "general"},
    {"conversations", "contacts", "Передача контактов", "Passing on contacts",
     "До завершения сделки контакты передавать нельзя: вне площадки мы не сможем вас защитить.",
     "No contacts before the deal is done: outside of the platform we cannot protect you.", "chat-contacts"},
    {"conversations", "abuse", "Оскорбления", "Abuse", "В переписке есть оскорбления.", "The conversation contains insults.",
     "chat-conduct"},
    {"conversations", "spam", "Спам", "Spam", "Сообщения похожи на рекламу.", "The messages are advertising.", "chat-spam"},
    {"conversations", "fraud", "Признаки обмана", "Signs of fraud", "Сообщения похожи на обман.", "The messages look like fraud.",
     "fraud"},
    {"kyc", "underage", "Нет 18 лет", "Under age", "Пользоваться площадкой можно с 18 лет.",
     "The platform is for people of 18 and older.", "accounts-age"},
    {"kyc", "forged", "Поддельный документ", "A forged document", "Документ не прошёл проверку подлинности.",
     "The document did not pass as genuine.", "accounts-identity"},
    {"kyc", "mismatch", "Данные не совпадают", "Data that do not agree", "Документы и селфи принадлежат разным людям.",
     "Documents and selfie belong to different people.", "accounts-identity"},
    {"kyc", "duplicate_account", "Второй аккаунт", "A second account", "Эта личность подтверждена в другом аккаунте.",
     "This identity is confirmed in another account.", "accounts"},
    {"kyc", "other", "Другая причина", "Another reason", "Личность не удалось подтвердить.",
     "The identity could not be confirmed.", "accounts-identity"},
};
} // namespace

std::span<const ReasonCode> reasonCodes() { return kReasons; }

const ReasonCode *findReason(QByteArrayView queue, QByteArrayView code)
{
    const QByteArrayView of = queue == "edits" ? QByteArrayView("listings") : queue;
    const auto *const found = std::find_if(std::begin(kReasons), std::end(kReasons),
                                           [&](const ReasonCode &reason) { return of == reason.queue && code == reason.code; });
    return found == std::end(kReasons) ? nullptr : found;
}

QString reasonText(const ReasonCode &reason, Locale locale)
{
    return QString::fromUtf8(locale == Locale::Ru ? reason.textRu : reason.textEn);
}

} // namespace cargo::desk
