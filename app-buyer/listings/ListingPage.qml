import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Listings

Page {
    id: root
    source: vm
    property string listingId
    readonly property bool wide: width >= Theme.wideFrom
    title: vm.card.title || ""
    back: true
    actions: [
        IconButton { visible: vm.phase === ViewModel.Ready; iconName: "share"; text: qsTr("Copy the link"); onClicked: { clip.text = "cargo://listings/" + root.listingId; clip.selectAll(); clip.copy(); toast.show(qsTr("The link is copied")) } },
        IconButton { visible: vm.phase === ViewModel.Ready; objectName: "listing.favourite"; iconName: vm.card.favourite ? "favorite" : "favorite_border"; color: vm.card.favourite ? Theme.danger : Theme.ink; text: vm.card.favourite ? qsTr("Remove from favourites") : qsTr("Add to favourites"); onClicked: Session.signedIn ? vm.toggleFavourite() : Nav.askSignIn() }
    ]

    ListingViewModel { id: vm; listingId: root.listingId; onChatOpened: id => Nav.go("chat", { conversationId: id }); onFailed: text => toast.show(text) }
    TextEdit { id: clip; visible: false; Accessible.ignored: true }
    SkeletonPage { visible: vm.phase === ViewModel.Loading; x: root.side; width: parent.width - 2 * root.side; wide: root.wide }
    ErrorState { visible: vm.phase === ViewModel.Failed; anchors.centerIn: parent; trouble: vm.trouble; onRetry: vm.reload(); onBack: Nav.back(); onSignIn: Nav.askSignIn() }
    Flickable {
        id: scroll
        visible: vm.phase === ViewModel.Ready
        anchors { fill: parent; bottomMargin: foot.height }
        contentHeight: similar.y + (similar.visible ? similar.height : 0) + Theme.s6
        boundsBehavior: Flickable.DragOverBounds
        Column {
            id: look
            x: root.wide ? root.side : 0
            width: root.wide ? Math.round((parent.width - 2 * root.side - Theme.s6) * 0.58) : parent.width
            spacing: Theme.s4
            PhotoGallery { id: photos; objectName: "listing.photos"; width: parent.width; height: Math.min(width * 0.66, 620); radius: root.wide ? Theme.radiusPhoto : 0; photos: vm.photos; onTapped: viewer.show(vm.photos, photos.currentIndex) }
            Flow {
                visible: root.wide && vm.photos.length > 1
                width: parent.width
                spacing: Theme.s2
                Repeater {
                    model: vm.thumbs.slice(0, 6)
                    IconButton {
                        id: thumb
                        required property int index
                        required property url modelData
                        width: 100; height: 76
                        text: qsTr("Photo %1").arg(index + 1)
                        contentItem: Photo { radius: Theme.radiusSmall; ground: Theme.page; source: thumb.modelData; opacity: photos.currentIndex === thumb.index ? 1 : 0.7 }
                        onClicked: photos.currentIndex = index
                    }
                }
            }
            ListingFacts { visible: root.wide; width: parent.width; facts: vm.facts }
        }
        Column {
            id: facts
            x: root.wide ? look.x + look.width + Theme.s6 : root.side
            y: root.wide ? 0 : look.height + Theme.s4
            width: parent.width - x - root.side
            spacing: Theme.s4
            Column {
                width: parent.width
                spacing: Theme.s2
                Label { objectName: "listing.price"; text: vm.card.price || ""; size: 28; display: true; weight: Font.Bold }
                Label { text: vm.card.title || ""; size: 16; weight: Font.DemiBold; width: parent.width; wrapMode: Text.WordWrap }
                Item { width: parent.width; height: route.implicitHeight; Icon { id: truck; name: "local_shipping"; size: 18; anchors.verticalCenter: parent.verticalCenter } Label { id: route; x: truck.width + Theme.s2; width: parent.width - x; text: vm.card.route || ""; color: Theme.inkSoft } }
            }
            Loader { active: root.wide; visible: active; width: parent.width; sourceComponent: ListingActions { car: vm } }
            Banner { width: parent.width; iconName: "lock"; title: qsTr("The bank has the money, not the driver"); text: qsTr("He gets it when you have seen the car and said yes.") }
            DriverCard { width: parent.width; driver: vm.driver; reviews: vm.reviews }
            ListingFacts { visible: !root.wide; width: parent.width; facts: vm.facts }
            Card {
                visible: vm.description !== ""
                width: parent.width
                spacing: Theme.s2
                Label { text: qsTr("What the driver says"); weight: Font.DemiBold }
                Label { text: vm.description; width: parent.width; wrapMode: Text.WordWrap; color: Theme.inkSoft }
            }
        }
        SimilarCars { id: similar; y: Math.max(look.height, facts.y + facts.implicitHeight) + Theme.s6; width: parent.width; side: root.side; vm: vm }
    }
    ActionBar {
        id: foot
        visible: vm.phase === ViewModel.Ready && !root.wide
        anchors.bottom: parent.bottom
        side: root.side
        Loader { active: !root.wide; width: parent.width; sourceComponent: ListingActions { car: vm } }
    }
    PhotoViewer { id: viewer }
    Snackbar { id: toast; anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom; bottomMargin: foot.height + Theme.s4 } }
}
