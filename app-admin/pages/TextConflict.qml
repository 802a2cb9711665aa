import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Desk

// A colleague kept another draft meanwhile: what is different, and whose goes on.
Card {
    id: root
    required property KnowledgeViewModel vm
    readonly property bool gone: vm.conflict && vm.theirs.revision === undefined
    readonly property var parts: [ { key: "titleRu", name: qsTr("Title in Russian") }, { key: "bodyRu", name: qsTr("Words in Russian") }, { key: "titleEn", name: qsTr("Title in English") }, { key: "bodyEn", name: qsTr("Words in English") } ]
    spacing: Theme.s3
    Banner { width: parent.width; tone: "warn"; title: root.gone ? qsTr("The draft is gone: it was published or thrown away.") : qsTr("%1 kept another draft meanwhile.").arg(root.vm.theirs.by ?? ""); text: qsTr("What you wrote is still here. Lines with − are theirs alone, lines with + yours.") }
    Flickable {
        visible: !root.gone
        width: parent.width
        height: visible ? Math.min(differences.height, Theme.px(200)) : 0
        contentHeight: differences.height
        clip: true
        Column {
            id: differences
            width: parent.width
            spacing: Theme.s2
            Repeater {
                model: root.gone ? [] : root.parts.filter(one => root.vm.theirs[one.key] !== root.vm.text[one.key])
                Column {
                    id: part
                    required property var modelData
                    width: differences.width
                    Label { role: "label"; text: part.modelData.name }
                    DiffLines { width: parent.width; diff: LineDiff { before: root.vm.theirs[part.modelData.key] ?? ""; after: root.vm.text[part.modelData.key] ?? "" } }
                }
            }
        }
    }
    ButtonRow {
        width: parent.width
        Button { objectName: "conflict.theirs"; width: parent.cell; kind: "outline"; text: root.gone ? qsTr("Take what is published") : qsTr("Take theirs"); enabled: !root.vm.busy; onClicked: root.vm.takeTheirs() }
        Button { objectName: "conflict.mine"; width: parent.cell; text: qsTr("Keep mine"); busy: root.vm.busy; enabled: !root.vm.busy; onClicked: root.vm.keepMine() }
    }
}
