import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Desk

// Ready answers, with what stands in braces filled in: {name}, {number}, {agent}. Not there where the server has none.
Button {
    id: root
    property var values: ({})
    signal chosen(string text)

    function filled(text) { return text.replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole) }
    visible: macros.rows.length > 0
    kind: "text"
    iconName: "bolt"
    text: qsTr("Ready answers")
    onClicked: menu.popup(root, 0, -menu.implicitHeight)
    RecordsViewModel { id: macros; path: "admin/macros" }
    Menu {
        id: menu
        title: root.text
        Instantiator {
            model: macros.rows
            onObjectAdded: (at, item) => menu.insertItem(at, item)
            onObjectRemoved: (at, item) => menu.removeItem(item)
            delegate: MenuItem { required property var modelData; text: modelData.title; onTriggered: root.chosen(root.filled(modelData.text[Settings.language] ?? modelData.text.ru ?? "")) }
        }
    }
}
