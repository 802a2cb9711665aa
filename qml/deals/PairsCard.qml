import QtQuick
import CarGo.Ui

// The car as the driver took it over and as he hands it over, side by side, with the damage that he marked. For looking only: he,
// the buyer and whoever decides a dispute see the same.
Card {
    id: root
    property var compared: ({})            // carCompared()
    property int few: 3
    property bool all: false
    readonly property var pairs: compared.pairs ?? []
    readonly property var pins: compared.pins ?? []
    readonly property bool recorded: compared.recorded === true
    readonly property var views: pins.map(pin => pin.view).filter((view, at, list) => list.indexOf(view) === at)
    readonly property real inner: width - 2 * padding

    objectName: "pairs"
    spacing: Theme.s3
    Label { role: "bar"; width: parent.width; wrapMode: Text.WordWrap; text: root.recorded ? qsTr("At the pick-up and at the handover") : qsTr("As it was taken over") }
    Label { width: parent.width; role: "second"; wrapMode: Text.WordWrap; text: root.recorded ? qsTr("Pick-up %1, handover %2. Both are in the chain of records: nobody can change them.").arg(root.compared.moment).arg(root.compared.recordedMoment) : [root.compared.moment ?? "", root.compared.detail ?? ""].filter(part => part).join(" · ") }
    Badge { objectName: "pairs.fresh"; visible: root.recorded; tone: root.compared.fresh > 0 ? "danger" : "good"; iconName: root.compared.fresh > 0 ? "report_problem" : "check_circle"; maximumWidth: root.inner; text: root.compared.fresh > 0 ? qsTr("%n new damage(s) by the driver's word", "", root.compared.fresh) : qsTr("No new damage by the driver's word") }
    Repeater {
        model: root.all ? root.pairs : root.pairs.slice(0, root.few)
        Column {
            id: one
            required property int index
            required property var modelData
            width: root.inner
            spacing: Theme.s1
            Label { width: parent.width; role: "caption"; wrapMode: Text.WordWrap; text: one.modelData.name }
            AnglePair {
                key: one.modelData.angle
                width: parent.width
                height: implicitHeight
                before: one.modelData.before
                after: one.modelData.after
                pins: one.modelData.pins
                beforeTag: root.compared.day ?? ""
                afterTag: root.compared.recordedDay ?? ""
                beforeText: qsTr("%1 at the pick-up").arg(one.modelData.name)
                afterText: qsTr("%1 at the handover").arg(one.modelData.name)
                onBeforeOpened: root.look(one.index)
                onAfterOpened: root.look(one.index)
            }
        }
    }
    function look(at) { sheet.index = at; sheet.open() }
    Button { objectName: "pairs.all"; visible: !root.all && root.pairs.length > root.few; width: parent.width; kind: "text"; text: qsTr("All %n side(s)", "", root.pairs.length); onClicked: root.all = true }
    Repeater {
        model: root.views
        CarSketch {
            required property string modelData
            width: root.inner
            view: modelData
            editable: false
            pins: root.pins.filter(pin => pin.view === modelData).map(pin => ({ x: pin.x, y: pin.y, number: pin.number, before: !pin.fresh }))
            Accessible.ignored: true       // the words below say it
        }
    }
    Repeater {
        model: root.pins
        Label { required property var modelData; width: root.inner; wrapMode: Text.WordWrap; text: modelData.number + ". " + modelData.text }
    }
    AngleSheet {
        id: sheet
        readonly property var side: root.pairs[index] ?? ({})
        editable: false
        name: side.name ?? ""
        moment: root.compared.moment ?? ""
        before: side.before ?? ""
        now: side.after ?? ""
        nowText: qsTr("At the handover, %1").arg(root.compared.recordedMoment ?? "")
        pins: side.pins ?? []
        advice: taken ? qsTr("Move the slider: what jumps is new.") : ""
    }
}
