#include "qml/chat/quick_replies_view_model.h"

#include "shared/api/writing_dto.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace cargo::chat {

using client::Answer;
using client::Call;

namespace {

const QString kPath = QStringLiteral("me/quick-replies");

QStringList itemsOf(const QJsonObject &body)
{
    QStringList items;
    const QJsonArray list = body.value(QLatin1String("items")).toArray();
    for (const QJsonValue &item : list)
        items.append(item.toString());
    return items;
}

} // namespace

void QuickRepliesViewModel::begin()
{
    connect(client()->session(), &client::Session::signedInChanged, this, &QuickRepliesViewModel::reload);
    reload();
}

void QuickRepliesViewModel::reload()
{
    if (!client()->session()->signedIn()) {
        m_mine.clear();
        Q_EMIT changed();
        return;
    }
    loadAside({kPath, kPath}, [this](const QJsonObject &body) {
        if (m_saves == 0)
            m_mine = itemsOf(body);
        Q_EMIT changed();
    });
}

bool QuickRepliesViewModel::full() const { return m_mine.size() >= api::kMaxQuickReplies; }

QStringList QuickRepliesViewModel::offered() const
{
    QStringList list = m_mine;
    const bool driver = client() && client()->role() == QLatin1String("driver");
    const auto add = [&list](const QString &text) {
        if (!list.contains(text))
            list.append(text);
    };
    if (m_stage == QLatin1String("new") || m_stage == QLatin1String("talk")) {
        if (driver) {
            add(tr("Yes, the car is for sale."));
            add(tr("I will send more photos today."));
            add(tr("The price already holds the delivery."));
            add(tr("Which city should the car come to?"));
        } else {
            add(tr("Is the car still for sale?"));
            add(tr("Could you send more photos?"));
            add(tr("Are there any flaws that the photos do not show?"));
            add(tr("How long does the way to my city take?"));
        }
    } else if (m_stage == QLatin1String("deal")) {
        add(driver ? tr("I pick up the car as agreed.") : tr("When do you pick up the car?"));
        add(driver ? tr("I will send photos at the pick-up.") : tr("Please send photos at the pick-up."));
    } else if (m_stage == QLatin1String("road")) {
        add(driver ? tr("All is well, I am on the way.") : tr("Where are you now?"));
        add(driver ? tr("I am late, I add a checkpoint.") : tr("When will the car be here?"));
        add(driver ? tr("I am at the border.") : tr("Is everything all right with the car?"));
    } else if (m_stage == QLatin1String("arrived")) {
        add(driver ? tr("I am here. Where do we meet?") : tr("I am on my way to you."));
        add(driver ? tr("Have your code and papers with you.") : tr("I would like to look at the car by daylight."));
    } else if (m_stage == QLatin1String("done")) {
        add(tr("Thank you!"));
    }
    return list;
}

bool QuickRepliesViewModel::put(int at, const QString &text)
{
    const QString words = text.simplified();
    if (words.isEmpty() || words.toUcs4().size() > api::kMaxQuickReplyCodePoints || (at < 0 && full()))
        return false;
    QStringList now = m_mine;
    if (at >= 0 && at < now.size())
        now[at] = words;
    else if (!now.contains(words))
        now.append(words);
    save(now);
    return true;
}

void QuickRepliesViewModel::take(int at)
{
    QStringList now = m_mine;
    if (at < 0 || at >= now.size())
        return;
    now.removeAt(at);
    save(now);
}

void QuickRepliesViewModel::move(int from, int to)
{
    QStringList now = m_mine;
    if (from < 0 || to < 0 || from >= now.size() || to >= now.size() || from == to)
        return;
    now.move(from, to);
    save(now);
}

// The whole list goes each time: the last one is what stands.
void QuickRepliesViewModel::save(const QStringList &now)
{
    if (now == m_mine)
        return;
    m_mine = now;
    Q_EMIT changed();
    ++m_saves;
    const QJsonObject body{{QStringLiteral("items"), QJsonArray::fromStringList(now)}};
    client()->api()->send(Call::put(kPath, QJsonDocument(body).toJson(QJsonDocument::Compact)), this,
                          [this](const Answer &answer) {
                              --m_saves;
                              if (!answer.ok)
                                  Q_EMIT failed(client::troubleOf(answer).text);
                              if (m_saves == 0)
                                  reload(); // what the server has now, also what it did not take
                          });
}

} // namespace cargo::chat
