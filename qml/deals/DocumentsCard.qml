import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Deals

// The papers of a deal: contract, invoice, customs. Both sides see them, nobody else.
Card {
    id: root
    required property string dealId
    required property string status        // of the deal
    readonly property bool takes: ["funded", "in_transit", "delivered", "disputed"].includes(status) // it is paid and runs
    readonly property bool shown: takes || vm.papers.length > 0
    padding: 4
    PapersViewModel {
        id: vm
        dealId: root.dealId
        onFailed: text => Nav.tell(text, { tone: "danger" })
        onFileSaved: (name, url) => Nav.tell(qsTr("Saved among the downloads: %1").arg(name), { action: qsTr("Open"), run: () => Qt.openUrlExternally(url), tone: "good" })
        onAdded: sheet.close()
    }
    Item { width: 1; height: Theme.s2 }
    Label { x: Theme.s4; width: parent.width - 2 * x; role: "label"; text: qsTr("Papers of the deal") }
    Label { x: Theme.s4; width: parent.width - 2 * x; visible: vm.papers.length === 0; role: "second"; wrapMode: Text.WordWrap; text: qsTr("Contract, invoice, customs: both of you see what is added here, nobody else. It is kept encrypted.") }
    Repeater {
        model: vm.papers
        ListRow {
            id: row
            required property var modelData
            width: root.width - 8
            objectName: "paper." + modelData.paperId
            iconName: "description"
            text: modelData.name
            detail: modelData.detail
            detailLines: 3
            enabled: !vm.busy
            onClicked: menu.show(row, modelData)
        }
    }
    ListRow { objectName: "papers.add"; visible: root.takes; width: parent.width; arrow: false; iconName: "add"; enabled: !vm.busy; text: qsTr("Add a paper"); detail: qsTr("PDF or photo, up to 20 MB"); onClicked: chooser.open() }
    PhotoDialog { id: chooser; objectName: "papers.file"; title: qsTr("Choose a paper"); filter: qsTr("Papers (*.pdf *.jpg *.jpeg *.png *.webp)"); onChosen: files => sheet.ask(files[0]) }
    Sheet {
        id: sheet
        property url file
        property string kind: "contract"
        objectName: "papers.sheet"
        title: qsTr("What paper is it?")
        function ask(chosen) { file = chosen; name.text = vm.nameOf(chosen); open() }
        Select { objectName: "papers.kind"; width: parent.width; label: qsTr("Kind"); model: vm.kinds; value: sheet.kind; onChosen: value => sheet.kind = value }
        TextField { id: name; objectName: "papers.name"; width: parent.width; label: qsTr("Name"); maximumLength: 120 }
        footer: Button { objectName: "papers.send"; width: parent.width; text: qsTr("Add"); busy: vm.busy; enabled: name.text.trim() !== "" && !vm.busy; onClicked: vm.add(sheet.file, sheet.kind, name.text) }
    }
    Menu {
        id: menu
        property var paper: ({})
        function show(item, of) { paper = of; popup(item, Theme.s4, item.height) }
        MenuItem { objectName: "paper.save"; text: qsTr("Save to this device"); iconName: "file_download"; onTriggered: vm.save(menu.paper.paperId) }
        MenuItem { objectName: "paper.remove"; visible: menu.paper.removable === true; height: visible ? implicitHeight : 0; text: qsTr("Take it back"); iconName: "delete_outline"; onTriggered: sure.open() }
    }
    ConfirmDialog { id: sure; title: qsTr("Take the paper back?"); text: qsTr("The other side will not see it any more."); confirmText: qsTr("Take it back"); dangerous: true; onConfirmed: vm.remove(menu.paper.paperId) }
}
