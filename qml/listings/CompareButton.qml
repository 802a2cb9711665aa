import QtQuick
import CarGo.Ui

// Puts a car beside others, or takes it back.
IconButton {
    id: root
    required property string listingId
    required property string title
    required property string price
    required property url photo
    readonly property bool chosen: Compare.has(listingId, Compare.cars)

    objectName: "compare." + listingId
    iconName: chosen ? "playlist_add_check" : "compare_arrows"
    iconSize: 20
    color: Theme.photoInk
    disc: Theme.photoDisc
    discSize: 36
    text: chosen ? qsTr("Compare no longer: %1").arg(title) : qsTr("Compare: %1").arg(title)
    onClicked: Compare.toggle({ listingId: listingId, title: title, price: price, photo: photo })
}
