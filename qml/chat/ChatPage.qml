import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Chat

Page {
    id: root
    footing: writer.height
    source: vm
    property string conversationId
    property string question               // a sentence to begin with, to be sent or changed
    readonly property bool roomy: width >= 920     // the car stands beside the talk
    readonly property bool ready: vm.phase === ViewModel.Ready
    bar: false
    title: vm.peer.display_name || qsTr("Chat")
    back: true
    ChatViewModel { id: vm; conversationId: root.conversationId; onFailed: text => Nav.tell(text, { tone: "danger" }) }
    Draft { key: "chat/" + root.conversationId; target: vm; properties: ["draft"] }
    Component.onCompleted: if (question !== "" && vm.draft.trim() === "") vm.draft = question
    Rectangle {
        id: head
        width: parent.width
        height: Math.max(72, names.implicitHeight + Theme.s3)
        color: Theme.surface
        Rectangle { anchors.bottom: parent.bottom; width: parent.width; height: 1; color: Theme.line }
        IconButton { id: arrow; objectName: "back"; visible: root.back; x: Theme.s1; anchors.verticalCenter: parent.verticalCenter; iconName: "arrow_back"; text: qsTr("Back"); onClicked: Nav.back() }
        Avatar { id: face; x: root.back ? arrow.x + arrow.width + Theme.s1 : Theme.s4; visible: name !== ""; anchors.verticalCenter: parent.verticalCenter; name: vm.peer.display_name || ""; online: vm.peerOnline }
        Skeleton { visible: !face.visible && vm.phase === ViewModel.Loading; anchors.fill: face; radius: 20 }
        Skeleton { visible: !face.visible && vm.phase === ViewModel.Loading; anchors { left: face.right; leftMargin: Theme.s3; verticalCenter: parent.verticalCenter } width: 140; height: 16 }
        Column {
            id: names
            anchors { left: face.right; leftMargin: Theme.s3; right: car.left; verticalCenter: parent.verticalCenter }
            spacing: 4
            Item { width: parent.width; height: who.implicitHeight
                Label { id: who; text: vm.peer.display_name || ""; size: 16; weight: Font.DemiBold; width: Math.min(implicitWidth, parent.width - 24) }
                Icon { visible: vm.peer.verified === true; anchors { left: who.right; leftMargin: Theme.s1; verticalCenter: parent.verticalCenter } name: "verified"; size: 16; color: Theme.info } }
            Label { width: parent.width; size: 12; color: Theme.inkSoft; wrapMode: Text.WordWrap; maximumLineCount: Theme.textScale > 1.3 ? 2 : 1; text: vm.peerTyping ? qsTr("is writing…") : [vm.listing.title, vm.listing.price].filter(t => t).join(" · ") }
        }
        IconButton { id: car; objectName: "chat.car"; visible: vm.peer.display_name !== undefined && !root.roomy; width: visible ? implicitWidth : Theme.s4; anchors { right: parent.right; rightMargin: Theme.s1; verticalCenter: parent.verticalCenter } iconName: "directions_car"; text: qsTr("Open the car"); onClicked: Nav.go("listing", { listingId: vm.listing.listingId }) }
    }
    Item {
        id: talk
        anchors { top: head.bottom; left: parent.left; right: side.left; bottom: parent.bottom }
        SkeletonChat { visible: vm.phase === ViewModel.Loading; anchors.horizontalCenter: parent.horizontalCenter; y: Theme.s4; width: Math.min(parent.width, 860) - 2 * Theme.s3 }
        ErrorState { visible: vm.phase === ViewModel.Failed; anchors.centerIn: parent; trouble: vm.trouble; onRetry: vm.reload(); onBack: Nav.back(); onSignIn: Nav.askSignIn() }
        ListView {
            id: list
            objectName: "chat.messages"
            visible: root.ready
            anchors { top: parent.top; bottom: writer.top; horizontalCenter: parent.horizontalCenter }
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
            delegate: Bubble { width: list.width - 2 * Theme.s3; onRetried: vm.retry(key); onDiscarded: vm.discard(key); onPhotoOpened: at => viewer.show(model.largePhotos, at) }
            footer: Item {
                width: list.width - 2 * Theme.s3
                height: vm.contactsOpen ? 0 : safety.implicitHeight + Theme.s3
                Banner { id: safety; visible: !vm.contactsOpen; width: parent.width; tone: "warn"; iconName: "shield"; text: qsTr("Contacts open when the deal is done. Until then the bank gives money back only if everything was here.") }
            }
        }
        EmptyState { visible: root.ready && list.count === 0; anchors.centerIn: list; iconName: "chat_bubble_outline"; title: qsTr("Ask the first question"); text: qsTr("About the condition, the papers, the way home. The driver answers here.") }
        Writer { id: writer; objectName: "chat.writer"; visible: root.ready; height: visible ? implicitHeight : 0; width: parent.width; anchors.bottom: parent.bottom; vm: vm }
        DropArea { anchors.fill: parent; enabled: root.ready; onDropped: drop => { if (drop.hasUrls) writer.attach(drop.urls) } }
    }
    ChatSide { id: side; visible: root.roomy && root.ready; anchors { top: head.bottom; bottom: parent.bottom; right: parent.right } width: visible ? 336 : 0; vm: vm }
    PhotoViewer { id: viewer }
}
