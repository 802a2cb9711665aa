#pragma once

#include "shared/api/json_reader.h"
#include "shared/api/json_writer.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace cargo::api {

// A case with support. Those of kind "dispute" are opened with the dispute and read by both sides of its deal.
struct TicketDto
{
    TicketId id;
    QString number; // for people: "T-5001"
    QString kind;   // question, dispute, safety
    std::optional<DealId> dealId;
    UserId openedBy;
    QString subject;
    QString status; // open, closed
    Timestamp createdAt;
    Timestamp lastMessageAt;
    std::optional<Timestamp> closedAt;

    void write(JsonWriter &out) const;
    static Parsed<TicketDto> read(const QJsonObject &json);
};

struct TicketMessageDto
{
    Uuid id;
    TicketId ticketId;
    UserId authorId;
    bool fromStaff = false;
    QString body;
    bool masked = false; // contacts are hidden from the other side of a dispute
    std::vector<MediaId> attachments;
    Timestamp createdAt;

    void write(JsonWriter &out) const;
    static Parsed<TicketMessageDto> read(const QJsonObject &json);
};

// POST tickets.
struct TicketBody
{
    QString subject;
    QString body;
    std::optional<DealId> dealId;
    std::vector<MediaId> attachments;

    QByteArray toJson() const;
    static Parsed<TicketBody> parse(QByteArrayView body);
};

// POST tickets/{id}/messages.
struct TicketMessageBody
{
    QString body;
    std::vector<MediaId> attachments;
    bool close = false; // and close the ticket

    QByteArray toJson() const;
    static Parsed<TicketMessageBody> parse(QByteArrayView body);
};

} // namespace cargo::api
