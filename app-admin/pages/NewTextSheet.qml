import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Desk

// A page that nobody reads yet. What it is called in links stays for ever.
Sheet {
    id: root
    readonly property bool possible: /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug.text.trim()) && !vm.busy
    signal made(string slug)

    function show() { slug.text = ""; kind.value = "article"; audience.value = "all"; open(); slug.forceActiveFocus() }
    objectName: "newTextSheet"
    title: qsTr("New text")
    RecordViewModel { id: vm; onGiven: (path, answer) => { root.close(); root.made(answer.slug) } onFailed: text => Nav.tell(text, { tone: "danger" }); onMovedOn: Nav.tell(qsTr("There is a text of this name."), { tone: "danger" }) }
    TextField { id: slug; objectName: "newText.slug"; width: parent.width; label: qsTr("Name in links"); hint: qsTr("a-z, 0-9 and hyphens. It cannot be changed later."); maximumLength: 60; inputMethodHints: Qt.ImhLowercaseOnly | Qt.ImhNoPredictiveText }
    RadioGroup { id: kind; objectName: "newText.kind"; width: parent.width; label: qsTr("Kind"); onChosen: value => kind.value = value; model: [ { value: "article", text: TextWords.kind("article"), detail: qsTr("One admin publishes it.") }, { value: "agreement", text: TextWords.kind("agreement"), detail: qsTr("People sign it; two admins publish it.") } ] }
    RadioGroup { id: audience; objectName: "newText.audience"; width: parent.width; label: qsTr("For"); onChosen: value => audience.value = value; model: ["all", "buyer", "driver"].map(one => ({ value: one, text: TextWords.audience(one) })) }
    footer: ButtonRow {
        width: parent.width
        Button { width: parent.cell; kind: "outline"; text: qsTr("Close"); onClicked: root.close() }
        Button { objectName: "newText.make"; width: parent.cell; text: qsTr("Begin it"); busy: vm.busy; enabled: root.possible; onClicked: vm.give("POST", "admin/knowledge", { slug: slug.text.trim(), kind: kind.value, audience: audience.value }) }
    }
}
