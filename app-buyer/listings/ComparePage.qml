import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Listings

// Two to four cars side by side. What differs stands out, what a car does not say is said to be missing. On a phone the
// table is swiped and the names of the rows stay.
Page {
    id: root
    property bool onlyDifferent: false
    readonly property int count: vm.cars.length
    readonly property bool small: width < 600
    readonly property int nameWidth: small ? 0 : Math.min(220, Math.round(width * 0.2))
    readonly property int room: width - 2 * side - nameWidth
    readonly property int cell: Math.max(Theme.px(148), Math.min(280, Math.floor(room / Math.max(1, count))))
    readonly property int rowHeight: Theme.px(small ? 62 : 48)
    readonly property var rows: onlyDifferent ? vm.rows.filter(row => row.differs) : vm.rows
    title: qsTr("Compare")
    back: true
    actions: IconButton { visible: root.count > 0; iconName: "delete_outline"; text: qsTr("Compare nothing"); onClicked: { const cars = Compare.cars; Compare.clear(); Nav.tell(qsTr("The comparison is empty"), { action: qsTr("Take back"), run: () => Compare.cars = cars }) } }

    CompareViewModel { id: vm; ids: Compare.cars.map(car => car.listingId); onFailed: text => Nav.tell(text) }
    SkeletonPage { visible: vm.phase === ViewModel.Loading; x: root.side; width: parent.width - 2 * root.side; wide: true; photo: false }
    EmptyState {
        visible: vm.phase === ViewModel.Empty
        anchors.centerIn: parent
        width: Math.min(420, parent.width - 2 * root.side)
        iconName: "compare_arrows"
        title: Compare.cars.length === 1 ? qsTr("One more car, please") : qsTr("Nothing to compare yet")
        text: qsTr("Press long on a car in a list, or its two arrows: two to four cars stand side by side here.")
        actionText: qsTr("Find a car")
        onAction: Nav.openTab("search")
    }
    ErrorState { visible: vm.phase === ViewModel.Failed; anchors.centerIn: parent; offline: vm.unreachable; text: vm.errorText; onRetry: vm.reload() }
    Flickable {
        id: scroll
        objectName: "compare.table"
        visible: vm.phase === ViewModel.Ready
        anchors.fill: parent
        contentWidth: Math.max(width, 2 * root.side + root.nameWidth + root.count * root.cell)
        contentHeight: table.height + Theme.s6
        boundsBehavior: Flickable.StopAtBounds
        Column {
            id: table
            x: root.side
            width: scroll.contentWidth - 2 * root.side
            Banner { visible: vm.gone > 0; x: scroll.contentX; width: scroll.width - 2 * root.side; tone: "warn"; iconName: "info"; text: qsTr("%n car(s) no longer offered and not shown", "", vm.gone) }
            Row {
                id: heads
                topPadding: Theme.s2
                bottomPadding: Theme.s2
                leftPadding: root.nameWidth
                Repeater {
                    model: vm.cars
                    FocusScope {
                        id: car
                        required property var modelData
                        readonly property bool visualFocus: activeFocus
                        objectName: "compare.car." + modelData.listingId
                        width: root.cell
                        height: image.height + texts.height + 2 * Theme.s2
                        activeFocusOnTab: true
                        Accessible.role: Accessible.Button
                        Accessible.name: modelData.title + ", " + modelData.price
                        Accessible.onPressAction: open()
                        Keys.onReturnPressed: open()
                        function open() { Nav.go("listing", { listingId: modelData.listingId }) }
                        TapHandler { onTapped: car.open() }
                        Photo { id: image; width: parent.width - Theme.s3; height: Math.round(width * 0.62); radius: Theme.radiusPhoto; ground: Theme.page; source: car.modelData.photo }
                        FocusRing { target: car; anchors.rightMargin: Theme.s2 }
                        Column {
                            id: texts
                            anchors { top: image.bottom; topMargin: Theme.s2 }
                            width: parent.width - Theme.s3
                            spacing: 2
                            Label { width: parent.width; text: car.modelData.price; role: "bar"; weight: Font.Bold; Accessible.ignored: true }
                            Label { width: parent.width; text: car.modelData.title; size: 13; weight: Font.Medium; wrapMode: Text.WordWrap; maximumLineCount: 2; Accessible.ignored: true }
                        }
                        IconButton { objectName: "compare.drop." + car.modelData.listingId; anchors { right: image.right; top: image.top } iconName: "close"; iconSize: 18; color: Theme.photoPillInk; disc: Theme.photoPill; discSize: 30; text: qsTr("Compare no longer: %1").arg(car.modelData.title); onClicked: Compare.drop(car.modelData.listingId) }
                    }
                }
            }
            Switch { objectName: "compare.different"; x: scroll.contentX; width: root.small ? scroll.width - 2 * root.side : root.nameWidth + 48; text: qsTr("Only what differs"); checked: root.onlyDifferent; onToggled: root.onlyDifferent = checked }
            Repeater {
                model: root.rows
                Item {
                    id: row
                    required property var modelData
                    width: table.width
                    height: Math.max(root.rowHeight, cells.height + (root.small ? name.height + Theme.s4 : Theme.s3))
                    Accessible.role: Accessible.Row
                    Accessible.name: modelData.name + ": " + modelData.values.map(value => value !== "" ? value : qsTr("not said")).join("; ")
                    Rectangle { x: -root.side; width: scroll.contentWidth; height: parent.height; color: Theme.brandSoft; opacity: row.modelData.differs ? 0.45 : 0 }
                    Divider { x: -root.side; width: scroll.contentWidth }
                    Label {
                        id: name
                        x: root.small ? scroll.contentX : 0
                        y: root.small ? Theme.s2 : Math.round((parent.height - height) / 2)
                        width: root.small ? scroll.width - 2 * root.side : root.nameWidth - Theme.s3
                        text: row.modelData.name
                        size: 13
                        color: Theme.inkSoft
                        wrapMode: Text.WordWrap
                        Accessible.ignored: true
                    }
                    Row {
                        id: cells
                        x: root.nameWidth
                        y: root.small ? name.y + name.height + 2 : Math.round((parent.height - height) / 2)
                        Repeater {
                            model: row.modelData.values
                            Row {
                                id: value
                                required property string modelData
                                required property int index
                                readonly property bool best: row.modelData.best === index
                                width: root.cell
                                spacing: Theme.s1
                                Label { width: Math.min(implicitWidth, value.width - Theme.s3 - (value.best ? 24 : 0)); text: value.modelData !== "" ? value.modelData : qsTr("not said"); color: value.modelData !== "" ? Theme.ink : Theme.inkSoft; weight: value.best ? Font.Bold : value.modelData !== "" ? Font.Medium : Font.Normal; font.italic: value.modelData === ""; size: 14; wrapMode: Text.WordWrap; Accessible.ignored: true }
                                Icon { visible: value.best; name: "check_circle"; size: 16; color: Theme.brand }
                            }
                        }
                    }
                }
            }
            Label { x: scroll.contentX; width: scroll.width - 2 * root.side; topPadding: Theme.s4; role: "second"; wrapMode: Text.WordWrap; text: qsTr("Marked: less money, kilometres and days, a newer year, more stars. “Not said” means that the driver did not fill it in: ask.") }
        }
    }
}
