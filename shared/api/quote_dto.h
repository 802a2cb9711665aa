#pragma once

#include "shared/api/json_reader.h"
#include "shared/api/json_writer.h"
#include "shared/domain/deal/deal_endings.h"
#include "shared/domain/deal/fee.h"

namespace cargo::api {

// One line of the calculation, of the side that pays or gets it. Lines of a side add up to its sum; the fee is below zero.
struct QuoteLineDto
{
    QString code; // car | platform_fee
    DealActor side = DealActor::Buyer;
    Money amount;
};

// How long each clock of a deal will run once it runs, in seconds.
struct QuoteClocksDto
{
    qint64 paymentS = 0;       // created: until the buyer has paid
    qint64 startS = 0;         // funded: until the driver has picked up; the card's hold may end it earlier
    qint64 confirmationS = 0;  // after arrival: until the buyer has confirmed
    qint64 disputeWindowS = 0; // delivered: until the money goes to the driver
    qint64 evidenceS = 0;      // disputed: evidence is taken
};

// What a deal would cost and how it could end, before it exists. A deal made with the same amount and days has these terms.
struct QuoteDto
{
    ListingId listingId;
    Money amount;
    Money buyerPays;
    Money fee;
    qint64 feeBasisPoints = 0;
    Money feeMinimum;
    FeeRule feeRule = FeeRule::Rate;
    Money driverReceives;
    std::vector<QuoteLineDto> lines;
    int deliveryEtaDays = 0;
    int kycTierNeeded = 1; // of the buyer
    QString provider;      // who holds the money
    QuoteClocksDto clocks;
    std::vector<DealEnding> endings; // the rules of cancelling
    // What the sum does not hold and the buyer pays himself: customs_duty, recycling_fee, broker, registration.
    QStringList notIncluded;
    QStringList notices; // customs_are_the_buyers | escrow_at_provider | no_payment_outside

    void write(JsonWriter &out) const;
    static Parsed<QuoteDto> read(const QJsonObject &json);
};

} // namespace cargo::api
