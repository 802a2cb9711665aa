#pragma once

#include "qml/client/transport.h"

#include <QMap>
#include <QObject>
#include <QString>

namespace cargo::shots {

// Answers from files instead of a network, for pictures of the screens only. "@-3h" in a file is three hours before
// now.
class FixtureTransport : public client::Transport
{
public:
    enum class Mode { Full, Empty, Loading, Error, Offline };
    explicit FixtureTransport(Mode mode) : m_mode(mode) {}
    // What is below deals/{id} answers with deal_<name>.json, timeline_<name>.json …; "gone": the car is sold meanwhile.
    void setDeal(const QString &name) { m_deal = name; }
    void setMode(Mode mode) { m_mode = mode; }
    // What GET status answers; empty: all is well.
    void setStatus(const QByteArray &status) { m_status = status; }
    void send(const client::HttpRequest &request, std::function<void(const client::HttpAnswer &)> done) override;
    bool underWay() const { return m_underWay > 0; } // answers are still to come
    // Below tests/ui/fixtures; a folder's own file comes before the common one. The folder is empty or ends in a slash.
    static QByteArray fixture(const QString &name, const QString &folder = {});
    void setFolder(const QString &folder) { m_folder = folder; }

private:
    QString fileOf(const QString &path) const;
    QString ofDeal(const QString &name) const; // "timeline_arrived" where there is such a file, else "timeline"
    QObject m_life;                            // what is still to be answered ends with it
    Mode m_mode;
    int m_underWay = 0;
    QByteArray m_status;
    QString m_folder;
    QString m_deal = QStringLiteral("transit");
    bool m_raised = false; // the price, after an order was refused
};

} // namespace cargo::shots
