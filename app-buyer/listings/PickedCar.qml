import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Listings

// A car that was picked, what speaks for it and against it, and the sentence of its description that answers.
Column {
    id: root
    required property var model
    required property PickerViewModel picker
    readonly property var why: picker.why(model.listingId)

    spacing: Theme.s2
    ListingLine {
        width: parent.width
        listingId: root.model.listingId
        title: root.model.title
        facts: root.model.facts
        route: root.model.route
        price: root.model.price
        oldPrice: root.model.oldPrice
        change: root.model.change
        photo: root.model.photo
        rating: root.model.rating
        reviews: root.model.reviews
        favourite: root.model.favourite
        status: root.model.status
        onOpened: Nav.go("listing", { listingId: listingId })
        onFavouriteToggled: favourite => Session.signedIn ? root.picker.toggleFavourite(listingId, favourite) : Nav.needSignIn(qsTr("Sign in, and this car is kept on all your devices."), () => root.picker.toggleFavourite(listingId, true))
    }
    Column {
        x: Theme.s3
        width: parent.width - 2 * x
        spacing: Theme.s1
        Repeater {
            model: root.why.reasons ?? []
            Item {
                id: line
                required property var modelData
                required property int index
                objectName: "picked.reason." + index
                width: parent.width
                height: Math.max(20, words.implicitHeight)
                Accessible.role: Accessible.StaticText
                Accessible.name: (modelData.against ? qsTr("Against it: %1") : qsTr("For it: %1")).arg(modelData.text)
                Icon { y: 1; name: line.modelData.against ? "remove" : "check"; size: 18; color: line.modelData.against ? Theme.warn : Theme.brand }
                Label { id: words; x: 26; width: parent.width - x; role: "second"; color: Theme.ink; wrapMode: Text.WordWrap; text: line.modelData.text; Accessible.ignored: true }
            }
        }
        Label { objectName: "picked.quote"; visible: text !== ""; width: parent.width; topPadding: Theme.s1; role: "second"; wrapMode: Text.WordWrap; textFormat: Text.StyledText; text: root.why.quote ? "«" + root.why.quote + "»" : "" }
    }
}
