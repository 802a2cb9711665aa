import QtQuick
import CarGo.Ui
import CarGo.Deals

// Where the car is, when it should be there, and that nothing of what was recorded was changed. Opens the whole way.
Card {
    id: root
    required property DealViewModel vm
    readonly property var last: vm.checkpoints.count > 0 ? vm.checkpoints.get(0) : ({})
    objectName: "deal.way"
    clickable: true
    spacing: Theme.s3
    accessibleName: qsTr("The way of the car") + ": " + (vm.eta.title || "") + (last.title ? ", " + last.title + " " + last.place : "")
    onClicked: Nav.go("tracking", { dealId: vm.dealId })
    Item {
        width: parent.width
        height: Math.max(disc.height, words.implicitHeight)
        IconDisc { id: disc; anchors.verticalCenter: parent.verticalCenter; name: root.last.iconName || "map" }
        Column {
            id: words
            anchors { left: disc.right; leftMargin: Theme.s3; right: arrow.left; rightMargin: Theme.s2; verticalCenter: parent.verticalCenter }
            spacing: Theme.s1
            Label { width: parent.width; role: "bar"; wrapMode: Text.WordWrap; text: root.vm.eta.title || ""; Accessible.ignored: true }
            Label { visible: text !== ""; width: parent.width; role: "second"; wrapMode: Text.WordWrap; color: root.vm.eta.tone === "warn" ? Theme.warn : Theme.inkSoft; text: root.vm.eta.text || ""; Accessible.ignored: true }
            Label { visible: root.last.title !== undefined; width: parent.width; role: "second"; wrapMode: Text.WordWrap; text: [root.last.place || root.last.title, root.last.moment].filter(t => t).join(" · "); Accessible.ignored: true }
        }
        Icon { id: arrow; anchors { right: parent.right; verticalCenter: parent.verticalCenter } name: "chevron_right"; color: Theme.inkFaint }
    }
    Row {
        visible: root.vm.chain.count > 0
        width: parent.width
        spacing: Theme.s2
        Icon { id: lock; name: root.vm.chain.state === "broken" ? "report_problem" : "verified_user"; size: 18; color: root.vm.chain.state === "broken" ? Theme.danger : Theme.brand }
        Label { width: parent.width - lock.width - parent.spacing; size: 13; weight: Font.Medium; wrapMode: Text.WordWrap; color: root.vm.chain.state === "broken" ? Theme.danger : Theme.ink; text: root.vm.chain.title || ""; Accessible.ignored: true }
    }
}
