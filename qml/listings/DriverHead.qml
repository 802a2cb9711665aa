import QtQuick
import CarGo.Ui

// Name and numbers of a driver.
Card {
    id: root
    property var driver: ({})
    component Figure: Column {
        id: figure
        property string value
        property string name
        width: (root.width - 2 * root.padding - 2 * Theme.s2) / 3
        spacing: 2
        Label { width: parent.width; role: "price"; horizontalAlignment: Text.AlignHCenter; fontSizeMode: Text.HorizontalFit; minimumPixelSize: 12; text: figure.value; Accessible.name: figure.value + " " + figure.name }
        Label { width: parent.width; role: "second"; horizontalAlignment: Text.AlignHCenter; wrapMode: Text.WordWrap; text: figure.name; Accessible.ignored: true }
    }
    spacing: Theme.s4
    Item {
        width: parent.width
        height: Math.max(64, names.implicitHeight)
        Avatar { id: face; size: 64; name: root.driver.name || ""; anchors.verticalCenter: parent.verticalCenter }
        Column {
            id: names
            anchors { left: face.right; leftMargin: Theme.s4; right: parent.right; verticalCenter: parent.verticalCenter }
            spacing: Theme.s1
            Label { objectName: "driver.name"; width: parent.width; role: root.width < 340 || Theme.textScale > 1.5 ? "bar" : "heading"; wrapMode: Text.Wrap; text: root.driver.name || "" }
            Label { width: parent.width; role: "second"; wrapMode: Text.WordWrap; text: root.driver.deleted ? qsTr("The account was closed") : root.driver.since ? qsTr("With CarGo since %1").arg(root.driver.since) : "" }
        }
    }
    Divider {}
    Row {
        width: parent.width
        spacing: Theme.s2
        Figure { value: root.driver.reviews > 0 ? "★ " + root.driver.rating.toLocaleString(Qt.locale(), "f", 1) : "—"; name: qsTr("rating") }
        Figure { value: Figures.number(root.driver.reviews || 0); name: qsTr("review(s)", "below their number", root.driver.reviews || 0) }
        Figure { value: Figures.number(root.driver.deals || 0); name: qsTr("deal(s) done", "below their number", root.driver.deals || 0) }
    }
}
