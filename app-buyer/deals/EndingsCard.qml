import QtQuick
import CarGo.Ui

// Who may end the deal when, and what becomes of the money: a small table, from the server's own rules.
Card {
    id: root
    property var endings: []
    visible: endings.length > 0
    spacing: Theme.s3
    Label { text: qsTr("If somebody changes his mind"); role: "bar"; width: parent.width; wrapMode: Text.WordWrap }
    Repeater {
        model: root.endings
        Column {
            id: stage
            required property int index
            required property var modelData
            width: root.width - 2 * root.padding
            spacing: Theme.s2
            Divider { visible: stage.index > 0 }
            Label { width: parent.width; role: "label"; text: stage.modelData.stage; wrapMode: Text.WordWrap }
            Repeater {
                model: stage.modelData.lines
                Item {
                    id: line
                    required property var modelData
                    width: stage.width
                    height: Math.max(who.implicitHeight, money.implicitHeight) + 2
                    Accessible.role: Accessible.StaticText
                    Accessible.name: modelData.who + ": " + modelData.money
                    Label { id: who; size: 14; width: parent.width * 0.56 - Theme.s2; text: line.modelData.who; wrapMode: Text.WordWrap; Accessible.ignored: true }
                    Label { id: money; size: 14; x: parent.width * 0.56; width: parent.width - x; weight: Font.DemiBold; color: line.modelData.tone === "good" ? Theme.brandSoftInk : line.modelData.tone === "warn" ? Theme.warn : Theme.ink; text: line.modelData.money; wrapMode: Text.WordWrap; horizontalAlignment: Text.AlignRight; Accessible.ignored: true }
                }
            }
        }
    }
    Button { objectName: "endings.rules"; x: -Theme.s3; kind: "text"; text: qsTr("All rules of cancelling"); onClicked: Nav.go("helpText", { slug: "cancellation" }) }
}
