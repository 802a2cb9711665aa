import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Profile

// A table of kinds and ways; one kind under the other, with switches, where the table would not fit.
Page {
    id: root
    readonly property var ways: [ { key: "app", text: qsTr("In the app"), short: qsTr("App") }, { key: "push", text: qsTr("On the phone"), short: qsTr("Push") }, { key: "mail", text: qsTr("By e-mail"), short: qsTr("Mail") } ]
    readonly property real cell: Theme.px(64)
    readonly property bool table: width - 2 * side - 3 * cell >= Theme.px(150)
    title: qsTr("What we tell you about")
    back: true
    contentMaximum: 640
    NotificationSettingsViewModel { id: vm; onFailed: text => Nav.tell(text, { tone: "danger" }) }
    SkeletonList { visible: vm.phase === ViewModel.Loading; x: root.side; width: parent.width - 2 * root.side; rows: 4 }
    ErrorState { visible: vm.phase === ViewModel.Failed; anchors.centerIn: parent; offline: vm.unreachable; text: vm.errorText; onRetry: vm.reload() }
    Flickable {
        visible: vm.phase === ViewModel.Ready
        anchors.fill: parent
        contentHeight: column.height + Theme.s6
        Column {
            id: column
            x: root.side
            width: parent.width - 2 * root.side
            spacing: Theme.s3
            Card {
                visible: root.table
                width: parent.width
                spacing: Theme.s2
                Row {
                    width: parent.width
                    Item { width: parent.width - 3 * root.cell; height: 1 }
                    Repeater { model: root.ways; Label { required property var modelData; width: root.cell; role: "label"; text: modelData.short; horizontalAlignment: Text.AlignHCenter } }
                }
                Repeater {
                    model: root.table ? vm.rows : []
                    Column {
                        id: kind
                        required property int index
                        required property var modelData
                        width: column.width - 2 * Theme.s4
                        spacing: Theme.s2
                        Divider {}
                        Row {
                            width: parent.width
                            Column {
                                width: parent.width - 3 * root.cell
                                anchors.verticalCenter: parent.verticalCenter
                                spacing: 2
                                Label { width: parent.width; role: "strong"; text: kind.modelData.text; wrapMode: Text.WordWrap }
                                Label { width: parent.width - Theme.s2; role: "second"; text: kind.modelData.detail; wrapMode: Text.WordWrap }
                            }
                            Repeater {
                                model: root.ways
                                Item {
                                    id: place
                                    required property var modelData
                                    width: root.cell; height: Math.max(Theme.touch, box.height)
                                    anchors.verticalCenter: parent.verticalCenter
                                    CheckBox { id: box; anchors.centerIn: parent; width: Theme.touch; leftPadding: Math.round((Theme.touch - Theme.px(22)) / 2); rightPadding: 0; objectName: "tell." + kind.modelData.key + "." + place.modelData.key; enabled: !kind.modelData.locked; checked: kind.modelData[place.modelData.key]; Accessible.name: kind.modelData.text + ", " + place.modelData.text; onToggled: vm.set(kind.modelData.key, place.modelData.key, checked) }
                                }
                            }
                        }
                    }
                }
            }
            Repeater {
                model: root.table ? [] : vm.rows
                Card {
                    id: group
                    required property var modelData
                    width: column.width
                    Label { width: parent.width; role: "bar"; text: group.modelData.text; wrapMode: Text.WordWrap }
                    Label { width: parent.width; role: "second"; text: group.modelData.detail; wrapMode: Text.WordWrap; topPadding: Theme.s1 }
                    Repeater {
                        model: root.ways
                        Switch { required property var modelData; width: column.width - 2 * Theme.s4; enabled: !group.modelData.locked; text: modelData.text; checked: group.modelData[modelData.key]; onToggled: vm.set(group.modelData.key, modelData.key, checked) }
                    }
                }
            }
            Label { width: parent.width; role: "second"; wrapMode: Text.WordWrap; text: qsTr("Deadlines of a running deal are always shown on its page, whatever is chosen here.") }
        }
    }
}
