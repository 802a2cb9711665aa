import QtQuick
import QtQuick.Window
import CarGo.Ui

// The pages of controls, and switches for everything that changes how they look. `bare`: one page alone, for pictures.
Window {
    id: window
    readonly property var places: [
        { name: "look", text: qsTr("Colour and type"), width: 390 }, { name: "buttons", text: qsTr("Buttons"), width: 390 },
        { name: "fields", text: qsTr("Fields"), width: 390 }, { name: "choices", text: qsTr("Choices"), width: 390 },
        { name: "words", text: qsTr("Words and figures"), width: 390 }, { name: "lists", text: qsTr("Lists"), width: 390 },
        { name: "states", text: qsTr("States"), width: 390 }, { name: "photos", text: qsTr("Photos"), width: 390 },
        { name: "popups", text: qsTr("Sheets and menus"), width: 390 }, { name: "menus", text: qsTr("Menus on a desk"), width: 720 },
        { name: "charts", text: qsTr("Charts"), width: 390 }, { name: "table", text: qsTr("Table and panel"), width: 1080 }, { name: "icons", text: qsTr("Icons"), width: 390 } ]
    readonly property var files: ({ look: "LookPage", buttons: "ButtonsPage", fields: "FieldsPage", choices: "ChoicesPage", words: "WordsPage", lists: "ListsPage", states: "StatesPage",
        photos: "PhotosPage", popups: "PopupsPage", menus: "MenusPage", charts: "ChartsPage", table: "TablePage", icons: "IconsPage" })
    readonly property var names: places.map(place => place.name)
    property string page: "look"
    property bool bare: false
    property string theme: "light"
    property bool highContrast: false
    property real scale: 1
    property bool reducedMotion: false
    property string density: "comfortable"
    property string language: "ru"
    property real fixedMs: NaN
    readonly property real contentHeight: shown.item ? shown.item.fixedHeight > 0 ? shown.item.fixedHeight : shown.item.implicitHeight + 2 * Theme.s4 : 0
    readonly property bool wide: width >= Theme.wideFrom
    signal languageAsked(string language)

    function widthOf(name) { return places.find(place => place.name === name).width }
    width: 1280
    height: 860
    minimumWidth: 320
    visible: true
    color: Theme.page
    title: "CarGo.Ui"
    Binding { target: Theme; property: "mode"; value: window.theme }
    Binding { target: Theme; property: "highContrast"; value: window.highContrast }
    Binding { target: Theme; property: "textScale"; value: window.scale }
    Binding { target: Theme; property: "reducedMotion"; value: window.reducedMotion }
    Binding { target: Theme; property: "density"; value: window.density }
    Binding { target: Clock; property: "fixedMs"; value: window.fixedMs }
    Connections { target: Nav; function onTold(text, options) { said.show(text, options) } }

    Loader {
        active: !window.bare
        width: window.wide ? 220 : window.width
        height: window.wide ? window.height : 64
        id: side
        sourceComponent: window.wide ? rail : picker
        Component {
            id: rail
            Rectangle {
                color: Theme.surface
                ListView {
                    anchors { fill: parent; margins: Theme.s2 }
                    header: Label { role: "title"; size: 22; color: Theme.brand; text: "CarGo.Ui"; padding: Theme.s3 }
                    model: window.places
                    delegate: ListRow { required property var modelData; width: ListView.view.width; arrow: false; text: modelData.text; ink: window.page === modelData.name ? Theme.brand : Theme.ink; onClicked: window.page = modelData.name }
                }
                Divider { width: 1; height: parent.height; anchors.right: parent.right }
            }
        }
        Component { id: picker; Item { Select { x: Theme.s4; y: Theme.s2; width: parent.width - 2 * x; title: qsTr("Page"); searchFrom: 99; model: window.places.map(place => ({ value: place.name, text: place.text })); value: window.page; onChosen: value => window.page = value } } }
    }
    Flow {
        id: bar
        visible: !window.bare
        anchors { left: window.wide ? side.right : parent.left; right: parent.right; margins: Theme.s4 }
        y: window.wide ? Theme.s2 : side.height
        height: visible ? implicitHeight : 0
        spacing: Theme.s2
        component Set: Select { property string key; width: 150; onChosen: value => window[key] = key === "scale" ? Number(value) : value }
        Set { key: "theme"; placeholder: qsTr("Theme"); value: window.theme; model: [ { value: "light", text: qsTr("Light") }, { value: "dark", text: qsTr("Dark") } ] }
        Set { key: "scale"; placeholder: qsTr("Text size"); value: String(window.scale); model: [ { value: "1", text: "100 %" }, { value: "1.3", text: "130 %" }, { value: "1.5", text: "150 %" }, { value: "2", text: "200 %" } ] }
        Set { key: "density"; placeholder: qsTr("Density"); value: window.density; model: [ { value: "comfortable", text: qsTr("Roomy") }, { value: "compact", text: qsTr("Compact") } ] }
        Select { width: 150; placeholder: qsTr("Language"); value: window.language; model: [ { value: "ru", text: "Русский" }, { value: "en", text: "English" } ]; onChosen: value => { window.language = value; window.languageAsked(value) } }
        Chip { text: qsTr("High contrast"); checkable: true; checked: window.highContrast; onClicked: window.highContrast = checked }
        Chip { text: qsTr("Less motion"); checkable: true; checked: window.reducedMotion; onClicked: window.reducedMotion = checked }
    }
    Flickable {
        id: view
        anchors { left: window.wide && !window.bare ? side.right : parent.left; right: parent.right; top: bar.visible ? bar.bottom : parent.top; bottom: parent.bottom }
        contentHeight: window.contentHeight
        clip: true
        interactive: !window.bare
        boundsBehavior: Flickable.StopAtBounds
        Loader {
            id: shown
            x: Theme.s4
            y: Theme.s4
            width: Math.min(view.width - 2 * Theme.s4, window.bare || !item ? 10000 : item.widest)
            source: window.page === "" ? "" : window.files[window.page] + ".qml"
        }
    }
    Snackbar { id: said; anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom; bottomMargin: Theme.s6 } }
}
