import QtQuick
import CarGo.Ui
import CarGo.Desk

// A fresh code before something grave. What was ordered goes on by itself once the code is right.
Sheet {
    id: root
    objectName: "stepUp"
    title: qsTr("Is it you?")
    maximumWidth: 400
    asking: true
    readonly property bool wanted: StepUp.wanted
    onWantedChanged: { code.text = ""; wanted ? open() : close() }
    onOpened: code.forceActiveFocus()
    Label { width: parent.width; wrapMode: Text.WordWrap; color: Theme.inkSoft; text: qsTr("Money, settings and personal data need a fresh code of your authenticator. What you did is kept and goes on after it.") }
    CodeField { id: code; objectName: "stepUp.code"; width: parent.width; errorText: StepUp.errorText; onFilled: StepUp.confirm(text) }
    footer: ButtonRow {
        width: parent.width
        Button { objectName: "stepUp.cancel"; width: parent.cell; kind: "outline"; text: qsTr("Not now"); enabled: !StepUp.busy; onClicked: StepUp.cancel() }
        Button { objectName: "stepUp.confirm"; width: parent.cell; text: qsTr("Go on"); busy: StepUp.busy; enabled: code.complete && !StepUp.busy; onClicked: StepUp.confirm(code.text) }
    }
}
