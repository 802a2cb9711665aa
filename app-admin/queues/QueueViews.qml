import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Desk

// Views of a queue that somebody keeps: which part, in which order, by which words. The server keeps them, so they are on every desk.
Item {
    id: root
    required property string queue
    property var now: ({})                 // the view on the screen
    signal chosen(var view)

    function popup(under) { menu.popup(under, 0, under.height) }
    function keep(items) { vm.give("PUT", "admin/views", { items: items.map(one => ({ name: one.name, queue: one.queue, query: one.query })) }) }
    readonly property var mine: vm.rows.filter(one => one.queue === queue)
    RecordsViewModel { id: vm; path: "admin/views"; onGiven: { sheet.close(); reload() } onFailed: text => Nav.tell(text, { tone: "danger" }) }
    Menu {
        id: menu
        title: qsTr("Views")
        Instantiator {
            model: root.mine
            onObjectAdded: (at, item) => menu.insertItem(at, item)
            onObjectRemoved: (at, item) => menu.removeItem(item)
            delegate: MenuItem { required property var modelData; text: modelData.name; onTriggered: root.chosen(modelData.query) }
        }
        MenuDivider {}
        MenuItem { objectName: "views.keep"; text: qsTr("Keep this view…"); iconName: "bookmark_border"; onTriggered: { name.text = ""; sheet.open() } }
        MenuItem { text: qsTr("Forget the views of this queue"); enabled: root.mine.length > 0; iconName: "delete_outline"; onTriggered: root.keep(vm.rows.filter(one => one.queue !== root.queue)) }
    }
    Sheet {
        id: sheet
        title: qsTr("Keep this view")
        maximumWidth: 400
        onOpened: name.forceActiveFocus()
        TextField { id: name; objectName: "views.name"; width: parent.width; label: qsTr("Its name"); maximumLength: 60 }
        footer: Button { objectName: "views.save"; width: parent.width; text: qsTr("Keep it"); busy: vm.busy; enabled: name.text.trim() !== "" && !vm.busy; onClicked: root.keep(vm.rows.filter(one => one.queue !== root.queue || one.name !== name.text.trim()).concat([{ name: name.text.trim(), queue: root.queue, query: root.now }])) }
    }
}
