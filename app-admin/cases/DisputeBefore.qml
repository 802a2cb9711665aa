import QtQuick
import CarGo.Ui
import CarGo.Client

// How disputes like this one were decided, and what the two had before.
Column {
    id: root
    property var similar: null
    property var earlier: []
    spacing: Theme.s2
    component Past: Item {
        id: past
        property var one
        width: root.width
        height: words.implicitHeight + Theme.s2
        Label { id: words; width: parent.width; size: 13; wrapMode: Text.Wrap; text: [past.one.deal_number, Words.code(past.one.reason), Words.code(past.one.outcome) + (past.one.refund_share !== null ? " " + Math.round(past.one.refund_share * 100) + " %" : ""), Words.code(past.one.reason_code), Words.moment(past.one.closed_at)].join(" · ") }
    }
    Label { role: "label"; text: qsTr("The same reason, decided before") }
    Flow { width: parent.width; spacing: Theme.s2; Repeater { model: root.similar ? Object.keys(root.similar.outcomes) : []; Badge { required property string modelData; tone: "plain"; text: Words.code(modelData) + ": " + root.similar.outcomes[modelData] } } }
    Repeater { model: root.similar ? root.similar.items : []; Past { required property var modelData; one: modelData } }
    Label { visible: root.similar !== null && root.similar.items.length === 0; role: "second"; text: qsTr("None so far.") }
    Label { role: "label"; topPadding: Theme.s2; text: qsTr("Disputes of these two") }
    Repeater { model: root.earlier; Past { required property var modelData; one: modelData } }
    Label { visible: root.earlier.length === 0; role: "second"; text: qsTr("None so far.") }
}
