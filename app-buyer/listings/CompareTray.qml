import QtQuick
import CarGo.Ui
import CarGo.Listings

// The cars that were picked to be compared, along the lower edge until one looks at them.
Rectangle {
    id: root
    property int side: Theme.margin(width)
    objectName: "compareTray"
    implicitHeight: Math.max(64, row.height + Theme.s3)
    color: Theme.raised
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Cars to compare")
    Rectangle { width: parent.width; height: Theme.hairline; color: Theme.line }
    Row {
        id: row
        x: root.side
        width: go.x - x - Theme.s2
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.s1
        clip: true
        Repeater {
            model: Compare.cars
            IconButton {
                id: car
                required property var modelData
                width: 56
                height: 48
                text: qsTr("Compare no longer: %1").arg(modelData.title)
                onClicked: Compare.drop(modelData.listingId)
                contentItem: Item {
                    Photo { anchors { fill: parent; margins: 2 } radius: Theme.radiusSmall; ground: root.color; source: car.modelData.photo }
                    Rectangle { anchors { right: parent.right; top: parent.top; margins: 2 } width: 18; height: 18; radius: 9; color: Theme.photoPill; Icon { anchors.centerIn: parent; name: "close"; size: 12; color: Theme.photoPillInk } }
                }
                background: Item { FocusRing { target: car } }
            }
        }
        Label { visible: Compare.cars.length < 2 && row.width > 220; width: Math.max(0, row.width - 64); height: 48; verticalAlignment: Text.AlignVCenter; role: "second"; wrapMode: Text.WordWrap; text: qsTr("Pick one more to compare") }
    }
    Button { id: go; objectName: "compareTray.go"; anchors { right: clear.left; verticalCenter: parent.verticalCenter } kind: "tonal"; enabled: Compare.cars.length > 1; text: qsTr("Compare %1").arg(Compare.cars.length); onClicked: Nav.go("compare") }
    IconButton { id: clear; anchors { right: parent.right; rightMargin: root.side - Theme.s3; verticalCenter: parent.verticalCenter } iconName: "close"; color: Theme.inkSoft; text: qsTr("Compare nothing"); onClicked: Compare.clear() }
}
