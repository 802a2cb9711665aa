import QtQuick
import CarGo.Ui
import CarGo.Client

// What was agreed. Frozen when the deal was made; only an accepted proposal changes it.
Card {
    id: root
    property var terms: []
    spacing: Theme.s2
    Label { text: qsTr("Terms, fixed for both"); role: "bar"; bottomPadding: Theme.s1; width: parent.width; wrapMode: Text.WordWrap }
    Repeater {
        model: root.terms
        FactRow { required property var modelData; width: root.width - 2 * root.padding; name: modelData.name; value: modelData.value; strong: modelData.strong }
    }
    Label { width: parent.width; wrapMode: Text.WordWrap; size: 13; color: Theme.inkSoft; text: Session.role === "driver" ? qsTr("CarGo holds no money: a licensed payment provider does. Customs clearance is the buyer's and is not in the price.") : qsTr("CarGo holds no money: a licensed payment provider does. Customs clearance is yours and is not in the price.") }
}
