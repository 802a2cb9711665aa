import QtQuick
import CarGo.Ui

// Many rows with columns, for a desk. Only the rows that are seen exist; the head stays. It is a ListView of rows of cells
// and no TableView: models here are lists with roles, and a row is what one stands on, reads and selects.
//   columns: [{key, title, width, least, right, sortable, text, cell}]; `text(row)` makes words from a row, `cell` is a
//            Component with `property var row` and `property string text`. One column without a width takes what is left.
//   Keys: J, K, arrows, PageUp, PageDown, Home, End; Enter opens; Space selects, with Shift to here; Ctrl+A; Escape.
// Sorting is asked for with sorted(); whoever fills the model does it. Selected are keys of rows (`keyRole`), so they live
// on when the rows come anew.
FocusScope {
    id: root
    property var columns: []
    property alias model: rows.model
    property string keyRole: "id"
    property string name
    property string sortKey
    property bool descending: false
    property bool selectable: false
    property var selected: []
    property alias currentRow: rows.currentIndex
    property var widths: ({})              // by key of a column, as the user pulled them; keep them if you like
    property alias phase: state.phase
    property alias emptyTitle: state.emptyTitle
    property alias emptyText: state.emptyText
    property alias errorText: state.errorText
    property alias view: rows
    readonly property int count: rows.count
    readonly property int rowHeight: Math.max(Theme.compact ? 36 : 48, Theme.px(19) + Theme.s3)
    readonly property real tickWidth: selectable ? Theme.px(22) + 22 : 0
    readonly property var shown: {         // widths of all columns
        let fixed = tickWidth, stretch = 0
        const list = columns.map(column => {
            const wide = root.widths[column.key] ?? (column.width ? Theme.px(column.width) : 0)
            fixed += wide
            stretch += wide === 0 ? 1 : 0
            return wide
        })
        return list.map((wide, at) => wide > 0 ? wide : Math.max(Theme.px(columns[at].least ?? 120), (width - fixed) / stretch))
    }
    readonly property real total: shown.reduce((a, b) => a + b, tickWidth)
    property int pivot: -1                 // where a selection with Shift began
    signal sorted(string key, bool descending)
    signal opened(int row)
    signal selectionMade(var keys)
    signal menuAsked(int row, real x, real y)
    signal retried()

    function keyOf(row) { return Rows.value(rows.model, row, keyRole) }
    function isSelected(row) { return selected.indexOf(keyOf(row)) >= 0 }
    function setSelected(keys) { selected = keys; selectionMade(keys) }
    function toggle(row) {
        const key = keyOf(row)
        setSelected(isSelected(row) ? selected.filter(one => one !== key) : selected.concat([key]))
        pivot = row
    }
    function selectTo(row) {
        const first = Math.min(pivot < 0 ? row : pivot, row), last = Math.max(pivot < 0 ? row : pivot, row)
        const keys = selected.slice()
        for (let at = first; at <= last; ++at) {
            if (keys.indexOf(keyOf(at)) < 0)
                keys.push(keyOf(at))
        }
        setSelected(keys)
    }
    function selectAll() {
        const keys = []
        for (let at = 0; at < count; ++at)
            keys.push(keyOf(at))
        setSelected(keys)
    }
    function move(by) { if (count > 0) { rows.currentIndex = Math.max(0, Math.min(count - 1, rows.currentIndex + by)); rows.positionViewAtIndex(rows.currentIndex, ListView.Contain) } }
    function widen(key, by, least) {
        const at = columns.findIndex(column => column.key === key)
        const next = Object.assign({}, widths)
        next[key] = Math.max(least ?? 48, shown[at] + by)
        widths = next
    }
    readonly property int page: Math.max(1, Math.floor(rows.height / rowHeight) - 1)

    implicitWidth: 640
    implicitHeight: 320
    Accessible.role: Accessible.Table
    Accessible.name: name
    Rectangle { anchors.fill: parent; color: Theme.surface; radius: Theme.radiusPhoto; border.width: Theme.hairline; border.color: Theme.line }
    Item {
        id: head
        x: 1
        width: parent.width - 2
        height: cells.height + 1
        clip: true
        Row {
            id: cells
            x: -rows.contentX
            Item {
                width: root.tickWidth
                height: 1
                visible: root.selectable
                CheckBox {
                    y: Math.round((cells.height - height) / 2)
                    x: Theme.s2
                    width: Theme.px(22) + 14
                    Accessible.name: qsTr("Select all rows")
                    checkState: root.selected.length === 0 ? Qt.Unchecked : root.selected.length >= root.count ? Qt.Checked : Qt.PartiallyChecked
                    nextCheckState: () => checkState
                    onClicked: root.selected.length > 0 ? root.setSelected([]) : root.selectAll()
                }
            }
            Repeater {
                model: root.columns
                TableHeader {
                    required property var modelData
                    required property int index
                    objectName: root.objectName === "" ? "" : root.objectName + ".head." + modelData.key
                    width: root.shown[index]
                    text: modelData.title
                    toRight: modelData.right === true
                    sortable: modelData.sortable !== false
                    sorted: root.sortKey === modelData.key
                    descending: root.descending
                    onClicked: if (sortable) root.sorted(modelData.key, sorted ? !root.descending : modelData.right === true)
                    onWidened: by => root.widen(modelData.key, by, modelData.least)
                }
            }
        }
        Rectangle { anchors.bottom: parent.bottom; width: parent.width; height: 1; color: Theme.line }
    }
    ListView {
        id: rows
        anchors { top: head.bottom; left: parent.left; right: parent.right; bottom: parent.bottom; margins: 1; topMargin: 0 }
        visible: root.phase === "ready"
        focus: true
        activeFocusOnTab: true
        clip: true
        reuseItems: true
        boundsBehavior: Flickable.StopAtBounds
        flickableDirection: root.total > width ? Flickable.HorizontalAndVerticalFlick : Flickable.VerticalFlick
        contentWidth: Math.max(width, root.total)
        highlightMoveDuration: 0
        currentIndex: -1
        keyNavigationEnabled: false
        Accessible.role: Accessible.List
        Accessible.name: root.name
        onActiveFocusChanged: if (activeFocus && currentIndex < 0 && count > 0) currentIndex = 0
        Keys.onPressed: event => {
            const shift = (event.modifiers & Qt.ShiftModifier) !== 0, was = currentIndex
            event.accepted = true
            switch (event.key) {
            case Qt.Key_J: case Qt.Key_Down: root.move(1); break
            case Qt.Key_K: case Qt.Key_Up: root.move(-1); break
            case Qt.Key_PageDown: root.move(root.page); break
            case Qt.Key_PageUp: root.move(-root.page); break
            case Qt.Key_Home: root.move(-count); break
            case Qt.Key_End: root.move(count); break
            case Qt.Key_Return: case Qt.Key_Enter: if (currentIndex >= 0) root.opened(currentIndex); return
            case Qt.Key_Space: if (root.selectable && currentIndex >= 0) { if (shift) root.selectTo(currentIndex); else root.toggle(currentIndex) } return
            case Qt.Key_Menu: if (currentItem) root.menuAsked(currentIndex, Theme.s6, currentItem.y - contentY + head.height); return
            case Qt.Key_Escape: event.accepted = root.selected.length > 0; if (event.accepted) root.setSelected([]); return
            case Qt.Key_A: event.accepted = root.selectable && (event.modifiers & Qt.ControlModifier) !== 0; if (event.accepted) root.selectAll(); return
            default: event.accepted = false; return
            }
            if (shift && root.selectable && currentIndex !== was) {
                if (root.pivot < 0)
                    root.pivot = was
                root.selectTo(currentIndex)
            }
        }
        delegate: Rectangle {
            id: line
            required property int index
            required property var model
            readonly property var row: model.modelData !== undefined ? model.modelData : model
            readonly property bool current: ListView.isCurrentItem
            readonly property bool chosen: root.selected.indexOf(row[root.keyRole]) >= 0
            width: Math.max(rows.width, root.total)
            height: root.rowHeight
            color: chosen ? Theme.brandSoft : current ? Theme.quiet : over.hovered ? Theme.sunken : "transparent"
            Accessible.role: Accessible.Row
            Accessible.name: root.columns.map(column => column.title + ": " + cellText(column)).join(", ")
            Accessible.selected: chosen
            function cellText(column) { const text = column.text ? column.text(row) : row[column.key]; return text === undefined || text === null ? "" : String(text) }
            HoverHandler { id: over }
            MouseArea {
                anchors.fill: parent
                acceptedButtons: Qt.LeftButton | Qt.RightButton
                onClicked: mouse => {
                    rows.forceActiveFocus()
                    rows.currentIndex = line.index
                    if (mouse.button === Qt.RightButton)
                        root.menuAsked(line.index, mouse.x - rows.contentX, line.y - rows.contentY + head.height + mouse.y)
                    else if (root.selectable && mouse.modifiers & Qt.ShiftModifier)
                        root.selectTo(line.index)
                    else if (root.selectable && mouse.modifiers & Qt.ControlModifier)
                        root.toggle(line.index)
                }
                onDoubleClicked: mouse => { if (mouse.button === Qt.LeftButton) root.opened(line.index) }
            }
            Rectangle { width: parent.width; height: 1; anchors.bottom: parent.bottom; color: Theme.line; opacity: 0.6 }
            Rectangle { visible: line.current; width: 3; height: parent.height - 8; y: 4; x: 0; radius: 1.5; color: rows.activeFocus ? Theme.brand : Theme.frame }
            Row {
                height: parent.height
                Item {
                    width: root.tickWidth
                    height: parent.height
                    visible: root.selectable
                    CheckBox { x: Theme.s2; width: Theme.px(22) + 14; anchors.verticalCenter: parent.verticalCenter; activeFocusOnTab: false; focusPolicy: Qt.NoFocus; Accessible.name: qsTr("Select the row"); checked: line.chosen; nextCheckState: () => checkState; onClicked: root.toggle(line.index) }
                }
                Repeater {
                    model: root.columns
                    Loader {
                        id: cell
                        required property var modelData
                        required property int index
                        readonly property string text: line.cellText(modelData)
                        width: root.shown[index]
                        height: line.height
                        sourceComponent: modelData.cell ? modelData.cell : plain
                        onLoaded: if (modelData.cell) { item.row = Qt.binding(() => line.row); if (item.text !== undefined) item.text = Qt.binding(() => cell.text) }
                        Component { id: plain; Label { size: 14; text: cell.text; leftPadding: Theme.s3; rightPadding: Theme.s3; verticalAlignment: Text.AlignVCenter; horizontalAlignment: cell.modelData.right ? Text.AlignRight : Text.AlignLeft; Accessible.role: Accessible.Cell } }
                    }
                }
            }
        }
    }
    StateView {
        id: state
        anchors { top: head.bottom; left: parent.left; right: parent.right; bottom: parent.bottom }
        visible: phase !== "ready"
        onRetried: root.retried()
        skeleton: Column {
            Accessible.role: Accessible.StaticText
            Accessible.name: qsTr("Loading")
            Repeater { model: 6; Item { id: bone; required property int index; width: root.width; height: root.rowHeight; Repeater { model: root.columns.length; Skeleton { required property int index; x: root.tickWidth + root.shown.slice(0, index).reduce((a, b) => a + b, 0) + Theme.s3; y: (bone.height - 12) / 2; height: 12; width: Math.max(16, (root.shown[index] - 2 * Theme.s3) * [0.9, 0.6, 0.75][(bone.index + index) % 3]) } } } }
        }
    }
}
