#pragma once

#include <QByteArray>
#include <QMap>
#include <QMutex>
#include <QThread>

#include <atomic>
#include <vector>

namespace cargo::test {

// Speaks POST /v1/embeddings as OpenAI describes it, on a free port of the loopback, in a thread of its own. What texts mean is
// which letters stand together in them (hashed trigrams), so that texts with the same beginnings of words are really near.
// Refuses what the description does not allow, and does wrong what a test asks for.
class EmbeddingDouble : public QThread
{
    Q_OBJECT
public:
    EmbeddingDouble();
    ~EmbeddingDouble() override;

    QByteArray url() const { return "http://127.0.0.1:" + QByteArray::number(m_port) + "/v1"; }
    int calls() const { return m_calls; }
    // How often each text was answered with a vector.
    QMap<QString, int> texts() const;

    static constexpr int kNativeDimensions = 512;
    static std::vector<double> meaningOf(const QString &text, int dimensions);

    // Every call is answered so; 0: as it should be.
    void breakWith(int status, int retryAfterSeconds = 0);
    void slowDown(int ms) { m_slowMs = ms; }
    // The whole answer; empty: as it should be.
    void answerWith(const QByteArray &body);
    // A text that holds this makes the whole call fail.
    void refuse(const QString &word);
    void askForKey(const QByteArray &key);
    // It knows no "dimensions", and gives as many numbers as its model has.
    void knowNoDimensions(bool so) { m_knowsDimensions = !so; }

protected:
    void run() override;

private:
    struct Reply
    {
        int status = 200;
        QByteArray body;
        int retryAfter = 0;
    };
    Reply handle(const QByteArray &path, const QByteArray &authorization, const QByteArray &body);
    static Reply refusal(int status, const char *code, const QByteArray &about = {});

    std::atomic<quint16> m_port{0};
    std::atomic<int> m_calls{0};
    std::atomic<int> m_broken{0};
    std::atomic<int> m_retryAfter{0};
    std::atomic<int> m_slowMs{0};
    std::atomic<bool> m_knowsDimensions{true};
    mutable QMutex m_mutex; // of all below
    QMap<QString, int> m_texts;
    QByteArray m_answer;
    QByteArray m_key;
    QString m_refused;
};

} // namespace cargo::test
