import QtQuick
import CarGo.Ui

// Questions that everybody asks: one press begins the chat with the sentence, which can still be changed.
Column {
    id: root
    property bool swiped: false
    property int side: Theme.s4
    signal chosen(string sentence)
    readonly property var rows: [
        { text: qsTr("Still there?"), sentence: qsTr("Hello! Is the car still for sale?") },
        { text: qsTr("Accidents?"), sentence: qsTr("Hello! Was the car in an accident, was anything painted or replaced?") },
        { text: qsTr("Video of the engine"), sentence: qsTr("Hello! Could you send a video of a cold start and of the underbody?") },
        { text: qsTr("Auction sheet"), sentence: qsTr("Hello! Could you send the auction sheet or the inspection report?") },
        { text: qsTr("When at my place?"), sentence: qsTr("Hello! If I pay this week, when would the car be in my city?") } ]
    spacing: Theme.s1
    Label { role: "label"; width: parent.width; wrapMode: Text.WordWrap; text: qsTr("Ask the driver") }
    // A finger swipes them; a pointer sees them all.
    Flickable {
        x: root.swiped ? -root.side : 0
        width: parent.width - 2 * x
        height: chips.height
        contentWidth: root.swiped ? chips.childrenRect.width + 2 * root.side : width
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentWidth > width
        clip: !root.swiped
        Flow {
            id: chips
            x: root.swiped ? root.side : 0
            width: root.swiped ? 4000 : parent.width // a Flow in one line
            spacing: 6
            Repeater {
                model: root.rows
                Chip { required property var modelData; required property int index; objectName: "question." + index; text: modelData.text; onClicked: root.chosen(modelData.sentence) }
            }
        }
    }
}
