#pragma once

#include "shared/api/checkpoint_dto.h"
#include "shared/domain/deal/deal_state.h"
#include "shared/domain/deal/money_table.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace cargo::api {

// The clocks that run now, each absent when it does not run. Names on the wire end in _at.
struct DealDeadlinesDto
{
    std::optional<Timestamp> payment;       // payment_at: pay until then
    std::optional<Timestamp> start;         // start_at: the driver picks up until then
    std::optional<Timestamp> confirmation;  // confirmation_at: the buyer confirms until then
    std::optional<Timestamp> disputeWindow; // dispute_window_at: money is released then
    std::optional<Timestamp> evidence;      // evidence_at: evidence is taken until then
    std::optional<Timestamp> review;        // review_at: reviews are taken until then
    std::optional<Timestamp> holdExpires;   // hold_expires_at: the provider's clock, which no dispute stops
};

// Our clocks stand still because somebody did not feel safe.
struct SafetyStopDto
{
    DealActor by = DealActor::Driver;
    Timestamp stoppedAt;
    Timestamp endsAt;                  // the clocks go on by themselves then
    std::optional<qint64> clockLeftMs; // of the clock that stopped
    std::optional<TicketId> ticketId;  // for who stopped, and staff
};

struct DealDisputeDto
{
    Uuid id;
    TicketId ticketId;
    DealActor openedBy = DealActor::Buyer;
    std::optional<DealStatus> statusBefore;
    std::optional<qint64> clockLeftMs; // what goes on when the dispute is withdrawn
};

// A proposed change of price or term. Absent parts do not change.
struct AmendmentDto
{
    AmendmentId id;
    DealActor proposedBy = DealActor::Driver;
    std::optional<Money> amount;
    std::optional<Money> fee; // the fee that the new amount leads to
    std::optional<int> deliveryEtaDays;
    QString reason;
    std::vector<MediaId> photos;
    QString status; // proposed | accepted | declined | superseded
    Timestamp createdAt;
    std::optional<Timestamp> decidedAt;

    void write(JsonWriter &out) const;
    static Parsed<AmendmentDto> read(const QJsonObject &json);
};

// One deal as one side sees it: `allowed_events` and the handover code differ between buyer and driver.
struct DealDto
{
    DealId id;
    QString number; // for people: "CG-100001"
    ListingId listingId;
    ConversationId conversationId;
    UserId buyerId;
    UserId driverId;
    DealStatus status = DealStatus::Created;
    MoneyStatus moneyStatus = MoneyStatus::None;
    Money amount;
    Money fee;
    qint64 feeBasisPoints = 0; // by which the fee was made, and follows a new price
    Money feeMinimum;
    Money driverReceives;
    std::optional<Money> refund; // after a split or a refund
    QString deliveryPlace;
    int deliveryEtaDays = 0;
    QByteArray listing = "{}"; // JSON object: the listing as it was when the deal was made
    QByteArray buyer = "{}";   // JSON object: public card of the user
    QByteArray driver = "{}";
    qint64 version = 0;
    std::vector<DealEvent> allowedEvents; // for who asked
    DealDeadlinesDto deadlines;
    std::optional<DealDisputeDto> dispute;
    std::optional<SafetyStopDto> safetyStop;      // while it holds
    std::optional<AmendmentDto> amendment;        // the one that waits for an answer
    std::optional<QString> handoverCode;          // buyer only, after arrival
    std::optional<QString> handoverQr;            // the same as a QR code's text: cargo://handover/…
    std::optional<Timestamp> handoverLockedUntil; // too many wrong codes: only the QR code or the buyer himself until then
    std::optional<QString> vin;                   // as read at pick-up
    bool reviewedByMe = false;
    bool reviewable = false; // the caller may write his review now
    Timestamp createdAt;
    Timestamp updatedAt;
    std::optional<Timestamp> fundedAt, startedAt, arrivedAt, deliveredAt, disputedAt, finishedAt;

    void write(JsonWriter &out) const;
    QByteArray toJson() const;
    static Parsed<DealDto> read(const QJsonObject &json);
    QJsonObject listingObject() const;
    QJsonObject buyerObject() const;
    QJsonObject driverObject() const;
};

// One line of a deal's timeline.
struct DealEventDto
{
    Uuid id;
    qint64 seq = 0;
    QByteArray event; // a word of DealEvent, or "evidence", "evidence_closed", "money_…"
    DealActor actor = DealActor::Clock;
    std::optional<DealStatus> from;
    DealStatus to = DealStatus::Created;
    QByteArray details = "{}"; // JSON object
    std::optional<CheckpointDto> checkpoint;
    Timestamp createdAt;

    void write(JsonWriter &out) const;
    static Parsed<DealEventDto> read(const QJsonObject &json);
};

// Bodies of requests. `parse` is the server's strict reading, `toJson` what the apps send.
struct CreateDealBody
{
    ListingId listingId;
    Money amount;
    QString deliveryPlace;
    int deliveryEtaDays = 0;
    std::optional<qint64> listingVersion; // that the buyer saw; another one now: 409

    QByteArray toJson() const;
    static Parsed<CreateDealBody> parse(QByteArrayView body);
};

struct PayDealBody
{
    QString returnUrl; // may be empty: the page says "done" itself

    QByteArray toJson() const;
    static Parsed<PayDealBody> parse(QByteArrayView body);
};

// confirm (with `code` when the driver confirms), cancel, release, withdraw-dispute.
struct DealNoteBody
{
    QString note;
    QString code;

    QByteArray toJson() const;
    static Parsed<DealNoteBody> parse(QByteArrayView body);
};

// A safety stop, and its end by staff.
struct SafetyBody
{
    QString text; // for staff alone; of staff: for both sides

    QByteArray toJson() const;
    static Parsed<SafetyBody> parse(QByteArrayView body);
};

struct AmendmentBody
{
    std::optional<Money> amount;
    std::optional<int> deliveryEtaDays;
    QString reason;
    std::vector<MediaId> photos;

    QByteArray toJson() const;
    static Parsed<AmendmentBody> parse(QByteArrayView body);
};

} // namespace cargo::api
