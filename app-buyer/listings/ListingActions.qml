import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Listings

// What can be done with a car: ask its driver, make the deal.
Row {
    id: root
    required property ListingViewModel car
    spacing: Theme.s2
    Button { objectName: "listing.chat"; width: (parent.width - Theme.s2) * 0.42; kind: "outline"; iconName: "chat_bubble_outline"; text: qsTr("Ask"); busy: root.car.busy; onClicked: Session.signedIn ? root.car.startChat() : Nav.askSignIn() }
    Button { objectName: "listing.deal"; width: (parent.width - Theme.s2) * 0.58; text: qsTr("Make a deal"); enabled: root.car.card.status === "published"; onClicked: Session.signedIn ? Nav.go("checkout", { listingId: root.car.listingId }) : Nav.askSignIn({ name: "checkout", params: { listingId: root.car.listingId } }) }
}
