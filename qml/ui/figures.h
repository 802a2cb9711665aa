#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <QString>
#include <QVariantMap>

namespace cargo::ui {

// A figure that a qint64 holds: neither what QML makes of nothing (NaN) nor beyond its range.
bool isWhole(double value);
// 2650000 → "2 650 000": groups of three with a narrow space at which no line breaks, a real minus sign.
QString grouped(qint64 value);
// "₽" for RUB; the code itself where there is no sign that everybody knows.
QString currencySign(const QString &code);

// How figures are written and read in fields and charts. Without state.
class Figures : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON

public:
    using QObject::QObject;
    // As it stands in a field: at most `decimals` digits after the comma, none that are nought.
    Q_INVOKABLE static QString number(double value, int decimals = 0);
    // The same to be read, with the decimal sign of the app's language.
    Q_INVOKABLE static QString decimal(double value, int decimals);
    // "2 650 000 ₽" from 265000000 and RUB; kopecks only where there are some.
    Q_INVOKABLE static QString money(double amountMinor, const QString &currency);
    Q_INVOKABLE static QString sign(const QString &currency) { return currencySign(currency); }
    // Digits after the point that the currency has.
    Q_INVOKABLE static int exponent(const QString &currency);
    // Few letters for an axis: 1.5 million → "1,5 млн" in the language of the app.
    Q_INVOKABLE static QString brief(double value);
    // What a person wrote or pasted: "2 650 000 ₽", "2.65 млн", "¥1,250,000", "48 тыс. км". NaN when it is no number.
    Q_INVOKABLE static double parse(const QString &text);
    // A field's text after an edit, grouped anew, and where its caret stands then: {text, caret}. `before` is the text
    // until then; `caret` is the caret in `after`. What cannot be understood is refused: `before` comes back.
    Q_INVOKABLE static QVariantMap edited(const QString &before, const QString &after, int caret, int decimals);
};

} // namespace cargo::ui
