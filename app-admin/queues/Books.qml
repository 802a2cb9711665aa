pragma Singleton
import QtQuick

// Words of the ledger and of the bank as finance reads them. What has no word of its own stands there as it came.
QtObject {
    function account(name) {
        switch (name) {
        case "buyer_external": return qsTr("Buyer, outside")
        case "hold_pending": return qsTr("Held at the bank")
        case "escrow": return qsTr("Escrow")
        case "driver_payable": return qsTr("Owed to drivers")
        case "platform_fee": return qsTr("Our fee")
        case "provider_fee": return qsTr("Fee of the bank")
        case "refund_payable": return qsTr("Owed to buyers")
        case "chargeback_loss": return qsTr("Loss by chargebacks")
        }
        return name.startsWith("provider_clearing:") ? qsTr("Clearing: %1").arg(name.slice(18)) : name
    }
    function entry(kind) {
        switch (kind) {
        case "hold": return qsTr("Held")
        case "hold_released": return qsTr("Hold let go")
        case "capture": return qsTr("Taken into escrow")
        case "release": return qsTr("Released to the driver")
        case "refund_decided": return qsTr("Refund decided")
        case "payout_confirmed": return qsTr("Paid to the driver")
        case "refund_confirmed": return qsTr("Paid back to the buyer")
        case "payout_returned": return qsTr("Payout came back")
        case "adjustment": return qsTr("Adjusted by hand")
        }
        return kind
    }
    function money(status) {
        switch (status) {
        case "none": return qsTr("None yet")
        case "awaiting": return qsTr("Waits for the buyer")
        case "held": return qsTr("Held at the bank")
        case "keep_queued": return qsTr("Being taken into escrow")
        case "kept": return qsTr("In escrow")
        case "void_queued": return qsTr("Hold is being let go")
        case "void": return qsTr("Hold let go")
        case "payout_queued": return qsTr("Payout is ordered")
        case "payout_sent": return qsTr("Payout is on its way")
        case "paid": return qsTr("Paid to the driver")
        case "refund_queued": return qsTr("Refund is ordered")
        case "refund_sent": return qsTr("Refund is on its way")
        case "refunded": return qsTr("Paid back to the buyer")
        case "failed": return qsTr("Failed")
        }
        return status
    }
    // What the bank was asked, and how that went.
    function order(kind) {
        switch (kind) {
        case "authorize": return qsTr("Hold")
        case "capture": return qsTr("Take into escrow")
        case "cancel": return qsTr("Let the hold go")
        case "refund": return qsTr("Refund")
        case "payout": return qsTr("Payout")
        }
        return kind
    }
    function state(word) {
        switch (word) {
        case "queued": return qsTr("waits")
        case "sent": return qsTr("sent")
        case "unknown": return qsTr("outcome unknown")
        case "succeeded": return qsTr("done")
        case "failed": return qsTr("failed")
        }
        return word
    }
}
