import QtQuick
import CarGo.Ui

// All keys of the console. None of the letters does anything while one types.
Sheet {
    id: root
    objectName: "keysSheet"
    title: qsTr("Keys")
    maximumWidth: 640
    readonly property var groups: [
        { head: qsTr("Everywhere"), rows: [ ["Ctrl+K", qsTr("Find anything")], ["Ctrl+Tab", qsTr("Next tab")], ["Ctrl+W", qsTr("Close the tab")], ["Ctrl+Shift+N", qsTr("In a window of its own")], ["F5", qsTr("Read again")], ["?", qsTr("This list")] ] },
        { head: qsTr("In a queue"), rows: [ ["J / K", qsTr("Next, previous row")], ["Enter", qsTr("Open the case")], ["Space", qsTr("Select the row")], ["A", qsTr("Assign")], ["S", qsTr("Put off")], ["/", qsTr("Filter")] ] },
        { head: qsTr("In a case"), rows: [ ["J / K", qsTr("Next, previous case")], ["E", qsTr("Decide")], ["Shift+E", qsTr("Decide, then the next")], ["R", qsTr("Reply")], ["N", qsTr("Note for staff")], ["A", qsTr("Assign")], ["S", qsTr("Put off")], ["Ctrl+Enter", qsTr("Send what is typed")], ["Ctrl+Z", qsTr("Take the decision back")] ] } ]
    Flow {
        width: parent.width
        spacing: Theme.s6
        Repeater {
            model: root.groups
            Column {
                id: group
                required property var modelData
                width: Math.max(Theme.px(170), (parent.width - 2 * Theme.s6) / 3)
                spacing: Theme.s2
                Label { role: "label"; text: group.modelData.head }
                Repeater {
                    model: group.modelData.rows
                    Item {
                        required property var modelData
                        width: group.width
                        height: Math.max(cap.height, words.implicitHeight)
                        Rectangle { id: cap; width: Math.max(Theme.px(30), keys.implicitWidth + Theme.s3); height: keys.implicitHeight + 6; radius: 5; color: Theme.sunken; border.width: 1; border.color: Theme.line; Label { id: keys; anchors.centerIn: parent; role: "caption"; color: Theme.ink; text: modelData[0] } }
                        Label { id: words; x: cap.width + Theme.s2; width: parent.width - x; anchors.verticalCenter: parent.verticalCenter; size: 13; text: modelData[1]; wrapMode: Text.WordWrap }
                    }
                }
            }
        }
    }
}
