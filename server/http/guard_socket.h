#pragma once

#include "server/http/front_door.h"

#include <QFile>
#include <QTcpSocket>

namespace cargo::http {

// Stands between the network and Qt's HTTP parser. Its own slot for readyRead is connected in the constructor, hence before
// Qt's: it sees every byte first. A complete, checked request is taken out and a short stand-in is left, upon which Qt calls
// the server; until then, and while an answer is pending, the bytes are hidden in a QIODevice transaction. So there is one
// parser whose word counts, and one request at a time. It frames requests, refuses bad ones, reads uploads to disk itself,
// writes answers in one go, and keeps all deadlines. It must never let Qt see a byte that a client wrote.
class GuardSocket final : public QTcpSocket, public Watched
{
    Q_OBJECT
public:
    GuardSocket(FrontDoor *door, const AddressKey &address);
    ~GuardSocket() override;

    // The request whose stand-in Qt has just read, or null when none is due.
    ExchangePtr takeReady();
    // The end of an exchange. Ignored when it is not the present one any more.
    void answer(const ExchangePtr &exchange, Response response);

    void expire() override;
    void drain() override;

private:
    enum class State { Idle, Head, Body, Upload, Handling, Sending, Upgrading, Closing };

    void onReadyRead();
    void onBytesWritten();
    void onDisconnected();
    void readHead();
    void acceptHead(QByteArrayView bytes);
    void routeBody(const BodyRule &rule, qint64 headBytes);
    void readBody();
    void requestReady();
    void readUpload();
    void finishUpload();
    void upgradeHere(qint64 headBytes);

    void hide();
    void reveal();
    void discard();
    void allowBytes(qint64 count);
    void refuse(const Refusal &refusal);
    void refuseWith(const Response &response);
    void send(const QByteArray &bytes);
    void sendFileChunk();
    void answerSent();
    void closeGently();
    void arm(State state, int ms);

    FrontDoor *m_door;
    AddressKey m_address;
    QByteArray m_peer; // m_address as text, shared with every request
    State m_state = State::Idle;
    ExchangePtr m_exchange;    // the present request, from its head to the end of its answer
    qint64 m_requestBytes = 0; // head and body of the present request
    qint64 m_uploadLeft = 0;
    qsizetype m_scanned = 0; // how far the end of the head was looked for
    qint64 m_discarded = 0;
    bool m_keepAlive = true;
    bool m_shutDown = false;
    std::unique_ptr<QFile> m_file; // the answer's body, on its way
    qint64 m_fileLeft = 0;
};

} // namespace cargo::http
