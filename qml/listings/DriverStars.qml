import QtQuick
import CarGo.Ui

// The driver's rating in a line of a card; honest where there is none.
Row {
    id: root
    property real rating: 0
    property int reviews: 0
    property bool brief: false             // without how many wrote
    spacing: 3
    Icon { visible: root.rating > 0; name: "star"; size: 16; color: Theme.star; anchors.verticalCenter: parent.verticalCenter }
    Label { text: root.rating > 0 ? root.rating.toLocaleString(Qt.locale(), "f", 1) + (root.brief ? "" : " (" + root.reviews + ")") : root.brief ? qsTr("new", "driver") : qsTr("new driver"); size: 13; weight: root.rating > 0 ? Font.DemiBold : Font.Normal; color: root.rating > 0 ? Theme.ink : Theme.inkSoft; anchors.verticalCenter: parent.verticalCenter; Accessible.ignored: true }
}
