import QtQuick

// Five stars: shows a rating, or takes one when `editable`.
Row {
    id: root
    property real value: 0
    property bool editable: false
    property int size: editable ? 36 : 16
    signal chosen(int stars)

    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("%1 of 5").arg(value)
    Repeater {
        model: 5
        Loader {
            id: place
            required property int index
            readonly property string sign: root.value >= index + 0.75 ? "star" : root.value >= index + 0.25 ? "star_half" : "star_border"
            sourceComponent: root.editable ? button : sign_
            Component { id: sign_; Icon { name: place.sign; size: root.size; color: Theme.star } }
            Component { id: button; IconButton { objectName: "star." + (place.index + 1); iconName: place.sign; iconSize: root.size; color: Theme.star; text: qsTr("%n star(s)", "", place.index + 1); onClicked: root.chosen(place.index + 1) } }
        }
    }
}
