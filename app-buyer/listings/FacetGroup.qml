import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Listings

// One facet: its words with how many cars each has. Long ones are rows, the first few of them until one asks for all;
// short ones are chips. What has no car now stays, so that nothing jumps.
Column {
    id: root
    required property SearchViewModel search
    required property string facet
    required property var values
    property string name
    property bool rows: values.length > 6
    property bool all: false
    readonly property int few: 6
    readonly property var shown: !rows || all ? values : values.filter((value, at) => at < few || value.chosen)

    spacing: Theme.s1
    Label { role: "strong"; width: parent.width; text: root.name; bottomPadding: Theme.s1; wrapMode: Text.WordWrap }
    Repeater {
        model: root.rows ? root.shown : []
        Item {
            id: row
            required property var modelData
            width: root.width
            height: box.implicitHeight
            opacity: modelData.count > 0 || modelData.chosen ? 1 : 0.55
            CheckBox {
                id: box
                objectName: "facet." + root.facet + "." + row.modelData.value
                width: parent.width
                rightPadding: count.implicitWidth + Theme.s3
                text: row.modelData.text
                checked: row.modelData.chosen
                Accessible.name: text + ", " + row.modelData.count
                onToggled: root.search.toggle(root.facet, row.modelData.value)
            }
            Label { id: count; role: "second"; anchors { right: parent.right; verticalCenter: parent.verticalCenter } text: Format.number(row.modelData.count); Accessible.ignored: true }
        }
    }
    Flow {
        visible: !root.rows
        width: parent.width
        spacing: 6
        Repeater {
            model: root.rows ? [] : root.shown
            Chip {
                required property var modelData
                objectName: "facet." + root.facet + "." + modelData.value
                text: modelData.text + "  " + Format.number(modelData.count)
                strong: modelData.chosen
                opacity: modelData.count > 0 || modelData.chosen ? 1 : 0.55
                onClicked: root.search.toggle(root.facet, modelData.value)
            }
        }
    }
    Button { visible: root.rows && root.shown.length < root.values.length; kind: "text"; leftPadding: 0; text: qsTr("Show all %n", "", root.values.length); onClicked: root.all = true }
}
