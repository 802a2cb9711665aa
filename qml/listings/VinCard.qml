import QtQuick
import CarGo.Ui

// What the number of the car says, in words, and what to ask about it.
Card {
    id: root
    property var vin: ({})
    objectName: "listing.vin"
    spacing: Theme.s2
    Label { text: qsTr("What the VIN says"); role: "bar"; bottomPadding: Theme.s1; width: parent.width; wrapMode: Text.WordWrap }
    Repeater {
        model: root.vin.rows || []
        FactRow { required property var modelData; width: root.width - 2 * root.padding; name: modelData.name; value: modelData.value }
    }
    Banner { visible: text !== ""; width: parent.width; tone: root.vin.tone || "info"; text: root.vin.note || "" }
    Label { visible: (root.vin.rows || []).length > 0; role: "second"; width: parent.width; wrapMode: Text.WordWrap; text: qsTr("Read from the number itself. Compare it with the plate on a photo of the driver's.") }
}
