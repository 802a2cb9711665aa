import QtQuick
import CarGo.Ui

GalleryPage {
    id: root
    fixedHeight: 620
    widest: 2000
    property string sortKey: "until"
    property bool descending: false
    readonly property var disputes: {
        const cars = ["Toyota RAV4", "Hyundai Grandeur", "Subaru Forester", "Lexus RX", "Honda Fit", "Kia Sorento", "Mazda CX-5", "Toyota Land Cruiser Prado"]
        const who = [qsTr("Olga Kim"), qsTr("Pavel Sokolov"), qsTr("Anna Weber"), qsTr("Ivan Petrov")]
        const list = []
        for (let at = 0; at < 400; ++at)
            list.push({ id: "CG-" + (102480 + at), car: cars[at % 8], buyer: who[at % 4], amount: 118000000 + (at * 7919 % 400) * 1000000, until: (at * 37 % 90) + 1, state: at % 5 === 0 ? "danger" : at % 3 === 0 ? "warn" : "plain" })
        const sign = descending ? -1 : 1
        return list.sort((a, b) => sign * (a[sortKey] > b[sortKey] ? 1 : a[sortKey] < b[sortKey] ? -1 : 0))
    }
    Item {
        width: parent.width
        height: root.fixedHeight - 2 * Theme.s4
        DataTable {
            id: table
            objectName: "table"
            width: parent.width - panel.taken - (panel.docked ? Theme.s4 : 0)
            height: parent.height
            name: qsTr("Disputes")
            model: root.disputes
            selectable: true
            selected: ["CG-102750", "CG-102840"]
            currentRow: 2
            sortKey: root.sortKey
            descending: root.descending
            onSorted: (key, descending) => { root.sortKey = key; root.descending = descending }
            onOpened: panel.open()
            columns: [
                { key: "id", title: qsTr("Deal"), width: 110 }, { key: "car", title: qsTr("Car"), least: 120 }, { key: "buyer", title: qsTr("Buyer"), width: 130 },
                { key: "amount", title: qsTr("Sum"), width: 130, right: true, text: row => Figures.money(row.amount, "RUB") },
                { key: "until", title: qsTr("Left"), width: 110, right: true, cell: left, text: row => qsTr("%1 h").arg(row.until) } ]
            Component { id: left; Item { property var row: ({}); property string text; Badge { anchors { right: parent.right; rightMargin: Theme.s3; verticalCenter: parent.verticalCenter } tone: parent.row.state ? parent.row.state : "plain"; text: parent.text } } }
        }
        SidePanel {
            id: panel
            opened: root.width > 700
            dockFrom: 900
            panelWidth: 330
            title: table.currentRow >= 0 ? root.disputes[table.currentRow].id : ""
            actions: IconButton { iconName: "open_in_new"; text: qsTr("Open in a tab") }
            FactRow { width: parent.width; name: qsTr("Buyer"); value: qsTr("Olga Kim") }
            FactRow { width: parent.width; name: qsTr("Sum"); value: Figures.money(218000000, "RUB"); strong: true }
            Countdown { width: parent.width; label: qsTr("Decide within"); untilMs: Clock.now() + 5 * 3600000 }
            Banner { width: parent.width; tone: "info"; iconName: "account_balance"; text: qsTr("The provider can return a part of it until 9 December.") }
            footer: ButtonRow { width: parent.width; Button { width: parent.cell; kind: "outline"; text: qsTr("Return") } Button { width: parent.cell; text: qsTr("Pay out") } }
        }
    }
}
