import QtQuick
import QtQuick.Templates as T

// One of many: a sheet on a phone, a list under the field on a desk; a search above it from `searchFrom` rows on. model:
// [{value, text, detail}]. With the keyboard: Space and Down open, letters jump, Enter takes.
Field {
    id: root
    property var model: []
    property string value
    property string placeholder: qsTr("Choose")
    property string title: label
    property int searchFrom: 12
    property bool busy: false
    readonly property int index: model.findIndex(row => row.value === value)
    readonly property string text: index >= 0 ? model[index].text : ""
    readonly property bool shown: loader.item !== null && loader.item.visible // until it has gone
    readonly property bool opened: loader.item !== null && loader.item.opened
    signal chosen(string value)

    function open() { loader.active = true; loader.item.open() }
    function take(row) { loader.item.close(); chosen(row.value); button.forceActiveFocus() }
    // The next row that begins with these letters, after the current one.
    function jump(letter, from) {
        for (let step = 1; step <= model.length; ++step) {
            const at = (from + step + model.length) % model.length
            if (model[at].text.toLowerCase().startsWith(letter.toLowerCase()))
                return at
        }
        return -1
    }

    T.AbstractButton {
        id: button
        objectName: root.objectName === "" ? "" : root.objectName + ".button"
        width: parent.width
        implicitHeight: Math.max(Theme.touch, words.implicitHeight + 2 * (Theme.compact ? Theme.s2 : Theme.s3))
        focus: true
        enabled: !root.busy
        focusPolicy: Qt.StrongFocus
        Accessible.role: Accessible.ComboBox
        Accessible.name: (root.label !== "" ? root.label : root.placeholder) + (root.text !== "" ? ": " + root.text : "")
        Accessible.description: root.note
        onClicked: root.open()
        Keys.onDownPressed: root.open()
        Keys.onPressed: event => {
            const found = event.text.trim() === "" ? -1 : root.jump(event.text, root.index)
            event.accepted = found >= 0
            if (found >= 0)
                root.chosen(root.model[found].value)
        }
        background: FieldGround { focused: button.visualFocus || root.shown; wrong: root.errorText !== "" }
        contentItem: Item {
            Label { id: words; x: Theme.compact ? Theme.s3 : Theme.s4; width: arrow.x - x - Theme.s2; anchors.verticalCenter: parent.verticalCenter; text: root.text !== "" ? root.text : root.placeholder; color: root.text !== "" ? Theme.ink : Theme.inkFaint; Accessible.ignored: true }
            BusyDots { visible: root.busy; anchors { right: parent.right; rightMargin: Theme.s3; verticalCenter: parent.verticalCenter } }
            Icon { id: arrow; visible: !root.busy; anchors { right: parent.right; rightMargin: Theme.s3; verticalCenter: parent.verticalCenter } name: "expand_more" }
        }
    }
    Loader {
        id: loader
        active: false
        sourceComponent: button.T.Overlay.overlay && button.T.Overlay.overlay.width < 600 ? onPhone : onDesk
    }

    Component {
        id: onPhone
        Sheet {
            id: sheet
            title: root.title
            onAboutToShow: finder.clear()
            SearchField { id: finder; objectName: "select.search"; width: parent.width; visible: root.model.length >= root.searchFrom; name: qsTr("Search in the list"); onTextChanged: phoneRows.seek(text); Keys.onDownPressed: phoneRows.forceActiveFocus(); onAccepted: phoneRows.takeCurrent() }
            SelectRows { id: phoneRows; focus: true; select: root; objectName: "select.rows"; height: Math.min(contentHeight, sheet.parent ? sheet.parent.height * 0.6 : contentHeight) }
        }
    }
    Component {
        id: onDesk
        T.Popup {
            id: popup
            parent: button
            readonly property real below: { const o = button.T.Overlay.overlay; return o ? o.height - button.mapToItem(o, 0, button.height).y - Theme.s4 : 400 }
            readonly property real above: { const o = button.T.Overlay.overlay; return o ? button.mapToItem(o, 0, 0).y - Theme.s4 : 0 }
            readonly property real wanted: Math.min(360, deskRows.contentHeight + (finder.visible ? finder.height + Theme.s2 : 0) + 2 * padding)
            readonly property bool upwards: below < wanted && above > below
            y: upwards ? -height - 4 : button.height + 4
            width: button.width
            height: Math.min(wanted, upwards ? above : below)
            padding: Theme.s1
            focus: true
            onAboutToShow: finder.clear()
            background: Item { Shadow { corner: Theme.radiusPhoto } Rectangle { anchors.fill: parent; radius: Theme.radiusPhoto; color: Theme.raised; border.width: Theme.hairline; border.color: Theme.line } }
            contentItem: Item {
                SearchField { id: finder; objectName: "select.search"; width: parent.width; visible: root.model.length >= root.searchFrom; focus: visible; name: qsTr("Search in the list"); onTextChanged: deskRows.seek(text); Keys.onDownPressed: deskRows.forceActiveFocus(); onAccepted: deskRows.takeCurrent() }
                SelectRows { id: deskRows; focus: root.model.length < root.searchFrom; select: root; objectName: "select.rows"; y: finder.visible ? finder.height + Theme.s2 : 0; height: parent.height - y }
            }
        }
    }
}
