import QtQuick
import CarGo.Ui

// What was reported, what both sides showed, what was decided.
Card {
    id: root
    property var dispute: ({})
    property bool canAdd: false
    signal evidenceAsked()
    signal photoOpened(var photos, int at)
    spacing: Theme.s3
    Label { text: qsTr("Problem: %1").arg(root.dispute.reason || ""); weight: Font.DemiBold; width: parent.width; wrapMode: Text.WordWrap }
    Label { visible: text !== ""; text: root.dispute.text || ""; width: parent.width; wrapMode: Text.WordWrap; color: Theme.inkSoft }
    Repeater {
        model: root.dispute.evidence || []
        Column {
            id: piece
            required property var modelData
            width: root.width - 2 * root.padding
            spacing: Theme.s2
            Rectangle { width: parent.width; height: 1; color: Theme.line }
            Label { width: parent.width; text: piece.modelData.who + " · " + piece.modelData.moment; size: 13; weight: Font.Medium; color: Theme.inkSoft }
            Label { visible: text !== ""; width: parent.width; text: piece.modelData.text; size: 14; wrapMode: Text.WordWrap }
            PhotoRow { visible: piece.modelData.photos.length > 0; width: parent.width; photos: piece.modelData.photos; onOpened: at => root.photoOpened(piece.modelData.photos, at) }
        }
    }
    Banner { visible: text !== ""; width: parent.width; iconName: "gavel"; title: qsTr("Decision"); text: root.dispute.resolution || "" }
    Button { objectName: "deal.evidence"; visible: root.canAdd; width: parent.width; kind: "tonal"; iconName: "add_a_photo"; text: qsTr("Add evidence"); onClicked: root.evidenceAsked() }
}
