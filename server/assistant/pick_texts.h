#pragma once

#include "server/core/call_context.h"
#include "shared/domain/money.h"

#include <QString>

namespace cargo::assistant {

// Russian and English sentences of the picker. What they say is also told in codes and numbers.
class PickTexts
{
public:
    explicit PickTexts(Locale locale) : m_russian(locale == Locale::Ru) {}

    QString say(const char *russian, const char *english) const { return QString::fromUtf8(m_russian ? russian : english); }
    QString money(const Money &money) const;
    QString roubles(qint64 minor) const { return money({minor, Currency::rub()}); }
    QString km(int km) const;
    QString horses(int power) const;
    QString litres(int cc) const;
    QString days(int days) const;
    QString cars(qint64 count) const;
    QString seats(int count) const;
    QString number(double value, int decimals) const;
    // A closed word or a feature of a car: "awd" -> «полный привод»; an unknown one as it is.
    QString word(const QString &word) const;
    QString country(const QString &code) const;
    // A condition of GET search with its value: "price_to" -> «до 2 000 000 ₽».
    QString condition(const QByteArray &name, const QStringList &values) const;

private:
    QString counted(qint64 count, const char *one, const char *few, const char *many, const char *english,
                    const char *more) const;

    bool m_russian;
};

} // namespace cargo::assistant
