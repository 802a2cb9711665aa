import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Profile

// Six digits from the e-mail. It can be left for later.
Page {
    id: root
    property var next: null
    title: qsTr("Confirm the e-mail")
    back: true
    contentMaximum: 440
    function leave() { next ? Nav.replace(next.name, next.params) : Nav.back() }
    EmailCodeViewModel { id: vm; onDone: root.leave(); onSent: Nav.tell(qsTr("A new code is on its way.")); onFailed: text => Nav.tell(text, { tone: "danger" }) }
    Flickable {
        anchors.fill: parent
        contentHeight: column.implicitHeight + Theme.s8
        Column {
            id: column
            x: root.side
            width: parent.width - 2 * root.side
            spacing: Theme.s4
            topPadding: Theme.s2
            Label { width: parent.width; wrapMode: Text.WordWrap; color: Theme.inkSoft; text: qsTr("We sent a code to %1. News of your deals and a forgotten password come to this address.").arg(Session.user.email || "") }
            TextField { id: code; objectName: "verify.code"; width: parent.width; label: qsTr("Code from the e-mail"); inputMethodHints: Qt.ImhDigitsOnly; maximumLength: 6; onAccepted: if (ok.enabled) vm.confirm(text) }
            Button { id: ok; objectName: "verify.confirm"; width: parent.width; busy: vm.busy; enabled: code.text.length === 6; text: qsTr("Confirm"); onClicked: vm.confirm(code.text) }
            Button { objectName: "verify.again"; width: parent.width; kind: "text"; text: qsTr("Send the code again"); onClicked: vm.sendAgain() }
            Button { objectName: "verify.later"; width: parent.width; kind: "text"; text: qsTr("Later"); onClicked: root.leave() }
        }
    }
}
