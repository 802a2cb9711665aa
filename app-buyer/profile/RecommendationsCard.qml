import QtQuick
import CarGo.Ui
import CarGo.Client

// The notice that the law asks for (408-ФЗ), and the switch.
Card {
    id: root
    spacing: Theme.s2
    Switch { objectName: "recommendations"; width: parent.width; text: qsTr("Picks for me"); detail: Settings.personalPicks ? qsTr("By the cars you looked at, kept and asked about") : qsTr("Off: the same cars as for everybody"); checked: Settings.personalPicks; onToggled: Settings.personalPicks = checked }
    Label { width: parent.width; role: "second"; wrapMode: Text.WordWrap; text: qsTr("CarGo uses recommendation technologies. Nobody pays for a place among them, each says why it is there, and the rules are in “About CarGo”.") }
}
