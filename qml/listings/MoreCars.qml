import QtQuick
import CarGo.Ui
import CarGo.Client

// Other cars beside one that is looked at or below what was found, in a row that is swiped.
Column {
    id: root
    required property QtObject cars
    required property string title
    property string note                   // what they have to do with it
    property int side: Theme.s4
    property bool reasons: true
    signal hearted(string listingId, bool favourite) // by who may keep it

    spacing: Theme.s3
    Label { x: root.side; width: parent.width - 2 * x; role: "heading"; wrapMode: Text.WordWrap; text: root.title }
    Label { visible: text !== ""; x: root.side; width: parent.width - 2 * x; role: "second"; wrapMode: Text.WordWrap; text: root.note }
    ListingRow {
        objectName: root.objectName === "" ? "" : root.objectName + ".row"
        width: parent.width
        side: root.side
        reasons: root.reasons
        model: root.cars
        onOpened: listingId => Nav.go("listing", { listingId: listingId })
        onFavouriteToggled: (listingId, favourite) => Session.signedIn ? root.hearted(listingId, favourite) : Nav.needSignIn(qsTr("Sign in, and this car is kept on all your devices."), () => root.hearted(listingId, true))
    }
}
