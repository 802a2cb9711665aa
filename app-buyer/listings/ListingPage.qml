import QtQuick
import QtQuick.Templates as T
import CarGo.Ui
import CarGo.Client
import CarGo.Listings

Page {
    id: root
    property string listingId
    readonly property bool wide: width >= Theme.wideFrom
    readonly property int side: Math.max(Theme.margin(width), (width - Theme.contentWidth) / 2)
    title: vm.card.title || ""
    back: true
    actions: [
        IconButton { iconName: "share"; text: qsTr("Copy the link"); onClicked: { clip.text = "cargo://l/" + root.listingId; clip.selectAll(); clip.copy(); toast.show(qsTr("The link is copied")) } },
        IconButton { objectName: "listing.favourite"; iconName: vm.card.favourite ? "favorite" : "favorite_border"; color: vm.card.favourite ? Theme.danger : Theme.ink; text: vm.card.favourite ? qsTr("Remove from favourites") : qsTr("Add to favourites"); onClicked: Session.signedIn ? vm.toggleFavourite() : Nav.askSignIn() }
    ]

    ListingViewModel { id: vm; listingId: root.listingId; onChatOpened: id => Nav.go("chat", { conversationId: id }); onFailed: text => toast.show(text) }
    TextEdit { id: clip; visible: false; Accessible.ignored: true }
    SkeletonList { visible: vm.phase === ViewModel.Loading; x: root.side; width: Math.min(560, parent.width - 2 * x); photos: true; rows: 2 }
    ErrorState { visible: vm.phase === ViewModel.Failed; anchors.centerIn: parent; text: vm.errorText; onRetry: vm.reload() }
    Flickable {
        visible: vm.phase === ViewModel.Ready
        anchors { fill: parent; bottomMargin: foot.height }
        contentHeight: Math.max(gallery.height, facts.y + facts.implicitHeight) + Theme.s6
        boundsBehavior: Flickable.DragOverBounds
        Rectangle {
            id: gallery
            x: root.wide ? root.side : 0
            width: root.wide ? (parent.width - 2 * root.side) * 0.58 : parent.width
            height: Math.min(width * 0.68, 620)
            radius: root.wide ? Theme.radiusPhoto : 0
            color: Theme.sunken
            PhotoGallery { id: photos; anchors.fill: parent; photos: vm.photos; onTapped: large.open() }
        }
        Column {
            id: facts
            x: root.wide ? gallery.x + gallery.width + Theme.s6 : root.side
            y: root.wide ? 0 : gallery.height + Theme.s4
            width: root.wide ? parent.width - x - root.side : parent.width - 2 * root.side
            spacing: Theme.s4
            Column {
                width: parent.width
                spacing: 6
                Label { text: vm.card.price || ""; size: 28; display: true; weight: Font.Bold }
                Label { text: vm.card.title || ""; size: 16; weight: Font.DemiBold; width: parent.width; wrapMode: Text.WordWrap }
                Row { spacing: 6; Icon { name: "local_shipping"; size: 18 } Label { text: vm.card.route || ""; color: Theme.inkSoft } }
            }
            DriverCard { width: parent.width; driver: vm.driver }
            Card {
                width: parent.width
                spacing: Theme.s3
                Repeater {
                    model: vm.facts
                    Item {
                        required property var modelData
                        width: parent.width
                        height: value.implicitHeight + 4
                        Label { text: parent.modelData.name; size: 14; color: Theme.inkSoft; width: parent.width * 0.4 }
                        Label { id: value; x: parent.width * 0.42; width: parent.width * 0.58; text: parent.modelData.value; size: 14; weight: Font.Medium; wrapMode: Text.WrapAnywhere }
                    }
                }
            }
            Card {
                visible: vm.description !== ""
                width: parent.width
                spacing: Theme.s2
                Label { text: qsTr("What the driver says"); weight: Font.DemiBold }
                Label { text: vm.description; width: parent.width; wrapMode: Text.WordWrap; color: Theme.inkSoft }
            }
            Banner { width: parent.width; iconName: "lock"; title: qsTr("The bank has the money, not the driver"); text: qsTr("He gets it when you have seen the car and said yes.") }
        }
    }
    Rectangle {
        id: foot
        visible: vm.phase === ViewModel.Ready
        anchors.bottom: parent.bottom
        width: parent.width
        height: visible ? Theme.touch + 2 * Theme.s3 + 1 : 0
        color: Theme.surface
        Rectangle { width: parent.width; height: 1; color: Theme.line }
        Row {
            anchors { right: parent.right; rightMargin: root.side; verticalCenter: parent.verticalCenter }
            width: root.wide ? 480 : parent.width - 2 * root.side
            spacing: Theme.s2
            Button { objectName: "listing.chat"; width: (parent.width - Theme.s2) * 0.42; kind: "outline"; iconName: "chat_bubble_outline"; text: qsTr("Ask"); busy: vm.busy; onClicked: Session.signedIn ? vm.startChat() : Nav.askSignIn() }
            Button { objectName: "listing.deal"; width: (parent.width - Theme.s2) * 0.58; text: qsTr("Make a deal"); enabled: vm.card.status === "published"; onClicked: Session.signedIn ? Nav.go("checkout", { listingId: root.listingId }) : Nav.askSignIn({ name: "checkout", params: { listingId: root.listingId } }) }
        }
    }
    T.Popup {
        id: large
        parent: T.Overlay.overlay
        width: parent ? parent.width : 0
        height: parent ? parent.height : 0
        modal: true
        focus: true
        background: Rectangle { color: "#000000" }
        contentItem: Item {
            Accessible.role: Accessible.Dialog
            Accessible.name: qsTr("Photos")
            PhotoGallery { anchors.fill: parent; focus: true; photos: large.visible ? vm.photos : []; zoomable: true; currentIndex: photos.currentIndex }
            IconButton { anchors { right: parent.right; top: parent.top; margins: Theme.s2 } iconName: "close"; color: "#FFFFFF"; disc: Theme.photoPill; text: qsTr("Close"); onClicked: large.close() }
        }
    }
    Toast { id: toast; anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom; bottomMargin: foot.height + Theme.s4 } }
}
