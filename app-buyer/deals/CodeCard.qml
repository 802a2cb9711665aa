import QtQuick
import CarGo.Ui

// The code that says yes in the buyer's name: covered until he asks for it, with whom to show it to and whom never.
Card {
    id: root
    property string code
    property string qr                     // what the driver's camera reads; empty: there is none
    property double lockedUntil: 0         // Unix ms; too many wrong codes were tried
    property string driver
    property bool shown: false
    signal asked()
    objectName: "handover.code.card"
    color: Theme.brandSoft
    outlined: false
    spacing: Theme.s3
    Label { width: parent.width; role: "bar"; color: Theme.brandSoftInk; wrapMode: Text.WordWrap; text: qsTr("Handover code") }
    Label { objectName: "deal.code"; visible: root.shown; width: parent.width; role: "figure"; color: Theme.brandSoftInk; horizontalAlignment: Text.AlignHCenter; font.letterSpacing: 8; text: root.code; Accessible.name: root.code.split("").join(" ") }
    QrCode { visible: root.shown && root.qr !== ""; anchors.horizontalCenter: parent.horizontalCenter; text: root.qr; name: qsTr("QR code of the handover"); size: Math.min(220, root.width - 2 * root.padding) }
    Countdown { visible: root.shown && root.lockedUntil > Clock.now(); width: parent.width; untilMs: root.lockedUntil; label: qsTr("Too many wrong codes. Digits work again in") }
    Button { objectName: "handover.show"; visible: !root.shown; width: parent.width; kind: "outline"; iconName: "visibility"; text: qsTr("Show the code"); onClicked: root.asked() }
    component Rule: Row {
        id: rule
        property string sign
        property string words
        width: parent.width
        spacing: Theme.s2
        Icon { id: mark; name: rule.sign; size: 20; color: Theme.brandSoftInk }
        Label { width: rule.width - mark.width - rule.spacing; size: 14; color: Theme.brandSoftInk; wrapMode: Text.WordWrap; text: rule.words }
    }
    Rule { sign: "check_circle"; words: root.driver !== "" ? qsTr("Show it to %1, when the car stands before you and all is well.").arg(root.driver) : qsTr("Show it to the driver, when the car stands before you and all is well.") }
    Rule { sign: "block"; words: qsTr("Never in the chat, never by telephone, to nobody “from the bank” or “from CarGo”. We do not ask for it.") }
}
