import QtQuick
import QtQuick.Templates as T
import CarGo.Ui
import CarGo.Client
import CarGo.Listings

// The field of the search, and below it what the words may become: while it is empty what was searched for lately. Arrows
// walk, Enter takes, Escape closes.
SearchField {
    id: root
    required property SearchViewModel search
    property bool closed: false            // until one types again
    readonly property bool lately: text.trim() === ""
    readonly property var signs: ({ lately: "history", wish: "lightbulb", corridor: "language", query: "trending_up" })
    readonly property var rows: lately ? search.recent.map(text => ({ text: text, kind: "lately", count: -1 })) : search.suggestions
    property int current: -1
    signal passed()                        // Down from a closed list: on to the cars

    function take(text) {
        search.text = text
        root.text = text
        finish()
    }
    function finish() {
        closed = true
        current = -1
        search.suggest("")
        search.remember()
    }
    name: qsTr("Search for a car")
    placeholder: qsTr("RAV4 from Japan up to 2.8 million")
    busy: search.asking && !lately
    text: search.text
    onTextEdited: { search.text = text; search.suggest(text); closed = false; current = -1 }
    onAccepted: {
        if (current >= 0) {
            take(rows[current].text)
            return
        }
        if (!lately)
            search.typed()
        finish()
    }
    onActiveFocusChanged: if (activeFocus) { closed = false; current = -1 } else closed = true
    onPressed: closed = false
    onRowsChanged: current = -1
    Keys.onDownPressed: if (list.visible) current = Math.min(rows.length - 1, current + 1); else passed()
    Keys.onUpPressed: if (list.visible) current = Math.max(-1, current - 1)
    Keys.onEscapePressed: event => {
        event.accepted = list.visible || text !== ""
        if (list.visible)
            closed = true
        else if (text !== "")
            empty()
    }
    T.Popup {
        id: list
        objectName: "search.suggestions"
        y: root.height + Theme.s1
        width: root.width
        height: Math.min(column.implicitHeight + 2 * Theme.s2, 420)
        visible: root.activeFocus && !root.closed && root.rows.length > 0
        focus: false
        padding: Theme.s2
        closePolicy: T.Popup.NoAutoClose
        background: Item {
            Shadow { corner: Theme.radiusCard; reach: 16 }
            Rectangle { anchors.fill: parent; radius: Theme.radiusCard; color: Theme.raised; border.width: Theme.hairline; border.color: Theme.line }
        }
        contentItem: Column {
            id: column
            Item {
                visible: root.lately
                width: parent.width
                height: Math.max(Theme.touch, name.implicitHeight)
                Label { id: name; x: Theme.s3; anchors.verticalCenter: parent.verticalCenter; width: parent.width - x - clear.width; role: "label"; text: qsTr("Searched for lately") }
                Button { id: clear; anchors { right: parent.right; verticalCenter: parent.verticalCenter } kind: "text"; text: qsTr("Forget"); onClicked: root.search.forget() }
            }
            Repeater {
                model: root.rows
                T.AbstractButton {
                    id: row
                    required property var modelData
                    required property int index
                    objectName: "suggestion." + index
                    width: column.width
                    implicitHeight: Math.max(Theme.touch, words.implicitHeight + Theme.s3)
                    focusPolicy: Qt.NoFocus
                    hoverEnabled: true
                    text: modelData.text
                    Accessible.role: Accessible.ListItem
                    Accessible.name: modelData.count >= 0 ? text + ", " + modelData.count : text
                    Accessible.selected: root.current === index
                    onClicked: root.take(modelData.text)
                    background: Rectangle { radius: Theme.radiusSmall; color: root.current === row.index || row.hovered ? Theme.quiet : "transparent" }
                    contentItem: Item {
                        Icon { id: sign; x: Theme.s3; anchors.verticalCenter: parent.verticalCenter; name: root.signs[row.modelData.kind] ?? "search"; size: 20 }
                        Label { id: words; x: sign.x + sign.width + Theme.s3; width: count.x - x - Theme.s2; anchors.verticalCenter: parent.verticalCenter; text: row.text; Accessible.ignored: true }
                        Label { id: count; anchors { right: parent.right; rightMargin: Theme.s3; verticalCenter: parent.verticalCenter } role: "second"; text: row.modelData.count >= 0 ? Format.number(row.modelData.count) : ""; Accessible.ignored: true }
                    }
                }
            }
        }
    }
}
