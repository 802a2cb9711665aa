#include "server/http/problem.h"

#include "shared/api/json_writer.h"

#include <array>

namespace cargo::http {

namespace {
struct Text
{
    ErrorCode code;
    int status;
    const char *titleEn;
    const char *titleRu;
    const char *detailEn; // also the message at a field
    const char *detailRu;
};

using E = ErrorCode;
// clang-format off
constexpr Text kTexts[] = {
    {E::Internal, 500, "Internal error", "Внутренняя ошибка", "Something went wrong on our side. Please try again later.", "Что-то пошло не так на нашей стороне. Попробуйте позже."},
    {E::Unavailable, 503, "Service unavailable", "Сервис недоступен", "The service is busy. Please try again in a moment.", "Сервис занят. Попробуйте через минуту."},
    {E::Timeout, 504, "Timed out", "Время ожидания истекло", "The answer took too long. Please try again.", "Ответ занял слишком много времени. Попробуйте ещё раз."},
    {E::Cancelled, 503, "Cancelled", "Запрос отменён", "The request was cancelled.", "Запрос отменён."},
    {E::BadRequest, 400, "Bad request", "Неверный запрос", "The request cannot be understood.", "Запрос не удалось разобрать."},
    {E::MalformedJson, 400, "Malformed JSON", "Неверный JSON", "The body is not a valid JSON object.", "Тело запроса не является корректным объектом JSON."},
    {E::ValidationFailed, 422, "Validation failed", "Данные не прошли проверку", "Some fields are not filled in correctly.", "Некоторые поля заполнены неверно."},
    {E::Required, 422, "Required", "Обязательное поле", "This field is required.", "Заполните это поле."},
    {E::WrongType, 422, "Wrong type", "Неверный тип", "The value has the wrong type.", "Значение неверного типа."},
    {E::UnknownField, 422, "Unknown field", "Неизвестное поле", "This field is not known.", "Такого поля нет."},
    {E::UnknownValue, 422, "Unknown value", "Неизвестное значение", "Choose one of the values offered.", "Выберите одно из предложенных значений."},
    {E::OutOfRange, 422, "Out of range", "Недопустимое значение", "The value is outside the allowed range.", "Значение вне допустимых пределов."},
    {E::TooLong, 422, "Too long", "Слишком длинное значение", "The value is too long.", "Значение слишком длинное."},
    {E::TooShort, 422, "Too short", "Слишком короткое значение", "The value is too short.", "Значение слишком короткое."},
    {E::InvalidFormat, 422, "Invalid format", "Неверный формат", "The format is not right.", "Неверный формат."},
    {E::InvalidEncoding, 400, "Invalid encoding", "Неверная кодировка", "The text is not valid UTF-8.", "Текст не является корректным UTF-8."},
    {E::Unauthorized, 401, "Sign in", "Войдите в систему", "Please sign in.", "Войдите, чтобы продолжить."},
    {E::TokenExpired, 401, "Session expired", "Сессия истекла", "The access token has expired.", "Срок действия токена истёк."},
    {E::TokenReused, 401, "Session ended", "Сессия завершена", "For your safety this session was ended. Please sign in again.", "В целях безопасности сессия завершена. Войдите снова."},
    {E::WrongCredentials, 401, "Wrong e-mail or password", "Неверная почта или пароль", "The e-mail address or the password is wrong.", "Неверный адрес почты или пароль."},
    {E::SecondFactorRequired, 401, "Code required", "Нужен код", "Enter the code of your authenticator app.", "Введите код из приложения-аутентификатора."},
    {E::StepUpRequired, 403, "Confirm that it is you", "Подтвердите, что это вы", "Enter the code of your authenticator app to go on.", "Введите код из приложения-аутентификатора, чтобы продолжить."},
    {E::WrongCode, 422, "Wrong code", "Неверный код", "The code is wrong or too old.", "Код неверен или устарел."},
    {E::Forbidden, 403, "Not allowed", "Нет доступа", "You may not do this.", "У вас нет прав на это действие."},
    {E::AgreementRequired, 403, "An agreement is missing", "Нужно принять соглашение", "Accept the current agreement first.", "Сначала примите действующее соглашение."},
    {E::KycRequired, 403, "Identity check required", "Нужна проверка личности", "Confirm your identity to go on.", "Подтвердите личность, чтобы продолжить."},
    {E::Muted, 403, "Messages are paused", "Отправка сообщений приостановлена", "You cannot send messages for now.", "Вы пока не можете отправлять сообщения."},
    {E::Blocked, 403, "Messages are not wanted", "Переписка закрыта", "One of the two sides has blocked the other.", "Одна из сторон заблокировала другую."},
    {E::Banned, 403, "Account blocked", "Аккаунт заблокирован", "This account is blocked.", "Этот аккаунт заблокирован."},
    {E::NotFound, 404, "Not found", "Не найдено", "There is nothing here.", "Здесь ничего нет."},
    {E::MethodNotAllowed, 405, "Method not allowed", "Метод не поддерживается", "This address does not take this method.", "Этот адрес не принимает такой метод."},
    {E::NotAcceptable, 406, "Not acceptable", "Неприемлемый формат", "The answer cannot be given in the wanted form.", "Ответ в запрошенном виде невозможен."},
    {E::Conflict, 409, "Conflict", "Конфликт", "This contradicts what is stored. Reload and try again.", "Данные изменились. Обновите и попробуйте ещё раз."},
    {E::AlreadyExists, 409, "Already exists", "Уже существует", "This already exists.", "Такое значение уже занято."},
    {E::StateConflict, 409, "Not possible now", "Сейчас это невозможно", "This is not possible in the present state.", "В текущем состоянии это действие невозможно."},
    {E::VersionMismatch, 412, "Changed meanwhile", "Данные изменились", "Somebody changed this meanwhile. Reload and try again.", "Кто-то уже изменил эти данные. Обновите и попробуйте ещё раз."},
    {E::PreconditionRequired, 428, "Version required", "Нужна версия", "Send If-Match with the version that you saw.", "Передайте If-Match с версией, которую вы видели."},
    {E::IdempotencyKeyReused, 422, "Key used for another request", "Ключ уже использован", "This Idempotency-Key belongs to another request.", "Этот Idempotency-Key относится к другому запросу."},
    {E::IdempotencyReplay, 409, "In progress", "Уже выполняется", "The same request is being handled. Try again in a moment.", "Такой же запрос уже выполняется. Повторите через мгновение."},
    {E::PayloadTooLarge, 413, "Too large", "Слишком большой запрос", "The body is larger than allowed.", "Тело запроса больше допустимого."},
    {E::HeaderTooLarge, 431, "Headers too large", "Слишком большие заголовки", "The headers are larger than allowed.", "Заголовки больше допустимого."},
    {E::LengthRequired, 411, "Length required", "Нужна длина", "Send a Content-Length; transfer codings are not taken.", "Передайте Content-Length: кодировки передачи не принимаются."},
    {E::UriTooLong, 414, "Address too long", "Слишком длинный адрес", "The address is longer than allowed.", "Адрес длиннее допустимого."},
    {E::RequestTimeout, 408, "Request timed out", "Запрос не пришёл вовремя", "The request did not arrive in time.", "Запрос не был получен вовремя."},
    {E::UpgradeRequired, 426, "Upgrade required", "Нужен WebSocket", "This address speaks WebSocket only.", "По этому адресу доступен только WebSocket."},
    {E::RangeNotSatisfiable, 416, "Range not satisfiable", "Недопустимый диапазон", "The file has no such range of bytes.", "В файле нет такого диапазона байтов."},
    {E::Infected, 422, "The file is harmful", "Файл опасен", "A virus scanner found something in the file. It was not kept.", "Антивирус нашёл в файле угрозу. Файл не сохранён."},
    {E::UnsupportedMediaType, 415, "Unsupported media type", "Неподдерживаемый тип данных", "This type of content is not taken here.", "Такой тип содержимого здесь не принимается."},
    {E::ExpectationFailed, 417, "Expectation failed", "Ожидание не поддерживается", "Only 100-continue can be expected.", "Поддерживается только ожидание 100-continue."},
    {E::NotImplemented, 501, "Not implemented", "Не реализовано", "This method is not known here.", "Этот метод здесь неизвестен."},
    {E::VersionNotSupported, 505, "HTTP version not supported", "Версия HTTP не поддерживается", "Use HTTP/1.1.", "Используйте HTTP/1.1."},
    {E::RateLimited, 429, "Too many requests", "Слишком много запросов", "Please wait a little and try again.", "Подождите немного и попробуйте ещё раз."},
    {E::StorageFull, 507, "Storage full", "Хранилище заполнено", "There is no room to store this. Please try again later.", "Нет места для сохранения. Попробуйте позже."},
    {E::CurrencyMismatch, 422, "Currency mismatch", "Разные валюты", "The currencies differ.", "Валюты не совпадают."},
    {E::AmountOverflow, 422, "Amount too large", "Слишком большая сумма", "The amount is too large.", "Сумма слишком велика."},
    {E::ProviderLimit, 422, "Payment limit", "Лимит платёжной системы", "The payment system does not take this amount.", "Платёжная система не принимает такую сумму."},
    {E::ProviderDeclined, 402, "Payment declined", "Платёж отклонён", "The payment was declined.", "Платёж отклонён."},
    {E::ListingUnavailable, 409, "Listing unavailable", "Объявление недоступно", "This car is no longer offered.", "Этот автомобиль больше не предлагается."},
    {E::OwnListing, 409, "Own listing", "Своё объявление", "This is your own listing.", "Это ваше собственное объявление."},
    {E::ReviewClosed, 409, "Reviews are closed", "Отзывы закрыты", "The time for a review has passed.", "Срок для отзыва истёк."},
    {E::SignatureInvalid, 401, "Wrong signature", "Неверная подпись", "The signature is not valid.", "Подпись недействительна."},
    {E::CursorInvalid, 400, "Invalid cursor", "Неверный курсор", "This cursor is not valid. Start from the first page.", "Курсор недействителен. Начните с первой страницы."},
};
// clang-format on

constexpr size_t kCodes = 0
// NOLINTNEXTLINE(bugprone-macro-parentheses): a summand
#define CARGO_X(name, word) +1
    CARGO_ERROR_CODES(CARGO_X);
#undef CARGO_X
// Codes that others add are answered as an internal error until they have a row.
constexpr auto kIndex = [] {
    std::array<quint8, kCodes> index{};
    for (size_t i = 0; i < std::size(kTexts); ++i)
        index[size_t(kTexts[i].code)] = quint8(i);
    return index;
}();

const Text &textOf(ErrorCode code) { return kTexts[kIndex[size_t(code)]]; }
const char *title(const Text &text, Locale locale) { return locale == Locale::Ru ? text.titleRu : text.titleEn; }
const char *detail(const Text &text, Locale locale) { return locale == Locale::Ru ? text.detailRu : text.detailEn; }

void writeField(api::JsonWriter &out, const Error &error, Locale locale)
{
    out.beginObject();
    out.field("field", error.field);
    out.field("code", errorWord(error.code));
    out.field("message", fieldMessage(error.code, locale));
    out.endObject();
}
} // namespace

int problemStatus(ErrorCode code) { return textOf(code).status; }

QByteArray fieldMessage(ErrorCode code, Locale locale) { return detail(textOf(code), locale); }

void renderProblem(Response &response, Locale locale, const QByteArray &requestId)
{
    if (!response.problem)
        return;
    const Error &error = *response.problem;
    const Text &text = textOf(error.code);
    if (response.status < 400)
        response.status = text.status;
    const QByteArray word(errorWord(error.code));

    api::JsonWriter out(512);
    out.beginObject();
    out.field("type", "/problems/" + word);
    out.field("title", title(text, locale));
    out.field("status", response.status);
    out.field("detail", detail(text, locale));
    out.field("code", word);
    if (!requestId.isEmpty())
        out.field("instance", "urn:request:" + requestId);
    if (!response.problemFields.empty() || !error.field.isEmpty()) {
        out.key("errors").beginArray();
        for (const Error &field : response.problemFields)
            writeField(out, field, locale);
        if (response.problemFields.empty())
            writeField(out, error, locale);
        out.endArray();
    }
    for (const auto &[name, json] : response.problemMembers)
        out.key(name).raw(json);
    out.endObject();
    response.body = out.take();
    response.contentType = QByteArrayLiteral("application/problem+json");
    response.filePath.clear();
}

} // namespace cargo::http
