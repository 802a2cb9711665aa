import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Driver

// What may be done on the road besides the one big thing.
Column {
    id: root
    required property RunViewModel vm
    property string dealId
    function may(event) { return vm.may.indexOf(event) >= 0 }
    spacing: Theme.s2
    Banner { objectName: "run.stopped"; visible: root.vm.safety.until !== undefined; width: parent.width; tone: "warn"; iconName: "pan_tool"; title: qsTr("The clocks stand still"); text: root.vm.safety.mine === true ? qsTr("You stopped them. CarGo reads your words before all others and answers in the ticket.") : qsTr("The buyer stopped them. CarGo looks into it; you need not do anything.") }
    ButtonRow {
        visible: root.vm.action === "way" || root.may("amendment_proposed")
        width: parent.width
        Button { objectName: "run.arrive"; visible: root.may("arrive"); width: parent.cell; kind: "outline"; iconName: "flag"; text: qsTr("I am there"); onClicked: Nav.go("checkpoint", { dealId: root.dealId, what: "arrive" }) }
        Button { objectName: "run.amend"; visible: root.may("amendment_proposed"); width: parent.cell; kind: "outline"; iconName: "edit_note"; text: qsTr("Other terms"); onClicked: Nav.go("amend", { dealId: root.dealId }) }
    }
    Button { objectName: "run.safety"; visible: root.may("safety_stop"); width: parent.width; kind: "text"; iconName: "pan_tool"; text: qsTr("I do not feel safe"); onClicked: sheet.open() }
    SafetySheet { id: sheet; onStopped: text => { if (root.vm.stopForSafety(text)) Nav.tell(qsTr("Support reads it before all others."), { tone: "good" }) } }
}
