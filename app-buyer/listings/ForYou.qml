import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Listings

// Recommended cars, why each of them, how they come about, and the switch that ends it.
Column {
    id: root
    required property RecommendationsViewModel vm
    property int side: Theme.s4

    visible: vm.model.count > 0
    spacing: Theme.s2
    Item {
        x: root.side
        width: parent.width - 2 * root.side
        height: Theme.touch
        Label { anchors.verticalCenter: parent.verticalCenter; width: parent.width - about.width; role: "heading"; text: Session.signedIn && Settings.personalPicks ? qsTr("For you") : qsTr("Worth a look") }
        IconButton { id: about; objectName: "home.about"; anchors { right: parent.right; rightMargin: -Theme.s3; verticalCenter: parent.verticalCenter } iconName: "help_outline"; text: qsTr("How these cars are chosen"); onClicked: sheet.open() }
    }
    ListingRow {
        objectName: "home.forYou"
        width: parent.width
        side: root.side
        model: root.vm.model
        onOpened: listingId => Nav.go("listing", { listingId: listingId })
        onFavouriteToggled: (listingId, favourite) => Session.signedIn ? root.vm.toggleFavourite(listingId, favourite) : Nav.askSignIn()
    }
    Sheet {
        id: sheet
        title: qsTr("How these cars are chosen")
        Label { width: parent.width; wrapMode: Text.Wrap; text: qsTr("From what you looked at, kept, asked about and searched for here. Each car says its reason. Nobody can pay to be shown, and the order of a search is always the one that you choose.") }
        Switch { objectName: "home.personal"; width: parent.width; text: qsTr("Choose by what I do"); detail: qsTr("Off: everybody sees the same cars."); checked: Settings.personalPicks; onToggled: Settings.personalPicks = checked }
    }
}
