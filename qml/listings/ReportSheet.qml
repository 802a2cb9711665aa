import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Listings

// Something is wrong with a car, a person or a message: what, in one choice, and in words if one likes.
Sheet {
    id: root
    property string reason
    property alias words: said.text
    Draft { id: draft; key: vm.subjectId !== "" ? "report/" + vm.subject + "/" + vm.subjectId : ""; target: root; properties: ["reason", "words"] }
    function ask(subject, subjectId) {
        if (!Session.signedIn) {
            Nav.needSignIn(qsTr("Sign in, so that we can tell you what came of your report."), () => root.ask(subject, subjectId))
            return
        }
        vm.subject = subject
        vm.subjectId = subjectId
        open()
    }
    objectName: "report.sheet"
    title: vm.subject === "user" ? qsTr("What is wrong with this person?") : vm.subject === "message" ? qsTr("What is wrong with this message?") : qsTr("What is wrong with this listing?")
    ReportViewModel {
        id: vm
        onSent: { root.reason = ""; root.words = ""; draft.clear(); root.close(); Nav.tell(qsTr("Thank you. We look at it and tell you what came of it."), { tone: "good" }) }
        onFailed: text => { draft.save(); root.close(); Nav.tell(text, { tone: "danger" }) }
    }
    RadioGroup { objectName: "report.reason"; width: parent.width; model: vm.reasons; value: root.reason; onChosen: value => root.reason = value }
    TextArea { id: said; objectName: "report.text"; width: parent.width; label: qsTr("More about it, if you like"); minimumLines: 2; placeholder: qsTr("What did you see, when?") }
    Label { role: "second"; width: parent.width; wrapMode: Text.WordWrap; text: qsTr("Nobody learns who reported.") }
    footer: Button { objectName: "report.send"; width: parent.width; text: qsTr("Send the report"); enabled: root.reason !== ""; busy: vm.busy; onClicked: vm.send(root.reason, root.words) }
}
