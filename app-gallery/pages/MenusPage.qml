import QtQuick
import CarGo.Ui

GalleryPage {
    id: root
    fixedHeight: 620
    readonly property bool still: Theme.reducedMotion
    Section {
        title: qsTr("Menus on a desk")
        Row {
            spacing: Theme.s4
            IconButton {
                id: more
                iconName: "more_vert"
                text: qsTr("More")
                onClicked: menu.open()
                Menu {
                    id: menu
                    y: more.height
                    closePolicy: root.still ? 0 : 3
                    MenuItem { iconName: "edit"; text: qsTr("Edit"); keys: "E" }
                    MenuItem { iconName: "content_copy"; text: qsTr("Copy the link"); keys: "Ctrl+C" }
                    MenuItem { checkable: true; checked: true; text: qsTr("Compact rows") }
                    MenuItem { iconName: "snooze"; text: qsTr("Later"); enabled: false }
                    MenuDivider {}
                    MenuItem { iconName: "delete_outline"; text: qsTr("Delete"); dangerous: true; keys: "Del" }
                }
            }
            Item { width: Theme.px(200); height: 1 }
            Select { id: brand; width: Math.min(260, root.width - x); label: qsTr("Brand"); value: "honda"; model: ["Audi", "BMW", "Chery", "Ford", "Geely", "Honda", "Hyundai", "Kia", "Lexus", "Mazda", "Nissan", "Subaru", "Toyota"].map(name => ({ value: name.toLowerCase(), text: name })) }
        }
        Timer { running: root.still; interval: 1; onTriggered: menu.open() }
    }
}
