import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Help

// One language of a text at its editor: title and words, and below them what keeps it from being published.
Column {
    id: root
    property string language               // Ru, En
    property string heading
    property var text: ({})                // of KnowledgeViewModel
    required property PageBlocks blocks
    property var otherAnchors: null        // of the other language, where they must be the same
    property bool signedText: false        // an agreement: no placeholder may stand in it
    readonly property var strangers: signedText ? words.text.match(/\{\{\s*[a-z0-9_]+\s*\}\}/g) ?? [] : blocks.strangers.map(one => "{{" + one + "}}")
    readonly property var problems: {
        const list = blocks.faults.map(one => TextWords.fault(one))
        if (strangers.length > 0)
            list.push((signedText ? qsTr("What people sign cannot hold numbers that change: %1") : qsTr("Nothing fills in: %1")).arg(strangers.join(", ")))
        if (otherAnchors !== null && otherAnchors.join() !== blocks.anchors.join())
            list.push(qsTr("The anchors are others than in Russian."))
        if (title.text.trim() === "")
            list.push(qsTr("The title is missing."))
        if (words.text.trim() === "")
            list.push(qsTr("The words are missing."))
        return list
    }
    signal wrote(string name, string words)
    signal caretMoved(real y, real height)

    function fill() { title.text = text["title" + language] ?? ""; words.text = text["body" + language] ?? "" }
    spacing: Theme.s3
    Label { width: parent.width; role: "bar"; text: root.heading; Accessible.role: Accessible.Heading }
    TextField { id: title; objectName: "text.title" + root.language; width: parent.width; label: qsTr("Title"); maximumLength: 120; onEdited: root.wrote("title" + root.language, text) }
    TextArea {
        id: words
        objectName: "text.body" + root.language
        width: parent.width
        label: qsTr("Words")
        hint: qsTr("## Heading {#anchor}, - item, 1. step, **bold**, [link](slug#anchor)")
        maximumLength: 40000
        minimumLines: 12
        onEdited: root.wrote("body" + root.language, text)
        input.onCursorRectangleChanged: if (input.activeFocus) { const at = input.mapToItem(root, input.cursorRectangle.x, input.cursorRectangle.y); root.caretMoved(root.y + at.y, input.cursorRectangle.height) }
    }
    Repeater {
        model: root.problems
        Row {
            id: problem
            required property string modelData
            width: root.width
            spacing: Theme.s2
            Icon { id: sign; name: "error_outline"; size: 16; color: Theme.danger }
            Label { objectName: "text.problem"; width: problem.width - sign.width - problem.spacing; size: 13; color: Theme.danger; wrapMode: Text.Wrap; text: problem.modelData }
        }
    }
}
