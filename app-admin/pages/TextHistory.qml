import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Desk

// Who published what and when, and any two versions line by line.
Sheet {
    id: root
    required property KnowledgeViewModel vm
    property string older                  // numbers; "" the draft
    property string newer
    property string language: "ru"
    readonly property string base: "admin/knowledge/" + vm.slug + "/versions"
    readonly property var choices: [ { value: "draft", text: qsTr("What is written now") } ].concat(list.rows.map(one => ({ value: String(one.version), text: qsTr("Version %1 of %2").arg(one.version).arg(Words.moment(one.published_at)) })))
    signal bringBackAsked(int version)

    function show() { list.path = ""; list.path = base; newer = "draft"; older = vm.facts.version ? String(vm.facts.version) : "draft"; language = Settings.language === "en" ? "en" : "ru"; open() }
    function wordsOf(which, page) {
        const suffix = language === "en" ? "En" : "Ru"
        if (which === "draft")
            return (vm.text["title" + suffix] ?? "") + "\n" + (vm.text["body" + suffix] ?? "")
        return page.title ? page.title[language] + "\n" + page.body[language] : ""
    }
    function people(one) { return [one.published_by ? one.published_by.name : qsTr("came with CarGo"), one.approved_by ? one.approved_by.name : ""].filter(name => name !== "").join(" + ") }
    objectName: "historySheet"
    title: qsTr("Versions")
    maximumWidth: 900
    RecordsViewModel { id: list; path: "" }
    RecordViewModel { id: left; path: root.opened && root.older !== "draft" && root.older !== "" ? root.base + "/" + root.older : "" }
    RecordViewModel { id: right; path: root.opened && root.newer !== "draft" && root.newer !== "" ? root.base + "/" + root.newer : "" }
    Repeater {
        model: list.rows
        Row {
            id: row
            required property var modelData
            width: parent.width
            spacing: Theme.s3
            Label { width: parent.width - back.width - parent.spacing; size: 14; wrapMode: Text.Wrap; anchors.verticalCenter: parent.verticalCenter; text: [qsTr("Version %1").arg(row.modelData.version), Words.moment(row.modelData.published_at), root.people(row.modelData), row.modelData.restores ? qsTr("as version %1").arg(row.modelData.restores) : "", row.modelData.changes[Settings.language] ?? row.modelData.changes.ru].filter(one => one !== "").join(" · ") }
            Button { id: back; objectName: "history.back." + row.modelData.version; visible: row.modelData.version !== root.vm.facts.version; width: visible ? implicitWidth : 0; kind: "text"; text: qsTr("Bring it back…"); onClicked: root.bringBackAsked(row.modelData.version) }
        }
    }
    Button { visible: list.hasMore; kind: "text"; text: qsTr("Older ones"); onClicked: list.more() }
    Flow {
        width: parent.width
        spacing: Theme.s3
        Select { objectName: "history.older"; width: Math.min(parent.width, Theme.px(260)); label: qsTr("Compare"); model: root.choices; value: root.older; onChosen: value => root.older = value }
        Select { objectName: "history.newer"; width: Math.min(parent.width, Theme.px(260)); label: qsTr("With"); model: root.choices; value: root.newer; onChosen: value => root.newer = value }
        SegmentedControl { width: Math.min(parent.width, Theme.px(220)); name: qsTr("Language"); value: root.language; onChosen: value => root.language = value; model: [ { value: "ru", text: qsTr("Russian") }, { value: "en", text: qsTr("English") } ] }
    }
    DiffLines { objectName: "history.diff"; width: parent.width; diff: LineDiff { before: root.wordsOf(root.older, left.facts); after: root.wordsOf(root.newer, right.facts) } }
    footer: ButtonRow { width: parent.width; Button { width: parent.cell; kind: "outline"; text: qsTr("Close"); onClicked: root.close() } }
}
