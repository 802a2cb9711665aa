#pragma once

#include <QJsonObject>
#include <QString>

#include <vector>

namespace cargo::test {

// Queries as people write them, with rules that grade any listing; JUDGING.md tells the format and the rules.
class JudgedQuery
{
public:
    explicit JudgedQuery(const QString &text) : m_text(text) {}

    const QString &text() const { return m_text; }
    // 0 … 3. `listing`: as in the body of POST listings.
    int grade(const QJsonObject &listing) const;

private:
    friend class JudgedSet;
    struct Condition
    {
        enum Kind { OneOf, Says, AtLeast, AtMost };
        Kind kind = OneOf;
        QString field;
        std::vector<QString> values; // folded
        double number = 0;

        bool holds(const QJsonObject &listing) const;
    };
    struct Rule
    {
        int grade = 0;
        std::vector<Condition> conditions;
    };

    QString m_text;
    std::vector<Rule> m_rules;
};

class JudgedSet
{
public:
    // What is wrong with the file, with the number of the line; empty: nothing.
    QString read(const QString &path);
    const std::vector<JudgedQuery> &queries() const { return m_queries; }

private:
    static QString readCondition(const QString &text, JudgedQuery::Condition *condition);

    std::vector<JudgedQuery> m_queries;
};

// nDCG@10 as JUDGING.md defines it. `grades`: of the answer, best first; `all`: of the whole market, in any order.
// Negative when nothing in the market answers.
double ndcgAt10(const std::vector<int> &grades, std::vector<int> all);

} // namespace cargo::test
