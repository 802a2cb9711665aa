import QtQuick
import CarGo.Ui
import CarGo.Client

// What the user will read: our own words, or those of the reason in his language.
Rectangle {
    id: root
    property string head                   // what it does, in a line
    property string words                  // ours; empty: the reason's
    property var told: null                // {ru, en} of the reason
    property bool mayAppeal: true
    readonly property bool known: words !== "" || told !== null

    objectName: "told"
    visible: known
    height: column.height + 2 * Theme.s3
    radius: Theme.radiusSmall
    color: Theme.sunken
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("What the user will read")
    Column {
        id: column
        x: Theme.s3
        y: Theme.s3
        width: parent.width - 2 * x
        spacing: Theme.s1
        Label { width: parent.width; role: "label"; wrapMode: Text.WordWrap; text: root.words !== "" ? qsTr("What the user will read") : qsTr("What the user will read, in his language") }
        Label { visible: text !== ""; width: parent.width; role: "strong"; size: 13; wrapMode: Text.WordWrap; text: root.head }
        Repeater {
            model: root.words !== "" ? [root.words] : root.told ? [root.told.ru, root.told.en] : []
            Label { required property string modelData; width: column.width; size: 13; wrapMode: Text.Wrap; text: modelData }
        }
        Label { visible: root.mayAppeal; width: parent.width; role: "caption"; wrapMode: Text.WordWrap; text: qsTr("He is told the rule and that he may appeal.") }
    }
}
