import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Chat

Page {
    id: root
    property string conversationId
    bar: false
    title: vm.peer.display_name || qsTr("Chat")
    back: true
    ChatViewModel { id: vm; conversationId: root.conversationId }
    Rectangle {
        id: head
        width: parent.width
        height: 72
        color: Theme.surface
        Rectangle { anchors.bottom: parent.bottom; width: parent.width; height: 1; color: Theme.line }
        IconButton { id: arrow; objectName: "back"; visible: root.back; x: 4; anchors.verticalCenter: parent.verticalCenter; iconName: "arrow_back"; text: qsTr("Back"); onClicked: Nav.back() }
        Avatar { id: face; x: root.back ? 54 : Theme.s4; anchors.verticalCenter: parent.verticalCenter; name: vm.peer.display_name || ""; online: vm.peerOnline }
        Column {
            anchors { left: face.right; leftMargin: Theme.s3; right: car.left; verticalCenter: parent.verticalCenter }
            spacing: 3
            Row { spacing: 5; Label { text: vm.peer.display_name || ""; size: 16; weight: Font.DemiBold } Icon { visible: vm.peer.verified === true; name: "verified"; size: 16; color: Theme.info } }
            Label { width: parent.width; size: 12; color: Theme.inkSoft; text: vm.peerTyping ? qsTr("is writing…") : [vm.listing.title, vm.listing.price].filter(t => t).join(" · ") }
        }
        IconButton { id: car; objectName: "chat.car"; anchors { right: parent.right; rightMargin: 4; verticalCenter: parent.verticalCenter } iconName: "directions_car"; text: qsTr("Open the car"); onClicked: Nav.go("listing", { listingId: vm.listing.listingId }) }
    }
    SkeletonList { visible: vm.phase === ViewModel.Loading; x: Theme.s3; y: head.height + Theme.s3; width: Math.min(parent.width - 2 * x, 720); rows: 4 }
    ErrorState { visible: vm.phase === ViewModel.Failed; anchors.centerIn: parent; text: vm.errorText; onRetry: vm.reload() }
    ListView {
        id: list
        objectName: "chat.messages"
        anchors { top: head.bottom; bottom: writer.top; horizontalCenter: parent.horizontalCenter }
        width: Math.min(parent.width, 860)
        verticalLayoutDirection: ListView.BottomToTop
        model: vm.model
        leftMargin: Theme.s3
        rightMargin: Theme.s3
        topMargin: Theme.s3
        bottomMargin: Theme.s3
        spacing: 10
        clip: true
        onAtYBeginningChanged: if (atYBeginning) vm.loadMore()
        delegate: Bubble { width: list.width - 2 * Theme.s3; onRetried: vm.retry(key); onDiscarded: vm.discard(key) }
        footer: Item {
            width: list.width - 2 * Theme.s3
            height: vm.contactsOpen ? 0 : safety.implicitHeight + Theme.s3
            Banner { id: safety; visible: !vm.contactsOpen; width: parent.width; tone: "warn"; iconName: "shield"; text: qsTr("Contacts open when the deal is done. Until then the bank gives money back only if everything was here.") }
        }
    }
    Writer { id: writer; width: parent.width; anchors.bottom: parent.bottom; vm: vm }
}
