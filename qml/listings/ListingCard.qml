import QtQuick
import CarGo.Ui

// A car in a list: the photo, the price as the loudest thing, facts, the way, the driver.
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
    required property int photoCount
    required property string driver
    required property bool verified
    required property real rating
    required property int reviews
    required property bool favourite
    required property string status
    required property string reason        // why it is shown here; may be empty
    property bool comparable: Compare.cars.length > 0 || hovered || activeFocus // the way to compare is shown
    property bool hasMenu: false           // a way to more that can be done with it
    readonly property bool visualFocus: activeFocus
    readonly property bool large: Theme.textScale > 1.3 // letters: the facts take two lines
    readonly property bool gone: status !== "" && status !== "published"
    signal opened()
    signal favouriteToggled(bool favourite)
    signal similarAsked()                  // of one that is gone
    signal menuAsked(Item at)

    objectName: "listing." + listingId
    implicitHeight: Math.round((width - 16) * 0.52) + 8 + texts.implicitHeight + 2 * Theme.s3 + 4
    activeFocusOnTab: true
    Accessible.role: Accessible.Button
    Accessible.name: title + ", " + price + (oldPrice !== "" ? ", " + qsTr("was %1").arg(oldPrice) : "") + ", " + facts + ", " + route + (reason !== "" ? ", " + reason : "")
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
        width: parent.width - 16
        height: Math.round(width * 0.52)
        radius: Theme.radiusPhoto
        source: root.photo
        opacity: root.gone ? 0.5 : 1
        Rectangle {
            visible: root.photoCount > 1
            anchors { left: parent.left; bottom: parent.bottom; margins: 10 }
            width: count.implicitWidth + 20; height: count.implicitHeight + 10; radius: height / 2
            color: Theme.photoPill
            Label { id: count; anchors.centerIn: parent; text: "1 / " + root.photoCount; size: 11; weight: Font.Medium; color: "#FFFFFF"; Accessible.ignored: true }
        }
    }
    Badge { visible: !root.gone && root.oldPrice !== "" && root.change < 0; anchors { left: image.left; top: image.top; margins: 10 } iconName: "trending_down"; text: "−" + Math.abs(root.change) + " %"; Accessible.ignored: true }
    Badge { visible: root.gone; anchors { left: image.left; top: image.top; margins: 10 } tone: "plain"; text: root.status === "sold" ? qsTr("sold") : root.status === "paused" ? qsTr("not offered just now") : qsTr("no longer offered"); maximumWidth: image.width - 80 }
    CardHeart {
        objectName: "favourite." + root.listingId
        anchors { right: image.right; top: image.top; margins: 2 }
        favourite: root.favourite
        onClicked: root.favouriteToggled(!root.favourite)
    }
    Chip { visible: root.gone; objectName: "similar." + root.listingId; anchors { right: image.right; bottom: image.bottom; rightMargin: 8; bottomMargin: 2 } iconName: "search"; text: qsTr("Similar"); Accessible.name: qsTr("Cars like %1").arg(root.title); onClicked: root.similarAsked() }
    CompareButton {
        visible: root.comparable && !root.gone
        anchors { right: image.right; bottom: image.bottom; margins: 2 }
        listingId: root.listingId; title: root.title; price: root.price; photo: root.photo
    }
    Column {
        id: texts
        x: Theme.s4
        width: parent.width - 2 * Theme.s4
        anchors { top: image.bottom; topMargin: Theme.s3 }
        spacing: 5
        PriceLine { width: parent.width - (root.hasMenu ? Theme.touch - Theme.s4 : 0); price: root.price; oldPrice: root.oldPrice; changeShown: false }
        Label { text: root.title; weight: Font.Medium; width: parent.width; Accessible.ignored: true }
        Label { visible: root.reason !== ""; text: root.reason; size: 13; weight: Font.Medium; color: Theme.brand; width: parent.width; Accessible.ignored: true }
        Label { text: root.facts; size: 13; color: Theme.inkSoft; width: parent.width; wrapMode: root.large ? Text.WordWrap : Text.NoWrap; maximumLineCount: root.large ? 2 : 1; Accessible.ignored: true }
        Item {
            width: parent.width
            height: route.implicitHeight + 2
            Icon { id: truck; visible: !root.large; name: "local_shipping"; size: 16; anchors.verticalCenter: parent.verticalCenter }
            Label { id: route; x: truck.visible ? truck.width + 6 : 0; width: stars.x - x - 8; text: root.route; size: 13; color: Theme.inkSoft; anchors.verticalCenter: parent.verticalCenter; Accessible.ignored: true }
            DriverStars { id: stars; anchors { right: parent.right; verticalCenter: parent.verticalCenter } brief: root.width < Theme.px(320); rating: root.rating; reviews: root.reviews }
        }
    }
    MoreButton { id: more; visible: root.hasMenu; anchors { right: parent.right; top: image.bottom } listingId: root.listingId; title: root.title; onClicked: root.menuAsked(more) }
}
