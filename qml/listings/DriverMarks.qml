import QtQuick
import CarGo.Ui

// What is checked about a driver, and what each mark means: a mark without its meaning is decoration.
Card {
    id: root
    property var driver: ({})
    readonly property var rows: [
        { yes: driver.tier >= 2, text: qsTr("Documents and face"), means: qsTr("CarGo's staff compared his passport with a selfie.") },
        { yes: driver.tier >= 1, text: qsTr("Phone and e-mail"), means: qsTr("He answered a code on both.") },
        { yes: driver.deals > 0, text: qsTr("Deals through the bank"), means: qsTr("Counted only when the buyer had the car and the money was paid out.") } ]
    objectName: "driver.marks"
    spacing: Theme.s3
    Label { width: parent.width; role: "bar"; wrapMode: Text.WordWrap; text: qsTr("What is checked") }
    Repeater {
        model: root.rows
        Item {
            id: row
            required property var modelData
            width: root.width - 2 * root.padding
            height: words.height
            Accessible.role: Accessible.StaticText
            Accessible.name: modelData.text + ": " + (modelData.yes ? qsTr("yes") : qsTr("not yet")) + ". " + modelData.means
            Icon { id: sign; name: row.modelData.yes ? "check_circle" : "radio_button_unchecked"; size: 22; color: row.modelData.yes ? Theme.brand : Theme.inkFaint }
            Column {
                id: words
                x: sign.width + Theme.s3
                width: parent.width - x
                spacing: 2
                Label { width: parent.width; role: "strong"; wrapMode: Text.WordWrap; text: row.modelData.yes ? row.modelData.text : qsTr("%1: not yet").arg(row.modelData.text); Accessible.ignored: true }
                Label { width: parent.width; role: "second"; wrapMode: Text.WordWrap; text: row.modelData.means; Accessible.ignored: true }
            }
        }
    }
    Divider {}
    Label { width: parent.width; role: "second"; wrapMode: Text.WordWrap; text: qsTr("The rating weighs the number of reviews: one review makes no five stars. Only buyers of finished deals write, and nobody can pay to have a review taken away.") }
}
