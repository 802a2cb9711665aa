import QtQuick
import CarGo.Ui

// The deal that goes on, one step from home.
Card {
    id: root
    property var deal: ({})
    readonly property var steps: ["created", "funded", "in_transit", "delivered"]
    readonly property string what: deal.status === "created" ? qsTr("%1: waits for payment") : deal.status === "funded" ? qsTr("%1: the driver picks it up")
        : deal.status === "delivered" ? qsTr("%1: check it and leave a review") : deal.status === "disputed" ? qsTr("%1: we look into the problem")
        : deal.arrived ? qsTr("%1 has arrived") : qsTr("Your %1 is on its way")

    objectName: "home.deal"
    visible: deal.dealId !== undefined
    height: visible ? implicitHeight : 0
    color: Theme.brandSoft
    outlined: false
    clickable: true
    accessibleName: what.arg(deal.car)
    onClicked: Nav.go("deal", { dealId: deal.dealId })
    Item {
        width: parent.width
        height: Math.max(disc.height, 52, texts.implicitHeight)
        IconDisc { id: disc; anchors.verticalCenter: parent.verticalCenter; color: Theme.brand; name: "directions_car"; ink: Theme.brandInk }
        Column {
            id: texts
            anchors { left: disc.right; leftMargin: Theme.s3; right: arrow.left; rightMargin: Theme.s2; verticalCenter: parent.verticalCenter }
            spacing: 6
            Label { width: parent.width; text: root.what.arg(root.deal.car); wrapMode: Text.WordWrap; maximumLineCount: Theme.textScale > 1.3 ? 4 : 2; weight: Font.DemiBold; color: Theme.brandSoftInk; Accessible.ignored: true }
            Label { width: parent.width; text: root.deal.status === "created" ? qsTr("The terms are kept for you") : qsTr("The bank has the money, not the driver"); size: 13; wrapMode: Text.WordWrap; maximumLineCount: Theme.textScale > 1.3 ? 4 : 2; color: Theme.brandSoftInk; Accessible.ignored: true }
            Rectangle {
                width: parent.width; height: 5; radius: 3
                color: Theme.dark ? "#235A47" : "#B5DDCB"
                Rectangle { height: 5; radius: 3; color: Theme.brand; width: parent.width * Math.max(0.12, (root.steps.indexOf(root.deal.status) + (root.deal.arrived ? 0.6 : 0)) / 4 + 0.08) }
            }
        }
        Icon { id: arrow; anchors { right: parent.right; verticalCenter: parent.verticalCenter } name: "chevron_right"; color: Theme.brandSoftInk }
    }
}
