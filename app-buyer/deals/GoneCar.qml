import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Deals
import CarGo.Listings

// Somebody else has the car: said plainly, with cars like it.
Flickable {
    id: root
    required property CheckoutViewModel vm
    property int side: Theme.s4
    readonly property int columns: Math.max(1, Math.floor((width - 2 * side + Theme.s4) / 286))
    objectName: "checkout.gone"
    contentHeight: column.implicitHeight + Theme.s6
    Column {
        id: column
        x: root.side
        y: Theme.s6
        width: parent.width - 2 * root.side
        spacing: Theme.s5
        EmptyState { anchors.horizontalCenter: parent.horizontalCenter; iconName: "directions_car"; tone: "plain"; title: qsTr("Somebody was quicker"); text: qsTr("This car is no longer offered. You have paid nothing and owe nothing."); actionText: qsTr("Search on"); onAction: Nav.openTab("search") }
        Label { visible: root.vm.similar.count > 0; width: parent.width; role: "heading"; text: qsTr("Cars like it"); wrapMode: Text.WordWrap }
        Grid {
            id: grid
            width: parent.width
            columns: root.columns
            spacing: Theme.s4
            Repeater {
                model: root.vm.similar
                ListingCard { width: Math.floor((grid.width - (root.columns - 1) * grid.spacing) / root.columns); height: Math.round((width - 16) * 0.52) + Theme.px(110) + 46; onOpened: Nav.replace("listing", { listingId: listingId }); onFavouriteToggled: Nav.replace("listing", { listingId: listingId }) }
            }
        }
    }
}
