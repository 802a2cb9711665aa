import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Desk

// The draft, or an older version once more, on its way to readers: what changed, in words that they read.
Sheet {
    id: root
    required property KnowledgeViewModel vm
    property int version: 0                // that is brought back; 0: the draft
    readonly property bool agreement: vm.facts.kind === "agreement"
    readonly property bool possible: russian.text.trim().length >= 3 && english.text.trim().length >= 3 && !vm.busy

    function show(older) { version = older; russian.text = ""; english.text = ""; open(); russian.forceActiveFocus() }
    objectName: "publishSheet"
    title: version > 0 ? qsTr("Bring version %1 back").arg(version) : agreement ? qsTr("Propose the draft") : qsTr("Publish the draft")
    maximumWidth: 560
    Banner { visible: root.agreement; width: parent.width; tone: "info"; text: qsTr("People sign it, so another admin decides. Who signed the version before has to sign again.") }
    Label { width: parent.width; role: "second"; wrapMode: Text.WordWrap; text: qsTr("Readers see what changed. It stays in the history.") }
    TextField { id: russian; objectName: "publish.ru"; width: parent.width; label: qsTr("What changed, in Russian"); maximumLength: 500 }
    TextField { id: english; objectName: "publish.en"; width: parent.width; label: qsTr("What changed, in English"); maximumLength: 500 }
    footer: ButtonRow {
        width: parent.width
        Button { width: parent.cell; kind: "outline"; text: qsTr("Close"); onClicked: root.close() }
        Button { objectName: "publish.send"; width: parent.cell; busy: root.vm.busy; enabled: root.possible; text: root.agreement ? qsTr("Propose") : qsTr("Publish"); onClicked: root.version > 0 ? root.vm.bringBack(root.version, russian.text.trim(), english.text.trim()) : root.vm.publish(russian.text.trim(), english.text.trim()) }
    }
}
