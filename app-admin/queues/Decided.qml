pragma Singleton
import QtQuick

// Decisions about people in words.
QtObject {
    function title(decision) {
        switch (decision.kind + "/" + decision.outcome) {
        case "listing/changes": return qsTr("Listing sent back for changes")
        case "listing/block": return qsTr("Listing blocked")
        case "kyc/reject": return qsTr("Identity refused for good")
        case "ban/ban": return qsTr("Account banned")
        case "mute/mute": return qsTr("Muted")
        case "conversation/warn": return qsTr("Warned for a chat")
        case "dispute/refund": return qsTr("Dispute: all back to the buyer")
        case "dispute/release": return qsTr("Dispute: all to the driver")
        case "dispute/split": return qsTr("Dispute: divided")
        }
        return [decision.kind, decision.outcome].filter(word => word).join(": ")
    }
}
