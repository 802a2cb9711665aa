import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Listings

// What can be done with a car: ask its driver, make the deal. Of one that is gone: find another.
ButtonRow {
    id: root
    required property ListingViewModel car
    readonly property bool open: car.standing.open === true && car.standing.mine !== true
    readonly property bool lost: car.standing.state === "sold" || car.standing.state === "gone"
    signal asked()
    Button { objectName: "listing.chat"; visible: root.car.standing.mine !== true && !root.lost; width: root.cell; kind: "outline"; iconName: "chat_bubble_outline"; text: qsTr("Ask"); busy: root.car.busy; onClicked: root.asked() }
    Button { objectName: "listing.deal"; visible: root.open; width: root.cell; text: qsTr("Make a deal"); onClicked: Session.signedIn ? Nav.go("checkout", { listingId: root.car.listingId }) : Nav.askSignIn({ name: "checkout", params: { listingId: root.car.listingId } }) }
    Button { objectName: "listing.another"; visible: root.lost || (!root.open && root.car.standing.mine !== true); width: root.cell; text: qsTr("Find another"); onClicked: Nav.openTab("search") }
}
