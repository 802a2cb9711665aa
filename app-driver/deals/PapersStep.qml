import QtQuick
import CarGo.Ui
import CarGo.Driver

// What goes with the car, and what was in the way of looking at it.
Column {
    id: root
    required property RunViewModel vm
    property real km: NaN
    property real keys: NaN
    property alias vin: vin.text
    property alias note: note.text
    property var papers: ({})
    property var flags: ({})
    property string vinHint
    signal kmEntered(real km)
    signal keysEntered(real keys)
    signal paperToggled(string paper, bool on)
    signal flagToggled(string flag, bool on)

    spacing: Theme.s4
    TextField { id: vin; objectName: "pickup.vin"; width: parent.width; label: qsTr("VIN or frame number, as on the body"); hint: root.vinHint; maximumLength: 40; inputMethodHints: Qt.ImhUppercaseOnly | Qt.ImhNoPredictiveText }
    NumberField { id: odometer; objectName: "pickup.km"; width: parent.width; label: qsTr("Odometer, km"); value: root.km; to: 5000000; onEdited: root.kmEntered(entered) }
    NumberField { id: count; objectName: "pickup.keys"; width: parent.width; label: qsTr("Keys"); value: root.keys; to: 20; step: 1; onEdited: root.keysEntered(entered) }
    MarkChips { width: root.width; title: qsTr("Papers that you received"); entries: root.vm.papers; chosen: root.papers; onToggled: (value, on) => root.paperToggled(value, on) }
    MarkChips { width: root.width; title: qsTr("What was in the way of looking"); hint: qsTr("Say it, so that photos that do not show everything are no blame."); entries: root.vm.obstructions; chosen: root.flags; onToggled: (value, on) => root.flagToggled(value, on) }
    TextArea { id: note; objectName: "pickup.note"; width: parent.width; label: qsTr("Anything else"); maximumLength: 2000; minimumLines: 2 }
}
