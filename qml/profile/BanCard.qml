import QtQuick
import CarGo.Ui
import CarGo.Client

// Why somebody cannot sign in, until when, and what he has to say against it.
Card {
    id: root
    required property var ban              // see decision_words.h
    property bool busy: false
    signal appealed(string text)

    spacing: Theme.s2
    Label { objectName: "ban.title"; width: parent.width; role: "bar"; wrapMode: Text.WordWrap; text: root.ban.title; Accessible.role: Accessible.Heading }
    Label { objectName: "ban.text"; visible: text !== ""; width: parent.width; wrapMode: Text.Wrap; text: root.ban.text }
    Label { visible: text !== ""; width: parent.width; role: "second"; wrapMode: Text.WordWrap; text: root.ban.rule }
    Button { objectName: "ban.rules"; x: -Theme.s3; kind: "text"; text: qsTr("How appeals work"); onClicked: Nav.go("helpText", { slug: "disputes", anchor: "appeal" }) }
    FactRow { width: parent.width; name: qsTr("Decided"); value: root.ban.moment }
    FactRow { width: parent.width; name: qsTr("Until"); value: root.ban.until !== "" ? root.ban.until : qsTr("for good") }
    Column {
        visible: root.ban.appealText !== ""
        width: parent.width
        spacing: Theme.s1
        Label { width: parent.width; role: "label"; wrapMode: Text.WordWrap; text: qsTr("Your words") }
        Label { objectName: "ban.appeal"; width: parent.width; wrapMode: Text.Wrap; text: root.ban.appealText }
        Label { width: parent.width; role: "label"; wrapMode: Text.WordWrap; topPadding: Theme.s1; text: root.ban.answer === "" ? qsTr("Somebody decides who did not make this decision. Sign in here to see the answer.") : qsTr("The decision stands") }
        Label { visible: text !== ""; width: parent.width; wrapMode: Text.Wrap; text: root.ban.answer }
    }
    Column {
        visible: root.ban.mayAppeal
        width: parent.width
        spacing: Theme.s2
        Label { width: parent.width; role: "second"; wrapMode: Text.WordWrap; text: qsTr("You can appeal once, until %1. Somebody reads it who did not make this decision.").arg(root.ban.appealUntil) }
        TextArea { id: words; objectName: "ban.words"; width: parent.width; maximumLength: 4000; label: qsTr("Why it is wrong") }
        Button { objectName: "ban.send"; width: parent.width; kind: "outline"; busy: root.busy; enabled: words.text.trim().length >= 3; text: qsTr("Appeal"); onClicked: root.appealed(words.text.trim()) }
    }
}
