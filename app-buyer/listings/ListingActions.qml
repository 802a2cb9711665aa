import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Listings

// What can be done with a car: ask its driver, make the deal.
ButtonRow {
    id: root
    required property ListingViewModel car
    Button { objectName: "listing.chat"; width: root.cell; kind: "outline"; iconName: "chat_bubble_outline"; text: qsTr("Ask"); busy: root.car.busy; onClicked: Session.signedIn ? root.car.startChat() : Nav.askSignIn() }
    Button { objectName: "listing.deal"; width: root.cell; text: qsTr("Make a deal"); enabled: root.car.card.status === "published"; onClicked: Session.signedIn ? Nav.go("checkout", { listingId: root.car.listingId }) : Nav.askSignIn({ name: "checkout", params: { listingId: root.car.listingId } }) }
}
