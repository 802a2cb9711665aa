import QtQuick
import CarGo.Ui

// Five stars: shows a rating, or takes one when `editable` (arrow keys and digits do it too). `count` is how many people
// gave it.
Row {
    id: root
    property real value: 0
    property int count: -1
    property bool editable: false
    property bool figures: false           // the rating as a number behind the stars
    property int size: editable ? Math.round(36 / Math.max(1, Theme.textScale / 1.25)) : 16 // five of them fit on the narrowest phone
    signal chosen(int stars)

    function take(stars) { if (editable && stars >= 1 && stars <= 5) { chosen(stars); places.itemAt(stars - 1).nextItemInFocusChain().forceActiveFocus(Qt.TabFocusReason) } }
    spacing: editable ? 0 : 1
    Accessible.role: editable ? Accessible.Slider : Accessible.StaticText
    Accessible.name: qsTr("%1 of 5").arg(Figures.decimal(value, 1)) + (count >= 0 ? ", " + qsTr("%n review(s)", "", count) : "")
    Keys.onLeftPressed: take(Math.ceil(value) - 1)
    Keys.onRightPressed: take(Math.floor(value) + 1)
    Keys.onPressed: event => { const digit = event.key - Qt.Key_0; if (editable && digit >= 1 && digit <= 5) { take(digit); event.accepted = true } }
    Repeater {
        id: places
        model: 5
        Loader {
            id: place
            required property int index
            readonly property string sign: root.value >= index + 0.75 ? "star" : root.value >= index + 0.25 ? "star_half" : "star_border"
            sourceComponent: root.editable ? button : mark
            Component { id: mark; Icon { name: place.sign; size: root.size; color: Theme.star } }
            Component { id: button; IconButton { objectName: "star." + (place.index + 1); iconName: place.sign; iconSize: root.size; color: Theme.star; text: qsTr("%n star(s)", "", place.index + 1); onClicked: root.chosen(place.index + 1) } }
        }
    }
    Label { visible: root.figures; anchors.verticalCenter: parent.verticalCenter; leftPadding: Theme.s1; size: 14; weight: Font.DemiBold; text: Figures.decimal(root.value, 1); Accessible.ignored: true }
    Label { visible: root.count >= 0; anchors.verticalCenter: parent.verticalCenter; leftPadding: Theme.s1; size: 14; color: Theme.inkSoft; text: "(" + Figures.number(root.count) + ")"; Accessible.ignored: true }
}
