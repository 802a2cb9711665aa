import QtQuick
import CarGo.Ui
import CarGo.Client

// The notice that the law asks for (408-ФЗ), and the switch, which is one on all devices of whoever is signed in.
Card {
    id: root
    spacing: Theme.s2
    Switch { objectName: "recommendations"; width: parent.width; text: qsTr("Picks for me"); detail: !Settings.personalPicks ? qsTr("Off: nothing is kept or used, you see what everybody sees") : Session.signedIn ? qsTr("By the cars you looked at, kept and asked about: on the first page and a little in the order of a search") : qsTr("Nothing is kept of guests; this counts when you sign in"); checked: Settings.personalPicks; onToggled: Settings.personalPicks = checked }
    Label { width: parent.width; role: "second"; wrapMode: Text.WordWrap; text: qsTr("CarGo uses recommendation technologies. What you look at and for how long, keep, ask about and search for is kept for 90 days and used for this alone. Switched off, it is deleted at once, on all your devices. Nobody pays for a place, and each says why it is there.") }
    Button { objectName: "recommendations.how"; width: parent.width; kind: "text"; text: qsTr("How it works, and what is kept"); onClicked: Nav.go("helpText", { slug: "search", anchor: "kept" }) }
}
