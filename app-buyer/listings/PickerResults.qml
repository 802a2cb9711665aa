import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Listings

// What the picker found: how it understood the wish, the cars with their reasons, and what would change the answer.
Column {
    id: root
    required property PickerViewModel picker
    property bool back: false              // the questions are behind another page
    signal kept()
    signal asked()                         // back to the questions

    // Another search, in words.
    component Way: Card {
        id: way
        property string text
        property string query
        property string name
        width: root.width
        padding: Theme.s1
        ListRow { objectName: way.name; width: parent.width; iconName: "lightbulb"; text: way.text; onClicked: Nav.go("search", { query: way.query }) }
    }
    spacing: Theme.s4
    Label { objectName: "picker.total"; visible: root.picker.phase === ViewModel.Ready; width: parent.width; role: "heading"; wrapMode: Text.WordWrap; text: root.picker.total > 0 ? qsTr("%n car(s) fit", "", root.picker.total) : qsTr("Nothing fits everything; these come near") }
    Label { objectName: "picker.understood"; visible: root.picker.understood.length > 0; width: parent.width; role: "second"; wrapMode: Text.WordWrap; text: qsTr("Understood: %1").arg(root.picker.understood.join(" · ")) }
    Banner { objectName: "picker.unparsed"; visible: root.picker.notUnderstood.length > 0; width: parent.width; tone: "warn"; iconName: "help_outline"; text: qsTr("Not understood: %1").arg(root.picker.notUnderstood.join(", ")) }
    EmptyState {
        objectName: "picker.none"
        visible: root.picker.phase === ViewModel.Empty
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(480, parent.width)
        iconName: "search_off"
        tone: "plain"
        title: qsTr("No car comes near")
        text: qsTr("Say it in another way, or keep the search: the car may come.")
        actionText: root.back ? qsTr("Change the answers") : ""
        onAction: root.asked()
    }
    Flow {
        visible: root.picker.phase === ViewModel.Ready
        width: parent.width
        spacing: Theme.s2
        Button { objectName: "picker.change"; visible: root.back; kind: "outline"; iconName: "tune"; text: qsTr("Change the answers"); onClicked: root.asked() }
        Button { objectName: "picker.keep"; visible: root.picker.queryText !== ""; kind: "outline"; iconName: "bookmark_border"; text: qsTr("Keep this search"); onClicked: root.kept() }
        Button { objectName: "picker.search"; visible: root.picker.queryText !== ""; kind: "text"; text: qsTr("Show all of them"); onClicked: Nav.go("search", { query: root.picker.queryText }) }
    }
    Repeater {
        model: root.picker.phase === ViewModel.Ready ? root.picker.model : null
        PickedCar { width: root.width; picker: root.picker }
    }
    Label { visible: root.picker.changes.length > 0 && root.picker.phase === ViewModel.Ready; width: parent.width; role: "heading"; wrapMode: Text.WordWrap; text: qsTr("What would change the answer") }
    Repeater {
        model: root.picker.phase === ViewModel.Ready ? root.picker.changes : []
        Way { required property var modelData; required property int index; name: "picker.step." + index; text: modelData.text; query: modelData.query }
    }
    Label { visible: root.picker.relaxed.length > 0; width: parent.width; role: "heading"; wrapMode: Text.WordWrap; text: qsTr("Let one thing go, and there are more") }
    Repeater {
        model: root.picker.relaxed
        Way { required property var modelData; required property int index; name: "picker.relaxed." + index; text: modelData.text; query: modelData.query }
    }
    Label { visible: root.picker.phase === ViewModel.Ready; width: parent.width; role: "second"; wrapMode: Text.WordWrap; text: qsTr("The order is what speaks for each car and nothing else. Nobody can pay for a place in it.") }
}
