#include "server/providers/payments/sandbox/sandbox_checkout_routes.h"

#include "shared/api/json_writer.h"

#include <QUrlQuery>

namespace cargo::payments::sandbox {

namespace {

constexpr int kMaxCopies = 5;
constexpr qint64 kMaxDelayMs = kHourMs;

struct Texts
{
    const char *language, *title, *notice, *threeDs, *pay, *decline, *threeDsButton, *timeout, *confirm, *back;
    const char *paid, *declined, *captured;
};
constexpr Texts kEnglish{"en",
                         "Sandbox payment",
                         "No real money moves on this page.",
                         "The bank asks you to confirm the payment (3-D Secure).",
                         "Pay",
                         "Decline",
                         "Pay with 3-D Secure",
                         "Leave without an answer",
                         "Confirm",
                         "Back to CarGo",
                         "The money is reserved.",
                         "The payment was declined or cancelled.",
                         "The payment is complete."};
constexpr Texts kRussian{"ru",
                         "Учебная оплата",
                         "На этой странице настоящие деньги не движутся.",
                         "Банк просит подтвердить платёж (3-D Secure).",
                         "Оплатить",
                         "Отклонить",
                         "Оплатить с 3-D Secure",
                         "Уйти без ответа",
                         "Подтвердить",
                         "Вернуться в CarGo",
                         "Деньги зарезервированы.",
                         "Платёж отклонён или отменён.",
                         "Платёж завершён."};

QByteArray escaped(const QString &text) { return text.toHtmlEscaped().toUtf8(); }

QByteArray button(const char *outcome, const char *label, const char *style)
{
    return QByteArray("<button class=\"") + style + "\" name=\"outcome\" value=\"" + outcome + "\">" + label + "</button>";
}

QByteArray page(const BankPayment &payment, const Texts &say)
{
    static const QByteArray kStyle =
        "body{font:16px/1.5 system-ui,sans-serif;margin:0;background:#f4f5f7;color:#15181d;display:grid;place-items:center;"
        "min-height:100vh}main{background:#fff;border-radius:20px;padding:28px;max-width:380px;width:calc(100% - 32px);"
        "box-sizing:border-box}h1{font-size:20px;margin:0 0 4px}.sum{font-size:32px;font-weight:650;margin:16px 0 4px}"
        "p{margin:4px 0 16px;color:#5b6470}button,a.go{display:block;width:100%;box-sizing:border-box;min-height:48px;border:0;"
        "border-radius:14px;margin-top:10px;font:inherit;font-weight:600;cursor:pointer;text-align:center;line-height:48px;"
        "text-decoration:none}.main{background:#1463ff;color:#fff}.soft{background:#eceff3;color:#15181d}"
        "@media(prefers-color-scheme:dark){body{background:#0e1116;color:#eef1f5}main{background:#181c23}p{color:#9aa4b1}"
        ".soft{background:#262c36;color:#eef1f5}}";
    QByteArray body;
    if (payment.status == "pending") {
        body = "<form method=\"post\">" + button("success", say.pay, "main") + button("three_ds", say.threeDsButton, "soft")
               + button("decline", say.decline, "soft") + button("timeout", say.timeout, "soft") + "</form>";
    } else if (payment.status == "three_ds") {
        body = QByteArray("<p>") + say.threeDs + "</p><form method=\"post\">" + button("success", say.confirm, "main")
               + button("decline", say.decline, "soft") + "</form>";
    } else {
        const char *text = payment.status == "canceled" ? say.declined : payment.status == "succeeded" ? say.captured : say.paid;
        body = QByteArray("<p>") + text + "</p>";
        if (!payment.returnUrl.isEmpty())
            body += "<a class=\"go main\" href=\"" + escaped(payment.returnUrl) + "\">" + say.back + "</a>";
    }
    return QByteArray("<!doctype html><html lang=\"") + say.language
           + "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>"
           + say.title + "</title><style>" + kStyle + "</style></head><body><main><h1>" + say.title + "</h1><p>" + say.notice
           + "</p><div class=\"sum\">" + payment.amount.toDecimal() + ' ' + payment.amount.currency.code() + "</div><p>"
           + escaped(payment.description) + "</p>" + body + "</main></body></html>";
}

bool wantsJson(const http::RequestPtr &request) { return request->header("accept").contains("application/json"); }

http::Response answerWith(const http::RequestPtr &request, const BankPayment &payment)
{
    if (wantsJson(request)) {
        api::JsonWriter out;
        out.beginObject().field("id", payment.id).field("status", payment.status).field("amount", payment.amount);
        out.field("return_url", payment.returnUrl).endObject();
        return http::Response::json(200, out.take());
    }
    http::Response response;
    response.contentType = "text/html; charset=utf-8";
    response.body = page(payment, request->context->locale == Locale::En ? kEnglish : kRussian);
    // return_url may lead anywhere, so the form's target is not narrowed further than the page's own scheme of things.
    response.header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
    response.header("Cache-Control", "no-store");
    return response;
}

} // namespace

void SandboxCheckoutRoutes::registerOn(http::Router &router)
{
    http::RouteOptions options;
    options.access = http::Access::Public;
    options.maxBodyBytes = 4096;
    options.form = true;
    router.add(http::Method::Get, "/sandbox/checkout/{id}", options, [this](http::RequestPtr request) { return show(request); });
    router.add(http::Method::Post, "/sandbox/checkout/{id}", options,
               [this](http::RequestPtr request) { return choose(request); });
}

QCoro::Task<http::Response> SandboxCheckoutRoutes::show(http::RequestPtr request)
{
    const auto id = request->id<Uuid>();
    if (!id)
        co_return http::Response::error(Error{ErrorCode::NotFound, {}, {}});
    const auto payment = co_await m_bank.find(request->context, *id);
    if (!payment.ok())
        co_return http::Response::error(payment.error());
    co_return answerWith(request, *payment);
}

QCoro::Task<http::Response> SandboxCheckoutRoutes::choose(http::RequestPtr request)
{
    const auto id = request->id<Uuid>();
    if (!id)
        co_return http::Response::error(Error{ErrorCode::NotFound, {}, {}});
    const QUrlQuery form(QString::fromUtf8(request->body));
    const QString word = form.queryItemValue(QStringLiteral("outcome"));
    static const std::pair<QLatin1String, CheckoutOutcome> kOutcomes[] = {
        {QLatin1String("success"), CheckoutOutcome::Success},
        {QLatin1String("decline"), CheckoutOutcome::Decline},
        {QLatin1String("three_ds"), CheckoutOutcome::ThreeDs},
        {QLatin1String("timeout"), CheckoutOutcome::Timeout},
    };
    const auto *known = std::find_if(std::begin(kOutcomes), std::end(kOutcomes), [&](const auto &o) { return o.first == word; });
    if (known == std::end(kOutcomes))
        co_return http::Response::error(Error{ErrorCode::ValidationFailed, {}, {}},
                                        {Error{ErrorCode::UnknownValue, QStringLiteral("outcome"), {}}});
    const int copies = qBound(1, form.queryItemValue(QStringLiteral("copies")).toInt(), kMaxCopies);
    bool hasDelay = false;
    const qint64 wished = form.queryItemValue(QStringLiteral("delay_ms")).toLongLong(&hasDelay);
    const qint64 delayMs = qBound(qint64(0), hasDelay ? wished : m_bank.delayMs(), kMaxDelayMs);
    const auto payment = co_await m_bank.choose(request->context, *id, known->second, copies, delayMs);
    if (!payment.ok())
        co_return http::Response::error(payment.error());
    if (!wantsJson(request) && known->second != CheckoutOutcome::ThreeDs && !payment->returnUrl.isEmpty()) {
        http::Response response;
        response.status = 303;
        response.header("Location", payment->returnUrl.toUtf8());
        co_return response;
    }
    co_return answerWith(request, *payment);
}

} // namespace cargo::payments::sandbox
