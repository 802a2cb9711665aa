import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Desk

// One concept as text, what is wrong with it line by line, and what it would do before it is published.
Sheet {
    id: root
    property var row: null                 // null: a new one
    property int version: 0                // of the dictionary in force
    readonly property string slug: row ? row.slug : (words.text.match(/^\s*concept +([a-z][a-z0-9_]*)/) ?? ["", ""])[1]
    readonly property string sample: "concept name\n    ru: Название\n    en: Name\n    wish: как просят | how people ask\n    find: minivan | wagon*0.6\n    show: body_type=minivan\n    say: что об этом пишут"
    readonly property bool possible: slug !== "" && note.text.trim().length >= 3 && words.text.trim() !== "" && (!row || words.text !== row.text) && !vm.busy
    signal changed()

    function show(one) { row = one; words.text = one ? one.text : sample; note.text = ""; vm.forget(); open() }
    objectName: "conceptSheet"
    title: row ? (Settings.language === "en" ? row.name_en : row.name_ru) : qsTr("New concept")
    maximumWidth: 760
    ConceptViewModel {
        id: vm
        onPublished: { Nav.tell(qsTr("Published. The search takes it up in a moment."), { tone: "good" }); root.close(); root.changed() }
        onMovedOn: root.changed()
        onFailed: text => Nav.tell(text, { tone: "danger" })
    }
    Label { width: parent.width; role: "second"; wrapMode: Text.WordWrap; text: qsTr("wish: how people ask for it. find: words that answer it, with weights. show: facts of a car, joined by +. say: what descriptions say of it. Several are parted by |.") }
    TextArea { id: words; objectName: "concept.text"; width: parent.width; label: qsTr("Concept"); minimumLines: 9; maximumLength: 12000; onEdited: vm.forget() }
    Repeater {
        model: vm.problems
        Row {
            id: problem
            required property string modelData
            width: parent.width
            spacing: Theme.s2
            Icon { id: sign; name: "error_outline"; size: 16; color: Theme.danger }
            Label { objectName: "concept.problem"; width: problem.width - sign.width - problem.spacing; size: 13; color: Theme.danger; wrapMode: Text.Wrap; text: problem.modelData }
        }
    }
    Flow {
        width: parent.width
        spacing: Theme.s3
        Button { objectName: "concept.look"; kind: "tonal"; iconName: "search"; text: qsTr("Try it on cars"); enabled: root.slug !== "" && !vm.busy; onClicked: vm.look(root.slug, words.text) }
        Button { objectName: "concept.builtIn"; visible: root.row !== null && root.row.own && root.row.built_in_text !== null; kind: "text"; text: qsTr("As it came with CarGo"); onClicked: { words.text = root.row.built_in_text; vm.forget() } }
    }
    Label { objectName: "concept.counts"; visible: vm.seen.sample !== undefined; width: parent.width; role: "strong"; wrapMode: Text.WordWrap; text: qsTr("Of %1 cars: %2 now, %3 with this text").arg(Format.number(vm.seen.sample ?? 0)).arg(Format.number(vm.seen.now ?? 0)).arg(Format.number(vm.seen.then ?? 0)) }
    Repeater {
        model: vm.seen.cars ?? []
        FactRow { required property var modelData; width: parent.width; name: modelData.title; value: modelData.sentence ? "“" + modelData.proof + "”" : modelData.proof }
    }
    TextField { id: note; objectName: "concept.note"; width: parent.width; label: qsTr("Why"); maximumLength: 1000 }
    footer: ButtonRow {
        width: parent.width
        Button { width: parent.cell; kind: "outline"; text: qsTr("Close"); onClicked: root.close() }
        Button { objectName: "concept.publish"; width: parent.cell; busy: vm.busy; enabled: root.possible; text: qsTr("Publish"); onClicked: vm.publish(root.slug, words.text, root.version, note.text.trim()) }
    }
}
