import QtQuick
import CarGo.Ui

// A car as a line of a list: a small photo and what one compares.
FocusScope {
    id: root
    required property string listingId
    required property string title
    required property string facts
    required property string route
    required property string price
    required property string oldPrice
    required property int change
    required property url photo
    required property real rating
    required property int reviews
    required property bool favourite
    required property string status
    property bool comparable: Compare.cars.length > 0 || hovered || activeFocus // the way to compare is shown
    property bool hasMenu: false           // a way to more that can be done with it
    readonly property bool visualFocus: activeFocus
    readonly property bool gone: status !== "" && status !== "published"
    readonly property bool roomy: width > 560
    readonly property int photoHeight: Math.round(176 * 0.62) // where it is roomy
    signal opened()
    signal favouriteToggled(bool favourite)
    signal menuAsked(Item at)

    objectName: "listing." + listingId
    implicitHeight: Math.max(roomy ? photoHeight : 0, texts.implicitHeight + 4) + 2 * Theme.s2
    activeFocusOnTab: true
    Accessible.role: Accessible.Button
    Accessible.name: title + ", " + price + (oldPrice !== "" ? ", " + qsTr("was %1").arg(oldPrice) : "") + ", " + facts + ", " + route
    Accessible.focusable: true
    Accessible.onPressAction: opened()
    Keys.onReturnPressed: opened()
    Keys.onSpacePressed: opened()
    Keys.onMenuPressed: if (hasMenu) menuAsked(root)

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusCard
        color: tap.pressed ? Theme.pressed(Theme.surface) : Theme.surface
        border.width: Theme.hairline
        border.color: hover.hovered ? Theme.inkFaint : Theme.line
        FocusRing { target: root; corner: Theme.radiusCard }
    }
    property alias hovered: hover.hovered
    HoverHandler { id: hover; cursorShape: Qt.PointingHandCursor }
    TapHandler { id: tap; onTapped: root.opened(); onLongPressed: if (!root.gone) Compare.toggle({ listingId: root.listingId, title: root.title, price: root.price, photo: root.photo }) }
    Photo {
        id: image
        x: 8
        y: 8
        width: root.roomy ? 176 : Math.round(Math.min(128, root.width * 0.34))
        height: root.roomy ? root.photoHeight : Math.max(Math.round(width * 0.78), root.height - 2 * y)
        radius: Theme.radiusPhoto
        source: root.photo
        opacity: root.gone ? 0.5 : 1
    }
    Column {
        id: texts
        x: image.x + image.width + Theme.s3
        y: Math.max(Theme.s2, Math.round((root.height - height) / 2))
        width: heart.x - x
        spacing: 4
        PriceLine { width: parent.width + (root.roomy ? 0 : Theme.s3); price: root.price; oldPrice: root.oldPrice; change: root.change; size: 17; changeShown: root.roomy }
        // Name and facts share their lines: a long name leaves one to the facts.
        Label { id: name; text: root.title; weight: Font.Medium; width: parent.width; wrapMode: root.roomy ? Text.NoWrap : Text.WordWrap; maximumLineCount: root.roomy ? 1 : 2; Accessible.ignored: true }
        Label { text: root.gone ? qsTr("no longer offered") : root.facts; size: 13; color: root.gone ? Theme.warn : Theme.inkSoft; width: root.roomy || compare.visible || more.visible ? parent.width : root.width - texts.x - Theme.s3; wrapMode: root.roomy ? Text.NoWrap : Text.WordWrap; maximumLineCount: root.roomy ? 1 : 3 - name.lineCount; Accessible.ignored: true }
        Item {
            width: root.width - texts.x - Theme.s3
            height: Math.max(stars.height, route.implicitHeight)
            Label { id: route; width: stars.x - Theme.s2; anchors.verticalCenter: parent.verticalCenter; text: root.route; size: 13; color: Theme.inkSoft; Accessible.ignored: true }
            DriverStars { id: stars; anchors { right: parent.right; verticalCenter: parent.verticalCenter } brief: !root.roomy; rating: root.rating; reviews: root.reviews }
        }
    }
    CardHeart {
        id: heart
        objectName: "favourite." + root.listingId
        anchors { right: parent.right; top: parent.top }
        disc: "transparent"
        favourite: root.favourite
        color: root.favourite ? Theme.danger : Theme.inkSoft
        onClicked: root.favouriteToggled(!root.favourite)
    }
    CompareButton {
        id: compare
        visible: root.comparable && !root.gone && !more.visible
        anchors { right: parent.right; top: heart.bottom }
        listingId: root.listingId; title: root.title; price: root.price; photo: root.photo
        disc: "transparent"
        color: chosen ? Theme.brand : Theme.inkSoft
    }
    MoreButton { id: more; visible: root.hasMenu && Compare.cars.length === 0; anchors { right: parent.right; top: heart.bottom } listingId: root.listingId; title: root.title; onClicked: root.menuAsked(more) }
}
