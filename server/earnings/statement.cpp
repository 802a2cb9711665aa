#include "server/earnings/statement.h"

#include "server/core/csv.h"
#include "shared/api/json_writer.h"
#include "shared/domain/deal/deal_number.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace cargo::earnings {

namespace {

constexpr char kFormat[] = "cargo.earnings-statement";

QByteArray csvLine(std::initializer_list<QByteArray> cells)
{
    QByteArray line;
    for (const QByteArray &cell : cells)
        line += (line.isNull() ? QByteArray("") : QByteArray(",")) + cell;
    return line + "\r\n";
}

QByteArray day(Timestamp at) { return at.toRfc3339().left(10); }

} // namespace

QByteArray statementCsv(const std::vector<Earning> &earnings, Locale locale)
{
    const auto say = [locale](const char *russian, const char *english) {
        return csvText(QString::fromUtf8(locale == Locale::Ru ? russian : english));
    };
    // With a mark at the beginning, spreadsheets read it as UTF-8.
    QByteArray csv = "\xEF\xBB\xBF";
    csv += csvLine({say("Дата выплаты", "Paid on"), say("Сделка", "Deal"), say("Автомобиль", "Car"), say("Валюта", "Currency"),
                    say("Цена", "Price"), say("Возврат покупателю", "Back to the buyer"), say("Комиссия", "Fee"),
                    say("Получено", "Received")});
    for (const Earning &earning : earnings) {
        csv += csvLine({day(earning.paidAt.value_or(earning.since)), dealNumberText(earning.number), csvText(earning.title),
                        earning.amount.currency.code(), earning.amount.toDecimal(), earning.refund.toDecimal(),
                        earning.fee.toDecimal(), earning.receives().toDecimal()});
    }
    return csv;
}

QByteArray statementJson(const std::vector<Earning> &earnings, const QString &driver, const QString &from, const QString &to)
{
    api::JsonWriter out(4096);
    out.beginObject().field("format", kFormat).field("driver", driver).field("from", from).field("to", to);
    out.key("lines").beginArray();
    for (const Earning &earning : earnings) {
        out.beginObject().field("paid_on", day(earning.paidAt.value_or(earning.since)));
        out.field("number", dealNumberText(earning.number)).field("title", earning.title);
        out.field("currency", earning.amount.currency.code()).field("amount", earning.amount.toDecimal());
        out.field("refund", earning.refund.toDecimal()).field("fee", earning.fee.toDecimal());
        out.field("receives", earning.receives().toDecimal()).endObject();
    }
    out.endArray().endObject();
    return out.take();
}

QString statementPage(const QByteArray &statement, Locale locale)
{
    const QJsonObject object = QJsonDocument::fromJson(statement).object();
    if (object.value(QLatin1String("format")).toString() != QLatin1String(kFormat))
        return {};
    const auto say = [locale](const char *russian, const char *english) {
        return QString::fromUtf8(locale == Locale::Ru ? russian : english).toHtmlEscaped();
    };
    const auto text = [](const QJsonObject &from, const char *name) {
        return from.value(QLatin1String(name)).toString().toHtmlEscaped();
    };
    const auto cell = [](const QString &content, bool number = false) -> QString {
        return (number ? QStringLiteral("<td align='right'>") : QStringLiteral("<td>")) + content + QStringLiteral("</td>");
    };
    QString rows;
    for (const QJsonValue &value : object.value(QLatin1String("lines")).toArray()) {
        const QJsonObject line = value.toObject();
        const auto sum = [&](const char *name) {
            return grouped(line.value(QLatin1String(name)).toString().toLatin1()).toHtmlEscaped();
        };
        rows += QStringLiteral("<tr>") + cell(text(line, "paid_on")) + cell(text(line, "number")) + cell(text(line, "title"))
                + cell(sum("amount"), true) + cell(sum("refund"), true) + cell(sum("fee"), true) + cell(sum("receives"), true)
                + cell(text(line, "currency")) + QStringLiteral("</tr>");
    }
    if (rows.isEmpty())
        rows = QStringLiteral("<tr><td colspan='8'>") + say("Выплат за это время не было.", "Nothing was paid in this time.")
               + QStringLiteral("</td></tr>");
    return QStringLiteral("<html><body><h1>") + say("Выписка о выплатах", "Statement of payouts") + QStringLiteral("</h1><p>")
           + text(object, "driver") + QStringLiteral("<br/>") + text(object, "from") + QStringLiteral(" — ") + text(object, "to")
           + QStringLiteral("</p><table width='100%' cellspacing='0' cellpadding='3'><tr class='label'>")
           + cell(say("Дата", "Paid on")) + cell(say("Сделка", "Deal")) + cell(say("Автомобиль", "Car"))
           + cell(say("Цена", "Price"), true) + cell(say("Возврат", "Refund"), true) + cell(say("Комиссия", "Fee"), true)
           + cell(say("Получено", "Received"), true) + cell(QString()) + QStringLiteral("</tr>") + rows
           + QStringLiteral("</table><p class='note'>")
           + say("Выплаты проводит лицензированный платёжный провайдер. Налоги перегонщик платит сам.",
                 "A licensed payment provider makes the payouts. Taxes are the driver's own.")
           + QStringLiteral("</p></body></html>");
}

} // namespace cargo::earnings
