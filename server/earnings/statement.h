#pragma once

#include "server/core/call_context.h"
#include "server/earnings/earnings_store.h"

namespace cargo::earnings {

// Of one statement.
inline constexpr int kStatementDays = 366;
inline constexpr int kStatementLines = 2000;

// What a driver was paid between two days, as a table for spreadsheets (safe from formulas) and as data for the printed page.
QByteArray statementCsv(const std::vector<Earning> &earnings, Locale locale);
QByteArray statementJson(const std::vector<Earning> &earnings, const QString &driver, const QString &from, const QString &to);
// The page for people, from the bytes of statementJson(): HTML for QTextDocument, everything in it escaped. Empty: no statement.
QString statementPage(const QByteArray &statement, Locale locale);

} // namespace cargo::earnings
