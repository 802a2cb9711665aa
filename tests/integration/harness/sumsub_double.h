#pragma once

#include "shared/domain/clock.h"

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QMutex>
#include <QThread>

#include <atomic>
#include <functional>
#include <vector>

namespace cargo::test {

// Sumsub as far as its rules go that matter to a client: signed calls within a minute of its clock, one applicant for each
// externalUserId, pictures known by their bytes, a review that is asked for and answered. The test says what the answer is.
class SumsubDouble : public QThread
{
public:
    explicit SumsubDouble(std::function<Timestamp()> now);
    ~SumsubDouble() override;

    QByteArray url() const { return "http://127.0.0.1:" + QByteArray::number(m_port); }
    static QByteArray token() { return "sbx:test"; }
    static QByteArray secret() { return "sumsub-secret"; }
    static QByteArray webhookSecret() { return "whsec-sumsub"; }

    struct Picture
    {
        QByteArray id;
        QByteArray type; // "PASSPORT/FRONT_SIDE"
        QByteArray sha256;
    };
    struct Applicant
    {
        QByteArray id;
        QByteArray status = "init";
        QJsonObject result;
        std::vector<Picture> pictures;
        QHash<QByteArray, QJsonObject> faults; // by picture
        int reviews = 0;                       // how often one was asked for
    };
    // A copy; of nobody: with an empty id.
    Applicant applicant(const QByteArray &externalId) const;
    int applicants() const;
    int calls() const { return m_calls; }
    void answer(const QByteArray &externalId, const QJsonObject &result, const QHash<QByteArray, QJsonObject> &faults = {});
    // The next calls that change something are carried out, and their answers get lost.
    void loseAnswers(int count) { m_lose = count; }
    // Every call is answered so; 0: as it should be.
    void breakWith(int status) { m_broken = status; }

    // A webhook's body, and its headers under a secret.
    static QByteArray event(const QByteArray &externalId, const QByteArray &type, const QByteArray &moment,
                            const QByteArray &more = {});
    static std::vector<std::pair<QByteArray, QByteArray>> headers(const QByteArray &body, const QByteArray &secret,
                                                                  const QByteArray &algorithm = "HMAC_SHA256_HEX");

protected:
    void run() override;

private:
    struct Answer
    {
        int status = 200;
        QByteArray body;
        QByteArray imageId;
    };
    Answer handle(const QByteArray &verb, const QByteArray &path, const QByteArray &type, const QByteArray &body);
    Answer create(const QByteArray &body);
    Answer upload(Applicant &applicant, const QByteArray &type, const QByteArray &body);
    static Answer refuse(int status, const char *description, int code = 0);
    Applicant *byId(const QByteArray &id);

    std::function<Timestamp()> m_now;
    quint16 m_port = 0;
    mutable QMutex m_mutex;
    QHash<QByteArray, Applicant> m_people; // by externalUserId
    std::atomic<int> m_calls{0};
    std::atomic<int> m_lose{0};
    std::atomic<int> m_broken{0};
};

} // namespace cargo::test
