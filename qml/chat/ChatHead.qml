import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Chat

// Whom one talks to and about which car, and what can be done about both.
Rectangle {
    id: root
    required property ChatViewModel vm
    property bool back: true
    property bool roomy: false             // the car stands beside the talk
    signal searched()
    signal reported()
    signal blocking()
    height: Math.max(72, names.implicitHeight + Theme.s3)
    color: Theme.surface
    Rectangle { anchors.bottom: parent.bottom; width: parent.width; height: 1; color: Theme.line }
    IconButton { id: arrow; objectName: "back"; visible: root.back; x: Theme.s1; anchors.verticalCenter: parent.verticalCenter; iconName: "arrow_back"; text: qsTr("Back"); onClicked: Nav.back() }
    Avatar { id: face; x: root.back ? arrow.x + arrow.width + Theme.s1 : Theme.s4; visible: name !== ""; anchors.verticalCenter: parent.verticalCenter; name: root.vm.peer.display_name || ""; online: root.vm.peerOnline }
    Skeleton { visible: !face.visible && root.vm.phase === ViewModel.Loading; anchors.fill: face; radius: 20 }
    Skeleton { visible: !face.visible && root.vm.phase === ViewModel.Loading; anchors { left: face.right; leftMargin: Theme.s3; verticalCenter: parent.verticalCenter } width: 140; height: 16 }
    Column {
        id: names
        anchors { left: face.right; leftMargin: Theme.s3; right: tools.left; verticalCenter: parent.verticalCenter }
        spacing: 4
        Item { width: parent.width; height: who.implicitHeight
            Label { id: who; text: root.vm.peer.display_name || ""; size: 16; weight: Font.DemiBold; width: Math.min(implicitWidth, parent.width - 24) }
            Icon { visible: root.vm.peer.verified === true; anchors { left: who.right; leftMargin: Theme.s1; verticalCenter: parent.verticalCenter } name: "verified"; size: 16; color: Theme.info } }
        Label { width: parent.width; size: 12; color: Theme.inkSoft; wrapMode: Text.WordWrap; maximumLineCount: Theme.textScale > 1.3 ? 2 : 1; text: root.vm.peerTyping ? qsTr("is writing…") : [root.vm.listing.title, root.vm.listing.price].filter(t => t).join(" · ") }
    }
    Row {
        id: tools
        visible: root.vm.peer.display_name !== undefined
        width: visible ? implicitWidth : Theme.s4
        anchors { right: parent.right; rightMargin: Theme.s1; verticalCenter: parent.verticalCenter }
        IconButton { objectName: "chat.search"; visible: root.width > 480; iconName: "search"; text: qsTr("Search in this conversation"); onClicked: root.searched() }
        IconButton { objectName: "chat.car"; visible: !root.roomy && Theme.textScale < 1.5; iconName: "directions_car"; text: qsTr("Open the car"); onClicked: Nav.go("listing", { listingId: root.vm.listing.listingId }) }
        IconButton {
            objectName: "chat.more"
            iconName: "more_vert"
            text: qsTr("More")
            onClicked: more.open()
            Menu {
                id: more
                title: qsTr("More")
                y: parent.height
                x: parent.width - width
                MenuItem { objectName: "chat.more.search"; iconName: "search"; text: qsTr("Search in this conversation"); keys: "Ctrl+F"; onTriggered: root.searched() }
                MenuItem { objectName: "chat.more.car"; iconName: "directions_car"; text: qsTr("Open the car"); onTriggered: Nav.go("listing", { listingId: root.vm.listing.listingId }) }
                MenuDivider {}
                MenuItem { objectName: "chat.more.report"; iconName: "flag"; text: qsTr("Report this person"); onTriggered: root.reported() }
                MenuItem { objectName: "chat.more.block"; dangerous: !root.vm.blockedByMe; iconName: "block"; text: root.vm.blockedByMe ? qsTr("Unblock") : qsTr("Block"); onTriggered: root.vm.blockedByMe ? root.vm.block(false) : root.blocking() }
            }
        }
    }
}
